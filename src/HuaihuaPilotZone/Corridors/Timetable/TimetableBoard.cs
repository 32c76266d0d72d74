using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>What the timetable is narrowed to.</summary>
/// <param name="From">First civil day in Huaihua; today where it is not given.</param>
/// <param name="Until">Last day; two weeks on where it is not given.</param>
/// <param name="Corridor">Slug of the corridor.</param>
/// <param name="Destination">Slug of a node that the departure comes to.</param>
/// <param name="IsFree">Only those that still take goods and have a free slot.</param>
public sealed record TimetableFilter(DateOnly? From = null, DateOnly? Until = null, string? Corridor = null, string? Destination = null, bool IsFree = false, TimetableSort Sort = TimetableSort.Time);

public enum TimetableSort
{
    /// <summary>By the time of departure.</summary>
    Time,

    /// <summary>By the cut-off.</summary>
    CutOff,

    /// <summary>Most free slots first.</summary>
    Free,
}

/// <summary>A corridor or a node to choose from.</summary>
public sealed record Choice(string Slug, string Name, string EnglishName);

/// <summary>What the filters of the timetable offer.</summary>
public sealed record TimetableChoices(IReadOnlyList<Choice> Corridors, IReadOnlyList<Choice> Destinations);

/// <summary>The next departure of a corridor that was not cancelled; its corridor may be suspended on that day.</summary>
/// <param name="TimeZone">Of its first stop.</param>
/// <param name="Day">The civil day by which its corridor runs or is suspended.</param>
public sealed record NextDeparture(int CorridorId, string Number, DateOnly Day, DateTime LeavesAt, DateTime CutOffAt, string TimeZone, FigureStatus SourceStatus);

/// <summary>How many departures of a corridor have left this year, and how many in the same days of the year before.</summary>
/// <param name="IsDemonstration">Whether some of them are invented.</param>
public sealed record CorridorRuns(string Slug, string Name, int Colour, int ThisYear, int LastYear, bool IsDemonstration);

/// <summary>The timetable as anybody reads it. Cancelled departures stay in it.</summary>
public sealed class TimetableBoard(PortalDbContext db, ChinaTime time)
{
    /// <summary>Days that a list looks ahead where no last day is given.</summary>
    public const int DefaultDays = 14;

    /// <summary>Longest time that one list or file spans.</summary>
    public const int MostDays = 92;

    /// <summary>Most departures in one file.</summary>
    public const int MostInFile = 5_000;

    private const int MostChoices = 200;

    // asked along the index of the times: whether a departure is one of the corridor is a condition of its own, for a join would lead through all that its services ever had
    private static readonly HotQuery<Func<PortalDbContext, DateTime, DateTime, IAsyncEnumerable<NextDeparture>>> _ofEach = new(() => EF.CompileAsyncQuery((PortalDbContext db, DateTime now, DateTime end) =>
        db.Corridors.OrderBy(c => c.Id).Take(MostChoices)
            .Join(
                db.Departures,
                c => db.Departures
                    .Where(d => d.LeavesAt >= now && d.LeavesAt < end && d.Status == DepartureStatus.Planned && db.ScheduledServices.Any(s => s.Id == d.ServiceId && s.CorridorId == c.Id))
                    .OrderBy(d => d.LeavesAt).ThenBy(d => d.Id).Select(d => d.Id).FirstOrDefault(),
                d => d.Id,
                (c, d) => new NextDeparture(c.Id, d.Number, d.Day, d.LeavesAt, d.CutOffAt, d.Stops.First(s => s.Position == 0).Node!.TimeZone, d.Service!.SourceStatus))));

    private static readonly HotQuery<Func<PortalDbContext, int, DateTime, DateTime, int, IAsyncEnumerable<Called>>> _ofCorridor = new(() => EF.CompileAsyncQuery((PortalDbContext db, int corridorId, DateTime now, DateTime end, int count) =>
        db.Departures.AsNoTracking().Include(d => d.Service)
            .Where(d => d.LeavesAt >= now && d.LeavesAt < end && db.ScheduledServices.Any(s => s.Id == d.ServiceId && s.CorridorId == corridorId))
            .OrderBy(d => d.LeavesAt).ThenBy(d => d.Id).Take(count)
            .Join(db.Set<DepartureStop>().Include(s => s.Node), d => d.Id, s => s.DepartureId, (d, s) => new Called(d, s))));

