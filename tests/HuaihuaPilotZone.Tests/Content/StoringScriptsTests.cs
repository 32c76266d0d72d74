using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Tests.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>Markup in every free field of what editors write: kept as it was typed, shown as text, on the desk's pages and on the public's.</summary>
public sealed class StoringScriptsTests(Portal portal)
{
    private const string Script = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_news_item_its_versions_and_its_translation_are_text_wherever_they_are_shown()
    {
        var editor = await portal.VisitAsAsync("editor");
        var address = (await editor.SubmitAsync("/park/news/new", new()
        {
            ["Title"] = Script,
            ["Column"] = "Notice",
            ["Summary"] = Script,
            ["Body"] = $"{Script}\n\n[{Script}](/news \"{Script}\")\n\n| {Script} |\n|---|\n| {Script} |",
            ["Source"] = Script,
        })).LedTo();
        await editor.SubmitAsync(address, [], $"{address}/publish");
        await editor.SubmitAsync(address, new() { ["Body"] = Script, ["Correction"] = Script }, address);
        await editor.SubmitAsync(address, [], $"{address}/publish");
        var slug = (await editor.OpenAsync(address)).Value("Slug");
        await editor.SubmitAsync($"{address}/english", new() { ["Title"] = Script, ["Summary"] = Script, ["Body"] = Script }, $"{address}/english");

        await AreTextAsync(
            editor, address, $"{address}/preview", $"{address}/versions", $"{address}/versions/compare?from=1&to=2", $"{address}/english", "/park/news?q=alert", "/park/editorial", "/park/english?q=alert");
        await AreTextAsync(portal.Visit(), $"/news/{slug}", "/news", "/", $"/en/news/{slug}", "/search?q=alert(1)", "/search/suggest?q=alert");
        var feed = await (await portal.Visit().GetAsync("/feeds/news/notice.atom")).Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("<script", feed, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_and_its_card_are_text_wherever_they_are_shown()
    {
        var editor = await portal.VisitAsAsync("editor");
        var page = await editor.OpenAsync("/park/policies/new");
        var values = new Dictionary<string, string?> { ["Topic"] = "EnterpriseServices", ["Openness"] = "Proactive", ["EffectiveOn"] = "2026-01-01", ["AddsNewIssuers"] = "true" };
        foreach (var name in new[] { "Title", "Issuers", "Summary", "Body", "CardWho", "CardBenefit", "CardConditions", "CardHow", "CardUntil" })
        {
            Assert.NotNull(page.QuerySelector($"[name='{name}']"));
            values[name] = Script;
        }

        var address = (await editor.SubmitAsync("/park/policies/new", values)).LedTo();
        await editor.SubmitAsync(address, [], $"{address}/publish");
        var slug = await portal.WithDatabaseAsync(db => db.PolicyDocuments.OrderByDescending(d => d.Id).Where(d => d.Title == Script).Select(d => d.Slug).FirstAsync(Cancellation));

        await AreTextAsync(editor, address, $"{address}/preview", $"{address}/versions", "/park/policies?q=alert", "/park/policy-matching?q=alert");
        await AreTextAsync(portal.Visit(), $"/policies/{slug}", $"/en/policies/{slug}", "/policies", "/policies?q=alert", "/search?q=alert(1)");
    }

    [Fact]
    public async Task A_picture_s_name_and_words_are_text_in_the_list_in_the_page_and_in_what_is_sent()
    {
        var editor = await portal.VisitAsAsync("editor");
        var words = $"{Script} {Guid.NewGuid():N}";
        await editor.UploadAsync("/park/media/new", "/park/media/new", new() { ["Description"] = words }, ("<img src=x onerror=alert(2)>.png", SamplePictures.Png()));
        var media = await portal.WithDatabaseAsync(db => db.MediaFiles.SingleAsync(m => m.Description == words, Cancellation));

        await AreTextAsync(editor, "/park/media?q=alert", $"/park/media/{media.Id}");
        var line = (await editor.OpenAsync("/park/media?q=alert")).QuerySelector("[data-media] input")!.GetAttribute("value")!;
        var address = (await editor.SubmitAsync("/park/news/new", new() { ["Title"] = "带图", ["Column"] = "Notice", ["Summary"] = "摘要", ["Body"] = line })).LedTo();
        await AreTextAsync(editor, $"{address}/preview");
    }

    [Fact]
    public async Task Words_of_columns_synonyms_and_reasons_are_text()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        await editor.SubmitAsync("/park/columns/Story", new() { ["Name"] = "<img onerror=a>" }, "/park/columns/Story");
        await editor.SubmitAsync("/park/search/new", new() { ["Words"] = "<script>x</script>、陆" });
        await editor.SubmitAsync("/park/wording/new", new() { ["Word"] = "<script>", ["Replacement"] = "<img onerror=a>", ["Note"] = Script });
        var address = (await editor.SubmitAsync("/park/news/new", new() { ["Title"] = "故事", ["Slug"] = "story", ["Column"] = "Story", ["Summary"] = "摘要", ["Body"] = "正文" })).LedTo();
        await editor.SubmitAsync(address, [], $"{address}/publish");

        await AreTextAsync(own.Visit(), "/news", "/news/story", "/news?column=Story", "/site-map", "/subscriptions");
        await editor.SubmitAsync($"{address}/withdraw", new() { ["Reason"] = Script });

        await AreTextAsync(editor, "/park/columns", "/park/columns/Story", "/park/search", "/park/wording", address, "/park/news/new");
    }

    private static async Task AreTextAsync(Visitor visitor, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            using var answer = await visitor.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var page = await Visitor.ReadAsync(answer);
            var offences = page.All.Where(IsAlive).Select(e => e.OuterHtml).ToList();
            Assert.True(offences.Count == 0, $"{address}: {string.Join('\n', offences)}");
        }
    }

    /// <summary>Something that no template of ours writes: a script in the page, or an attribute that runs one.</summary>
    private static bool IsAlive(IElement element) =>
        (element is IHtmlScriptElement { Source: null or "" } script && script.Type is not ("application/ld+json" or "application/json" or "importmap"))
        || element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
}
