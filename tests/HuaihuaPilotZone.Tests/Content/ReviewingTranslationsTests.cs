using System.Net;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>English versions go the way of every text: written, reviewed, published, kept.</summary>
public sealed class ReviewingTranslationsTests(Portal portal)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task Where_duties_are_separate_a_translation_is_reviewed_and_published_by_others()
    {
        await using var own = Portal.Own(("Editorial:SeparateDuties", "Everyone"));
        var editor = await own.VisitAsAsync("editor");
        var reviewer = await own.VisitAsAsync("reviewer");
        var (address, slug, steps) = await TranslatedAsync(own, editor);

        Assert.Contains("还没有审核通过", await editor.NoticeAfterAsync(await editor.ForgeAsync(address, $"{steps}/publish", new() { ["version"] = "1" })), StringComparison.Ordinal);
        await editor.SubmitAsync(address, [], $"{steps}/submit");
        Assert.NotNull((await reviewer.OpenAsync("/park/editorial?kind=English")).QuerySelector($"[data-text='{steps}']"));
        await reviewer.SubmitAsync(steps, [], $"{steps}/approve");
        Assert.Contains("须由不同的人完成", await editor.NoticeAfterAsync(await editor.ForgeAsync(address, $"{steps}/publish", new() { ["version"] = "3" })), StringComparison.Ordinal);
        Assert.NotNull((await own.Visit().OpenAsync($"/en/news/{slug}")).QuerySelector("[data-untranslated]"));

        await (await own.VisitAsAsync("admin")).SubmitAsync(steps, [], $"{steps}/publish");

        Assert.Equal("First title", (await own.Visit().OpenAsync($"/en/news/{slug}")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_published_translation_stays_as_it_was_while_a_new_one_is_written_and_its_versions_are_kept()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (address, slug, steps) = await TranslatedAsync(portal, editor);
        await editor.SubmitAsync(address, [], $"{steps}/publish");

        await editor.SubmitAsync(address, new() { ["Title"] = "Second title", ["Body"] = "Second text" }, address);

        Assert.Equal("First title", (await portal.Visit().OpenAsync($"/en/news/{slug}")).QuerySelector("h1")!.TextContent);
        Assert.Equal("Second title", (await editor.OpenAsync(address)).Value("Title"));
        var preview = await editor.OpenAsync($"{steps}/preview");
        Assert.Equal(("en", "Second title"), (preview.DocumentElement.GetAttribute("lang"), preview.QuerySelector("h1")!.TextContent));
        Assert.Contains("Second text", preview.QuerySelector(".hh-prose")!.TextContent, StringComparison.Ordinal);

        await editor.SubmitAsync(address, [], $"{steps}/publish");
        Assert.Equal("Second title", (await portal.Visit().OpenAsync($"/en/news/{slug}")).QuerySelector("h1")!.TextContent);
        var title = (await editor.OpenAsync($"{steps}/versions/compare?from=1&to=2")).QuerySelector("[data-field='英文标题']")!;
        Assert.Equal(("First", "Second"), (title.QuerySelector("del")!.TextContent.Trim(), title.QuerySelector("ins")!.TextContent.Trim()));

        await editor.SubmitAsync($"{steps}/versions", [], $"{steps}/versions/1/restore");
        Assert.Equal("First title", (await editor.OpenAsync(address)).Value("Title"));
        Assert.Equal("Second title", (await portal.Visit().OpenAsync($"/en/news/{slug}")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_translation_has_its_set_time_and_is_published_by_itself()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        var (_, slug, steps) = await TranslatedAsync(own, editor);
        await editor.SubmitAsync($"{steps}/schedule", new() { ["At"] = "2026-11-22T11:30" });
        own.Clock.Set(new DateTimeOffset(2026, 11, 22, 4, 0, 0, TimeSpan.Zero));

        await own.InScopeAsync(s => s.GetRequiredService<ScheduledPublications>().PublishDueAsync(_none));

        Assert.Equal("First title", (await own.Visit().OpenAsync($"/en/news/{slug}")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_list_of_translations_is_narrowed_ordered_and_exported()
    {
        var editor = await portal.VisitAsAsync("editor");
        var mark = $"Mark{Guid.NewGuid():N}"[..12];
        var (address, _, _) = await TranslatedAsync(portal, editor, $"{mark} b");
        await TranslatedAsync(portal, editor, $"{mark} a");
        var (third, _, steps) = await TranslatedAsync(portal, editor, $"{mark} c");
        await editor.SubmitAsync(third, [], $"{steps}/publish");

        async Task<List<string>> ShownAsync(string query) =>
            [.. (await editor.OpenAsync($"/park/english?q={mark}&{query}")).QuerySelectorAll("[data-english] .ttl a").Select(t => t.TextContent[(mark.Length + 1)..])];
        Assert.Equal(["a", "b", "c"], await ShownAsync("sort=Title"));
        Assert.Equal(["c", "b", "a"], await ShownAsync("sort=Title&dir=desc"));
        Assert.Equal(["c"], await ShownAsync("state=Published&kind=News"));
        Assert.Empty(await ShownAsync("kind=Policies"));
        Assert.Equal(4, (await (await editor.GetAsync($"/park/english/export.csv?q={mark}")).Content.ReadAsStringAsync(_none)).TrimEnd().Split('\n').Length);

        var id = int.Parse(address.Split('/')[3], System.Globalization.CultureInfo.InvariantCulture);
        await portal.WithDatabaseAsync(db => db.News.Where(n => n.Id == id).ExecuteUpdateAsync(set => set.SetProperty(n => n.Summary, "改过的摘要"), _none));
        Assert.Contains("改过，待核对", (await editor.OpenAsync($"/park/english?q={mark}+b")).QuerySelector("[data-english]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_that_was_published_before_versions_were_kept_gets_its_first_one()
    {
        await using var own = Portal.Own();
        var (_, _, steps) = await TranslatedAsync(own, await own.VisitAsAsync("editor"));
        await own.WithDatabaseAsync(db => db.EnglishVersions.ExecuteUpdateAsync(set => set.SetProperty(e => e.State, PublicationState.Published), _none));

        await own.InScopeAsync(async s =>
        {
            await s.GetServices<RoomSeed>().Single(r => r.GetType().Name == "VersionSeed").EnsureReferenceAsync(_none);
            return 0;
        });

        var version = await own.WithDatabaseAsync(db => db.TextVersions.SingleAsync(v => v.Subject == "english", _none));
        Assert.Equal((1, "First title", "系统"), (version.Number, version.Title, version.PublishedBy));
        Assert.Equal(HttpStatusCode.OK, (await (await own.VisitAsAsync("auditor")).GetAsync($"{steps}/versions")).StatusCode);
    }

    private static async Task<(string Address, string Slug, string Steps)> TranslatedAsync(Portal portal, Visitor editor, string title = "First title")
    {
        var (id, slug) = await portal.WithDatabaseAsync(async db =>
        {
            var now = portal.Clock.GetUtcNow().UtcDateTime;
            var item = new NewsItem
            {
                Slug = $"trial-{Guid.NewGuid():N}"[..20],
                Title = "示例：待译",
                Summary = "摘要",
                Body = "正文",
                Column = NewsColumn.Notice,
                State = PublicationState.Published,
                PublishedAt = now,
                IsDemonstration = true,
                CreatedAt = now,
                UpdatedAt = now,
            };
            item.RefreshSearchText();
            db.News.Add(item);
            await db.SaveChangesAsync(_none);
            return (item.Id, item.Slug);
        });
        var address = FormattableString.Invariant($"/park/news/{id}/english");
        await editor.SubmitAsync(address, new() { ["Title"] = title, ["Summary"] = "Summary", ["Body"] = "First text" }, address);
        var version = await portal.WithDatabaseAsync(db => db.EnglishVersions.Where(e => e.NewsItemId == id).Select(e => e.Id).SingleAsync(_none));
        return (address, slug, FormattableString.Invariant($"/park/english/{version}"));
    }
}
