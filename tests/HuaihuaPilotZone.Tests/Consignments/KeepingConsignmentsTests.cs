using System.Net;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Tests.Api;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HuaihuaPilotZone.Tests.Consignments.ConsignmentScenes;

namespace HuaihuaPilotZone.Tests.Consignments;

/// <summary>Enterprises keep consignments; everything that belongs to one stands on one timeline.</summary>
public sealed class KeepingConsignmentsTests(Portal portal)
{
    private const string Home = "/enterprise/consignments";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_consignment_joins_declaration_containers_and_provider_and_both_ways_are_one_click()
    {
        var system = await ApiSystem.OfAsync(portal);
        var declaration = (await system.SubmitNewAsync()).Number;
        var owner = await portal.VisitAsAsync("luggage");

        var page = (await owner.SubmitAsync($"{Home}/new?declaration={declaration}", Form("演示拉杆箱 A", containers: "mwcu605978-4"), $"{Home}/new")).LedTo();
        var shown = await owner.OpenAsync(page);

        Assert.Matches("^/enterprise/consignments/HY-20261122-[0-9]{4}$", page);
        Assert.Contains("MWCU6059784", shown.Content(), StringComparison.Ordinal);
        Assert.Contains("示例国际货运代理有限公司", shown.Content(), StringComparison.Ordinal);
        Assert.NotNull(shown.QuerySelector($"a[href='/enterprise/declarations/{declaration}']"));
        Assert.Contains($"预申报{DeclarationState.Submitted.Word()}", shown.QuerySelector("[data-timeline]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(shown.QuerySelector("[data-timeline] [data-subject=Declaration]"));
        Assert.NotNull((await owner.OpenAsync($"/enterprise/declarations/{declaration}")).QuerySelector($"a[href='{page}']"));
        var park = page.Replace("/enterprise", "/park", StringComparison.Ordinal);
        var reviewer = await portal.VisitAsAsync("reviewer");
        Assert.NotNull((await reviewer.OpenAsync($"/park/declarations/{declaration}")).QuerySelector($"a[href='{park}']"));
        Assert.NotNull((await reviewer.OpenAsync(park)).QuerySelector($"a[href='/park/declarations/{declaration}']"));
    }

    [Fact]
    public async Task An_order_leads_to_its_consignment_and_back()
    {
        var enterprise = await portal.EnterpriseAsync(Luggage);
        await portal.InScopeAsync(async s => await s.GetRequiredService<SampleOrders>().MakeAsync(enterprise, 1, Cancellation));
        var order = await portal.WithDatabaseAsync(db => db.KeptOrders.Where(o => o.EnterpriseId == enterprise).OrderByDescending(o => o.Id).Select(o => o.RecordNo).FirstAsync(Cancellation));
        var owner = await portal.VisitAsAsync("luggage");

        var made = await owner.OpenAsync($"/enterprise/orders/{order}");
        Assert.NotNull(made.QuerySelector($"a[href='{Home}/new?order={order}']"));
        var page = (await owner.SubmitAsync($"{Home}/new?order={order}", Form("按订单发的货"), $"{Home}/new")).LedTo();

        Assert.NotNull((await owner.OpenAsync($"/enterprise/orders/{order}")).QuerySelector($"a[href='{page}']"));
        Assert.NotNull((await owner.OpenAsync(page)).QuerySelector($"[data-subject=Order] a[href='/enterprise/orders/{order}']"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_once_and_what_was_typed_stays()
    {
        var owner = await portal.VisitAsAsync("luggage");
        var form = Form("", containers: "MWCU6059785 ABC");
        form["Providers"] = "示例茶业有限公司\n没有的公司";
        form["Declarations"] = "HH-20200101-000001 别的";
        form["Order"] = "没有的订单";
        form["TemperatureLow"] = "8";
        form["TemperatureHigh"] = "2";
        form["Goods"] = "留着的货物";
        form["Stops[1].Place"] = "怀化";

        var answer = await owner.SubmitAsync($"{Home}/new", form, $"{Home}/new");
        var page = await Visitor.ReadAsync(answer);

        foreach (var sentence in new[] { "校验位不符", "集装箱号应为 4 个字母加 7 位数字", "类型不是物流货代", "名录里没有 没有的公司", "贵企业没有预申报 HH-20200101-000001", "别的 不是预申报的单号", "订单里没有 没有的订单", "最高温度不能低于最低温度", "填了两次" })
            Assert.Contains(sentence, page.Content(), StringComparison.Ordinal);
        Assert.Equal("留着的货物", page.QuerySelector("#Goods")!.GetAttribute("value"));
        Assert.Contains("MWCU6059785", page.QuerySelector("#Containers")!.TextContent, StringComparison.Ordinal);
        await (await owner.ForgeAsync($"{Home}/new", $"{Home}/new", [])).RefusedWithAsync("请填写货物");
        await (await owner.ForgeAsync($"{Home}/new", $"{Home}/new", new() { ["Goods"] = "x", ["Stops[0].Place"] = "怀化" })).RefusedWithAsync("请至少填写起点和终点");
        await (await owner.ForgeAsync($"{Home}/new", $"{Home}/new", new() { ["Goods"] = "x", ["Stops[0].Arrival"] = "2026-11-22T10:00" })).RefusedWithAsync("写了时间的行也要写地点");
    }

    [Fact]
    public async Task A_box_whose_check_digit_is_wrong_is_taken_once_somebody_has_looked_at_it()
    {
        var owner = await portal.VisitAsAsync("luggage");
        var form = Form("真箱子", containers: "MWCU6059785");
        form["AreContainersChecked"] = "true";

        var page = (await owner.SubmitAsync($"{Home}/new", form, $"{Home}/new")).LedTo();

        Assert.Contains("MWCU6059785", (await owner.OpenAsync(page)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_save_the_second_is_told_and_reported_times_stay_with_their_place()
    {
        var number = await portal.HasConsignmentAsync(Goods("两人修改"));
        var carrier = await portal.ProviderAsync();
        await carrier.ReportAsync(Transport(number, "DEPA", "怀化", Now.AddMinutes(-5)));
        await portal.WatchAsync();
        var owner = await portal.VisitAsAsync("luggage");
        var stale = Form("第二个人的货物");
        stale["Version"] = "1";

        var page = (await owner.SubmitAsync($"{Home}/{number}/edit", new() { ["Goods"] = "第一个人的货物" }, $"{Home}/{number}/edit")).LedTo();
        var refused = await Visitor.ReadAsync(await owner.SubmitAsync($"{Home}/{number}/edit", stale, $"{Home}/{number}/edit"));

        Assert.Contains("第一个人的货物", (await owner.OpenAsync(page)).Content(), StringComparison.Ordinal);
        Assert.Contains("他人已保存了修改", refused.Content(), StringComparison.Ordinal);
        Assert.Equal("第二个人的货物", refused.QuerySelector("#Goods")!.GetAttribute("value"));
        Assert.Equal(Now.AddMinutes(-5), (await portal.StopsAsync(number))[0].DepartureActual);
        Assert.Contains((await owner.OpenAsync(page)).QuerySelectorAll("[data-subject=Consignment]"), l => l.TextContent.Contains("修改货运单", StringComparison.Ordinal) && l.TextContent.Contains("货物", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_consignment_is_delivered_cancelled_and_reopened_and_of_two_at_once_one_counts()
    {
        var number = await portal.HasConsignmentAsync();
        var owner = await portal.VisitAsAsync("luggage");
        var page = $"{Home}/{number}";

        await (await owner.ForgeAsync(page, page, new() { ["Step"] = "Cancel" })).RefusedWithAsync("请写明原因");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => owner.ForgeAsync(page, page, new() { ["Step"] = i % 2 == 0 ? "Deliver" : "Cancel", ["Reason"] = "测试" })));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        await (await owner.ForgeAsync($"{page}/edit", $"{page}/edit", Form("改不动"))).RefusedWithAsync("请先恢复在办");
        Assert.Equal(page, (await owner.SubmitAsync(page, new() { ["Reason"] = "还没到" }, page, "Step=Reopen")).LedTo());

        Assert.Contains("恢复在办", (await owner.OpenAsync(page)).QuerySelector("[data-timeline]")!.TextContent, StringComparison.Ordinal);
        await (await owner.ForgeAsync(page, page, new() { ["Step"] = "9" })).RefusedWithAsync("请选择要做的操作");
    }

    [Fact]
    public async Task Nobody_sees_anothers_consignments_and_the_park_sees_all()
    {
        var number = await portal.HasConsignmentAsync(Goods("只有箱包看得到"));
        var (tea, auditor) = (await portal.VisitAsAsync("tea"), await portal.VisitAsAsync("auditor"));

        foreach (var address in new[] { $"{Home}/{number}", $"{Home}/{number}/edit", $"{Home}/{number}/readings.csv" }) Assert.Equal(HttpStatusCode.NotFound, (await tea.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tea.ForgeAsync(Home + "/new", $"{Home}/{number}", new() { ["Step"] = "Deliver" })).StatusCode);
        Assert.DoesNotContain("只有箱包看得到", (await tea.OpenAsync(Home)).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("只有箱包看得到", await (await tea.GetAsync($"{Home}/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("只有箱包看得到", (await auditor.OpenAsync($"/park/consignments/{number}")).Content(), StringComparison.Ordinal);
        Assert.Null((await auditor.OpenAsync($"/park/consignments/{number}")).QuerySelector("main form[method=post]"));
        Assert.Contains("只有箱包看得到", await (await auditor.GetAsync($"/park/consignments/export.csv?q={number}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_narrowed_ordered_and_paged()
    {
        var first = await portal.HasConsignmentAsync(Goods("列表甲", "XXXU0000018"));
        var second = await portal.HasConsignmentAsync(Goods("列表乙"));
        var owner = await portal.VisitAsAsync("luggage");

        Assert.NotNull((await owner.OpenAsync($"{Home}?q=xxxu0000018")).QuerySelector($"[data-consignment='{first}']"));
        var both = (await owner.OpenAsync($"{Home}?q=列表&sort=created&dir=asc")).QuerySelectorAll("[data-consignment]").Select(r => r.GetAttribute("data-consignment"));
        Assert.Equal([first, second], both);
        Assert.Contains("没有符合条件的货运单", (await owner.OpenAsync($"{Home}?q=没有这个&state=Cancelled&alert=true&sort=touched")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_closed_node_or_leg_concerns_is_found()
    {
        var open = await portal.HasConsignmentAsync(Goods("受影响"));
        var left = await portal.HasConsignmentAsync(Goods("已经离开"));
        var carrier = await portal.ProviderAsync();
        await carrier.ReportAsync(Transport(left, "DEPA", "凭祥", Now.AddMinutes(-9)), Transport(left, "ARRI", "河内", Now.AddMinutes(-1)));
        await portal.WatchAsync();
        var ids = await portal.WithDatabaseAsync(db => db.Nodes.Where(n => n.Name == "凭祥" || n.Name == "河内").ToDictionaryAsync(n => n.Name, n => n.Id, Cancellation));

        var ofNode = await portal.InScopeAsync(s => s.GetRequiredService<AffectedConsignments>().OfNodeAsync(ids["凭祥"], new(1, 100), Cancellation));
        var ofLeg = await portal.InScopeAsync(s => s.GetRequiredService<AffectedConsignments>().OfLegAsync(ids["凭祥"], ids["河内"], new(1, 100), Cancellation));

        Assert.Contains(ofNode.Rows, c => c.Number == open && c.StopSequence == 2);
        Assert.Contains(ofLeg.Rows, c => c.Number == open);
        // a closed leg is closed in both directions, whichever end is named first
        var turned = await portal.InScopeAsync(s => s.GetRequiredService<AffectedConsignments>().OfLegAsync(ids["河内"], ids["凭祥"], new(1, 100), Cancellation));
        Assert.Equal(ofLeg.Rows.Select(c => (c.Number, c.StopSequence)), turned.Rows.Select(c => (c.Number, c.StopSequence)));
        Assert.DoesNotContain(ofNode.Rows, c => c.Number == left);
        Assert.DoesNotContain(ofLeg.Rows, c => c.Number == left);
    }

    private static Dictionary<string, string?> Form(string goods, string? containers = null) => new()
    {
        ["Goods"] = goods,
        ["Containers"] = containers,
        ["Providers"] = Carrier,
        ["Stops[0].Place"] = "怀化",
        ["Stops[0].Departure"] = "2026-11-22T12:00",
        ["Stops[1].Place"] = "凭祥",
        ["Stops[1].Arrival"] = "2026-11-23T06:00",
    };
}
