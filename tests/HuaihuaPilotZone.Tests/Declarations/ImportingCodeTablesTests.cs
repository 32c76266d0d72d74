using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>Staff import code tables: a preview first, then a version; compared, restored, found on the public page, used by the next check.</summary>
public sealed class ImportingCodeTablesTests
{
    private const string Tariff = "/park/tables/codes/Tariff";

    private const string Header = "商品编码,商品名称,第一法定单位,第二法定单位,申报要素,出口退税率,监管条件\n";

    [Fact]
    public async Task A_tariff_is_previewed_confirmed_and_used_by_the_next_check_and_the_public_search()
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");
        var import = await UploadAsync(reviewer, Tariff, "tariff.csv", Header + "4202.12.1000,示例塑料面箱包,个,千克,1:品牌类型;2:出口享惠情况,13%,\n4202129000,示例纺织面箱包,007,035,,13,A\n");
        var preview = await reviewer.OpenAsync(import);
        Assert.Contains("新增 2", preview.QuerySelector(".hh-tabs")!.TextContent.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.Contains("13%", preview.Content(), StringComparison.Ordinal);
        var stranger = own.Visit();
        Assert.Null((await stranger.OpenAsync("/codes?q=42021290&table=Tariff")).QuerySelector("[data-code]"));

        Assert.Equal(Tariff, (await reviewer.SubmitAsync(import, [], import + "/confirm")).LedTo());

        Assert.Equal("4202129000", (await stranger.OpenAsync("/codes?q=4202.12.90")).QuerySelector("[data-code]")!.GetAttribute("data-code"));
        var code = (await stranger.OpenAsync("/codes/Tariff/4202121000")).Content();
        Assert.Contains("035 千克", code, StringComparison.Ordinal);
        Assert.Contains("1:品牌类型", code, StringComparison.Ordinal);
        Assert.Contains("测试税则", code, StringComparison.Ordinal);
        var version = (await reviewer.OpenAsync(Tariff)).QuerySelector("[data-version='1']")!.TextContent;
        Assert.Contains("tariff.csv", version, StringComparison.Ordinal);
        var filer = await own.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(filer);
        await Filing.SaveAsync(filer, number, new() { ["Goods[0].Gcode"] = "4202121000", ["Goods[0].Unit1"] = "011" });
        Assert.Contains(("HS-007", "/goods/0/unit1"), Filing.Findings(await Filing.OpenEditAsync(filer, number)));
    }

