using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Content;

public sealed class WritingNewsTests(Portal portal)
{
    [Fact]
    public async Task A_draft_is_invisible_until_it_is_published()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (id, slug) = await DraftAsync(editor);

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/news/{slug}")).StatusCode);
        Assert.Null((await portal.Visit().OpenAsync("/news?column=Notice")).QuerySelector($"[data-news='{slug}']"));
        var preview = await editor.OpenAsync($"/park/news/{id}/preview");
        Assert.NotNull(preview.QuerySelector("[role=note]"));
        Assert.Contains("试行正文", preview.QuerySelector("article")!.TextContent, StringComparison.Ordinal);

        await PublishAsync(editor, id);

        var page = await portal.Visit().OpenAsync($"/news/{slug}");
        Assert.Contains("试行正文", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[role=note]"));
        Assert.NotNull((await portal.Visit().OpenAsync("/news?column=Notice")).QuerySelector($"[data-news='{slug}']"));
    }

    [Fact]
    public async Task Publishing_sets_the_time_and_a_forged_one_is_ignored()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (id, _) = await DraftAsync(editor, ("PublishedAt", "2001-01-01T00:00:00"), ("State", "Published"));
        Assert.Equal((PublicationState.Draft, null), await StateAsync(id));

        await editor.ForgeAsync($"/park/news/{id}", $"/park/news/{id}/publish", new() { ["version"] = "1", ["PublishedAt"] = "2001-01-01" });

        var (state, publishedAt) = await StateAsync(id);
        Assert.Equal((PublicationState.Published, portal.Clock.GetUtcNow().UtcDateTime), (state, publishedAt));

