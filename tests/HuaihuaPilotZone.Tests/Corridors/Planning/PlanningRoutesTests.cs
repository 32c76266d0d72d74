using HuaihuaPilotZone.Corridors.Planning;

namespace HuaihuaPilotZone.Tests.Corridors.Planning;

/// <summary>Routes over a timetable, judged by time, cost and CO2.</summary>
public sealed class PlanningRoutesTests
{
    private const int Networks = 400;
    private const int Day = 1440;

    [Fact]
    public void On_small_networks_it_finds_what_brute_force_finds_in_the_order_of_each_preset()
    {
        var found = 0;
        foreach (var seed in Enumerable.Range(0, Networks))
        {
            var (network, request) = SmallNetworks.Of(seed);
            var front = SmallNetworks.BruteForce(network, request);
            foreach (var preset in Enum.GetValues<RoutePreset>())
            {
                List<Worth> expected = [.. front.OrderBy(w => w.InOrderOf(preset))];
                Assert.Equal(expected, new RoutePlanner(network).Plan(request, preset, int.MaxValue, Cancellation).Select(Worth.Of));
                Assert.Equal(expected.Take(2), new RoutePlanner(network).Plan(request, preset, 2, Cancellation).Select(Worth.Of));
            }

            found += front.Count;
        }

        Assert.True(found > Networks / 2, $"{found} routes only");
    }

    [Fact]
    public void No_route_beats_another_or_passes_a_node_twice_and_its_rides_add_up()
    {
        foreach (var seed in Enumerable.Range(0, Networks))
        {
            var (network, request) = SmallNetworks.Of(seed);
            var routes = Enum.GetValues<RoutePreset>().SelectMany(p => new RoutePlanner(network).Plan(request, p, 3, Cancellation)).ToList();

            Assert.All(routes, r => Assert.DoesNotContain(routes, o => o.Dominates(r)));
            Assert.All(routes, r =>
            {
                List<int> nodes = [request.From, .. r.Rides.Select(i => network.Arcs[i.Arc].To)];
                Assert.Equal(nodes.Distinct(), nodes);
                Assert.Equal((request.To, r.Arrives), (nodes[^1], r.Rides[^1].Arrives));
                Assert.Equal((r.Cents, r.Grams), (r.Rides.Sum(i => i.Cents), r.Rides.Sum(i => i.Grams)));
                Assert.Equal(nodes[..^1], r.Rides.Select(i => network.Arcs[i.Arc].From));
            });
        }
    }

    [Fact]
    public void Goods_that_miss_a_cut_off_take_the_next_train_and_are_told_why()
    {
        var network = Line(new PlanDeparture(1, CutOff: 600, Departs: 900, Arrives: 1500, FreeSlots: 9), new PlanDeparture(2, 600 + Day, 900 + Day, 1500 + Day, 9));

        var onTime = Best(network, ready: 600);
        var late = Best(network, ready: 601);

        Assert.Equal((1, 900), (onTime!.Rides[0].DepartureId, onTime.Minutes));
        Assert.Equal((2, 1500 + Day - 601), (late!.Rides[0].DepartureId, late.Minutes));
        Assert.Equal([new RideExclusion(0, Exclusion.CutOffPassed)], new RoutePlanner(network).Excluded(Request(601), RoutePreset.Fastest, late, Cancellation)!.Against);
        Assert.Null(new RoutePlanner(network).Excluded(Request(600), RoutePreset.Fastest, onTime, Cancellation));
    }

    [Fact]
    public void A_later_train_that_overtakes_is_taken()
    {
        var network = Line(new PlanDeparture(1, 0, 100, 900, 9), new PlanDeparture(2, 0, 200, 500, 9));

        Assert.Equal(2, Best(network, ready: 0)!.Rides[0].DepartureId);
    }

