using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Editorial;

/// <summary>Why a text goes back to those who wrote it.</summary>
public sealed class ReasonForm
{
    public int Version { get; set; }

    [Display(Name = "退回理由")]
    public string? Reason { get; set; }
}

public sealed class ReasonFormValidator : AbstractValidator<ReasonForm>
{
    public ReasonFormValidator() =>
        RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明退回理由，撰写的人会看到。")
            .MaximumLength(EditedText.ReasonMaxLength).WithMessage("退回理由最多 {MaxLength} 个字。");
}

/// <summary>When a text is to be published by itself.</summary>
public sealed class ScheduleForm
{
    public int Version { get; set; }

    /// <summary>Time in Huaihua.</summary>
    [Display(Name = "发布时间")]
    public DateTime? At { get; set; }

    public static ScheduleForm Of(EditedText text) => new() { Version = text.Version, At = text.PublishAt is { } at ? ChinaTime.FromUtc(at) : null };
}

public sealed class ScheduleFormValidator : AbstractValidator<ScheduleForm>
{
    public ScheduleFormValidator() => RuleFor(f => f.At).NotNull().WithMessage("请填写发布的日期和时间。");
}

/// <summary>A page that asks what a step needs.</summary>
/// <param name="Back">Address of the text.</param>
public sealed record StepPage<TForm>(string Title, string Kind, string Back, TForm Form);

/// <summary>How far a text has come and what may be done next, as the page of the text shows it.</summary>
/// <param name="Address">Of the text at the desk.</param>
public sealed record StepsPanel(EditedText Text, EditorialChoices Choices, IReadOnlyList<TextFinding> Findings, string Address);

/// <summary>The address bar of the queue. Whatever stands in it, a list is shown.</summary>
public sealed record QueueQuery(string? View, string? Kind, string? Q, string? Sort, string? Dir, int? Page)
{
    public QueueFilter ToFilter() => new(
        SortChoice.Of(View, QueueView.InReview), Enum.TryParse<TextKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null, Q,
        SortChoice.Of(Sort, QueueSort.Waiting), SortChoice.IsDescending(Dir));
}

/// <summary>What waits for somebody.</summary>
public sealed record QueuePage(QueueQuery Query, QueueFilter Filter, IReadOnlyDictionary<QueueView, int> Counts, Page<QueueRow> Rows);
