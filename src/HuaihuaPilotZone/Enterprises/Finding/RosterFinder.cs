using AutoMapper;
using AutoMapper.QueryableExtensions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>
/// Finds in the roster, however long it is. Nothing here goes through a whole table: a list of stage, type and area alone is read off the index of its
/// order and counted by the kept counts; what few enterprises fit (at most <see cref="Exact"/>) is gathered from the index of what was asked for and
/// ordered here; what fits more is so frequent that the index of the order meets it soon. See docs/performance.md.
/// </summary>
public sealed class RosterFinder(PortalDbContext db, RosterNarrowing narrowing, IMapper mapper, ChinaTime time)
{
    /// <summary>Up to here a list is counted.</summary>
    public const int Exact = 10_000;

    /// <summary>Rows of an export that are read at a time.</summary>
    private const int Chunk = 500;

    /// <summary>A part of the roster.</summary>
    public async Task<RosterList> ListAsync(RosterQuery query, RosterPlace place, int size, CancellationToken cancellation)
    {
        size = Math.Clamp(size, 1, PageRequest.MaxSize);
        var counts = await RosterCounts.ReadAsync(db, cancellation);
        var found = query.HasFacetsOnly
            ? new Gathered(null, CountOf(counts, query), counts)
            : await GatherAsync(query, counts, cancellation);
        var slice = await SliceAsync(query, found, place, size, counts, cancellation);
        return new RosterList(await RowsAsync(query, slice.Ids, cancellation), size, slice.Place, found.Total, StagesOf(found.Cells, query), slice.After, slice.Before)
        {
            Types = Facet(found, query with { Type = null }, c => c.Type),
            Areas = Facet(found, query with { AreaId = null }, c => c.AreaId ?? 0),
        };
    }

    /// <summary>The ids that a query finds, in their order; for exports and acts on all of them.</summary>
    /// <param name="afterId">Goes on behind this one; null from the beginning.</param>
    internal async Task<IReadOnlyList<int>> NextIdsAsync(RosterQuery query, int? afterId, int most, CancellationToken cancellation)
    {
        var order = new RosterOrder(query.Sort);
        var spot = afterId is { } id ? await SpotAsync(id, cancellation) : null;
        var counts = await RosterCounts.ReadAsync(db, cancellation);
        var found = query.HasFacetsOnly ? null : (await GatherAsync(query, counts, cancellation)).Spots;
        if (found is not null) return [.. found.Where(s => spot is null || order.Compare(s, spot) > 0).Order(order).Take(most).Select(s => s.Id)];
        return [.. (await ReadAsync(query, order, spot, 0, most, counts, cancellation)).Select(s => s.Id)];
    }

    /// <summary>The first ids of a list off the index of its order, as is done where it is too long to be gathered.</summary>
    public async Task<IReadOnlyList<int>> WalkAsync(RosterQuery query, int most, CancellationToken cancellation) =>
        [.. (await ReadAsync(query, new RosterOrder(query.Sort), null, 0, most, await RosterCounts.ReadAsync(db, cancellation), cancellation)).Select(s => s.Id)];

    /// <summary>Every row that a query finds, in its order.</summary>
    public async IAsyncEnumerable<RosterRow> StreamAsync(RosterQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var counts = await RosterCounts.ReadAsync(db, cancellation);
        var order = new RosterOrder(query.Sort);
        if (!query.HasFacetsOnly && (await GatherAsync(query, counts, cancellation)).Spots is { } spots)
        {
            foreach (var chunk in spots.Order(order).Select(s => s.Id).Chunk(Chunk))
            {
                foreach (var row in await RowsAsync(query, chunk, cancellation)) yield return row;
            }

            yield break;
        }

        for (RosterSpot? last = null; ;)
        {
            var part = await ReadAsync(query, order, last, 0, Chunk, counts, cancellation);
            foreach (var row in await RowsAsync(query, [.. part.Select(s => s.Id)], cancellation)) yield return row;
            if (part.Count < Chunk) yield break;
            last = part[^1];
        }
    }

    /// <summary>Chosen rows, in the order in which they are named.</summary>
    public Task<IReadOnlyList<RosterRow>> ChosenAsync(IReadOnlyList<int> ids, CancellationToken cancellation) => RowsAsync(new RosterQuery(), ids, cancellation);

