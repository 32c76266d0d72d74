using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Rules that several forms share; the services behind them hold to the same.</summary>
public static class FormRules
{
    /// <summary>A credit code that the roster takes.</summary>
    /// <param name="note">The form's reason for a code that fails its check.</param>
    public static IRuleBuilderOptionsConditions<T, string?> FitsRoster<T>(this IRuleBuilder<T, string?> rule, Func<T, string?> note) => rule.Custom((code, context) =>
    {
        if (CreditCodes.Problem(code, note(context.InstanceToValidate)) is { } problem) context.AddFailure(problem);
    });

    /// <summary>Nothing, or a 海关注册编码.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> IsCustomsCode<T>(this IRuleBuilder<T, string?> rule) => rule.Custom((code, context) =>
    {
        if (!string.IsNullOrWhiteSpace(code) && CustomsRegistrationCode.Check(code) is { } problem) context.AddFailure(problem.Message);
    });

    /// <summary>Nothing, or an address of the web that fits.</summary>
    public static IRuleBuilderOptions<T, string?> IsWebsite<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(Websites.IsGood).WithMessage(Websites.Problem)
        .MaximumLength(Enterprise.WebsiteMaxLength).WithMessage($"网址最多 {Enterprise.WebsiteMaxLength} 个字符。");

    /// <summary>Nothing, or a telephone number with area code, country code or extension.</summary>
    public static IRuleBuilderOptions<T, string?> IsPhone<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(ContactForms.IsPhone).WithMessage(ContactForms.PhoneProblem)
        .MaximumLength(Contact.PhoneMaxLength).WithMessage($"电话最多 {Contact.PhoneMaxLength} 个字符。");

    /// <summary>As <see cref="IsPhone{T}"/>, in a form that shows masks; the service says which of them stands for what is kept.</summary>
    public static IRuleBuilderOptions<T, string?> IsPhoneOrMask<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(phone => Masks.IsMask(phone) || ContactForms.IsPhone(phone)).WithMessage(ContactForms.PhoneProblem)
        .MaximumLength(Contact.PhoneMaxLength).WithMessage($"电话最多 {Contact.PhoneMaxLength} 个字符。");

    /// <summary>As <see cref="IsMail{T}"/>, in a form that shows masks.</summary>
    public static IRuleBuilderOptions<T, string?> IsMailOrMask<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(mail => Masks.IsMask(mail) || ContactForms.IsMail(mail)).WithMessage(ContactForms.MailProblem)
        .MaximumLength(Contact.EmailMaxLength).WithMessage($"邮箱最多 {Contact.EmailMaxLength} 个字符。");

    /// <summary>Nothing, or an e-mail address.</summary>
    public static IRuleBuilderOptions<T, string?> IsMail<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(ContactForms.IsMail).WithMessage(ContactForms.MailProblem)
        .MaximumLength(Contact.EmailMaxLength).WithMessage($"邮箱最多 {Contact.EmailMaxLength} 个字符。");

    /// <summary>Nothing, or a name without Han characters that fits.</summary>
    public static IRuleBuilderOptions<T, string?> IsEnglishName<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(ContactForms.IsEnglish).WithMessage(ContactForms.EnglishProblem)
        .MaximumLength(Enterprise.EnglishNameMaxLength).WithMessage($"英文名称最多 {Enterprise.EnglishNameMaxLength} 个字符。");
}
