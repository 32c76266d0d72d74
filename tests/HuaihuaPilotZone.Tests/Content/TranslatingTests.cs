using System.Net;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>A Chinese text and its English version are one item at one address.</summary>
public sealed class TranslatingTests(Portal portal)
{
    [Fact]
    public async Task An_item_without_an_English_version_says_so_on_both_pages_and_points_to_its_one_address()
    {
        var (_, slug) = await NewsAsync();
        var chinese = await portal.Visit().OpenAsync($"/news/{slug}");
        var english = await portal.Visit().OpenAsync($"/en/news/{slug}");

        Assert.Contains("暂无英文版", chinese.QuerySelector("a[data-language]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(english.QuerySelector("[data-untranslated]"));
        Assert.Equal("zh-CN", english.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Empty(english.QuerySelectorAll("link[hreflang]"));
        Assert.Equal($"http://localhost:5080/news/{slug}", english.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_published_English_version_takes_the_place_of_the_Chinese_text_on_every_English_page()
    {
        var (id, slug) = await NewsAsync();
        var editor = await portal.VisitAsAsync("editor");
        await SaveAsync(editor, id, ("Body", "Read about the [corridors](/corridors/china-laos)."));
        Assert.NotNull((await portal.Visit().OpenAsync($"/en/news/{slug}")).QuerySelector("[data-untranslated]"));

        await PublishAsync(editor, Address(id));

        var page = await portal.Visit().OpenAsync($"/en/news/{slug}");
        Assert.Equal("Trial item", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Equal("/en/corridors/china-laos", page.QuerySelector(".hh-prose a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("[data-untranslated]"));
        Assert.Equal($"http://localhost:5080/news/{slug}", page.QuerySelector("link[hreflang='zh-CN']")!.GetAttribute("href"));
        Assert.Equal($"http://localhost:5080/en/news/{slug}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal($"/en/news/{slug}", (await portal.Visit().OpenAsync($"/news/{slug}")).QuerySelector("a[data-language]")!.GetAttribute("href"));
        Assert.Equal("示例：待译", (await portal.Visit().OpenAsync($"/news/{slug}")).QuerySelector("h1")!.TextContent);
        var row = (await portal.Visit().OpenAsync("/en/news?column=Notice")).QuerySelector($"[data-news='{slug}']")!;
        Assert.Contains("Trial item", row.TextContent, StringComparison.Ordinal);

        var found = (await portal.Visit().OpenAsync("/en/search?q=corridors+trial+item")).QuerySelector($"[data-result='/news/{slug}'] a")!;
        Assert.Equal(("Trial item", $"/en/news/{slug}"), (found.TextContent, found.GetAttribute("href")));

        await WithdrawAsync(editor, Address(id));
        Assert.Null((await portal.Visit().OpenAsync("/en/search?q=corridors+trial+item")).QuerySelector($"[data-result='/news/{slug}']"));
        Assert.NotNull((await portal.Visit().OpenAsync($"/en/news/{slug}")).QuerySelector("[data-untranslated]"));
    }

    [Fact]
    public async Task An_English_version_is_never_seen_before_its_Chinese_text()
    {
        var (id, slug) = await NewsAsync(PublicationState.Draft);
        var editor = await portal.VisitAsAsync("editor");
        await SaveAsync(editor, id);
        await PublishAsync(editor, Address(id));

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/en/news/{slug}")).StatusCode);
        Assert.Null((await portal.Visit().OpenAsync("/en/news?column=Notice")).QuerySelector($"[data-news='{slug}']"));
    }

    [Fact]
    public async Task Where_only_title_and_summary_are_translated_the_page_says_so()
    {
        var (id, slug) = await NewsAsync();
        var editor = await portal.VisitAsAsync("editor");
        await SaveAsync(editor, id, ("Body", ""));
        await PublishAsync(editor, Address(id));

        var page = await portal.Visit().OpenAsync($"/en/news/{slug}");
        Assert.Equal("Trial item", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("zh-CN", page.QuerySelector(".hh-prose")!.GetAttribute("lang"));
        Assert.Contains("the text itself is in Chinese", page.QuerySelector("[data-untranslated]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_editor_is_told_that_the_Chinese_text_was_changed_since()
    {
        var (id, _) = await NewsAsync();
        var editor = await portal.VisitAsAsync("editor");
        await SaveAsync(editor, id);
        Assert.Null((await editor.OpenAsync(Address(id))).QuerySelector("[data-stale]"));

        await portal.WithDatabaseAsync(async db =>
        {
            (await db.News.SingleAsync(n => n.Id == id)).Body = "改过的正文";
            return await db.SaveChangesAsync();
        });

        Assert.NotNull((await editor.OpenAsync(Address(id))).QuerySelector("[data-stale]"));
        await SaveAsync(editor, id);
        Assert.Null((await editor.OpenAsync(Address(id))).QuerySelector("[data-stale]"));
    }

    [Fact]
    public async Task The_second_of_two_translators_sees_what_the_first_one_wrote()
    {
        var (id, _) = await NewsAsync();
        var editor = await portal.VisitAsAsync("editor");
        await SaveAsync(editor, id);
        await SaveAsync(await portal.VisitAsAsync("admin"), id, ("Title", "First title"));

        using var answer = await editor.SubmitAsync(Address(id), new() { ["Version"] = "1", ["Title"] = "Second title" }, Address(id));

        var page = await answer.RefusedWithAsync("他人已保存了修改");
        Assert.Contains("First title", page.QuerySelector("#Title-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("2", "Second title"), (page.Value("Version"), page.Value("Title")));
    }

    [Fact]
    public async Task Two_people_beginning_one_translation_at_the_same_moment_leave_one()
    {
        var (id, _) = await NewsAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => portal.InScopeAsync(s =>
            s.GetRequiredService<EnglishVersions>().SaveAsync(TranslatedKind.News, id, 0, new EnglishDraft($"Title {i}", "Summary", ""), TestContext.Current.CancellationToken))));

        Assert.Single(outcomes, o => o.IsDone);
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.EnglishVersions.CountAsync(e => e.NewsItemId == id)));
    }

    [Fact]
    public async Task Every_fault_of_a_translation_is_named_at_once()
    {
        var (id, _) = await NewsAsync();

        using var answer = await (await portal.VisitAsAsync("editor")).SubmitAsync(Address(id), new() { ["Title"] = "", ["Summary"] = "", ["Body"] = "![](/media/x.png)" }, Address(id));

        var page = await answer.RefusedWithAsync("请填写英文标题", "请填写英文摘要", "没有替代文字");
        Assert.Equal("![](/media/x.png)", page.Value("Body").Trim());
    }

    [Fact]
    public async Task A_policy_is_translated_the_same_way_and_keeps_its_one_index_number()
    {
        var (id, slug, number) = await portal.WithDatabaseAsync(async db =>
        {
            var d = await db.PolicyDocuments.OrderBy(p => p.Id).FirstAsync(p => p.State == PublicationState.Published && p.IsDemonstration && p.Openness == HuaihuaPilotZone.Content.Policies.Openness.Proactive);
            return (d.Id, d.Slug, d.IndexNumber);
        });
        var address = $"/park/policies/{id}/english";
        var editor = await portal.VisitAsAsync("editor");
        Assert.NotNull((await editor.OpenAsync($"/park/policies/{id}")).QuerySelector($"a[href='{address}']"));
        await editor.SubmitAsync(address, new() { ["Title"] = "Trial measure", ["Summary"] = "Trial summary", ["Body"] = "## Article 1\n\nText" }, address);
        await PublishAsync(editor, address);

        var page = await portal.Visit().OpenAsync($"/en/policies/{slug}");
        Assert.Equal("Trial measure", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(number, page.Content(), StringComparison.Ordinal);
        Assert.Equal("Article 1", page.QuerySelector(".hh-prose h2")!.TextContent);
        await WithdrawAsync(editor, address);
    }

    [Fact]
    public async Task There_is_nothing_to_translate_where_nothing_is()
    {
        var editor = await portal.VisitAsAsync("editor");

        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync("/park/news/999999/english")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync("/park/other/1/english")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.VisitAsAsync("auditor")).ForgeAsync("/park/news/1/english", "/park/news/1/english", new() { ["Title"] = "x" })).StatusCode);
    }

    private static string Address(int id) => FormattableString.Invariant($"/park/news/{id}/english");

    private static async Task SaveAsync(Visitor editor, int id, params (string Name, string Value)[] more)
    {
        var values = new Dictionary<string, string?> { ["Title"] = "Trial item", ["Summary"] = "Trial summary", ["Body"] = "Trial text" };
        foreach (var (name, value) in more) values[name] = value;
        using var answer = await editor.SubmitAsync(Address(id), values, Address(id));
        Assert.Equal(Address(id), answer.LedTo());
    }

    private static async Task PublishAsync(Visitor editor, string address) => await editor.SubmitAsync(address, [], $"{await StepsAsync(editor, address)}/publish");

    private static async Task WithdrawAsync(Visitor editor, string address) =>
        await editor.SubmitAsync($"{await StepsAsync(editor, address)}/withdraw", new() { ["Reason"] = "示例撤回" });

    /// <summary>Where the steps of the version stand that is edited at an address.</summary>
    private static async Task<string> StepsAsync(Visitor editor, string address) =>
        (await editor.OpenAsync(address)).QuerySelector("a[href$='/preview']")!.GetAttribute("href")![..^"/preview".Length];

    private Task<(int Id, string Slug)> NewsAsync(PublicationState state = PublicationState.Published) => portal.WithDatabaseAsync(async db =>
    {
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        var item = new NewsItem
        {
            Slug = $"trial-{Guid.NewGuid():N}"[..20],
            Title = "示例：待译",
            Summary = "摘要",
            Body = "正文",
            Column = NewsColumn.Notice,
            State = state,
            PublishedAt = state == PublicationState.Published ? now.AddDays(1) : null,
            IsDemonstration = true,
            CreatedAt = now,
            UpdatedAt = now,
        };
        item.RefreshSearchText();
        db.News.Add(item);
        await db.SaveChangesAsync();
        return (item.Id, item.Slug);
    });
}
