using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Subscriptions;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Subscriptions;

/// <summary>Topics, frequency and language of the mails.</summary>
public class ChoicesForm
{
    [Display(Name = "主题")]
    public List<string> Topics { get; set; } = [];

    [Display(Name = "频率")]
    public MailFrequency? Frequency { get; set; }

    [Display(Name = "邮件语言")]
    public bool IsEnglish { get; set; }

    public SubscriptionChoices ToChoices() => new(Topics, Frequency!.Value, IsEnglish);
}

/// <summary>Asking for a subscription.</summary>
public sealed class SubscriptionForm : ChoicesForm
{
    [Display(Name = "邮箱")]
    public string? Address { get; set; }

    /// <summary>Hidden from people; a program that fills in everything gives itself away.</summary>
    public string? Fax { get; set; }

    /// <summary>When the form was opened, sealed.</summary>
    public string? Stamp { get; set; }

    [Display(Name = "隐私说明")]
    public bool AcceptsNotice { get; set; }

    public string? NoticeVersion { get; set; }

    public PrivacyConsent ToConsent() => new(AcceptsNotice, NoticeVersion);
}

/// <summary>Changing a subscription.</summary>
public sealed class ManageForm : ChoicesForm
{
    /// <summary>The key out of a mail.</summary>
    public string? Key { get; set; }

    public static ManageForm Of(string key, SubscriptionChoices choices) => new()
    {
        Key = key,
        Topics = [.. choices.Topics],
        Frequency = choices.Frequency,
        IsEnglish = choices.IsEnglish,
    };
}

/// <summary>The rules that both forms share, in the language of the page.</summary>
public sealed class ChoicesFormValidator : AbstractValidator<ChoicesForm>
{
    public ChoicesFormValidator(IStringLocalizer<SubscriptionsText> words)
    {
        RuleFor(f => f.Topics).Must(t => t.Any(SubscriptionTopics.LooksLikeOne)).WithMessage(_ => words["Topics.Missing"]);
        RuleFor(f => f.Frequency).NotNull().WithMessage(_ => words["Frequency.Missing"]).IsInEnum().WithMessage(_ => words["Frequency.Missing"]);
    }
}

public sealed class SubscriptionFormValidator : AbstractValidator<SubscriptionForm>
{
    public SubscriptionFormValidator(IStringLocalizer<SubscriptionsText> words)
    {
        Include(new ChoicesFormValidator(words));
        RuleFor(f => f.Address).Custom((address, context) =>
        {
            if (MailAddresses.Problem(address) is not AddressProblem.None and var problem) context.AddFailure(words[$"Address.{problem}"]);
        });
        RuleFor(f => f.AcceptsNotice).Equal(true).WithMessage(_ => words["Consent.Missing"]);
        RuleFor(f => f.Fax).Empty().WithMessage(_ => words["Trap.Filled"]).OverridePropertyName("");
    }
}

public sealed class ManageFormValidator : AbstractValidator<ManageForm>
{
    public ManageFormValidator(IStringLocalizer<SubscriptionsText> words) => Include(new ChoicesFormValidator(words));
}

/// <summary>A subscription that waits for its owner's yes.</summary>
public sealed record ConfirmPage(string Token, SubscriptionView Subscription);

/// <summary>A subscription and what its owner changes.</summary>
/// <param name="Address">Masked.</param>
public sealed record ManagePage(string Address, ManageForm Form);

/// <summary>The page with the one button to leave.</summary>
/// <param name="Address">Masked; null where nobody subscribes any more.</param>
public sealed record LeavePage(string Key, string? Address);
