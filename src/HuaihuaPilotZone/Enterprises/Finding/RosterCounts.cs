using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>How many enterprises there are of each stage, type and area, without counting them. As long as no tally came or went, the sums of the last look hold.</summary>
public sealed class RosterCounts(PortalDbContext db, RosterCountsMemory memory)
{
    private static readonly HotQuery<Func<PortalDbContext, CancellationToken, Task<TallyMark?>>> _mark = new(() => EF.CompileAsyncQuery((PortalDbContext db, CancellationToken _) =>
        db.RosterTallies.GroupBy(t => 1).Select(g => new TallyMark(g.Max(t => t.Id), g.Count())).SingleOrDefault()));

    private static readonly HotQuery<Func<PortalDbContext, IAsyncEnumerable<CellSum>>> _sums = new(() => EF.CompileAsyncQuery((PortalDbContext db) =>
        db.RosterTallies.GroupBy(t => new { t.Stage, t.Type, t.ParkAreaId, t.Visibility }).Select(g => new CellSum(g.Key.Stage, g.Key.Type, g.Key.ParkAreaId, g.Key.Visibility, g.Sum(t => t.Change)))));

    /// <summary>How many there are of each stage.</summary>
    public async Task<StageCounts> StagesAsync(CancellationToken cancellation) => RosterFacets.Of(await ReadAsync(cancellation), new RosterQuery()).Stages;

    internal async Task<IReadOnlyDictionary<RosterCell, int>> ReadAsync(CancellationToken cancellation)
    {
        // what a transaction has written itself may never come to be
        if (db.Database.CurrentTransaction is not null) return await SumUpAsync(cancellation);
        var mark = await _mark.For(db)(db, cancellation);
        if (memory.Last is { } last && last.Mark == mark) return last.Sums;
        var sums = await SumUpAsync(cancellation);
        memory.Last = (mark, sums);
        return sums;
    }

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
    private volatile object? _last;

    internal (TallyMark? Mark, IReadOnlyDictionary<RosterCell, int> Sums)? Last
    {
        get => _last as (TallyMark?, IReadOnlyDictionary<RosterCell, int>)?;
        set => _last = value;
    }
}

/// <summary>By what a look recognises that no tally came or went.</summary>
internal sealed record TallyMark(long LastId, int Rows);
