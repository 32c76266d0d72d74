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

/// <summary>What is published is told by its topic, in the language and the words of the pages.</summary>
public sealed class HearingByTopicTests
{
    private const string Address = "reader@example.invalid";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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
    public void Mails_call_themes_as_the_pages_do()
    {
        var pages = new System.Resources.ResourceManager(typeof(Web.Public.Shared.ContentText));
        var english = System.Globalization.CultureInfo.GetCultureInfo("en");

        var topics = new SubscriptionTopics(ColumnList.Brought);
        Assert.All(Enum.GetValues<PolicyTopic>(), t => Assert.EndsWith(pages.GetString($"Topic.{t}", english)!, topics.Word(SubscriptionTopics.Of(t), inEnglish: true), StringComparison.Ordinal));
        Assert.Equal(topics.All.Count, topics.All.Select(t => topics.Word(t, inEnglish: false)).Distinct().Count());
    }
}
