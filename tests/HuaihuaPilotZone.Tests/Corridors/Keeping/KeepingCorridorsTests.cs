using System.Globalization;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Keeping;

[Collection(NetworkPortal.Name)]
public sealed class KeepingCorridorsTests(NetworkPortal network)
{
    private const string Home = "/park/network/corridors";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_corridor_is_made_of_legs_in_the_order_of_their_numbers_and_the_public_reads_it()
    {
        var (legs, admin) = (await HasLegsAsync(3), await _portal.VisitAsAsync("admin"));
        var typed = Typed();
        // the rows stand in another order than their numbers
        (typed["Legs[0].Place"], typed["Legs[0].LegId"], typed["Legs[1].Place"], typed["Legs[1].LegId"]) = ("2", $"{legs[1]}", "1", $"{legs[0]}");

        var more = await Visitor.ReadAsync(await admin.SubmitAsync($"{Home}/new", typed, button: "Add=true"));
        Assert.Null(more.QuerySelector(".hh-errsum"));
        Assert.Equal((typed["Name"], $"{legs[1]}", ""), (more.Value("Name"), more.Value("Legs[0].LegId"), more.Value("Legs[2].LegId")));
        (typed["Legs[2].Place"], typed["Legs[2].LegId"]) = ("3", $"{legs[2]}");
        var address = (await admin.SubmitAsync($"{Home}/new", typed)).LedTo();

        Assert.Equal(legs, await LegsOfAsync(address));
        Assert.Contains(typed["Name"]!, (await _portal.Visit().OpenAsync($"/corridors/{typed["Slug"]}")).Content(), StringComparison.Ordinal);
        Assert.Contains("规划", (await (await _portal.VisitAsAsync("auditor")).OpenAsync(Home)).QuerySelector($"[data-corridor='{typed["Slug"]}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(typed["Name"]!, await (await admin.GetAsync($"{Home}/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Legs_are_put_into_another_order_taken_out_and_put_in_with_the_rest_of_the_form()
    {
        var (legs, admin) = (await HasLegsAsync(2), await _portal.VisitAsAsync("admin"));
        var side = await _portal.HasLegAsync(await HubAsync(), (await _portal.HasNodeAsync()).Id, LegMode.Road);
        var address = await HasCorridorAsync([legs[0], legs[1]]);

        async Task SavedAsync(Dictionary<string, string?> values) => Assert.Equal(address, (await admin.SubmitAsync(address, values, address)).LedTo());
        await SavedAsync(new() { ["Contact"] = "示例处 0745-0000000", ["Legs[2].Place"] = "0", ["Legs[2].LegId"] = $"{side}" });
        Assert.Equal([side, legs[0], legs[1]], await LegsOfAsync(address));
        await SavedAsync(new() { ["Legs[0].Place"] = "9" });
        Assert.Equal([legs[0], legs[1], side], await LegsOfAsync(address));
        await SavedAsync(new() { ["Legs[1].LegId"] = "" });
        Assert.Equal([legs[0], side], await LegsOfAsync(address));

        var history = (await admin.OpenAsync(address)).Content();
        Assert.Contains("联系：", history, StringComparison.Ordinal);
        Assert.Equal([NetworkActs.CorridorAdded, NetworkActs.CorridorChanged, NetworkActs.CorridorChanged, NetworkActs.CorridorChanged], await _portal.ActsAsync(JournalSubjects.Network, $"corridor-{IdOf(address)}"));
    }

    [Fact]
    public async Task A_corridor_that_does_not_hold_together_or_has_no_source_is_refused_with_what_was_typed()
    {
        var (legs, admin) = (await HasLegsAsync(3), await _portal.VisitAsAsync("admin"));

        await RefusedAsync("还没有到达", ("Legs[0].LegId", $"{legs[1]}"));
        await RefusedAsync("同一个区段只能出现一次", ("Legs[0].LegId", $"{legs[0]}"), ("Legs[1].LegId", $"{legs[0]}"));
        await RefusedAsync("没有这个区段", ("Legs[0].LegId", $"{int.MaxValue}"));
        await RefusedAsync("应有 1 至 40 个区段");
        await RefusedAsync("没有来源的通道不能保存", ("Legs[0].LegId", $"{legs[0]}"), ("Source", ""));
        await RefusedAsync("请写明状态的依据", ("Legs[0].LegId", $"{legs[0]}"), ("StatusSource", ""));
        await RefusedAsync("网址短名只用小写字母", ("Legs[0].LegId", $"{legs[0]}"), ("Slug", "A B"));
        await RefusedAsync("已有通道使用这个网址短名", ("Legs[0].LegId", $"{legs[0]}"), ("Slug", "china-laos"));
        await RefusedAsync("网址", ("Legs[0].LegId", $"{legs[0]}"), ("SourceAddress", "不是网址"));
        await RefusedAsync("颜色应为 1 至 4", ("Legs[0].LegId", $"{legs[0]}"), ("Colour", "7"));

        async Task RefusedAsync(string refusal, params (string Field, string Value)[] fields)
        {
            var typed = Typed();
            foreach (var (field, value) in fields) typed[field] = value;
            var page = await (await admin.ForgeAsync($"{Home}/new", $"{Home}/new", typed)).RefusedWithAsync(refusal);
            Assert.Equal(typed["Name"], page.Value("Name"));
        }
    }

    [Theory]
    [InlineData(" ", "测试依据", "请填写网址短名")]
    [InlineData("way-without-source", " ", "没有依据的状态不能保存")]
    public async Task The_service_itself_wants_a_short_name_and_a_source_of_the_status(string slug, string source, string refusal)
    {
        var data = new CorridorData(slug, "测试通道", "Test way", CorridorStatus.Planned, source, "说明", "Words", 1, null, "测试来源", null, null, null, null, await HasLegsAsync(1));

        var outcome = await _portal.InScopeAsync(s => s.GetRequiredService<CorridorKeeping>().AddAsync(data, Cancellation));

        Assert.Contains(refusal, Assert.Single(outcome.Refusals).Message, StringComparison.Ordinal);
        Assert.False(await _portal.WithDatabaseAsync(db => db.Corridors.AnyAsync(c => c.Slug == slug, Cancellation)));
    }

    [Fact]
    public async Task The_second_of_two_is_told_of_other_legs_as_well()
    {
        var (legs, admin) = (await HasLegsAsync(2), await _portal.VisitAsAsync("admin"));
        var address = await HasCorridorAsync([legs[0]]);
        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["Legs[1].LegId"] = $"{legs[1]}" }, address)).LedTo());

