namespace HuaihuaPilotZone.Corridors.Planning;

/// <summary>
/// Finds the best routes over the real timetable. No route is shown that another one beats: of all routes of which none is nowhere better
/// than another (the Pareto front of time, cost and CO2), it gives the first k in the order of a preset, exactly.
/// </summary>
/// <remarks>
/// Label setting with lower bounds (NAMOA*, with the dimension of the first quantity saved: labels leave the queue in its order, so that
/// two numbers decide whether one beats another). Whoever is at a node earlier can take whatever a later one can, and nothing is gained by
/// a circle; so a route that is not beaten has none.
/// </remarks>
/// <param name="mostLabels">Labels that all questions to this planner may make together.</param>
public sealed class RoutePlanner(PlanningNetwork network, int mostLabels = RoutePlanner.MostLabels)
{
    /// <summary>What one plan allocates at 10,000 nodes (docs/performance.md) has room for some 100,000 labels, and a question makes up to four plans: this is beyond all of them together.</summary>
    public const int MostLabels = 1_000_000;

    /// <summary>Whether a search was given up because the labels were used up: what was found is then not the answer.</summary>
    public bool HasGivenUp { get; private set; }

    /// <summary>Labels made so far.</summary>
    public int Labels { get; private set; }

    /// <summary>The first <paramref name="count"/> routes of the front in the order of the preset; fewer where the front has no more.</summary>
    public IReadOnlyList<PlannedRoute> Plan(PlanRequest request, RoutePreset preset, int count, CancellationToken cancellation = default) =>
        Search(request, preset, ArcCosts.Of(network, request, isStrict: true), isStrict: true, count, cancellation);

    /// <summary>The route that would come first if nothing were suspended, closed, full or past its cut-off, with what stands against it.</summary>
    /// <param name="best">The first route of the same preset; null where there is none.</param>
    /// <returns>Null where it would be no better than the best one.</returns>
    public ExcludedRoute? Excluded(PlanRequest request, RoutePreset preset, PlannedRoute? best, CancellationToken cancellation = default)
    {
        var costs = ArcCosts.Of(network, request, isStrict: false);
        if (Search(request, preset, costs, isStrict: false, 1, cancellation) is not [var wished]) return null;
        if (best is not null && wished.First(preset) >= best.First(preset)) return null;
        var against = new List<RideExclusion>();
        var from = request.Ready;
        foreach (var (ride, place) in wished.Rides.Select((r, i) => (r, i)))
        {
            if (Reason(ride, from, request, costs) is { } reason) against.Add(new RideExclusion(place, reason));
            from = ride.Arrives + network.Nodes[network.Arcs[ride.Arc].To].HandlingMinutes;
        }

        return new ExcludedRoute(wished, against);
    }

    private IReadOnlyList<PlannedRoute> Search(PlanRequest request, RoutePreset preset, ArcCosts costs, bool isStrict, int count, CancellationToken cancellation)
    {
        var search = new RouteSearch(network, request, preset, costs, isStrict, mostLabels - Labels);
        var routes = search.Run(count, cancellation);
        Labels += search.Labels;
        HasGivenUp |= search.HasGivenUp;
        return routes;
    }

    private Exclusion? Reason(PlannedRide ride, int from, PlanRequest request, ArcCosts costs)
    {
        if (costs.Exclusions[ride.Arc] is { } known) return known;
        var arc = network.Arcs[ride.Arc];
        if (!network.Nodes[arc.From].IsOpenAt(ride.Departs) || !network.Nodes[arc.To].IsOpenAt(ride.Arrives)) return Exclusion.NodeClosed;
        if (ride.DepartureId is not { } id) return arc.MetFrom(ride.Departs)?.Reason;
        var departure = arc.Departures!.First(d => d.Id == id);
        if (departure.IsCancelled) return Exclusion.Cancelled;
        if (departure.CutOff < from) return Exclusion.CutOffPassed;
        return departure.FreeSlots < request.Containers ? Exclusion.Full : null;
    }
}

/// <summary>A route that cannot be taken.</summary>
public sealed record ExcludedRoute(PlannedRoute Route, IReadOnlyList<RideExclusion> Against);

/// <summary>What stands against one ride of a route.</summary>
/// <param name="Ride">Its place in the route, from 0.</param>
public sealed record RideExclusion(int Ride, Exclusion Reason);
