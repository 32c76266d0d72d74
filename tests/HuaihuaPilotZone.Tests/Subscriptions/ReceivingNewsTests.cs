using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.ServiceHall;
using HuaihuaPilotZone.Subscriptions;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Subscriptions;

/// <summary>Each subscriber is told of each publication once, when they want it, whatever stops or runs beside it.</summary>
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
    public async Task Two_instances_send_each_item_once_to_each_subscriber()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        var clock = new TestClock();
        await using var one = new SubscriptionInstance(database, clock);
        await using var other = new SubscriptionInstance(database, clock);
        string[] addresses = [.. Enumerable.Range(0, 8).Select(i => $"r{i}@example.invalid")];
        foreach (var address in addresses) await one.SubscribeAsync(address);

        for (var i = 0; i < 3; i++)
        {
            await one.PublishAsync($"第{i}条");
            await Task.WhenAll(one.RoundAsync(), other.RoundAsync(), one.RoundAsync());
        }

        // a round that met another one's lock leaves the rest to the next
        await other.RoundAsync();
        Assert.Equal(3, await one.WithDatabaseAsync(db => db.Announcements.CountAsync(Cancellation)));
        foreach (var address in addresses)
        {
            var text = string.Concat((await one.NewsToAsync(address)).Select(m => m.Text));
            for (var i = 0; i < 3; i++) Assert.Equal(2, text.Split($"第{i}条\n").Length);
        }
    }

    [Fact]
    public async Task A_process_that_dies_over_a_mail_leaves_neither_mail_nor_note_and_the_next_one_sends_it()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        var clock = new TestClock();
        await using (var dying = new SubscriptionInstance(database, clock))
        {
            await dying.SubscribeAsync(Address);
            await dying.PublishAsync("重启以后");
            // the mail cannot be written: the whole turn is lost, as when the process stops there
            await dying.WithDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Dying BEFORE INSERT ON OutgoingMails BEGIN SELECT RAISE(ABORT, 'dying'); END", Cancellation));
            await dying.RoundAsync();
            Assert.False(await dying.WithDatabaseAsync(db => db.SentAnnouncements.AnyAsync(Cancellation)));
            await dying.WithDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER Dying", Cancellation));
        }

        await using var next = new SubscriptionInstance(database, clock);
        await next.RoundAsync();
        await next.RoundAsync();

        Assert.Single(await next.NewsToAsync(Address));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_note_and_a_second_announcement()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = new SubscriptionInstance(database, new TestClock());
        await portal.SubscribeAsync(Address);
        var id = await portal.PublishAsync("唯一");
        await portal.RoundAsync();
        var sent = await portal.WithDatabaseAsync(db => db.SentAnnouncements.SingleAsync(Cancellation));

        await Assert.ThrowsAsync<DbUpdateException>(() => portal.WithDatabaseAsync(db =>
        {
            db.SentAnnouncements.Add(new SentAnnouncement { SubscriberId = sent.SubscriberId, AnnouncementId = sent.AnnouncementId, At = sent.At });
            return db.SaveChangesAsync(Cancellation);
        }));
        await Assert.ThrowsAsync<DbUpdateException>(() => portal.WithDatabaseAsync(db =>
        {
            db.Announcements.Add(new Announcement { Kind = PublishedKind.News, ItemId = id, At = sent.At });
            return db.SaveChangesAsync(Cancellation);
        }));
    }

    [Fact]
    public async Task An_English_mail_has_the_English_title_topic_and_addresses()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = new SubscriptionInstance(database, new TestClock());
        await portal.SubscribeAsync(Address, MailFrequency.Daily, isEnglish: true);
        var id = await portal.PublishAsync("有英文版的通知");
        await portal.PublishAsync("没有英文版的通知");
        await portal.WithDatabaseAsync(db =>
        {
            var now = portal.Clock.GetUtcNow().UtcDateTime;
            db.EnglishVersions.Add(new EnglishVersion { NewsItemId = id, Title = "A notice", Summary = "", Body = "", State = PublicationState.Published, SourceHash = "", CreatedAt = now, UpdatedAt = now });
            return db.SaveChangesAsync(Cancellation);
        });

        portal.MoveTo(23, 8);
        await portal.RoundAsync();

        var mail = Assert.Single(await portal.NewsToAsync(Address));
        Assert.Contains("2 updates (2026-11-23)", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("A notice\nNotices, 2026-11-22\nhttps://portal.example/en/news/", mail.Text, StringComparison.Ordinal);
        Assert.Contains("没有英文版的通知 (in Chinese)", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Unsubscribe: https://portal.example/en/subscriptions/leave?key=", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("退订", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policies_services_and_figures_are_told_by_their_topics_and_what_is_closed_or_a_sample_never()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = new SubscriptionInstance(database, new TestClock());
        await portal.SubscribeAsync("all@example.invalid", topics: [SubscriptionTopics.Policies, SubscriptionTopics.Services, SubscriptionTopics.Statistics]);
        await portal.SubscribeAsync("finance@example.invalid", topics: SubscriptionTopics.Of(PolicyTopic.Finance));
        await portal.SubscribeAsync("sellers@example.invalid", topics: SubscriptionTopics.Of(PolicyAudience.Sellers));
        await portal.WithDatabaseAsync(async db =>
        {
            var now = portal.Clock.GetUtcNow().UtcDateTime;
            PolicyDocument Policy(string number, string title, Openness openness, bool isSample = false) => new()
            {
                IndexNumber = number,
                Slug = number,
                Title = title,
                IsExternal = false,
                Topic = PolicyTopic.Finance,
                Audience = PolicyAudience.Sellers,
                Openness = openness,
                Summary = "",
                Body = "",
                State = PublicationState.Published,
                PublishedAt = now,
                RevisedAt = now,
                CreatedAt = now,
                UpdatedAt = now,
                IsDemonstration = isSample,
            };
            db.PolicyDocuments.AddRange(Policy("p-1", "公开的政策", Openness.Proactive), Policy("p-2", "秘密的政策", Openness.Closed), Policy("p-3", "示例的政策", Openness.Proactive, isSample: true));
            db.ServiceItems.Add(new ServiceItem { Slug = "s-1", Title = "新的事项", State = PublicationState.Published, PublishedAt = now, UpdatedAt = now });
            var indicator = new Indicator { Code = "trains", Name = "班列", EnglishName = "Trains", Unit = "列", EnglishUnit = "trains", Definition = "", EnglishDefinition = "", UpdatedAt = now };
            var series = new IndicatorSeries { Code = "all", Name = "全部", EnglishName = "All", Kind = FigureKind.Measured, Form = SeriesForm.Period, Counting = "", EnglishCounting = "", UpdatedAt = now, Indicator = indicator };
            db.AddRange(Value(series, "2026-09", ObservationState.Published), Value(series, "2026-10", ObservationState.Draft));
            return await db.SaveChangesAsync(Cancellation);

            Observation Value(IndicatorSeries of, string period, ObservationState state) => new()
            {
                Series = of,
                Period = period,
                Value = 1,
                Source = "来源",
                Status = FigureStatus.Government,
                State = state,
                EnteredBy = "甲",
                EnteredAt = now,
                CheckedById = 1,
                CheckedAt = now,
            };
        });
        await portal.RoundAsync();

        var all = Assert.Single(await portal.NewsToAsync("all@example.invalid")).Text;
        foreach (var told in new[] { "公开的政策\n政策文件", "新的事项\n办事指南", "班列（全部）2026-09\n统计数据" }) Assert.Contains(told, all, StringComparison.Ordinal);
        foreach (var kept in new[] { "秘密", "示例", "2026-10" }) Assert.DoesNotContain(kept, all, StringComparison.Ordinal);
        Assert.Contains("公开的政策", Assert.Single(await portal.NewsToAsync("finance@example.invalid")).Subject, StringComparison.Ordinal);
        Assert.Contains("公开的政策", Assert.Single(await portal.NewsToAsync("sellers@example.invalid")).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_of_a_risk_is_told_once_by_its_topic_in_the_readers_language_and_a_sample_or_a_withdrawn_one_never()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = new SubscriptionInstance(database, new TestClock());
        await portal.SubscribeAsync(Address, topics: SubscriptionTopics.Risks);
        await portal.SubscribeAsync("english@example.invalid", isEnglish: true, topics: SubscriptionTopics.Risks);
        await portal.SubscribeAsync("other@example.invalid", topics: SubscriptionTopics.Policies);
        await portal.WithDatabaseAsync(db =>
        {
            var now = portal.Clock.GetUtcNow().UtcDateTime;
            RiskNotice Risk(string number, string title, PublicationState state = PublicationState.Published, bool isSample = false) => new()
            {
                Number = number,
                Severity = RiskSeverity.Warning,
                Title = title,
                EnglishTitle = "Longer inspections",
                Summary = "摘要",
                Body = "正文",
                From = new DateOnly(2026, 11, 1),
                Source = "来源",
                SourceOn = new DateOnly(2026, 11, 1),
                State = state,
                PublishedAt = now,
                RevisedAt = now,
                CreatedAt = now,
                UpdatedAt = now,
                IsDemonstration = isSample,
            };
            db.RiskNotices.AddRange(Risk("FX-2026-0001", "查验变多"), Risk("FX-2026-0002", "撤回的提示", PublicationState.Withdrawn), Risk("FX-2026-0003", "示例的提示", isSample: true));
            return db.SaveChangesAsync(Cancellation);
        });
        await portal.RoundAsync();
        portal.MoveTo(22, 12);
        await portal.WithDatabaseAsync(async db =>
        {
            var risk = await db.RiskNotices.SingleAsync(r => r.Number == "FX-2026-0001", Cancellation);
            (risk.Title, risk.RevisedAt) = ("查验变多，已更正", portal.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync(Cancellation);
        });
        await portal.RoundAsync();

        var mail = Assert.Single(await portal.NewsToAsync(Address));
        Assert.Equal("风险提示：查验变多", mail.Subject);
        Assert.Contains("https://portal.example/risks/FX-2026-0001", mail.Text, StringComparison.Ordinal);
        var english = Assert.Single(await portal.NewsToAsync("english@example.invalid"));
        Assert.Contains("Longer inspections", english.Text, StringComparison.Ordinal);
        Assert.Contains("https://portal.example/en/risks/FX-2026-0001", english.Text, StringComparison.Ordinal);
        Assert.Empty(await portal.NewsToAsync("other@example.invalid"));
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

    [Fact]
    public void Mails_call_themes_as_the_pages_do()
    {
        var pages = new System.Resources.ResourceManager(typeof(Web.Public.Shared.ContentText));
        var english = System.Globalization.CultureInfo.GetCultureInfo("en");

        var topics = new SubscriptionTopics(ColumnList.Brought);
        Assert.All(Enum.GetValues<PolicyTopic>(), t => Assert.EndsWith(pages.GetString($"Topic.{t}", english)!, topics.Word(SubscriptionTopics.Of(t), inEnglish: true), StringComparison.Ordinal));
        Assert.Equal(topics.All.Count, topics.All.Select(t => topics.Word(t, inEnglish: false)).Distinct().Count());
    }
}
