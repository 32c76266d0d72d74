using System.Text.RegularExpressions;
using FluentValidation;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Rules that several forms share; the services behind them hold to the same.</summary>
public static partial class FormRules
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
        .Must(p => string.IsNullOrWhiteSpace(p) || Phone().IsMatch(p.Trim())).WithMessage("电话只能用数字、空格和 + - ( )，至少 6 位数字。")
        .MaximumLength(Contact.PhoneMaxLength).WithMessage($"电话最多 {Contact.PhoneMaxLength} 个字符。");

    /// <summary>Nothing, or an e-mail address.</summary>
    public static IRuleBuilderOptions<T, string?> IsMail<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(m => string.IsNullOrWhiteSpace(m) || Mail().IsMatch(m.Trim())).WithMessage("邮箱格式不对，例如 name@example.com。")
        .MaximumLength(Contact.EmailMaxLength).WithMessage($"邮箱最多 {Contact.EmailMaxLength} 个字符。");

    /// <summary>Nothing, or a name without Han characters that fits.</summary>
    public static IRuleBuilderOptions<T, string?> IsEnglishName<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(n => n is null || !Han().IsMatch(n)).WithMessage("英文名称里有汉字，请改用英文。")
        .MaximumLength(Enterprise.EnglishNameMaxLength).WithMessage($"英文名称最多 {Enterprise.EnglishNameMaxLength} 个字符。");

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Han();

    [GeneratedRegex(@"^(?=(?:\D*\d){6})[0-9 +()\-]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s.]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Mail();
}
