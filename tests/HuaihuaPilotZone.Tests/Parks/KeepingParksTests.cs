using System.Net;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Parks;

public sealed class KeepingParksTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_park_is_set_up_with_its_source_and_stands_in_public_at_the_next_request()
    {
        var admin = await portal.VisitAsAsync("admin");
        var visitor = portal.Visit();
        await visitor.OpenAsync("/parks");
        await (await admin.SubmitAsync("/park/parks/new", Park("A B", "测试园区甲", source: ""), "/park/parks/new")).RefusedWithAsync("网址短名只用小写字母", "请写明来源");

        var address = (await admin.SubmitAsync("/park/parks/new", Park("test-park-a", "测试园区甲"), "/park/parks/new")).LedTo();

        Assert.Matches("^/park/parks/[0-9]+$", address);
        Assert.Contains("测试园区甲", (await visitor.OpenAsync("/parks")).QuerySelector("[data-park='test-park-a']")!.TextContent, StringComparison.Ordinal);
        var page = (await visitor.OpenAsync("/parks/test-park-a")).Content();
        foreach (var text in new[] { "在建", "2026-03", "测试简介", "测试来源", "还没有录入数据", "还没有登记可租单元" }) Assert.Contains(text, page, StringComparison.Ordinal);
        await (await admin.SubmitAsync("/park/parks/new", Park("test-park-a", "测试园区甲二"), "/park/parks/new")).RefusedWithAsync("已有园区使用这个网址短名");
        Assert.Contains("测试园区甲", (await visitor.OpenAsync("/search?q=测试园区甲")).Content(), StringComparison.Ordinal);
        Assert.Contains("/parks/test-park-a", await (await visitor.GetAsync("/sitemap/1.xml")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/parks/none")).StatusCode);
    }

    [Fact]
    public async Task The_second_of_two_who_edit_a_park_sees_what_the_first_one_wrote()
    {
        var admin = await portal.VisitAsAsync("admin");
        var address = (await admin.SubmitAsync("/park/parks/new", Park("test-park-b", "测试园区乙"), "/park/parks/new")).LedTo();
        (await admin.SubmitAsync(address, new() { ["Summary"] = "先写的简介" }, address)).LedTo();

        var shown = await (await admin.SubmitAsync(address, new() { ["Version"] = "1", ["Summary"] = "后写的简介" }, address)).RefusedWithAsync("他人已保存了修改", "他人已改为：先写的简介");

        Assert.Equal("后写的简介", shown.Value("Summary"));
        (await admin.ForgeAsync(address, address, shown.QuerySelectorAll($"form[action='{address}'] [name]").Where(f => f.GetAttribute("name") is not "__RequestVerificationToken")
            .ToDictionary(f => f.GetAttribute("name")!, f => (string?)shown.Value(f.GetAttribute("name")!)))).LedTo();
        Assert.Equal("后写的简介", await portal.WithDatabaseAsync(db => db.Parks.Where(p => p.Slug == "test-park-b").Select(p => p.Summary).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Figures_carry_their_source_and_what_is_planned_never_stands_among_what_is_measured()
    {
        var admin = await portal.VisitAsAsync("admin");
        var address = (await admin.SubmitAsync("/park/parks/new", Park("test-park-c", "测试园区丙"), "/park/parks/new")).LedTo();
        await (await admin.SubmitAsync(address, Figure("无来源数据", "Measured", source: ""), $"{address}/figures")).RefusedWithAsync("没有来源的数据不能保存");

        (await admin.SubmitAsync(address, Figure("入驻企业", "Measured"), $"{address}/figures")).LedTo();
        (await admin.SubmitAsync(address, Figure("计划投资额", "Plan"), $"{address}/figures")).LedTo();

        var page = await portal.Visit().OpenAsync("/parks/test-park-c");
        var (measured, wanted) = (page.QuerySelector("[data-figures=measured]")!.TextContent, page.QuerySelector("[data-figures=wanted]")!.TextContent);
        Assert.Contains("入驻企业", measured, StringComparison.Ordinal);
        Assert.DoesNotContain("计划投资额", measured, StringComparison.Ordinal);
        Assert.Contains("计划投资额", wanted, StringComparison.Ordinal);
        Assert.Contains("测试数据来源", wanted, StringComparison.Ordinal);
        var row = (await admin.OpenAsync(address)).QuerySelector("[data-figure]")!;
        (await admin.SubmitAsync(address, [], $"{address}/figures/{row.GetAttribute("data-figure")}/remove")).LedTo();
        Assert.Single((await admin.OpenAsync(address)).QuerySelectorAll("[data-figure]"));
    }

    [Fact]
    public async Task The_parks_of_the_paper_are_there_with_its_numbers_in_both_languages()
    {
        var food = await portal.Visit().OpenAsync("/parks/green-food-park");
        Assert.Contains("17", food.QuerySelector("[data-figures=measured]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("50", food.QuerySelector("[data-figures=wanted]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("唐洁", food.Content(), StringComparison.Ordinal);

        var english = await portal.Visit().OpenAsync("/en/parks/agricultural-park");
        Assert.Contains("Agricultural Park", english.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Targets and plans", english.Content(), StringComparison.Ordinal);
        Assert.Contains("billion CNY", english.Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_registered_once_in_a_building_and_corrected_with_both_values_shown()
    {
        var admin = await portal.VisitAsAsync("admin");
        var building = await portal.HasBuildingAsync();
        var values = new Dictionary<string, string?> { ["BuildingId"] = $"{building}", ["Code"] = "G-1", ["Use"] = "Warehouse", ["Area"] = "88.505", ["LettableFrom"] = "2026-11-01", ["LettableUntil"] = "2026-10-01" };
        await (await admin.SubmitAsync("/park/units/new", values, "/park/units/new")).RefusedWithAsync("最多两位小数", "停止出租的日期不能早于");
        values["Area"] = "88.5";
        values["LettableUntil"] = "";

        var address = (await admin.SubmitAsync("/park/units/new", values, "/park/units/new")).LedTo();

        await (await admin.SubmitAsync("/park/units/new", values, "/park/units/new")).RefusedWithAsync("这栋楼已有单元 G-1");
        (await admin.SubmitAsync(address, new() { ["Area"] = "90" }, address)).LedTo();
        await (await admin.SubmitAsync(address, new() { ["Version"] = "1", ["Area"] = "91" }, address)).RefusedWithAsync("他人已改为：90 平方米");
        Assert.Contains("88.5 平方米", (await admin.OpenAsync(address)).Content(), StringComparison.Ordinal);
        await (await admin.SubmitAsync("/park/units/new", new() { ["Area"] = "abc" }, "/park/units/new")).RefusedWithAsync("请选择楼栋", "请填写单元号");
    }

    [Fact]
    public async Task The_list_of_units_is_narrowed_ordered_and_taken_along()
    {
        var building = await portal.HasBuildingAsync();
        var (vacant, let, promised, closed) = (await portal.HasUnitAsync(building, "H-VACANT", 10m), await portal.HasUnitAsync(building, "H-LET", 30m), await portal.HasUnitAsync(building, "H-PROMISED", 20m), await portal.HasUnitAsync(building, "H-CLOSED", 40m, new DateOnly(2026, 2, 1)));
        var tenant = await portal.HasEnterpriseAsync("=租户辛公司");
        await portal.LetAsync(let, tenant, new DateOnly(2026, 11, 1), new DateOnly(2027, 10, 31));
        await portal.LetAsync(promised, tenant, new DateOnly(2027, 1, 1), null);
        var auditor = await portal.VisitAsAsync("auditor");

        foreach (var (state, unit) in new[] { ("Vacant", vacant), ("Let", let), ("Promised", promised), ("NotLettable", closed) })
            Assert.Equal([$"{unit}"], await UnitsAsync($"/park/units?q=H-&state={state}"));
        Assert.Equal([$"{vacant}", $"{promised}", $"{let}", $"{closed}"], await UnitsAsync("/park/units?q=H-&sort=area&dir=asc"));
        Assert.Equal([$"{let}", $"{promised}"], await UnitsAsync("/park/units?q=租户辛&sort=area&dir=desc"));
        Assert.Equal($"{let}", (await UnitsAsync("/park/units?q=H-&sort=until&dir=asc"))[0]);
        Assert.Contains("没有符合条件的单元", (await auditor.OpenAsync("/park/units?q=没有这个")).Content(), StringComparison.Ordinal);
        var csv = await (await auditor.GetAsync("/park/units/export.csv?q=H-LET")).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("H-LET,2,办公,30,在租,'=租户辛公司,2026-11-01,2027-10-31", csv.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Null((await auditor.OpenAsync($"/park/units/{vacant}")).QuerySelector("main form[method=post]"));

        async Task<List<string>> UnitsAsync(string address) => [.. (await auditor.OpenAsync(address)).QuerySelectorAll("tr[data-unit]").Select(r => r.GetAttribute("data-unit")!)];
    }

    private static Dictionary<string, string?> Park(string slug, string name, string source = "测试来源") => new()
    {
        ["Slug"] = slug,
        ["Name"] = name,
        ["Status"] = "Building",
        ["StatusAsOf"] = "2026-03",
        ["Summary"] = "测试简介",
        ["Source"] = source,
        ["SourceStatus"] = "Demonstration",
    };

    private static Dictionary<string, string?> Figure(string label, string kind, string source = "测试数据来源") => new()
    {
        ["Label"] = label,
        ["EnglishLabel"] = "Test figure",
        ["Value"] = "12.5",
        ["Unit"] = "家",
        ["EnglishUnit"] = "firms",
        ["Kind"] = kind,
        ["AsOf"] = "2026-06",
        ["FigureSource"] = source,
        ["FigureStatus"] = "Demonstration",
    };
}