    [Theory]
    [InlineData(Exclusion.Full)]
    [InlineData(Exclusion.Cancelled)]
    [InlineData(Exclusion.NodeClosed)]
    [InlineData(Exclusion.Suspended)]
    [InlineData(Exclusion.NoCooling)]
    [InlineData(Exclusion.NoDangerousGoods)]
    public void What_excludes_the_shorter_way_is_named(Exclusion reason)
    {
        var direct = new PlanArc
        {
            Id = 1,
            From = 0,
            To = 2,
            Minutes = 100,
            Kilometres = 100,
            YuanPerContainer = 10,
            GramsPerTonneKilometre = 10,
            Cooling = reason == Exclusion.NoCooling ? null : new TemperatureRange(-20, 10),
            TakesDangerousGoods = reason != Exclusion.NoDangerousGoods,
            Closed = reason == Exclusion.Suspended ? reason : null,
            Departures = [new PlanDeparture(7, 10, 10, 110, reason == Exclusion.Full ? 1 : 9, IsCancelled: reason == Exclusion.Cancelled)],
        };
        var closed = new Closure(0, 60);
        var network = new PlanningNetwork(
            [new PlanNode(0, reason == Exclusion.NodeClosed ? [closed] : []), new PlanNode(30, []), new PlanNode(0, [])],
            [direct, Road(2, 0, 1), Road(3, 1, 2)]);
        var request = new PlanRequest(0, 2, 0, 9 * Day, 10, 2, new TemperatureRange(2, 8), IsDangerous: true);

        var best = Assert.Single(new RoutePlanner(network).Plan(request, RoutePreset.Fastest, 5, Cancellation));
        var excluded = new RoutePlanner(network).Excluded(request, RoutePreset.Fastest, best, Cancellation)!;

        Assert.Equal([1, 2], best.Rides.Select(r => r.Arc));
        Assert.Equal([new RideExclusion(0, reason)], excluded.Against);
        Assert.Equal(7, excluded.Route.Rides[0].DepartureId);
        Assert.True(excluded.Route.Minutes < best.Minutes);
    }

    [Fact]
    public void What_lacks_a_time_a_price_or_a_distance_is_not_planned_with()
    {
        var network = new PlanningNetwork([new PlanNode(0, []), new PlanNode(0, [])],
        [
            Road(1, 0, 1) with { YuanPerContainer = null },
            Road(2, 0, 1) with { Kilometres = null },
            Road(3, 0, 1) with { GramsPerTonneKilometre = null },
        ]);

        Assert.Empty(new RoutePlanner(network).Plan(new PlanRequest(0, 1, 0, Day, 1, 1), RoutePreset.Cheapest, 3, Cancellation));
    }

    [Fact]
    public void Goods_wait_where_a_border_is_closed_and_arrive_no_later_than_they_may()
    {
        var network = new PlanningNetwork([new PlanNode(0, []), new PlanNode(0, [new Closure(0, 500), new Closure(600, 900)])], [Road(1, 0, 1)]);

        var route = Assert.Single(new RoutePlanner(network).Plan(new PlanRequest(0, 1, 0, Day, 1, 1), RoutePreset.Fastest, 3, Cancellation));

        Assert.Equal((300, 500), (route.Rides[0].Departs, route.Arrives));
        Assert.Empty(new RoutePlanner(network).Plan(new PlanRequest(0, 1, 0, 499, 1, 1), RoutePreset.Fastest, 3, Cancellation));
        Assert.Equal(900, Assert.Single(new RoutePlanner(network).Plan(new PlanRequest(0, 1, 401, Day, 1, 1), RoutePreset.Fastest, 3, Cancellation)).Arrives);
    }

    [Fact]
    public void A_road_whose_corridor_does_not_run_is_shut_for_whoever_sets_out_then_and_not_for_whoever_is_on_the_way()
    {
        var network = new PlanningNetwork([new PlanNode(0, []), new PlanNode(0, [])], [Road(1, 0, 1) with { Closures = [new Closure(300, 500, Exclusion.Suspended), new Closure(600, 650)] }]);
        PlannedRide Ride(int ready) => Assert.Single(new RoutePlanner(network).Plan(new PlanRequest(0, 1, ready, Day, 1, 1), RoutePreset.Fastest, 3, Cancellation)).Rides[0];

        Assert.Equal(299, Ride(299).Departs);
        // after the suspension the whole way does not fit before what is closed
        Assert.Equal(650, Ride(300).Departs);
        var best = new RoutePlanner(network).Plan(new PlanRequest(0, 1, 300, Day, 1, 1), RoutePreset.Fastest, 1, Cancellation)[0];
        Assert.Equal([new RideExclusion(0, Exclusion.Suspended)], new RoutePlanner(network).Excluded(new PlanRequest(0, 1, 300, Day, 1, 1), RoutePreset.Fastest, best, Cancellation)!.Against);
    }

