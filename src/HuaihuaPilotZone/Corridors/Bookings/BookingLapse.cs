using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>Ends what can come to nothing any more: who still waits when no more goods are taken, and who was never answered when the train has left.</summary>
public sealed class BookingLapse(PortalDbContext db, BookingSlots slots, BookingNews news, IEnumerable<IBookingWatcher> watchers, PortalJournal journal, ChinaTime time)
{
    private const int MostAtOnce = 200;

    /// <returns>How many bookings were ended.</returns>
    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var due = await db.Bookings
            .Where(b => (b.State == BookingState.Waiting && b.Departure!.CutOffAt <= now) || (b.State == BookingState.Requested && b.Departure!.LeavesAt <= now))
            .OrderBy(b => b.Id).Select(b => new { b.Id, b.DepartureId }).Take(MostAtOnce).ToListAsync(cancellation);
        var ended = 0;
        foreach (var one in due)
        {
            if (await db.TryOnceAsync(token => EndAsync(one.Id, one.DepartureId, token), cancellation)) ended++;
        }
        return ended;
    }

    private async Task<Outcome> EndAsync(int id, int departureId, CancellationToken cancellation)
    {
        await slots.TurnAsync(departureId, cancellation);
        var booking = await db.Bookings.Include(b => b.Departure).SingleAsync(b => b.Id == id, cancellation);
        var now = time.UtcNow;
        var isLate = booking.State == BookingState.Waiting && booking.Departure!.CutOffAt <= now;
        if (!isLate && !(booking.State == BookingState.Requested && booking.Departure!.LeavesAt <= now)) return Outcome.Refused("已有变化。");
        var held = booking.State.Holds();
        booking.Answer = isLate ? "截单时间已过，没有空出舱位。" : "开车前没有得到确认。";
        (booking.State, booking.Queue, booking.MovedAt) = (BookingState.Refused, null, now);
        journal.Write(JournalSubjects.Booking, booking.Number, BookingActs.Lapsed, booking.Answer);
        await news.TellAsync(booking, $"订舱 {booking.Number}：{booking.State.Word()}", $"{booking.Departure!.Number}：{booking.Answer}订舱页上列出了可以改订的车次。", cancellation);
        foreach (var watcher in watchers) await watcher.EndedAsync(booking, cancellation);
        await db.SaveChangesAsync(cancellation);
        if (held) await slots.FreeAsync(departureId, booking.Slots, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }
}

/// <summary>Looks every ten minutes.</summary>
internal sealed class BookingWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<BookingWorker> logger) : RoundWorker(start, TimeSpan.FromMinutes(10), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BookingLapse>().EndAsync(cancellation) > 0;
    }
}
