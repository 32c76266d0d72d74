using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Corridors.Planning;

/// <summary>What somebody wants to send.</summary>
/// <param name="From">Slug of a node.</param>
/// <param name="To">Slug of a node.</param>
/// <param name="Ready">Local time at <paramref name="From"/> from which the goods can leave.</param>
/// <param name="Latest">Local time at <paramref name="To"/> by which they have to be there; null for no limit but the timetable's end.</param>
/// <param name="Tonnes">Gross weight.</param>
/// <param name="CubicMetres">Null where only the number of containers is known.</param>
/// <param name="Containers">Null to have them estimated from weight and volume.</param>
/// <param name="LowestTemperature">What the goods must be kept at, °C; both or none.</param>
public sealed record PlanQuery(
    string From, string To, DateTime Ready, DateTime? Latest, decimal Tonnes, decimal? CubicMetres, int? Containers, decimal? LowestTemperature, decimal? HighestTemperature,
    bool IsDangerous, bool NeedsCustoms, bool OnlyRegular, RoutePreset Preset);

/// <summary>One ride of a route as it is shown.</summary>
/// <param name="Departure">Null for a leg that is used at any time.</param>
/// <param name="WaitMinutes">From the arrival before (or the time the goods are ready) until it leaves.</param>
public sealed record RideView(ArcFacts Arc, Departure? Departure, DateTime LeavesAt, DateTime ArrivesAt, int WaitMinutes, long Cents, long Grams)
{
    public Node From => Arc.Nodes[0];

    public Node To => Arc.Nodes[^1];
}

/// <summary>A route as it is shown.</summary>
public sealed record RouteView(IReadOnlyList<RideView> Rides, DateTime ArrivesAt, int Minutes, long Cents, long Grams);

/// <summary>A route that would be better, and what stands against its rides.</summary>
/// <param name="Against">By the place of the ride.</param>
public sealed record ExcludedView(RouteView Route, IReadOnlyList<RideObstacle> Against);

/// <summary>What stands against one ride of a route.</summary>
/// <param name="Ride">Its place in the route, from 0.</param>
/// <param name="Since">The day from which it is suspended, where that is known.</param>
public sealed record RideObstacle(int Ride, Exclusion Reason, DateOnly? Since);

/// <summary>The answer to a question for routes.</summary>
/// <param name="Containers">As asked for, or estimated.</param>
/// <param name="Best">The first route of each preset that has one.</param>
/// <param name="Routes">In the order of the preset that was asked for; none of them is beaten by another.</param>
/// <param name="Excluded">What would have been better by that preset.</param>
/// <param name="On">The day whose prices and factors count.</param>
public sealed record PlanAnswer(
    Node From, Node To, DateTime Ready, DateTime Latest, int Containers, bool IsEstimated, IReadOnlyDictionary<RoutePreset, RouteView> Best, IReadOnlyList<RouteView> Routes,
    ExcludedView? Excluded, DateOnly On, DateTime MadeAt);

/// <summary>Answers questions for routes over the present timetable.</summary>
public sealed class PlanDesk(NetworkReader reader, IOptions<PlannerOptions> options, ChinaTime time)
{
    /// <summary>Routes that are shown of a front.</summary>
    public const int MostRoutes = 5;

    /// <summary>Cubic metres of goods that a 20-foot container (ISO 668) takes, rounded; an estimate, not a limit of any carrier.</summary>
    public const decimal ContainerCubicMetres = 33m;

    /// <summary>Tonnes of goods that a 20-foot container (ISO 668) takes, rounded; an estimate, not a limit of any carrier.</summary>
    public const decimal ContainerTonnes = 28m;

    private const decimal MostTonnes = 5_000m;
    private const int MostContainers = 200;

    /// <summary>Nodes to choose from.</summary>
    public async Task<IReadOnlyList<Node>> NodesAsync(CancellationToken cancellation)
    {
        var built = await reader.ReadAsync(new NetworkWish(), cancellation);
        var used = built.Rows.Legs.Where(l => !l.IsClosed && l.Mode != LegMode.Gathering).SelectMany(l => new[] { l.FromId, l.ToId }).ToHashSet();
        return [.. built.Nodes.Where(n => used.Contains(n.Id))];
    }

    /// <summary>The routes for a question, or all that is wrong with it.</summary>
    public async Task<Outcome<PlanAnswer>> PlanAsync(PlanQuery query, CancellationToken cancellation) =>
        Plan(query, await reader.ReadAsync(new NetworkWish(query.OnlyRegular, query.NeedsCustoms), cancellation), cancellation);

