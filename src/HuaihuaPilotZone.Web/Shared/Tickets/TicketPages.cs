using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Parks.Tickets;

namespace HuaihuaPilotZone.Web.Shared.Tickets;

/// <summary>The next step of a repair.</summary>
public sealed class TicketStepForm
{
    public int Version { get; set; }

    public TicketStep? Step { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }
}

public sealed class TicketStepFormValidator : AbstractValidator<TicketStepForm>
{
    public TicketStepFormValidator()
    {
        RuleFor(f => f.Step).NotNull().WithMessage("请选择要做的操作。").IsInEnum().WithMessage("没有这种操作，请刷新后再试。");
        RuleFor(f => f.Note).MaximumLength(Ticket.AnswerMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
    }
}

/// <summary>A repair as one of the two sides sees it.</summary>
/// <param name="Address">Address of this page.</param>
public sealed record TicketPage(Ticket Ticket, Page<JournalLine> History, IReadOnlyList<TicketStep> Steps, TicketStepForm Form, string Address);

public static class TicketTones
{
    public static string Tone(this TicketState state) => state switch
    {
        TicketState.Reported => "info",
        TicketState.Accepted => "warn",
        TicketState.Done => "info",
        TicketState.Closed => "ok",
        _ => "mute",
    };

    /// <summary>What stands on the button.</summary>
    public static string Word(this TicketStep step) => step switch
    {
        TicketStep.Accept => "受理",
        TicketStep.Refuse => "不予受理",
        TicketStep.Finish => "已修好",
        TicketStep.Confirm => "确认办结",
        TicketStep.Reopen => "没有修好",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };
}
