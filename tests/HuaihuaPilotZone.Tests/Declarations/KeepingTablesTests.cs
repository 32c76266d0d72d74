using System.Net;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>Staff keep customs offices and exchange rates; the next check uses them. Portals of their own: rates change what others' checks say.</summary>
public sealed class KeepingTablesTests(Portal portal)
{
    [Fact]
    public async Task A_rate_with_its_source_lets_the_next_check_weigh_the_value_against_the_limit()
    {
        await using var own = Portal.Own();
        var filer = await own.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(filer, "Business", "9710");
        var shipment = Filing.Valid();
        // the demonstration has a rate for dollars
        shipment["Goods[0].Currency"] = "EUR";
        await Filing.SaveAsync(filer, number, shipment);
        Assert.Contains("VALUE-002", Rules(await Filing.OpenEditAsync(filer, number)));

        await AddRateAsync(own, "7.1");
        Assert.DoesNotContain("VALUE-002", Rules(await Filing.OpenEditAsync(filer, number)));

        var reviewer = await own.VisitAsAsync("reviewer");
        var row = (await reviewer.OpenAsync("/park/tables/rates")).QuerySelector("a[href^='/park/tables/rates/']")!.GetAttribute("href")!;
        Assert.Equal("/park/tables/rates", (await reviewer.SubmitAsync(row, new() { ["CnyPerUnit"] = "71" }, row)).LedTo());
        Assert.Contains("VALUE-001", Rules(await Filing.OpenEditAsync(filer, number)));
    }

    [Fact]
    public async Task The_longest_name_and_source_in_Chinese_fit_into_the_revision()
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");

        var answer = await reviewer.SubmitAsync("/park/tables/offices", new() { ["Code"] = "4998", ["Name"] = new string('关', 60), ["From"] = "2026-01-01", ["Source"] = new string('源', 300) });

        Assert.Equal("/park/tables/offices", answer.LedTo());
    }

    [Fact]
    public async Task A_correction_keeps_the_old_value_in_the_journal_and_the_second_of_two_is_told()
    {
        await using var own = Portal.Own();
        await AddRateAsync(own, "7.1");
        var reviewer = await own.VisitAsAsync("reviewer");
        var row = (await reviewer.OpenAsync("/park/tables/rates")).QuerySelector("a[href^='/park/tables/rates/']")!.GetAttribute("href")!;
        await reviewer.SubmitAsync(row, new() { ["CnyPerUnit"] = "7.2", ["To"] = "2026-12-31" }, row);

        var late = await reviewer.SubmitAsync(row, new() { ["Version"] = "1", ["CnyPerUnit"] = "7.3" }, row);
        await late.RefusedWithAsync("刚被他人更正");
        var early = await reviewer.SubmitAsync(row, new() { ["To"] = "2026-10-31" }, row);
        await early.RefusedWithAsync("失效日期不能早于生效日期");

        var line = await own.WithDatabaseAsync(db => db.Journal.Include(l => l.Changes).SingleAsync(l => l.Act == "rate.corrected", TestContext.Current.CancellationToken));
        Assert.Equal("EUR 2026-11-01", line.SubjectKey);
        Assert.Contains(line.Changes, c => c is { Field: "合人民币", OldValue: "7.1", NewValue: "7.2" });
    }

    [Fact]
    public async Task An_office_that_staff_added_is_known_until_its_last_day()
    {
        await using var own = Portal.Own();
        var filer = await own.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(filer);
        await Filing.SaveAsync(filer, number, new() { ["CustomsCode"] = "4931" });
        Assert.Contains(("OFFICE-002", "/customsCode"), Filing.Findings(await Filing.OpenEditAsync(filer, number)));

        var reviewer = await own.VisitAsAsync("reviewer");
        // as long as its column, so that every text that is made of it fits as well
        var name = new string('关', 60);
        Assert.Equal("/park/tables/offices", (await reviewer.SubmitAsync("/park/tables/offices", new() { ["Code"] = "4931", ["Name"] = name, ["Source"] = "测试文件" })).LedTo());
        Assert.DoesNotContain(("OFFICE-002", "/customsCode"), Filing.Findings(await Filing.OpenEditAsync(filer, number)));

        var row = (await reviewer.OpenAsync("/park/tables/offices")).QuerySelector("a[href^='/park/tables/offices/']")!.GetAttribute("href")!;
        await reviewer.SubmitAsync(row, new() { ["To"] = "2026-11-01" }, row);
        Assert.Contains(("OFFICE-002", "/customsCode"), Filing.Findings(await Filing.OpenEditAsync(filer, number)));
    }

    [Theory]
    [InlineData("/park/tables/offices", "Code", "49315", "关区代码是 4 位数字")]
    [InlineData("/park/tables/offices", "Code", "4931\n", "关区代码是 4 位数字")]
    [InlineData("/park/tables/offices", "Source", "", "请写明来源")]
    [InlineData("/park/tables/rates", "Currency", "usd", "币制是 3 位大写字母")]
    [InlineData("/park/tables/rates", "Currency", "XXX", "不在代码表中")]
    [InlineData("/park/tables/rates", "CnyPerUnit", "0", "汇率应大于 0")]
    [InlineData("/park/tables/rates", "CnyPerUnit", "7.123456", "最多 5 位小数")]
    [InlineData("/park/tables/rates", "CnyPerUnit", "七", "七")]
    [InlineData("/park/tables/rates", "Source", "", "请写明来源")]
    public async Task A_row_that_cannot_be_right_is_refused_at_its_field(string page, string field, string value, string message)
    {
        Dictionary<string, string?> row = page.EndsWith("rates", StringComparison.Ordinal)
            ? new() { ["Currency"] = "EUR", ["CnyPerUnit"] = "8", ["From"] = "2026-01-01", ["Source"] = "测试" }
            : new() { ["Code"] = "4932", ["Name"] = "测试海关", ["Source"] = "测试" };
        row[field] = value;

        var answer = await (await portal.VisitAsAsync("reviewer")).SubmitAsync(page, row);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await answer.RefusedWithAsync(message);
    }

    [Fact]
    public async Task An_auditor_reads_the_tables_and_is_offered_no_change()
    {
        var auditor = await portal.VisitAsAsync("auditor");

        Assert.Null((await auditor.OpenAsync("/park/tables/rates")).QuerySelector("main form[method=post]"));
        Assert.Null((await auditor.OpenAsync("/park/tables/offices")).QuerySelector("main form[method=post]"));
    }

    private static async Task AddRateAsync(Portal own, string rate)
    {
        var reviewer = await own.VisitAsAsync("reviewer");
        var answer = await reviewer.SubmitAsync("/park/tables/rates", new() { ["Currency"] = "EUR", ["CnyPerUnit"] = rate, ["From"] = "2026-11-01", ["Source"] = "测试汇率" });
        Assert.Equal("/park/tables/rates", answer.LedTo());
    }

    private static IEnumerable<string> Rules(AngleSharp.Html.Dom.IHtmlDocument page) => Filing.Findings(page).Select(f => f.Rule);
}
