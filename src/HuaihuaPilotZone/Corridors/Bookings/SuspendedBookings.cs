using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>
/// Tells those who have booked that the corridor of their departure will be suspended on its day, or will not be after all: once, when that is said, since it is the
/// difference between the days before and after that is told.
/// </summary>
public sealed class SuspendedBookings(PortalDbContext db, BookingMoves moves, BookingSlots slots, Outbox outbox, PortalJournal journal, ChinaTime time) : ICorridorWatcher
{
    private const int MostBookings = 5_000;
    private const int MostNamed = 20;

    private static readonly BookingState[] _concerned = [BookingState.Requested, BookingState.Confirmed, BookingState.Waiting];

    /// <summary>Open bookings on departures that fall into days on which the corridor is suspended, and whose they are.</summary>
    /// <param name="corridor">With its statuses.</param>
    public async Task<SuspensionEffect> HeldAsync(Corridor corridor, CancellationToken cancellation)
    {
        var days = SuspendedDays.Of(corridor);
        var held = (await OpenAsync(corridor.Id, cancellation)).Where(b => days.Since(b.Day) is not null).ToList();
        return new SuspensionEffect(held.Count, held.DistinctBy(b => b.EnterpriseId).Count());
    }

    public async Task<int> CountAsync(int corridorId, SuspendedDays before, SuspendedDays after, CancellationToken cancellation) =>
        (await OpenAsync(corridorId, cancellation)).Count(b => before.Since(b.Day) is null != after.Since(b.Day) is null);

    public async Task FollowAsync(Corridor corridor, SuspendedDays before, CancellationToken cancellation)
    {
        var now = SuspendedDays.Of(corridor);
        var open = await OpenAsync(corridor.Id, cancellation);
        await TellAsync(corridor, [.. open.Where(b => before.Since(b.Day) is null && now.Since(b.Day) is not null)], now, isSuspended: true, cancellation);
        List<Held> resumed = [.. open.Where(b => before.Since(b.Day) is not null && now.Since(b.Day) is null)];
        await TellAsync(corridor, resumed, before, isSuspended: false, cancellation);
        await FillAsync([.. resumed.Where(b => b.State == BookingState.Waiting).Select(b => b.DepartureId).Distinct().Order()], cancellation);
    }

    /// <summary>Slots that were given back meanwhile went to nobody.</summary>
    private async Task FillAsync(IReadOnlyList<int> departures, CancellationToken cancellation)
    {
        foreach (var id in departures)
        {
            await slots.TurnAsync(id, cancellation);
            await moves.FillAsync(await db.Departures.AsNoTracking().SingleAsync(d => d.Id == id, cancellation), cancellation);
        }
    }

    private async Task TellAsync(Corridor corridor, List<Held> bookings, SuspendedDays days, bool isSuspended, CancellationToken cancellation)
    {
        var act = isSuspended ? BookingActs.WaySuspended : BookingActs.WayResumed;
        foreach (var booking in bookings) journal.Write(JournalSubjects.Booking, booking.Number, act, $"{corridor.Name}{Said(days.Since(booking.Day)!.Value)}停运");
        foreach (var own in bookings.GroupBy(b => b.EnterpriseId).OrderBy(g => g.Key))
        {
            var since = string.Join("、", own.Select(b => days.Since(b.Day)!.Value).Distinct().Order().Select(Said));
            var what = isSuspended
                ? $"{corridor.Name}{since}停运，下列订舱的车次当天不开行，请改订或取消。"
                : $"{corridor.Name}{since}的停运已撤销或改期，下列订舱的车次照原计划开行，订舱继续有效。";
            await outbox.NotifyAsync(
                Audience.Enterprise(own.Key, own.First().CreatedById),
                new NoticeDraft(MessageKind.BookingMoved, $"{corridor.Name}：{BookingActs.Word(act)}", $"{what}涉及 {own.Count()} 份：{Named([.. own])}", LinkOf([.. own]), own.Key), cancellation);
        }
    }

    private Task<List<Held>> OpenAsync(int corridorId, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return db.Bookings.AsNoTracking()
            .Where(b => _concerned.Contains(b.State) && b.Departure!.Service!.CorridorId == corridorId && b.Departure.LeavesAt > now && b.Departure.Status == DepartureStatus.Planned)
            .OrderBy(b => b.Id).Select(b => new Held(b.Number, b.State, b.EnterpriseId, b.CreatedById, b.DepartureId, b.Departure!.Number, b.Departure.Day)).Take(MostBookings).ToListAsync(cancellation);
    }

    private static string Said(DateOnly since) => since == DateOnly.MinValue ? "" : string.Create(CultureInfo.InvariantCulture, $" {since:yyyy-MM-dd} 起");

    private static string Named(List<Held> own) => string.Join("、", own.Take(MostNamed).Select(b => $"{b.Number}（{b.Departure}）")) + (own.Count > MostNamed ? "等" : null);

    private static string LinkOf(List<Held> own) =>
        own.Count == 1 ? $"/enterprise/bookings/{own[0].Number}" : own.TrueForAll(b => b.DepartureId == own[0].DepartureId) ? $"/enterprise/bookings?q={own[0].Departure}" : "/enterprise/bookings";

    private sealed record Held(string Number, BookingState State, int EnterpriseId, int? CreatedById, int DepartureId, string Departure, DateOnly Day);
}

/// <summary>Bookings that a suspension reaches, and how many enterprises made them.</summary>
public sealed record SuspensionEffect(int Bookings, int Enterprises);
