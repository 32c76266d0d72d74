using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Keeping;

[Collection(NetworkPortal.Name)]
public sealed class KeepingLegsTests(NetworkPortal network)
{
    private const string Home = "/park/network/legs";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_leg_has_values_through_time_and_what_held_on_a_day_can_be_told()
    {
        var (from, to) = (await _portal.HasNodeAsync(), await _portal.HasNodeAsync());
        var admin = await _portal.VisitAsAsync("admin");
        var address = (await admin.SubmitAsync($"{Home}/new", Ends(from.Id, to.Id, "Road"))).LedTo();

        foreach (var (day, value) in new[] { ("", "500"), ("2026-11-01", "480"), ("2026-12-01", "450") })
            Assert.Equal(address, (await admin.SubmitAsync(address, Value("Distance", value, day), $"{address}/values")).LedTo());
        Assert.Equal(address, (await admin.SubmitAsync(address, Value("Distance", "470.25", "2026-11-01"), $"{address}/values")).LedTo());

        var leg = (await FindAsync(IdOf(address)))!;
        Assert.Equal([500m, 470.25m, 450m], new[] { new DateOnly(2020, 1, 1), new DateOnly(2026, 11, 22), new DateOnly(2027, 1, 1) }.Select(d => leg.On(d, LegQuantity.Distance)!.Value));
        var states = (await admin.OpenAsync(address)).QuerySelectorAll("[data-value]").Select(r => r.QuerySelector("[data-l='状态']")!.TextContent.Trim());
        Assert.Equal(["未开始", "有效", "已被取代"], states);
        Assert.Contains("470.25（媒体）", (await admin.OpenAsync($"{Home}?q={from.Name}&mode=Road")).Content(), StringComparison.Ordinal);
        Assert.Equal(
            [NetworkActs.LegAdded, NetworkActs.ValueRecorded, NetworkActs.ValueRecorded, NetworkActs.ValueRecorded, NetworkActs.ValueRecorded],
            await _portal.ActsAsync(JournalSubjects.Network, $"leg-{leg.Id}"));
        Assert.Contains("480 公里（媒体：示例来源） → 470.25 公里（媒体：示例来源）", (await admin.OpenAsync(address)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leg_between_the_same_nodes_by_the_same_mode_is_there_once_in_whichever_direction()
    {
        var (from, to) = (await _portal.HasNodeAsync(), await _portal.HasNodeAsync());
        var admin = await _portal.VisitAsAsync("admin");
        await _portal.HasLegAsync(from.Id, to.Id);

        await (await admin.SubmitAsync($"{Home}/new", Ends(from.Id, to.Id))).RefusedWithAsync("已登记同一运输方式的区段");
        await (await admin.SubmitAsync($"{Home}/new", Ends(to.Id, from.Id))).RefusedWithAsync("已登记同一运输方式的区段");
        await (await admin.SubmitAsync($"{Home}/new", Ends(from.Id, from.Id))).RefusedWithAsync("起点和终点不能是同一个节点");
        await (await admin.SubmitAsync($"{Home}/new", [])).RefusedWithAsync("请选择起点", "请选择终点", "请选择运输方式");
        (await admin.SubmitAsync($"{Home}/new", Ends(to.Id, from.Id, "Road"))).LedTo();
    }

    [Fact]
    public async Task Of_several_at_once_one_leg_is_registered()
    {
        var (from, to) = (await _portal.HasNodeAsync(), await _portal.HasNodeAsync());
        var admin = await _portal.VisitAsAsync("admin");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => admin.ForgeAsync($"{Home}/new", $"{Home}/new", i % 2 == 0 ? Ends(from.Id, to.Id) : Ends(to.Id, from.Id))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await _portal.WithDatabaseAsync(db => db.Legs.CountAsync(l => l.FromId == from.Id || l.ToId == from.Id, Cancellation)));
    }

    [Theory]
    [InlineData("Distance", "0", "2026-12-01", "Press", "示例", "距离应为 0.01 至 40000 公里")]
    [InlineData("Hours", "3000", "", "Press", "示例", "时间应为 0.01 至 2160 小时")]
    [InlineData("CarbonFactor", "-1", "", "Press", "示例", "碳排放因子应为 0 至 10000")]
    [InlineData("Distance", "10.123", "", "Press", "示例", "最多写两位小数")]
    [InlineData("Cooling", "0.5", "", "Press", "示例", "冷藏能力应为 1（能运）或 0（不能运）")]
    [InlineData("Cooling", "1", "", "Press", " ", "没有来源的数值不能保存")]
    [InlineData("Distance", "", "", "Press", "示例", "请填写数值")]
    [InlineData("", "10", "", "Press", "示例", "请选择数值项")]
    [InlineData("Distance", "10", "", "", "示例", "请选择性质")]
    [InlineData("Distance", "10", "", "Press", " ", "没有来源的数值不能保存")]
    public async Task A_value_that_does_not_fit_or_has_no_source_is_refused_with_what_was_typed(string quantity, string value, string day, string status, string source, string refusal)
    {
        var (address, admin) = (await HasLegAsync(), await _portal.VisitAsAsync("admin"));

        var page = await (await admin.SubmitAsync(address, new() { ["Quantity"] = quantity, ["Value"] = value, ["From"] = day, ["Status"] = status, ["Source"] = source }, $"{address}/values")).RefusedWithAsync(refusal);

        Assert.Equal((quantity, value, day), (page.Value("Quantity"), page.Value("Value"), page.Value("From")));
        Assert.Empty((await FindAsync(IdOf(address)))!.Values);
    }

    [Fact]
    public async Task Whether_a_leg_cools_is_a_value_with_a_source_and_what_was_ticked_before_says_that_it_has_none()
    {
        var (address, admin) = (await HasLegAsync(), await _portal.VisitAsAsync("admin"));
        var id = IdOf(address);
        async Task<string> ListedAsync() => (await admin.OpenAsync($"{Home}?q={(await FindAsync(id))!.From!.Name}")).QuerySelector("tr[data-leg] [data-l=冷藏]")!.TextContent;
        Assert.Equal("待录入", await ListedAsync());
        await _portal.WithDatabaseAsync(db => db.Legs.Where(l => l.Id == id).ExecuteUpdateAsync(set => set.SetProperty(l => l.HasCooling, true), Cancellation));
        Assert.Equal("能运（来源待录入）", await ListedAsync());
        Assert.Contains("没有来源。请把“冷藏能力”作为数值录入", (await admin.OpenAsync(address)).Content(), StringComparison.Ordinal);

        Assert.Equal(address, (await admin.SubmitAsync(address, Value("Cooling", "0", ""), $"{address}/values")).LedTo());
        Assert.Equal(address, (await admin.SubmitAsync(address, Value("Cooling", "1", "2026-12-01"), $"{address}/values")).LedTo());

        Assert.Equal("不能运（媒体）", await ListedAsync());
        var page = (await admin.OpenAsync(address)).Content();
        Assert.DoesNotContain("没有来源。请把", page, StringComparison.Ordinal);
        foreach (var text in new[] { "不能运（媒体：示例来源）", "冷藏能力（2026-12-01 起）" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Equal([false, true], new[] { new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 1) }.Select((await FindAsync(id))!.IsCooledOn));
        Assert.Contains("能运（媒体：示例来源）", (await admin.OpenAsync($"{address}?asOf=2026-12-01")).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_seen_the_values_as_they_are_neither_replaces_nor_removes_one()
    {
        var (address, admin) = (await HasLegAsync(), await _portal.VisitAsAsync("admin"));
        await admin.SubmitAsync(address, Value("Hours", "10", ""), $"{address}/values");
        var value = Assert.Single((await FindAsync(IdOf(address)))!.Values);

        var late = Value("Hours", "11", "");
        late["Version"] = "1";
        await (await admin.ForgeAsync(address, $"{address}/values", late)).RefusedWithAsync("他人已修改这个区段或它的数值");
        Assert.Contains("他人已修改", await admin.NoticeAfterAsync(await admin.ForgeAsync(address, $"{address}/values/{value.Id}/remove", new() { ["version"] = "1" })), StringComparison.Ordinal);

        Assert.Equal(10m, Assert.Single((await FindAsync(IdOf(address)))!.Values).Value);
    }

    [Fact]
    public async Task Of_several_values_at_once_for_one_day_one_is_kept()
    {
        var (address, admin) = (await HasLegAsync(), await _portal.VisitAsAsync("admin"));

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(i =>
        {
            var typed = Value("Hours", string.Create(CultureInfo.InvariantCulture, $"{i}"), "2026-12-01");
            typed["Version"] = "1";
            return admin.ForgeAsync(address, $"{address}/values", typed);
        }));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Single((await FindAsync(IdOf(address)))!.Values);
    }

    [Fact]
    public async Task A_value_that_was_a_mistake_is_taken_out_and_the_history_keeps_it()
    {
        var (address, admin) = (await HasLegAsync(), await _portal.VisitAsAsync("admin"));
        await admin.SubmitAsync(address, Value("Distance", "123", ""), $"{address}/values");
        var value = Assert.Single((await FindAsync(IdOf(address)))!.Values);

        Assert.Contains("数值已删除", await admin.NoticeAfterAsync(await admin.SubmitAsync(address, [], $"{address}/values/{value.Id}/remove")), StringComparison.Ordinal);

        Assert.Empty((await FindAsync(IdOf(address)))!.Values);
        Assert.Contains("123 公里（媒体：示例来源） → （空）", (await admin.OpenAsync(address)).Content(), StringComparison.Ordinal);
        var version = (await FindAsync(IdOf(address)))!.Version;
        Assert.Contains("没有这个数值", await admin.NoticeAfterAsync(await admin.ForgeAsync(address, $"{address}/values/{value.Id}/remove", new() { ["version"] = $"{version}" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_who_correct_a_leg_is_told_what_the_first_one_wrote()
    {
        var (address, admin) = (await HasLegAsync(), await _portal.VisitAsAsync("admin"));
        await admin.SubmitAsync(address, new() { ["Via"] = "邵阳" }, address);

        var page = await (await admin.SubmitAsync(address, new() { ["Via"] = "娄底", ["Version"] = "1" }, address)).RefusedWithAsync("他人已保存了修改", "他人已改为：邵阳");

        Assert.Equal("娄底", page.Value("Via"));
    }

    [Fact]
    public async Task A_leg_takes_no_more_values_than_can_be_shown()
    {
        var id = IdOf(await HasLegAsync());
        await _portal.WithDatabaseAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, 500).Select(i => new LegValue { LegId = id, Quantity = LegQuantity.Hours, From = new DateOnly(2000, 1, 1).AddDays(i), Value = 1m, Status = FigureStatus.Demonstration, Source = "示例" }));
            return await db.SaveChangesAsync(Cancellation);
        });

        var outcome = await _portal.InScopeAsync(s => s.GetRequiredService<LegKeeping>().RecordAsync(id, 1, new LegValueData(LegQuantity.Distance, null, 1m, FigureStatus.Press, "示例"), Cancellation));

        Assert.Contains("最多录入 500 个", Assert.Single(outcome.Refusals).Message, StringComparison.Ordinal);
    }

    private async Task<string> HasLegAsync() => $"{Home}/{await _portal.HasLegAsync((await _portal.HasNodeAsync()).Id, (await _portal.HasNodeAsync()).Id)}";

    private Task<Leg?> FindAsync(int id) => _portal.InScopeAsync(s => s.GetRequiredService<LegKeeping>().FindAsync(id, Cancellation));

    private static int IdOf(string address) => int.Parse(address[(address.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);

    private static Dictionary<string, string?> Ends(int from, int to, string mode = "Rail") => new() { ["FromId"] = $"{from}", ["ToId"] = $"{to}", ["Mode"] = mode };

    private static Dictionary<string, string?> Value(string quantity, string value, string day) =>
        new() { ["Quantity"] = quantity, ["Value"] = value, ["From"] = day, ["Status"] = "Press", ["Source"] = "示例来源" };
}
