using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>Takes bookings from state to state: sent, confirmed, refused, cancelled. Capacity, waiting list and state change together or not at all.</summary>
public sealed class BookingMoves(PortalDbContext db, BookingSlots slots, BookingNews news, IEnumerable<IBookingWatcher> watchers, PortalJournal journal, ChinaTime time)
{
    private const string Gone = "没有这份订舱。";
    private const string Changed = "您打开之后，他人已处理了这份订舱。请核对最新内容后再操作。";

    private static readonly Dictionary<BookingStep, (BookingState[] From, BookingState To, string Act, bool NeedsReason)> _steps = new()
    {
        [BookingStep.Request] = ([BookingState.Draft], BookingState.Requested, BookingActs.Requested, false),
        [BookingStep.Cancel] = ([BookingState.Draft, BookingState.Requested, BookingState.Confirmed, BookingState.Waiting], BookingState.Cancelled, BookingActs.Cancelled, false),
        [BookingStep.Confirm] = ([BookingState.Requested], BookingState.Confirmed, BookingActs.Confirmed, false),
        [BookingStep.Refuse] = ([BookingState.Requested, BookingState.Waiting], BookingState.Refused, BookingActs.Refused, true),
        [BookingStep.TakeBack] = ([BookingState.Confirmed], BookingState.Cancelled, BookingActs.TakenBack, true),
    };

    /// <summary>The steps that a side may take from a state.</summary>
    /// <param name="isPark">The park's side; otherwise the enterprise's.</param>
    public static IReadOnlyList<BookingStep> StepsFrom(BookingState state, bool isPark) => [.. _steps.Where(s => s.Value.From.Contains(state) && IsOfPark(s.Key) == isPark).Select(s => s.Key)];

