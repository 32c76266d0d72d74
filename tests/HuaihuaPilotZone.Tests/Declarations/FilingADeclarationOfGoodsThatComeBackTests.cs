using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tests.Api;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>Goods that left with a 报关单 and come back under 4561.</summary>
public sealed class FilingADeclarationOfGoodsThatComeBackTests(Portal portal)
{
    private static readonly XNamespace _dec = "http://www.chinaport.gov.cn/dec";

    private static readonly Dictionary<string, string?> _wayBack = new()
    {
        ["RelatedDeclarationNo"] = "499920260000000001",
        ["PortCode"] = "7208",
        ["EntryPort"] = "450401",
        ["PromiseItems"] = "00000",
        ["TrafMode"] = "4",
        ["VoyageNo"] = "1234567890124",
        ["BillNo"] = "T-BACK-1",
        ["StopPort"] = "VNM903",
        ["GoodsPlace"] = "示例监管仓库",
        ["PackNo"] = "1",
        ["GrossWeight"] = "80",
        ["NetWeight"] = "68.4",
        ["Goods[0].DistrictCode"] = "43139",
        ["Goods[0].DutyMode"] = "1",
    };

    [Fact]
    public async Task It_is_made_of_the_declaration_that_the_goods_left_with_and_carries_over_what_fits()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var exported = await HandOverAsync(visitor);

        var number = await OpenAsync(visitor, exported);

