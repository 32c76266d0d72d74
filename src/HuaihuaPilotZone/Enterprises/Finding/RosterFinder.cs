using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>
/// Finds in the roster, however long it is. Nothing here goes through a whole table: a list of stage, type and area alone is read off the index of its
/// order and counted by the kept counts; what few enterprises fit (at most <see cref="Exact"/>) is gathered from the index of what was asked for and
/// ordered here; what fits more is so frequent that the index of the order meets it soon. See docs/performance.md.
/// </summary>
public sealed class RosterFinder(PortalDbContext db, RosterNarrowing narrowing, RosterCounts tallies, LongListCounts beyond, ChinaTime time)
{
    /// <summary>Up to here a list is counted.</summary>
    public const int Exact = 10_000;

    /// <summary>Rows of an export that are read at a time.</summary>
    private const int Chunk = 500;

    /// <summary>Up to here what fits is read without counting it first.</summary>
    private const int Few = 1_000;

    /// <summary>A part of the roster.</summary>
    public async Task<RosterList> ListAsync(RosterQuery query, RosterPlace place, int size, CancellationToken cancellation)
    {
        var slice = await SliceAsync(query, place, size, cancellation);
        return new RosterList(await RowsAsync(query, slice.Ids, cancellation), slice.Size, slice.Place, slice.Total, slice.Facets, slice.After, slice.Before);
    }

    /// <summary>The ids of a part of the roster, and what is known of the whole.</summary>
    internal async Task<RosterSlice> SliceAsync(RosterQuery query, RosterPlace place, int size, CancellationToken cancellation)
    {
        query = await WithAreasAsync(query, cancellation);
        var all = await tallies.LookAsync(cancellation);
        var counts = all.Cells;
        var found = query.HasFacetsOnly
            ? new Gathered(null, CountOf(counts, query), RosterFacets.Of(counts, query))
            : await GatherAsync(query, counts, cancellation);
        // some of its filters would leave more than can be gathered
        if (found.Facets?.Types is null) found = found with { Facets = await beyond.FacetsAsync(query, all, found.Facets, found.Total, cancellation) };
        return await SliceAsync(query, found, place, Math.Clamp(size, 1, PageRequest.MaxSize), counts, cancellation);
    }

    /// <summary>The ids that a query finds, in their order; for exports and acts on all of them.</summary>
    /// <param name="afterId">Goes on behind this one; null from the beginning.</param>
    internal async Task<IReadOnlyList<int>> NextIdsAsync(RosterQuery query, int? afterId, int most, CancellationToken cancellation)
    {
        query = await WithAreasAsync(query, cancellation);
        var order = new RosterOrder(query.Sort);
        var spot = afterId is { } id ? await SpotAsync(id, cancellation) : null;
        var counts = await tallies.ReadAsync(cancellation);
        var found = query.HasFacetsOnly ? null : (await GatherAsync(query, counts, cancellation)).Spots;
        if (found is not null) return [.. found.Where(s => spot is null || order.Compare(s, spot) > 0).Order(order).Take(most).Select(s => s.Id)];
        return [.. (await ReadAsync(query, order, spot, 0, most, counts, cancellation)).Select(s => s.Id)];
    }

    /// <summary>The first ids of a list off the index of its order, as is done where it is too long to be gathered.</summary>
    public async Task<IReadOnlyList<int>> WalkAsync(RosterQuery query, int most, CancellationToken cancellation) =>
        [.. (await ReadAsync(await WithAreasAsync(query, cancellation), new RosterOrder(query.Sort), null, 0, most, await tallies.ReadAsync(cancellation), cancellation)).Select(s => s.Id)];

