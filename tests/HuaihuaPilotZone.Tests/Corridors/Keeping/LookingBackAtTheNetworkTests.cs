using System.Net;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Planning;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Keeping;

/// <summary>What nodes and services were on a day that is past, and what they will be on one to come.</summary>
[Collection(NetworkPortal.Name)]
public sealed class LookingBackAtTheNetworkTests(NetworkPortal network)
{
    private const string Nodes = "/park/network/nodes";
    private const string Services = "/park/timetable/services";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_is_shown_and_listed_as_it_was_before_a_change_that_was_written_down_later()
    {
        var (id, name) = await _portal.HasNodeAsync();
        var (address, admin, auditor) = ($"{Nodes}/{id}", await _portal.VisitAsAsync("admin"), await _portal.VisitAsAsync("auditor"));

        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["Name"] = $"新{name}", ["HasCustoms"] = "true", ["Since"] = "2026-11-20" }, address)).LedTo());

        var then = await auditor.OpenAsync($"{address}?asOf=2026-11-19");
        Assert.Equal(name, then.QuerySelector("h1")!.TextContent);
        Assert.Contains("没有登记", then.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(then.QuerySelectorAll("main form[method=post]"));
        Assert.Equal($"新{name}", (await auditor.OpenAsync($"{address}?asOf=2026-11-20")).QuerySelector("h1")!.TextContent);
        Assert.Contains("可办理", (await auditor.OpenAsync($"{address}?asOf=2026-11-20")).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        // the list and its file are of the same day, and lead to it
        Assert.Equal($"{address}?asOf=2026-11-19", (await auditor.OpenAsync($"{Nodes}?q={name}&asOf=2026-11-19")).QuerySelector($"tr[data-node] a")!.GetAttribute("href"));
        Assert.Equal([name], await NamesAsync(auditor, $"{Nodes}?q={name}&asOf=2026-11-19"));
        Assert.Equal([$"新{name}"], await NamesAsync(auditor, $"{Nodes}?q={name}"));
        Assert.DoesNotContain($"新{name}", await (await auditor.GetAsync($"{Nodes}/export.csv?q={name}&asOf=2026-11-19")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var turns = (await auditor.OpenAsync(address)).QuerySelectorAll("[data-turn]");
        Assert.Equal(["2026-11-20", "0001-01-01"], turns.Select(t => t.GetAttribute("data-turn")));
        Assert.Contains($"名称：{name} → 新{name}", turns[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("可办理海关手续：否 → 是", turns[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("时区", turns[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_one_day_are_one_turn_and_what_was_changed_back_on_it_is_none()
    {
        var (id, name) = await _portal.HasNodeAsync();
        var (address, admin) = ($"{Nodes}/{id}", await _portal.VisitAsAsync("admin"));
        async Task<IReadOnlyList<Turn>> TurnsAsync() => (await _portal.InScopeAsync(s => s.GetRequiredService<NodeKeeping>().TurnsAsync(id, new PageRequest(), Cancellation))).Rows;

        await admin.SubmitAsync(address, new() { ["EnglishName"] = "One" }, address);
        await admin.SubmitAsync(address, new() { ["EnglishName"] = "Two", ["HasColdStore"] = "true" }, address);

        var turns = await TurnsAsync();
        Assert.Equal([new DateOnly(2026, 11, 22), DateOnly.MinValue], turns.Select(t => t.From));
        Assert.Equal(["英文名称", "冷藏设施"], turns[0].Changes.Select(c => c.Field));
        var node = await _portal.WithDatabaseAsync(db => db.NodeStates.Where(s => s.NodeId == id && s.From == DateOnly.MinValue).Select(s => s.EnglishName).SingleAsync(Cancellation));
        await admin.SubmitAsync(address, new() { ["EnglishName"] = node, ["HasColdStore"] = "false" }, address);
        Assert.Equal(DateOnly.MinValue, Assert.Single(await TurnsAsync()).From);
        // its place on the map is no fact about it
        await admin.SubmitAsync(address, new() { ["MapX"] = "222" }, address);
        Assert.Single(await TurnsAsync());
        Assert.Contains(name, (await admin.OpenAsync(address)).Content(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23", "起始日不能晚于今天")]
    [InlineData("2026-11-19", "2026-11-20 起已有一次变化，起始日不能更早")]
    [InlineData("1999-01-01", "起始日应在 2000 至 2200 年之间")]
    public async Task A_change_begins_neither_after_today_nor_before_the_one_that_is_there(string since, string refusal)
    {
        var (id, _) = await _portal.HasNodeAsync();
        var (address, admin) = ($"{Nodes}/{id}", await _portal.VisitAsAsync("admin"));
        await admin.SubmitAsync(address, new() { ["HasCustoms"] = "true", ["Since"] = "2026-11-20" }, address);

        var page = await (await admin.SubmitAsync(address, new() { ["HasCustoms"] = "false", ["Since"] = since }, address)).RefusedWithAsync(refusal);

        Assert.Equal(since, page.Value("Since"));
        Assert.True(await _portal.WithDatabaseAsync(db => db.Nodes.Where(n => n.Id == id).Select(n => n.HasCustoms).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task A_node_that_closes_on_a_day_to_come_is_offered_until_then_said_to_close_and_planned_around_from_then_on()
    {
        var line = await _portal.HasLineAsync(3);
        var service = await _portal.HasServiceAsync(NetworkScenes.ServiceOf([.. line.Select(n => n.Id)]));
        var (address, admin) = ($"{Nodes}/{line[1].Id}", await _portal.VisitAsAsync("admin"));

        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["IsClosed"] = "true", ["ClosedFrom"] = "2026-11-30" }, address)).LedTo());

        Assert.Contains(line[1].Name, (await admin.OpenAsync("/park/network/legs/new")).Content(), StringComparison.Ordinal);
        Assert.Contains("2026-11-30 起停用", (await admin.OpenAsync($"{Nodes}?q={line[1].Name}")).QuerySelector("tr[data-node]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("在用，2026-11-30 起停用", (await admin.OpenAsync($"{address}?asOf=2026-11-29")).Content(), StringComparison.Ordinal);
        Assert.Contains("停用", await StateAsync(admin, $"{Nodes}?q={line[1].Name}&asOf=2026-11-30"), StringComparison.Ordinal);
        Assert.DoesNotContain("起停用", await StateAsync(admin, $"{Nodes}?q={line[1].Name}&asOf=2026-11-30"), StringComparison.Ordinal);
        // a train is at the second stop on the morning after it left: the one of the 28th is the last that passes
        var built = await _portal.InScopeAsync(s => s.GetRequiredService<NetworkReader>().ReadAnewAsync(new NetworkWish(OnlyRegular: false), Cancellation));
        var through = built.Network.Arcs.Single(a => built.Arcs[a.Id].Service?.Id == service && built.Arcs[a.Id].Nodes.Count == 3);
        Assert.All(through.Departures!, d => Assert.Equal(PlanMinute.ToUtc(d.Departs) > NetworkScenes.At(11, 29, 0), d.IsCancelled));
        Assert.Contains(through.Departures!, d => d.IsCancelled);
        Assert.Contains(through.Departures!, d => !d.IsCancelled);
        var node = built.Network.Nodes[built.Nodes.Select((n, i) => (n, i)).Single(p => p.n.Id == line[1].Id).i];
        Assert.False(node.IsOpenAt(PlanMinute.Of(NetworkScenes.At(11, 30, 0))));
        Assert.True(node.IsOpenAt(PlanMinute.Of(NetworkScenes.At(11, 29, 23))));
    }

    [Fact]
    public async Task A_corridor_says_from_which_day_a_place_on_its_way_is_closed()
    {
        var (near, far) = (await _portal.HasNodeAsync(), await _portal.HasNodeAsync());
        var hub = await _portal.WithDatabaseAsync(db => db.Nodes.Where(n => n.Slug == CorridorService.HubSlug).Select(n => n.Id).SingleAsync(Cancellation));
        var (start, leg) = (await _portal.HasLegAsync(hub, near.Id), await _portal.HasLegAsync(near.Id, far.Id));
        var number = NetworkScenes.Next();
        var made = await _portal.InScopeAsync(s => s.GetRequiredService<CorridorKeeping>().AddAsync(
            new CorridorData($"past-{number}", $"测试通道{number}", $"Test corridor {number}", CorridorStatus.Trial, "测试依据", "测试说明", "Words", 1, null, "测试来源", null, null, null, null, [start, leg]), Cancellation));
        Assert.True(made.IsDone);
        var admin = await _portal.VisitAsAsync("admin");

        await admin.SubmitAsync($"{Nodes}/{far.Id}", new() { ["IsClosed"] = "true", ["ClosedFrom"] = "2026-12-05" }, $"{Nodes}/{far.Id}");

        Assert.Equal("2026-12-05 起停用", (await _portal.Visit().OpenAsync($"/corridors/past-{number}")).QuerySelector("[data-closed]")!.TextContent);
        Assert.Equal("Closed from 2026-12-05", (await _portal.Visit().OpenAsync($"/en/corridors/past-{number}")).QuerySelector("[data-closed]")!.TextContent);
    }

    [Fact]
    public async Task A_service_is_shown_and_listed_with_the_calendar_and_stops_that_it_had()
    {
        var line = await _portal.HasLineAsync(3);
        var data = NetworkScenes.ServiceOf([.. line.Take(2).Select(n => n.Id)]);
        var id = await _portal.HasServiceAsync(data);
        var (address, auditor) = ($"{Services}/{id}", await _portal.VisitAsAsync("auditor"));

        var changed = data with { Name = "改名班列", Capacity = 77, Days = Weekdays.Tuesday, Stops = NetworkScenes.StopsOf([.. line.Select(n => n.Id)]) };
        Assert.True((await _portal.InScopeAsync(s => s.GetRequiredService<ServiceDesk>().UpdateAsync(id, 1, changed, Cancellation))).IsDone);

        var then = await auditor.OpenAsync($"{address}?asOf=2026-11-21");
        Assert.Contains("测试班列", then.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([line[0].Name, line[1].Name], then.QuerySelectorAll("#times .ttl").Select(c => c.TextContent));
        Assert.Contains("每天", then.Content(), StringComparison.Ordinal);
        Assert.Equal(3, (await auditor.OpenAsync($"{address}?asOf=2026-11-22")).QuerySelectorAll("#times .ttl").Length);
        var listed = (await auditor.OpenAsync($"{Services}?q={data.Code}&asOf=2026-11-21")).QuerySelector("tr[data-service]")!;
        Assert.Contains("测试班列", listed.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{address}?asOf=2026-11-21", listed.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("改名班列", (await auditor.OpenAsync($"{Services}?q={data.Code}")).QuerySelector("tr[data-service]")!.TextContent, StringComparison.Ordinal);
        foreach (var file in new[] { "export.csv", "stops.csv" })
            Assert.DoesNotContain("改名班列", await (await auditor.GetAsync($"{Services}/{file}?q={data.Code}&asOf=2026-11-21")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        // before its first day there was none
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync($"{address}?asOf=2026-10-31")).StatusCode);
        Assert.Null((await auditor.OpenAsync($"{Services}?q={data.Code}&asOf=2026-10-31")).QuerySelector("tr[data-service]"));
        var turn = (await auditor.OpenAsync(address)).QuerySelector("[data-turn='2026-11-22']")!.TextContent;
        foreach (var text in new[] { "舱位：10 → 77", "开行日：每天 → 每周二", "停站：" }) Assert.Contains(text, turn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspension_holds_from_its_day_on_and_a_service_that_runs_again_keeps_it_in_its_past()
    {
        var line = await _portal.HasLineAsync(2);
        var data = NetworkScenes.ServiceOf([.. line.Select(n => n.Id)]);
        var id = await _portal.HasServiceAsync(data);
        var (address, admin) = ($"{Services}/{id}", await _portal.VisitAsAsync("admin"));

        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["SuspendedFrom"] = "2026-12-01", ["SuspensionReason"] = "测试施工" }, $"{address}/suspend")).LedTo());

        Assert.Contains("开行，2026-12-01 起停运：测试施工", (await admin.OpenAsync($"{address}?asOf=2026-11-30")).Content(), StringComparison.Ordinal);
        Assert.Contains("停运（2026-12-01 起）：测试施工", (await admin.OpenAsync($"{address}?asOf=2026-12-01")).Content(), StringComparison.Ordinal);
        Assert.Null((await admin.OpenAsync($"{Services}?q={data.Code}&suspended=true&asOf=2026-11-30")).QuerySelector("tr[data-service]"));
        Assert.NotNull((await admin.OpenAsync($"{Services}?q={data.Code}&suspended=true&asOf=2026-12-01")).QuerySelector("tr[data-service]"));
        Assert.NotNull((await admin.OpenAsync($"{Services}?q={data.Code}&suspended=false&asOf=2026-11-30&sort=Leaves&dir=desc")).QuerySelector("tr[data-service]"));
        Assert.Contains("停运起：2026-12-01", (await admin.OpenAsync(address)).QuerySelector("[data-turn='2026-11-22']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leg_and_a_corridor_are_shown_as_they_were_with_the_values_and_the_status_of_that_day()
    {
        var hub = await _portal.WithDatabaseAsync(db => db.Nodes.Where(n => n.Slug == CorridorService.HubSlug).Select(n => n.Id).SingleAsync(Cancellation));
        var (near, far) = (await _portal.HasNodeAsync(), await _portal.HasNodeAsync());
        var (first, second) = (await _portal.HasLegAsync(hub, near.Id), await _portal.HasLegAsync(near.Id, far.Id));
        var (number, admin) = (NetworkScenes.Next(), await _portal.VisitAsAsync("admin"));
        var data = new CorridorData($"was-{number}", $"原通道{number}", $"Was {number}", CorridorStatus.Trial, "测试依据", "测试说明", "Words", 1, null, "测试来源", null, null, null, null, [first]);
        var corridor = (await _portal.InScopeAsync(s => s.GetRequiredService<CorridorKeeping>().AddAsync(data, Cancellation))).Value;
        // so that it has a past
        await _portal.WithDatabaseAsync(db => db.CorridorStates.Where(s => s.CorridorId == corridor).ExecuteUpdateAsync(set => set.SetProperty(s => s.From, new DateOnly(2026, 11, 1)), Cancellation));
        var (leg, way) = ($"/park/network/legs/{first}", $"/park/network/corridors/{corridor}");

        Assert.Equal(leg, (await admin.SubmitAsync(leg, new() { ["Via"] = "测试途经" }, leg)).LedTo());
        Assert.True((await _portal.InScopeAsync(s => s.GetRequiredService<LegKeeping>().RecordAsync(first, 2, new LegValueData(LegQuantity.Hours, new DateOnly(2026, 11, 22), 9m, FigureStatus.Press, "测试日报"), Cancellation))).IsDone);
        Assert.True((await _portal.InScopeAsync(s => s.GetRequiredService<LegKeeping>().RecordAsync(first, 3, new LegValueData(LegQuantity.Cooling, new DateOnly(2026, 11, 22), 1m, FigureStatus.Press, "测试冷链报"), Cancellation))).IsDone);
        Assert.True((await _portal.InScopeAsync(s => s.GetRequiredService<CorridorKeeping>().UpdateAsync(corridor, 1, data with { Name = $"新通道{number}", Partners = "测试伙伴", LegIds = [first, second] }, Cancellation))).IsDone);

        var then = (await admin.OpenAsync($"{leg}?asOf=2026-11-21")).QuerySelector("dl")!.TextContent;
        Assert.DoesNotContain("测试途经", then, StringComparison.Ordinal);
        Assert.DoesNotContain("测试日报", then, StringComparison.Ordinal);
        Assert.DoesNotContain("能运", then, StringComparison.Ordinal);
        var since = (await admin.OpenAsync($"{leg}?asOf=2026-11-22")).QuerySelector("dl")!.TextContent;
        foreach (var text in new[] { "测试途经", "能运（媒体：测试冷链报）", "9 小时（媒体：测试日报）" }) Assert.Contains(text, since, StringComparison.Ordinal);
        Assert.Contains("经过：测试途经", (await admin.OpenAsync(leg)).QuerySelector("[data-turn='2026-11-22']")!.TextContent, StringComparison.Ordinal);
        var was = await admin.OpenAsync($"{way}?asOf=2026-11-21");
        Assert.Equal($"原通道{number}", was.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(far.Name, was.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        var now = await admin.OpenAsync($"{way}?asOf=2026-11-22");
        foreach (var text in new[] { "测试伙伴", far.Name, "试运行" }) Assert.Contains(text, now.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"名称：原通道{number} → 新通道{number}", (await admin.OpenAsync(way)).QuerySelector("[data-turn='2026-11-22']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{way}?asOf=2026-10-31")).StatusCode);
    }

    [Fact]
    public async Task What_was_before_the_first_state_was_written_down_is_written_down_with_the_first_change()
    {
        var (id, name) = await _portal.HasNodeAsync();
        await _portal.WithDatabaseAsync(db => db.NodeStates.Where(s => s.NodeId == id).ExecuteDeleteAsync(Cancellation));
        var admin = await _portal.VisitAsAsync("admin");

        await admin.SubmitAsync($"{Nodes}/{id}", new() { ["Name"] = $"后来{name}" }, $"{Nodes}/{id}");

        Assert.Equal([$"后来{name}", name], await _portal.WithDatabaseAsync(db => db.NodeStates.Where(s => s.NodeId == id).OrderByDescending(s => s.From).Select(s => s.Name).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task Everything_in_the_network_has_a_state_of_its_own_and_a_list_of_today_says_what_is_now()
    {
        var line = await _portal.HasLineAsync(2);
        await _portal.HasServiceAsync(NetworkScenes.ServiceOf([.. line.Select(n => n.Id)]));
        var today = new DateOnly(2026, 11, 22);

        Assert.False(await _portal.WithDatabaseAsync(db => db.Nodes.AnyAsync(n => !db.NodeStates.Any(s => s.NodeId == n.Id), Cancellation)));
        Assert.False(await _portal.WithDatabaseAsync(db => db.Legs.AnyAsync(l => !db.LegStates.Any(s => s.LegId == l.Id), Cancellation)));
        Assert.False(await _portal.WithDatabaseAsync(db => db.Corridors.AnyAsync(c => !db.CorridorStates.Any(s => s.CorridorId == c.Id), Cancellation)));
        Assert.False(await _portal.WithDatabaseAsync(db => db.ScheduledServices.AnyAsync(n => !db.ServiceStates.Any(s => s.ServiceId == n.Id), Cancellation)));
        var (now, then) = (await ListAsync(null), await ListAsync(today));
        Assert.Equal(now.Select(n => (n.Id, n.Slug, n.Name, n.TimeZone, n.HasCustoms, n.MapX)), then.Select(n => (n.Id, n.Slug, n.Name, n.TimeZone, n.HasCustoms, n.MapX)));

        async Task<List<Node>> ListAsync(DateOnly? day) => await _portal.InScopeAsync(s => s.GetRequiredService<NodeKeeping>().StreamAsync(new NodeFilter("测试站", On: day)).ToListAsync(Cancellation).AsTask());
    }

    private static async Task<IEnumerable<string>> NamesAsync(Visitor visitor, string address) => (await visitor.OpenAsync(address)).QuerySelectorAll("tr[data-node] .ttl a").Select(a => a.TextContent);

    private static async Task<string> StateAsync(Visitor visitor, string address) => (await visitor.OpenAsync(address)).QuerySelector("tr[data-node] [data-l=状态]")!.TextContent;
}
