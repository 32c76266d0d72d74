using System.Net;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.SiteChecks;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.SiteChecks;

public sealed class InspectingTheSiteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_column_idle_for_15_days_a_letter_idle_for_91_and_an_interpretation_without_its_document_are_found_and_put_right()
    {
        await using var portal = await EmptyAsync();
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        await AddNewsAsync(portal, "idle", NewsColumn.ZoneNews, now.AddDays(-15));
        await AddNewsAsync(portal, "loose", NewsColumn.Interpretation, now.AddDays(-1));
        await AddLetterAsync(portal, "XJ-20260823-0901", now.AddDays(-91));
        await AddLetterAsync(portal, "XJ-20260824-0902", now.AddDays(-90));

        Assert.Equal(["ColumnIdle", "InterpretationWithoutPolicy", "LetterUnanswered"], await InspectAsync(portal));

        var editor = await portal.VisitAsAsync("editor");
        var page = await editor.OpenAsync("/park/site-checks");
        Assert.Equal("LetterUnanswered", page.QuerySelector("[data-finding]")!.GetAttribute("data-finding"));
        Assert.Contains("已 91 天没有答复", page.QuerySelector("[data-finding=LetterUnanswered]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("一票否决", page.QuerySelector("[data-finding=LetterUnanswered]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已超期 1 天", (await editor.OpenAsync("/park/site-checks?indicator=ColumnIdle")).QuerySelector("[data-finding=ColumnIdle]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("LetterUnanswered", Assert.Single((await editor.OpenAsync("/park/site-checks?indicator=LetterUnanswered")).QuerySelectorAll("[data-finding]")).GetAttribute("data-finding"));

        await AddNewsAsync(portal, "fresh", NewsColumn.ZoneNews, now);
        await editor.SubmitAsync("/park/site-checks", [], "/park/site-checks");

        Assert.Null((await editor.OpenAsync("/park/site-checks?indicator=ColumnIdle")).QuerySelector("[data-finding=ColumnIdle]"));
        Assert.NotNull((await editor.OpenAsync("/park/site-checks?gone=true&indicator=ColumnIdle")).QuerySelector("[data-finding=ColumnIdle]"));
    }

    [Fact]
    public async Task The_home_page_is_named_on_the_tenth_day_and_a_veto_on_the_fourteenth()
    {
        await using var portal = await EmptyAsync();
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        await portal.WithDatabaseAsync(db => db.PolicyDocuments.ExecuteUpdateAsync(set => set.SetProperty(p => p.PublishedAt, now.AddDays(-60)), Cancellation));
        await AddNewsAsync(portal, "last", NewsColumn.Story, now.AddDays(-9));

        Assert.DoesNotContain("HomePageIdle", await InspectAsync(portal));

        portal.Clock.Set(portal.Clock.GetUtcNow().AddDays(1));
        Assert.Contains("HomePageIdle", await InspectAsync(portal));
        Assert.False(await IsVetoAsync(portal));

        portal.Clock.Set(portal.Clock.GetUtcNow().AddDays(4));
        await InspectAsync(portal);
        Assert.True(await IsVetoAsync(portal));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.SiteFindings.CountAsync(f => f.Indicator == SiteIndicator.HomePageIdle, Cancellation)));
    }

    [Fact]
    public async Task The_site_is_inspected_once_a_night_and_not_before_two()
    {
        // its own worker would take the night when the clock is moved
        await using var portal = await EmptyAsync(("Workers:StartAfterSeconds", "300"));
        await portal.WithDatabaseAsync(db => db.SiteInspections.ExecuteDeleteAsync(Cancellation));
        Task<bool> DueAsync() => portal.InScopeAsync(s => s.GetRequiredService<SiteCheckBook>().InspectDueAsync(Cancellation));

        // 01:59 and 02:00 in Huaihua
        portal.Clock.Set(new DateTimeOffset(2026, 12, 1, 17, 59, 0, TimeSpan.Zero));
        Assert.False(await DueAsync());
        portal.Clock.Set(new DateTimeOffset(2026, 12, 1, 18, 0, 0, TimeSpan.Zero));
        Assert.True(await DueAsync());
        Assert.False(await DueAsync());
        Assert.Equal([new DateOnly(2026, 12, 2)], await portal.WithDatabaseAsync(db => db.SiteInspections.Select(i => i.Day).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task Whoever_does_not_edit_content_reads_the_findings_but_starts_no_inspection()
    {
        await using var portal = await EmptyAsync();
        var auditor = await portal.VisitAsAsync("auditor");

        Assert.Null((await auditor.OpenAsync("/park/site-checks")).QuerySelector("form[method=post][action='/park/site-checks']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync("/park/site-checks", "/park/site-checks", [])).StatusCode);
    }

    /// <summary>A portal whose news and letters are only those of the test.</summary>
    private static async Task<Portal> EmptyAsync(params (string Key, string Value)[] settings)
    {
        var portal = Portal.Own(settings);
        await portal.WithDatabaseAsync(async db =>
        {
            await db.News.ExecuteUpdateAsync(set => set.SetProperty(n => n.State, PublicationState.Withdrawn), Cancellation);
            await db.Letters.ExecuteUpdateAsync(set => set.SetProperty(l => l.State, LetterState.Answered), Cancellation);
            return await db.PolicyDocuments.ExecuteUpdateAsync(set => set.SetProperty(p => p.IsExternal, true), Cancellation);
        });
        return portal;
    }

    private static async Task<List<string>> InspectAsync(Portal portal)
    {
        await portal.InScopeAsync(s => s.GetRequiredService<SiteCheckBook>().InspectAsync(Cancellation));
        // the demonstration data has its own gaps in what the further indicators look at
        SiteIndicator[] looked = [SiteIndicator.HomePageIdle, SiteIndicator.ColumnIdle, SiteIndicator.ManyColumnsIdle, SiteIndicator.LetterUnanswered, SiteIndicator.PolicyWithoutInterpretation, SiteIndicator.InterpretationWithoutPolicy];
        var open = await portal.WithDatabaseAsync(db => db.SiteFindings.Where(f => f.GoneOn == null && looked.Contains(f.Indicator)).Select(f => f.Indicator).ToListAsync(Cancellation));
        return [.. open.Select(i => i.ToString()).Order(StringComparer.Ordinal)];
    }

    private static Task<bool> IsVetoAsync(Portal portal) =>
        portal.WithDatabaseAsync(db => db.SiteFindings.Where(f => f.Indicator == SiteIndicator.HomePageIdle && f.GoneOn == null).Select(f => f.IsVeto).SingleAsync(Cancellation));

    private static Task<int> AddNewsAsync(Portal portal, string slug, string column, DateTime publishedAt) => portal.WithDatabaseAsync(db =>
    {
        db.News.Add(new NewsItem
        {
            Slug = $"check-{slug}",
            Title = "示例",
            Summary = "示例。",
            Body = "示例正文。",
            Column = column,
            State = PublicationState.Published,
            PublishedAt = publishedAt,
            CreatedAt = publishedAt,
            UpdatedAt = publishedAt,
        });
        return db.SaveChangesAsync(Cancellation);
    });

    private static Task<int> AddLetterAsync(Portal portal, string number, DateTime receivedAt) => portal.WithDatabaseAsync(db =>
    {
        db.Letters.Add(new Letter
        {
            Number = number,
            CodeHash = "none",
            Kind = LetterKind.Consultation,
            Title = "示例",
            Body = "示例来信。",
            PrivacyNoticeVersion = "示例",
            ReceivedAt = receivedAt,
            LimitDays = 5,
        });
        return db.SaveChangesAsync(Cancellation);
    });
}