        await editor.SubmitAsync($"/park/news/{id}", new() { ["Title"] = "发布后改的标题", ["PublishedAt"] = "2001-01-01" }, $"/park/news/{id}");
        Assert.Equal(publishedAt, (await StateAsync(id)).PublishedAt);
    }

    [Fact]
    public async Task A_withdrawn_item_answers_404_and_keeps_its_first_publication_time()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (id, slug) = await DraftAsync(editor);
        await PublishAsync(editor, id);
        var first = (await StateAsync(id)).PublishedAt;

        var empty = await editor.SubmitAsync($"/park/news/{id}/withdraw", new() { ["Reason"] = " " });
        Assert.Contains("请写明撤回原因", await empty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await editor.SubmitAsync($"/park/news/{id}/withdraw", new() { ["Reason"] = "数字有误，核对后再发" });

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/news/{slug}")).StatusCode);
        Assert.Equal((PublicationState.Withdrawn, first), await StateAsync(id));
        var lines = await portal.WithDatabaseAsync(db => db.Journal.Where(l => l.Subject == JournalSubjects.News && l.SubjectKey == slug).OrderBy(l => l.Id)
            .Select(l => new { l.Act, l.Note, l.UserName }).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["news.created", "news.published", "news.withdrawn"], lines.Select(l => l.Act));
        Assert.Equal(("数字有误，核对后再发", "示例编辑"), (lines[2].Note, lines[2].UserName));

        await PublishAsync(editor, id);
        Assert.Equal((PublicationState.Published, first), await StateAsync(id));
    }

    [Fact]
    public async Task A_script_in_a_text_comes_out_as_text()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (id, slug) = await DraftAsync(editor, ("Body", "<script>alert(1)</script>\n\n[看这里](javascript:alert(1))"));
        await PublishAsync(editor, id);

        var text = (await portal.Visit().OpenAsync($"/news/{slug}")).QuerySelector(".hh-prose")!;
        Assert.Empty(text.QuerySelectorAll("script"));
        Assert.Equal("#", text.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("<script>", text.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_people_sees_both_texts_and_may_then_save_knowingly()
    {
        var editor = await portal.VisitAsAsync("editor");
        var admin = await portal.VisitAsAsync("admin");
        var (id, _) = await DraftAsync(editor);
        var address = $"/park/news/{id}";
        await admin.SubmitAsync(address, new() { ["Title"] = "先保存的标题", ["Body"] = "先保存的正文" }, address);

        // the editor's page was opened before: it carries the first version
        var answer = await editor.SubmitAsync(address, new() { ["Version"] = "1", ["Title"] = "后填的标题", ["Body"] = "后填的正文" }, address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Visitor.ReadAsync(answer);
        Assert.Contains("他人已保存了修改", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("后填的标题", page.QuerySelector("#Title")!.GetAttribute("value"));
        Assert.Contains("他人已改为：先保存的标题", page.QuerySelector("#Title-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("先保存的正文", page.QuerySelector("#SavedBody")!.TextContent);
        Assert.Equal("2", page.QuerySelector("input[name=Version]")!.GetAttribute("value"));
        Assert.Equal("先保存的标题", (await ItemAsync(id)).Title);

        await editor.SubmitAsync(address, new() { ["Version"] = "2", ["Title"] = "后填的标题" }, address);
        Assert.Equal("后填的标题", (await ItemAsync(id)).Title);
    }

    [Fact]
    public async Task Publishing_a_text_that_somebody_changed_meanwhile_is_refused()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (id, _) = await DraftAsync(editor);
        await editor.SubmitAsync($"/park/news/{id}", new() { ["Title"] = "改过一次" }, $"/park/news/{id}");

        await editor.ForgeAsync($"/park/news/{id}", $"/park/news/{id}/publish", new() { ["version"] = "1" });

        Assert.Equal(PublicationState.Draft, (await StateAsync(id)).State);
    }

    [Fact]
    public async Task Every_fault_is_named_at_once_and_nothing_typed_is_lost()
    {
        var editor = await portal.VisitAsAsync("editor");

        var answer = await editor.SubmitAsync("/park/news/new", new()
        {
            ["Title"] = "",
            ["Column"] = "",
            ["Summary"] = "",
            ["Body"] = "保留的正文",
            ["Slug"] = "Not A Slug",
            ["EventDate"] = "2026-13",
            ["SourceAddress"] = "javascript:alert(1)",
            ["SourceDate"] = "昨天",
        });

        var page = await Visitor.ReadAsync(answer);
        string[] expected = ["请填写标题", "请选择栏目", "请填写摘要", "网址短名只用", "事件日期应写成", "来源网址应以", "来源日期应写成", "须写明来源"];
        var summary = page.QuerySelector("[data-error-summary]")!.TextContent;
        Assert.All(expected, sentence => Assert.Contains(sentence, summary, StringComparison.Ordinal));
        Assert.Equal("保留的正文", page.QuerySelector("#Body")!.TextContent.Trim());
        Assert.Equal("Not A Slug", page.QuerySelector("#Slug")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_address_belongs_to_one_item_and_stays_after_publication()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (id, slug) = await DraftAsync(editor);

        var taken = await editor.SubmitAsync("/park/news/new", new() { ["Title"] = "又一条", ["Column"] = "Notice", ["Summary"] = "摘要", ["Body"] = "正文", ["Slug"] = slug });
        Assert.Contains("已有另一条资讯使用", await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await PublishAsync(editor, id);
        var moved = await editor.SubmitAsync($"/park/news/{id}", new() { ["Slug"] = $"{slug}-moved" }, $"/park/news/{id}");
        Assert.Contains("网址短名不能再改", await moved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(slug, (await ItemAsync(id)).Slug);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public async Task An_address_is_as_long_as_the_journal_can_name_it(int length, bool isTaken)
    {
        var slug = new string('a', length - 32) + Guid.NewGuid().ToString("N");
        var answer = await (await portal.VisitAsAsync("editor")).SubmitAsync(
            "/park/news/new", new() { ["Title"] = "长短名", ["Column"] = "Notice", ["Summary"] = "摘要", ["Body"] = "正文", ["Slug"] = slug });

        Assert.Equal(isTaken ? HttpStatusCode.Redirect : HttpStatusCode.OK, answer.StatusCode);
        if (!isTaken) Assert.Contains("网址短名最多 60 个字符", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_taking_one_address_at_the_same_moment_leave_one_item()
    {
        var slug = $"race-{Guid.NewGuid():N}"[..20];
        var draft = new NewsDraft { Title = "同一网址", Summary = "摘要", Body = "正文", Column = NewsColumn.Notice, Slug = slug };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            portal.InScopeAsync(s => s.GetRequiredService<NewsService>().CreateAsync(draft, TestContext.Current.CancellationToken))));

        Assert.Single(outcomes, o => o.IsDone);
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Equal(nameof(NewsDraft.Slug), o.Refusals[0].Field));
    }

    [Fact]
    public async Task Only_editors_and_administrators_change_the_news()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (id, _) = await DraftAsync(editor);
        foreach (var name in new[] { "auditor", "reviewer" })
        {
            var other = await portal.VisitAsAsync(name);
            await other.OpenAsync($"/park/news/{id}");
            Assert.Equal(HttpStatusCode.Forbidden, (await other.ForgeAsync($"/park/news/{id}", $"/park/news/{id}/publish", new() { ["version"] = "1" })).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.VisitAsAsync("luggage")).GetAsync("/park/news")).StatusCode);
        Assert.Equal(PublicationState.Draft, (await StateAsync(id)).State);
    }

    private static async Task<(int Id, string Slug)> DraftAsync(Visitor editor, params (string Name, string Value)[] more)
    {
        var slug = $"trial-{Guid.NewGuid():N}"[..20];
        var values = new Dictionary<string, string?> { ["Title"] = "试行通知", ["Column"] = "Notice", ["Summary"] = "试行摘要", ["Body"] = "试行正文", ["Slug"] = slug };
        foreach (var (name, value) in more) values[name] = value;
        var answer = await editor.SubmitAsync("/park/news/new", values);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (int.Parse(answer.Headers.Location!.ToString().Split('/')[^1], CultureInfo.InvariantCulture), slug);
    }

    private static async Task PublishAsync(Visitor editor, int id)
    {
        var answer = await editor.SubmitAsync($"/park/news/{id}", [], $"/park/news/{id}/publish");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task<NewsItem> ItemAsync(int id) => portal.WithDatabaseAsync(db => db.News.AsNoTracking().SingleAsync(n => n.Id == id, TestContext.Current.CancellationToken));

    private async Task<(PublicationState State, DateTime? PublishedAt)> StateAsync(int id)
    {
        var item = await ItemAsync(id);
        return (item.State, item.PublishedAt);
    }
}
