using AutoMapper;
using AutoMapper.QueryableExtensions;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>The roster as everybody may read it: enterprises that agreed to be shown and have not left, without any personal data.</summary>
public sealed class PublicDirectory(PortalDbContext db, RosterFinder finder, RosterCounts tallies, IMapper mapper)
{
    private const int MostChoices = 200;

    /// <summary>Entries that are read at a time for the whole of the directory.</summary>
    private const int Chunk = 500;

    public async Task<DirectoryList> ListAsync(DirectoryQuery query, RosterPlace place, int size, CancellationToken cancellation)
    {
        var slice = await finder.SliceAsync(query.InRoster, place, size, cancellation);
        return new DirectoryList(await EntriesAsync(slice.Ids, cancellation), slice.Size, slice.Place, slice.Total, await FacetsAsync(query, slice, cancellation), slice.After, slice.Before);
    }

    /// <summary>One enterprise; null when it is hidden, has left or does not exist.</summary>
    public Task<DirectoryEntry?> FindAsync(int id, CancellationToken cancellation) =>
        // of one enterprise the few tags and markets come with it in one statement
        db.Enterprises.AsNoTracking().AsSplitQuery().Where(e => e.Id == id && e.Visibility == EnterpriseVisibility.Shown).OrderBy(e => e.Id).ProjectTo<DirectoryEntry>(mapper.ConfigurationProvider).SingleOrDefaultAsync(cancellation);

    /// <summary>How many enterprises the zone has, shown or hidden, by stage and by area.</summary>
    public async Task<ZoneCounts> CountAsync(CancellationToken cancellation)
    {
        var counts = await tallies.ReadAsync(cancellation);
        var present = counts.Where(c => c.Key.Stage != EnterpriseStage.Left).ToDictionary();
        var shown = RosterFacets.Of(present, new RosterQuery { IsShown = true }).Areas!;
        return new ZoneCounts(
            RosterFacets.Of(counts, new RosterQuery()).Stages,
            [.. (await AllAreasAsync(cancellation)).Select(a => new AreaCount(a, RosterFacets.Of(present, new RosterQuery(AreaId: a.Id)).Stages, shown.GetValueOrDefault(a.Id)))]);
    }

    /// <summary>All entries by name.</summary>
    public async IAsyncEnumerable<DirectoryEntry> StreamAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var query = new DirectoryQuery().InRoster;
        for (int? last = null; ;)
        {
            var ids = await finder.NextIdsAsync(query, last, Chunk, cancellation);
            foreach (var entry in await EntriesAsync(ids, cancellation)) yield return entry;
            if (ids.Count < Chunk) yield break;
            last = ids[^1];
        }
    }

    private async Task<IReadOnlyList<DirectoryEntry>> EntriesAsync(IReadOnlyList<int> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return [];
        // whoever was hidden meanwhile is left out
        var entries = await db.Enterprises.AsNoTracking().AsSplitQuery().Where(e => EF.Parameter(ids).Contains(e.Id) && e.Visibility == EnterpriseVisibility.Shown).OrderBy(e => e.Id)
            .ProjectTo<DirectoryEntry>(mapper.ConfigurationProvider).ToDictionaryAsync(e => e.Id, cancellation);
        return [.. ids.Where(entries.ContainsKey).Select(id => entries[id])];
    }

    private async Task<DirectoryFacets> FacetsAsync(DirectoryQuery query, RosterSlice slice, CancellationToken cancellation)
    {
        var counts = slice.Facets;
        var tags = await db.Set<IndustryTag>().AsNoTracking().OrderBy(t => t.SortOrder).ThenBy(t => t.Id).Take(MostChoices).ToListAsync(cancellation);
        var areas = await AllAreasAsync(cancellation);
        return new DirectoryFacets(
            Choices(Enum.GetValues<EnterpriseStage>().Where(s => s != EnterpriseStage.Left), counts.Stages.Told, s => s == query.Stage),
            Choices(Enum.GetValues<EnterpriseType>(), t => FacetCount.Of(counts.Types!.GetValueOrDefault(t), counts.Reach), t => t == query.Type),
            Choices(areas, a => FacetCount.Of(AreaTree.Sum(areas, a.Id, counts.Areas!), counts.Reach), a => a.Id == query.AreaId),
            await TagsAsync(tags, query, query.TagId is null ? slice.All : null, cancellation));
    }

    /// <summary>Tags have no kept counts: what the other conditions leave is counted, as far as numbers are exact.</summary>
    private async Task<IReadOnlyList<Choice<IndustryTag>>> TagsAsync(IReadOnlyList<IndustryTag> tags, DirectoryQuery query, IReadOnlyList<int>? found, CancellationToken cancellation)
    {
        var counts = await finder.CountTagsAsync((query with { TagId = null }).InRoster, found, [.. tags.Select(t => t.Id)], cancellation);
        return Choices(tags, t => counts.TryGetValue(t.Id, out var count) ? count : new FacetCount(0, false), t => t.Id == query.TagId);
    }

    /// <summary>Values that some have, or may have, and the chosen one.</summary>
    private static List<Choice<T>> Choices<T>(IEnumerable<T> values, Func<T, FacetCount?> count, Predicate<T> isChosen) =>
        [.. values.Select(v => new Choice<T>(v, count(v))).Where(c => c.Count is not { Count: 0 } || isChosen(c.Value))];

    private Task<List<ParkArea>> AllAreasAsync(CancellationToken cancellation) =>
        db.Set<ParkArea>().AsNoTracking().OrderBy(a => a.SortOrder).ThenBy(a => a.Id).Take(MostChoices).ToListAsync(cancellation);
}

/// <summary>The enterprises of the zone, as its roster says.</summary>
/// <param name="Areas">Without those that have left.</param>
public sealed record ZoneCounts(StageCounts Stages, IReadOnlyList<AreaCount> Areas);

/// <summary>The enterprises of an area.</summary>
/// <param name="Stages">All that have not left.</param>
/// <param name="Shown">How many of them the directory shows.</param>
public sealed record AreaCount(ParkArea Area, StageCounts Stages, int Shown)
{
    /// <summary>How many there are in all; null where so few are not told, see <see cref="OpenRoster"/>.</summary>
    public int? Told => OpenRoster.Told(Stages.All, Shown);
}
