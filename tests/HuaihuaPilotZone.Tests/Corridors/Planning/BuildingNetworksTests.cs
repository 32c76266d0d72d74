using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Planning;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Tests.Corridors.Planning;

/// <summary>From records to what the planner searches.</summary>
public sealed class BuildingNetworksTests
{
    private static readonly DateOnly _today = new(2026, 12, 1);
    private static readonly Node _huaihua = NodeOf(1, "huaihua", "CHN", hasCustoms: true);
    private static readonly Node _kunming = NodeOf(2, "kunming", "CHN", hasCustoms: false);
    private static readonly Node _vientiane = NodeOf(3, "vientiane", "LAO", hasCustoms: true);

    [Fact]
    public void Between_any_two_stops_of_a_service_goes_an_arc_with_the_sums_of_its_legs()
    {
        var built = NetworkBuilder.Build(Rows(), new NetworkWish());

        Assert.Equal([(0, 1), (0, 2), (1, 2)], built.Network.Arcs.Select(a => (a.From, a.To)).Order());
        var through = built.Network.Arcs.Single(a => a is { From: 0, To: 2 });
        Assert.Equal(300m, through.Kilometres);
        // the first leg's own price, and the service's price for the second
        Assert.Equal(1000m + 700m, through.YuanPerContainer);
        // weighted by distance: (100 km × 10 g + 200 km × 40 g) ÷ 300 km
        Assert.Equal(30m, through.GramsPerTonneKilometre);
        Assert.Equal(new TemperatureRange(-5m, 5m), through.Cooling);
    }

    [Fact]
    public void Goods_boarded_on_the_way_have_the_same_time_of_cut_off_before_their_own_departure()
    {
        var built = NetworkBuilder.Build(Rows(), new NetworkWish());

        var second = built.Network.Arcs.Single(a => a is { From: 1, To: 2 }).Departures![0];
        Assert.Equal(second.Departs - 120, second.CutOff);
    }

    [Fact]
    public void A_leg_without_a_value_makes_an_arc_without_one_and_never_a_guess()
    {
        var rows = Rows();
        rows.Legs[0].Values.RemoveAll(v => v.Quantity == LegQuantity.PricePerContainer);

        var through = NetworkBuilder.Build(rows, new NetworkWish()).Network.Arcs.Single(a => a is { From: 0, To: 2 });
        Assert.Null(through.YuanPerContainer);
        Assert.Null(through.YuanPerTonne);
    }

    [Fact]
    public void Values_of_later_days_do_not_count_yet()
    {
        var rows = Rows();
        rows.Legs[0].Values.Add(ValueOf(LegQuantity.Distance, 999m, _today.AddDays(1)));

        Assert.Equal(300m, NetworkBuilder.Build(rows, new NetworkWish()).Network.Arcs.Single(a => a is { From: 0, To: 2 }).Kilometres);
    }

    [Fact]
    public void Whoever_needs_customs_crosses_a_border_only_next_to_one()
    {
        var built = NetworkBuilder.Build(Rows(), new NetworkWish(NeedsCustoms: true));

        Assert.Null(built.Network.Arcs.Single(a => a is { From: 0, To: 1 }).Closed);
        Assert.Equal(Exclusion.NoCustoms, built.Network.Arcs.Single(a => a is { From: 0, To: 2 }).Closed);
        Assert.Equal(Exclusion.NoCustoms, built.Network.Arcs.Single(a => a is { From: 1, To: 2 }).Closed);
    }

    [Fact]
    public void A_departure_that_travels_a_closed_leg_or_passes_a_closed_place_does_not_run_and_others_do()
    {
        var closure = Closed(node: 2, from: new DateTime(2026, 12, 2, 0, 0, 0, DateTimeKind.Utc), until: new DateTime(2026, 12, 3, 0, 0, 0, DateTimeKind.Utc));
        var built = NetworkBuilder.Build(Rows([closure]), new NetworkWish());

        var through = built.Network.Arcs.Single(a => a is { From: 0, To: 2 }).Departures!;
        Assert.Equal([false, true, false], through.Select(d => d.IsCancelled));
        Assert.Single(built.Network.Nodes[1].Closures);
    }

    [Fact]
    public void What_a_suspended_service_would_have_run_is_there_but_closed()
    {
        var rows = Rows();
        rows.Services[0].SuspendedFrom = _today.AddDays(1);

        var arcs = NetworkBuilder.Build(rows with { Until = _today.AddDays(3) }, new NetworkWish()).Network.Arcs;
        var suspended = arcs.Where(a => a.Closed == Exclusion.Suspended).ToList();
        Assert.Equal(3, suspended.Count);
        Assert.All(suspended, a => Assert.Equal(3, a.Departures!.Count));
        Assert.All(suspended.SelectMany(a => a.Departures!), d => Assert.True(d.Id < 0));
    }