        var page = await Filing.OpenEditAsync(visitor, number);
        string[] carried = ["TradeMode", "TradeCountry", "DespatchPort", "OverseasConsignorName", "Goods[0].SourceLine", "Goods[0].Gcode", "Goods[0].DestinationCountry", "Goods[0].Qty"];
        Assert.Equal(["4561", "VNM", "VNM903", "SAMPLE BUYER", "1", "4202121000", "CHN", "24"], carried.Select(n => Filing.ValueOf(page, n)));
        Assert.StartsWith("0|3|", Filing.ValueOf(page, "Goods[0].Gmodel"), StringComparison.Ordinal);
        // the way home is another one, and what is levied on it is not known
        Assert.All(["VoyageNo", "BillNo", "GrossWeight", "PortCode", "Goods[0].DutyMode"], n => Assert.Equal("", Filing.ValueOf(page, n)));
        Assert.Contains($"取自 {exported}", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(number, (await visitor.OpenAsync($"/enterprise/declarations/{exported}")).QuerySelector("[aria-labelledby='applications-title']")!.TextContent, StringComparison.Ordinal);
        var exemption = (await visitor.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector("[aria-labelledby='sources-title'] a[href*='tools/returns']")!.GetAttribute("href");
        Assert.Contains("WasCustomsDeclaration=true&ExportedOn=2026-11-22", exemption, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_submitted_looked_at_passed_and_handed_over_as_an_import_declaration_without_a_signature()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var reviewer = await portal.VisitAsAsync("reviewer");
        var number = await OpenAsync(visitor, await HandOverAsync(visitor));
        await SubmitAsync(visitor, number, await TypedAsync(visitor, number));

        var review = await reviewer.OpenAsync($"/park/declarations/{number}");
        Assert.Contains("原出口报关单号", review.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("499920260000000001", review.Body!.TextContent, StringComparison.Ordinal);
        await Filing.PassAsync(portal, number);

        using var answer = await visitor.GetAsync($"/enterprise/declarations/{number}/files/declaration.xml");
        var message = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        string[] written = ["IEFlag", "TradeMode", "RelId", "TradeCountry", "OperType", "ClientSeqNo"];
        Assert.Equal(_dec + "DecMessage", message.Root!.Name);
        Assert.Equal(["I", "4561", "499920260000000001", "VNM", "G", number.Replace("-", "", StringComparison.Ordinal)], written.Select(e => message.Descendants(_dec + e).First().Value));
        Assert.DoesNotContain(message.Descendants(), e => e.Name.LocalName == "Signature");
        Assert.Contains("退运报关单", (await visitor.OpenAsync($"/enterprise/declarations/{number}/print")).Body!.TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync($"/enterprise/declarations/{number}", new() { ["On"] = "2026-11-22" }, $"/enterprise/declarations/{number}/handover");
        Assert.Contains("已移交", (await visitor.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_comes_back_than_the_declaration_says_went_out_also_over_several_returns()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var exported = await HandOverAsync(visitor);
        var first = await OpenAsync(visitor, exported);
        var typed = await TypedAsync(visitor, first);
        await SubmitAsync(visitor, first, Some(typed, 20));

        var second = await OpenAsync(visitor, exported);
        Assert.Equal("4", Filing.ValueOf(await Filing.OpenEditAsync(visitor, second), "Goods[0].Qty"));
        var answer = await Filing.SaveAsync(visitor, second, Some(typed, 5), "Act=submit");

        Assert.Contains(("REIMPORT-006", "/goods/0/qty"), Filing.Findings(await Visitor.ReadAsync(answer)));
        await SubmitAsync(visitor, second, Some(typed, 4));
        var taken = await portal.WithDatabaseAsync(db => db.ReturnedQuantities.Where(q => db.Declarations.Any(d => d.Id == q.SourceId && d.Number == DeclarationNumber.Parse(exported, null)) && q.Line == 1).Select(q => q.Quantity).ToListAsync());
        Assert.Equal([20m, 4m], taken);
    }

    [Fact]
    public async Task A_system_files_it_from_the_declaration_that_it_names_and_from_nothing_else()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var (system, others) = (await ApiSystem.OfAsync(portal), await ApiSystem.OfAsync(portal, "tea"));
        var (exported, list) = (await HandOverAsync(visitor), await Filing.HandOverNewAsync(portal, visitor));
        var filled = await OpenAsync(visitor, exported);
        await Filing.SaveAsync(visitor, filled, await TypedAsync(visitor, filled));
        var document = (await system.GetAsync($"/api/v1/declarations/{filled}")).Body.GetProperty("document");
        var sent = document.ToString().Insert(1, "\"kind\":\"returnDeclaration\",");
        Task<ApiReply> PostTo(string query, ApiSystem caller) => caller.SendAsync(HttpMethod.Post, $"/api/v1/declarations{query}", sent, idempotencyKey: Guid.NewGuid().ToString("N"));

        var made = await PostTo($"?source={exported}", system);

        Assert.Equal((201, "returnDeclaration", 0), (made.Status, made.Body.GetProperty("kind").GetString(), made.Body.GetProperty("mustFix").GetInt32()));
        var submitted = await system.SendAsync(HttpMethod.Post, $"/api/v1/declarations/{made.Number}/submit", version: made.Version);
        Assert.True(submitted.Status == 200, submitted.Body.ToString());
        Assert.Contains(made.Number, (await visitor.OpenAsync($"/enterprise/declarations/{exported}")).QuerySelector("[aria-labelledby='applications-title']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((422, 422, 404, 404), ((await PostTo("", system)).Status, (await PostTo($"?source={list}", system)).Status, (await PostTo("?source=HH-20261101-999999", system)).Status, (await PostTo($"?source={exported}", others)).Status));
        Assert.True(await portal.WithDatabaseAsync(db => db.Journal.AnyAsync(l => l.SubjectKey == exported && l.Act == "declaration.foreign-access")));
    }

    [Fact]
    public async Task A_message_cannot_say_which_item_a_line_is_and_gets_it_from_the_goods_with_a_note()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var system = await ApiSystem.OfAsync(portal);
        var exported = await HandOverAsync(visitor);
        var filled = await OpenAsync(visitor, exported);
        await Filing.SaveAsync(visitor, filled, await TypedAsync(visitor, filled));
        Assert.True(DocumentJson.TryDeserialize(ReturnDeclaration.Schema, (await system.GetAsync($"/api/v1/declarations/{filled}")).Body.GetProperty("document").ToString(), out var document));
        using var message = new MemoryStream();
        Assert.Empty(DeclarationWriter.Write(message, document, "T1", new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(8)), TestContext.Current.CancellationToken).Refusals);
        var sent = Encoding.UTF8.GetString(message.ToArray());

        var made = await system.SendAsync(HttpMethod.Post, $"/api/v1/declarations?source={exported}", sent, "application/xml");

        Assert.True(made.Status == 201, made.Body.ToString());
        Assert.Equal(("1", 0), (made.Body.GetProperty("document").GetProperty("goods")[0].GetProperty("sourceLine").GetString(), made.Body.GetProperty("mustFix").GetInt32()));
        Assert.Contains("对应到第 1 项", made.Body.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        var replaced = await system.SendAsync(HttpMethod.Put, $"/api/v1/declarations/{made.Number}", sent, "application/xml", made.Version);
        Assert.Equal((200, "1"), (replaced.Status, replaced.Body.GetProperty("document").GetProperty("goods")[0].GetProperty("sourceLine").GetString()));
        Assert.Equal(200, (await system.SendAsync(HttpMethod.Post, $"/api/v1/declarations/{made.Number}/submit", version: replaced.Version)).Status);
    }

    [Fact]
    public async Task A_list_is_not_what_it_is_made_of()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var list = await Filing.HandOverNewAsync(portal, visitor);

        var answer = await PostAsync(visitor, list);

        Assert.Contains("不是已移交的报关单", (await Visitor.ReadAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Some(Dictionary<string, string?> typed, int count) => new(typed)
    {
        ["Goods[0].Qty"] = count.ToString(CultureInfo.InvariantCulture),
        ["Goods[0].Qty1"] = (count * 2.85m).ToString("0.##", CultureInfo.InvariantCulture),
        ["Goods[0].TotalPrice"] = (count * 26.8m).ToString("0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>What has to be typed, for every line that was carried over.</summary>
    private static async Task<Dictionary<string, string?>> TypedAsync(Visitor visitor, string number)
    {
        var page = await Filing.OpenEditAsync(visitor, number);
        var typed = new Dictionary<string, string?>(_wayBack);
        for (var line = 1; page.QuerySelector($"[name='Goods[{line}].DistrictCode']") is not null; line++) (typed[$"Goods[{line}].DistrictCode"], typed[$"Goods[{line}].DutyMode"]) = ("43139", "1");
        return typed;
    }

    private async Task<string> HandOverAsync(Visitor visitor)
    {
        var number = await Filing.OpenAsync(visitor, "Business", "9710", small: false);
        await SubmitAsync(visitor, number, Filing.ValidDeclaration());
        await Filing.PassAsync(portal, number);
        await visitor.SubmitAsync($"/enterprise/declarations/{number}", new() { ["On"] = "2026-11-22" }, $"/enterprise/declarations/{number}/handover");
        return number;
    }

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, string source) =>
        visitor.ForgeAsync("/enterprise/declarations/new", "/enterprise/applications", new() { ["Kind"] = nameof(DocumentKind.ReturnDeclaration), ["Sources"] = source });

    private static async Task<string> OpenAsync(Visitor visitor, string source)
    {
        var answer = await PostAsync(visitor, source);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.Headers.Location!.ToString().Split('/')[3];
    }

    private static async Task SubmitAsync(Visitor visitor, string number, Dictionary<string, string?> fields)
    {
        var answer = await Filing.SaveAsync(visitor, number, fields, "Act=submit");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await Visitor.ReadAsync(answer)).QuerySelector(".hh-decl")?.TextContent);
    }
}