    /// <summary>Takes a step. Of two people at once the first one counts, and the second one is told.</summary>
    /// <param name="enterpriseId">The enterprise that acts; null for the park. Neither may take the other's steps.</param>
    /// <param name="version">The version that the page showed.</param>
    /// <param name="note">What the other side reads; a reason where one is needed.</param>
    /// <returns>What the booking is now.</returns>
    public async Task<Outcome<BookingState>> StepAsync(string number, int? enterpriseId, BookingStep step, int version, string? note, CancellationToken cancellation)
    {
        if (IsOfPark(step) != (enterpriseId is null)) return Outcome.Refused("这一步由另一方办理。");
        if (_steps[step].NeedsReason && note is null) return Outcome.Refused("Note", "请写明原因，订舱企业会看到。");
        try
        {
            var outcome = await db.InTransactionAsync<BookingState>(
                token => step == BookingStep.Request ? RequestAsync(number, enterpriseId!.Value, version, token) : MoveAsync(number, enterpriseId, step, version, note, token), cancellation);
            if (outcome.IsDone) PortalMeter.Booked(outcome.Value.ToString());
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Changed);
        }
    }

    private async Task<Outcome<BookingState>> RequestAsync(string number, int enterpriseId, int version, CancellationToken cancellation)
    {
        var booking = await db.Bookings.Include(b => b.Enterprise).Include(b => b.From).Include(b => b.To).SingleOrDefaultAsync(b => b.Number == number && b.EnterpriseId == enterpriseId, cancellation);
        if (booking is null) return Outcome.Refused(Gone);
        if (NotFrom(booking, BookingStep.Request) is { } wrong) return wrong;
        db.Expect(booking, version);
        if (BookingRules.Refuse(booking, await DepartureAsync(booking.DepartureId, cancellation), time.UtcNow) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var isTaken = await slots.TakeAsync(booking.DepartureId, booking.Slots, isNext: false, cancellation);
        if (!isTaken)
        {
            // whoever gives slots back now waits until this one stands on the list, and then finds it there
            await slots.TurnAsync(booking.DepartureId, cancellation);
            isTaken = await slots.TakeAsync(booking.DepartureId, booking.Slots, isNext: false, cancellation);
        }
        var departure = await DepartureAsync(booking.DepartureId, cancellation);
        if (!isTaken && BookingRules.Refuse(booking, departure, time.UtcNow) is { Count: > 0 } meanwhile) return Outcome.Refused(meanwhile);
        (booking.State, booking.Queue, booking.MovedAt) = isTaken ? (slots.StateWithSlots, (int?)null, time.UtcNow) : (BookingState.Waiting, departure.Version, time.UtcNow);
        journal.Write(JournalSubjects.Booking, number, isTaken ? BookingActs.Requested : BookingActs.Queued, $"{departure.Number}，{booking.Slots} 个标箱位");
        if (booking.State == BookingState.Confirmed) journal.Write(JournalSubjects.Booking, number, BookingActs.Confirmed, "有舱位，按设置即时确认");
        await news.TellParkAsync(booking, departure, cancellation);
        await db.SaveChangesAsync(cancellation);
        return booking.State;
    }

    private async Task<Outcome<BookingState>> MoveAsync(string number, int? enterpriseId, BookingStep step, int version, string? note, CancellationToken cancellation)
    {
        var rows = db.Bookings.Where(b => b.Number == number && (enterpriseId == null ? b.State != BookingState.Draft : b.EnterpriseId == enterpriseId));
        if (await rows.Select(b => (int?)b.DepartureId).SingleOrDefaultAsync(cancellation) is not { } departureId) return Outcome.Refused(Gone);
        await slots.TurnAsync(departureId, cancellation);
        var booking = await rows.Include(b => b.Enterprise).Include(b => b.From).Include(b => b.To).SingleAsync(cancellation);
        if (NotFrom(booking, step) is { } wrong) return wrong;
        var departure = await DepartureAsync(departureId, cancellation);
        if (booking.State.Holds() && step != BookingStep.Confirm && departure.Status == DepartureStatus.Planned && departure.LeavesAt <= time.UtcNow) return Outcome.Refused("车次已经开出，不能再取消。");
        if (step == BookingStep.Confirm && BookingRules.NotRunning(departure) is { } still) return Outcome.Refused(still);
        db.Expect(booking, version);
        var was = booking.State;
        var (_, to, act, _) = _steps[step];
        (booking.State, booking.Queue, booking.Answer, booking.MovedAt) = (to, null, note ?? booking.Answer, time.UtcNow);
        journal.Write(JournalSubjects.Booking, number, act, note);
        if (enterpriseId is null) await news.TellEnterpriseAsync(booking, departure, note, cancellation);
        else if (was.Holds()) await news.TellParkAsync(booking, departure, cancellation);
        if (to is BookingState.Cancelled or BookingState.Refused)
        {
            foreach (var watcher in watchers) await watcher.EndedAsync(booking, cancellation);
        }
        await db.SaveChangesAsync(cancellation);
        if (was.Holds() && !to.Holds()) await slots.FreeAsync(departureId, booking.Slots, cancellation);
        // who waited in front of others may have kept smaller ones from fitting
        if ((was.Holds() && !to.Holds()) || was == BookingState.Waiting) await FillAsync(departure, cancellation);
        await db.SaveChangesAsync(cancellation);
        return to;
    }

    /// <summary>Lets those in that wait, and tells them. Part of a turn of the departure.</summary>
    internal async Task FillAsync(Departure departure, CancellationToken cancellation)
    {
        foreach (var booking in await slots.PromoteAsync(departure.Id, cancellation))
        {
            journal.Write(JournalSubjects.Booking, booking.Number, BookingActs.Promoted, $"{departure.Number} 空出舱位，按候补次序补上");
            await news.TellPromotedAsync(booking, departure, cancellation);
        }
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Lets those in that wait on departures which run again: slots that were given back meanwhile went to nobody.</summary>
    internal async Task FillResumedAsync(IEnumerable<HeldBooking> resumed, CancellationToken cancellation)
    {
        foreach (var id in resumed.Where(b => b.State == BookingState.Waiting).Select(b => b.DepartureId).Distinct().Order())
        {
            await slots.TurnAsync(id, cancellation);
            await FillAsync(await db.Departures.AsNoTracking().SingleAsync(d => d.Id == id, cancellation), cancellation);
        }
    }

    private Task<Departure> DepartureAsync(int id, CancellationToken cancellation) => db.Departures.AsNoTracking().Include(d => d.Service!.Corridor!.Standings).Include(d => d.Stops).ThenInclude(s => s.Node).AsSplitQuery().SingleAsync(d => d.Id == id, cancellation);

    private static Outcome? NotFrom(Booking booking, BookingStep step) =>
        _steps[step].From.Contains(booking.State) ? null : Outcome.Refused($"这份订舱现在是“{booking.State.Word()}”，请核对后再操作。");

    private static bool IsOfPark(BookingStep step) => step is BookingStep.Confirm or BookingStep.Refuse or BookingStep.TakeBack;
}
