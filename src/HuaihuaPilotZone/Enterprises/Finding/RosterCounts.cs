using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.PublicPages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>How many enterprises there are of each stage, type and area, without counting them. As long as no tally came or went, the sums of the last look hold.</summary>
public sealed class RosterCounts(PortalDbContext db, RosterCountsMemory memory)
{
    private static readonly HotQuery<Func<PortalDbContext, CancellationToken, Task<RosterMark?>>> _mark = new(() => EF.CompileAsyncQuery((PortalDbContext db, CancellationToken _) =>
        db.PublicStamps.Where(s => s.Topic == PublicTopic.Enterprises).Select(s => new RosterMark(s.Stamp, db.RosterTallies.Max(t => (long?)t.Id), db.RosterTallies.Count())).SingleOrDefault()));

    private static readonly HotQuery<Func<PortalDbContext, IAsyncEnumerable<CellSum>>> _sums = new(() => EF.CompileAsyncQuery((PortalDbContext db) =>
        db.RosterTallies.GroupBy(t => new { t.Stage, t.Type, t.ParkAreaId, t.Visibility }).Select(g => new CellSum(g.Key.Stage, g.Key.Type, g.Key.ParkAreaId, g.Key.Visibility, g.Sum(t => t.Change)))));

    /// <summary>How many there are of each stage.</summary>
    public async Task<StageCounts> StagesAsync(CancellationToken cancellation) => RosterFacets.Of(await ReadAsync(cancellation), new RosterQuery()).Stages;

    /// <summary>How many there are of each, and by which mark one sees that this still holds.</summary>
    public async Task<KeptCounts> LookAsync(CancellationToken cancellation)
    {
        // what a transaction has written itself may never come to be
        if (db.Database.CurrentTransaction is not null || await _mark.For(db)(db, cancellation) is not { } mark) return new KeptCounts(await SumUpAsync(cancellation), null);
        if (memory.Last is { } last && last.Mark!.Tallied == mark.Tallied) return last with { Mark = mark };
        return memory.Last = new KeptCounts(await SumUpAsync(cancellation), mark);
    }

    internal async Task<IReadOnlyDictionary<RosterCell, int>> ReadAsync(CancellationToken cancellation) => (await LookAsync(cancellation)).Cells;

    /// <summary>How many there are in each area that has any, by its id.</summary>
    /// <param name="withLeft">Whether those count that have left.</param>
    internal async Task<IReadOnlyDictionary<int, int>> OfAreasAsync(bool withLeft, CancellationToken cancellation) =>
        RosterFacets.Of((await ReadAsync(cancellation)).Where(c => withLeft || c.Key.Stage != EnterpriseStage.Left).ToDictionary(), new RosterQuery()).Areas!;

    private async Task<IReadOnlyDictionary<RosterCell, int>> SumUpAsync(CancellationToken cancellation) =>
        await _sums.For(db)(db).ToDictionaryAsync(s => new RosterCell(s.Stage, s.Type, s.AreaId, s.Visibility), s => s.Sum, comparer: null, cancellation);

    private sealed record CellSum(EnterpriseStage Stage, EnterpriseType Type, int? AreaId, EnterpriseVisibility Visibility, int Sum);
}

/// <summary>The sums of the last look. Tallies are only added, and summing them up gives them new ids, so that the last id and the number of rows never come back.</summary>
public sealed class RosterCountsMemory
{
    private volatile KeptCounts? _last;

    internal KeptCounts? Last
    {
        get => _last;
        set => _last = value;
    }
}

/// <summary>How many enterprises there are of each stage, type and area.</summary>
/// <param name="Mark">When they were counted; null inside a transaction, which may still be taken back.</param>
public sealed record KeptCounts(IReadOnlyDictionary<RosterCell, int> Cells, RosterMark? Mark);

/// <summary>By what a look recognises that nothing of the roster has changed: its stamp is another one after every save, and what is written past the change tracker comes with a tally.</summary>
public sealed record RosterMark(Guid Stamp, long? LastTally, int Tallies)
{
    /// <summary>The same as long as no tally came or went.</summary>
    internal (long? Last, int Rows) Tallied => (LastTally, Tallies);
}
