using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Corridors.Planning;

/// <summary>What a planning network is built from, as the database has it.</summary>
/// <param name="Corridors">With their legs and statuses.</param>
/// <param name="Services">With their stops, also suspended ones.</param>
/// <param name="Departures">With their stops, also cancelled ones.</param>
/// <param name="Closures">Notices that close a node or a leg.</param>
/// <param name="On">The civil day whose values count.</param>
/// <param name="Until">The last day of which departures are known.</param>
public sealed record NetworkRows(
    IReadOnlyList<Node> Nodes, IReadOnlyList<Leg> Legs, IReadOnlyList<Corridor> Corridors, IReadOnlyList<ScheduledService> Services, IReadOnlyList<Departure> Departures,
    IReadOnlyList<NetworkNotice> Closures, DateOnly On, DateOnly Until);

/// <summary>What a whole network is built for.</summary>
/// <param name="OnlyRegular">Corridors that do not run regularly are left out.</param>
/// <param name="NeedsCustoms">A border is crossed only where goods can be presented to customs.</param>
public sealed record NetworkWish(bool OnlyRegular = true, bool NeedsCustoms = false);

/// <summary>A leg as an arc travels it, with the values of the network's day. What is not recorded is null.</summary>
/// <param name="PriceStatus">Of the service's own price, or of the leg's.</param>
public sealed record ArcSection(Leg Leg, LegValue? Distance, LegValue? Carbon, decimal? YuanPerContainer, decimal? YuanPerTonne, FigureStatus? PriceStatus, string? PriceSource)
{
    public bool IsPriced => YuanPerContainer is not null || YuanPerTonne is not null;
}

/// <summary>What an arc of a planning network is in the records.</summary>
/// <param name="Service">Null for a leg that is used at any time.</param>
/// <param name="Sections">In the order they are travelled.</param>
/// <param name="Nodes">From the one it starts at to the one it ends at, those passed among them.</param>
public sealed record ArcFacts(ScheduledService? Service, IReadOnlyList<ArcSection> Sections, IReadOnlyList<Node> Nodes);

/// <summary>A planning network and what its places and arcs are in the records. It is shared by requests, so nothing may change it.</summary>
/// <param name="Departures">By id; those of suspended services, which are not in the records, have none.</param>
public sealed record BuiltNetwork(PlanningNetwork Network, IReadOnlyList<Node> Nodes, IReadOnlyList<ArcFacts> Arcs, IReadOnlyDictionary<int, Departure> Departures, NetworkRows Rows)
{
    /// <summary>The place of a node; null for an unknown one.</summary>
    public int? PlaceOf(string? slug)
    {
        for (var i = 0; i < Nodes.Count; i++)
        {
            if (Nodes[i].Slug == slug) return i;
        }
        return null;
    }
}

/// <summary>Moments as the planner counts them.</summary>
public static class PlanMinute
{
    /// <summary>Whole minutes since 1970-01-01 UTC.</summary>
    public static int Of(DateTime utc) => (int)Math.Clamp((utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMinute, int.MinValue, int.MaxValue);

    public static DateTime ToUtc(int minute) => DateTime.UnixEpoch.AddMinutes(minute);
}
