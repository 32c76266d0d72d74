using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Tests.Api;
using HuaihuaPilotZone.Tests.Customs;
using HuaihuaPilotZone.Tests.Imports;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>Administrators state a special customs area with its approval; while it is in force goods of the area are filed under 1210 and come back under 1261. Portals of their own: an area changes what others are told.</summary>
public sealed class StatingASpecialAreaTests(Portal portal)
{
    private const string Home = "/park/tables/areas";

    private static readonly Dictionary<string, string?> _area = new()
    {
        ["Name"] = "示例综合保税区",
        ["Kind"] = "综合保税区",
        ["ApprovalNumber"] = "示例〔2026〕1号",
        ["From"] = "2026-11-01",
        ["To"] = "",
        ["Source"] = "测试文件",
        ["Link"] = "https://example.org/1",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task None_is_there_until_an_administrator_states_it_and_then_the_chooser_names_it()
    {
        await using var own = Portal.Own();
        var filer = await own.VisitAsAsync("luggage");
        Assert.Contains("特殊区域与批准文件尚未录入，本平台暂不受理 1210", await AskAsync(filer), StringComparison.Ordinal);
        var admin = await own.VisitAsAsync("admin");
        Assert.Contains("还没有录入特殊监管区域", (await admin.OpenAsync(Home)).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(Home, (await admin.SubmitAsync(Home, _area, Home)).LedTo());

        var row = (await admin.OpenAsync(Home)).QuerySelector("[data-area]")!;
        Assert.Contains("示例〔2026〕1号", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://example.org/1", row.QuerySelector("a[rel]")!.GetAttribute("href"));
        var entered = await own.WithDatabaseAsync(db => db.SpecialAreas.Select(a => a.EnteredBy).SingleAsync(Cancellation));
        Assert.Contains(entered, row.TextContent, StringComparison.Ordinal);
        var asked = await AskAsync(filer);
        Assert.Contains("示例综合保税区（综合保税区，示例〔2026〕1号，2026-11-01 批准）", asked, StringComparison.Ordinal);
        Assert.Contains("待核", asked, StringComparison.Ordinal);
        Assert.Contains("建议：1210，用清单", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_an_area_is_stated_its_goods_are_filed_by_list_with_the_four_elements_of_the_account_book_and_come_back_under_1261()
    {
        await using var own = Portal.Own();
        var filer = await own.VisitAsAsync("luggage");
        await (await OpenBondedAsync(filer)).RefusedWithAsync("清单请选择 9610、9710、9810。");
        Assert.DoesNotContain("EmsNo", (await Filing.OpenEditAsync(filer, await Filing.OpenAsync(filer))).Body!.InnerHtml, StringComparison.Ordinal);
        await (await own.VisitAsAsync("admin")).SubmitAsync(Home, _area, Home);

        var number = (await OpenBondedAsync(filer)).LedTo().Split('/')[3];

        var empty = await Visitor.ReadAsync(await Filing.SaveAsync(filer, number, Filing.Valid(), "Act=submit"));
        (string, string)[] wanted = [("REQUIRED-001", "/emsNo"), ("REQUIRED-001", "/iacCode"), ("REQUIRED-001", "/iacName"), ("REQUIRED-002", "/goods/0/itemRecordNo")];
        Assert.Equal(wanted, Filing.Findings(empty).Intersect(wanted));
        Assert.Contains(("MODE-007", "/tradeMode"), Filing.Findings(empty));
        var filled = await Filing.SaveAsync(filer, number, new() { ["EmsNo"] = "T4999W000001", ["IacCode"] = "91431299MA0000015J", ["IacName"] = "示例区内企业", ["Goods[0].ItemRecordNo"] = "LJ-1" }, "Act=submit");
        Assert.Equal(HttpStatusCode.Redirect, filled.StatusCode);
        Assert.Contains("T4999W000001", (await (await own.VisitAsAsync("reviewer")).OpenAsync($"/park/declarations/{number}")).Body!.TextContent, StringComparison.Ordinal);
        await Filing.PassAsync(own, number);
        var message = await (await filer.GetAsync($"/enterprise/declarations/{number}/files/list.xml")).Content.ReadAsStringAsync(Cancellation);
        Assert.All(["tradeMode>1210<", "emsNo>T4999W000001<", "iacCode>91431299MA0000015J<", "itemRecordNo>LJ-1<"], e => Assert.Contains(e, message, StringComparison.Ordinal));

        await filer.SubmitAsync($"/enterprise/declarations/{number}", new() { ["On"] = "2026-11-22" }, $"/enterprise/declarations/{number}/handover");
        var back = (await filer.ForgeAsync("/enterprise/declarations/new", "/enterprise/applications", new() { ["Kind"] = "ExportReturn", ["Sources"] = number })).LedTo().Split('/')[3];
        var draft = await Filing.OpenEditAsync(filer, back);
        Assert.Equal("1261", Filing.ValueOf(draft, "TradeMode"));
        Assert.DoesNotContain(Filing.Findings(draft), f => f.Rule is "RETURN-001" or "RETURN-002");
    }

    [Fact]
    public async Task While_an_area_is_stated_its_goods_are_filed_by_machine_and_imported_at_the_bench_and_neither_before()
    {
        await using var own = Portal.Own();
        var filer = await own.VisitAsAsync("luggage");
        var system = await ApiSystem.OfAsync(own);
        static void Bonded(JsonObject document)
        {
            (document["tradeMode"], document["emsNo"], document["iacCode"], document["iacName"]) = ("1210", "T4999W000001", "91431299MA0000015J", "示例区内企业");
            document["goods"]![0]!["itemRecordNo"] = "LJ-1";
        }

        Assert.Equal(422, (await system.CreateAsync(Bonded)).Status);
        Assert.DoesNotContain("1210", (await filer.OpenAsync($"{Importing.Home}/new?kind=lists")).QuerySelector("#Variant")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await filer.GetAsync($"{Importing.Home}/template/lists/1210")).StatusCode);
        await (await filer.UploadAsync("特殊区域.csv", Importing.Csv(Importing.Row()), "1210")).RefusedWithAsync("请选择监管方式。");
        await (await own.VisitAsAsync("admin")).SubmitAsync(Home, _area, Home);

        var made = await system.CreateAsync(Bonded);
        Assert.Equal((201, 0), (made.Status, made.Body.GetProperty("mustFix").GetInt32()));
        var template = SheetReader.Read(new MemoryStream(await (await filer.GetAsync($"{Importing.Home}/template/lists/1210")).Content.ReadAsByteArrayAsync(Cancellation)), SheetFormat.Xlsx).First().Cells;
        Assert.All(["*账册编号", "*区内企业代码", "*区内企业名称", "*账册备案料号"], h => Assert.Contains(h, template));
        var ordinary = SheetReader.Read(new MemoryStream(await (await filer.GetAsync($"{Importing.Home}/template/lists/9610")).Content.ReadAsByteArrayAsync(Cancellation)), SheetFormat.Xlsx).First().Cells;
        Assert.DoesNotContain(ordinary, h => h.Contains("账册", StringComparison.Ordinal));
        Assert.Contains("1210", (await filer.OpenAsync($"{Importing.Home}/new?kind=orders")).QuerySelector("#Variant")!.TextContent, StringComparison.Ordinal);
        var row = Importing.Row().With(("/tradeMode", "1210"), ("/emsNo", "T4999W000001"), ("/iacCode", "91431299MA0000015J"), ("/iacName", "示例区内企业"), ("/goods/itemRecordNo", "LJ-1"));
        var address = await filer.ImportAsync("特殊区域.csv", Importing.Csv(row), "1210");
        var draft = await Filing.OpenEditAsync(filer, Assert.Single((await filer.CommitAsync(address)).Results()));
        Assert.Equal(("1210", "T4999W000001", "LJ-1"), (Filing.ValueOf(draft, "TradeMode"), Filing.ValueOf(draft, "EmsNo"), Filing.ValueOf(draft, "Goods[0].ItemRecordNo")));
        Assert.DoesNotContain(Filing.Findings(draft), f => f.Rule.StartsWith("REQUIRED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_area_may_be_stated_and_one_whose_time_is_over_is_no_longer_named()
    {
        await using var own = Portal.Own();
        var admin = await own.VisitAsAsync("admin");
        await admin.SubmitAsync(Home, _area, Home);
        await (await admin.SubmitAsync(Home, _area, Home)).RefusedWithAsync("已经录入");
        await admin.SubmitAsync(Home, new(_area) { ["Name"] = "示例第二区", ["From"] = "2026-12-31" }, Home);
        var filer = await own.VisitAsAsync("luggage");
        Assert.DoesNotContain("示例第二区", await AskAsync(filer), StringComparison.Ordinal);

        var edit = (await admin.OpenAsync(Home)).QuerySelectorAll("[data-area]").Single(r => r.TextContent.Contains("示例综合保税区", StringComparison.Ordinal)).QuerySelector("a[href^='/park']")!.GetAttribute("href")!;
        await (await admin.SubmitAsync(edit, new() { ["To"] = "2026-10-01" }, edit)).RefusedWithAsync("失效日期不能早于生效日期");
        Assert.Equal(Home, (await admin.SubmitAsync(edit, new() { ["To"] = "2026-11-21" }, edit)).LedTo());
        await (await admin.SubmitAsync(edit, new() { ["Version"] = "1" }, edit)).RefusedWithAsync("刚被他人更正");

        Assert.Contains("尚未录入", await AskAsync(filer), StringComparison.Ordinal);
        var line = await own.WithDatabaseAsync(db => db.Journal.Include(l => l.Changes).SingleAsync(l => l.Act == "area.corrected", Cancellation));
        Assert.Contains(line.Changes, c => c is { Field: "失效日期", OldValue: null, NewValue: "2026-11-21" });
        Assert.True(await own.WithDatabaseAsync(db => db.Journal.AnyAsync(l => l.Act == "area.added" && l.SubjectKey == "示例综合保税区" && l.Note!.Contains("示例〔2026〕1号"), Cancellation)));
    }

    [Fact]
    public async Task The_rule_names_the_area_by_date_and_stored_checks_stay_what_they_were()
    {
        await using var own = Portal.Own();
        var filer = await own.VisitAsAsync("luggage");
        var number = DeclarationNumber.Parse(await Filing.OpenAsync(filer), CultureInfo.InvariantCulture);
        var before = await CheckAsync(own, number, "2026-11-22");
        Assert.Equal("MODE-003", Said(before).RuleId);

        await (await own.VisitAsAsync("admin")).SubmitAsync(Home, _area, Home);

        var open = Said(await CheckAsync(own, number, "2026-11-22"));
        Assert.Equal("MODE-007", open.RuleId);
        Assert.Contains("示例综合保税区（示例〔2026〕1号）", open.Reason, StringComparison.Ordinal);
        Assert.Equal("MODE-003", Said(await CheckAsync(own, number, "2026-10-31")).RuleId);
        var again = await own.InScopeAsync(async s =>
            (await s.GetRequiredService<CustomsTablesSource>().AsOfAsync(before.Basis.Edition, Cancellation)).With(before.Basis.Settings));
        Assert.Equal(before.Tables.TablesVersion, again.TablesVersion);
        Assert.Equal(before.Result.Findings, PreChecker.Run(before.Document, again, before.Basis.Today, before.Basis.Lookups).Findings);
    }

    [Fact]
    public async Task The_list_of_areas_is_searched_narrowed_sorted_and_exported()
    {
        await using var own = Portal.Own();
        var admin = await own.VisitAsAsync("admin");
        await admin.SubmitAsync(Home, _area, Home);
        await admin.SubmitAsync(Home, new(_area) { ["Name"] = "示例甲区", ["From"] = "2020-01-01", ["To"] = "2021-01-01" }, Home);
        string[] Names(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("[data-area] .main").Select(r => r.TextContent.Replace("综合保税区", "", StringComparison.Ordinal))];

        Assert.Equal(["示例", "示例甲区"], Names(await admin.OpenAsync(Home)));
        Assert.Equal(["示例甲区", "示例"], Names(await admin.OpenAsync($"{Home}?sort=Approved&dir=asc")));
        Assert.Equal(["示例"], Names(await admin.OpenAsync($"{Home}?standing=holding")));
        Assert.Equal(["示例甲区"], Names(await admin.OpenAsync($"{Home}?standing=not-holding")));
        Assert.Equal(["示例甲区"], Names(await admin.OpenAsync($"{Home}?q={Uri.EscapeDataString("甲区")}")));
        Assert.Contains("没有符合条件的区域", (await admin.OpenAsync($"{Home}?q=nothing")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var csv = await (await admin.GetAsync($"{Home}/export.csv?standing=not-holding")).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("示例甲区,综合保税区,示例〔2026〕1号,2020-01-01,2021-01-01,不在有效期", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("示例综合保税区", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviewers_see_the_areas_and_state_none()
    {
        var reviewer = await portal.VisitAsAsync("reviewer");

        var page = await reviewer.OpenAsync(Home);
        var answer = await reviewer.ForgeAsync(Home, Home, _area);

        Assert.Empty(page.QuerySelectorAll($"form[method='post'][action='{Home}']"));
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.SpecialAreas.CountAsync(Cancellation)));
    }

    [Theory]
    [InlineData("Name", "", "请填写区域名称")]
    [InlineData("Kind", "", "请填写区域种类")]
    [InlineData("ApprovalNumber", "", "请填写批准文号")]
    [InlineData("From", "", "请填写批准日期")]
    [InlineData("Source", "", "请写明来源")]
    [InlineData("Link", "javascript:alert(1)", "网址应以")]
    [InlineData("To", "2026-10-31", "失效日期不能早于生效日期")]
    public async Task What_cannot_be_right_is_refused_at_its_field(string field, string value, string sentence)
    {
        var answer = await (await portal.VisitAsAsync("admin")).SubmitAsync(Home, new(_area) { [field] = value }, Home);

        await answer.RefusedWithAsync(sentence);
    }

    private static async Task<string> AskAsync(Visitor visitor)
    {
        var answer = await visitor.SubmitAsync("/enterprise/declarations/new", new() { ["Buyer"] = "Consumer", ["AtMost5000"] = "true", ["NeedsPapers"] = "false", ["FromSpecialArea"] = "true" });
        return (await Visitor.ReadAsync(answer)).QuerySelector("main")!.TextContent;
    }

    private static Task<HttpResponseMessage> OpenBondedAsync(Visitor filer) => filer.SubmitAsync("/enterprise/declarations/new", new()
    {
        ["Buyer"] = "Consumer",
        ["AtMost5000"] = "true",
        ["NeedsPapers"] = "false",
        ["FromSpecialArea"] = "true",
        ["TradeMode"] = "1210",
        ["ModeNote"] = "测试",
    });

    private static Finding Said(CheckedDocument check) => check.Result.Findings.Single(f => f.RuleId is "MODE-003" or "MODE-007");

    private static Task<CheckedDocument> CheckAsync(Portal own, DeclarationNumber number, string day) => own.InScopeAsync(async s =>
    {
        var declaration = await s.GetRequiredService<PortalDbContext>().Declarations.AsNoTracking().SingleAsync(d => d.Number == number, Cancellation);
        var document = (AValidList.Of(AValidList.Retail) with { TradeMode = "1210", IeDate = day }).ToDocument();
        return await s.GetRequiredService<DeclarationCheck>().RunAsync(declaration, document, Cancellation);
    });
}
