using System.Runtime.InteropServices;

namespace HuaihuaPilotZone.Corridors.Planning;

/// <summary>A time during which nothing comes to, passes or leaves a node, or nothing travels an arc.</summary>
/// <param name="From">Minutes since 1970-01-01 UTC.</param>
/// <param name="Until">The first minute in which it is open again.</param>
/// <param name="Reason">What is closed binds whoever is on the way; a corridor that does not run binds whoever sets out, as its trains go by their day.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Closure(int From, int Until, Exclusion Reason = Exclusion.NodeClosed)
{
    /// <summary>Whether somebody meets it who sets out at a minute and is on the way for so long.</summary>
    public bool Meets(int departs, int minutes) => departs < Until && departs + (Reason == Exclusion.NodeClosed ? minutes : 1) > From;
}

/// <summary>A node as the planner needs it.</summary>
/// <param name="HandlingMinutes">Least time between an arrival and the cut-off of the next departure; 0 where the goods stay on what carries them.</param>
/// <param name="Closures">In order of time, not overlapping.</param>
public sealed record PlanNode(int HandlingMinutes, IReadOnlyList<Closure> Closures)
{
    /// <summary>The first minute at or after <paramref name="minute"/> in which the node is open.</summary>
    public int OpenAt(int minute)
    {
        foreach (var closure in Closures)
        {
            if (minute < closure.From) break;
            if (minute < closure.Until) minute = closure.Until;
        }

        return minute;
    }

    public bool IsOpenAt(int minute) => OpenAt(minute) == minute;
}

/// <summary>One departure of an arc. All times in minutes since 1970-01-01 UTC.</summary>
/// <param name="Id">The caller's own number of it.</param>
/// <param name="CutOff">Last minute in which goods are taken.</param>
/// <param name="FreeSlots">Containers it can still take.</param>
/// <param name="IsCancelled">Kept so that a plan can say what would have been better.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlanDeparture(int Id, int CutOff, int Departs, int Arrives, int FreeSlots, bool IsCancelled = false);

/// <summary>A way to go from one node to another without a change: between two stops of a service, or along a leg whenever one likes.</summary>
public sealed record PlanArc
{
    /// <summary>The caller's own number of it.</summary>
    public required int Id { get; init; }

    /// <summary>Place of the node in <see cref="PlanningNetwork.Nodes"/>.</summary>
    public required int From { get; init; }

    public required int To { get; init; }

    /// <summary>In order of departure; null for an arc that can be used at any time.</summary>
    public IReadOnlyList<PlanDeparture>? Departures { get; init; }

    /// <summary>When nothing travels it: of an arc that can be used at any time, whose departures would say it otherwise.</summary>
    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>Minutes the whole way takes; for an arc with departures the shortest of them.</summary>
    public required int Minutes { get; init; }

    /// <summary>Kilometres; null where no source or method gives them.</summary>
    public decimal? Kilometres { get; init; }

    /// <summary>Yuan for each container; null where the price is by weight.</summary>
    public decimal? YuanPerContainer { get; init; }

    /// <summary>Yuan for each tonne.</summary>
    public decimal? YuanPerTonne { get; init; }

    /// <summary>Grams of CO2 for each tonne-kilometre.</summary>
    public decimal? GramsPerTonneKilometre { get; init; }

    /// <summary>Lowest and highest temperature it can keep, in °C; null where it has no cooling.</summary>
    public TemperatureRange? Cooling { get; init; }

    public bool TakesDangerousGoods { get; init; }

    /// <summary>Why it is not planned with, whatever the goods are; null where nothing speaks against it.</summary>
    public Exclusion? Closed { get; init; }

    /// <summary>The first minute at or after <paramref name="minute"/> in which one can set out and be through without meeting a closure.</summary>
    public int ClearFrom(int minute)
    {
        while (MetFrom(minute) is { } closure) minute = closure.Until;
        return minute;
    }

    /// <summary>A closure that somebody meets who sets out at a minute; null where there is none.</summary>
    public Closure? MetFrom(int minute)
    {
        foreach (var closure in Closures)
        {
            if (closure.Meets(minute, Minutes)) return closure;
        }

        return null;
    }
}

/// <summary>Degrees Celsius, both ends included.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TemperatureRange(decimal Lowest, decimal Highest)
{
    public bool Holds(TemperatureRange other) => Lowest <= other.Lowest && other.Highest <= Highest;
}

/// <summary>All that a plan is made from, at one moment.</summary>
public sealed class PlanningNetwork
{
    public PlanningNetwork(IReadOnlyList<PlanNode> nodes, IReadOnlyList<PlanArc> arcs)
    {
        (Nodes, Arcs) = (nodes, arcs);
        (Leaving, Entering) = (Group(nodes.Count, arcs, a => a.From), Group(nodes.Count, arcs, a => a.To));
    }

    public IReadOnlyList<PlanNode> Nodes { get; }

    public IReadOnlyList<PlanArc> Arcs { get; }

    /// <summary>Places of the arcs that leave each node.</summary>
    internal int[][] Leaving { get; }

    /// <summary>Places of the arcs that come to each node.</summary>
    internal int[][] Entering { get; }

    private static int[][] Group(int nodes, IReadOnlyList<PlanArc> arcs, Func<PlanArc, int> end)
    {
        var counts = new int[nodes];
        foreach (var arc in arcs) counts[end(arc)]++;
        var groups = Array.ConvertAll(counts, c => new int[c]);
        for (var i = arcs.Count - 1; i >= 0; i--)
        {
            var node = end(arcs[i]);
            groups[node][--counts[node]] = i;
        }

        return groups;
    }
}
