using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Yard;

/// <summary>What is in the yard, what came and went on each day, and how long it stayed. Everything is computed from the gate log; no count is stored.</summary>
public sealed class YardFigures(PortalDbContext db, ChinaTime time)
{
    /// <summary>The longest range of days.</summary>
    public const int MostDays = 366;

    private const int MostStays = 100_000;

    public Task<Page<StockRow>> StockAsync(StockFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<StockRow> StreamStockAsync(StockFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <summary>Containers in, out and in stock at midnight for each day of a range, which is cut to <see cref="MostDays"/>.</summary>
    public async Task<IReadOnlyList<DayCount>> DaysAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var last = to < from ? from : to.DayNumber - from.DayNumber >= MostDays ? from.AddDays(MostDays - 1) : to;
        var moves = db.GateMoves.Where(m => m.TakenBackAt == null);
        var stock = await moves.CountAsync(m => m.Day < from && m.Direction == GateDirection.In, cancellation) - await moves.CountAsync(m => m.Day < from && m.Direction == GateDirection.Out, cancellation);
        var counted = await moves.Where(m => m.Day >= from && m.Day <= last).GroupBy(m => new { m.Day, m.Direction }).Select(g => new { g.Key.Day, g.Key.Direction, Count = g.Count() })
            .OrderBy(g => g.Day).Take(MostDays * 2).ToListAsync(cancellation);
        var counts = counted.ToDictionary(c => (c.Day, c.Direction), c => c.Count);
        var days = new List<DayCount>();
        for (var day = from; day <= last; day = day.AddDays(1))
        {
            var (came, went) = (counts.GetValueOrDefault((day, GateDirection.In)), counts.GetValueOrDefault((day, GateDirection.Out)));
            days.Add(new DayCount(day, came, went, stock += came - went));
        }
        return days;
    }

    /// <summary>How long the containers that left from one day to another had been in the yard.</summary>
    public async Task<DwellTimes> DwellAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var (start, end) = (ChinaTime.StartOf(from), ChinaTime.StartOf(to.AddDays(1)));
        var stays = await db.YardStays.Where(s => s.OutAt >= start && s.OutAt < end && s.TakenBackAt == null).OrderBy(s => s.OutAt).ThenBy(s => s.Id)
            .Select(s => new { s.InAt, s.OutAt }).Take(MostStays + 1).ToListAsync(cancellation);
        var minutes = stays.Take(MostStays).Select(s => (int)(s.OutAt!.Value - s.InAt).TotalMinutes).Order().ToList();
        return new DwellTimes(minutes.Count, stays.Count > MostStays, Rank(minutes, 50), Rank(minutes, 90));
    }

    /// <summary>Whether invented containers are among those that are counted.</summary>
    // compared with a value: SQLite uses no index for a truth that stands alone
    public Task<bool> HasDemonstrationAsync(CancellationToken cancellation) => db.YardStays.AnyAsync(s => s.IsDemonstration == EF.Parameter(true) && s.TakenBackAt == null, cancellation);

    /// <summary>The nearest rank: the smallest value that so many of a hundred do not exceed.</summary>
    private static int? Rank(List<int> ordered, int percent) => ordered.Count == 0 ? null : ordered[(((ordered.Count * percent) + 99) / 100) - 1];

    private IQueryable<StockRow> Rows(StockFilter filter)
    {
        var stays = db.YardStays.AsNoTracking().Where(s => s.TakenBackAt == null);
        var asOf = time.UtcNow;
        var isNow = filter.On is null;
        if (filter.On is { } day)
        {
            asOf = ChinaTime.StartOf(day.AddDays(1));
            stays = stays.Where(s => s.InAt < asOf && (s.OutAt == null || s.OutAt >= asOf));
        }
        else
        {
            stays = stays.Where(s => s.OutAt == null);
        }
        if (filter.LeastDays is { } least)
        {
            var before = asOf.AddDays(-Math.Clamp(least, 0, 10_000));
            stays = stays.Where(s => s.InAt <= before);
        }
        if (filter.Load is { } load) stays = stays.Where(s => s.Load == load);
        if (filter.Block is { Length: > 0 } block) stays = stays.Where(s => s.Position!.Block == block);
        if (SearchWord.Of(filter.Text) is { } word)
        {
            var (number, code) = (ContainerNumber.Normalize(word) is { Length: > 0 } typed ? typed : word, word.ToUpperInvariant());
            stays = stays.Where(s => s.Container.Contains(number) || s.Enterprise!.Name.Contains(word) || s.Position!.Code.Contains(code));
        }
        var ordered = (filter.Sort, filter.Descending) switch
        {
            (StockSort.Container, false) => stays.OrderBy(s => s.Container),
            (StockSort.Container, true) => stays.OrderByDescending(s => s.Container),
            (StockSort.Position, false) => stays.OrderBy(s => s.Position == null ? 1 : 0).ThenBy(s => s.Position!.Code),
            (StockSort.Position, true) => stays.OrderByDescending(s => s.Position!.Code),
            (_, true) => stays.OrderByDescending(s => s.InAt),
            _ => stays.OrderBy(s => s.InAt),
        };
        return ordered.ThenBy(s => s.Id).Select(s => new StockRow(
            s.Id, s.Container, s.EnterpriseId, s.Enterprise!.Name, s.Load, s.Size, s.InAt, s.OutAt, isNow ? s.Position!.Code : null, s.IsDemonstration));
    }
}