    /// <summary>The same over a network that was read for it.</summary>
    internal Outcome<PlanAnswer> Plan(PlanQuery query, BuiltNetwork built, CancellationToken cancellation)
    {
        var refusals = Refuse(query, built);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var (from, to) = (built.PlaceOf(query.From)!.Value, built.PlaceOf(query.To)!.Value);
        var ready = LocalTime.ToUtc(query.Ready, built.Nodes[from].TimeZone);
        var latest = query.Latest is { } wanted ? LocalTime.ToUtc(wanted, built.Nodes[to].TimeZone) : LastMoment(built);
        var containers = query.Containers ?? Estimate(query);
        var range = query is { LowestTemperature: { } low, HighestTemperature: { } high } ? new TemperatureRange(low, high) : (TemperatureRange?)null;
        var request = new PlanRequest(from, to, PlanMinute.Of(ready), PlanMinute.Of(latest), query.Tonnes, containers, range, query.IsDangerous);
        var planner = new RoutePlanner(built.Network, options.Value.MostLabels);
        var routes = planner.Plan(request, query.Preset, MostRoutes, cancellation);
        var best = new Dictionary<RoutePreset, RouteView>();
        foreach (var preset in Enum.GetValues<RoutePreset>())
        {
            if ((preset == query.Preset ? routes : planner.Plan(request, preset, 1, cancellation)) is [var first, ..]) best[preset] = View(first, request, built);
        }
        var excluded = planner.Excluded(request, query.Preset, routes is [var shown, ..] ? shown : null, cancellation);
        if (planner.HasGivenUp) return Outcome.Refused(nameof(query.Latest), "Plan.TooMuch");
        return new PlanAnswer(
            built.Nodes[from], built.Nodes[to], ready, latest, containers, query.Containers is null, best, [.. routes.Select(r => View(r, request, built))],
            excluded is null || excluded.Against.Count == 0 ? null : View(excluded, request, built), built.Rows.On, time.UtcNow);
    }

    private static int Estimate(PlanQuery query) => Math.Max(1, (int)Math.Max(Math.Ceiling(query.Tonnes / ContainerTonnes), Math.Ceiling((query.CubicMetres ?? 0m) / ContainerCubicMetres)));

    private static DateTime LastMoment(BuiltNetwork built) => ChinaTime.StartOf(built.Rows.Until.AddDays(30));

    private List<Refusal> Refuse(PlanQuery query, BuiltNetwork built)
    {
        var refusals = new List<Refusal>();
        void Add(string field, string message) => refusals.Add(new Refusal(field, message));
        var (from, to) = (built.PlaceOf(query.From), built.PlaceOf(query.To));
        if (from is null) Add(nameof(query.From), "Plan.From.Unknown");
        if (to is null) Add(nameof(query.To), "Plan.To.Unknown");
        else if (from == to) Add(nameof(query.To), "Plan.To.Same");
        if (query.Tonnes is <= 0m or > MostTonnes) Add(nameof(query.Tonnes), "Plan.Tonnes.Range");
        if (query.CubicMetres is <= 0m or > 20_000m) Add(nameof(query.CubicMetres), "Plan.CubicMetres.Range");
        if (query.Containers is < 1 or > MostContainers || query.Containers is null && Estimate(query) > MostContainers) Add(nameof(query.Containers), "Plan.Containers.Range");
        if (query.LowestTemperature is null != query.HighestTemperature is null) Add(nameof(query.HighestTemperature), "Plan.Temperature.Both");
        else if (query.LowestTemperature > query.HighestTemperature || query.LowestTemperature < -60m || query.HighestTemperature > 60m) Add(nameof(query.HighestTemperature), "Plan.Temperature.Order");
        if (from is { } start)
        {
            var ready = LocalTime.ToUtc(query.Ready, built.Nodes[start].TimeZone);
            if (ready < time.UtcNow.AddDays(-1)) Add(nameof(query.Ready), "Plan.Ready.Past");
            else if (ChinaTime.DayOf(ready) > built.Rows.Until) Add(nameof(query.Ready), "Plan.Ready.Far");
            if (to is { } end && query.Latest is { } latest && LocalTime.ToUtc(latest, built.Nodes[end].TimeZone) <= ready) Add(nameof(query.Latest), "Plan.Latest.Early");
        }
        return refusals;
    }

    private static ExcludedView View(ExcludedRoute excluded, PlanRequest request, BuiltNetwork built)
    {
        var route = View(excluded.Route, request, built);
        return new ExcludedView(route, [.. excluded.Against.Select(a => new RideObstacle(a.Ride, a.Reason, a.Reason == Exclusion.Suspended ? SuspendedSince(route.Rides[a.Ride], built) : null))]);
    }

    /// <summary>Since when the service of a ride, or the corridors that its leg belongs to, are suspended; null where nobody knows.</summary>
    private static DateOnly? SuspendedSince(RideView ride, BuiltNetwork built)
    {
        if (ride is { Departure: null, Arc.Service: { } service }) return service.SuspendedFrom;
        var day = ride.Departure?.Day ?? ChinaTime.DayOf(ride.LeavesAt);
        var ways = built.Rows.Corridors.Where(c => ride.Arc.Service is { } train ? c.Id == train.CorridorId : c.Legs.Exists(l => l.LegId == ride.Arc.Sections[0].Leg.Id));
        // a leg that several corridors share is open until the last one of them is suspended
        return ways.Select(c => c.SuspensionOn(day)?.From).Max() is { } since && since > DateOnly.MinValue ? since : null;
    }

    private static RouteView View(PlannedRoute route, PlanRequest request, BuiltNetwork built)
    {
        var rides = new List<RideView>();
        var at = request.Ready;
        foreach (var ride in route.Rides)
        {
            var departure = ride.DepartureId is { } id ? built.Departures.GetValueOrDefault(id) : null;
            rides.Add(new RideView(built.Arcs[ride.Arc], departure, PlanMinute.ToUtc(ride.Departs), PlanMinute.ToUtc(ride.Arrives), ride.Departs - at, ride.Cents, ride.Grams));
            at = ride.Arrives;
        }
        return new RouteView(rides, PlanMinute.ToUtc(route.Arrives), route.Minutes, route.Cents, route.Grams);
    }
}
