using System.Net;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Risks;

/// <summary>Notices of risks go the way of every text: written, reviewed, published now or at a set time, kept, corrected.</summary>
public sealed class ReviewingRisksTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_duties_are_separate_a_notice_is_reviewed_and_published_by_others_and_tells_nobody_before()
    {
        await using var own = Portal.Own(("Editorial:SeparateDuties", "Everyone"), ("Jobs:Parallel", "0"));
        var (editor, reviewer) = (await own.VisitAsAsync("editor"), await own.VisitAsAsync("reviewer"));
        var tea = await own.EnterpriseAsync("tea");
        await own.WithDatabaseAsync(db =>
        {
            db.BookProducts.Add(RiskScenes.Product(tea, "R-REVIEW", "4202121000", "KEN"));
            return db.SaveChangesAsync(Cancellation);
        });
        var page = await editor.WriteAsync(RiskScenes.Form("须审核的提示", "KEN", "4202"));
        var number = await own.NumberAsync(page);

        Assert.Null((await editor.OpenAsync(page)).QuerySelector($"form[action='{page}/publish']"));
        Assert.Contains("还没有审核通过", await editor.NoticeAfterAsync(await editor.ForgeAsync(page, $"{page}/publish", new() { ["version"] = "1" })), StringComparison.Ordinal);
        (await editor.SubmitAsync(page, [], $"{page}/submit")).LedTo();
        Assert.Contains("不能审核自己的文字", await editor.NoticeAfterAsync(await editor.ForgeAsync(page, $"{page}/approve", new() { ["version"] = "2" })), StringComparison.Ordinal);
        Assert.NotNull((await reviewer.OpenAsync("/park/editorial?kind=Risk")).QuerySelector($"[data-text='{page}']"));
        await (await reviewer.SubmitAsync($"{page}/return", new() { ["Reason"] = "" })).RefusedWithAsync("请写明退回理由");
        (await reviewer.SubmitAsync($"{page}/return", new() { ["Reason"] = "来源要写全" })).LedTo();
        Assert.Contains("来源要写全", (await editor.OpenAsync(page)).Content(), StringComparison.Ordinal);
        (await editor.SubmitAsync(page, new() { ["Source"] = "写全的来源" }, page)).LedTo();
        (await editor.SubmitAsync(page, [], $"{page}/submit")).LedTo();
        (await reviewer.SubmitAsync(page, [], $"{page}/approve")).LedTo();
        var version = await own.WithDatabaseAsync(db => db.RiskNotices.Where(n => n.Number == number).Select(n => n.Version).SingleAsync(Cancellation));
        Assert.Contains("须由不同的人完成", await editor.NoticeAfterAsync(await editor.ForgeAsync(page, $"{page}/publish", new() { ["version"] = $"{version}" })), StringComparison.Ordinal);
        await own.RunJobsAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await own.Visit().GetAsync($"/risks/{number}")).StatusCode);
        Assert.Empty(await own.ToldAsync(page));

        (await (await own.VisitAsAsync("admin")).SubmitAsync(page, [], $"{page}/publish")).LedTo();
        await own.RunJobsAsync();

        await own.Visit().OpenAsync($"/risks/{number}");
        Assert.Equal([tea], await own.ToldAsync(page));
        var history = (await editor.OpenAsync(page)).Content();
        foreach (var act in new[] { "送审风险提示", "退回修改风险提示", "审核通过风险提示", "发布风险提示" }) Assert.Contains(act, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_notice_stays_as_it_was_in_text_and_scope_while_it_is_changed_and_its_versions_are_kept()
    {
        var (editor, visitor) = (await portal.VisitAsAsync("editor"), portal.Visit());
        var (page, number) = await portal.PublishAsync(editor, RiskScenes.Form("第一次的标题", "GAB", "8703"));
        var corridor = await portal.WithDatabaseAsync(db => db.Corridors.Where(c => c.Slug == "china-laos").Select(c => c.Id).SingleAsync(Cancellation));

        (await editor.SubmitAsync(page, new() { ["Title"] = "改过的标题", ["Countries"] = "NAM", ["CorridorIds"] = $"{corridor}", ["Correction"] = "国别写错，已更正" }, page)).LedTo();

        var shown = await visitor.OpenAsync($"/risks/{number}");
        Assert.Contains("第一次的标题", shown.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("GAB", shown.QuerySelector("[data-countries]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(shown.QuerySelector("[data-correction]"));
        Assert.Null((await visitor.OpenAsync("/corridors/china-laos")).QuerySelector($"[data-risk='{number}']"));
        var desk = await editor.OpenAsync(page);
        Assert.Equal(("改过的标题", "NAM"), (desk.Value("Title"), desk.Value("Countries")));
        using var answer = await editor.GetAsync($"{page}/preview");
        Assert.Equal("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single());
        var preview = await editor.OpenAsync($"{page}/preview");
        Assert.Contains("改过的标题", preview.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(preview.QuerySelector("a[href='/corridors/china-laos']"));

        (await editor.SubmitAsync(page, [], $"{page}/publish")).LedTo();

        shown = await visitor.OpenAsync($"/risks/{number}");
        Assert.Contains("改过的标题", shown.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("NAM", shown.QuerySelector("[data-countries]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("国别写错，已更正", shown.QuerySelector("[data-correction]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await visitor.OpenAsync("/corridors/china-laos")).QuerySelector($"[data-risk='{number}']"));
        var countries = (await editor.OpenAsync($"{page}/versions/compare?from=1&to=2")).QuerySelector("[data-field='国别（地区）']")!;
        Assert.Equal(("GAB", "NAM"), (countries.QuerySelector("del")!.TextContent.Trim(), countries.QuerySelector("ins")!.TextContent.Trim()));

        (await editor.SubmitAsync($"{page}/versions", [], $"{page}/versions/1/restore")).LedTo();
        desk = await editor.OpenAsync(page);
        Assert.Equal(("第一次的标题", "GAB", ""), (desk.Value("Title"), desk.Value("Countries"), desk.Value("Correction")));
        Assert.Contains("改过的标题", (await visitor.OpenAsync($"/risks/{number}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_is_published_by_itself_at_its_time_and_not_where_it_is_over_by_then()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        var page = await editor.WriteAsync(RiskScenes.Form("定时的提示", "GAB"));
        var over = RiskScenes.Form("到时已结束的提示", "GAB");
        over["Until"] = "2026-11-22";
        var late = await editor.WriteAsync(over);
        (await editor.SubmitAsync($"{page}/schedule", new() { ["At"] = "2026-11-23T08:00" })).LedTo();
        (await editor.SubmitAsync($"{late}/schedule", new() { ["At"] = "2026-11-23T08:00" })).LedTo();
        Assert.NotNull((await editor.OpenAsync("/park/editorial?view=Scheduled")).QuerySelector($"[data-text='{page}']"));
        var (number, lateNumber) = (await own.NumberAsync(page), await own.NumberAsync(late));
        Assert.Equal(HttpStatusCode.NotFound, (await own.Visit().GetAsync($"/risks/{number}")).StatusCode);

        own.Clock.Set(new DateTimeOffset(2026, 11, 23, 0, 1, 0, TimeSpan.Zero));
        await own.InScopeAsync(s => s.GetRequiredService<ScheduledPublications>().PublishDueAsync(Cancellation));

        await own.Visit().OpenAsync($"/risks/{number}");
        Assert.Equal(HttpStatusCode.NotFound, (await own.Visit().GetAsync($"/risks/{lateNumber}")).StatusCode);
        Assert.Null(await own.WithDatabaseAsync(db => db.RiskNotices.Where(n => n.Number == lateNumber).Select(n => n.PublishAt).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task A_banned_word_stops_the_review_and_the_second_of_two_people_is_told_what_waits_already()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        await own.WithDatabaseAsync(db =>
        {
            db.SensitiveWords.Add(new SensitiveWord { Word = "绝对安全", IsBanned = true });
            return db.SaveChangesAsync(Cancellation);
        });
        var page = await editor.WriteAsync(RiskScenes.Form("绝对安全的通道", "GAB"));
        Assert.Contains("不能使用", await editor.NoticeAfterAsync(await editor.SubmitAsync(page, [], $"{page}/submit")), StringComparison.Ordinal);
        Assert.NotNull((await editor.OpenAsync(page)).QuerySelector("[data-findings] [data-blocks=true]"));

        (await editor.SubmitAsync(page, new() { ["Title"] = "安全的通道", ["Summary"] = "安全的通道的摘要" }, page)).LedTo();
        (await editor.SubmitAsync(page, [], $"{page}/publish")).LedTo();
        await own.Visit().OpenAsync($"/risks/{await own.NumberAsync(page)}");
        (await editor.SubmitAsync(page, new() { ["Countries"] = "NAM" }, page)).LedTo();
        await (await editor.SubmitAsync(page, new() { ["Version"] = "3", ["Countries"] = "TZA" }, page)).RefusedWithAsync("他人已改为：NAM");
    }

    [Fact]
    public async Task Nothing_sent_with_a_form_publishes_a_notice()
    {
        var editor = await portal.VisitAsAsync("editor");
        var form = RiskScenes.Form("夹带状态的提示", "GAB");
        foreach (var (field, value) in new[] { ("State", "Published"), ("Step", "Approved"), ("PublishedAt", "2001-01-01"), ("PublishAt", "2026-01-01"), ("ReviewedBy", "假审核"), ("VersionNumber", "9"), ("Number", "FX-2026-9999") }) form[field] = value;

        var page = await editor.WriteAsync(form);

        var saved = await portal.WithDatabaseAsync(db => db.RiskNotices.AsNoTracking().SingleAsync(n => n.Id == RiskScenes.IdOf(page), Cancellation));
        Assert.Equal(
            (HuaihuaPilotZone.Content.PublicationState.Draft, EditorialStep.Writing, null, null, null, 0),
            (saved.State, saved.Step, saved.PublishedAt, saved.PublishAt, saved.ReviewedBy, saved.VersionNumber));
        Assert.NotEqual("FX-2026-9999", saved.Number);
    }
}
