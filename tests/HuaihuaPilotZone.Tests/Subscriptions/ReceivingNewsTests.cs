using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Subscriptions;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Subscriptions;

/// <summary>Each subscriber is told of what is published after they have subscribed, when they want it.</summary>
public sealed class ReceivingNewsTests
{
    private const string Address = "reader@example.invalid";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_publication_is_sent_at_once_to_those_who_chose_its_topic_and_to_nobody_else()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = new SubscriptionInstance(database, new TestClock());
        await portal.SubscribeAsync(Address);
        await portal.SubscribeAsync("other@example.invalid", topics: SubscriptionTopics.Of(NewsColumn.Guide));
        await portal.AskAsync("unconfirmed@example.invalid");

        await portal.PublishAsync("第一条<script>通知</script>");
        await portal.RoundAsync();

        var mail = Assert.Single(await portal.NewsToAsync(Address));
        Assert.Equal("通知公告：第一条<script>通知</script>", mail.Subject);
        Assert.Contains("通知公告，2026-11-22\nhttps://portal.example/news/", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("正文", mail.Text, StringComparison.Ordinal);
        Assert.Contains("退订：https://portal.example/subscriptions/leave?key=", mail.Text, StringComparison.Ordinal);
        Assert.Contains("更改主题和频率：https://portal.example/subscriptions/manage?key=", mail.Text, StringComparison.Ordinal);
        Assert.StartsWith("https://portal.example/subscriptions/leave?key=", mail.LeaveAddress, StringComparison.Ordinal);
        Assert.Empty(await portal.NewsToAsync("other@example.invalid"));
        Assert.Empty(await portal.NewsToAsync("unconfirmed@example.invalid"));
    }

    [Fact]
    public async Task What_came_out_before_somebody_subscribed_is_no_news_to_them()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = new SubscriptionInstance(database, new TestClock());
        await portal.PublishAsync("早先的通知");
        portal.MoveTo(22, 11);
        await portal.SubscribeAsync(Address);
        await portal.PublishAsync("后来的通知");
        await portal.RoundAsync();