    private static readonly DateOnly _first = new(2000, 1, 1);
    private static readonly DateOnly _last = new(2200, 1, 1);

    public async Task<Page<Departure>> ListAsync(TimetableFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var rows = await Rows(filter).ToPageAsync(page, cancellation);
        await LearnStandingsAsync(rows.Rows, cancellation);
        return rows;
    }

    /// <summary>All departures of a filter, for a file; at most <see cref="MostInFile"/>.</summary>
    public async Task<IReadOnlyList<Departure>> AllAsync(TimetableFilter filter, CancellationToken cancellation)
    {
        var rows = await Rows(filter).Take(MostInFile).ToListAsync(cancellation);
        await LearnStandingsAsync(rows, cancellation);
        return rows;
    }

    /// <summary>The first departures of a filter, where nobody asks how many there are and the statuses of the corridors are known already.</summary>
    public async Task<IReadOnlyList<Departure>> FirstAsync(TimetableFilter filter, int count, CancellationToken cancellation) => await Rows(filter).Take(count).ToListAsync(cancellation);

    /// <summary>The next departures of a corridor, with their stops in order.</summary>
    public async Task<IReadOnlyList<Departure>> NextAsync(int corridorId, int count, CancellationToken cancellation)
    {
        var called = await _ofCorridor.For(db)(db, corridorId, time.UtcNow, ChinaTime.StartOf(time.Today.AddDays(MostDays + 1)), count).ToListAsync(cancellation);
        return [.. called.GroupBy(c => c.Departure.Id).Select(Whole).OrderBy(d => d.LeavesAt).ThenBy(d => d.Id)];
    }

    /// <summary>The next departure that runs on each corridor; those without one in the coming days are left out.</summary>
    public async Task<IReadOnlyList<NextDeparture>> NextOfEachAsync(CancellationToken cancellation) =>
        await _ofEach.For(db)(db, time.UtcNow, ChinaTime.StartOf(time.Today.AddDays(DefaultDays + 1))).ToListAsync(cancellation);

    /// <summary>What has left on each corridor, in their order; cancelled departures have not.</summary>
    public async Task<IReadOnlyList<CorridorRuns>> RunsAsync(CancellationToken cancellation)
    {
        var (now, year) = (time.UtcNow, time.Today.Year);
        var (thisYear, lastYear, sameMoment) = (ChinaTime.StartOf(new DateOnly(year, 1, 1)), ChinaTime.StartOf(new DateOnly(year - 1, 1, 1)), now.AddYears(-1));
        var runs = await db.Departures.Where(d => d.Status == DepartureStatus.Planned && d.LeavesAt >= lastYear && d.LeavesAt <= now && d.Service!.CorridorId != null).Where(RunningWays.Runs)
            .Select(d => new { d.LeavesAt, CorridorId = d.Service!.CorridorId!.Value, d.Service.SourceStatus })
            .GroupBy(d => d.CorridorId)
            .Select(g => new { g.Key, ThisYear = g.Count(d => d.LeavesAt >= thisYear), LastYear = g.Count(d => d.LeavesAt <= sameMoment), Invented = g.Count(d => d.SourceStatus == FigureStatus.Demonstration) })
            .ToDictionaryAsync(g => g.Key, cancellation);
        var corridors = await db.Corridors.OrderBy(c => c.SortOrder).ThenBy(c => c.Id).Select(c => new { c.Id, c.Slug, c.Name, c.Colour }).Take(MostChoices).ToListAsync(cancellation);
        return [.. corridors.Select(c => runs.TryGetValue(c.Id, out var run)
            ? new CorridorRuns(c.Slug, c.Name, c.Colour, run.ThisYear, run.LastYear, run.Invented > 0)
            : new CorridorRuns(c.Slug, c.Name, c.Colour, 0, 0, IsDemonstration: false))];
    }