    [Fact]
    public void A_leg_with_a_time_and_without_a_service_is_used_at_any_time_in_both_directions_but_not_while_it_is_closed()
    {
        var road = LegOf(9, _kunming, _vientiane, LegMode.Road, 50m, 90m);
        road.Values.Add(ValueOf(LegQuantity.Hours, 1.5m));
        var rows = Rows() with { Legs = [road], Services = [], Departures = [] };

        var arcs = NetworkBuilder.Build(rows, new NetworkWish()).Network.Arcs;
        Assert.Equal([(1, 2, 90), (2, 1, 90)], arcs.Select(a => (a.From, a.To, a.Minutes)).Order());
        Assert.All(arcs, a => Assert.Null(a.Departures));
        var (from, until) = (new DateTime(2026, 12, 2, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 12, 3, 0, 0, 0, DateTimeKind.Utc));
        var shut = NetworkBuilder.Build(rows with { Closures = [Closed(leg: 9, from: from, until: until), Closed(leg: 9, from: until.AddDays(2), until: null)] }, new NetworkWish());
        Assert.All(shut.Network.Arcs, a => Assert.Equal([(PlanMinute.Of(from), PlanMinute.Of(until)), (PlanMinute.Of(until) + 2880, int.MaxValue / 2)], a.Closures.Select(c => (c.From, c.Until))));
        Assert.All(shut.Network.Arcs, a => Assert.Null(a.Closed));
    }

    [Theory]
    [InlineData(1, -1, true)]
    [InlineData(0, -1, false)]
    [InlineData(1, 1, false)]
    public void A_leg_that_is_used_at_any_time_cools_where_a_value_of_the_day_says_so(int value, int daysFromToday, bool cools)
    {
        var road = LegOf(9, _kunming, _vientiane, LegMode.Road, 50m, 90m);
        road.Values.AddRange([ValueOf(LegQuantity.Hours, 1.5m), ValueOf(LegQuantity.Cooling, value, _today.AddDays(daysFromToday))]);

        var arcs = NetworkBuilder.Build(Rows() with { Legs = [road], Services = [], Departures = [] }, new NetworkWish()).Network.Arcs;

        Assert.All(arcs, a => Assert.Equal(cools, a.Cooling is not null));
    }

    [Fact]
    public void A_status_that_begins_on_a_day_to_come_counts_for_the_departures_of_that_day_on()
    {
        var rows = Rows();
        rows.Services[0].CorridorId = 5;
        var corridor = WayOf(5, (1, CorridorStatus.Suspended), (2, CorridorStatus.Trial));

        var through = NetworkBuilder.Build(rows with { Corridors = [corridor] }, new NetworkWish()).Network.Arcs.Where(a => a is { From: 0, To: 2 });

        Assert.Equal([(100, null), (101, Exclusion.Suspended), (102, Exclusion.NotRegular)], through.Select(a => (Assert.Single(a.Departures!).Id, a.Closed)).OrderBy(a => a.Id));
    }

    [Fact]
    public void A_leg_that_is_used_at_any_time_goes_by_the_status_of_its_corridors_on_the_day_somebody_sets_out()
    {
        var road = LegOf(9, _kunming, _vientiane, LegMode.Road, 50m, 90m);
        road.Values.Add(ValueOf(LegQuantity.Hours, 1.5m));
        Corridor Way(int id, params (int InDays, CorridorStatus Status)[] later)
        {
            var way = WayOf(id, later);
            way.Legs.Add(new CorridorLeg { CorridorId = id, LegId = 9, Position = 0 });
            return way;
        }
        var rows = Rows() with { Legs = [road], Services = [], Departures = [] };
        (int From, int Until, Exclusion Reason)[] Closures(params Corridor[] ways)
        {
            var arc = NetworkBuilder.Build(rows with { Corridors = ways }, new NetworkWish()).Network.Arcs[0];
            Assert.Null(arc.Closed);
            return [.. arc.Closures.Select(c => (c.From, c.Until, c.Reason))];
        }
        int Start(int inDays) => PlanMinute.Of(ChinaTime.StartOf(_today.AddDays(inDays)));
        var first = Way(1, (2, CorridorStatus.Suspended), (5, CorridorStatus.Suspended), (7, CorridorStatus.Trial), (9, CorridorStatus.Regular));

        Assert.Equal([(Start(2), Start(7), Exclusion.Suspended), (Start(7), Start(9), Exclusion.NotRegular)], Closures(first));
        // as long as one of its corridors runs, the leg does
        Assert.Equal([(Start(4), Start(7), Exclusion.Suspended), (Start(7), Start(9), Exclusion.NotRegular)], Closures(first, Way(2, (4, CorridorStatus.Suspended))));
        Assert.Empty(Closures(first, Way(2)));
    }

