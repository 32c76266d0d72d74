using System.Runtime.InteropServices;
using HuaihuaPilotZone.Corridors.Planning;

namespace HuaihuaPilotZone.Tests.Corridors.Planning;

/// <summary>Invented networks with everything that makes planning hard: late and fast trains, closed nodes, full and cancelled departures.</summary>
internal static class SmallNetworks
{
    private const int Days = 8;

    public static (PlanningNetwork Network, PlanRequest Request) Of(int seed)
    {
        var random = new Random(seed);
        var nodes = random.Next(3, 8);
        var network = new PlanningNetwork(
            [.. Enumerable.Range(0, nodes).Select(_ => new PlanNode(random.Next(0, 60), random.Next(4) == 0 ? [new Closure(random.Next(0, 2000), random.Next(2000, 3000))] : []))],
            [.. Enumerable.Range(0, random.Next(nodes * 2, nodes * 4)).Select(i => Arc(i, random, nodes)).OfType<PlanArc>()]);
        var request = new PlanRequest(
            0, nodes - 1, random.Next(0, 200), random.Next(1000, 5000), random.Next(1, 30), random.Next(1, 3), random.Next(6) == 0 ? new TemperatureRange(2, 8) : null, random.Next(8) == 0);
        return (network, request);
    }

    /// <summary>A network as large as the planner promises, as the benchmark has it: neighbours joined by ten arcs a node, 30 days of trains and roads among them.</summary>
    public static PlanningNetwork Large(int nodes)
    {
        const int days = 30;
        var random = new Random(7);
        (double X, double Y)[] places = [.. Enumerable.Range(0, nodes).Select(_ => (random.NextDouble() * 2000, random.NextDouble() * 2000))];
        double Apart(int a, int b) => Math.Sqrt(Math.Pow(places[a].X - places[b].X, 2) + Math.Pow(places[a].Y - places[b].Y, 2));
        var arcs = new List<PlanArc>();
        for (var i = 0; i < nodes * 10; i++)
        {
            var from = random.Next(nodes);
            var to = Enumerable.Range(0, Math.Max(3, nodes / 50)).Select(_ => random.Next(nodes)).Where(n => n != from).DefaultIfEmpty((from + 1) % nodes).MinBy(n => Apart(from, n));
            var kilometres = (decimal)Math.Max(5, Apart(from, to) * 1.3);
            var (speed, rate, factor) = random.Next(3) switch { 0 => (60, 2.5m, 11.3m), 1 => (70, 6m, 90.3m), _ => (25, 0.8m, 14m) };
            var (minutes, every, first) = (Math.Max(10, (int)(kilometres / speed * 60)), 1440 * random.Next(1, 4), random.Next(0, 1440));
            arcs.Add(new PlanArc
            {
                Id = i,
                From = from,
                To = to,
                Minutes = minutes,
                Kilometres = kilometres,
                YuanPerContainer = rate * kilometres * (decimal)(0.8 + (0.4 * random.NextDouble())),
                GramsPerTonneKilometre = factor,
                Departures = speed == 70 ? null : [.. Enumerable.Range(0, ((days * 1440) - first) / every).Select(n => new PlanDeparture((i * 100) + n, first + (n * every) - 60, first + (n * every), first + (n * every) + minutes, 20))],
            });
        }
        return new PlanningNetwork([.. places.Select(_ => new PlanNode(random.Next(0, 240), []))], arcs);
    }

    /// <summary>Every way without a circle, by every departure, and of these the ones that none beats.</summary>
    public static List<Worth> BruteForce(PlanningNetwork network, PlanRequest request)
    {
        var all = new HashSet<Worth>();
        Walk(network, request, request.From, request.Ready, new Worth(0, 0, 0), [request.From], all);
        return [.. all.Where(w => !all.Any(o => o != w && o.Minutes <= w.Minutes && o.Cents <= w.Cents && o.Grams <= w.Grams))];
    }

    private static void Walk(PlanningNetwork network, PlanRequest request, int node, int at, Worth worth, HashSet<int> seen, HashSet<Worth> all)
    {
        if (node == request.To)
        {
            all.Add(worth with { Minutes = at - request.Ready });
            return;
        }

        foreach (var arc in network.Arcs.Where(a => a.From == node && !seen.Contains(a.To) && Takes(a, request)))
        {
            var from = node == request.From ? at : at + network.Nodes[node].HandlingMinutes;
            var next = worth with
            {
                Cents = worth.Cents + Round(100m * arc.YuanPerContainer!.Value * request.Containers),
                Grams = worth.Grams + Round(arc.Kilometres!.Value * arc.GramsPerTonneKilometre!.Value * request.Tonnes),
            };
            seen.Add(arc.To);
            foreach (var arrives in Arrivals(network, arc, from, request)) Walk(network, request, arc.To, arrives, next, seen, all);
            seen.Remove(arc.To);
        }
    }

