using System.Net;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Risks;

/// <summary>The public reads notices of risks by country, goods and corridor; enterprises see them at their drafts.</summary>
public sealed class ReadingRisksTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_is_narrowed_by_country_goods_corridor_and_what_holds_today()
    {
        var (editor, visitor) = (await portal.VisitAsAsync("editor"), portal.Visit());
        var corridor = await portal.WithDatabaseAsync(db => db.Corridors.Where(c => c.Slug == "china-laos").Select(c => c.Id).SingleAsync(Cancellation));
        var (_, shoes) = await portal.PublishAsync(editor, RiskScenes.Form("公开的鞋类提示", "GHA", "6403"));
        var lane = RiskScenes.Form("公开的通道提示");
        lane["CorridorIds"] = corridor.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (_, way) = await portal.PublishAsync(editor, lane);
        var later = RiskScenes.Form("以后才有效的提示", "GHA", "6403");
        (later["From"], later["Until"]) = ("2099-01-01", "2099-12-31");
        var (_, coming) = await portal.PublishAsync(editor, later);

        Assert.Equal([shoes, way], await ShownAsync(visitor, "?country=GHA", shoes, way, coming));
        // the heading is narrower than what was asked for, and a heading is asked for within it
        Assert.Equal([shoes, way], await ShownAsync(visitor, "?hs=64&country=GHA", shoes, way, coming));
        Assert.Equal([shoes, way], await ShownAsync(visitor, "?hs=6403.19.0000", shoes, way, coming));
        Assert.Equal([way], await ShownAsync(visitor, "?hs=6402", shoes, way, coming));
        Assert.Equal([way], await ShownAsync(visitor, "?country=LAO", shoes, way, coming));
        Assert.Equal([shoes, way, coming], await ShownAsync(visitor, "?all=true", shoes, way, coming));
        Assert.Equal([shoes], await ShownAsync(visitor, "?corridor=china-vietnam", shoes, way, coming));
        Assert.NotNull((await visitor.OpenAsync("/risks?hs=x")).QuerySelector("[data-unread]"));
        var shown = await visitor.OpenAsync("/corridors/china-laos");
        Assert.NotNull(shown.QuerySelector($"[data-risks] [data-risk='{way}'] a[href='/risks/{way}']"));
        Assert.Null(shown.QuerySelector($"[data-risk='{shoes}']"));
        Assert.NotNull((await visitor.OpenAsync($"/risks/{coming}")).QuerySelector("[data-over]"));
    }

    [Fact]
    public async Task A_notice_has_its_own_page_in_both_languages_and_is_found_listed_and_fed()
    {
        var (editor, visitor) = (await portal.VisitAsAsync("editor"), portal.Visit());
        var form = RiskScenes.Form("新增检疫要求", "老挝", "0709");
        (form["EnglishTitle"], form["EnglishSummary"], form["EnglishBody"]) = ("New quarantine terms", "More papers are asked for.", "See the *list*.");
        form["SourceAddress"] = "https://example.invalid/source";
        var page = await editor.WriteAsync(form);
        var number = await portal.NumberAsync(page);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/risks/{number}")).StatusCode);
        Assert.Empty((await visitor.OpenAsync("/search?q=新增检疫要求")).QuerySelectorAll($"a[href='/risks/{number}']"));

        (await editor.SubmitAsync(page, [], $"{page}/publish")).LedTo();

        var shown = await visitor.OpenAsync($"/risks/{number}");
        foreach (var text in new[] { "新增检疫要求", "查验变多", "警示", "2026-11-01", "LAO 老挝", "HS 0709", "测试来源" }) Assert.Contains(text, shown.Content(), StringComparison.Ordinal);
        Assert.NotNull(shown.QuerySelector("a[href='https://example.invalid/source']"));
        var english = (await visitor.OpenAsync($"/en/risks/{number}")).Content();
        foreach (var text in new[] { "New quarantine terms", "More papers are asked for.", "See the list.", "Warning" }) Assert.Contains(text, english, StringComparison.Ordinal);
        var (_, chinese) = await portal.PublishAsync(editor, RiskScenes.Form("只有中文的提示", "老挝", "0709"));
        var untranslated = await visitor.OpenAsync($"/en/risks/{chinese}");
        Assert.NotNull(untranslated.QuerySelector("[data-untranslated]"));
        Assert.EndsWith($"/risks/{chinese}", untranslated.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("/en/", untranslated.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotEmpty((await visitor.OpenAsync("/search?q=新增检疫要求")).QuerySelectorAll($"a[href='/risks/{number}']"));
        Assert.Contains($"/risks/{number}", await (await visitor.GetAsync("/feeds/risks.atom")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains($"/risks/{number}", await (await visitor.GetAsync("/sitemap/1.xml")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_names_the_latest_that_hold_today_in_both_languages_and_nothing_where_none_does()
    {
        await using var own = Portal.Own();
        var (editor, visitor) = (await own.VisitAsAsync("editor"), own.Visit());
        Assert.Equal(["FX-2026-9001"], await NamedAsync(visitor, "/"));
        var form = RiskScenes.Form("首页上的提示", "GHA", "6403");
        form["EnglishTitle"] = "A notice on the first page";
        var (page, number) = await own.PublishAsync(editor, form);
        var coming = RiskScenes.Form("还没开始的提示", "GHA", "6403");
        coming["From"] = "2099-01-01";
        await own.PublishAsync(editor, coming);

        Assert.Equal([number, "FX-2026-9001"], await NamedAsync(visitor, "/"));
        var english = (await visitor.OpenAsync("/en/")).QuerySelector($"[data-risks] [data-risk='{number}']")!;
        Assert.Equal($"/en/risks/{number}", english.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("A notice on the first page", english.TextContent, StringComparison.Ordinal);

        foreach (var address in new[] { page, $"/park/risks/{await own.WithDatabaseAsync(db => db.RiskNotices.Where(n => n.Number == "FX-2026-9001").Select(n => n.Id).SingleAsync(Cancellation))}" })
            (await editor.SubmitAsync($"{address}/withdraw", new() { ["Reason"] = "情况已结束" }, $"{address}/withdraw")).LedTo();
        Assert.Null((await visitor.OpenAsync("/")).QuerySelector("[data-risks]"));
    }

    [Fact]
    public async Task A_draft_shows_the_notices_that_its_goods_are_in_the_scope_of()
    {
        var (editor, filer) = (await portal.VisitAsAsync("editor"), await portal.VisitAsAsync("filer"));
        var number = await Filing.OpenAsync(filer);
        var fields = Filing.Valid();
        (fields["Country"], fields["Goods[0].Country"]) = ("TZA", "TZA");
        await Filing.SaveAsync(filer, number, fields);
        var (page, risk) = await portal.PublishAsync(editor, RiskScenes.Form("坦桑尼亚箱包", "TZA", "4202"));
        var (_, other) = await portal.PublishAsync(editor, RiskScenes.Form("坦桑尼亚鞋类", "TZA", "6403"));

        foreach (var address in new[] { $"/enterprise/declarations/{number}/edit", $"/enterprise/declarations/{number}" })
        {
            var shown = await filer.OpenAsync(address);
            Assert.NotNull(shown.QuerySelector($"[data-risks] [data-risk='{risk}'] a[href='/risks/{risk}']"));
            Assert.Null(shown.QuerySelector($"[data-risk='{other}']"));
        }

        (await editor.SubmitAsync($"{page}/withdraw", new() { ["Reason"] = "写错了" }, $"{page}/withdraw")).LedTo();
        Assert.Null((await filer.OpenAsync($"/enterprise/declarations/{number}/edit")).QuerySelector($"[data-risk='{risk}']"));
    }

    [Fact]
    public async Task The_invented_notice_says_so()
    {
        var shown = await portal.Visit().OpenAsync("/risks/FX-2026-9001");
        Assert.Contains("演示", shown.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("演示内容，不是真实的风险", shown.Content(), StringComparison.Ordinal);
    }

    private static async Task<List<string>> NamedAsync(Visitor visitor, string address) =>
        [.. (await visitor.OpenAsync(address)).QuerySelectorAll("[data-risks] [data-risk]").Select(r => r.GetAttribute("data-risk")!)];

    /// <summary>Which of these the list shows, in their order.</summary>
    private static async Task<List<string>> ShownAsync(Visitor visitor, string query, params string[] numbers)
    {
        var shown = (await visitor.OpenAsync($"/risks{query}")).QuerySelectorAll("article[data-risk]").Select(a => a.GetAttribute("data-risk")!).ToHashSet(StringComparer.Ordinal);
        return [.. numbers.Where(shown.Contains)];
    }
}
