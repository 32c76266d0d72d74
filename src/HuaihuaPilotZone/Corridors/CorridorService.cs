using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors;

/// <summary>The network as the map and its tables need it.</summary>
/// <param name="Hub">The dry port.</param>
/// <param name="Corridors">All corridors with their legs in order.</param>
/// <param name="Others">Legs that belong to no corridor: where goods are gathered.</param>
public sealed record Network(Node Hub, IReadOnlyList<Corridor> Corridors, IReadOnlyList<Leg> Others);

/// <summary>Corridors of the dry port.</summary>
public sealed class CorridorService(PortalDbContext db)
{
    /// <summary>The dry port's own node.</summary>
    public const string HubSlug = "huaihua";

    private const int MostRows = 50;
    private const int MostLegs = 200;

    public async Task<Network> NetworkAsync(CancellationToken cancellation)
    {
        var hub = await db.Nodes.AsNoTracking().SingleAsync(n => n.Slug == HubSlug, cancellation);
        var corridors = await WithLegs().OrderBy(c => c.SortOrder).ThenBy(c => c.Id).Take(MostRows).AsSplitQuery().ToListAsync(cancellation);
        var others = await db.Legs.AsNoTracking().Include(l => l.From).Include(l => l.To)
            .Where(l => !db.Corridors.Any(c => c.Legs.Any(own => own.LegId == l.Id)))
            .OrderBy(l => l.Id).Take(MostLegs).ToListAsync(cancellation);
        return new Network(hub, corridors, others);
    }

    /// <summary>A corridor with its legs in order; null for an unknown one.</summary>
    public Task<Corridor?> FindAsync(string slug, CancellationToken cancellation) =>
        WithLegs().AsSplitQuery().SingleOrDefaultAsync(c => c.Slug == slug, cancellation);

    /// <summary>The areas that make up the dry port.</summary>
    public async Task<IReadOnlyList<ParkArea>> AreasAsync(CancellationToken cancellation) =>
        await db.Set<ParkArea>().AsNoTracking().OrderBy(a => a.SortOrder).ThenBy(a => a.Id).Take(MostRows).ToListAsync(cancellation);

    private IQueryable<Corridor> WithLegs() => db.Corridors.AsNoTracking()
        .Include(c => c.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.From)
        .Include(c => c.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.To);
}