    [Fact]
    public async Task The_template_has_the_columns_that_the_page_explains_and_is_taken_when_it_is_filled_in()
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");
        var explained = (await reviewer.OpenAsync(Tariff)).QuerySelectorAll("[data-column]").Select(c => c.GetAttribute("data-column")!).ToList();
        var template = (await reviewer.Client.GetStringAsync(new Uri(Tariff + "/template.csv", UriKind.Relative), TestContext.Current.CancellationToken)).Trim('\uFEFF', '\r', '\n');
        Assert.Equal(explained, template.Split(','));
        var row = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["代码"] = "4202121000",
            ["名称"] = "示例塑料面箱包",
            ["生效日期"] = "2026-01-31",
            ["第一法定单位"] = "千克",
            ["申报要素"] = "1:品牌类型;2:出口享惠情况",
            ["出口退税率"] = "13%",
            ["监管条件"] = "AB",
        };

        var import = await UploadAsync(reviewer, Tariff, "tariff.csv", $"{template}\n{string.Join(',', explained.Select(c => row.GetValueOrDefault(c, "")))}\n");

        var preview = await reviewer.OpenAsync(import);
        Assert.Contains("新增 1", preview.QuerySelector(".hh-tabs")!.TextContent.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.Empty(preview.QuerySelectorAll("[data-fault]"));
    }

    [Fact]
    public async Task That_no_tariff_comes_with_the_portal_is_said_until_one_is_imported()
    {
        await using var own = Portal.Own();
        var (stranger, reviewer) = (own.Visit(), await own.VisitAsAsync("reviewer"));
        Assert.NotNull((await stranger.OpenAsync("/codes")).QuerySelector("[data-no-tariff]"));
        Assert.NotNull((await stranger.OpenAsync("/codes?q=4202121000")).QuerySelector("[data-no-tariff]"));
        Assert.Null((await stranger.OpenAsync("/codes?table=Countries")).QuerySelector("[data-no-tariff]"));
        Assert.Contains("尚未导入", (await reviewer.OpenAsync("/park/tables/codes")).Content(), StringComparison.Ordinal);

        var import = await UploadAsync(reviewer, Tariff, "tariff.csv", Header + "4202121000,示例塑料面箱包,个,千克,,13%,\n");
        await reviewer.SubmitAsync(import, [], import + "/confirm");

        Assert.Null((await stranger.OpenAsync("/codes")).QuerySelector("[data-no-tariff]"));
        Assert.DoesNotContain("尚未导入", (await reviewer.OpenAsync("/park/tables/codes")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chapters_and_headings_have_names_once_staff_have_imported_them()
    {
        await using var own = Portal.Own();
        var stranger = own.Visit();
        Assert.DoesNotContain("示例第四十二章", (await stranger.OpenAsync("/codes?q=4202&table=Tariff")).Content(), StringComparison.Ordinal);
        var reviewer = await own.VisitAsAsync("reviewer");
        const string Names = "/park/tables/codes/TariffNames";
        var import = await UploadAsync(reviewer, Names, "names.csv", "编码,名称\n42,示例第四十二章\n42.02,示例箱包品目\n420,不成编码\n", complete: false);
        Assert.Single((await reviewer.OpenAsync(import)).QuerySelectorAll("[data-fault]"));

        Assert.Equal(Names, (await reviewer.SubmitAsync(import, new() { ["WithoutFaulty"] = "true" }, import + "/confirm")).LedTo());

        var page = (await stranger.OpenAsync("/codes?q=4202")).Content();
        Assert.Contains("示例第四十二章", page, StringComparison.Ordinal);
        Assert.Contains("示例箱包品目", page, StringComparison.Ordinal);
        Assert.Equal("42", (await stranger.OpenAsync("/codes?q=示例第四十二章")).QuerySelector("[data-code]")!.GetAttribute("data-code"));
    }

    [Fact]
    public async Task Faults_stop_an_import_unless_staff_leave_them_out_and_nothing_is_in_force_before()
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");
        var import = await UploadAsync(reviewer, "/park/tables/codes/Currencies", "currencies.csv", "代码,名称,旧代码,生效日期,失效日期\n502,美元,,,\nVND,越南盾,,,\nVND,盾,,,\nLAK,基普,,2026-05-01,2026-01-01\nVND,越南盾,,,\n", complete: false);
        var preview = await reviewer.OpenAsync(import);
        Assert.Equal(["OtherSystem", "Contradiction", "EndsBeforeStart", "Duplicate"], preview.QuerySelectorAll("[data-fault]").Select(f => f.GetAttribute("data-fault")));

        await (await reviewer.SubmitAsync(import, [], import + "/confirm")).RefusedWithAsync("有 4 处问题");
        Assert.Equal(0, await own.WithDatabaseAsync(db => db.TableVersions.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("/park/tables/codes/Currencies", (await reviewer.SubmitAsync(import, new() { ["WithoutFaulty"] = "true" }, import + "/confirm")).LedTo());

        var stranger = own.Visit();
        Assert.Equal("VND", (await stranger.OpenAsync("/codes?q=越南盾")).QuerySelector("[data-code]")!.GetAttribute("data-code"));
        Assert.Equal("USD", (await stranger.OpenAsync("/codes?q=美元&table=Currencies")).QuerySelector("[data-code]")!.GetAttribute("data-code"));
        Assert.Null((await reviewer.OpenAsync(import)).QuerySelector("form[action$='/confirm']"));
    }

    [Fact]
    public async Task Versions_are_compared_and_restored_and_only_the_first_of_two_confirmations_holds()
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");
        const string Units = "/park/tables/codes/Units";
        var first = await UploadAsync(reviewer, Units, "units.json", """[{"code": "900", "name": "示例箱"}, {"code": "901", "name": "示例托"}]""", complete: false);
        var rival = await UploadAsync(reviewer, Units, "units.json", """[{"代码": "902", "名称": "示例桶"}]""", complete: false);
        await reviewer.SubmitAsync(first, [], first + "/confirm");
        await (await reviewer.SubmitAsync(rival, [], rival + "/confirm")).RefusedWithAsync("又有了新版本");

        var second = await UploadAsync(reviewer, Units, "units.csv", "代码,名称\n900,示例箱（更名）\n", complete: false, effective: "2027-01-01");
        await reviewer.SubmitAsync(second, [], second + "/confirm");
        var difference = await reviewer.OpenAsync(Units + "/compare?from=1&to=2");
        Assert.Equal(["900", "900", "900"], difference.QuerySelectorAll("tr[data-gone] td:first-child").Select(c => c.TextContent.Trim()));
        Assert.Single(difference.QuerySelectorAll("tr[data-gone=true]"));
        var stranger = own.Visit();
        Assert.Contains("示例箱", (await stranger.OpenAsync("/codes/Units/900?on=2026-12-31")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("更名", (await stranger.OpenAsync("/codes/Units/900?on=2027-01-01")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        var restored = await reviewer.SubmitAsync(Units, new() { ["Number"] = "1" }, Units + "/restore");
        Assert.Equal(Units, restored.LedTo());
        Assert.DoesNotContain("更名", (await stranger.OpenAsync("/codes/Units/900?on=2027-01-01")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await reviewer.OpenAsync(Units + "/compare?from=1&to=3")).QuerySelectorAll("tr[data-gone]"));
        Assert.Contains("恢复第 1 版", (await reviewer.OpenAsync(Units)).QuerySelector("[data-version='3']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_table_ends_what_it_does_not_name_and_the_shipped_table_can_come_back()
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");
        const string Terms = "/park/tables/codes/TradeTerms";
        var import = await UploadAsync(reviewer, Terms, "terms.csv", "代码,名称\n1,CIF\n3,FOB\n", complete: true);
        await reviewer.SubmitAsync(import, new() { ["EndMost"] = "true" }, import + "/confirm");
        Assert.Equal(2, (await own.Visit().OpenAsync("/codes?table=TradeTerms")).QuerySelectorAll("[data-code]").Length);

        await reviewer.SubmitAsync(Terms, new() { ["Number"] = "0" }, Terms + "/restore");
        Assert.True((await own.Visit().OpenAsync("/codes?table=TradeTerms")).QuerySelectorAll("[data-code]").Length > 5);
    }

    [Fact]
    public async Task A_part_of_a_table_that_was_handed_in_as_the_whole_does_not_end_the_rest_unasked()
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");
        const string Terms = "/park/tables/codes/TradeTerms";
        var import = await UploadAsync(reviewer, Terms, "terms.csv", "代码,名称\n1,CIF\n", complete: true);
        Assert.NotNull((await reviewer.OpenAsync(import)).QuerySelector("[data-ends-most]"));

        await (await reviewer.SubmitAsync(import, [], import + "/confirm")).RefusedWithAsync("超过现有的一半");

        Assert.True((await own.Visit().OpenAsync("/codes?table=TradeTerms")).QuerySelectorAll("[data-code]").Length > 5);
        var part = await UploadAsync(reviewer, Terms, "terms.csv", "代码,名称\n1,示例名称\n", complete: false);
        Assert.Null((await reviewer.OpenAsync(part)).QuerySelector("[data-ends-most]"));
        Assert.Equal(Terms, (await reviewer.SubmitAsync(part, [], part + "/confirm")).LedTo());
    }

    [Theory]
    [InlineData("tariff.csv", "\n4202121000,甲,个\n4202121000,甲,个\n4202121000,乙,个\n42021,丙,个\n4202129000,丁,不存在的单位\n", 2)]
    [InlineData("tariff.json", "[{\"code\":\"4202121000\",\"name\":\"甲\",\"unit1\":\"个\"},{\"code\":\"4202121000\",\"name\":\"甲\",\"unit1\":\"个\"},{\"code\":\"4202121000\",\"name\":\"乙\",\"unit1\":\"个\"},{\"code\":\"42021\",\"name\":\"丙\",\"unit1\":\"个\"},{\"code\":\"4202129000\",\"name\":\"丁\",\"unit1\":\"不存在的单位\"}]", 1)]
    public async Task Faulty_lines_are_counted_by_kind_and_taken_home_as_they_stand(string name, string content, int first)
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");
        var import = await UploadAsync(reviewer, Tariff, name, name.EndsWith(".json", StringComparison.Ordinal) ? content : "代码,名称,第一法定单位" + content);

        var preview = await reviewer.OpenAsync(import);
        var taken = (await reviewer.Client.GetStringAsync(new Uri(import + "/faults.csv", UriKind.Relative), TestContext.Current.CancellationToken)).Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(["Contradiction 1", "Duplicate 1", "Shape 1", "UnknownCode 1"], preview.QuerySelectorAll("[data-kind]").Select(k => $"{k.GetAttribute("data-kind")} {k.QuerySelector(".n")!.TextContent}").Order(StringComparer.Ordinal));
        Assert.Equal(["Duplicate"], (await reviewer.OpenAsync(import + "?fault=Duplicate")).QuerySelectorAll("[data-fault]").Select(f => f.GetAttribute("data-fault")));
        Assert.EndsWith(",原文件行,问题说明", taken[0], StringComparison.Ordinal);
        Assert.Equal([first + 1, first + 2, first + 3, first + 4], taken.Skip(1).Select(l => int.Parse(l.Split(',')[3], CultureInfo.InvariantCulture)));
        Assert.StartsWith("4202121000,乙,个,", taken[2], StringComparison.Ordinal);
        Assert.Contains("自相矛盾", taken[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_that_lost_their_zeros_are_read_and_the_preview_says_how_many()
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");

        var preview = await reviewer.OpenAsync(await UploadAsync(reviewer, Tariff, "tariff.csv", Header + "101210010,示例活马,匹,千克,,,\n102210000,示例活牛,头,千克,,,\n4202121000,示例箱包,个,千克,,,\n"));

        Assert.Contains("有 2 个代码开头的 0", preview.Content(), StringComparison.Ordinal);
        Assert.Contains("0101210010", preview.Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_as_it_is_can_be_taken_changed_and_handed_in_again()
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");
        const string Units = "/park/tables/codes/Units";
        var shipped = await reviewer.Client.GetStringAsync(new Uri(Units + "/rows.csv", UriKind.Relative), TestContext.Current.CancellationToken);

        var import = await UploadAsync(reviewer, Units, "units.csv", shipped.Trim('\uFEFF') + "900,示例箱\r\n", complete: true);

        var preview = await reviewer.OpenAsync(import);
        Assert.Empty(preview.QuerySelectorAll("[data-fault]"));
        Assert.Equal(["新增 1", "变更 0", "终止 0"], preview.QuerySelectorAll("nav[aria-label='按变化查看'] a").Select(a => a.TextContent.Trim()));
        await reviewer.SubmitAsync(import, [], import + "/confirm");
        Assert.Contains("900,示例箱", await reviewer.Client.GetStringAsync(new Uri(Units + "/rows.csv", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t.csv", "甲,乙\n1,2\n", "找不到表头")]
    [InlineData("t.csv", "代码,备注\n1,2\n", "表头里没有：名称")]
    [InlineData("t.csv", "代码,名称\n", "没有数据")]
    [InlineData("t.json", "{\"a\": 1}", "JSON 应是一个数组")]
    [InlineData("t.json", "[1, 2", "JSON 写法有错")]
    [InlineData("t.xml", "<a/>", "请上传 CSV、Excel")]
    public async Task A_file_that_cannot_be_taken_says_why(string name, string content, string message)
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");

        var page = await reviewer.OpenAsync(await UploadAsync(reviewer, "/park/tables/codes/Units", name, content));

        Assert.Contains(message, page.QuerySelector(".hh-callout--bad")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tariff_of_twelve_thousand_rows_is_read_in_the_background_and_confirmed_at_once()
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");
        var text = new StringBuilder(Header);
        for (var i = 0; i < 12_000; i++) text.Append(CultureInfo.InvariantCulture, $"61{i:D8},示例商品 {i},011,035,1:品牌类型,13%,A\n");
        var import = await UploadAsync(reviewer, Tariff, "large.csv", text.ToString());
        var cancellation = TestContext.Current.CancellationToken;
        while (await own.WithDatabaseAsync(db => db.TableImports.AnyAsync(i => i.State == TableImportState.Reading, cancellation))) await Task.Delay(100, cancellation);

        Assert.Contains("12,000", (await reviewer.OpenAsync(import)).QuerySelector(".hh-tabs")!.TextContent, StringComparison.Ordinal);
        await reviewer.SubmitAsync(import, [], import + "/confirm");

        var stranger = own.Visit();
        Assert.Contains("12000", (await stranger.OpenAsync("/codes?q=61&table=Tariff")).QuerySelector(".hh-listhead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("示例商品 11999", (await own.InScopeAsync(s => s.GetRequiredService<CustomsTablesSource>().ReadAsync(cancellation))).TariffLines.Find("6100011999", new DateOnly(2026, 11, 22))!.Name);
    }

    [Fact]
    public async Task A_word_that_staff_keep_finds_its_code_also_while_typing()
    {
        await using var own = Portal.Own();
        var reviewer = await own.VisitAsAsync("reviewer");
        const string Words = "/park/tables/words";
        Assert.Equal(Words, (await reviewer.SubmitAsync(Words, new() { ["Table"] = "Units", ["Code"] = "035", ["Word"] = "公斤" })).LedTo());
        await (await reviewer.SubmitAsync(Words, new() { ["Table"] = "Units", ["Code"] = "035", ["Word"] = "公斤" }, Words)).RefusedWithAsync("已有这个别名");
        await (await reviewer.SubmitAsync(Words, new() { ["Table"] = "Units", ["Code"] = "999", ["Word"] = "什么" }, Words)).RefusedWithAsync("表里没有 999");

        var suggested = await own.Visit().Client.GetFromJsonAsync<JsonElement>(new Uri("/codes/suggest?q=公斤&table=Units", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(("035", "千克", "公斤"), (suggested[0].GetProperty("code").GetString(), suggested[0].GetProperty("name").GetString(), suggested[0].GetProperty("word").GetString()));

        var remove = (await reviewer.OpenAsync(Words)).QuerySelector("form[action$='/remove']")!.GetAttribute("action")!;
        await reviewer.SubmitAsync(Words, [], remove);
        Assert.Equal("[]", await own.Visit().Client.GetStringAsync(new Uri("/codes/suggest?q=公斤", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_auditor_sees_versions_and_previews_and_is_offered_no_change()
    {
        await using var own = Portal.Own();
        var import = await UploadAsync(await own.VisitAsAsync("reviewer"), "/park/tables/codes/Units", "u.csv", "代码,名称\n900,示例箱\n", complete: false);
        var auditor = await own.VisitAsAsync("auditor");

        foreach (var page in new[] { "/park/tables/codes", "/park/tables/codes/Units", import, "/park/tables/words" }) Assert.Null((await auditor.OpenAsync(page)).QuerySelector("main form[method=post]"));
    }

    private static async Task<string> UploadAsync(Visitor reviewer, string page, string name, string content, bool complete = true, string? effective = null)
    {
        var answer = await reviewer.UploadAsync(page, page, new() { ["IsComplete"] = complete ? "true" : "false", ["Source"] = "测试税则", ["SourceDate"] = "2026-01-01", ["Effective"] = effective, ["Verified"] = "true" }, (name, Encoding.UTF8.GetBytes(content)));
        return answer.LedTo();
    }
}
