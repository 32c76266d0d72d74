using System.Net;
using System.Text.Json;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Declarations;

public sealed class SavingADraftTests(Portal portal)
{
    private static readonly Dictionary<string, string?> _nineFaults = new(StringComparer.Ordinal)
    {
        ["Country"] = "CHN",
        ["PackNo"] = "两箱",
        ["GrossWeight"] = "-5",
        ["WrapType"] = "ZZ",
        ["TrafMode"] = "Q",
        ["OrderGoodsValue"] = "12",
        ["Goods[0].Gcode"] = "42021",
        ["Goods[0].TotalPrice"] = "600",
        ["Goods[0].Unit"] = "999",
    };

    [Fact]
    public async Task A_form_with_nine_faults_shows_all_nine_at_once_each_at_its_field_and_keeps_what_was_typed()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);
        var fields = Filing.Valid();
        foreach (var (name, value) in _nineFaults) fields[name] = value;

        Assert.Equal(HttpStatusCode.Redirect, (await Filing.SaveAsync(visitor, number, fields)).StatusCode);

        var page = await Filing.OpenEditAsync(visitor, number);
        foreach (var (name, value) in _nineFaults)
        {
            Assert.Equal(value, Filing.ValueOf(page, name));
            Assert.NotEqual("", page.QuerySelector($"[data-field-message-for='{name}']")!.TextContent.Trim());
            Assert.Equal("true", page.QuerySelector($"[name='{name}']")!.GetAttribute("aria-invalid"));
        }
        Assert.True(Filing.Findings(page).Select(f => f.At).Distinct().Count() >= 9);
    }

    [Fact]
    public async Task Trying_to_submit_faults_lists_them_on_top_with_links_to_their_fields()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);
        var fields = Filing.Valid();
        foreach (var (name, value) in _nineFaults) fields[name] = value;

        var page = await Visitor.ReadAsync(await Filing.SaveAsync(visitor, number, fields, "Act=submit"));

        var links = page.QuerySelectorAll("[data-error-summary] a").Select(a => a.GetAttribute("href")![1..]).ToList();
        Assert.True(links.Count >= 9);
        Assert.All(links, id => Assert.NotNull(page.GetElementById(id)));
    }

    [Fact]
    public async Task Anything_can_be_typed_and_nothing_of_it_is_lost_or_breaks_the_page()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);
        var odd = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OrderNo"] = new string('9', 300),
            ["GrossWeight"] = "1e400",
            ["PackNo"] = "99999999999999999999",
            ["IeDate"] = "31/02/2026",
            ["Note"] = "<script>alert(1)</script> 😀 \"'&",
            ["Goods[0].Gname"] = "𠮷𠮷𠮷",
            ["Goods[0].Qty"] = "－１２",
            ["Goods[0].Price"] = "12345678901234567890.123456789",
        };

        Assert.Equal(HttpStatusCode.Redirect, (await Filing.SaveAsync(visitor, number, odd)).StatusCode);

        var page = await Filing.OpenEditAsync(visitor, number);
        Assert.All(odd, typed => Assert.Equal(typed.Value, Filing.ValueOf(page, typed.Key)));
        Assert.DoesNotContain(page.Scripts, s => s.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_beyond_all_typing_is_refused_at_its_field_and_the_rest_stays_on_the_page()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);

        var answer = await Filing.SaveAsync(visitor, number, new() { ["Note"] = new string('长', 5000), ["OrderNo"] = "KEEP-ME" });

        var page = await Visitor.ReadAsync(answer);
        Assert.Contains("备注超过 4000 个字符", page.QuerySelector("[data-error-summary]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("KEEP-ME", Filing.ValueOf(page, "OrderNo"));
    }

    [Fact]
    public async Task The_script_gets_the_new_version_the_panel_and_the_messages()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);

        using var answer = await SaveAsJsonAsync(visitor, number, new() { ["NetWeight"] = "9", ["GrossWeight"] = "6" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, json.RootElement.GetProperty("version").GetInt32());
        Assert.Equal("10:00", json.RootElement.GetProperty("savedAt").GetString());
        Assert.Contains("WEIGHT-", json.RootElement.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains("MustFix", json.RootElement.GetProperty("fields").GetProperty("NetWeight")[0].GetProperty("severity").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_saves_over_a_newer_version_gets_a_conflict_not_a_win()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);
        await Filing.SaveAsync(visitor, number, new() { ["Note"] = "一" });

        using var answer = await SaveAsJsonAsync(visitor, number, new() { ["Version"] = "1", ["Note"] = "二" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("一", Filing.ValueOf(await Filing.OpenEditAsync(visitor, number), "Note"));
    }

    [Fact]
    public async Task A_proposal_is_adopted_with_one_button_and_taken_back_with_another()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);
        var fields = Filing.Valid();
        fields["Goods[0].TotalPrice"] = "600";
        await Filing.SaveAsync(visitor, number, fields);
        var offer = (await Filing.OpenEditAsync(visitor, number)).QuerySelector("button[name=apply][data-path='/goods/0/totalPrice']")!;

        await Filing.SaveAsync(visitor, number, [], $"apply={offer.GetAttribute("value")}");

        var mended = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal("643.2", Filing.ValueOf(mended, "Goods[0].TotalPrice"));
        var undo = mended.QuerySelector("button[name=undo]")!.GetAttribute("value");
        await Filing.SaveAsync(visitor, number, [], $"undo={undo}");
        var restored = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal("600", Filing.ValueOf(restored, "Goods[0].TotalPrice"));
        Assert.Null(restored.QuerySelector("button[name=undo]"));
        var history = (await visitor.OpenAsync($"/enterprise/declarations/{number}")).Body!.TextContent;
        Assert.All(["采用预检建议", "PRICE-002", "撤回采用的建议"], words => Assert.Contains(words, history, StringComparison.Ordinal));
        var lines = await portal.WithDatabaseAsync(db => db.Journal.Where(l => l.SubjectKey == number && l.Act.StartsWith("declaration.fix-")).OrderBy(l => l.Id).SelectMany(l => l.Changes).Select(c => new { c.OldValue, c.NewValue }).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([("600", "643.2"), ("643.2", "600")], lines.Select(l => (l.OldValue, l.NewValue)));
    }

    [Theory]
    [InlineData("NOSUCH-001|/netWeight")]
    [InlineData("PRICE-002|/goods/99/totalPrice")]
    [InlineData("PRICE-002")]
    [InlineData("|||")]
    public async Task A_forged_proposal_changes_nothing(string forged)
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);

        Assert.Equal(HttpStatusCode.Redirect, (await Filing.SaveAsync(visitor, number, Filing.Valid(), $"apply={forged}")).StatusCode);

        Assert.Equal("68.4", Filing.ValueOf(await Filing.OpenEditAsync(visitor, number), "NetWeight"));
    }

    [Fact]
    public async Task Lines_are_added_and_removed_without_scripts()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);
        await Filing.SaveAsync(visitor, number, Filing.Valid(), "Act=addline");
        await Filing.SaveAsync(visitor, number, new() { ["Goods[1].Gname"] = "第二项" });
        Assert.Equal("第二项", Filing.ValueOf(await Filing.OpenEditAsync(visitor, number), "Goods[1].Gname"));

        await Filing.SaveAsync(visitor, number, [], "RemoveLine=0");

        var page = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal("第二项", Filing.ValueOf(page, "Goods[0].Gname"));
        Assert.Null(Filing.ValueOf(page, "Goods[1].Gname"));
    }

    [Fact]
    public async Task A_hundred_lines_are_saved_whole()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);
        var fields = Filing.Valid();
        for (var i = 1; i < 100; i++)
        {
            foreach (var (name, value) in Filing.Valid().Where(f => f.Key.StartsWith("Goods[0]", StringComparison.Ordinal))) fields[name.Replace("[0]", $"[{i}]", StringComparison.Ordinal)] = value;
        }

        Assert.Equal(HttpStatusCode.Redirect, (await Filing.SaveAsync(visitor, number, fields)).StatusCode);

        var page = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal("拉杆箱", Filing.ValueOf(page, "Goods[99].Gname"));
    }

    private static async Task<HttpResponseMessage> SaveAsJsonAsync(Visitor visitor, string number, Dictionary<string, string?> changed)
    {
        var page = await Filing.OpenEditAsync(visitor, number);
        var fields = page.QuerySelectorAll("#draft [name]").Where(e => e.TagName != "BUTTON")
            .ToDictionary(e => e.GetAttribute("name")!, e => Filing.ValueOf(page, e.GetAttribute("name")!) ?? "", StringComparer.Ordinal);
        foreach (var (name, value) in changed) fields[name] = value ?? "";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/enterprise/declarations/{number}/edit", UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.ParseAdd("application/json");
        return await visitor.Client.SendAsync(request);
    }
}
