using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Letters;

/// <summary>What the address of the list says.</summary>
public sealed record LetterDeskQuery(string? Q, LetterState? State, LetterKind? Kind, bool Mine, string? Sort, string? Dir, int? Page)
{
    public LetterFilter ToFilter() => new(Q, State, Kind, Mine, SortChoice.Of(Sort, LetterSort.Waiting), SortChoice.IsDescending(Dir));
}

/// <summary>The list.</summary>
public sealed record LetterDeskPage(LetterDeskQuery Query, Page<LetterRow> Rows);

/// <summary>To whom a letter goes.</summary>
public sealed class AssignForm
{
    public int Version { get; set; }

    [Display(Name = "办理人")]
    public int? HandlerId { get; set; }

    [Display(Name = "交办说明")]
    public string? Note { get; set; }
}

public sealed class AssignFormValidator : AbstractValidator<AssignForm>
{
    public AssignFormValidator()
    {
        RuleFor(f => f.HandlerId).NotNull().WithMessage("请选择办理人。");
        RuleFor(f => f.Note).MaximumLength(Letter.ReasonMaxLength).WithMessage($"交办说明最多 {Letter.ReasonMaxLength} 个字。");
    }
}

/// <summary>The answer to a letter.</summary>
public sealed class ReplyForm
{
    public int Version { get; set; }

    [Display(Name = "答复")]
    public string? Reply { get; set; }
}

public sealed class ReplyFormValidator : AbstractValidator<ReplyForm>
{
    public ReplyFormValidator() =>
        RuleFor(f => f.Reply).NotEmpty().WithMessage("请写明答复。").MaximumLength(Letter.ReplyMaxLength).WithMessage($"答复最多 {Letter.ReplyMaxLength} 个字。");
}

/// <summary>One letter at the desk.</summary>
public sealed record LetterWorkPage(LetterDetail Detail, IReadOnlyList<LetterHandler> Handlers, Page<JournalLine> History, AssignForm Assign, ReplyForm Reply);
