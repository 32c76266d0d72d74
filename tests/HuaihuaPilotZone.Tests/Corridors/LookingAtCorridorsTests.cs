using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Public.Corridors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors;

public sealed partial class LookingAtCorridorsTests(Portal portal)
{
    [Fact]
    public async Task There_are_the_seven_corridors_and_each_is_two_clicks_from_the_home_page()
    {
        var home = await portal.Visit().OpenAsync("/");
        var list = await portal.Visit().OpenAsync("/corridors");
        var slugs = await portal.WithDatabaseAsync(db => db.Corridors.Select(c => c.Slug).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal(7, slugs.Count);
        Assert.NotNull(home.QuerySelector("header a[href='/corridors']"));
        foreach (var slug in slugs)
        {
            Assert.NotNull(list.QuerySelector($"a[href='/corridors/{slug}']"));
            await portal.Visit().OpenAsync($"/corridors/{slug}");
        }
    }

    [Fact]
    public async Task A_place_without_sourced_coordinates_is_said_to_have_none_on_map_and_page_and_at_the_desk()
    {
        await using var own = Portal.Own();
        var cancellation = TestContext.Current.CancellationToken;
        async Task GiveAsync(string slug) => await own.WithDatabaseAsync(async db =>
        {
            var node = await db.Nodes.SingleAsync(n => n.Slug == slug, cancellation);
            (node.Latitude, node.Longitude, node.CoordinatesSource) = (27.5501m, 110.0012m, "试验坐标来源");
            return await db.SaveChangesAsync(cancellation);
        });
        await own.WithDatabaseAsync(db => db.Nodes.ExecuteUpdateAsync(set => set.SetProperty(n => n.Latitude, (decimal?)null).SetProperty(n => n.Longitude, (decimal?)null), cancellation));
        Assert.Contains("个地点的经纬度待录入", (await own.Visit().OpenAsync("/corridors?a=1")).QuerySelector("[data-without-coordinates]")!.TextContent, StringComparison.Ordinal);

        await GiveAsync("kunming");
        var corridor = await own.Visit().OpenAsync("/corridors/china-laos?a=1");

        Assert.Contains("经纬度待录入", corridor.QuerySelector("[data-node='huaihua'] [data-coordinates]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("北纬 27.5501，东经 110.0012（WGS 84）。来源： 试验坐标来源", corridor.QuerySelector("[data-node='kunming'] [data-coordinates]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("昆明", (await own.Visit().OpenAsync("/corridors?b=1")).QuerySelector("[data-without-coordinates]")!.TextContent, StringComparison.Ordinal);
        var desk = await (await own.VisitAsAsync("auditor")).OpenAsync("/park/network/nodes?q=kunming");
        Assert.Contains("27.5501，110.0012", desk.QuerySelector("[data-node='kunming']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("待录入", (await (await own.VisitAsAsync("auditor")).OpenAsync("/park/network/nodes?q=mohan")).QuerySelector("[data-node='mohan'] [data-l='坐标']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_leg_refers_to_a_missing_node_and_each_corridor_holds_together_from_the_dry_port()
    {
        var network = await NetworkAsync();
        var nodes = await portal.WithDatabaseAsync(db => db.Nodes.Select(n => n.Id).ToListAsync(TestContext.Current.CancellationToken));
        var legs = network.Corridors.SelectMany(c => c.Legs.Select(l => l.Leg!)).Concat(network.Others).ToList();

        Assert.All(legs, l => Assert.True(nodes.Contains(l.FromId) && nodes.Contains(l.ToId)));
        foreach (var corridor in network.Corridors)
        {
            var reached = new HashSet<int> { network.Hub.Id };
            Assert.All(corridor.Legs, l => Assert.True(reached.Contains(l.Leg!.FromId) && reached.Add(l.Leg.ToId), corridor.Slug));
        }
    }

    [Fact]
    public async Task Every_distance_has_its_standing_and_source_and_every_estimate_its_right_arithmetic()
    {
        var values = await portal.WithDatabaseAsync(db => db.Set<LegValue>().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));

        Assert.All(values, v => Assert.False(string.IsNullOrWhiteSpace(v.Source)));
        var estimates = values.Where(v => v is { Quantity: LegQuantity.Distance, Status: FigureStatus.Estimate }).ToList();
        Assert.NotEmpty(estimates);
        foreach (var estimate in estimates)
        {
            var sum = Arithmetic().Match(estimate.Source);
            Assert.True(sum.Success, estimate.Source);
            var greatCircle = decimal.Parse(sum.Groups["from"].Value, NumberStyles.Number, CultureInfo.InvariantCulture);
            Assert.Equal(Math.Round(greatCircle * 1.3m, 0, MidpointRounding.AwayFromZero), estimate.Value);
        }
    }

    [Fact]
    public async Task The_table_holds_every_leg_that_the_map_draws()
    {
        var page = await portal.Visit().OpenAsync("/corridors");
        var network = await NetworkAsync();

        foreach (var leg in network.Corridors.SelectMany(c => c.Legs.Select(l => l.Leg!)))
        {
            var row = page.QuerySelector($"[data-leg='{leg.From!.Slug}-{leg.To!.Slug}']");
            Assert.Contains(leg.From.Name, row!.TextContent, StringComparison.Ordinal);
            Assert.Contains(leg.On(network.On, LegQuantity.Distance)!.Source, row.TextContent, StringComparison.Ordinal);
        }
        Assert.Contains("示意图，不表示实际走向、比例和行政区划", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.All(network.Others.Where(l => l.Mode == LegMode.Gathering), l => Assert.Contains(l.To!.Name, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal));
        Assert.Equal(2, page.QuerySelectorAll("svg[role=img]").Length);
        Assert.All(page.QuerySelectorAll("svg[role=img]"), svg => Assert.Contains("中老通道：怀化 → 昆明 → 磨憨 → 万象", svg.GetAttribute("aria-label"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_departures_stand_below_the_map_and_a_number_is_asked_for_there()
    {
        var page = await portal.Visit().OpenAsync("/corridors");

        var rows = page.QuerySelectorAll("[data-next] tbody tr");
        Assert.InRange(rows.Length, 1, 6);
        Assert.All(rows, r => Assert.NotNull(r.QuerySelector($"a[href='/timetable/{r.GetAttribute("data-departure")}']")));
        Assert.All(rows, r => Assert.StartsWith("约 ", r.QuerySelector("[data-l='全程参考']")!.TextContent, StringComparison.Ordinal));
        Assert.Equal("/tracking", page.QuerySelector("input[name=numbers]")!.Closest("form")!.GetAttribute("action"));
    }

    [Fact]
    public async Task The_dry_port_leads_to_what_can_be_done_there_and_each_way_leads_somewhere()
    {
        var page = await portal.Visit().OpenAsync("/dry-port");
        var owner = await portal.VisitAsAsync("luggage");

        var services = page.QuerySelectorAll("[data-services] a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(8, services.Distinct().Count());
        foreach (var address in services) Assert.NotNull((await owner.OpenAsync(address)).QuerySelector("h1"));
    }

    [Theory]
    [InlineData(MapShape.Wide, 1200, 620)]
    [InlineData(MapShape.Tall, 390, 530)]
    public async Task Every_stop_and_its_name_stand_on_the_map(MapShape shape, double width, double height)
    {
        var map = CorridorMap.Draw(await NetworkAsync(), shape);

        Assert.All(map.Stops, s => Assert.True(s.X > s.Radius && s.X < width - s.Radius && s.Y > s.Radius && s.Y < height - s.Radius, s.Name));
        Assert.All(map.Stops, s =>
        {
            var length = s.Name.Length * (s.IsSmall ? 13.5 : 17);
            var (left, right) = s.Anchor switch { "start" => (s.LabelX, s.LabelX + length), "end" => (s.LabelX - length, s.LabelX), _ => (s.LabelX - length / 2, s.LabelX + length / 2) };
            Assert.True(left >= 0 && right <= width && s.LabelY > 12 && s.LabelY < height, s.Name);
        });
        Assert.Equal(map.Stops.Count, map.Stops.Select(s => (s.X, s.Y)).Distinct().Count());
    }

    [Fact]
    public async Task A_corridor_lists_its_nodes_in_order_with_their_kind_and_its_figures_with_their_source()
    {
        var page = await portal.Visit().OpenAsync("/corridors/china-laos");

        Assert.Equal(["huaihua", "kunming", "mohan", "vientiane"], page.QuerySelectorAll("[data-node]").Select(n => n.GetAttribute("data-node")));
        Assert.Contains("口岸", page.QuerySelector("[data-node=mohan]")!.TextContent, StringComparison.Ordinal);
        var distance = page.QuerySelector("[data-figure=china-laos-distance]")!.TextContent;
        Assert.Contains("2,098", distance, StringComparison.Ordinal);
        Assert.Contains("红网英文频道，2022-01-10", distance, StringComparison.Ordinal);
        Assert.Contains("常态化", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sourced_parts_add_up_to_the_sourced_whole()
    {
        var corridor = (await NetworkAsync()).Corridors.Single(c => c.Slug == "china-laos");

        Assert.Equal(2098m, corridor.Legs.Sum(l => l.Leg!.On(DateOnly.MaxValue, LegQuantity.Distance)!.Value));
    }

    [Fact]
    public async Task An_unknown_corridor_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync("/corridors/atlantis")).StatusCode);

    private Task<Network> NetworkAsync() => portal.InScopeAsync(s => s.GetRequiredService<CorridorService>().NetworkAsync(TestContext.Current.CancellationToken));

    [GeneratedRegex(@"^大圆距离 (?<from>[\d,]+) 公里 × 1\.3 = (?<to>[\d,]+) 公里", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arithmetic();
}
