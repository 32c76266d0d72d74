using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Shared.Members;

/// <summary>Invites a person of an enterprise, by the park or by the enterprise itself.</summary>
public sealed class InviteMemberForm
{
    [Display(Name = "姓名")]
    public string? Name { get; set; }

    [Display(Name = "邮箱")]
    public string? Email { get; set; }

    [Display(Name = "身份")]
    public MembershipRole? Role { get; set; }
}

public sealed class InviteMemberFormValidator : AbstractValidator<InviteMemberForm>
{
    public InviteMemberFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写姓名。").MaximumLength(PortalUser.DisplayNameMaxLength).WithMessage($"姓名最多 {PortalUser.DisplayNameMaxLength} 个字。");
        RuleFor(f => f.Email).NotEmpty().WithMessage("请填写邮箱，一次性链接会发到这里。").IsMail();
        RuleFor(f => f.Role).NotNull().WithMessage("请选择身份。").IsInEnum().WithMessage("没有这个身份，请重新选择。");
    }
}
