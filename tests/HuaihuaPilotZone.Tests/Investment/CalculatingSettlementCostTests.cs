using System.Net;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Investment.Costs;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Investment;

public sealed class CalculatingSettlementCostTests(Portal portal)
{
    private const string Page = "/tools/settlement-cost";
    private const string Home = "/park/settlement-costs";

    [Fact]
    public void Every_line_is_the_rate_times_what_was_asked_and_the_sums_are_those_of_the_lines()
    {
        List<CostRate> rates = [Rate(CostItem.Rent, 12.345m), Rate(CostItem.PropertyFee, 1.5m), Rate(CostItem.Power, 0.75m), Rate(CostItem.Water, 3m), Rate(CostItem.Dormitory, 150m), Rate(CostItem.RentDeposit, 2m), Rate(CostItem.FittingDeposit, 5m), Rate(CostItem.Entry, 500m)];

        var estimate = SettlementCost.Estimate(new SettlementAsk(null, null, 100.5m, 12, 4, 1000m, 20m), rates);

        Assert.Equal(
            [(CostItem.Rent, 14888.07m), (CostItem.PropertyFee, 1809.00m), (CostItem.Power, 9000m), (CostItem.Water, 720m), (CostItem.Dormitory, 7200m), (CostItem.RentDeposit, 2481.35m), (CostItem.FittingDeposit, 502.5m), (CostItem.Entry, 500m)],
            estimate.Lines.Select(l => (l.Item, l.Amount!.Value)));
        Assert.Equal((33617.07m, 2983.85m, 500m, 37100.92m), (estimate.Sum(CostKind.Running), estimate.Sum(CostKind.Deposit), estimate.Sum(CostKind.Once), estimate.Total));
        Assert.False(estimate.HasGaps);
    }

    [Fact]
    public void A_rate_of_the_park_and_the_use_goes_before_a_general_one_and_a_later_one_before_an_earlier()
    {
        List<CostRate> rates = [Rate(CostItem.Rent, 1m), Rate(CostItem.Rent, 2m, use: UnitUse.Office), Rate(CostItem.Rent, 3m, park: 7), Rate(CostItem.Rent, 4m, park: 7, use: UnitUse.Office), Rate(CostItem.Rent, 5m, use: UnitUse.Office, from: new DateOnly(2026, 6, 1))];
        decimal Rent(int? park, UnitUse? use) => SettlementCost.Estimate(new SettlementAsk(park, use, 1m, 1, 0, 0, 0), rates).Lines[0].Amount!.Value;

        Assert.Equal([1m, 5m, 3m, 4m, 1m], [Rent(null, null), Rent(null, UnitUse.Office), Rent(7, UnitUse.Shop), Rent(7, UnitUse.Office), Rent(8, UnitUse.Shop)]);
        var without = SettlementCost.Estimate(new SettlementAsk(null, null, 1m, 1, 0, 0, 0), [Rate(CostItem.RentDeposit, 2m)]);
        Assert.True(without.HasGaps);
        Assert.All(without.Lines, l => Assert.Null(l.Amount));
    }

