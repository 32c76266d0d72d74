using System.Net;
using System.Xml.Linq;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Declarations;

public sealed class HandingOverTests(Portal portal)
{
    private static readonly XNamespace _ceb = "http://www.chinaport.gov.cn/ceb";

    [Fact]
    public async Task Both_messages_can_be_downloaded_once_passed_and_a_download_changes_no_state()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.PassNewAsync(portal, visitor);

        var list = XDocument.Parse(await DownloadAsync(visitor, number, "list"));
        var order = XDocument.Parse(await DownloadAsync(visitor, number, "order"));

        Assert.Equal(_ceb + "CEB603Message", list.Root!.Name);
        Assert.Equal(number.Replace("-", "", StringComparison.Ordinal), Value(list, "copNo"));
        Assert.Equal(["502", "3154", "2", "1"], [Value(list, "country"), Value(list, "POD"), Value(list, "wrapType"), Value(list, "appStatus")]);
        Assert.Equal("DXPENT0000000001", Value(list, "dxpId"));
        Assert.Equal("20261122100000", Value(list, "appTime"));
        Assert.Equal(_ceb + "CEB303Message", order.Root!.Name);
        Assert.Equal(["E", "643.2", "502"], [Value(order, "orderType"), Value(order, "goodsValue"), Value(order, "currency")]);
        Assert.Contains("已通过", (await visitor.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_has_passed_there_is_no_file_but_a_sentence()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.SubmitNewAsync(visitor);

        using var answer = await visitor.GetAsync($"/enterprise/declarations/{number}/files/list.xml");

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("园区核对通过后才能下载报文。", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_profile_lacks_is_said_in_one_sentence_and_no_file_is_written()
    {
        await using var own = Portal.Own();
        var visitor = await own.VisitAsAsync("luggage");
        var number = await Filing.PassNewAsync(own, visitor);
        await own.WithDatabaseAsync(db => db.FilingProfiles.ExecuteUpdateAsync(s => s.SetProperty(p => p.DxpId, (string?)null)));

        using var answer = await visitor.GetAsync($"/enterprise/declarations/{number}/files/list.xml");

        var page = await Visitor.ReadAsync(answer);
        Assert.Single(page.QuerySelectorAll("[data-error-summary] li"));
        Assert.Contains("报文传输编号", page.QuerySelector("[data-error-summary]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_enterprise_itself_says_that_it_imported_the_file()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.PassNewAsync(portal, visitor);

        await visitor.SubmitAsync($"/enterprise/declarations/{number}", new() { ["On"] = "2026-11-22", ["PreNo"] = "B20261122000000001" }, $"/enterprise/declarations/{number}/handover");

        var page = await visitor.OpenAsync($"/enterprise/declarations/{number}");
        Assert.Contains("已移交", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("B20261122000000001", page.QuerySelector(".hh-timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("尚无回执", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23", "", "导入日期不能晚于今天。")]
    [InlineData("2026-11-01", "", "导入日期不能早于提交日期。")]
    [InlineData("", "", "请填写在单一窗口导入的日期。")]
    [InlineData("2026-11-22", "12345", "预录入编号应为 B 加 17 位数字")]
    public async Task Impossible_answers_are_refused_with_a_sentence(string on, string preNo, string sentence)
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.PassNewAsync(portal, visitor);

        var answer = await visitor.SubmitAsync($"/enterprise/declarations/{number}", new() { ["On"] = on, ["PreNo"] = preNo }, $"/enterprise/declarations/{number}/handover");

        Assert.Contains(sentence, (await Visitor.ReadAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_handed_over_can_be_taken_back_and_submitted_again()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.PassNewAsync(portal, visitor);
        await visitor.SubmitAsync($"/enterprise/declarations/{number}", new() { ["On"] = "2026-11-22" }, $"/enterprise/declarations/{number}/handover");

        await visitor.SubmitAsync($"/enterprise/declarations/{number}", new() { ["Reason"] = "单一窗口退单" }, $"/enterprise/declarations/{number}/amend");

        var answer = await Filing.SaveAsync(visitor, number, new() { ["PackNo"] = "6" }, "Act=submit");
        Assert.Equal($"/enterprise/declarations/{number}", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task After_the_review_hours_the_enterprise_may_go_on_unreviewed_and_the_sheet_says_so()
    {
        await using var own = Portal.Own();
        var visitor = await own.VisitAsAsync("luggage");
        var number = await Filing.SubmitNewAsync(visitor);
        Dictionary<string, string?> today = new() { ["On"] = "2026-11-22", ["Version"] = "3" };
        var early = await visitor.ForgeAsync("/enterprise/declarations/new", $"/enterprise/declarations/{number}/handover", today);
        Assert.Contains("园区还在核对", (await Visitor.ReadAsync(early)).Body!.TextContent, StringComparison.Ordinal);

        own.Clock.Set(new DateTimeOffset(2026, 11, 23, 2, 0, 1, TimeSpan.Zero));
        own.ForgetVisitors();
        visitor = await own.VisitAsAsync("luggage");
        var page = await visitor.OpenAsync($"/enterprise/declarations/{number}");
        Assert.Contains("可以不再等待", page.Body!.TextContent, StringComparison.Ordinal);
        // it is imported before that can be reported: file and sheet are there, and say what they are
        Assert.StartsWith("<?xml", await DownloadAsync(visitor, number, "list"), StringComparison.Ordinal);
        Assert.Contains("未经园区核对", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("未经园区核对", (await visitor.OpenAsync($"/enterprise/declarations/{number}/print")).Body!.TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync($"/enterprise/declarations/{number}", new() { ["On"] = "2026-11-23" }, $"/enterprise/declarations/{number}/handover");

        Assert.Contains("未经园区核对", (await visitor.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("未经园区核对", (await visitor.OpenAsync($"/enterprise/declarations/{number}/print")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_review_switched_off_a_submission_passes_at_once_unreviewed()
    {
        await using var own = Portal.Own(("Database:SeedDemonstration", "true"), ("Declarations:ReviewBeforeHandover", "false"));
        var visitor = await own.VisitAsAsync("tea");
        var number = await Filing.SubmitNewAsync(visitor);

        var page = await visitor.OpenAsync($"/enterprise/declarations/{number}");

        Assert.Contains("未经园区核对", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("<?xml", await DownloadAsync(visitor, number, "order"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_carries_number_goods_and_the_note_that_it_is_no_declaration()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.SubmitNewAsync(visitor);

        var sheet = (await visitor.OpenAsync($"/enterprise/declarations/{number}/print")).Body!.TextContent;

        Assert.Contains(number, sheet, StringComparison.Ordinal);
        Assert.Contains("拉杆箱", sheet, StringComparison.Ordinal);
        Assert.Contains("不代替报关单", sheet, StringComparison.Ordinal);
        Assert.Contains("国际贸易单一窗口", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_a_filing_says_that_the_declaration_is_made_elsewhere()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var draft = await Filing.OpenAsync(visitor);
        var passed = await Filing.PassNewAsync(portal, visitor);
        string[] own =
        [
            "/enterprise/declarations", "/enterprise/declarations/new", $"/enterprise/declarations/{draft}", $"/enterprise/declarations/{draft}/edit",
            $"/enterprise/declarations/{passed}", $"/enterprise/declarations/{passed}/print",
        ];

        foreach (var page in own) Assert.Contains("国际贸易单一窗口", (await visitor.OpenAsync(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("国际贸易单一窗口", (await (await portal.VisitAsAsync("reviewer")).OpenAsync($"/park/declarations/{passed}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static string Value(XDocument message, string element) => message.Descendants(_ceb + element).FirstOrDefault()?.Value ?? "";

    private static async Task<string> DownloadAsync(Visitor visitor, string number, string message)
    {
        using var answer = await visitor.GetAsync($"/enterprise/declarations/{number}/files/{message}.xml");
        Assert.Equal("application/xml", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}

public sealed class OtherEnterprisesTests(Portal portal)
{
    [Theory]
    [InlineData("")]
    [InlineData("/edit")]
    [InlineData("/print")]
    [InlineData("/files/list.xml")]
    public async Task Another_enterprises_number_in_the_address_gives_404_and_a_line_in_the_journal(string page)
    {
        var number = await Filing.PassNewAsync(portal, await portal.VisitAsAsync("luggage"));

        using var answer = await (await portal.VisitAsAsync("tea")).GetAsync($"/enterprise/declarations/{number}{page}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Journal.CountAsync(l => l.SubjectKey == number && l.Act == "declaration.foreign-access")));
        // the park reads who tried; the owner's history is not pushed off the page by it
        Assert.Contains("他人试图查看", (await (await portal.VisitAsAsync("auditor")).OpenAsync($"/park/declarations/{number}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("他人试图查看", (await (await portal.VisitAsAsync("luggage")).OpenAsync($"/enterprise/declarations/{number}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("withdraw")]
    [InlineData("handover")]
    [InlineData("amend")]
    [InlineData("copy")]
    public async Task Another_enterprises_document_cannot_be_acted_on(string act)
    {
        var number = await Filing.PassNewAsync(portal, await portal.VisitAsAsync("luggage"));

        var answer = await (await portal.VisitAsAsync("tea")).ForgeAsync(
            "/enterprise/declarations/new", $"/enterprise/declarations/{number}/{act}", new() { ["Version"] = "4", ["Reason"] = "x", ["On"] = "2026-11-22" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var state = await portal.WithDatabaseAsync(db => db.Declarations.Where(d => d.Number == DeclarationNumber.Parse(number, null)).Select(d => d.State).SingleAsync());
        Assert.Equal(DeclarationState.Accepted, state);
    }

    [Theory]
    [InlineData("HH-20261122-999999")]
    [InlineData("HH-99999999-000001")]
    [InlineData("1")]
    [InlineData("HH-20261122-0000000000000000001")]
    [InlineData("%27%3B--")]
    public async Task A_number_that_is_none_is_not_found_and_never_a_fault(string number)
    {
        using var answer = await (await portal.VisitAsAsync("luggage")).GetAsync($"/enterprise/declarations/{number}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Lists_and_exports_hold_only_ones_own()
    {
        var number = await Filing.SubmitNewAsync(await portal.VisitAsAsync("luggage"));
        var tea = await portal.VisitAsAsync("tea");

        Assert.DoesNotContain(number, (await tea.OpenAsync("/enterprise/declarations?size=100")).Body!.TextContent, StringComparison.Ordinal);
        using var export = await tea.GetAsync("/enterprise/declarations/export.csv");
        var csv = await export.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(number, csv, StringComparison.Ordinal);
        Assert.Contains("HH-20261122-", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_of_many_batches_holds_every_document_once()
    {
        const int Documents = 1203;
        var enterprise = await portal.HasEnterpriseAsync("批量导出测试公司");
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, enterprise);
        await portal.WithDatabaseAsync(db =>
        {
            for (var i = 1; i <= Documents; i++)
            {
                db.Declarations.Add(new Declaration
                {
                    Number = new DeclarationNumber(new DateOnly(2026, 10, 1), i),
                    EnterpriseId = enterprise,
                    Kind = DocumentKind.List,
                    CreatedAt = DateTime.UnixEpoch,
                    CreatedBy = "测试",
                });
            }
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        using var export = await (await portal.VisitAsAsync(person.UserName!)).GetAsync("/enterprise/declarations/export.csv");

        var rows = (await export.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Equal(Documents, rows.Select(r => r.Split(',')[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Documents, rows.Length);
    }

    [Fact]
    public async Task A_spreadsheet_takes_nothing_that_was_typed_for_a_formula()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);
        await Filing.SaveAsync(visitor, number, new() { ["OrderNo"] = "=1+1", ["LogisticsNo"] = "@SUM(1)", ["Goods[0].Gname"] = "-2+3" });

        using var export = await visitor.GetAsync("/enterprise/declarations/export.csv?view=Draft");

        var row = (await export.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n').Single(r => r.StartsWith(number, StringComparison.Ordinal));
        Assert.DoesNotMatch("(^|,)\"?[-=@+]", row);
        Assert.Contains("1+1", row, StringComparison.Ordinal);
    }
}
