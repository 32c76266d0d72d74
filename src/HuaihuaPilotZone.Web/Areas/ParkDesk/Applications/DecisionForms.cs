using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Applications;

/// <summary>Lets an enterprise in.</summary>
public sealed class ApprovalForm
{
    [Display(Name = "入驻阶段")]
    public EnterpriseStage? Stage { get; set; }

    [Display(Name = "阶段开始日期")]
    public DateOnly? On { get; set; }

    [Display(Name = "片区")]
    public int? ParkAreaId { get; set; }

    [Display(Name = "租用单元")]
    public int? UnitId { get; set; }

    [Display(Name = "租约终止日")]
    public DateOnly? LeaseUntil { get; set; }

    [Display(Name = "备注")]
    public string? Remark { get; set; }
}

public sealed class ApprovalFormValidator : AbstractValidator<ApprovalForm>
{
    public ApprovalFormValidator(ChinaTime time)
    {
        RuleFor(f => f.Stage).NotNull().WithMessage("请选择入驻阶段。").Must(s => s is null || EntryReview.FirstStages.Contains(s.Value)).WithMessage("入驻时的阶段只能是“签约”或“意向”。");
        RuleFor(f => f.On).NotNull().WithMessage("请填写阶段开始日期。").Must(d => d is null || d <= time.Today).WithMessage("阶段开始日期不能晚于今天。");
        RuleFor(f => f.Remark).MaximumLength(EntryApplication.ReasonMaxLength).WithMessage($"备注最多 {EntryApplication.ReasonMaxLength} 个字。");
    }
}

/// <summary>Refuses an application.</summary>
public sealed class RefusalForm
{
    [Display(Name = "原因")]
    public string? Reason { get; set; }
}

public sealed class RefusalFormValidator : AbstractValidator<RefusalForm>
{
    public RefusalFormValidator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明原因，申请人会收到。")
        .MaximumLength(EntryApplication.ReasonMaxLength).WithMessage($"原因最多 {EntryApplication.ReasonMaxLength} 个字。");
}

/// <summary>The address bar of the queue. Whatever stands in it, a list is shown.</summary>
public sealed record ApplicationQuery(string? Q, ApplicationState? State, bool? All, EnterpriseType? Type, string? Sort, string? Dir, int? Page)
{
    // what waits comes first, what came last on top; everything is one click away
    public ApplicationFilter ToFilter()
    {
        var sort = SortChoice.Of(Sort, ApplicationSort.Submitted);
        return new ApplicationFilter(All == true ? null : State ?? ApplicationState.Submitted, Q, Type, sort, !SortChoice.IsDescending(Dir, sort == ApplicationSort.Submitted));
    }
}

public sealed class ApplicationQueryValidator : AbstractValidator<ApplicationQuery>
{
    public ApplicationQueryValidator() => RuleFor(q => q.Q).MaximumLength(SearchWord.MaxLength).WithMessage("搜索词最多 {MaxLength} 个字。");
}

/// <summary>An application with both forms under it.</summary>
public sealed record ApplicationPage(EntryApplication Application, IReadOnlyList<ParkArea> Areas, VacantChoice Units, ApprovalForm Approval, RefusalForm Refusal);