    private static bool Takes(PlanArc arc, PlanRequest request) => arc is { Closed: null, Kilometres: not null }
        && (request.Temperature is not { } range || arc.Cooling is { } cooling && cooling.Lowest <= range.Lowest && range.Highest <= cooling.Highest)
        && (!request.IsDangerous || arc.TakesDangerousGoods);

    private static IEnumerable<int> Arrivals(PlanningNetwork network, PlanArc arc, int from, PlanRequest request)
    {
        bool IsOpen(int departs, int arrives) => arrives <= request.Latest && !IsClosed(network.Nodes[arc.From], departs) && !IsClosed(network.Nodes[arc.To], arrives)
            && !arc.Closures.Any(c => departs < c.Until && c.From < (c.Reason == Exclusion.NodeClosed ? arrives : departs + 1));
        return arc.Departures is { } departures
            ? departures.Where(d => !d.IsCancelled && d.CutOff >= from && d.Departs >= from && d.FreeSlots >= request.Containers && IsOpen(d.Departs, d.Arrives)).Select(d => d.Arrives)
            : Enumerable.Range(from, Math.Max(0, request.Latest - from + 1)).Where(m => IsOpen(m, m + arc.Minutes)).Select(m => m + arc.Minutes).Take(1);
    }

    private static bool IsClosed(PlanNode node, int minute) => node.Closures.Any(c => c.From <= minute && minute < c.Until);

    private static PlanArc? Arc(int id, Random random, int nodes)
    {
        var (from, to, minutes) = (random.Next(nodes), random.Next(nodes), random.Next(1, 300));
        if (from == to) return null;
        var departures = random.Next(3) > 0 ? Departures(id, random, minutes) : null;
        return new PlanArc
        {
            Id = id,
            From = from,
            To = to,
            Departures = departures,
            Closures = departures is null && random.Next(3) == 0 ? Closures(random) : [],
            Minutes = departures?.Min(d => d.Arrives - d.Departs) ?? minutes,
            Kilometres = random.Next(40) == 0 ? null : random.Next(10, 500),
            YuanPerContainer = random.Next(0, 50),
            GramsPerTonneKilometre = random.Next(0, 5),
            Cooling = random.Next(2) == 0 ? new TemperatureRange(-20, 10) : null,
            TakesDangerousGoods = random.Next(2) == 0,
            Closed = random.Next(10) == 0 ? Exclusion.Suspended : null,
        };
    }

    private static List<Closure> Closures(Random random)
    {
        var closures = new List<Closure>();
        for (var from = random.Next(0, 400); closures.Count < random.Next(1, 4); from = closures[^1].Until + random.Next(0, 400)) closures.Add(new Closure(from, from + random.Next(1, 600), random.Next(3) == 0 ? Exclusion.Suspended : Exclusion.NodeClosed));
        return closures;
    }

    private static List<PlanDeparture> Departures(int id, Random random, int minutes)
    {
        var departures = new List<PlanDeparture>();
        var every = random.Next(60, 1500);
        for (var departs = random.Next(0, 1440); departs < Days * 1440; departs += every)
        {
            departures.Add(new PlanDeparture((id * 1000) + departures.Count, departs - random.Next(0, 120), departs, departs + minutes + random.Next(0, 200), random.Next(0, 4), random.Next(12) == 0));
        }

        return departures;
    }

    private static long Round(decimal value) => (long)Math.Round(value, 0, MidpointRounding.AwayFromZero);
}

/// <summary>What a route is judged by.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Worth(long Minutes, long Cents, long Grams)
{
    public static Worth Of(PlannedRoute route) => new(route.Minutes, route.Cents, route.Grams);

    public (long, long, long) InOrderOf(RoutePreset preset) => preset switch
    {
        RoutePreset.Fastest => (Minutes, Cents, Grams),
        RoutePreset.Cheapest => (Cents, Minutes, Grams),
        RoutePreset.Greenest => (Grams, Minutes, Cents),
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, null),
    };
}
