using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>
/// Numbers beside the filters of a list that is too long to be gathered. None of them goes through the list: what its beginning has is a number that there are at
/// least, and of tags that few have the number is exact. See docs/performance.md.
/// </summary>
public sealed class LongListCounts(PortalDbContext db, RosterNarrowing narrowing, LongCountsMemory memory)
{
    /// <summary>Of a list that indexes alone can tell of, so many times as much is looked at.</summary>
    private const int Listed = 3;

    /// <summary>How much of a list is looked at.</summary>
    public int Reach { get; set; } = RosterNarrowing.MostReached;

    /// <summary>How many there are of each stage, type and area.</summary>
    /// <param name="all">How many the whole roster has.</param>
    /// <param name="known">What is known exactly, which stays.</param>
    /// <param name="total">How long the list is, where that is known.</param>
    public async Task<RosterFacets> FacetsAsync(RosterQuery query, KeptCounts all, RosterFacets? known, int? total, CancellationToken cancellation)
    {
        var bare = query with { Stage = null, Type = null, AreaId = null, Areas = null, Sort = default };
        // papers and leases are no part of the roster, and run out by themselves
        var mark = bare is { Papers: null, ParkId: null } ? all.Mark : null;
        var cells = await memory.CountAsync(mark, bare, Reach, async token => await LessTheRestAsync(bare, all, token) ?? await CellsAsync(bare, token), cancellation);
        var counted = RosterFacets.OfBeginning(cells.Counts, query, cells.IsWhole);
        if (total is { } found) counted = counted.WithChosen(query, found);
        return known is null ? counted : counted with { Stages = known.Stages };
    }

    /// <summary>How many have each of these tags, in a list of the directory; those that none has are left out.</summary>
    /// <param name="mark">Of the roster at this moment.</param>
    /// <param name="asked">As the address says it.</param>
    /// <param name="length">How many have the one facet that decides which index is walked, where nothing but facets narrows the list.</param>
    public Task<IReadOnlyDictionary<int, FacetCount?>> TagsAsync(RosterMark? mark, RosterQuery asked, RosterQuery query, int? length, IReadOnlyList<int> tags, CancellationToken cancellation) =>
        memory.CountAsync(mark, asked, Reach, token => CountTagsAsync(query, length, tags, token), cancellation);

    /// <summary>All but the few that are otherwise: what lacks something, where little lacks nothing.</summary>
    /// <returns>Null where that is not how the list is narrowed, or the others are too many.</returns>
    private async Task<CountedCells?> LessTheRestAsync(RosterQuery query, KeptCounts all, CancellationToken cancellation)
    {
        if (query.Completeness is not { } completeness || query with { Completeness = null } != new RosterQuery()) return null;
        if (await narrowing.OthersAsync(completeness, cancellation) is not { } others) return null;
        var cells = all.Cells.GroupBy(c => c.Key with { Visibility = EnterpriseVisibility.Shown }).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
        foreach (var other in others) cells[other.Cell] = cells.GetValueOrDefault(other.Cell) - 1;
        return new CountedCells(cells, IsWhole: true);
    }

    private async Task<CountedCells> CellsAsync(RosterQuery query, CancellationToken cancellation)
    {
        if (await narrowing.BeginningAsync(query, Reach, cancellation) is not { } beginning) return new CountedCells(new Dictionary<RosterCell, int>(), IsWhole: true);
        var found = beginning.Found.Select(e => new { e.Id, e.Stage, e.Type, e.ParkAreaId });
        if (beginning.MayRepeat) found = found.Distinct();
        var cells = await found.GroupBy(e => new { e.Stage, e.Type, e.ParkAreaId }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return new CountedCells(cells.ToDictionary(c => new RosterCell(c.Key.Stage, c.Key.Type, c.Key.ParkAreaId, EnterpriseVisibility.Shown), c => c.Count), beginning.IsWhole);
    }

    private async Task<IReadOnlyDictionary<int, FacetCount?>> CountTagsAsync(RosterQuery query, int? length, IReadOnlyList<int> tags, CancellationToken cancellation)
    {
        var beginning = length is { } all ? FirstListed(query, all) : await narrowing.BeginningAsync(query, Reach, cancellation);
        var first = beginning is null ? [] : await CountAsync(beginning, cancellation);
        if (beginning is null or { IsWhole: true }) return first.ToDictionary(c => c.Key, c => FacetCount.Of(c.Value, FacetReach.TenThousand));
        var rare = await RareTagsAsync(query, [.. tags.OrderBy(t => first.GetValueOrDefault(t)).ThenBy(t => t)], cancellation);
        return tags.Select(t => (Tag: t, Count: rare.TryGetValue(t, out var exact) ? FacetCount.Of(exact, FacetReach.TenThousand) : FacetCount.Of(first.GetValueOrDefault(t), FacetReach.Least)))
            .Where(t => t.Count is not { Count: 0 }).ToDictionary(t => t.Tag, t => t.Count);
    }

    /// <summary>How many of a list have each of the rarest tags: of as many of them as have together no more entries than are looked at.</summary>
    /// <param name="tags">The rarest first.</param>
    public async Task<IReadOnlyDictionary<int, int>> RareTagsAsync(RosterQuery query, IReadOnlyList<int> tags, CancellationToken cancellation)
    {
        var left = Reach;
        var rare = new Dictionary<int, int>();
        foreach (var tag in tags)
        {
            var size = await RosterLengths.TagAsync(db, tag, left + 1, cancellation);
            if (size > left) break;
            left -= size;
            rare[tag] = 0;
        }

        if (rare.Count == 0) return rare;
        var fitting = narrowing.Residual(RosterNarrowing.Facets(db.Enterprises, query), query);
        List<int> ids = [.. rare.Keys];
        var counts = await db.Set<EnterpriseTag>().Where(t => EF.Parameter(ids).Contains(t.IndustryTagId)).Where(t => fitting.Any(e => e.Id == t.EnterpriseId))
            .GroupBy(t => t.IndustryTagId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        foreach (var count in counts) rare[count.Key] = count.Count;
        return rare;
    }

    /// <summary>The beginning of a list that nothing but facets narrows, off the index of the directory's order.</summary>
    private RosterBeginning FirstListed(RosterQuery query, int length)
    {
        var one = RosterNarrowing.OneFacet(query);
        var most = one == query ? Listed * Reach : Reach;
        // what is shown was not merged: no record has to be opened to see that
        var first = RosterNarrowing.Facets(db.Enterprises.IgnoreQueryFilters(), one).OrderBy(e => e.NameKey).ThenBy(e => e.Id).Take(most);
        return new RosterBeginning(one == query ? first : RosterNarrowing.Facets(first, query), MayRepeat: false, IsWhole: length <= most);
    }

    private async Task<Dictionary<int, int>> CountAsync(RosterBeginning beginning, CancellationToken cancellation)
    {
        var tags = from e in beginning.Found from t in db.Set<EnterpriseTag>() where t.EnterpriseId == e.Id select new { t.EnterpriseId, t.IndustryTagId };
        if (beginning.MayRepeat) tags = tags.Distinct();
        return await tags.GroupBy(t => t.IndustryTagId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
    }

    /// <param name="IsWhole">Whether that is all of the list.</param>
    private sealed record CountedCells(IReadOnlyDictionary<RosterCell, int> Counts, bool IsWhole);
}
