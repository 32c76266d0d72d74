using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>Tells those who have booked that their service belongs to another corridor, which may be suspended on their day, or run where the former one was.</summary>
public sealed class MovedServices(PortalDbContext db, BookingMoves moves, Outbox outbox, PortalJournal journal, ChinaTime time) : IServiceWatcher
{
    public async Task MovedAsync(int serviceId, int? former, CancellationToken cancellation)
    {
        var service = await db.ScheduledServices.AsNoTracking().SingleAsync(s => s.Id == serviceId, cancellation);
        int[] ids = [.. new[] { former, service.CorridorId }.OfType<int>()];
        // whoever suspends one of them at this moment comes before or after, never in between
        await db.Corridors.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version), cancellation);
        var corridors = await db.Corridors.AsNoTracking().Include(c => c.Standings).Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancellation);
        var (before, after) = (corridors.Find(c => c.Id == former), corridors.Find(c => c.Id == service.CorridorId));
        var what = $"班次 {service.Code} {service.Name} 的所属通道由“{NameOf(before)}”改为“{NameOf(after)}”";
        var open = await OpenAsync(serviceId, cancellation);
        foreach (var booking in open) journal.Write(JournalSubjects.Booking, booking.Number, BookingActs.WayChanged, what + (IsSuspended(after, booking) ? "，车次当天停运" : null));
        foreach (var own in open.GroupBy(b => b.EnterpriseId).OrderBy(g => g.Key))
            await outbox.NotifyAsync(
                Audience.Enterprise(own.Key, own.First().CreatedById),
                new NoticeDraft(MessageKind.BookingMoved, $"{service.Code}：{BookingActs.Word(BookingActs.WayChanged)}", Said(what, [.. own], before, after), HeldBooking.LinkOf([.. own]), own.Key), cancellation);
        await moves.FillResumedAsync(open.Where(b => IsSuspended(before, b) && !IsSuspended(after, b)), cancellation);
    }

    public async Task<int> CountAsync(int serviceId, CancellationToken cancellation) => (await OpenAsync(serviceId, cancellation)).Count;

    private Task<List<HeldBooking>> OpenAsync(int serviceId, CancellationToken cancellation) => HeldBooking.ListAsync(db, b => b.Departure!.ServiceId == serviceId, time.UtcNow, cancellation);

    private static string Said(string what, List<HeldBooking> own, Corridor? before, Corridor? after)
    {
        var text = new StringBuilder(what).Append('。');
        void Add(IEnumerable<HeldBooking> some, string words)
        {
            if (some.ToList() is { Count: > 0 } named) text.Append(words).Append(named.Count).Append(" 份：").Append(HeldBooking.Named(named)).Append('。');
        }
        Add(own.Where(b => IsSuspended(after, b)), "下列订舱的车次当天停运，请改订或取消，");
        Add(own.Where(b => IsSuspended(before, b) && !IsSuspended(after, b)), "下列订舱的车次不再停运，照原计划开行，");
        Add(own.Where(b => !IsSuspended(before, b) && !IsSuspended(after, b)), "下列订舱继续有效，");
        return text.ToString();
    }

    private static bool IsSuspended(Corridor? corridor, HeldBooking booking) => corridor is not null && SuspendedDays.Of(corridor).Since(booking.Day) is not null;

    private static string NameOf(Corridor? corridor) => corridor?.Name ?? "不属于通道";
}
