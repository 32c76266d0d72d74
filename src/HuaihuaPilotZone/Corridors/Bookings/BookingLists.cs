using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>Shows bookings, and what can be booked.</summary>
public sealed class BookingLists(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    private const int MostOffers = 5;
    private const int MostDepartures = 100;
    private const int MostDeclarations = 30;

    public Task<Page<BookingRow>> ListAsync(BookingFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<BookingRow> StreamAsync(BookingFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <summary>One booking with its departure and stops.</summary>
    /// <param name="enterpriseId">The enterprise it must belong to; null for the park, which sees no drafts.</param>
    public Task<Booking?> FindAsync(string number, int? enterpriseId, CancellationToken cancellation) => db.Bookings.AsNoTracking()
        .Include(b => b.Enterprise).Include(b => b.From).Include(b => b.To).Include(b => b.Containers).Include(b => b.Declaration).Include(b => b.Departure!.Service!.Corridor!.Standings)
        .Include(b => b.Departure!.Stops.OrderBy(s => s.Position)).ThenInclude(s => s.Node).AsSplitQuery()
        .SingleOrDefaultAsync(b => b.Number == number && (enterpriseId == null ? b.State != BookingState.Draft : b.EnterpriseId == enterpriseId), cancellation);

    /// <summary>What was done about a booking, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(string number, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Booking, number, page, cancellation);

    /// <summary>The place of a booking on the waiting list, from 1; null where it does not wait.</summary>
    public async Task<int?> PlaceAsync(Booking booking, CancellationToken cancellation) => booking is { State: BookingState.Waiting, Queue: { } queue }
        ? 1 + await db.Bookings.CountAsync(b => b.DepartureId == booking.DepartureId && b.State == BookingState.Waiting && b.Queue < queue, cancellation)
        : null;

    /// <summary>How full a departure is; null for an unknown number.</summary>
    public Task<DepartureLoad?> LoadAsync(string number, CancellationToken cancellation) => db.Departures.Where(d => d.Number == number)
        .Select(d => new DepartureLoad(d.Capacity, d.Booked, db.Bookings.Where(b => b.DepartureId == d.Id && b.State == BookingState.Waiting).Sum(b => b.Slots)))
        .SingleOrDefaultAsync(cancellation);

    /// <summary>A departure with its service and stops, for the form; null for an unknown number.</summary>
    public Task<Departure?> DepartureAsync(string number, CancellationToken cancellation) => db.Departures.AsNoTracking().Include(d => d.Service!.Corridor!.Standings)
        .Include(d => d.Stops.OrderBy(s => s.Position)).ThenInclude(s => s.Node).AsSplitQuery().SingleOrDefaultAsync(d => d.Number == number, cancellation);

    /// <summary>The next departures that take goods from one node to another, full ones included since they have a waiting list.</summary>
    public async Task<IReadOnlyList<BookableDeparture>> OffersAsync(int fromId, int toId, string exceptNumber, CancellationToken cancellation) => await Bookable(
            Open().Where(d => d.Number != exceptNumber && d.Stops.Any(a => a.NodeId == fromId && d.Stops.Any(z => z.NodeId == toId && z.Position > a.Position))))
        .Take(MostOffers).ToListAsync(cancellation);

    /// <summary>Departures to choose from, the next ones first.</summary>
    public async Task<IReadOnlyList<BookableDeparture>> ChoicesAsync(CancellationToken cancellation) => await Bookable(Open()).Take(MostDepartures).ToListAsync(cancellation);

    /// <summary>Pre-declarations of an enterprise to choose from, the latest first: number and goods.</summary>
    public async Task<IReadOnlyList<(string Number, string Goods)>> DeclarationsAsync(int enterpriseId, CancellationToken cancellation)
    {
        var rows = await db.Declarations.Where(d => d.EnterpriseId == enterpriseId).OrderByDescending(d => d.Id).Select(d => new { d.Number, d.GoodsSummary }).Take(MostDeclarations).ToListAsync(cancellation);
        return [.. rows.Select(r => (r.Number.ToString(), r.GoodsSummary))];
    }

    private IQueryable<Departure> Open()
    {
        var now = time.UtcNow;
        return db.Departures.AsNoTracking().Where(d => d.Status == DepartureStatus.Planned && d.CutOffAt > now).Where(RunningWays.Runs);
    }

    private IQueryable<BookableDeparture> Bookable(IQueryable<Departure> departures) => departures.OrderBy(d => d.LeavesAt).ThenBy(d => d.Id).Select(d => new BookableDeparture(
        d.Number, d.Service!.Name, d.Stops.OrderBy(s => s.Position).Select(s => s.Node!.Name).First(), d.Stops.OrderByDescending(s => s.Position).Select(s => s.Node!.Name).First(),
        d.LeavesAt, d.CutOffAt, d.Capacity > d.Booked ? d.Capacity - d.Booked : 0, db.Bookings.Count(b => b.DepartureId == d.Id && b.State == BookingState.Waiting)));

    private IQueryable<BookingRow> Rows(BookingFilter filter)
    {
        var bookings = db.Bookings.AsNoTracking();
        bookings = filter.EnterpriseId is { } enterprise ? bookings.Where(b => b.EnterpriseId == enterprise) : bookings.Where(b => b.State != BookingState.Draft);
        if (filter.State is { } state) bookings = bookings.Where(b => b.State == state);
        if (SearchWord.Upper(filter.Departure) is { } departure) bookings = bookings.Where(b => b.Departure!.Number == departure);
        if (SearchWord.Of(filter.Text) is { } word)
        {
            bookings = bookings.Where(b => b.Number.Contains(word) || b.Goods.Contains(word) || b.Departure!.Number.Contains(word) || b.Departure.Service!.Name.Contains(word)
                || b.To!.Name.Contains(word) || b.Enterprise!.Name.Contains(word));
        }
        var ordered = (filter.Sort, filter.Descending) switch
        {
            (BookingSort.Leaves, false) => bookings.OrderBy(b => b.Departure!.LeavesAt).ThenBy(b => b.Id),
            (BookingSort.Leaves, true) => bookings.OrderByDescending(b => b.Departure!.LeavesAt).ThenByDescending(b => b.Id),
            (BookingSort.Moved, false) => bookings.OrderBy(b => b.MovedAt).ThenBy(b => b.Id),
            (BookingSort.Moved, true) => bookings.OrderByDescending(b => b.MovedAt).ThenByDescending(b => b.Id),
            (_, false) => bookings.OrderBy(b => b.Id),
            _ => bookings.OrderByDescending(b => b.Id),
        };
        return ordered.Select(b => new BookingRow(
            b.Id, b.Number, b.State, b.EnterpriseId, b.Enterprise!.Name, b.Departure!.Number, b.Departure.Service!.Name, b.Departure.Status, b.Departure.LeavesAt, b.Departure.CutOffAt,
            b.From!.Name, b.To!.Name, b.Goods, b.Slots, b.GrossKilograms, b.CreatedAt, b.MovedAt,
            b.Departure.Service.Corridor == null ? null
                : b.Departure.Service.Corridor.Standings.Any(s => s.From <= b.Departure.Day)
                    ? b.Departure.Service.Corridor.Standings
                        .Where(s => s.Status == CorridorStatus.Suspended && s.From <= b.Departure.Day
                            && !b.Departure.Service.Corridor.Standings.Any(o => o.From > s.From && o.From <= b.Departure.Day && o.Status != CorridorStatus.Suspended))
                        .Min(s => (DateOnly?)s.From)
                    : b.Departure.Service.Corridor.Status == CorridorStatus.Suspended ? DateOnly.MinValue : null));
    }

    internal static string Tonnes(int kilograms) => (kilograms / 1000m).ToString("#,0.###", CultureInfo.InvariantCulture);
}
