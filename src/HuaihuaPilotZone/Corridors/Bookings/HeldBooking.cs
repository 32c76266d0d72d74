using System.Linq.Expressions;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>An open booking on a departure to come, as those are told of it whom a change of its corridor reaches.</summary>
internal sealed record HeldBooking(string Number, BookingState State, int EnterpriseId, int? CreatedById, int DepartureId, string Departure, DateOnly Day)
{
    private const int MostBookings = 5_000;
    private const int MostNamed = 20;

    private static readonly BookingState[] _concerned = [BookingState.Requested, BookingState.Confirmed, BookingState.Waiting];

    /// <param name="which">Whose departures; those that were cancelled or have left are left out.</param>
    public static Task<List<HeldBooking>> ListAsync(PortalDbContext db, Expression<Func<Booking, bool>> which, DateTime now, CancellationToken cancellation) => db.Bookings.AsNoTracking()
        .Where(b => _concerned.Contains(b.State) && b.Departure!.LeavesAt > now && b.Departure.Status == DepartureStatus.Planned).Where(which)
        .OrderBy(b => b.Id).Select(b => new HeldBooking(b.Number, b.State, b.EnterpriseId, b.CreatedById, b.DepartureId, b.Departure!.Number, b.Departure.Day)).Take(MostBookings).ToListAsync(cancellation);

    /// <summary>The first of them with their departures.</summary>
    public static string Named(IReadOnlyList<HeldBooking> own) => string.Join("、", own.Take(MostNamed).Select(b => $"{b.Number}（{b.Departure}）")) + (own.Count > MostNamed ? "等" : null);

    /// <summary>Where an enterprise finds them.</summary>
    public static string LinkOf(IReadOnlyList<HeldBooking> own) =>
        own.Count == 1 ? $"/enterprise/bookings/{own[0].Number}" : own.All(b => b.DepartureId == own[0].DepartureId) ? $"/enterprise/bookings?q={own[0].Departure}" : "/enterprise/bookings";
}