    [Fact]
    public async Task A_shared_address_shows_the_arithmetic_its_sources_and_what_is_not_published()
    {
        var visitor = portal.Visit();
        Assert.Null((await visitor.OpenAsync(Page)).QuerySelector("[data-estimate]"));

        var page = await visitor.OpenAsync($"{Page}?use=Workshop&area=1,000&months=12");

        Assert.Equal("1,000", page.QuerySelector("#Area")!.GetAttribute("value"));
        var rent = page.QuerySelector("[data-line=Rent]")!.TextContent;
        foreach (var text in new[] { "12 元/m²·月 × 1,000 m² × 12 个月", "144,000.00", "演示", "待核", "2026-01-01 起执行" }) Assert.Contains(text, rent, StringComparison.Ordinal);
        Assert.Contains("没有公布标准", page.QuerySelector("[data-line=FittingDeposit]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-gaps]"));
        Assert.Null(page.QuerySelector("[data-line=Power]"));
        Assert.NotNull(page.QuerySelector("[data-subsidy]"));
        var bad = await visitor.OpenAsync($"{Page}?area=0&months=1.5&power=viel");
        Assert.Equal(3, bad.QuerySelectorAll(".hh-errsum li").Length);
        Assert.Equal("viel", bad.QuerySelector("#Power")!.GetAttribute("value"));
        Assert.Contains("not published", (await visitor.OpenAsync($"/en{Page}?area=10&months=1")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_that_staff_enter_counts_from_its_day_on_at_the_next_request()
    {
        await using var own = Portal.Own();
        var (admin, visitor) = (await own.VisitAsAsync("admin"), own.Visit());
        var values = Rate("Rent", "20", from: "2026-11-22");
        values["Source"] = "";
        await (await admin.SubmitAsync($"{Home}/rates/new", values, $"{Home}/rates/new")).RefusedWithAsync("没有来源的标准不能保存");
        values["Source"] = "测试收费公告";
        values["Value"] = "1.23456";
        await (await admin.SubmitAsync($"{Home}/rates/new", values, $"{Home}/rates/new")).RefusedWithAsync("标准最多四位小数");
        values["Value"] = "20";
        Assert.Contains("12 元", await RentAsync(), StringComparison.Ordinal);

        (await admin.SubmitAsync($"{Home}/rates/new", values, $"{Home}/rates/new")).LedTo();

        Assert.Contains("20 元/m²·月 × 10 m² × 1 个月", await RentAsync(), StringComparison.Ordinal);
        await (await admin.SubmitAsync($"{Home}/rates/new", values, $"{Home}/rates/new")).RefusedWithAsync("已有从这一天起的标准");
        (await admin.SubmitAsync($"{Home}/rates/new", Rate("Rent", "30", from: "2026-12-01"), $"{Home}/rates/new")).LedTo();
        Assert.Contains("20 元", await RentAsync(), StringComparison.Ordinal);
        var id = (await admin.OpenAsync($"{Home}?item=Rent")).QuerySelectorAll("tr[data-rate]").Single(r => r.TextContent.Contains("2026-11-22", StringComparison.Ordinal)).GetAttribute("data-rate")!;
        (await admin.SubmitAsync($"{Home}/rates/{id}", new() { ["Value"] = "21" }, $"{Home}/rates/{id}")).LedTo();
        await (await admin.SubmitAsync($"{Home}/rates/{id}", new() { ["Version"] = "1", ["Value"] = "22" }, $"{Home}/rates/{id}")).RefusedWithAsync("他人已改为：21 元/m²·月");
        own.Clock.Set(new DateTimeOffset(2026, 12, 2, 2, 0, 0, TimeSpan.Zero));
        Assert.Contains("30 元", await RentAsync(), StringComparison.Ordinal);

        async Task<string> RentAsync() => (await visitor.OpenAsync($"{Page}?use=Workshop&area=10&months=1")).QuerySelector("[data-line=Rent]")!.TextContent;
    }

    [Fact]
    public async Task Subsidies_are_kept_with_their_source_and_never_taken_off_the_sum()
    {
        var admin = await portal.VisitAsAsync("admin");
        var values = new Dictionary<string, string?> { ["Title"] = "测试补贴", ["Condition"] = "测试补贴条件", ["From"] = "2026-11-01", ["Until"] = "2026-10-01", ["Source"] = "测试来源", ["SourceStatus"] = "Demonstration" };
        await (await admin.SubmitAsync($"{Home}/subsidies/new", values, $"{Home}/subsidies/new")).RefusedWithAsync("截止日期不能早于开始日期");
        values["Until"] = "";
        var before = await TotalAsync();

        (await admin.SubmitAsync($"{Home}/subsidies/new", values, $"{Home}/subsidies/new")).LedTo();

        Assert.Equal(before, await TotalAsync());
        var row = (await admin.OpenAsync(Home)).QuerySelectorAll("tr[data-subsidy]").Single(r => r.TextContent.Contains("测试补贴条件", StringComparison.Ordinal));
        var edit = $"{Home}/subsidies/{row.GetAttribute("data-subsidy")}";
        (await admin.SubmitAsync(edit, new() { ["Until"] = "2026-11-10" }, edit)).LedTo();
        Assert.DoesNotContain("测试补贴条件", (await portal.Visit().OpenAsync(Page)).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.VisitAsAsync("editor")).GetAsync(edit)).StatusCode);

        async Task<string> TotalAsync() => (await portal.Visit().OpenAsync($"{Page}?use=Shop&area=10&months=1")).QuerySelector("[data-total]")!.TextContent;
    }

    private static CostRate Rate(CostItem item, decimal value, int? park = null, UnitUse? use = null, DateOnly? from = null) => new()
    {
        Item = item,
        ParkId = park,
        Use = use,
        Scope = CostRate.ScopeOf(park, use),
        Value = value,
        From = from ?? new DateOnly(2026, 1, 1),
        Source = "测试",
        SourceStatus = FigureStatus.Demonstration,
        IsUnverified = false,
    };

    private static Dictionary<string, string?> Rate(string item, string value, string from) => new()
    {
        ["Item"] = item,
        ["Use"] = "Workshop",
        ["Value"] = value,
        ["From"] = from,
        ["Source"] = "测试收费公告",
        ["SourceStatus"] = "Demonstration",
        ["IsUnverified"] = "false",
    };
}
