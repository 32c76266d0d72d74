using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HuaihuaPilotZone.Corridors.Planning;

/// <summary>One search through the network.</summary>
/// <param name="isStrict">False: closures, cut-offs and free slots do not bind, to find out what they cost.</param>
/// <param name="mostLabels">The search is given up when it has made so many labels: no question holds a core.</param>
internal sealed class RouteSearch(PlanningNetwork network, PlanRequest request, RoutePreset preset, ArcCosts costs, bool isStrict, int mostLabels)
{
    private const int None = -1;

    /// <summary>So many labels are looked at before the question whether anybody still waits for the answer is asked again.</summary>
    private const int Round = 1024;

    private readonly long[] _minutesLeft = LowerBounds.To(request.To, network, costs.Minutes);
    private readonly long[] _centsLeft = LowerBounds.To(request.To, network, costs.Cents);
    private readonly long[] _gramsLeft = LowerBounds.To(request.To, network, costs.Grams);
    private readonly Staircase?[] _settled = new Staircase?[network.Nodes.Count];
    private readonly List<Label> _labels = [];
    private readonly PriorityQueue<int, (long First, long Second, long Third)> _open = new();

    /// <summary>Labels made so far.</summary>
    public int Labels => _labels.Count;

    /// <summary>Whether it was given up, so that there may be routes that it has not found.</summary>
    public bool HasGivenUp { get; private set; }

    public IReadOnlyList<PlannedRoute> Run(int count, CancellationToken cancellation)
    {
        var routes = new List<PlannedRoute>();
        if (request.From == request.To) return routes;
        var start = isStrict ? network.Nodes[request.From].OpenAt(request.Ready) : request.Ready;
        Offer(new Label(request.From, start, 0, 0, None, None, 0, 0));
        for (var looked = 0; routes.Count < count && _open.TryDequeue(out var at, out _); looked++)
        {
            if (looked % Round == 0) cancellation.ThrowIfCancellationRequested();
            HasGivenUp = _labels.Count > mostLabels;
            if (HasGivenUp) break;
            var label = _labels[at];
            if (IsBeaten(label)) continue;
            Settle(label);
            if (label.Node == request.To) routes.Add(RouteTo(at));
            else Go(at, label);
        }

        return routes;
    }

    private void Go(int at, Label label)
    {
        foreach (var i in network.Leaving[label.Node])
        {
            if (costs.Cents[i] < 0) continue;
            var arc = network.Arcs[i];
            if (_minutesLeft[arc.To] == LowerBounds.Unreachable) continue;
            if (Ride(label, arc) is not var (departure, departs, arrives) || arrives > request.Latest) continue;
            Offer(new Label(arc.To, arrives, label.Cents + costs.Cents[i], label.Grams + costs.Grams[i], at, i, departure, departs));
        }
    }

    /// <summary>The ride along an arc that arrives first; null where there is none any more.</summary>
    private (int Departure, int Departs, int Arrives)? Ride(Label label, PlanArc arc)
    {
        var handled = label.Parent == None ? label.Arrives : label.Arrives + network.Nodes[label.Node].HandlingMinutes;
        return arc.Departures is { } departures ? Timetabled(departures, handled, arc) : AtAnyTime(handled, arc);
    }

    private (int, int, int)? Timetabled(IReadOnlyList<PlanDeparture> departures, int from, PlanArc arc)
    {
        (int Departure, int Departs, int Arrives)? best = null;
        for (var d = FirstFrom(departures, from); d < departures.Count; d++)
        {
            var departure = departures[d];
            // all that follow leave later still
            if (best is { } known && departure.Departs + arc.Minutes >= known.Arrives) break;
            if (departure.Departs > request.Latest) break;
            if (best is { } earlier && departure.Arrives >= earlier.Arrives || !IsOpen(departure, from, arc)) continue;
            best = (d, departure.Departs, departure.Arrives);
        }

        return best;
    }