    /// <summary>A corridor that runs regularly since ever, and is something else from days on.</summary>
    private static Corridor WayOf(int id, params (int InDays, CorridorStatus Status)[] later) => new()
    {
        Id = id,
        Slug = $"way-{id}",
        Name = "通道",
        EnglishName = "Way",
        Status = CorridorStatus.Regular,
        StatusSource = "测试",
        Description = "说明",
        EnglishDescription = "Words",
        Colour = 1,
        Source = "测试",
        Standings = [StandingOf(DateOnly.MinValue, CorridorStatus.Regular), .. later.Select(l => StandingOf(_today.AddDays(l.InDays), l.Status))],
    };

    private static CorridorStanding StandingOf(DateOnly from, CorridorStatus status) => new() { From = from, Status = status, Source = "测试" };

    private static NetworkRows Rows(IReadOnlyList<NetworkNotice>? closures = null)
    {
        var (first, second) = (LegOf(1, _huaihua, _kunming, LegMode.Rail, 100m, 10m), LegOf(2, _kunming, _vientiane, LegMode.Rail, 200m, 40m));
        first.Values.Add(ValueOf(LegQuantity.PricePerContainer, 1000m));
        second.Values.Add(ValueOf(LegQuantity.PricePerContainer, 5000m));
        var service = new ScheduledService
        {
            Id = 7,
            Code = "T1",
            Name = "列车",
            EnglishName = "Train",
            Days = Weekdays.All,
            LeavesAt = new TimeOnly(8, 0),
            CutOffMinutes = 120,
            Capacity = 10,
            From = _today,
            LowestTemperature = -5m,
            HighestTemperature = 5m,
            Source = "测试",
            SourceStatus = FigureStatus.Demonstration,
            PriceSource = "测试",
            PriceStatus = FigureStatus.Demonstration,
            Stops = [StopOf(0, _huaihua, null, 0, 0), StopOf(1, _kunming, 1, 600, 660), StopOf(2, _vientiane, 2, 1200, 1200, 700m)],
        };
        List<Departure> departures = [.. Enumerable.Range(0, 3).Select(i => DepartureOf(service, 100 + i, _today.AddDays(i)))];
        return new NetworkRows([_huaihua, _kunming, _vientiane], [first, second], [], [service], departures, closures ?? [], _today, _today.AddDays(2));
    }

    private static Departure DepartureOf(ScheduledService service, int id, DateOnly day)
    {
        var leaves = LocalTime.ToUtc(day.ToDateTime(service.LeavesAt), Node.ChinaZone);
        return new Departure
        {
            Id = id,
            ServiceId = service.Id,
            Number = $"T1-{day:yyyyMMdd}",
            Day = day,
            LeavesAt = leaves,
            CutOffAt = leaves.AddMinutes(-service.CutOffMinutes),
            ArrivesAt = leaves.AddMinutes(1200),
            Capacity = service.Capacity,
            Stops = [.. service.Stops.Select(s => new DepartureStop { Position = s.Position, NodeId = s.NodeId, LegId = s.LegId, ArrivesAt = leaves.AddMinutes(s.ArrivesAfter), LeavesAt = leaves.AddMinutes(s.LeavesAfter) })],
        };
    }

    private static ServiceStop StopOf(int position, Node node, int? leg, int arrives, int leaves, decimal? yuan = null) => new()
    {
        Position = position,
        NodeId = node.Id,
        Node = node,
        LegId = leg,
        ArrivesAfter = arrives,
        LeavesAfter = leaves,
        YuanPerContainer = yuan,
    };

    private static Leg LegOf(int id, Node from, Node to, LegMode mode, decimal km, decimal grams) => new()
    {
        Id = id,
        FromId = from.Id,
        From = from,
        ToId = to.Id,
        To = to,
        Mode = mode,
        Values = [ValueOf(LegQuantity.Distance, km), ValueOf(LegQuantity.CarbonFactor, grams)],
    };

    private static LegValue ValueOf(LegQuantity quantity, decimal value, DateOnly from = default) => new()
    {
        Quantity = quantity,
        From = from,
        Value = value,
        Status = FigureStatus.Demonstration,
        Source = "测试",
    };

    private static Node NodeOf(int id, string slug, string country, bool hasCustoms) => new()
    {
        Id = id,
        Slug = slug,
        Name = slug,
        EnglishName = slug,
        Kind = NodeKind.Station,
        CountryCode = country,
        HasCustoms = hasCustoms,
        TimeZone = Node.ChinaZone,
        MapX = 1,
        MapY = 1,
        TallX = 1,
        TallY = 1,
    };

    private static NetworkNotice Closed(int? node = null, int? leg = null, DateTime from = default, DateTime? until = null) => new()
    {
        NodeId = node,
        LegId = leg,
        Kind = NoticeKind.Closed,
        Title = "关闭",
        Text = "关闭",
        From = from,
        Until = until,
        Source = "测试",
    };
}
