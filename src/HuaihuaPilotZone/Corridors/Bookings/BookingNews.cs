using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>Tells the two sides of a booking what has happened, in the transaction in which it does.</summary>
public sealed class BookingNews(PortalDbContext db, Outbox outbox, PortalJournal journal)
{
    private const int MostBookings = 2_000;

    private static readonly BookingState[] _concerned = [BookingState.Requested, BookingState.Confirmed, BookingState.Waiting];

    /// <summary>The park hears of what an enterprise did.</summary>
    internal Task TellParkAsync(Booking booking, Departure departure, CancellationToken cancellation) => outbox.NotifyAsync(
        Audience.Staff(StaffRoles.ParkAdministrator),
        new NoticeDraft(MessageKind.BookingMoved, $"订舱 {booking.Number}：{booking.State.Word()}", $"{booking.Enterprise!.Name}，{Line(booking, departure)}", $"/park/bookings/{booking.Number}"), cancellation);

    /// <summary>The enterprise hears of what the park did.</summary>
    internal Task TellEnterpriseAsync(Booking booking, Departure departure, string? note, CancellationToken cancellation) =>
        TellAsync(booking, $"订舱 {booking.Number}：{booking.State.Word()}", $"{Line(booking, departure)}。{note}", cancellation);

    /// <summary>Somebody who waited has got slots.</summary>
    internal Task TellPromotedAsync(Booking booking, Departure departure, CancellationToken cancellation) =>
        TellAsync(booking, $"订舱 {booking.Number} 候补到舱位：{booking.State.Word()}", $"{departure.Number} 空出舱位，{booking.Slots} 个标箱位已为您留下。不再需要的，请尽快取消。", cancellation);

    /// <summary>All who have something on a departure hear that it has changed: one notice for each enterprise.</summary>
    /// <param name="act">See <see cref="NetworkActs"/>.</param>
    internal async Task TellHoldersAsync(Departure departure, string act, CancellationToken cancellation)
    {
        var bookings = await db.Bookings.AsNoTracking().Where(b => b.DepartureId == departure.Id && _concerned.Contains(b.State)).OrderBy(b => b.Id)
            .Select(b => new { b.Number, b.EnterpriseId, b.CreatedById }).Take(MostBookings).ToListAsync(cancellation);
        var zone = departure.Stops.MinBy(s => s.Position)?.Node?.TimeZone ?? Node.ChinaZone;
        var what = act switch
        {
            NetworkActs.DepartureCancelled => $"车次 {departure.Number} 停开：{departure.Reason}。订舱页上列出了可以改订的车次。",
            NetworkActs.DepartureRestored => $"车次 {departure.Number} 恢复开行：{departure.Reason}。原有订舱继续有效。",
            _ => $"车次 {departure.Number} 有调整：{departure.Reason}。现在的开车时间 {DepartureDesk.Local(departure.LeavesAt, zone)}，截单时间 {DepartureDesk.Local(departure.CutOffAt, zone)}。",
        };
        foreach (var booking in bookings) journal.Write(JournalSubjects.Booking, booking.Number, BookingActs.DepartureMoved, what);
        foreach (var own in bookings.GroupBy(b => b.EnterpriseId))
        {
            var link = own.Count() == 1 ? $"/enterprise/bookings/{own.First().Number}" : $"/enterprise/bookings?q={departure.Number}";
            await outbox.NotifyAsync(
                Audience.Enterprise(own.Key, own.First().CreatedById),
                new NoticeDraft(MessageKind.BookingMoved, $"{departure.Number}：{NetworkActs.Word(act)}", $"{what}涉及订舱：{string.Join("、", own.Select(b => b.Number))}", link, own.Key), cancellation);
        }
    }

    internal Task TellAsync(Booking booking, string title, string text, CancellationToken cancellation) => outbox.NotifyAsync(
        Audience.Enterprise(booking.EnterpriseId, booking.CreatedById), new NoticeDraft(MessageKind.BookingMoved, title, text, $"/enterprise/bookings/{booking.Number}", booking.EnterpriseId), cancellation);

    private static string Line(Booking booking, Departure departure) => $"{departure.Number} {booking.From?.Name}至{booking.To?.Name}，{booking.Goods}，{booking.Slots} 个标箱位";
}
