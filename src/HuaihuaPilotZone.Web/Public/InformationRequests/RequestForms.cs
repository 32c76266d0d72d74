using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Web.Public.Letters;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Public.InformationRequests;

/// <summary>An information request as a visitor fills it in (art. 29).</summary>
public sealed class RequestForm
{
    [Display(Name = "姓名或名称")]
    public string? Name { get; set; }

    [Display(Name = "身份证明")]
    public IdentityKind? IdentityKind { get; set; }

    [Display(Name = "证件号码")]
    public string? IdentityNumber { get; set; }

    [Display(Name = "电话")]
    public string? Phone { get; set; }

    [Display(Name = "邮箱")]
    public string? Email { get; set; }

    [Display(Name = "通信地址")]
    public string? Address { get; set; }

    [Display(Name = "所需信息")]
    public string? Content { get; set; }

    [Display(Name = "信息形式")]
    public InformationForm? WantedForm { get; set; }

    [Display(Name = "获取方式")]
    public DeliveryWay? Delivery { get; set; }

    /// <summary>Hidden from people; a program that fills in everything gives itself away.</summary>
    public string? Fax { get; set; }

    /// <summary>When the form was opened, sealed.</summary>
    public string? Stamp { get; set; }

    [Display(Name = "隐私说明")]
    public bool AcceptsNotice { get; set; }

    public string? NoticeVersion { get; set; }

    public RequestDraft ToDraft() => new(
        new RequestApplicant(Name!.Trim(), IdentityKind!.Value, IdentityNumber!.Trim(), Texts.Tidy(Phone), Texts.Tidy(Email), Texts.Tidy(Address)),
        Content!.Trim().ReplaceLineEndings("\n"), WantedForm!.Value, Delivery!.Value, new PrivacyConsent(AcceptsNotice, NoticeVersion));
}

public sealed class RequestFormValidator : AbstractValidator<RequestForm>
{
    public RequestFormValidator(ChinaTime time)
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写姓名或名称。").MaximumLength(InformationRequest.NameMaxLength).WithMessage($"姓名或名称最多 {InformationRequest.NameMaxLength} 个字。");
        RuleFor(f => f.IdentityKind).NotNull().WithMessage("请选择身份证明。").IsInEnum().WithMessage("没有这种身份证明，请重新选择。");
        RuleFor(f => f.IdentityNumber).NotEmpty().WithMessage("请填写证件号码。").MaximumLength(InformationRequest.IdentityMaxLength).WithMessage($"证件号码最多 {InformationRequest.IdentityMaxLength} 个字符。");
        RuleFor(f => f.IdentityNumber).Custom((number, context) =>
        {
            if (context.InstanceToValidate.IdentityKind == HuaihuaPilotZone.InformationRequests.IdentityKind.ResidentId && !string.IsNullOrWhiteSpace(number) && ResidentIdNumber.Check(number, time.Today) is { } problem) context.AddFailure(problem.Message);
        });
        RuleFor(f => f.Phone).IsPhone();
        RuleFor(f => f.Email).IsMail();
        RuleFor(f => f.Address).MaximumLength(InformationRequest.AddressMaxLength).WithMessage($"通信地址最多 {InformationRequest.AddressMaxLength} 个字。");
        RuleFor(f => f.Content).NotEmpty().WithMessage("请写明所需信息的名称、文号或者其他特征。").MaximumLength(InformationRequest.ContentMaxLength).WithMessage($"所需信息最多 {InformationRequest.ContentMaxLength} 个字。");
        RuleFor(f => f.WantedForm).NotNull().WithMessage("请选择信息形式。").IsInEnum().WithMessage("没有这种形式，请重新选择。");
        RuleFor(f => f.Delivery).NotNull().WithMessage("请选择获取方式。").IsInEnum().WithMessage("没有这种方式，请重新选择。");
        RuleFor(f => f.AcceptsNotice).Equal(true).WithMessage("请阅读隐私说明，并勾选同意。");
        RuleFor(f => f.Fax).Empty().WithMessage("没有提交成功：页面上隐藏的一栏被自动填写了。我们已把它清空，请再提交一次。").OverridePropertyName("");
    }
}

/// <summary>What the applicant adds.</summary>
public sealed class CorrectionForm : LookForm
{
    [Display(Name = "所需信息")]
    public string? Content { get; set; }
}

public sealed class CorrectionFormValidator : AbstractValidator<CorrectionForm>
{
    public CorrectionFormValidator()
    {
        Include(new LookFormValidator());
        RuleFor(f => f.Content).NotEmpty().WithMessage("请写明所需信息的名称、文号或者其他特征。").MaximumLength(InformationRequest.ContentMaxLength).WithMessage($"所需信息最多 {InformationRequest.ContentMaxLength} 个字。");
    }
}

/// <summary>The page to look a request up, and what was found.</summary>
/// <param name="Content">What the applicant has typed as a correction; null before.</param>
public sealed record RequestStatusPage(LookForm Form, RequestStatus? Status, string? Content = null);
