using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.PublicPages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Planning;

/// <summary>The networks of this instance, kept while nothing about corridors has changed, for at most a minute: bookings take free slots without any other change.</summary>
public sealed class PlanningNetworks(PublicChanges changes, TimeProvider clock) : TopicMemory<NetworkRows>(changes, clock, _topics)
{
    private static readonly PublicTopic[] _topics = [PublicTopic.Corridors];

    private Networks? _built;

    internal BuiltNetwork? Find(NetworkRows rows, NetworkWish wish) => Of(rows)?.ByWish.GetValueOrDefault(wish);

    internal void Keep(BuiltNetwork built, NetworkWish wish)
    {
        if (!ReferenceEquals(Last, built.Rows)) return;
        Volatile.Write(ref _built, new Networks(built.Rows, new Dictionary<NetworkWish, BuiltNetwork>(Of(built.Rows)?.ByWish ?? []) { [wish] = built }));
    }

    private Networks? Of(NetworkRows rows) => Volatile.Read(ref _built) is { } built && ReferenceEquals(built.Rows, rows) ? built : null;

    private sealed record Networks(NetworkRows Rows, Dictionary<NetworkWish, BuiltNetwork> ByWish);
}

/// <summary>Reads the network for planning.</summary>
public sealed class NetworkReader(PortalDbContext db, PlanningNetworks networks, ChinaTime time)
{
    private const int MostNodes = 20_000;
    private const int MostLegs = 50_000;
    private const int MostServices = 5_000;
    private const int MostDepartures = 200_000;
    private const int MostNotices = 5_000;

    /// <summary>The network of now, for the days that departures are made for.</summary>
    public async Task<BuiltNetwork> ReadAsync(NetworkWish wish, CancellationToken cancellation)
    {
        var rows = await networks.ReadAsync(RowsAsync, cancellation);
        if (networks.Find(rows, wish) is { } known) return known;
        var built = NetworkBuilder.Build(rows, wish);
        networks.Keep(built, wish);
        return built;
    }

    /// <summary>The network as the database has it at this moment, for what is proposed once: what is kept may be a second behind another instance.</summary>
    public async Task<BuiltNetwork> ReadAnewAsync(NetworkWish wish, CancellationToken cancellation) => NetworkBuilder.Build(await networks.ReadAnewAsync(RowsAsync, cancellation), wish);

    private async Task<NetworkRows> RowsAsync(CancellationToken cancellation)
    {
        var (now, today) = (time.UtcNow, time.Today);
        var nodes = await db.Nodes.AsNoTracking().Where(n => !n.IsClosed || n.ClosedFrom > today).OrderBy(n => n.Id).Take(MostNodes).ToListAsync(cancellation);
        var legs = await db.Legs.AsNoTracking().Include(l => l.From).Include(l => l.To).Include(l => l.Values.Where(v => v.From <= today)).OrderBy(l => l.Id).Take(MostLegs).AsSplitQuery().ToListAsync(cancellation);
        var corridors = await db.Corridors.AsNoTracking().Include(c => c.Legs).Include(c => c.Standings).OrderBy(c => c.Id).Take(MostNodes).AsSplitQuery().ToListAsync(cancellation);
        var services = await db.ScheduledServices.AsNoTracking().Include(s => s.Stops).ThenInclude(s => s.Node).Where(s => s.Until == null || s.Until >= today)
            .OrderBy(s => s.Id).Take(MostServices).AsSplitQuery().ToListAsync(cancellation);
        // a train that has left its first stop can still be caught at a later one
        var departures = await db.Departures.AsNoTracking().Include(d => d.Stops).Where(d => d.ArrivesAt > now).OrderBy(d => d.LeavesAt).ThenBy(d => d.Id).Take(MostDepartures).AsSplitQuery().ToListAsync(cancellation);
        var closures = await db.NetworkNotices.AsNoTracking().Where(n => n.Kind == NoticeKind.Closed && !n.IsWithdrawn && (n.Until == null || n.Until > now))
            .OrderBy(n => n.Id).Take(MostNotices).ToListAsync(cancellation);
        return new NetworkRows(nodes, legs, corridors, services, departures, closures, today, today.AddDays(DepartureMaker.Horizon));
    }
}
