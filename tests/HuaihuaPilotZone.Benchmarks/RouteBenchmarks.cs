using BenchmarkDotNet.Attributes;
using HuaihuaPilotZone.Corridors.Planning;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>
/// The five best routes through invented networks with 30 days of departures, beside a bare Dijkstra for the least minutes on the same graph,
/// which knows neither timetable nor cost. The target is 50 ms for 1,000 nodes and 10,000 arcs on one core.
/// </summary>
[MemoryDiagnoser]
public class RouteBenchmarks
{
    private const int Days = 30;
    private const int Day = 1440;

    private PlanningNetwork _network = new([], []);
    private ILookup<int, PlanArc> _leaving = Enumerable.Empty<PlanArc>().ToLookup(a => a.From);
    private PlanRequest[] _requests = [];
    private int _turn;

    [Params(100, 1_000, 10_000)]
    public int Nodes { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(7);
        (double X, double Y)[] places = [.. Enumerable.Range(0, Nodes).Select(_ => (random.NextDouble() * 2000, random.NextDouble() * 2000))];
        double Apart(int a, int b) => Math.Sqrt(Math.Pow(places[a].X - places[b].X, 2) + Math.Pow(places[a].Y - places[b].Y, 2));
        var arcs = Enumerable.Range(0, Nodes * 10).Select(i =>
        {
            var from = random.Next(Nodes);
            // neighbours rather than anybody, as railways have it
            var to = Enumerable.Range(0, Math.Max(3, Nodes / 50)).Select(_ => random.Next(Nodes)).Where(n => n != from).DefaultIfEmpty((from + 1) % Nodes).MinBy(n => Apart(from, n));
            return Arc(i, from, to, (decimal)Math.Max(5, Apart(from, to) * 1.3), random);
        });
        _network = new PlanningNetwork([.. places.Select(_ => new PlanNode(random.Next(0, 240), []))], [.. arcs]);
        _leaving = _network.Arcs.ToLookup(a => a.From);
        _requests = [.. Enumerable.Range(0, 16).Select(_ => new PlanRequest(random.Next(Nodes), random.Next(Nodes), random.Next(0, 5 * Day), Days * Day, 20, 1))];
    }

    [Benchmark(Baseline = true)]
    public long BareDijkstra() => Dijkstra(Next());

    [Benchmark]
    public int Fastest() => new RoutePlanner(_network).Plan(Next(), RoutePreset.Fastest, 5).Count;

    [Benchmark]
    public int Cheapest() => new RoutePlanner(_network).Plan(Next(), RoutePreset.Cheapest, 5).Count;

    [Benchmark]
    public int Greenest() => new RoutePlanner(_network).Plan(Next(), RoutePreset.Greenest, 5).Count;

    private PlanRequest Next() => _requests[_turn++ % _requests.Length];

    private long Dijkstra(PlanRequest request)
    {
        var least = new long[Nodes];
        Array.Fill(least, long.MaxValue);
        least[request.From] = 0;
        var open = new PriorityQueue<int, long>();
        open.Enqueue(request.From, 0);
        while (open.TryDequeue(out var node, out var minutes))
        {
            if (node == request.To) return minutes;
            if (minutes > least[node]) continue;
            foreach (var arc in _leaving[node])
            {
                var sum = minutes + arc.Minutes;
                if (sum >= least[arc.To]) continue;
                least[arc.To] = sum;
                open.Enqueue(arc.To, sum);
            }
        }

        return long.MaxValue;
    }

    private static PlanArc Arc(int id, int from, int to, decimal kilometres, Random random)
    {
        var (speed, rate, factor) = random.Next(3) switch { 0 => (60, 2.5m, 11.3m), 1 => (70, 6m, 90.3m), _ => (25, 0.8m, 14m) };
        var minutes = Math.Max(10, (int)(kilometres / speed * 60));
        return new PlanArc
        {
            Id = id,
            From = from,
            To = to,
            Minutes = minutes,
            Kilometres = kilometres,
            YuanPerContainer = rate * kilometres * (decimal)(0.8 + (0.4 * random.NextDouble())),
            GramsPerTonneKilometre = factor,
            // lorries leave when they are loaded
            Departures = speed == 70 ? null : [.. Departures(id, minutes, random)],
        };
    }

    private static IEnumerable<PlanDeparture> Departures(int id, int minutes, Random random)
    {
        var every = Day * random.Next(1, 4);
        for (var (departs, number) = (random.Next(0, Day), 0); departs < Days * Day; departs += every, number++)
        {
            yield return new PlanDeparture((id * 100) + number, departs - random.Next(0, 600), departs, departs + minutes, random.Next(0, 30));
        }
    }
}
