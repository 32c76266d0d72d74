using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>Which area lies in which. Whoever asks for an area means all that lies in it too.</summary>
public static class AreaTree
{
    private static readonly HotQuery<Func<PortalDbContext, IAsyncEnumerable<AreaLink>>> _links = new(() => EF.CompileAsyncQuery((PortalDbContext db) =>
        db.Set<ParkArea>().Where(a => a.ParentId != null).Select(a => new AreaLink(a.Id, a.ParentId!.Value))));

    /// <summary>An area and all that lie in it, in any depth.</summary>
    public static IReadOnlyList<int> Within(IReadOnlyCollection<ParkArea> areas, int areaId) => Within([.. areas.Where(a => a.ParentId is not null).Select(a => new AreaLink(a.Id, a.ParentId!.Value))], areaId);

    /// <summary>How many there are in an area and all that lie in it.</summary>
    /// <param name="counts">Of each area alone, by its id.</param>
    public static int Sum(IReadOnlyCollection<ParkArea> areas, int areaId, IReadOnlyDictionary<int, int> counts) => Within(areas, areaId).Sum(counts.GetValueOrDefault);

    /// <summary>Each area followed by those that lie in it, with how deep it lies.</summary>
    public static IReadOnlyList<(ParkArea Area, int Depth)> InOrder(IReadOnlyList<ParkArea> areas)
    {
        var ordered = new List<(ParkArea, int)>();
        Add(null, 0);
        return ordered;

        void Add(int? parent, int depth)
        {
            foreach (var area in areas.Where(a => a.ParentId == parent))
            {
                ordered.Add((area, depth));
                Add(area.Id, depth + 1);
            }
        }
    }

    /// <summary>An area and all that lie in it, from the database; null where nothing does.</summary>
    internal static async Task<IReadOnlyList<int>?> WithinAsync(PortalDbContext db, int areaId, CancellationToken cancellation) =>
        Within(await _links.For(db)(db).ToListAsync(cancellation), areaId) is { Count: > 1 } within ? within : null;

    private static List<int> Within(List<AreaLink> links, int areaId)
    {
        var found = new List<int> { areaId };
        for (var at = 0; at < found.Count; at++) found.AddRange(links.Where(l => l.ParentId == found[at] && !found.Contains(l.Id)).Select(l => l.Id));
        return found;
    }

    private sealed record AreaLink(int Id, int ParentId);
}
