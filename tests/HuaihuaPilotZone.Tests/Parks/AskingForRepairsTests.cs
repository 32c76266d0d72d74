using System.Net;
using HuaihuaPilotZone.Parks.Tickets;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Parks;

public sealed class AskingForRepairsTests(Portal portal)
{
    private const string Home = "/enterprise/premises";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tenant_reports_the_park_mends_and_the_tenant_confirms_and_each_side_is_told()
    {
        var unit = await RentedAsync("R-1");
        var (tenant, admin) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("admin"));
        Assert.Contains("R-1", (await tenant.OpenAsync(Home)).QuerySelector($"[data-unit='{unit}']")!.TextContent, StringComparison.Ordinal);

        var page = (await tenant.SubmitAsync($"{Home}/new?unit={unit}", Repair("空调漏水"), $"{Home}/new")).LedTo();

        Assert.Matches("^/enterprise/premises/WX-20261122-[0-9]{4}$", page);
        var desk = page.Replace(Home, "/park/tickets", StringComparison.Ordinal);
        Assert.Contains("空调漏水", (await admin.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        await StepAsync(admin, desk, "Accept", "明天上午上门");
        Assert.Contains("明天上午上门", (await tenant.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        await (await admin.SubmitAsync(desk, new() { ["Note"] = "" }, desk, button: "Step=Finish")).RefusedWithAsync("请写明怎样修好的");
        await StepAsync(admin, desk, "Finish", "换了排水管");
        await (await tenant.SubmitAsync(page, new() { ["Note"] = "" }, page, button: "Step=Reopen")).RefusedWithAsync("请写明原因");
        await StepAsync(tenant, page, "Reopen", "还在漏");
        await StepAsync(admin, desk, "Finish", "换了接头");
        await StepAsync(tenant, page, "Confirm", null);

        var shown = (await tenant.OpenAsync(page)).Content();
        foreach (var text in new[] { "已办结", "换了接头", "没有修好，退回处理", "还在漏", "受理报修" }) Assert.Contains(text, shown, StringComparison.Ordinal);
        Assert.Null((await admin.OpenAsync(desk)).QuerySelector("button[name=Step]"));
    }

    [Fact]
    public async Task Only_units_that_one_rents_can_be_named_and_nobody_sees_another_tenants_repairs()
    {
        var foreign = await portal.HasUnitAsync(await portal.HasBuildingAsync(), "R-2");
        await RentedAsync("R-3");
        var (tenant, tea) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"));

        await (await tenant.ForgeAsync($"{Home}/new", $"{Home}/new", Repair("别人的单元", foreign))).RefusedWithAsync("贵企业今天没有租用这个单元");
        await (await tenant.ForgeAsync($"{Home}/new", $"{Home}/new", [])).RefusedWithAsync("请选择单元", "请填写事由", "请写明情况");
        var page = (await tenant.SubmitAsync($"{Home}/new", Repair("只有自己看得到", await RentedAsync("R-4")), $"{Home}/new")).LedTo();

        Assert.Equal(HttpStatusCode.NotFound, (await tea.GetAsync(page)).StatusCode);
        Assert.DoesNotContain("只有自己看得到", (await tea.OpenAsync(Home)).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await tea.ForgeAsync($"{Home}/new", page, new() { ["Step"] = "Confirm", ["Version"] = "1" })).StatusCode);
        Assert.DoesNotContain("只有自己看得到", await (await tea.GetAsync($"{Home}/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("只有自己看得到", await (await tenant.GetAsync($"{Home}/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_side_takes_the_others_step_and_of_two_at_once_one_counts()
    {
        var (tenant, admin) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("admin"));
        var page = (await tenant.SubmitAsync($"{Home}/new", Repair("门锁坏了", await RentedAsync("R-5")), $"{Home}/new")).LedTo();
        var desk = page.Replace(Home, "/park/tickets", StringComparison.Ordinal);

        await (await tenant.ForgeAsync(page, page, new() { ["Step"] = "Accept", ["Version"] = "1" })).RefusedWithAsync("这一步由另一方办理");
        await (await admin.ForgeAsync(desk, desk, new() { ["Step"] = "Confirm", ["Version"] = "1" })).RefusedWithAsync("这一步由另一方办理");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => admin.ForgeAsync(desk, desk, new() { ["Step"] = i % 2 == 0 ? "Accept" : "Refuse", ["Note"] = "测试", ["Version"] = "1" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        var state = await portal.WithDatabaseAsync(db => db.Tickets.Where(t => t.Number == desk.Substring(14)).Select(t => t.State).SingleAsync(Cancellation));
        Assert.Contains(state, new[] { TicketState.Accepted, TicketState.Refused });
        var auditor = await portal.VisitAsAsync("auditor");
        Assert.Null((await auditor.OpenAsync(desk)).QuerySelector("button[name=Step]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync("/account/password", desk, new() { ["Step"] = "Finish", ["Version"] = "2" })).StatusCode);
        Assert.Contains("门锁坏了", (await auditor.OpenAsync("/park/tickets?q=门锁&dir=asc")).Content(), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的报修", (await auditor.OpenAsync("/park/tickets?q=没有这个")).Content(), StringComparison.Ordinal);
        Assert.Contains("门锁坏了", await (await auditor.GetAsync("/park/tickets/export.csv?q=门锁")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    /// <summary>A unit that the demonstration luggage firm rents.</summary>
    private async Task<int> RentedAsync(string code)
    {
        var unit = await portal.HasUnitAsync(await portal.HasBuildingAsync(), code);
        await portal.LetAsync(unit, await portal.IdOfAsync("91431299MA0000015J"), new DateOnly(2026, 11, 1), null);
        return unit;
    }

    private static async Task StepAsync(Visitor visitor, string page, string step, string? note) =>
        Assert.Equal(page, (await visitor.SubmitAsync(page, new() { ["Note"] = note ?? "" }, page, button: $"Step={step}")).LedTo());

    private static Dictionary<string, string?> Repair(string title, int? unit = null)
    {
        var values = new Dictionary<string, string?> { ["Title"] = title, ["Text"] = "西墙，随时可以上门。", ["IsUrgent"] = "true" };
        if (unit is { } chosen) values["UnitId"] = $"{chosen}";
        return values;
    }
}
