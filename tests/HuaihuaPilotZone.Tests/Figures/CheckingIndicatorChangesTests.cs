using System.Net;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Figures;

/// <summary>What the public reads beside published values is changed by one person and let through by another.</summary>
public sealed class CheckingIndicatorChangesTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_of_an_indicator_with_published_values_waits_for_another_person()
    {
        var (code, series) = await portal.HasIndicatorAsync();
        await portal.HasPublishedAsync(series, "2026-01", "5");
        var address = $"/park/indicators/{await IdAsync(code)}";
        var (editor, admin, visitor) = (await portal.VisitAsAsync("editor"), await portal.VisitAsAsync("admin"), portal.Visit());
        Assert.Contains("试行定义", (await visitor.OpenAsync($"/statistics/{code}")).Content(), StringComparison.Ordinal);

        Assert.Contains("由另一人核对后公开", await editor.NoticeAfterAsync(await editor.SubmitAsync(address, new() { ["Definition"] = "改后的定义" }, address)), StringComparison.Ordinal);

        Assert.DoesNotContain("改后的定义", (await visitor.OpenAsync($"/statistics/{code}")).Content(), StringComparison.Ordinal);
        var own = await editor.OpenAsync(address);
        Assert.Equal("改后的定义", own.Value("Definition"));
        Assert.Contains("试行定义", own.QuerySelector("[data-waiting]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(own.QuerySelector($"form[action='{address}/approve']"));
        Assert.Contains("不能自己核对", await editor.NoticeAfterAsync(await editor.ForgeAsync(address, $"{address}/approve", new() { ["version"] = await VersionAsync(code) })), StringComparison.Ordinal);
        Assert.Contains("有修改待核对", (await admin.OpenAsync($"/park/indicators?waiting=true&q={code}")).QuerySelector($"[data-indicator='{code}']")!.TextContent, StringComparison.Ordinal);

        Assert.Contains("已核对", await admin.NoticeAfterAsync(await admin.SubmitAsync(address, [], $"{address}/approve")), StringComparison.Ordinal);

        Assert.Contains("改后的定义", (await visitor.OpenAsync($"/statistics/{code}")).Content(), StringComparison.Ordinal);
        Assert.Null((await admin.OpenAsync(address)).QuerySelector("[data-waiting]"));
        Assert.Contains("没有待核对的修改", await admin.NoticeAfterAsync(await admin.ForgeAsync(address, $"{address}/approve", new() { ["version"] = await VersionAsync(code) })), StringComparison.Ordinal);
        Assert.Equal(
            [IndicatorActs.IndicatorWaits, IndicatorActs.IndicatorChanged],
            await portal.WithDatabaseAsync(db => db.Journal.Where(l => l.SubjectKey == code && l.Act.StartsWith("indicator.chang")).OrderBy(l => l.Id).Select(l => l.Act).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task How_a_series_counts_is_changed_in_the_same_two_steps_and_a_dropped_change_was_never_public()
    {
        var (code, series) = await portal.HasIndicatorAsync();
        await portal.HasPublishedAsync(series, "2026-01", "5");
        var address = $"/park/indicators/{await IdAsync(code)}/series/{series}";
        var (editor, admin, visitor) = (await portal.VisitAsAsync("editor"), await portal.VisitAsAsync("admin"), portal.Visit());

        await editor.SubmitAsync(address, new() { ["Counting"] = "不该出现的口径" }, address);
        Assert.Contains("已放弃", await admin.NoticeAfterAsync(await admin.SubmitAsync(address, [], $"{address}/drop")), StringComparison.Ordinal);
        Assert.Contains("试行口径甲", (await visitor.OpenAsync($"/statistics/{code}")).Content(), StringComparison.Ordinal);
        Assert.Contains("没有待核对的修改", await admin.NoticeAfterAsync(await admin.ForgeAsync(address, $"{address}/drop", new() { ["version"] = "9" })), StringComparison.Ordinal);

        await admin.SubmitAsync(address, new() { ["Counting"] = "核对过的口径" }, address);
        await editor.SubmitAsync(address, [], $"{address}/approve");
        Assert.Contains("核对过的口径", (await visitor.OpenAsync($"/statistics/{code}")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_written_after_the_page_was_opened_is_not_let_through_unseen()
    {
        var (code, series) = await portal.HasIndicatorAsync();
        await portal.HasPublishedAsync(series, "2026-01", "5");
        var address = $"/park/indicators/{await IdAsync(code)}";
        var (editor, admin) = (await portal.VisitAsAsync("editor"), await portal.VisitAsAsync("admin"));
        await editor.SubmitAsync(address, new() { ["Name"] = "第一稿" }, address);
        var seen = await VersionAsync(code);
        await editor.SubmitAsync(address, new() { ["Name"] = "第二稿" }, address);

        Assert.Contains("他人已修改", await admin.NoticeAfterAsync(await admin.ForgeAsync(address, $"{address}/approve", new() { ["version"] = seen })), StringComparison.Ordinal);

        // who writes what stands takes back what waited
        await editor.SubmitAsync(address, new() { ["Name"] = $"试行指标 {code}" }, address);
        Assert.Null((await admin.OpenAsync(address)).QuerySelector("[data-waiting]"));
    }

    [Fact]
    public async Task Without_published_values_a_change_stands_at_once_and_others_may_not_let_one_through()
    {
        var (code, series) = await portal.HasIndicatorAsync();
        var address = $"/park/indicators/{await IdAsync(code)}";
        var editor = await portal.VisitAsAsync("editor");

        Assert.Contains("已保存", await editor.NoticeAfterAsync(await editor.SubmitAsync(address, new() { ["Name"] = "改名" }, address)), StringComparison.Ordinal);

        Assert.Equal("改名", await portal.WithDatabaseAsync(db => db.Indicators.Where(i => i.Code == code).Select(i => i.Name).SingleAsync(Cancellation)));
        var auditor = await portal.VisitAsAsync("auditor");
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync(address, $"{address}/approve", new() { ["version"] = "1" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync(address, $"{address}/series/{series}/drop", new() { ["version"] = "1" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.ForgeAsync(address, $"{address}/series/999999/approve", new() { ["version"] = "1" })).StatusCode);
    }

    private Task<int> IdAsync(string code) => portal.WithDatabaseAsync(db => db.Indicators.Where(i => i.Code == code).Select(i => i.Id).SingleAsync(Cancellation));

    private async Task<string> VersionAsync(string code) =>
        (await portal.WithDatabaseAsync(db => db.Indicators.Where(i => i.Code == code).Select(i => i.Version).SingleAsync(Cancellation))).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