    private bool IsOpen(PlanDeparture departure, int from, PlanArc arc)
    {
        if (!isStrict) return true;
        return !departure.IsCancelled && departure.CutOff >= from && departure.FreeSlots >= request.Containers
            && network.Nodes[arc.From].IsOpenAt(departure.Departs) && network.Nodes[arc.To].IsOpenAt(departure.Arrives);
    }

    private (int, int, int)? AtAnyTime(int from, PlanArc arc)
    {
        var departs = from;
        while (isStrict)
        {
            var open = arc.ClearFrom(network.Nodes[arc.From].OpenAt(departs));
            var late = network.Nodes[arc.To].OpenAt(open + arc.Minutes) - (open + arc.Minutes);
            if (open == departs && late == 0) break;
            departs = open + late;
        }

        return (None, departs, departs + arc.Minutes);
    }

    /// <summary>Place of the first departure that leaves at or after a minute.</summary>
    private static int FirstFrom(IReadOnlyList<PlanDeparture> departures, int minute)
    {
        var (low, high) = (0, departures.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (departures[middle].Departs < minute) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void Offer(Label label)
    {
        if (_minutesLeft[label.Node] == LowerBounds.Unreachable || label.Arrives + _minutesLeft[label.Node] > request.Latest || IsBeaten(label)) return;
        _labels.Add(label);
        _open.Enqueue(_labels.Count - 1, RankOf(label));
    }

    /// <summary>Whether a label of this node, or a whole route, is nowhere worse than what can come of this one.</summary>
    private bool IsBeaten(Label label)
    {
        var (second, third) = Others(label.Arrives, label.Cents, label.Grams);
        if (_settled[label.Node]?.Covers(second, third) == true) return true;
        if (_settled[request.To] is not { } routes) return false;
        (second, third) = Others(label.Arrives + _minutesLeft[label.Node], label.Cents + _centsLeft[label.Node], label.Grams + _gramsLeft[label.Node]);
        return routes.Covers(second, third);
    }

    private void Settle(Label label)
    {
        var (second, third) = Others(label.Arrives, label.Cents, label.Grams);
        (_settled[label.Node] ??= new Staircase()).Add(second, third);
    }

    /// <summary>What a label can reach at best, in the order of the preset.</summary>
    private (long First, long Second, long Third) RankOf(Label label)
    {
        var (minutes, cents, grams) = (label.Arrives + _minutesLeft[label.Node], label.Cents + _centsLeft[label.Node], label.Grams + _gramsLeft[label.Node]);
        return preset switch
        {
            RoutePreset.Fastest => (minutes, cents, grams),
            RoutePreset.Cheapest => (cents, minutes, grams),
            RoutePreset.Greenest => (grams, minutes, cents),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The two quantities beside the first one of the preset.</summary>
    private (long Second, long Third) Others(long minutes, long cents, long grams) => preset switch
    {
        RoutePreset.Fastest => (cents, grams),
        RoutePreset.Cheapest => (minutes, grams),
        RoutePreset.Greenest => (minutes, cents),
        _ => throw new UnreachableException(),
    };

    private PlannedRoute RouteTo(int at)
    {
        var end = _labels[at];
        var rides = new List<PlannedRide>();
        for (var label = end; label.Parent != None; label = _labels[label.Parent])
        {
            var departures = network.Arcs[label.Arc].Departures;
            rides.Add(new PlannedRide(label.Arc, departures?[label.Departure].Id, label.Departs, label.Arrives, costs.Cents[label.Arc], costs.Grams[label.Arc]));
        }

        rides.Reverse();
        return new PlannedRoute(rides, end.Arrives, end.Arrives - request.Ready, end.Cents, end.Grams);
    }

    /// <summary>A way to a node: when it is there, what it has cost, and the label it goes on from.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Label(int Node, int Arrives, long Cents, long Grams, int Parent, int Arc, int Departure, int Departs);
}
