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
    private const int MostOfAll = MostRows * MostLegs;

    private static readonly HotQuery<Func<PortalDbContext, string, CancellationToken, Task<Corridor?>>> _bySlug = new(() => EF.CompileAsyncQuery((PortalDbContext db, string slug, CancellationToken _) =>
        db.Corridors.AsNoTracking().Include(c => c.Standings.OrderByDescending(s => s.From)).AsSingleQuery().SingleOrDefault(c => c.Slug == slug)));

    private static readonly HotQuery<Func<PortalDbContext, int, IAsyncEnumerable<CorridorLeg>>> _legsOf = new(() => EF.CompileAsyncQuery((PortalDbContext db, int id) =>
        db.Set<CorridorLeg>().AsNoTracking().Include(l => l.Leg!.Values).Include(l => l.Leg!.From).Include(l => l.Leg!.To).AsSingleQuery()
            .Where(l => l.CorridorId == id).OrderBy(l => l.Position).Take(MostLegs)));

    /// <summary>The civil day whose values are shown.</summary>
    public DateOnly Today => time.Today;

    public async Task<Network> NetworkAsync(CancellationToken cancellation)
    {
        var corridors = await db.Corridors.AsNoTracking().Include(c => c.Standings.OrderByDescending(s => s.From)).AsSingleQuery()
            .OrderBy(c => c.SortOrder).ThenBy(c => c.Id).Take(MostRows).ToListAsync(cancellation);
        var legs = await db.Set<CorridorLeg>().AsNoTracking().Include(l => l.Leg!.Values).Include(l => l.Leg!.From).Include(l => l.Leg!.To).AsSingleQuery()
            .OrderBy(l => l.CorridorId).ThenBy(l => l.Position).Take(MostOfAll).ToListAsync(cancellation);
        var ofCorridors = legs.ToLookup(l => l.CorridorId);
        foreach (var corridor in corridors) corridor.Legs.AddRange(ofCorridors[corridor.Id]);
        var others = await db.Legs.AsNoTracking().Include(l => l.From).Include(l => l.To).Include(l => l.Values).AsSingleQuery()
            .Where(l => !l.IsClosed && !db.Corridors.Any(c => c.Legs.Any(own => own.LegId == l.Id)))
            .OrderBy(l => l.Id).Take(MostLegs).ToListAsync(cancellation);
        var hub = legs.Select(l => l.Leg!).Concat(others).SelectMany(l => new[] { l.From!, l.To! }).FirstOrDefault(n => n.Slug == HubSlug)
            ?? await db.Nodes.AsNoTracking().SingleAsync(n => n.Slug == HubSlug, cancellation);
        return new Network(hub, corridors, others, time.Today);
    }

    /// <summary>A corridor with its legs in order; null for an unknown one.</summary>
    public async Task<Corridor?> FindAsync(string slug, CancellationToken cancellation)
    {
        // two questions: statuses and legs in one would give every status once for each value of each leg
        if (await _bySlug.For(db)(db, slug, cancellation) is not { } corridor) return null;
        corridor.Legs.AddRange(await _legsOf.For(db)(db, corridor.Id).ToListAsync(cancellation));
        return corridor;
    }

    /// <summary>The areas that make up the dry port.</summary>
    public async Task<IReadOnlyList<ParkArea>> AreasAsync(CancellationToken cancellation) =>
        await db.Set<ParkArea>().AsNoTracking().OrderBy(a => a.SortOrder).ThenBy(a => a.Id).Take(MostRows).ToListAsync(cancellation);
}
