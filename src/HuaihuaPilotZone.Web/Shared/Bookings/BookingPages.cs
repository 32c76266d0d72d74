using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Shared.Bookings;

/// <summary>The address bar of a list of bookings. Whatever stands in it, a list is shown.</summary>
public sealed record BookingQuery(string? Q, BookingState? State, string? Departure, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrWhiteSpace(Departure);

    /// <param name="enterpriseId">Null for the park.</param>
    public BookingFilter ToFilter(int? enterpriseId) => new(
        Q, State is { } state && Enum.IsDefined(state) ? state : null, Departure, enterpriseId, SortChoice.Of(Sort, BookingSort.Made), SortChoice.IsDescending(Dir, usual: SortChoice.Of(Sort, BookingSort.Made) != BookingSort.Leaves));
}

/// <summary>A list of bookings.</summary>
/// <param name="Home">Address of the list.</param>
/// <param name="Load">How full the departure is that the list is narrowed to.</param>
public sealed record BookingListPage(BookingQuery Query, Page<BookingRow> Rows, string Home, bool IsPark, DepartureLoad? Load = null);

/// <summary>The next step of a booking.</summary>
public sealed class BookingStepForm
{
    public int Version { get; set; }

    public BookingStep? Step { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }
}

public sealed class BookingStepFormValidator : AbstractValidator<BookingStepForm>
{
    public BookingStepFormValidator()
    {
        RuleFor(f => f.Step).NotNull().WithMessage("请选择要做的操作。").IsInEnum().WithMessage("没有这种操作，请刷新后再试。");
        RuleFor(f => f.Note).MaximumLength(Booking.AnswerMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
    }
}

/// <summary>A booking as one of the two sides sees it.</summary>
/// <param name="Place">Its place on the waiting list.</param>
/// <param name="Deadlines">For its section; null where the departure does not serve that any more.</param>
/// <param name="Offers">Departures after this one; where it cannot be had any more.</param>
/// <param name="Address">Address of this page.</param>
/// <param name="Declaration">What was typed of a declaration that was refused.</param>
public sealed record BookingPage(
    Booking Booking, Page<JournalLine> History, IReadOnlyList<BookingStep> Steps, int? Place, DepartureLoad? Load, TripDeadlines? Deadlines, IReadOnlyList<BookableDeparture> Offers, IReadOnlyList<ConsignmentLink> Consignments, BookingStepForm Form, string Address, bool IsPark, string? Declaration = null);

public static class BookingTones
{
    public static string Tone(this BookingState state) => state switch
    {
        BookingState.Draft => "hollow",
        BookingState.Requested => "info",
        BookingState.Confirmed => "ok",
        BookingState.Waiting => "warn",
        BookingState.Refused => "bad",
        _ => "mute",
    };

    /// <summary>What stands on the button.</summary>
    public static string Word(this BookingStep step) => step switch
    {
        BookingStep.Request => "提交订舱",
        BookingStep.Cancel => "取消订舱",
        BookingStep.Confirm => "确认订舱",
        BookingStep.Refuse => "不接受",
        BookingStep.TakeBack => "取消这份订舱",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    /// <summary>How a departure stands: planned, cancelled, or its corridor suspended.</summary>
    public static string DepartureWord(this BookingRow row) => row.DepartureStatus == DepartureStatus.Planned && row.SuspendedSince is { } since ? since.Suspended() : row.DepartureStatus.Word();

    /// <summary>That a corridor is suspended, and since when where that is known.</summary>
    public static string Suspended(this DateOnly since) => new Suspension(since, Until: null).Suspended();

    /// <summary>That a corridor is suspended, with its first and its last day where they are known.</summary>
    public static string Suspended(this Suspension suspension) => (suspension.From == DateOnly.MinValue, suspension.Until) switch
    {
        (true, null) => "停运",
        (true, { } until) => $"停运（至 {ListTimes.Of(until)}）",
        (false, null) => $"停运（{ListTimes.Of(suspension.From)} 起）",
        (false, { } until) => $"停运（{ListTimes.Of(suspension.From)} 至 {ListTimes.Of(until)}）",
    };

    public static bool IsMild(this BookingStep step) => step is BookingStep.Request or BookingStep.Confirm;
}
