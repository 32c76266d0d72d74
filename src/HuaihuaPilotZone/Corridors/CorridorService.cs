using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors;

/// <summary>The network as the map and its tables need it.</summary>
/// <param name="Hub">The dry port.</param>
/// <param name="Corridors">All corridors with their legs in order.</param>
/// <param name="Others">Legs that belong to no corridor: where goods are gathered.</param>
/// <param name="On">The civil day whose values are meant.</param>
public sealed record Network(Node Hub, IReadOnlyList<Corridor> Corridors, IReadOnlyList<Leg> Others, DateOnly On);

/// <summary>Corridors of the dry port.</summary>
public sealed class CorridorService(PortalDbContext db, ChinaTime time)
{
    /// <summary>The dry port's own node.</summary>
    public const string HubSlug = "huaihua";

    private const int MostRows = 50;
    private const int MostLegs = 200;

    private static readonly HotQuery<Func<PortalDbContext, string, CancellationToken, Task<Corridor?>>> _bySlug = new(() => EF.CompileAsyncQuery((PortalDbContext db, string slug, CancellationToken _) =>
        db.Corridors.AsNoTracking().Include(c => c.Standings.OrderByDescending(s => s.From))
            .Include(c => c.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.Values)
            .Include(c => c.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.From)
            .Include(c => c.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.To)
            .AsSplitQuery().SingleOrDefault(c => c.Slug == slug)));

    /// <summary>The civil day whose values are shown.</summary>
    public DateOnly Today => time.Today;

    public async Task<Network> NetworkAsync(CancellationToken cancellation)
    {
        var hub = await db.Nodes.AsNoTracking().SingleAsync(n => n.Slug == HubSlug, cancellation);
        var corridors = await WithLegs().OrderBy(c => c.SortOrder).ThenBy(c => c.Id).Take(MostRows).AsSplitQuery().ToListAsync(cancellation);
        var others = await db.Legs.AsNoTracking().Include(l => l.From).Include(l => l.To).Include(l => l.Values)
            .Where(l => !l.IsClosed && !db.Corridors.Any(c => c.Legs.Any(own => own.LegId == l.Id)))
            .OrderBy(l => l.Id).Take(MostLegs).AsSplitQuery().ToListAsync(cancellation);
        return new Network(hub, corridors, others, time.Today);
    }

    /// <summary>A corridor with its legs in order; null for an unknown one.</summary>
    public Task<Corridor?> FindAsync(string slug, CancellationToken cancellation) => _bySlug.For(db)(db, slug, cancellation);

    /// <summary>The areas that make up the dry port.</summary>
    public async Task<IReadOnlyList<ParkArea>> AreasAsync(CancellationToken cancellation) =>
        await db.Set<ParkArea>().AsNoTracking().OrderBy(a => a.SortOrder).ThenBy(a => a.Id).Take(MostRows).ToListAsync(cancellation);

    private IQueryable<Corridor> WithLegs() => db.Corridors.AsNoTracking().Include(c => c.Standings.OrderByDescending(s => s.From))
        .Include(c => c.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.Values)
        .Include(c => c.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.From)
        .Include(c => c.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.To);
}
