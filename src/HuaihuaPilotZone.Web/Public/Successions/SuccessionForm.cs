using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Public.Successions;

/// <summary>A request to take over, as a visitor writes it.</summary>
public sealed class SuccessionForm
{
    [Display(Name = "统一社会信用代码")]
    public string? CreditCode { get; set; }

    [Display(Name = "情况说明")]
    public string? Reason { get; set; }

    [Display(Name = "证明材料")]
    public IReadOnlyList<IFormFile>? File { get; set; }

    [Display(Name = "姓名")]
    public string? Name { get; set; }

    [Display(Name = "职务")]
    public string? Position { get; set; }

    [Display(Name = "电话")]
    public string? Phone { get; set; }

    [Display(Name = "邮箱")]
    public string? Email { get; set; }

    /// <summary>Hidden from people; a program that fills in everything gives itself away.</summary>
    public string? Fax { get; set; }

    /// <summary>When the form was opened, sealed.</summary>
    public string? Stamp { get; set; }

    [Display(Name = "隐私说明")]
    public bool AcceptsNotice { get; set; }

    public string? NoticeVersion { get; set; }

    public SuccessionRequest ToRequest() => new(
        CreditCode!, new SuccessionPerson(Name!.Trim(), Position!.Trim(), Phone!.Trim(), Email!.Trim()), Reason!.Trim().ReplaceLineEndings("\n"), new PrivacyConsent(AcceptsNotice, NoticeVersion));
}

public sealed class SuccessionFormValidator : AbstractValidator<SuccessionForm>
{
    public SuccessionFormValidator()
    {
        RuleFor(f => f.CreditCode).FitsRoster(f => f.Reason);
        RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明情况：原管理员何时离开，由谁接任。").MaximumLength(Succession.ReasonMaxLength).WithMessage($"情况最多 {Succession.ReasonMaxLength} 个字。");
        RuleFor(f => f.File).Must(f => f is { Count: > 0 }).WithMessage("请上传证明材料，如盖章的授权书或任免文件。")
            .Must(f => f is null || f.Count <= Succession.MostFiles).WithMessage($"最多上传 {Succession.MostFiles} 个文件。");
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写姓名。").MaximumLength(PortalUser.DisplayNameMaxLength).WithMessage($"姓名最多 {PortalUser.DisplayNameMaxLength} 个字。");
        RuleFor(f => f.Position).NotEmpty().WithMessage("请填写职务。").MaximumLength(Contact.PositionMaxLength).WithMessage($"职务最多 {Contact.PositionMaxLength} 个字。");
        RuleFor(f => f.Phone).NotEmpty().WithMessage("请填写电话，园区会打电话核实。").IsPhone();
        RuleFor(f => f.Email).NotEmpty().WithMessage("请填写邮箱，结果会发到这里。").IsMail();
        RuleFor(f => f.AcceptsNotice).Equal(true).WithMessage("请阅读隐私说明，并勾选同意。");
        RuleFor(f => f.Fax).Empty().WithMessage("没有提交成功：页面上隐藏的一栏被自动填写了。我们已把它清空，请再提交一次。").OverridePropertyName("");
    }
}
