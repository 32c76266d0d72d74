using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Yard.Inspections;

namespace HuaihuaPilotZone.Web.Shared.Inspections;

/// <summary>The next step of a booking.</summary>
public sealed class InspectionStepForm
{
    public int Version { get; set; }

    public InspectionStep? Step { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }
}

public sealed class InspectionStepFormValidator : AbstractValidator<InspectionStepForm>
{
    public InspectionStepFormValidator()
    {
        RuleFor(f => f.Step).NotNull().WithMessage("请选择要做的操作。").IsInEnum().WithMessage("没有这种操作，请刷新后再试。");
        RuleFor(f => f.Note).MaximumLength(InspectionBooking.NoteMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
    }
}

/// <summary>A booking as one of the two sides sees it.</summary>
/// <param name="Address">Address of this page.</param>
/// <param name="IsPark">The park's side.</param>
public sealed record BookingPage(InspectionBooking Booking, Page<JournalLine> History, IReadOnlyList<InspectionStep> Steps, InspectionStepForm Form, string Address, bool IsPark);

public static class InspectionTones
{
    public static string Tone(this InspectionState state) => state switch
    {
        InspectionState.Booked => "info",
        InspectionState.Arrived => "warn",
        InspectionState.Done => "ok",
        InspectionState.NoShow => "bad",
        _ => "mute",
    };

    /// <summary>What stands on the button.</summary>
    public static string Word(this InspectionStep step) => step switch
    {
        InspectionStep.Arrive => "登记到场",
        InspectionStep.Finish => "查验结束",
        InspectionStep.MarkNoShow => "记为未到",
        InspectionStep.Cancel => "取消预约",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };
}
