using AutoMapper;
using AutoMapper.QueryableExtensions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>The roster as everybody may read it: enterprises that agreed to be shown and have not left, without any personal data.</summary>
public sealed class PublicDirectory(PortalDbContext db, IMapper mapper)
{
    private const int MostChoices = 200;

    public async Task<Page<DirectoryEntry>> ListAsync(DirectoryQuery query, PageRequest page, CancellationToken cancellation)
    {
        var found = Filter(query);
        var total = await found.CountAsync(cancellation);
        var rows = await found.OrderBy(e => e.Name).ThenBy(e => e.Id).Skip(page.Skip).Take(page.Size)
            .ProjectTo<DirectoryEntry>(mapper.ConfigurationProvider).ToListAsync(cancellation);
        return new Page<DirectoryEntry>(rows, page.Number, page.Size, total);
    }

    /// <summary>One enterprise; null when it is hidden, has left or does not exist.</summary>
    public Task<DirectoryEntry?> FindAsync(int id, CancellationToken cancellation) =>
        Shown().Where(e => e.Id == id).ProjectTo<DirectoryEntry>(mapper.ConfigurationProvider).SingleOrDefaultAsync(cancellation);

    /// <summary>The values of each filter with the number of entries under the query's other conditions; values without entries are left out, unless chosen.</summary>
    public async Task<DirectoryFacets> FacetsAsync(DirectoryQuery query, CancellationToken cancellation)
    {
        var types = await Filter(query with { Type = null }).GroupBy(e => e.Type).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var areas = await Filter(query with { AreaId = null }).GroupBy(e => e.ParkAreaId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var tags = await Filter(query with { TagId = null }).SelectMany(e => e.Tags).GroupBy(t => t.IndustryTagId)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var allAreas = await db.Set<ParkArea>().AsNoTracking().OrderBy(a => a.SortOrder).ThenBy(a => a.Id).Take(MostChoices).ToListAsync(cancellation);
        var allTags = await db.Set<IndustryTag>().AsNoTracking().OrderBy(t => t.SortOrder).ThenBy(t => t.Id).Take(MostChoices).ToListAsync(cancellation);
        return new DirectoryFacets(
            Facets(Enum.GetValues<EnterpriseType>(), t => t, types.ToDictionary(c => c.Key, c => c.Count), query.Type),
            Facets(allAreas, a => a.Id, areas.Where(c => c.Key is not null).ToDictionary(c => c.Key!.Value, c => c.Count), query.AreaId),
            Facets(allTags, t => t.Id, tags.ToDictionary(c => c.Key, c => c.Count), query.TagId));
    }

    /// <summary>Values with entries, and the chosen one also without: it must be seen to be taken away.</summary>
    private static List<Facet<T>> Facets<T, TKey>(IEnumerable<T> values, Func<T, TKey> keyOf, Dictionary<TKey, int> counts, TKey? chosen)
        where TKey : struct =>
        [.. values.Where(v => counts.ContainsKey(keyOf(v)) || keyOf(v).Equals(chosen)).Select(v => new Facet<T>(v, counts.GetValueOrDefault(keyOf(v))))];

    private IQueryable<Enterprise> Shown() => db.Enterprises.AsNoTracking().Where(e => e.IsPublic && e.SuspendedAt == null && e.Stage != EnterpriseStage.Left);

    private IQueryable<Enterprise> Filter(DirectoryQuery query)
    {
        var entries = Shown();
        if (SearchWord.Upper(query.Word) is { } word) entries = entries.Where(e => e.SearchText.Contains(word));
        if (query.Type is { } type) entries = entries.Where(e => e.Type == type);
        if (query.AreaId is { } area) entries = entries.Where(e => e.ParkAreaId == area);
        if (query.TagId is { } tag) entries = entries.Where(e => e.Tags.Any(t => t.IndustryTagId == tag));
        return entries;
    }
}
