using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Personal.Consents;
using HuaihuaPilotZone.Personal.Requests;

namespace HuaihuaPilotZone.Web.Public.OwnData;

/// <summary>The name that others read.</summary>
public sealed class NameForm
{
    [Display(Name = "姓名")]
    public string? Name { get; set; }
}

public sealed class NameFormValidator : AbstractValidator<NameForm>
{
    public NameFormValidator() =>
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写姓名。").MaximumLength(PortalUser.DisplayNameMaxLength).WithMessage("姓名最多 {MaxLength} 个字。");
}

/// <summary>A consent that is given or withdrawn.</summary>
public sealed class ConsentForm
{
    [Display(Name = "事项")]
    public ConsentKind? Kind { get; set; }

    [Display(Name = "同意隐私说明")]
    public bool AcceptsNotice { get; set; }

    /// <summary>The version that the page showed.</summary>
    public string? NoticeVersion { get; set; }
}

public sealed class ConsentFormValidator : AbstractValidator<ConsentForm>
{
    public ConsentFormValidator() => RuleFor(f => f.Kind).NotNull().WithMessage("请选择事项。").IsInEnum().WithMessage("请选择事项。");
}

/// <summary>A request about one's own data.</summary>
public sealed class PrivacyRequestForm
{
    [Display(Name = "请求")]
    public PrivacyRequestKind? Kind { get; set; }

    [Display(Name = "原因或内容")]
    public string? Reason { get; set; }
}

public sealed class PrivacyRequestFormValidator : AbstractValidator<PrivacyRequestForm>
{
    public PrivacyRequestFormValidator()
    {
        RuleFor(f => f.Kind).NotNull().WithMessage("请选择要更正、删除还是解释。").IsInEnum().WithMessage("请选择要更正、删除还是解释。");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明原因或要更正的内容。").MaximumLength(PrivacyRequest.ReasonMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
    }
}

/// <summary>The centre.</summary>
/// <param name="Prepared">The last export that a job has made or is making.</param>
public sealed record OwnDataPage(ConsentView Consents, NameForm Name, string? Email, PreparedExport? Prepared);

/// <summary>The person's requests and the form of a new one.</summary>
/// <param name="LimitDays">Working days within which one is answered.</param>
public sealed record OwnRequestsPage(Page<OwnRequest> Requests, PrivacyRequestForm Form, int LimitDays);