    public async Task<TimetableChoices> ChoicesAsync(CancellationToken cancellation)
    {
        var corridors = await db.Corridors.OrderBy(c => c.SortOrder).ThenBy(c => c.Id).Select(c => new Choice(c.Slug, c.Name, c.EnglishName)).Take(MostChoices).ToListAsync(cancellation);
        var destinations = await db.Nodes.Where(n => db.Set<ServiceStop>().Any(s => s.NodeId == n.Id && s.Position > 0)).OrderBy(n => n.Name).ThenBy(n => n.Id)
            .Select(n => new Choice(n.Slug, n.Name, n.EnglishName)).Take(MostChoices).ToListAsync(cancellation);
        return new TimetableChoices(corridors, destinations);
    }

    /// <summary>The days that a filter means, brought into range.</summary>
    public (DateOnly From, DateOnly Until) Days(TimetableFilter filter)
    {
        var from = filter.From is { } wanted ? Near(wanted) : time.Today;
        var until = filter.Until is { } last ? Near(last) : from.AddDays(DefaultDays);
        if (until < from) until = from;
        return (from, until.DayNumber - from.DayNumber > MostDays ? from.AddDays(MostDays) : until);
    }

    /// <summary>Days come from the address bar: no clock can show the first and the last ones that there are.</summary>
    private static DateOnly Near(DateOnly day) => day < _first ? _first : day > _last ? _last : day;

    private static Departure Whole(IEnumerable<Called> calls)
    {
        var departure = calls.First().Departure;
        departure.Stops.AddRange(calls.Select(c => c.Stop).OrderBy(s => s.Position));
        return departure;
    }

    /// <summary>
    /// Brings the statuses of their corridors, by which departures are suspended or run: once for each corridor, for a join would bring them again for each departure.
    /// </summary>
    private async Task LearnStandingsAsync(IReadOnlyList<Departure> departures, CancellationToken cancellation)
    {
        var corridors = departures.Select(d => d.Service?.Corridor).OfType<Corridor>().Distinct().ToList();
        List<int> ids = [.. corridors.Select(c => c.Id).Distinct()];
        if (ids.Count == 0) return;
        var standings = (await db.Set<CorridorStanding>().AsNoTracking().Where(s => ids.Contains(s.CorridorId)).OrderBy(s => s.CorridorId).ThenBy(s => s.From).ToListAsync(cancellation)).ToLookup(s => s.CorridorId);
        foreach (var corridor in corridors) corridor.Standings.AddRange(standings[corridor.Id]);
    }

    private IQueryable<Departure> Rows(TimetableFilter filter)
    {
        var (from, until) = Days(filter);
        var (start, end, now) = (ChinaTime.StartOf(from), ChinaTime.StartOf(until.AddDays(1)), time.UtcNow);
        var rows = db.Departures.AsNoTracking().Include(d => d.Service!.Corridor).Include(d => d.Stops.OrderBy(s => s.Position)).ThenInclude(s => s.Node).AsSplitQuery()
            .Where(d => d.LeavesAt >= start && d.LeavesAt < end);
        // what left earlier today says nothing to anybody who looks for a train
        if (filter.From is null) rows = rows.Where(d => d.LeavesAt >= now);
        if (SearchWord.Of(filter.Corridor) is { } corridor) rows = rows.Where(d => d.Service!.Corridor!.Slug == corridor);
        if (SearchWord.Of(filter.Destination) is { } node) rows = rows.Where(d => d.Stops.Any(s => s.Position > 0 && s.Node!.Slug == node));
        if (filter.IsFree) rows = rows.Where(d => d.Status == DepartureStatus.Planned && d.CutOffAt > now && d.Booked < d.Capacity).Where(RunningWays.Runs);
        return filter.Sort switch
        {
            TimetableSort.CutOff => rows.OrderBy(d => d.CutOffAt).ThenBy(d => d.Id),
            TimetableSort.Free => rows.OrderByDescending(RunningWays.Runs).ThenByDescending(d => d.Capacity - d.Booked).ThenBy(d => d.LeavesAt).ThenBy(d => d.Id),
            _ => rows.OrderBy(d => d.LeavesAt).ThenBy(d => d.Id),
        };
    }

    /// <summary>A departure at one of its stops.</summary>
    private sealed record Called(Departure Departure, DepartureStop Stop);
}
