using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.People;

/// <summary>Invites a member of staff.</summary>
public sealed class InviteForm
{
    [Display(Name = "姓名")]
    public string? Name { get; set; }

    [Display(Name = "邮箱")]
    public string? Email { get; set; }

    [Display(Name = "角色")]
    public List<string> Roles { get; set; } = [];
}

public sealed class RolesFormValidator : AbstractValidator<RolesForm>
{
    public RolesFormValidator() => RuleFor(f => f.Roles).Must(r => r.Count <= StaffRoles.All.Count).WithMessage("角色太多，请重新选择。");
}

public sealed class InviteFormValidator : AbstractValidator<InviteForm>
{
    public InviteFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写姓名。").MaximumLength(PortalUser.DisplayNameMaxLength).WithMessage($"姓名最多 {PortalUser.DisplayNameMaxLength} 个字。");
        RuleFor(f => f.Email).NotEmpty().WithMessage("请填写邮箱，一次性链接会发到这里。").IsMail();
        RuleFor(f => f.Roles).NotEmpty().WithMessage("请至少选择一个角色。");
    }
}

/// <summary>The staff roles a person shall have; none takes all away.</summary>
public sealed class RolesForm
{
    public List<string> Roles { get; set; } = [];
}

/// <summary>Why an account is disabled or enabled.</summary>
public sealed class ReasonForm
{
    [Display(Name = "原因")]
    public string? Reason { get; set; }
}

public sealed class ReasonFormValidator : AbstractValidator<ReasonForm>
{
    private const int MaxLength = 300;

    public ReasonFormValidator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明原因。").MaximumLength(MaxLength).WithMessage($"原因最多 {MaxLength} 个字。");
}

/// <summary>People and open invitations.</summary>
public sealed record PeoplePage(PeopleQuery Query, Page<PersonRow> People, IReadOnlyList<OpenInvitation> Invitations);

/// <summary>One person with the forms that change them.</summary>
public sealed record PersonPage(PersonDetail Detail, Page<JournalLine> History, ReasonForm Reason, bool IsSelf);
