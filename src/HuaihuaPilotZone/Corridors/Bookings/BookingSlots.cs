using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.PublicPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>
/// The slots of departures, inside the caller's transaction. Each change is one UPDATE of the departure's row, which it holds until the transaction ends:
/// whoever takes, frees or waits passes one after the other there, on either database. It counts the departure's version up, so that nobody saves over it.
/// </summary>
public sealed class BookingSlots(PortalDbContext db, IOptions<BookingOptions> options, ChinaTime time)
{
    /// <summary>What a booking becomes that has got its slots.</summary>
    internal BookingState StateWithSlots => options.Value.ConfirmAtOnce ? BookingState.Confirmed : BookingState.Requested;

    /// <summary>Takes slots where the departure runs, takes goods and has them; a newcomer only while nobody waits.</summary>
    /// <param name="isNext">Whether it is the turn of the first one that waits.</param>
    internal async Task<bool> TakeAsync(int departureId, int slots, bool isNext, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var able = db.Departures.Where(d => d.Id == departureId && d.Status == DepartureStatus.Planned && d.CutOffAt > now && d.Booked + slots <= d.Capacity).Where(RunningWays.Runs);
        if (!isNext) able = able.Where(d => !db.Bookings.Any(b => b.DepartureId == d.Id && b.State == BookingState.Waiting));
        var rows = await able.ExecuteUpdateAsync(set => set.SetProperty(d => d.Booked, d => d.Booked + slots).SetProperty(d => d.Version, d => d.Version + 1), cancellation);
        if (rows == 1) db.PublicHasChanged(PublicTopic.Corridors);
        return rows == 1;
    }

    /// <summary>Gives slots back.</summary>
    internal async Task FreeAsync(int departureId, int slots, CancellationToken cancellation)
    {
        await db.Departures.Where(d => d.Id == departureId && d.Booked >= slots)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Booked, d => d.Booked - slots).SetProperty(d => d.Version, d => d.Version + 1), cancellation);
        db.PublicHasChanged(PublicTopic.Corridors);
    }

    /// <summary>Waits for its turn at a departure: from here to the end of the transaction nobody else changes its slots or its waiting list.</summary>
    internal Task TurnAsync(int departureId, CancellationToken cancellation) =>
        db.Departures.Where(d => d.Id == departureId).ExecuteUpdateAsync(set => set.SetProperty(d => d.Version, d => d.Version + 1), cancellation);

    /// <summary>Lets those in that wait, in the order in which they came; the first one that does not fit lets nobody pass. Part of a turn; the caller saves.</summary>
    internal async Task<IReadOnlyList<Booking>> PromoteAsync(int departureId, CancellationToken cancellation)
    {
        List<Booking> promoted = [];
        while (await db.Bookings.Where(b => b.DepartureId == departureId && b.State == BookingState.Waiting).OrderBy(b => b.Queue).ThenBy(b => b.Id).FirstOrDefaultAsync(cancellation) is { } next)
        {
            if (!await TakeAsync(departureId, next.Slots, isNext: true, cancellation)) break;
            (next.State, next.Queue, next.MovedAt) = (StateWithSlots, null, time.UtcNow);
            await db.SaveChangesAsync(cancellation);
            promoted.Add(next);
        }
        return promoted;
    }
}