    /// <summary>How many were changed today, at most <see cref="Exact"/>.</summary>
    public Task<int> CountChangedTodayAsync(CancellationToken cancellation)
    {
        var start = ChinaTime.StartOf(time.Today);
        return db.Enterprises.Where(e => e.UpdatedAt >= start).OrderBy(e => e.UpdatedAt).Take(Exact).CountAsync(cancellation);
    }

    private static int CountOf(Dictionary<RosterCell, int> counts, RosterQuery query) => counts.Where(c => Fits(c.Key, query)).Sum(c => c.Value);

    private static StageCounts? StagesOf(Dictionary<RosterCell, int>? cells, RosterQuery query) => cells is null ? null : new(
        cells.Where(c => Fits(c.Key, query with { Stage = null })).GroupBy(c => c.Key.Stage).ToDictionary(g => g.Key, g => g.Sum(c => c.Value)));

    /// <param name="others">The query without the condition that is counted.</param>
    private static Dictionary<T, int>? Facet<T>(Gathered found, RosterQuery others, Func<RosterCell, T> of)
        where T : notnull => found is not { Cells: { } cells, HasAllFacets: true } ? null :
        cells.Where(c => Fits(c.Key, others)).GroupBy(c => of(c.Key)).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));

    private static bool Fits(RosterCell cell, RosterQuery query) =>
        (query.Stage is null || cell.Stage == query.Stage) && (query.Type is null || cell.Type == query.Type) && (query.AreaId is null || cell.AreaId == query.AreaId);

    /// <summary>Everything that fits, where that is not too much.</summary>
    private async Task<Gathered> GatherAsync(RosterQuery query, Dictionary<RosterCell, int> counts, CancellationToken cancellation)
    {
        var tried = query with { Stage = null, Type = null, AreaId = null };
        // first without any facet, so that each can be counted under the others; then without the stage; then as it was asked
        foreach (var wider in new[] { tried, query with { Stage = null }, query }.Distinct())
        {
            if (await ReadAllAsync(wider, counts, cancellation) is not { } spots) continue;
            List<RosterSpot> shown = [.. spots.Where(s => Fits(CellOf(s), query))];
            var cells = wider.Stage is null ? spots.GroupBy(CellOf).ToDictionary(g => g.Key, g => g.Count()) : null;
            return new Gathered(shown, shown.Count, cells) { HasAllFacets = wider == tried };
        }

        return new Gathered(null, null, null);
    }

    private static RosterCell CellOf(RosterSpot spot) => new(spot.Stage, spot.Type, spot.AreaId);

    private async Task<List<RosterSpot>?> ReadAllAsync(RosterQuery query, Dictionary<RosterCell, int> counts, CancellationToken cancellation)
    {
        var spots = new Dictionary<int, RosterSpot>();
        foreach (var candidates in await narrowing.CandidatesAsync(query, CountOf(counts, query), cancellation))
        {
            var rows = await Spots(candidates.Found).Take(candidates.Most + 1).ToListAsync(cancellation);
            if (rows.Count > candidates.Most) return null;
            foreach (var row in rows) spots[row.Id] = row;
            if (spots.Count > Exact) return null;
        }

        return [.. spots.Values];
    }

    private async Task<Slice> SliceAsync(RosterQuery query, Gathered found, RosterPlace place, int size, Dictionary<RosterCell, int> counts, CancellationToken cancellation)
    {
        var order = new RosterOrder(query.Sort);
        var isBack = place.BeforeId is not null;
        var spot = (place.AfterId ?? place.BeforeId) is { } id ? await SpotAsync(id, cancellation) : null;
        // the enterprise that the address names is gone: begin anew
        if (spot is null) (place, isBack) = (new RosterPlace(place.Number), false);
        if (spot is null && found.Total is { } total) place = place with { Page = Math.Clamp(place.Number, 1, Math.Max(1, ((total - 1) / size) + 1)) };
        var way = isBack ? order.Reversed : order;
        var skip = spot is null ? (place.Number - 1) * size : 0;
        List<RosterSpot> part = found.Spots is { } spots
            ? [.. spots.Where(s => spot is null || way.Compare(s, spot) > 0).Order(way).Skip(skip).Take(size + 1)]
            : await ReadAsync(query, way, spot, skip, size + 1, counts, cancellation);
        var hasMore = part.Count > size;
        if (hasMore) part.RemoveAt(size);
        if (isBack) part.Reverse();
        var (hasNext, hasPrevious) = isBack ? (part.Count > 0, hasMore) : (hasMore, skip > 0 || spot is not null);
        return new Slice([.. part.Select(s => s.Id)], place, hasNext ? part[^1].Id : null, hasPrevious && part.Count > 0 ? part[0].Id : null);
    }

    /// <summary>Reads off the index of an order.</summary>
    private async Task<List<RosterSpot>> ReadAsync(
        RosterQuery query, RosterOrder order, RosterSpot? after, int skip, int take, Dictionary<RosterCell, int> counts, CancellationToken cancellation)
    {
        var facets = new object?[] { query.Stage, query.Type, query.AreaId }.Count(f => f is not null);
        var index = order.Apply(After(RosterNarrowing.Facets(db.Enterprises, OneFacet(query)), order, after));
        if (!query.HasFacetsOnly) index = narrowing.Residual(RosterNarrowing.Facets(narrowing.Along(index), query), query);
        if (!query.HasFacetsOnly || facets < 2) return await Spots(index.Skip(skip).Take(take)).ToListAsync(cancellation);

        // each cell of two or three facets has its own stretch of the index: the first of each, then the first of all
        var first = new List<RosterSpot>();
        foreach (var cell in counts.Where(c => c.Value > 0 && Fits(c.Key, query)).Select(c => c.Key))
        {
            var rows = order.Apply(After(db.Enterprises.Where(e => e.Stage == cell.Stage && e.Type == cell.Type && e.ParkAreaId == cell.AreaId), order, after));
            first.AddRange(await Spots(rows.Take(skip + take)).ToListAsync(cancellation));
        }

        return [.. first.Order(order).Skip(skip).Take(take)];
    }

    private static RosterQuery OneFacet(RosterQuery query) => query switch
    {
        { Stage: not null } => query with { Type = null, AreaId = null },
        { Type: not null } => query with { AreaId = null },
        _ => query,
    };

    private static IQueryable<Enterprise> After(IQueryable<Enterprise> enterprises, RosterOrder order, RosterSpot? spot) => spot is null ? enterprises : order.After(enterprises, spot);

    private static IQueryable<RosterSpot> Spots(IQueryable<Enterprise> enterprises) =>
        enterprises.AsNoTracking().Select(e => new RosterSpot(e.Id, e.Stage, e.StageSince, e.NameKey, e.UpdatedAt) { Type = e.Type, AreaId = e.ParkAreaId });

    private Task<RosterSpot?> SpotAsync(int id, CancellationToken cancellation) => Spots(db.Enterprises.Where(e => e.Id == id)).SingleOrDefaultAsync(cancellation);

    private async Task<IReadOnlyList<RosterRow>> RowsAsync(RosterQuery query, IReadOnlyList<int> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return [];
        var rows = await db.Enterprises.AsNoTracking().AsSplitQuery().Where(e => ids.Contains(e.Id)).OrderBy(e => e.Id).ProjectTo<RosterRow>(mapper.ConfigurationProvider).ToDictionaryAsync(r => r.Id, cancellation);
        var words = RosterWord.Read(query.Word);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id] with { Match = words.Select(w => w.Explain(rows[id])).FirstOrDefault(m => m is not null) })];
    }

    /// <param name="Spots">All that fit; null where that would be too many.</param>
    /// <param name="Cells">How many there are of each stage, type and area; null where that is not known.</param>
    private sealed record Gathered(List<RosterSpot>? Spots, int? Total, Dictionary<RosterCell, int>? Cells)
    {
        /// <summary>Whether the cells were counted without regard to type and area too.</summary>
        public bool HasAllFacets { get; init; } = true;
    }

    private sealed record Slice(IReadOnlyList<int> Ids, RosterPlace Place, int? After, int? Before);
}
