using System.Net;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Parks;

public sealed class LettingUnitsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_is_let_to_an_enterprise_named_by_its_code_or_its_name()
    {
        var (code, building) = (CreditCode.Next(), await portal.HasBuildingAsync());
        await portal.HasEnterpriseAsync("租户甲公司", creditCode: code);
        var (first, second) = (await portal.HasUnitAsync(building, "A-1"), await portal.HasUnitAsync(building, "A-2"));
        var admin = await portal.VisitAsAsync("admin");

        Assert.Equal($"/park/units/{first}", (await admin.SubmitAsync($"/park/units/{first}", Lease(code, "2026-11-22", "2027-11-21"), $"/park/units/{first}/leases")).LedTo());
        Assert.Equal($"/park/units/{second}", (await admin.SubmitAsync($"/park/units/{second}", Lease("租户甲公司", "2026-12-01", null), $"/park/units/{second}/leases")).LedTo());

        var page = (await admin.OpenAsync($"/park/units/{first}")).Content();
        foreach (var text in new[] { "租户甲公司", "2026-11-22", "2027-11-21", "在租", "登记租约", "示例管理员" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("未开始", (await admin.OpenAsync($"/park/units/{second}")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lease_over_another_one_outside_the_lettable_time_or_of_nobody_is_refused_with_what_was_typed()
    {
        var building = await portal.HasBuildingAsync();
        var unit = await portal.HasUnitAsync(building, "B-1", until: new DateOnly(2027, 6, 30));
        var tenant = await portal.HasEnterpriseAsync("租户乙公司");
        await portal.LetAsync(unit, tenant, new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31));
        var (page, admin) = ($"/park/units/{unit}", await portal.VisitAsAsync("admin"));

        var shown = await (await admin.SubmitAsync(page, Lease("租户乙公司", "2026-11-01", "2026-12-01"), $"{page}/leases")).RefusedWithAsync("这段时间已租给租户乙公司（2026-12-01 至 2026-12-31）");
        Assert.Equal("租户乙公司", shown.Value("Tenant"));
        await (await admin.SubmitAsync(page, Lease("租户乙公司", "2025-12-31", "2026-01-02"), $"{page}/leases")).RefusedWithAsync("2026-01-01 至 2027-06-30");
        await (await admin.SubmitAsync(page, Lease("租户乙公司", "2027-01-01", null), $"{page}/leases")).RefusedWithAsync("这个单元只出租到 2027-06-30");
        await (await admin.SubmitAsync(page, Lease("没有这家公司", "2027-01-01", "2027-01-31"), $"{page}/leases")).RefusedWithAsync("名录里没有这个代码或全称的企业");
        await (await admin.SubmitAsync(page, Lease("", "", ""), $"{page}/leases")).RefusedWithAsync("请填写租户", "请填写起租日");
        Assert.Equal(1, await CountAsync(unit));
    }

    [Fact]
    public async Task Of_several_leases_at_once_for_the_same_time_one_is_kept_also_when_they_begin_on_different_days()
    {
        var unit = await portal.HasUnitAsync(await portal.HasBuildingAsync(), "C-1");
        var tenant = await portal.HasEnterpriseAsync("租户丙公司");
        var admin = await portal.VisitAsAsync("admin");
        var page = $"/park/units/{unit}";

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => admin.ForgeAsync(page, $"{page}/leases", Lease("租户丙公司", $"2026-12-0{i}", "2027-12-31", version: "1"))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await CountAsync(unit));
        Assert.Equal(tenant, await portal.WithDatabaseAsync(db => db.Leases.Where(l => l.UnitId == unit).Select(l => l.EnterpriseId).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task A_lease_ends_sooner_or_later_with_a_reason_but_never_in_another_ones_time()
    {
        var unit = await portal.HasUnitAsync(await portal.HasBuildingAsync(), "D-1");
        var (first, second) = (await portal.HasEnterpriseAsync("租户丁公司"), await portal.HasEnterpriseAsync("租户戊公司"));
        await portal.LetAsync(unit, first, new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31));
        await portal.LetAsync(unit, second, new DateOnly(2027, 2, 1), null);
        var lease = await portal.WithDatabaseAsync(db => db.Leases.Where(l => l.UnitId == unit && l.EnterpriseId == first).Select(l => l.Id).SingleAsync(Cancellation));
        var (page, admin) = ($"/park/units/{unit}/leases/{lease}", await portal.VisitAsAsync("admin"));

        await (await admin.SubmitAsync(page, new() { ["Until"] = "2027-02-01", ["Reason"] = "续租" }, page)).RefusedWithAsync("2027-02-01 起已租给租户戊公司");
        await (await admin.SubmitAsync(page, new() { ["Until"] = "2026-10-31", ["Reason"] = "退租" }, page)).RefusedWithAsync("终止日不能早于起租日 2026-11-01");
        await (await admin.SubmitAsync(page, new() { ["Until"] = "2026-12-01", ["Reason"] = "" }, page)).RefusedWithAsync("请写明原因");
        Assert.Equal($"/park/units/{unit}", (await admin.SubmitAsync(page, new() { ["Until"] = "2027-01-31", ["Reason"] = "续租一个月" }, page)).LedTo());

        var shown = (await admin.OpenAsync($"/park/units/{unit}")).Content();
        Assert.Contains("续租一个月", shown, StringComparison.Ordinal);
        Assert.Contains("2027-01-31", shown, StringComparison.Ordinal);
        await (await admin.ForgeAsync($"/park/units/{unit}", page, new() { ["Version"] = "1", ["Until"] = "2026-11-30", ["Reason"] = "退租" })).RefusedWithAsync("他人已修改这个单元或它的租约");
    }

    [Fact]
    public async Task A_lease_that_has_not_begun_is_taken_back_and_one_that_has_is_not()
    {
        var unit = await portal.HasUnitAsync(await portal.HasBuildingAsync(), "E-1");
        var tenant = await portal.HasEnterpriseAsync("租户己公司");
        await portal.LetAsync(unit, tenant, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
        await portal.LetAsync(unit, tenant, new DateOnly(2027, 1, 1), null);
        var leases = await portal.WithDatabaseAsync(db => db.Leases.Where(l => l.UnitId == unit).OrderBy(l => l.From).Select(l => l.Id).ToListAsync(Cancellation));
        var (page, admin) = ($"/park/units/{unit}", await portal.VisitAsAsync("admin"));

        Assert.Contains("租约已经开始", await admin.NoticeAfterAsync(await admin.ForgeAsync(page, $"{page}/leases/{leases[0]}/take-back", new() { ["version"] = "3" })), StringComparison.Ordinal);
        Assert.Contains("租约已撤销", await admin.NoticeAfterAsync(await admin.SubmitAsync(page, [], $"{page}/leases/{leases[1]}/take-back")), StringComparison.Ordinal);

        Assert.Equal(1, await CountAsync(unit));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{page}/leases/{leases[1]}")).StatusCode);
    }

    [Fact]
    public async Task An_enterprise_that_has_left_rents_nothing()
    {
        var unit = await portal.HasUnitAsync(await portal.HasBuildingAsync(), "F-1");
        var (page, admin) = ($"/park/units/{unit}", await portal.VisitAsAsync("admin"));

        await (await admin.SubmitAsync(page, Lease("示例电动车配件有限公司", "2026-12-01", null), $"{page}/leases")).RefusedWithAsync("示例电动车配件有限公司已退出园区");
    }

    [Fact]
    public async Task Occupancy_is_the_let_part_of_what_is_lettable_on_that_very_day()
    {
        var park = await ParkAsync("occupancy-park");
        var building = await portal.HasBuildingAsync("occupancy-park");
        var (small, large, closed) = (await portal.HasUnitAsync(building, "1", 100.25m), await portal.HasUnitAsync(building, "2", 300.75m), await portal.HasUnitAsync(building, "3", 500m, new DateOnly(2026, 6, 30)));
        var tenant = await portal.HasEnterpriseAsync("租户庚公司");
        await portal.LetAsync(small, tenant, new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 31));
        await portal.LetAsync(large, tenant, new DateOnly(2026, 7, 31), null);
        await portal.LetAsync(closed, tenant, new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30));

        await HasAsync("2025-12-31", 0m, 0m);
        await HasAsync("2026-06-30", 901m, 500m);
        await HasAsync("2026-07-01", 401m, 100.25m);
        await HasAsync("2026-07-31", 401m, 401m);
        await HasAsync("2026-08-01", 401m, 300.75m);

        async Task HasAsync(string day, decimal lettable, decimal let)
        {
            var row = (await (await portal.VisitAsAsync("auditor")).OpenAsync($"/park/units?on={day}")).QuerySelector("[data-park='occupancy-park']")!;
            var cells = row.QuerySelectorAll("td.r-num").Select(c => c.TextContent).ToList();
            var rate = lettable == 0 ? "—" : (let / lettable).ToString("P1", System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal([lettable.ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture), let.ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture), rate], cells[..3]);
        }

        Assert.True(park > 0);
    }

    private Task<int> CountAsync(int unit) => portal.WithDatabaseAsync(db => db.Leases.CountAsync(l => l.UnitId == unit, Cancellation));

    private async Task<int> ParkAsync(string slug) => (await portal.InScopeAsync(s => s.GetRequiredService<ParkKeeping>().AddAsync(
        new ParkData(slug, $"测试园区 {slug}", null, null, ParkStatus.Open, "2026", "测试用。", null, "测试来源", null, HuaihuaPilotZone.Figures.FigureStatus.Demonstration), Cancellation))).Value;

    private static Dictionary<string, string?> Lease(string tenant, string from, string? until, string? version = null)
    {
        var values = new Dictionary<string, string?> { ["Tenant"] = tenant, ["From"] = from, ["Until"] = until ?? "", ["Remark"] = "合同一号" };
        if (version is not null) values["Version"] = version;
        return values;
    }
}
