using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.People;

/// <summary>What a member may do.</summary>
public sealed class ColleagueRoleForm
{
    [Display(Name = "身份")]
    public MembershipRole? Role { get; set; }
}

public sealed class ColleagueRoleFormValidator : AbstractValidator<ColleagueRoleForm>
{
    public ColleagueRoleFormValidator() => RuleFor(f => f.Role).NotNull().WithMessage("请选择身份。").IsInEnum().WithMessage("没有这个身份，请重新选择。");
}

/// <summary>Why somebody is suspended or removed; the person reads it.</summary>
public sealed class ColleagueReasonForm
{
    [Display(Name = "原因")]
    public string? Reason { get; set; }
}

public sealed class ColleagueReasonFormValidator : AbstractValidator<ColleagueReasonForm>
{
    public ColleagueReasonFormValidator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明原因，对方会看到。")
        .MaximumLength(EnterprisePeople.ReasonMaxLength).WithMessage($"原因最多 {EnterprisePeople.ReasonMaxLength} 个字。");
}

/// <summary>An objection of a present administrator.</summary>
public sealed class ObjectionForm
{
    [Display(Name = "异议的理由")]
    public string? Objection { get; set; }
}

public sealed class ObjectionFormValidator : AbstractValidator<ObjectionForm>
{
    public ObjectionFormValidator() => RuleFor(f => f.Objection).NotEmpty().WithMessage("请写明异议的理由。")
        .MaximumLength(Succession.ReasonMaxLength).WithMessage($"理由最多 {Succession.ReasonMaxLength} 个字。");
}

/// <summary>The people of the enterprise.</summary>
public sealed record ColleaguesPage(string EnterpriseName, string? Word, Page<EnterprisePerson> People, IReadOnlyList<OpenInvitation> Invitations, IReadOnlyList<SuccessionNotice> Successions);

/// <summary>One of them, with what can be done.</summary>
public sealed record ColleaguePage(EnterprisePerson Person, ColleagueReasonForm Reason);

/// <summary>A request to take over, as the present administrators see it.</summary>
public sealed record SuccessionNoticePage(SuccessionNotice Request, ObjectionForm Form);