        Assert.Equal(["通知公告：后来的通知"], (await portal.NewsToAsync(Address)).Select(m => m.Subject));
    }

    [Fact]
    public async Task A_correction_or_a_second_publication_is_not_sent_again()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = new SubscriptionInstance(database, new TestClock());
        await portal.SubscribeAsync(Address);
        var id = await portal.PublishAsync("只发一次");
        await portal.RoundAsync();

        portal.MoveTo(22, 12);
        await portal.ChangeAsync(id, n => (n.Title, n.Correction, n.RevisedAt) = ("改过的标题", "更正说明", portal.Clock.GetUtcNow().UtcDateTime));
        await portal.RoundAsync();
        await portal.ChangeAsync(id, n => n.State = PublicationState.Withdrawn);
        await portal.RoundAsync();
        await portal.ChangeAsync(id, n => n.State = PublicationState.Published);
        await portal.RoundAsync();
        await portal.PublishAsync("另一条");
        await portal.RoundAsync();

        Assert.Equal(["通知公告：只发一次", "通知公告：另一条"], (await portal.NewsToAsync(Address)).Select(m => m.Subject));
    }

    [Fact]
    public async Task What_is_withdrawn_before_the_mail_is_written_is_not_sent()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = new SubscriptionInstance(database, new TestClock());
        await portal.SubscribeAsync(Address, MailFrequency.Daily);
        await portal.PublishAsync("留下的");
        var id = await portal.PublishAsync("撤回的");
        await portal.RoundAsync();
        await portal.ChangeAsync(id, n => n.State = PublicationState.Withdrawn);

        portal.MoveTo(23, 8);
        await portal.RoundAsync();

        var mail = Assert.Single(await portal.NewsToAsync(Address));
        Assert.Equal("通知公告：留下的", mail.Subject);
        Assert.DoesNotContain("撤回的", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digests_go_out_in_the_morning_of_Huaihua_once_a_day_or_on_Mondays_and_only_with_news()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = new SubscriptionInstance(database, new TestClock());
        // a Sunday, 10:00
        await portal.SubscribeAsync("daily@example.invalid", MailFrequency.Daily);
        await portal.SubscribeAsync("weekly@example.invalid", MailFrequency.Weekly);
        async Task<(int Daily, int Weekly)> CountAsync() => ((await portal.NewsToAsync("daily@example.invalid")).Count, (await portal.NewsToAsync("weekly@example.invalid")).Count);
        await portal.PublishAsync("星期日的一");
        await portal.PublishAsync("星期日的二");

        portal.MoveTo(23, 7, 59);
        await portal.RoundAsync();
        Assert.Equal((0, 0), await CountAsync());
        portal.MoveTo(23, 8);
        await portal.RoundAsync();
        await portal.RoundAsync();
        Assert.Equal((1, 1), await CountAsync());
        var digest = (await portal.NewsToAsync("daily@example.invalid"))[0];
        Assert.Contains("2 条更新（2026-11-23）", digest.Subject, StringComparison.Ordinal);
        Assert.Contains("星期日的一", digest.Text, StringComparison.Ordinal);
        Assert.Contains("星期日的二", digest.Text, StringComparison.Ordinal);

        portal.MoveTo(24, 8);
        await portal.RoundAsync();
        Assert.Equal((1, 1), await CountAsync());
        await portal.PublishAsync("星期二的");
        portal.MoveTo(25, 9);
        await portal.RoundAsync();
        Assert.Equal((2, 1), await CountAsync());
        portal.MoveTo(30, 8);
        await portal.RoundAsync();
        Assert.Equal((2, 2), await CountAsync());
        Assert.Equal("通知公告：星期二的", (await portal.NewsToAsync("weekly@example.invalid"))[1].Subject);
    }

    [Theory]
    [InlineData(MailFrequency.Daily, "2026-11-22T07:59", "2026-11-22T08:00")]
    [InlineData(MailFrequency.Daily, "2026-11-22T08:00", "2026-11-23T08:00")]
    [InlineData(MailFrequency.Daily, "2026-11-30T23:59", "2026-12-01T08:00")]
    [InlineData(MailFrequency.Weekly, "2026-11-22T23:59", "2026-11-23T08:00")]
    [InlineData(MailFrequency.Weekly, "2026-11-23T07:59", "2026-11-23T08:00")]
    [InlineData(MailFrequency.Weekly, "2026-11-23T08:00", "2026-11-30T08:00")]
    [InlineData(MailFrequency.AtOnce, "2026-11-23T08:00", null)]
    public void The_next_mail_is_due_on_the_clock_of_Huaihua(MailFrequency frequency, string now, string? due)
    {
        static DateTime Utc(string local) => Common.ChinaTime.ToUtc(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(due is null ? null : Utc(due), DigestTimes.Next(frequency, Utc(now), hour: 8));
    }

    [Fact]
    public async Task More_than_one_mail_holds_is_split_and_every_mail_has_its_way_out()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = new SubscriptionInstance(database, new TestClock());
        await portal.SubscribeAsync(Address, MailFrequency.Weekly);
        for (var i = 0; i < 40; i++) await portal.PublishAsync($"{new string('长', 90)}{i:D2}完");

        portal.MoveTo(23, 8);
        await portal.RoundAsync();

        var mails = await portal.NewsToAsync(Address);
        Assert.InRange(mails.Count, 2, 10);
        Assert.All(mails, m => Assert.EndsWith("\n", m.Text, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.Contains("退订：https://", m.Text, StringComparison.Ordinal));
        for (var i = 0; i < 40; i++) Assert.Single(mails, m => m.Text.Contains($"{i:D2}完", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_staff_have_stopped_the_mails_news_waits_and_is_sent_afterwards()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = new SubscriptionInstance(database, new TestClock());
        await portal.SubscribeAsync(Address);
        Assert.True((await portal.InScopeAsync<SubscriptionFigures, Common.Outcome>(f => f.SetPausedAsync(true, 0, "更换邮件服务器", Cancellation))).IsDone);
        await portal.PublishAsync("暂停时的");
        await portal.RoundAsync();
        Assert.Empty(await portal.NewsToAsync(Address));
        await portal.AskAsync("asking@example.invalid");
        Assert.Single(await portal.MailsToAsync("asking@example.invalid"));

        Assert.True((await portal.InScopeAsync<SubscriptionFigures, Common.Outcome>(f => f.SetPausedAsync(false, 1, null, Cancellation))).IsDone);
        await portal.RoundAsync();

        Assert.Single(await portal.NewsToAsync(Address));
        Assert.Equal(["subscription.paused", "subscription.resumed"], await portal.WithDatabaseAsync(db => db.Journal.OrderBy(l => l.Id).Select(l => l.Act).ToListAsync(Cancellation)));
    }
}
