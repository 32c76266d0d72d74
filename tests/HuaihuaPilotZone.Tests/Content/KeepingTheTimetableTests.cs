using System.Globalization;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>Texts with a set time, one of which breaks.</summary>
public sealed class KeepingTheTimetableTests
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task A_text_whose_publication_breaks_holds_up_none_behind_it_is_told_of_once_and_tried_again()
    {
        await using var portal = Portal.Own();
        var editor = await portal.VisitAsAsync("editor");
        var broken = await ScheduledAsync(editor, "坏了的稿件", "2026-11-22T11:30");
        var behind = await ScheduledAsync(editor, "排在后面的稿件", "2026-11-22T11:31");
        // a draft that nobody can read any more, as after a fault
        await SetDraftAsync(portal, broken, "{\"Title\":");
        portal.Clock.Set(new DateTimeOffset(2026, 11, 22, 3, 40, 0, TimeSpan.Zero));

        await PublishDueAsync(portal);

        Assert.Equal(PublicationState.Published, (await ItemAsync(portal, behind)).State);
        var waiting = await ItemAsync(portal, broken);
        Assert.Equal((PublicationState.Draft, 1, new DateTime(2026, 11, 22, 3, 41, 0, DateTimeKind.Utc)), (waiting.State, waiting.BrokenAttempts, waiting.NextAttemptAt));
        Assert.Contains("系统会自动再试", Assert.Single(await NoticesAsync(portal, broken)), StringComparison.Ordinal);
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Journal.CountAsync(l => l.Act == "news.publication-broke" && l.SubjectKey == waiting.Slug, _none)));

        // not before its time, and told of only once
        await PublishDueAsync(portal);
        Assert.Equal(1, (await ItemAsync(portal, broken)).BrokenAttempts);
        portal.Clock.Set(new DateTimeOffset(2026, 11, 22, 3, 41, 0, TimeSpan.Zero));
        await PublishDueAsync(portal);
        Assert.Equal(2, (await ItemAsync(portal, broken)).BrokenAttempts);
        Assert.Single(await NoticesAsync(portal, broken));

        await SetDraftAsync(portal, broken, null);
        portal.Clock.Set(new DateTimeOffset(2026, 11, 22, 3, 43, 0, TimeSpan.Zero));
        await PublishDueAsync(portal);
        var published = await ItemAsync(portal, broken);
        Assert.Equal((PublicationState.Published, 0, null), (published.State, published.BrokenAttempts, published.NextAttemptAt));
    }

    [Fact]
    public async Task Setting_another_time_begins_anew()
    {
        await using var portal = Portal.Own();
        var editor = await portal.VisitAsAsync("editor");
        var broken = await ScheduledAsync(editor, "坏了又好的稿件", "2026-11-22T11:30");
        await SetDraftAsync(portal, broken, "{");
        portal.Clock.Set(new DateTimeOffset(2026, 11, 22, 3, 30, 0, TimeSpan.Zero));
        await PublishDueAsync(portal);
        await SetDraftAsync(portal, broken, null);

        portal.ForgetVisitors();
        await (await portal.VisitAsAsync("editor")).SubmitAsync($"{Address(broken)}/schedule", new() { ["At"] = "2026-11-23T08:00" });

        var item = await ItemAsync(portal, broken);
        Assert.Equal((0, null, new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc)), (item.BrokenAttempts, item.NextAttemptAt, item.PublishAt));
    }

    private static string Address(int id) => string.Create(CultureInfo.InvariantCulture, $"/park/news/{id}");

    private static async Task<int> ScheduledAsync(Visitor editor, string title, string at)
    {
        var address = (await editor.SubmitAsync("/park/news/new", new() { ["Title"] = title, ["Column"] = "Notice", ["Summary"] = "摘要", ["Body"] = "正文" })).LedTo();
        await editor.SubmitAsync($"{address}/schedule", new() { ["At"] = at });
        return int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private static Task<int> PublishDueAsync(Portal portal) => portal.InScopeAsync(s => s.GetRequiredService<ScheduledPublications>().PublishDueAsync(_none));

    private static Task<int> SetDraftAsync(Portal portal, int id, string? draft) =>
        portal.WithDatabaseAsync(db => db.News.Where(n => n.Id == id).ExecuteUpdateAsync(set => set.SetProperty(n => n.Pending, draft), _none));

    private static Task<NewsItem> ItemAsync(Portal portal, int id) => portal.WithDatabaseAsync(db => db.News.AsNoTracking().SingleAsync(n => n.Id == id, _none));

    private static Task<List<string>> NoticesAsync(Portal portal, int id)
    {
        var link = Address(id);
        return portal.WithDatabaseAsync(db => db.Notices.Where(n => n.Link == link && db.Users.Any(u => u.Id == n.UserId && u.UserName == "editor")).Select(n => n.Text).ToListAsync(_none));
    }
}
