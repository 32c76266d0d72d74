using System.Net;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.WorkingDays;

/// <summary>Staff keep the calendar. Portals of their own: a changed day moves everybody's deadlines.</summary>
public sealed class KeepingTheCalendarTests(Portal portal)
{
    private const string Home = "/park/working-days";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_names_the_notice_of_2026_and_says_that_the_next_year_is_not_arranged()
    {
        var page = await (await portal.VisitAsAsync("auditor")).OpenAsync(Home);

        var known = page.QuerySelector("[data-year='2026']")!;
        Assert.Contains("国务院办公厅关于2026年部分节假日安排的通知", known.TextContent, StringComparison.Ordinal);
        Assert.Contains("2025-11-04", known.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://politics.gmw.cn/2025-11/04/content_38391083.htm", known.QuerySelector(".hh-source a")!.GetAttribute("href"));
        Assert.Contains("安排未公布（待核）", page.QuerySelector("[data-year='2027']")!.TextContent, StringComparison.Ordinal);
        var year = await (await portal.VisitAsAsync("auditor")).OpenAsync($"{Home}/2027");
        Assert.Contains("只按周末计算", year.Content(), StringComparison.Ordinal);
        Assert.Null(year.QuerySelector("main form[method=post]"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.VisitAsAsync("auditor")).GetAsync($"{Home}/1")).StatusCode);
    }

    [Fact]
    public async Task The_arranged_days_are_taken_along_with_the_notice_that_names_them()
    {
        var auditor = await portal.VisitAsAsync("auditor");

        var lines = (await (await auditor.GetAsync($"{Home}/export.csv")).Content.ReadAsStringAsync(Cancellation)).TrimEnd().Split("\r\n");

        Assert.StartsWith("2026,2026-02-14,周六,调休上班,春节,国务院办公厅关于2026年部分节假日安排的通知,2025-11-04,https://", Assert.Single(lines, l => l.Contains("2026-02-14", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(lines.Skip(1).Order(StringComparer.Ordinal), lines.Skip(1));
        using var book = await auditor.GetAsync($"{Home}/export.xlsx");
        Assert.Contains("spreadsheetml", book.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_is_entered_with_its_notice_and_days_and_counts_at_once()
    {
        await using var own = Portal.Own();
        var admin = await own.VisitAsAsync("admin");
        var page = $"{Home}/2027";
        await (await admin.ForgeAsync(page, $"{page}/days", Day("2027-01-01", "Off"))).RefusedWithAsync("还没有录入安排");
        Assert.True(await WorksAsync(own, new DateOnly(2027, 1, 1)));

        Assert.Equal(page, (await admin.SubmitAsync(page, new() { ["Title"] = "示例：2027 年通知", ["On"] = "2026-11-20", ["Address"] = "https://example.invalid/2027" }, page)).LedTo());
        Assert.Equal(page, (await admin.SubmitAsync(page, Day("2027-01-01", "Off"), $"{page}/days")).LedTo());
        Assert.Equal(page, (await admin.SubmitAsync(page, Day("2027-01-03", "MakeUp"), $"{page}/days")).LedTo());

        Assert.False(await WorksAsync(own, new DateOnly(2027, 1, 1)));
        Assert.True(await WorksAsync(own, new DateOnly(2027, 1, 3)));
        var calendar = await ReadAsync(own);
        Assert.True(calendar.Due(DeadlineRules.Letter(1), new DateOnly(2026, 12, 31)) is { IsCertain: true } deadline && deadline.Day == new DateOnly(2027, 1, 3));
    }

    [Fact]
    public async Task What_a_notice_cannot_say_is_refused_and_stays_typed()
    {
        await using var own = Portal.Own();
        var admin = await own.VisitAsAsync("admin");
        var page = $"{Home}/2026";

        await (await admin.SubmitAsync(page, Day("2026-03-04", "MakeUp"), $"{page}/days")).RefusedWithAsync("应是周六或周日");
        await (await admin.SubmitAsync(page, Day("2025-12-01", "Off"), $"{page}/days")).RefusedWithAsync("日期应在 2026 年内");
        await (await admin.SubmitAsync(page, Day("2026-10-01", "Off"), $"{page}/days")).RefusedWithAsync("2026-10-01 已经录入为“国庆节放假”");
        await (await admin.SubmitAsync(page, new() { ["Title"] = "", ["On"] = "", ["Address"] = "javascript:1" }, page)).RefusedWithAsync("请填写通知标题", "请填写通知日期", "网址应以");
        var shown = await (await admin.SubmitAsync(page, new() { ["Title"] = "别的通知", ["On"] = "2027-01-01" }, page)).RefusedWithAsync("不能晚于今天");
        Assert.Equal("别的通知", shown.Value("Title"));
    }

    [Fact]
    public async Task A_day_is_changed_and_taken_out_and_the_second_of_two_is_told()
    {
        await using var own = Portal.Own();
        var admin = await own.VisitAsAsync("admin");
        var page = $"{Home}/2026";
        var edit = $"{page}?day=2026-10-10";

        Assert.Equal(page, (await admin.SubmitAsync(edit, new() { ["Name"] = "国庆" }, $"{page}/days")).LedTo());
        await (await admin.SubmitAsync(edit, new() { ["DayVersion"] = "1" }, $"{page}/days")).RefusedWithAsync("刚被他人修改");
        Assert.Contains("他人已修改", await admin.NoticeAfterAsync(await admin.ForgeAsync(page, $"{page}/days/remove", new() { ["day"] = "2026-10-10", ["version"] = "1" })), StringComparison.Ordinal);
        Assert.True(await WorksAsync(own, new DateOnly(2026, 10, 10)));
        Assert.Contains("已删除", await admin.NoticeAfterAsync(await admin.ForgeAsync(page, $"{page}/days/remove", new() { ["day"] = "2026-10-10", ["version"] = "2" })), StringComparison.Ordinal);

        Assert.False(await WorksAsync(own, new DateOnly(2026, 10, 10)));
        Assert.Equal(["working-day.removed", "working-day.saved"], await own.WithDatabaseAsync(db => db.Journal
            .Where(l => l.Subject == "working-days" && l.SubjectKey == "2026").OrderByDescending(l => l.Id).Select(l => l.Act).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task The_calendar_is_kept_until_it_changes()
    {
        await using var own = Portal.Own();
        var first = await ReadAsync(own);

        Assert.Same(first, await ReadAsync(own));
        var admin = await own.VisitAsAsync("admin");
        await admin.SubmitAsync($"{Home}/2026", Day("2026-12-31", "Off"), $"{Home}/2026/days");

        Assert.NotSame(first, await ReadAsync(own));
    }

    private static Dictionary<string, string?> Day(string day, string kind) => new() { ["Day"] = day, ["Kind"] = kind, ["Name"] = "示例节" };

    private static async Task<bool> WorksAsync(Portal own, DateOnly day) => (await ReadAsync(own)).IsWorkingDay(day);

    private static Task<WorkingCalendar> ReadAsync(Portal own) => own.InScopeAsync(s => s.GetRequiredService<WorkingCalendarSource>().ReadAsync(Cancellation));
}