    [Fact]
    public void A_road_is_shut_only_for_trips_that_would_meet_the_closure()
    {
        var network = new PlanningNetwork([new PlanNode(0, []), new PlanNode(0, [])], [Road(1, 0, 1) with { Closures = [new Closure(300, 500), new Closure(650, 700)] }]);
        PlannedRide Ride(int ready) => Assert.Single(new RoutePlanner(network).Plan(new PlanRequest(0, 1, ready, Day, 1, 1), RoutePreset.Fastest, 3, Cancellation)).Rides[0];

        Assert.Equal((100, 300), (Ride(100).Departs, Ride(100).Arrives));
        // between the two closures there is no time for the whole way
        Assert.Equal((700, 900), (Ride(101).Departs, Ride(101).Arrives));
        Assert.Equal(800, Ride(800).Departs);
        var best = new RoutePlanner(network).Plan(new PlanRequest(0, 1, 101, Day, 1, 1), RoutePreset.Fastest, 1, Cancellation)[0];
        Assert.Equal([new RideExclusion(0, Exclusion.NodeClosed)], new RoutePlanner(network).Excluded(new PlanRequest(0, 1, 101, Day, 1, 1), RoutePreset.Fastest, best, Cancellation)!.Against);
    }

    [Fact]
    public void A_question_that_makes_too_many_labels_is_given_up_and_says_so()
    {
        var (network, request) = Enumerable.Range(0, Networks).Select(SmallNetworks.Of).First(n => new RoutePlanner(n.Network).Plan(n.Request, RoutePreset.Fastest, int.MaxValue, Cancellation).Count > 2);
        var patient = new RoutePlanner(network);
        var found = patient.Plan(request, RoutePreset.Fastest, int.MaxValue, Cancellation);

        var enough = new RoutePlanner(network, patient.Labels);
        Assert.Equal(found.Select(Worth.Of), enough.Plan(request, RoutePreset.Fastest, int.MaxValue, Cancellation).Select(Worth.Of));
        var hasty = new RoutePlanner(network, patient.Labels / 2);
        hasty.Plan(request, RoutePreset.Fastest, int.MaxValue, Cancellation);

        Assert.Equal((false, false, true), (patient.HasGivenUp, enough.HasGivenUp, hasty.HasGivenUp));
    }

    [Fact]
    public void A_network_of_a_thousand_nodes_stays_far_below_the_labels_that_a_question_may_make()
    {
        var network = SmallNetworks.Large(1_000);
        for (var to = 10; to < 1_000; to += 120)
        {
            var planner = new RoutePlanner(network);
            foreach (var preset in Enum.GetValues<RoutePreset>()) planner.Plan(new PlanRequest(0, to, 0, 30 * Day, 20, 1), preset, 5, Cancellation);
            planner.Excluded(new PlanRequest(0, to, 0, 30 * Day, 20, 1), RoutePreset.Fastest, null, Cancellation);

            Assert.InRange(planner.Labels, 1, RoutePlanner.MostLabels / 10);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static PlannedRoute? Best(PlanningNetwork network, int ready) => new RoutePlanner(network).Plan(Request(ready), RoutePreset.Fastest, 1, Cancellation) is [var best] ? best : null;

    private static PlanRequest Request(int ready) => new(0, 1, ready, 9 * Day, 10, 1);

    private static PlanningNetwork Line(params PlanDeparture[] departures) => new([new PlanNode(0, []), new PlanNode(0, [])],
        [Road(1, 0, 1) with { Departures = departures, Minutes = departures.Min(d => d.Arrives - d.Departs) }]);

    private static PlanArc Road(int id, int from, int to) => new()
    {
        Id = id,
        From = from,
        To = to,
        Minutes = 200,
        Kilometres = 150,
        YuanPerContainer = 30,
        GramsPerTonneKilometre = 90,
        Cooling = new TemperatureRange(-20, 10),
        TakesDangerousGoods = true,
    };
}
