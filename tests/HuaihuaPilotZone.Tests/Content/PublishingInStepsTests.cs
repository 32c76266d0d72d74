using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>Write, review, publish: who may do which step, and what the public sees meanwhile.</summary>
public sealed class PublishingInStepsTests(Portal portal)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task A_text_is_submitted_reviewed_and_published_and_whose_turn_it_is_is_told()
    {
        var editor = await portal.VisitAsAsync("editor");
        var reviewer = await portal.VisitAsAsync("reviewer");
        var (id, slug) = await DraftAsync(editor);
        var address = $"/park/news/{id}";

        await editor.SubmitAsync(address, [], $"{address}/submit");
        Assert.NotNull((await reviewer.OpenAsync("/park/editorial")).QuerySelector($"[data-text='{address}']"));
        Assert.Contains(await NoticesAsync("reviewer", address), n => n.Contains("待审核", StringComparison.Ordinal));

        await reviewer.SubmitAsync(address, [], $"{address}/approve");
        Assert.Equal(EditorialStep.Approved, (await ItemAsync(id)).Step);
        Assert.Equal("示例审核员", (await ItemAsync(id)).ReviewedBy);
        Assert.Contains(await NoticesAsync("editor", address), n => n.Contains("待发布", StringComparison.Ordinal));

        await editor.SubmitAsync(address, [], $"{address}/publish");
        await portal.Visit().OpenAsync($"/news/{slug}");
        var version = await portal.WithDatabaseAsync(db => db.TextVersions.SingleAsync(v => v.Subject == "news" && v.TextId == id, _none));
        Assert.Equal((1, "示例编辑", "示例审核员"), (version.Number, version.PublishedBy, version.ReviewedBy));
    }

    [Fact]
    public async Task A_text_that_the_review_refuses_goes_back_with_the_reason()
    {
        var editor = await portal.VisitAsAsync("editor");
        var reviewer = await portal.VisitAsAsync("reviewer");
        var (id, _) = await DraftAsync(editor);
        var address = $"/park/news/{id}";
        await editor.SubmitAsync(address, [], $"{address}/submit");

        await (await reviewer.SubmitAsync($"{address}/return", new() { ["Reason"] = " " })).RefusedWithAsync("请写明退回理由");
        await reviewer.SubmitAsync($"{address}/return", new() { ["Reason"] = "第二段的数字没有来源" });

        Assert.Contains("第二段的数字没有来源", (await editor.OpenAsync(address)).QuerySelector("[data-step='Writing']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await NoticesAsync("editor", address), n => n.Contains("退回修改", StringComparison.Ordinal));
        Assert.Null((await editor.OpenAsync(address)).QuerySelector($"form[action='{address}/approve']"));
        Assert.Contains("没有在等待审核", await reviewer.NoticeAfterAsync(await reviewer.ForgeAsync(address, $"{address}/approve", new() { ["version"] = "3" })), StringComparison.Ordinal);

        await editor.SubmitAsync(address, [], $"{address}/submit");
        Assert.Null((await ItemAsync(id)).ReturnReason);
    }

    [Fact]
    public async Task A_published_text_stays_as_it_was_while_a_new_one_is_written()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (id, slug) = await DraftAsync(editor);
        var address = $"/park/news/{id}";
        await editor.SubmitAsync(address, [], $"{address}/publish");

        await editor.SubmitAsync(address, new() { ["Title"] = "改后的标题", ["Body"] = "改后的正文", ["Correction"] = "原文把 9 号写成了 8 号。" }, address);

        var shown = await portal.Visit().OpenAsync($"/news/{slug}");
        Assert.Contains("试行正文", shown.Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("改后", shown.Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("改后", (await portal.Visit().OpenAsync($"/search?q={Uri.EscapeDataString("改后的标题")}")).QuerySelector("main ol, main .hh-results")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Equal("改后的标题", (await editor.OpenAsync(address)).Value("Title"));
        var preview = await editor.OpenAsync($"{address}/preview");
        Assert.Contains("改后的正文", preview.Content(), StringComparison.Ordinal);
        Assert.Contains("预览", preview.QuerySelector("[role=note]")!.TextContent, StringComparison.Ordinal);

        // a second save goes on from the first one, and the second of two people is told
        var stale = await editor.SubmitAsync(address, new() { ["Version"] = "2", ["Title"] = "又一个标题" }, address);
        Assert.Contains("他人已改为：改后的标题", (await Visitor.ReadAsync(stale)).QuerySelector("#Title-error")!.TextContent, StringComparison.Ordinal);

        await editor.SubmitAsync(address, [], $"{address}/publish");
        var published = await portal.Visit().OpenAsync($"/news/{slug}");
        Assert.Contains("改后的正文", published.Content(), StringComparison.Ordinal);
        Assert.Contains("原文把 9 号写成了 8 号。", published.QuerySelector("[data-correction]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await ItemAsync(id)).VersionNumber);
    }

    [Fact]
    public async Task A_preview_is_for_staff_and_not_for_indexes()
    {
        var (id, _) = await DraftAsync(await portal.VisitAsAsync("editor"));

        using var answer = await (await portal.VisitAsAsync("reviewer")).GetAsync($"/park/news/{id}/preview");

        Assert.Equal("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Visit().GetAsync($"/park/news/{id}/preview")).StatusCode);
    }

    [Fact]
    public async Task Changing_a_reviewed_text_asks_for_another_review()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (id, _) = await DraftAsync(editor);
        var address = $"/park/news/{id}";
        await editor.SubmitAsync(address, [], $"{address}/submit");
        await (await portal.VisitAsAsync("reviewer")).SubmitAsync(address, [], $"{address}/approve");

        await editor.SubmitAsync(address, new() { ["Body"] = "审核之后又改的正文" }, address);

        var item = await ItemAsync(id);
        Assert.Equal((EditorialStep.Writing, null), (item.Step, item.ReviewedBy));
    }

    [Fact]
    public async Task Where_duties_are_separate_the_writer_neither_reviews_nor_publishes()
    {
        await using var own = Portal.Own(("Editorial:SeparateDuties", "Everyone"));
        var editor = await own.VisitAsAsync("editor");
        var reviewer = await own.VisitAsAsync("reviewer");
        var admin = await own.VisitAsAsync("admin");
        var (id, slug) = await DraftAsync(editor);
        var address = $"/park/news/{id}";

        Assert.Null((await editor.OpenAsync(address)).QuerySelector($"form[action='{address}/publish']"));
        Assert.Contains("还没有审核通过", await editor.NoticeAfterAsync(await editor.ForgeAsync(address, $"{address}/publish", new() { ["version"] = "1" })), StringComparison.Ordinal);
        await editor.SubmitAsync(address, [], $"{address}/submit");
        Assert.Contains("不能审核自己的文字", await editor.NoticeAfterAsync(await editor.ForgeAsync(address, $"{address}/approve", new() { ["version"] = "2" })), StringComparison.Ordinal);
        await reviewer.SubmitAsync(address, [], $"{address}/approve");
        Assert.Contains("须由不同的人完成", await editor.NoticeAfterAsync(await editor.ForgeAsync(address, $"{address}/publish", new() { ["version"] = "3" })), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Visit().GetAsync($"/news/{slug}")).StatusCode);

        await admin.SubmitAsync(address, [], $"{address}/publish");

        await own.Visit().OpenAsync($"/news/{slug}");
    }

    [Fact]
    public async Task The_rule_of_separate_duties_holds_without_any_page()
    {
        await using var own = Portal.Own(("Editorial:SeparateDuties", "Reviewer"));
        var draft = new NewsDraft { Title = "直接调用", Summary = "摘要", Body = "正文", Column = NewsColumn.Notice };
        var editor = await own.WithDatabaseAsync(db => db.Users.SingleAsync(u => u.UserName == "editor", _none));

        var (published, approved) = await own.InScopeAsync(async services =>
        {
            services.GetRequiredService<Actor>().Is(editor.Id, editor.DisplayName);
            var id = (await services.GetRequiredService<NewsService>().CreateAsync(draft, _none)).Value;
            var desk = services.GetRequiredService<NewsEditorial>();
            var straight = await desk.PublishAsync(id, 1, _none);
            await desk.SubmitAsync(id, 1, _none);
            return (straight, await desk.ApproveAsync(id, 2, _none));
        });

        Assert.Contains("还没有审核通过", published.Refusals[0].Message, StringComparison.Ordinal);
        Assert.Contains("不能审核自己的文字", approved.Refusals[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_published_by_itself_at_its_time_and_carries_the_moment_of_the_clock()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        var (id, slug) = await DraftAsync(editor);
        var address = $"/park/news/{id}";

        await (await editor.SubmitAsync($"{address}/schedule", new() { ["At"] = "" })).RefusedWithAsync("请填写发布的日期和时间");
        await (await editor.SubmitAsync($"{address}/schedule", new() { ["At"] = "2026-11-22T09:00" })).RefusedWithAsync("发布时间须晚于现在");
        await (await editor.SubmitAsync($"{address}/schedule", new() { ["At"] = "2028-11-22T09:00" })).RefusedWithAsync("最多设到");
        await editor.SubmitAsync($"{address}/schedule", new() { ["At"] = "2026-11-22T11:30", ["PublishedAt"] = "2001-01-01" });
        Assert.Equal(0, await own.InScopeAsync(s => s.GetRequiredService<ScheduledPublications>().PublishDueAsync(_none)));
        Assert.Equal(HttpStatusCode.NotFound, (await own.Visit().GetAsync($"/news/{slug}")).StatusCode);

        var moment = new DateTimeOffset(2026, 11, 22, 3, 31, 5, TimeSpan.Zero);
        own.Clock.Set(moment);
        await own.InScopeAsync(s => s.GetRequiredService<ScheduledPublications>().PublishDueAsync(_none));

        var item = await own.WithDatabaseAsync(db => db.News.AsNoTracking().SingleAsync(n => n.Id == id, _none));
        Assert.Equal((PublicationState.Published, moment.UtcDateTime, null), (item.State, item.PublishedAt, item.PublishAt));
        await own.Visit().OpenAsync($"/news/{slug}");
        Assert.Equal(0, await own.InScopeAsync(s => s.GetRequiredService<ScheduledPublications>().PublishDueAsync(_none)));
    }

    [Fact]
    public async Task Two_instances_that_come_to_one_text_publish_it_once()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        var (id, _) = await DraftAsync(editor);
        await editor.SubmitAsync($"/park/news/{id}/schedule", new() { ["At"] = "2026-11-22T11:30" });
        own.Clock.Set(new DateTimeOffset(2026, 11, 22, 4, 0, 0, TimeSpan.Zero));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => own.InScopeAsync(s => s.GetRequiredService<ScheduledPublications>().PublishDueAsync(_none))));

        Assert.Equal(1, await own.WithDatabaseAsync(db => db.TextVersions.CountAsync(v => v.Subject == "news" && v.TextId == id, _none)));
    }

    [Fact]
    public async Task A_set_time_is_taken_back_by_hand_and_by_every_change()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (id, _) = await DraftAsync(editor);
        var address = $"/park/news/{id}";
        await editor.SubmitAsync($"{address}/schedule", new() { ["At"] = "2026-12-24T08:00" });
        Assert.NotNull((await editor.OpenAsync("/park/editorial?view=Scheduled")).QuerySelector($"[data-text='{address}']"));

        await editor.SubmitAsync(address, [], $"{address}/unschedule");
        Assert.Null((await ItemAsync(id)).PublishAt);

        await editor.SubmitAsync($"{address}/schedule", new() { ["At"] = "2026-12-24T08:00" });
        Assert.Equal(new DateTime(2026, 12, 24, 0, 0, 0, DateTimeKind.Utc), (await ItemAsync(id)).PublishAt);
        await editor.SubmitAsync(address, new() { ["Title"] = "设定之后改的标题" }, address);
        Assert.Null((await ItemAsync(id)).PublishAt);
    }

    [Fact]
    public async Task Nothing_sent_with_a_form_moves_a_text_along_its_way()
    {
        var editor = await portal.VisitAsAsync("editor");
        var (id, _) = await DraftAsync(editor, ("Step", "Approved"), ("ReviewedBy", "假审核"), ("PublishAt", "2026-01-01"), ("RevisedAt", "2001-01-01"), ("VersionNumber", "9"), ("CorrectedAt", "2001-01-01"));

        var item = await ItemAsync(id);

        Assert.Equal((EditorialStep.Writing, null, null, null, 0, null), (item.Step, item.ReviewedBy, item.PublishAt, item.RevisedAt, item.VersionNumber, item.CorrectedAt));
    }

    [Fact]
    public async Task A_policy_that_is_changed_after_its_publication_stays_as_it_was_until_the_change_is_published()
    {
        var editor = await portal.VisitAsAsync("editor");
        var answer = await editor.SubmitAsync("/park/policies/new", new()
        {
            ["Title"] = "先发布的办法",
            ["Issuers"] = "示例机关",
            ["Topic"] = "EnterpriseServices",
            ["Openness"] = "Proactive",
            ["Summary"] = "概述",
            ["Body"] = "先发布的正文",
        });
        var address = answer.LedTo();
        await editor.SubmitAsync(address, [], $"{address}/publish");
        var id = int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);
        var before = await portal.WithDatabaseAsync(db => db.PolicyDocuments.AsNoTracking().SingleAsync(d => d.Id == id, _none));
        var body = $"示例新增机关{Guid.NewGuid():N}"[..14];

        await editor.SubmitAsync(address, new() { ["Title"] = "后改的办法", ["Body"] = "后改的正文", ["Issuers"] = body, ["AddsNewIssuers"] = "true" }, address);

        var shown = await portal.Visit().OpenAsync($"/policies/{before.Slug}");
        Assert.Contains("先发布的正文", shown.Content(), StringComparison.Ordinal);
        Assert.DoesNotContain(body, shown.Content(), StringComparison.Ordinal);
        Assert.Equal("后改的办法", (await editor.OpenAsync(address)).Value("Title"));
        Assert.Contains(body, (await editor.OpenAsync($"{address}/preview")).Content(), StringComparison.Ordinal);

        await editor.SubmitAsync(address, [], $"{address}/publish");

        var after = await portal.WithDatabaseAsync(db => db.PolicyDocuments.AsNoTracking().Include(d => d.Issuers).ThenInclude(i => i.Body).SingleAsync(d => d.Id == id, _none));
        Assert.Equal(("后改的办法", body, before.PublishedAt, before.ReleasedOn), (after.Title, Assert.Single(after.Issuers).Body!.Name, after.PublishedAt, after.ReleasedOn));
        Assert.Contains("后改的正文", (await portal.Visit().OpenAsync($"/policies/{before.Slug}")).Content(), StringComparison.Ordinal);
    }

    private static async Task<(int Id, string Slug)> DraftAsync(Visitor editor, params (string Name, string Value)[] more)
    {
        var slug = $"steps-{Guid.NewGuid():N}"[..20];
        var values = new Dictionary<string, string?> { ["Title"] = "试行通知", ["Column"] = "Notice", ["Summary"] = "试行摘要", ["Body"] = "试行正文", ["Slug"] = slug };
        foreach (var (name, value) in more) values[name] = value;
        var address = (await editor.SubmitAsync("/park/news/new", values)).LedTo();
        return (int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture), slug);
    }

    private Task<NewsItem> ItemAsync(int id) => portal.WithDatabaseAsync(db => db.News.AsNoTracking().SingleAsync(n => n.Id == id, _none));

    private Task<List<string>> NoticesAsync(string name, string address) => portal.WithDatabaseAsync(db =>
        db.Notices.Where(n => n.User!.UserName == name && n.Link == address && n.Kind == MessageKind.EditorialTurn).Select(n => n.Title).ToListAsync(_none));
}
