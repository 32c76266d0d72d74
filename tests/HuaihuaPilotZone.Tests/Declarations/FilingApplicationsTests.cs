using System.Net;
using System.Xml.Linq;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Declarations;

public sealed class FilingApplicationsTests(Portal portal)
{
    private static readonly XNamespace _ceb = "http://www.chinaport.gov.cn/ceb";

    private static readonly string[] _carriedOver = ["TradeMode", "Country", "Goods[0].Gnum", "Goods[0].Gcode", "Goods[0].Qty", "Goods[0].Qty1"];

    private static readonly string[] _written = ["tradeMode", "country", "ieFlag", "appStatus", "invtNo", "coElNo", "gnum", "qty"];

    private static readonly Dictionary<string, string?> _wayBack = new()
    {
        ["InvtNo"] = "49992026E000000001",
        ["Reason"] = "买家退货",
        ["BillNo"] = "T-BACK-1",
        ["TrafName"] = "示例列车",
        ["VoyageNo"] = "T-1",
    };

    [Fact]
    public async Task A_return_is_made_of_a_list_that_was_handed_over_and_carries_over_what_fits()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var list = await Filing.HandOverNewAsync(portal, visitor);

        var number = await OpenAsync(visitor, DocumentKind.ExportReturn, list);

        var page = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal(["9661", "USA", "1", "4202121000", "24", "68.4"], _carriedOver.Select(n => Filing.ValueOf(page, n)));
        Assert.Equal("", Filing.ValueOf(page, "VoyageNo"));
        Assert.Contains($"取自 {list}", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("国际贸易单一窗口", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var original = await visitor.OpenAsync($"/enterprise/declarations/{list}");
        Assert.Contains(number, original.QuerySelector("[aria-labelledby='applications-title']")!.TextContent, StringComparison.Ordinal);
        var returned = await visitor.OpenAsync($"/enterprise/declarations/{number}");
        Assert.Contains("ExportedOn=2026-11-22", returned.QuerySelector("[aria-labelledby='sources-title'] a[href*='tools/returns']")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_goes_the_way_of_every_filing_and_is_handed_over_as_CEB213()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await OpenAsync(visitor, DocumentKind.ExportReturn, await Filing.HandOverNewAsync(portal, visitor));

        await SubmitAsync(visitor, number, _wayBack);
        await Filing.PassAsync(portal, number);

        var message = await DownloadAsync(visitor, number);
        Assert.Equal(_ceb + "CEB213Message", message.Root!.Name);
        Assert.Equal(
            ["9661", "502", "I", "1", "49992026E000000001", number.Replace("-", "", StringComparison.Ordinal), "1", "24"],
            _written.Select(e => message.Descendants(_ceb + e).First().Value));
        Assert.Contains(number, (await visitor.OpenAsync($"/enterprise/declarations/{number}/print")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_comes_back_than_went_out_also_over_several_returns()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var list = await Filing.HandOverNewAsync(portal, visitor);
        var first = await OpenAsync(visitor, DocumentKind.ExportReturn, list);
        await SubmitAsync(visitor, first, With(_wayBack, ("Goods[0].Qty", "20"), ("Goods[0].Qty1", "57")));

        var second = await OpenAsync(visitor, DocumentKind.ExportReturn, list);
        Assert.Equal("4", Filing.ValueOf(await Filing.OpenEditAsync(visitor, second), "Goods[0].Qty"));
        var answer = await Filing.SaveAsync(visitor, second, With(_wayBack, ("Goods[0].Qty", "5"), ("Goods[0].Qty1", "11")), "Act=submit");

        Assert.Contains(("RETURN-005", "/goods/0/qty"), Filing.Findings(await Visitor.ReadAsync(answer)));
        // what a withdrawn return took is free again
        await visitor.SubmitAsync($"/enterprise/declarations/{first}", new() { ["Reason"] = "误填" }, $"/enterprise/declarations/{first}/withdraw");
        await SubmitAsync(visitor, second, With(_wayBack, ("Goods[0].Qty", "24"), ("Goods[0].Qty1", "68.4")));
    }

    [Fact]
    public async Task Of_returns_submitted_at_the_same_moment_only_as_many_pass_as_there_are_goods()
    {
        const int Returns = 4;
        var visitor = await portal.VisitAsAsync("luggage");
        var list = await Filing.HandOverNewAsync(portal, visitor);
        var drafts = new List<(DeclarationNumber Number, int EnterpriseId, int Version)>();
        for (var i = 0; i < Returns; i++)
        {
            var number = await OpenAsync(visitor, DocumentKind.ExportReturn, list);
            await Filing.SaveAsync(visitor, number, With(_wayBack, ("Goods[0].Qty", "12"), ("Goods[0].Qty1", "34.2")));
            drafts.Add(await portal.WithDatabaseAsync(db => db.Declarations.Where(d => d.Number == DeclarationNumber.Parse(number, null)).Select(d => new ValueTuple<DeclarationNumber, int, int>(d.Number, d.EnterpriseId, d.Version)).SingleAsync()));
        }

        var outcomes = await Task.WhenAll(drafts.Select(d => portal.InScopeAsync(s => s.GetRequiredService<DeclarationService>().SubmitAsync(d.EnterpriseId, d.Number, d.Version, TestContext.Current.CancellationToken))));

        Assert.Equal(2, outcomes.Count(o => o.IsDone));
        var taken = await portal.WithDatabaseAsync(async db =>
        {
            var source = await db.Declarations.Where(d => d.Number == DeclarationNumber.Parse(list, null)).Select(d => d.Id).SingleAsync();
            return await db.ReturnedQuantities.Where(q => q.SourceId == source).Select(q => q.Quantity).ToListAsync();
        });
        Assert.Equal([12m, 12m], taken);
    }

    [Theory]
    [InlineData(DocumentKind.ExportReturn, "CEB213Message")]
    [InlineData(DocumentKind.Withdrawal, "CEB605Message")]
    [InlineData(DocumentKind.TotalsSheet, "CEB607Message")]
    [InlineData(DocumentKind.Arrival, "CEB507Message")]
    [InlineData(DocumentKind.Departure, "CEB509Message")]
    [InlineData(DocumentKind.Aggregation, "CEB701Message")]
    public async Task Every_application_is_made_of_a_list_checked_passed_and_written_as_its_message(DocumentKind kind, string root)
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await OpenAsync(visitor, kind, await Filing.HandOverNewAsync(portal, visitor));
        Dictionary<string, string?> typed = new(_wayBack)
        {
            ["OperatorCode"] = "91431299MA0000015J",
            ["OperatorName"] = "示例监管场所",
            ["DomesticTrafNo"] = "湘N00000",
            ["LeaveTime"] = "20261122093000",
            ["Lists[0].InvtNo"] = "49992026E000000001",
        };
        var page = await Filing.OpenEditAsync(visitor, number);

        await SubmitAsync(visitor, number, typed.Where(t => page.QuerySelector($"[name='{t.Key}']") is not null).ToDictionary(t => t.Key, t => t.Value));
        await Filing.PassAsync(portal, number);

        var message = await DownloadAsync(visitor, number);
        Assert.Equal(_ceb + root, message.Root!.Name);
        Assert.Contains(message.Descendants(), e => e.Name.LocalName is "copNo" or "coElNo" && e.Value == number.Replace("-", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tally_is_made_of_a_return_that_was_handed_over()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var back = await OpenAsync(visitor, DocumentKind.ExportReturn, await Filing.HandOverNewAsync(portal, visitor));
        await SubmitAsync(visitor, back, _wayBack);
        await Filing.PassAsync(portal, back);
        await visitor.SubmitAsync($"/enterprise/declarations/{back}", new() { ["On"] = "2026-11-22" }, $"/enterprise/declarations/{back}/handover");

        var number = await OpenAsync(visitor, DocumentKind.ReturnTally, back);
        await SubmitAsync(visitor, number, new() { ["OperatorCode"] = "91431299MA0000015J", ["OperatorName"] = "示例监管场所" });
        await Filing.PassAsync(portal, number);

        var message = await DownloadAsync(visitor, number);
        Assert.Equal(_ceb + "CEB215Message", message.Root!.Name);
        Assert.Equal("49992026E000000001", message.Descendants(_ceb + "invtNo").Single().Value);
    }

    [Fact]
    public async Task Only_ones_own_handed_over_lists_can_be_chosen()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var draft = await Filing.OpenAsync(visitor);
        var list = await Filing.HandOverNewAsync(portal, visitor);
        var tea = await portal.VisitAsAsync("tea");

        var ofDraft = await PostAsync(visitor, DocumentKind.ExportReturn, draft);
        var foreign = await PostAsync(tea, DocumentKind.ExportReturn, list);
        var nothing = await visitor.ForgeAsync("/enterprise/declarations/new", "/enterprise/applications", new() { ["Kind"] = "ExportReturn" });
        var notAsked = await visitor.ForgeAsync("/enterprise/declarations/new", "/enterprise/applications", new() { ["Kind"] = "List", ["Sources"] = list });

        Assert.Contains("不是已移交的清单", await TextAsync(ofDraft), StringComparison.Ordinal);
        Assert.Contains("没有找到这份预申报", await TextAsync(foreign), StringComparison.Ordinal);
        Assert.Contains("请选择清单", await TextAsync(nothing), StringComparison.Ordinal);
        Assert.Contains("请选择要办理的单证", await TextAsync(notAsked), StringComparison.Ordinal);
        Assert.DoesNotContain(list, await TextAsync(await tea.GetAsync("/enterprise/applications")), StringComparison.Ordinal);
        Assert.Contains(list, await TextAsync(await visitor.GetAsync("/enterprise/applications?kind=TotalsSheet")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_is_not_copied()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await OpenAsync(visitor, DocumentKind.Withdrawal, await Filing.HandOverNewAsync(portal, visitor));

        var answer = await visitor.ForgeAsync("/enterprise/declarations/new", $"/enterprise/declarations/{number}/copy", []);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_grouping_of_an_aggregation_says_which_lists_go_together_and_why()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var (first, second) = (await Filing.HandOverNewAsync(portal, visitor), await Filing.HandOverNewAsync(portal, visitor));

        using var content = new FormUrlEncodedContent([new("Kind", "Aggregation"), new("Sources", first), new("Sources", second), new("Act", "plan")]);
        var page = await visitor.OpenAsync($"/enterprise/applications?{await content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");

        var plan = page.QuerySelector("[aria-labelledby='plan-title']")!;
        Assert.Single(plan.QuerySelectorAll("h3"));
        Assert.Contains($"{first} 第 1 项；{second} 第 1 项", plan.TextContent, StringComparison.Ordinal);
        Assert.Contains("1286.4 USD", plan.TextContent, StringComparison.Ordinal);
        Assert.Contains("待核", plan.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submission_keeps_the_kind_of_its_document()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await OpenAsync(visitor, DocumentKind.ExportReturn, await Filing.HandOverNewAsync(portal, visitor));
        await SubmitAsync(visitor, number, _wayBack);

        var kind = await portal.WithDatabaseAsync(db => db.Submissions.Where(s => db.Declarations.Any(d => d.Id == s.DeclarationId && d.Number == DeclarationNumber.Parse(number, null))).Select(s => s.Kind).SingleAsync());

        Assert.Equal(DocumentKind.ExportReturn, kind);
    }

    [Theory]
    [InlineData(DocumentKind.ExportReturn, "InvtNo")]
    [InlineData(DocumentKind.Withdrawal, "InvtNo")]
    [InlineData(DocumentKind.TotalsSheet, "Waybills[0].InvtNo")]
    [InlineData(DocumentKind.Aggregation, "Lists[0].InvtNo")]
    public async Task The_number_that_customs_gave_the_list_is_taken_from_its_receipt(DocumentKind kind, string field)
    {
        const string Given = "49992026E000000007";
        var visitor = await portal.VisitAsAsync("luggage");
        var list = await Filing.HandOverNewAsync(portal, visitor);
        Assert.Equal("", Filing.ValueOf(await Filing.OpenEditAsync(visitor, await OpenAsync(visitor, kind, list)), field));
        var copNo = DeclarationNumber.Parse(list, null).CopNo;
        // a later receipt that does not repeat the number takes it away from nobody
        foreach (var receipt in new[] { Receipts.OfAList(copNo, "120", "20261122110000000", invtNo: Given), Receipts.OfAList(copNo, "800", "20261122120000000") })
            await visitor.UploadAsync($"/enterprise/declarations/{list}", "/enterprise/receipts", new() { ["Number"] = list }, ("receipt.xml", System.Text.Encoding.UTF8.GetBytes(receipt)));

        var page = await Filing.OpenEditAsync(visitor, await OpenAsync(visitor, kind, list));

        Assert.Equal(Given, Filing.ValueOf(page, field));
        if (!field.Contains('[', StringComparison.Ordinal)) Assert.Equal("取自海关回执", page.QuerySelector($"#{field}-origin")!.TextContent);
        // typed over with another one, it is named where it stands, with the one that customs gave
        var other = await OpenAsync(visitor, kind, list);
        await Filing.SaveAsync(visitor, other, new() { [field] = "49992026E000000008" });
        var draft = await Filing.OpenEditAsync(visitor, other);
        Assert.Contains(Filing.Findings(draft), f => f.Rule == "INVT-003");
        Assert.Contains("清单编号与回执不同", draft.QuerySelector($"[data-field-message-for='{field}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Given, (await visitor.OpenAsync($"/enterprise/declarations/{list}")).QuerySelector("[data-list-number]")!.TextContent, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> With(Dictionary<string, string?> fields, params (string Name, string Value)[] more)
    {
        var all = new Dictionary<string, string?>(fields);
        foreach (var (name, value) in more) all[name] = value;
        return all;
    }

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, DocumentKind kind, string source) =>
        visitor.ForgeAsync("/enterprise/declarations/new", "/enterprise/applications", new() { ["Kind"] = kind.ToString(), ["Sources"] = source });

    private static async Task<string> OpenAsync(Visitor visitor, DocumentKind kind, string source)
    {
        var answer = await PostAsync(visitor, kind, source);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.Headers.Location!.ToString().Split('/')[3];
    }

    private static async Task SubmitAsync(Visitor visitor, string number, Dictionary<string, string?> fields)
    {
        var answer = await Filing.SaveAsync(visitor, number, fields, "Act=submit");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await Visitor.ReadAsync(answer)).QuerySelector(".hh-decl")?.TextContent);
    }

    private static async Task<XDocument> DownloadAsync(Visitor visitor, string number)
    {
        using var answer = await visitor.GetAsync($"/enterprise/declarations/{number}/files/application.xml");
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/xml", await TextAsync(answer));
        return XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) => (await Visitor.ReadAsync(answer)).Body!.TextContent;
}
