using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.EnterpriseParts;

/// <summary>Invites a person of an enterprise: for enterprises that came into the roster without an application, or whose people have left.</summary>
public sealed class MemberForm
{
    [Display(Name = "姓名")]
    public string? Name { get; set; }

    [Display(Name = "邮箱")]
    public string? Email { get; set; }

    [Display(Name = "身份")]
    public MembershipRole? Role { get; set; }
}

public sealed class MemberFormValidator : AbstractValidator<MemberForm>
{
    public MemberFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写姓名。").MaximumLength(PortalUser.DisplayNameMaxLength).WithMessage($"姓名最多 {PortalUser.DisplayNameMaxLength} 个字。");
        RuleFor(f => f.Email).NotEmpty().WithMessage("请填写邮箱，一次性链接会发到这里。").IsMail();
        RuleFor(f => f.Role).NotNull().WithMessage("请选择身份。").IsInEnum().WithMessage("没有这个身份，请重新选择。");
    }
}
