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
    public async Task<Corridor?> FindAsync(string slug, CancellationToken cancellation)
    {
        // two questions: statuses and legs in one would give every status once for each value of each leg
        var corridor = await db.Corridors.AsNoTracking().Include(c => c.Standings.OrderByDescending(s => s.From)).AsSingleQuery().SingleOrDefaultAsync(c => c.Slug == slug, cancellation);
        if (corridor is null) return null;
        corridor.Legs.AddRange(await db.Set<CorridorLeg>().AsNoTracking().Include(l => l.Leg!.Values).Include(l => l.Leg!.From).Include(l => l.Leg!.To).AsSingleQuery()
            .Where(l => l.CorridorId == corridor.Id).OrderBy(l => l.Position).Take(MostLegs).ToListAsync(cancellation));
        return corridor;
    }

    /// <summary>The areas that make up the dry port.</summary>
    public async Task<IReadOnlyList<ParkArea>> AreasAsync(CancellationToken cancellation) =>
        await db.Set<ParkArea>().AsNoTracking().OrderBy(a => a.SortOrder).ThenBy(a => a.Id).Take(MostRows).ToListAsync(cancellation);

    private IQueryable<Corridor> WithLegs() => db.Corridors.AsNoTracking().Include(c => c.Standings.OrderByDescending(s => s.From))
        .Include(c => c.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.Values)
        .Include(c => c.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.From)
        .Include(c => c.Legs.OrderBy(l => l.Position)).ThenInclude(l => l.Leg!.To);
}
