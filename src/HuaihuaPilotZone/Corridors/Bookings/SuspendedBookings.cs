using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>
/// Tells those who have booked that the corridor of their departure will be suspended on its day, or will not be after all: once, when that is said, since it is the
/// difference between the days before and after that is told.
/// </summary>
public sealed class SuspendedBookings(PortalDbContext db, BookingMoves moves, Outbox outbox, PortalJournal journal, ChinaTime time) : ICorridorWatcher
{
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
        List<HeldBooking> resumed = [.. open.Where(b => before.Since(b.Day) is not null && now.Since(b.Day) is null)];
        await TellAsync(corridor, resumed, before, isSuspended: false, cancellation);
        await moves.FillResumedAsync(resumed, cancellation);
    }

    private async Task TellAsync(Corridor corridor, List<HeldBooking> bookings, SuspendedDays days, bool isSuspended, CancellationToken cancellation)
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
                new NoticeDraft(MessageKind.BookingMoved, $"{corridor.Name}：{BookingActs.Word(act)}", $"{what}涉及 {own.Count()} 份：{HeldBooking.Named([.. own])}", HeldBooking.LinkOf([.. own]), own.Key), cancellation);
        }
    }

    private Task<List<HeldBooking>> OpenAsync(int corridorId, CancellationToken cancellation) => HeldBooking.ListAsync(db, b => b.Departure!.Service!.CorridorId == corridorId, time.UtcNow, cancellation);

    private static string Said(DateOnly since) => since == DateOnly.MinValue ? "" : string.Create(CultureInfo.InvariantCulture, $" {since:yyyy-MM-dd} 起");
}

/// <summary>Bookings that a suspension reaches, and how many enterprises made them.</summary>
public sealed record SuspensionEffect(int Bookings, int Enterprises);