    /// <summary>Every row that a query finds, in its order.</summary>
    public async IAsyncEnumerable<RosterRow> StreamAsync(RosterQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        query = await WithAreasAsync(query, cancellation);
        var counts = await tallies.ReadAsync(cancellation);
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

    /// <summary>How many of what a query finds have each of these tags; those that none has are left out.</summary>
    /// <param name="found">All that it finds, where that is known already.</param>
    internal async Task<IReadOnlyDictionary<int, FacetCount?>> CountTagsAsync(RosterQuery query, IReadOnlyList<int>? found, IReadOnlyList<int> ofTags, CancellationToken cancellation)
    {
        var asked = query;
        query = await WithAreasAsync(query, cancellation);
        var (counts, mark) = await tallies.LookAsync(cancellation);
        IQueryable<EnterpriseTag> tags;
        if (query.HasFacetsOnly)
        {
            if (CountOf(counts, query) > Exact) return await beyond.TagsAsync(mark, asked, query, CountOf(counts, RosterNarrowing.OneFacet(query)), ofTags, cancellation);
            tags = RosterNarrowing.Facets(db.Enterprises, query).SelectMany(e => e.Tags);
        }
        else
        {
            if ((found ?? (await GatherAsync(query, counts, cancellation)).Spots?.ConvertAll(s => s.Id)) is not { } ids) return await beyond.TagsAsync(mark, asked, query, length: null, ofTags, cancellation);
            tags = db.Set<EnterpriseTag>().Where(t => EF.Parameter(ids).Contains(t.EnterpriseId));
        }

        return await tags.GroupBy(t => t.IndustryTagId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => FacetCount.Of(g.Count, FacetReach.All), cancellation);
    }

    /// <summary>How many were changed today, at most <see cref="Exact"/>.</summary>
    public Task<int> CountChangedTodayAsync(CancellationToken cancellation)
    {
        var start = ChinaTime.StartOf(time.Today);
        return db.Enterprises.Where(e => e.UpdatedAt >= start).OrderBy(e => e.UpdatedAt).Take(Exact).CountAsync(cancellation);
    }

    /// <summary>An area is asked for with all that lie in it.</summary>
    private async Task<RosterQuery> WithAreasAsync(RosterQuery query, CancellationToken cancellation) =>
        query.AreaId is { } area ? query with { Areas = await AreaTree.WithinAsync(db, area, cancellation) } : query;

    private static int CountOf(IReadOnlyDictionary<RosterCell, int> counts, RosterQuery query) => counts.Where(c => c.Key.Fits(query)).Sum(c => c.Value);

    /// <summary>Everything that fits, where that is not too much.</summary>
    private async Task<Gathered> GatherAsync(RosterQuery query, IReadOnlyDictionary<RosterCell, int> counts, CancellationToken cancellation)
    {
        var bare = query with { Stage = null, Type = null, AreaId = null, Areas = null };
        // first without any facet, so that each can be counted under the others; then without the stage; then as it was asked
        foreach (var wider in new[] { bare, query with { Stage = null }, query }.Distinct())
        {
            if (await ReadAllAsync(wider, counts, cancellation) is not { } spots) continue;
            List<RosterSpot> wanted = wider == query ? spots : [.. spots.Where(s => s.Cell.Fits(query))];
            var cells = spots.GroupBy(s => s.Cell).ToDictionary(g => g.Key, g => g.Count());
            var facets = wider == bare ? RosterFacets.Of(cells, query) : wider.Stage is null ? RosterFacets.OfStages(cells, query) : null;
            return new Gathered(wanted, wanted.Count, facets);
        }

        return new Gathered(null, null, null);
    }

    private async Task<List<RosterSpot>?> ReadAllAsync(RosterQuery query, IReadOnlyDictionary<RosterCell, int> counts, CancellationToken cancellation)
    {
        var spots = new Dictionary<int, RosterSpot>();
        foreach (var candidates in await narrowing.CandidatesAsync(query, CountOf(counts, query), cancellation))
        {
            if (candidates.Reach == 0) continue;
            if (candidates is { IsAll: true, Reach: { } length } && length > candidates.Most) return null;
            // what cannot be too much is read at once
            var isFew = candidates.Reach <= candidates.Most;
            var rows = await ReadAsync(candidates, isFew ? candidates.Most : Few + 1, cancellation);
            // counting costs a tenth of reading
            if (!isFew && rows.Count > Few && await candidates.Found.Take(candidates.Most + 1).CountAsync(cancellation) > candidates.Most) return null;
            if (!isFew && rows.Count > Few) rows = await ReadAsync(candidates, candidates.Most + 1, cancellation);
            if (rows.Count > candidates.Most) return null;
            foreach (var row in rows) spots[row.Id] = row;
            if (spots.Count > Exact) return null;
        }

        return [.. spots.Values];
    }

    private async Task<RosterSlice> SliceAsync(RosterQuery query, Gathered found, RosterPlace place, int size, IReadOnlyDictionary<RosterCell, int> counts, CancellationToken cancellation)
    {
        var order = new RosterOrder(query.Sort);
        var isBack = place.BeforeId is not null;
        var spot = (place.AfterId ?? place.BeforeId) is { } id and > 0 and <= int.MaxValue ? await SpotAsync((int)id, cancellation) : null;
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
        return new RosterSlice([.. part.Select(s => s.Id)], size, place, found.Total, found.Facets!, hasNext ? part[^1].Id : null, hasPrevious && part.Count > 0 ? part[0].Id : null)
        {
            All = found.Spots?.ConvertAll(s => s.Id),
        };
    }

    /// <summary>Reads off the index of an order.</summary>
    private async Task<List<RosterSpot>> ReadAsync(
        RosterQuery query, RosterOrder order, RosterSpot? after, int skip, int take, IReadOnlyDictionary<RosterCell, int> counts, CancellationToken cancellation)
    {
        if (!query.HasFacetsOnly)
        {
            // what was merged is left out only where the record is opened for something else: to see it in the index one would open each
            var index = order.Apply(After(RosterNarrowing.Facets(db.Enterprises.IgnoreQueryFilters(), RosterNarrowing.OneFacet(query)), order, after));
            var along = narrowing.Along(narrowing.OfId(index, query)).Where(e => e.MergedIntoId == null);
            return await Spots(narrowing.Residual(RosterNarrowing.Facets(along, query), RosterNarrowing.WithoutId(query)).Skip(skip).Take(take)).ToListAsync(cancellation);
        }

        var stretches = Stretches(query, counts);
        if (stretches is [var one]) return await ReadAsync(one, query.Sort, order, after, skip, take, cancellation);
        var first = new List<RosterSpot>();
        foreach (var stretch in stretches) first.AddRange(await ReadAsync(stretch, query.Sort, order, after, 0, skip + take, cancellation));
        return [.. first.Order(order).Skip(skip).Take(take)];
    }

    private Task<List<RosterSpot>> ReadAsync(RosterStretch stretch, RosterSort sort, RosterOrder order, RosterSpot? after, int skip, int take, CancellationToken cancellation) => after is null
        ? RosterStretches.ReadAsync(db, stretch, sort, skip, take, cancellation)
        : Spots(order.Apply(order.After(RosterStretches.Of(db, stretch), after)).Skip(skip).Take(take)).ToListAsync(cancellation);

    /// <summary>Each area of several, and each cell of two or three facets, has its own stretch of the index: the first of each, then the first of all.</summary>
    private static IReadOnlyList<RosterStretch> Stretches(RosterQuery query, IReadOnlyDictionary<RosterCell, int> counts) => query switch
    {
        { Stage: null, Type: null, AreaId: null } => [new(StretchOf.All, query.IsShown)],
        { Stage: { } stage, Type: null, AreaId: null } => [new(StretchOf.Stage, query.IsShown, stage)],
        { Stage: null, Type: { } type, AreaId: null } => [new(StretchOf.Type, query.IsShown, Type: type)],
        { Stage: null, Type: null } => [.. (query.Areas ?? [query.AreaId!.Value]).Select(a => new RosterStretch(StretchOf.Area, query.IsShown, Area: a))],
        _ => [.. counts.Where(c => c.Value > 0 && c.Key.Fits(query)).Select(c => new RosterStretch(StretchOf.Cell, query.IsShown, c.Key.Stage, c.Key.Type, c.Key.AreaId)).Distinct()],
    };

    private static IQueryable<Enterprise> After(IQueryable<Enterprise> enterprises, RosterOrder order, RosterSpot? spot) => spot is null ? enterprises : order.After(enterprises, spot);

    private static Task<List<RosterSpot>> ReadAsync(RosterCandidates candidates, int most, CancellationToken cancellation) =>
        candidates.Spots is { } spots ? spots(most).ToListAsync(cancellation).AsTask() : Spots(candidates.Found.Take(most)).ToListAsync(cancellation);

    private static IQueryable<RosterSpot> Spots(IQueryable<Enterprise> enterprises) =>
        enterprises.AsNoTracking().Select(e => new RosterSpot(e.Id, e.Stage, e.Type, e.ParkAreaId, e.StageSince, e.NameKey, e.UpdatedAt));

    private Task<RosterSpot?> SpotAsync(int id, CancellationToken cancellation) => Spots(db.Enterprises.Where(e => e.Id == id)).SingleOrDefaultAsync(cancellation);

    private async Task<IReadOnlyList<RosterRow>> RowsAsync(RosterQuery query, IReadOnlyList<int> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return [];
        var rows = await RosterRows.ReadAsync(db, [.. ids], cancellation);
        var words = RosterWord.Read(query.Word);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id] with { Match = words.Select(w => w.Explain(rows[id])).FirstOrDefault(m => m is not null) })];
    }

    /// <param name="Spots">All that fit; null where that would be too many.</param>
    private sealed record Gathered(List<RosterSpot>? Spots, int? Total, RosterFacets? Facets);
}

/// <summary>A part of the roster by ids; the rest as in <see cref="RosterList"/>.</summary>
internal sealed record RosterSlice(IReadOnlyList<int> Ids, int Size, RosterPlace Place, int? Total, RosterFacets Facets, int? After, int? Before)
{
    /// <summary>All ids, in no order; null where they were not gathered.</summary>
    public IReadOnlyList<int>? All { get; init; }
}