        var page = await (await admin.SubmitAsync(address, new() { ["Name"] = "另一个名称", ["Legs[1].LegId"] = "", ["Version"] = "1" }, address)).RefusedWithAsync("他人已保存了修改，有 2 处", "他人已改为：怀化—");

        Assert.Equal("另一个名称", page.Value("Name"));
        Assert.Equal(legs, await LegsOfAsync(address));
    }

    [Fact]
    public async Task A_status_changes_with_who_says_so_and_what_it_was_before_is_kept()
    {
        var admin = await _portal.VisitAsAsync("admin");
        var address = await HasCorridorAsync([(await HasLegsAsync(1))[0]]);
        await _portal.WithDatabaseAsync(db => db.Set<CorridorStanding>().Where(s => s.CorridorId == IdOf(address)).ExecuteDeleteAsync(Cancellation));

        await (await admin.SubmitAsync(address, new() { ["Status"] = "Trial", ["StatusSource"] = " " }, $"{address}/standings")).RefusedWithAsync("没有依据的状态不能保存");
        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["Status"] = "Trial", ["StatusSource"] = "示例日报 2026-11-20" }, $"{address}/standings")).LedTo());
        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["Status"] = "Suspended", ["StatusSource"] = "示例公告" }, $"{address}/standings")).LedTo());

        var corridor = (await FindAsync(address))!;
        Assert.Equal((CorridorStatus.Suspended, "示例公告"), (corridor.Status, corridor.StatusSource));
        Assert.Equal(
            [(new DateOnly(2026, 11, 22), CorridorStatus.Suspended, "示例公告"), (DateOnly.MinValue, CorridorStatus.Planned, "测试依据")], corridor.Standings.Select(s => (s.From, s.Status, s.Source)));
        await (await admin.ForgeAsync(address, $"{address}/standings", new() { ["Version"] = "1", ["Status"] = "Trial", ["StatusSource"] = "示例" })).RefusedWithAsync("他人已修改这条通道");
        Assert.Contains("停运", (await _portal.Visit().OpenAsync($"/corridors/{corridor.Slug}")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_keep_the_network_reads_it()
    {
        var page = await (await _portal.VisitAsAsync("auditor")).OpenAsync(await HasCorridorAsync([(await HasLegsAsync(1))[0]]));

        Assert.Contains("通道资料", page.Content(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
    }

    private async Task<List<int>> HasLegsAsync(int count)
    {
        var (last, legs) = (await HubAsync(), new List<int>());
        for (var i = 0; i < count; i++)
        {
            var (next, _) = await _portal.HasNodeAsync();
            legs.Add(await _portal.HasLegAsync(last, next));
            last = next;
        }
        return legs;
    }

    private async Task<string> HasCorridorAsync(IReadOnlyList<int> legs)
    {
        var data = new CorridorData($"way-{NetworkScenes.Next()}", "测试通道", "Test way", CorridorStatus.Planned, "测试依据", "说明", "Words", 1, null, "测试来源", null, null, null, null, legs);
        return $"{Home}/{(await _portal.InScopeAsync(s => s.GetRequiredService<CorridorKeeping>().AddAsync(data, Cancellation))).Value}";
    }

    private Task<int> HubAsync() => _portal.WithDatabaseAsync(db => db.Nodes.Where(n => n.Slug == CorridorService.HubSlug).Select(n => n.Id).SingleAsync(Cancellation));

    private Task<Corridor?> FindAsync(string address) => _portal.InScopeAsync(s => s.GetRequiredService<CorridorKeeping>().FindAsync(IdOf(address), Cancellation));

    private async Task<List<int>> LegsOfAsync(string address) => [.. (await FindAsync(address))!.Legs.Select(l => l.LegId)];

    private static int IdOf(string address) => int.Parse(address[(address.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);

    private static Dictionary<string, string?> Typed()
    {
        var number = NetworkScenes.Next();
        return new()
        {
            ["Slug"] = $"way-{number}",
            ["Status"] = "Planned",
            ["StatusSource"] = "测试依据",
            ["Name"] = $"测试通道{number}",
            ["EnglishName"] = $"Way {number}",
            ["Colour"] = "2",
            ["Description"] = "说明",
            ["EnglishDescription"] = "Words",
            ["Source"] = "测试来源",
        };
    }
}
