using System.Net;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>Columns: their rhythm, their order, and which of them the public sees.</summary>
public sealed class KeepingColumnsTests
{
    [Fact]
    public async Task An_empty_column_is_not_shown_to_the_public_and_appears_with_its_first_item()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        Assert.Null((await own.Visit().OpenAsync("/news")).QuerySelector("a[href*='column=Story']"));
        Assert.Contains("空栏目", (await editor.OpenAsync("/park/columns")).QuerySelector("[data-column=Story]")!.TextContent, StringComparison.Ordinal);

        var address = (await editor.SubmitAsync("/park/news/new", new() { ["Title"] = "示例：三轮车的故事", ["Column"] = "Story", ["Summary"] = "摘要", ["Body"] = "正文" })).LedTo();
        Assert.Null((await own.Visit().OpenAsync("/news")).QuerySelector("a[href*='column=Story']"));
        await editor.SubmitAsync(address, [], $"{address}/publish");

        Assert.NotNull((await own.Visit().OpenAsync("/news")).QuerySelector("a[href*='column=Story']"));
        Assert.Contains("三轮车的故事", (await own.Visit().OpenAsync("/news?column=Story")).QuerySelector("[data-news]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_set_rhythm_and_order_and_a_late_column_is_named()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        await (await editor.SubmitAsync("/park/columns/Notice", new() { ["RhythmDays"] = "0", ["Position"] = "" })).RefusedWithAsync("更新周期为 1 到", "请填写顺序");
        await editor.SubmitAsync("/park/columns/Notice", new() { ["RhythmDays"] = "7", ["Position"] = "1" });
        await editor.SubmitAsync("/park/columns/ZoneNews", new() { ["RhythmDays"] = "", ["Position"] = "2" });

        own.Clock.Set(own.Clock.GetUtcNow().AddDays(10));
        own.ForgetVisitors();

        var columns = await (await own.VisitAsAsync("auditor")).OpenAsync("/park/columns");
        Assert.Equal("Notice", columns.QuerySelector("[data-column]")!.GetAttribute("data-column"));
        Assert.Contains("超期 3 天", columns.QuerySelector("[data-column=Notice]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("按时", columns.QuerySelector("[data-column=ZoneNews]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("通知公告", (await own.Visit().OpenAsync("/news")).QuerySelectorAll(".hh-tabs a").ElementAt(1).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guide_that_is_a_year_old_says_so_until_it_is_published_anew()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        var address = (await editor.SubmitAsync("/park/news/new", new() { ["Title"] = "示例：市场指南", ["Column"] = "Guide", ["Summary"] = "摘要", ["Body"] = "正文", ["Slug"] = "sample-guide" })).LedTo();
        await editor.SubmitAsync(address, [], $"{address}/publish");
        Assert.Null((await own.Visit().OpenAsync("/news/sample-guide")).QuerySelector("[data-outdated]"));

        own.Clock.Set(own.Clock.GetUtcNow().AddDays(366));
        own.ForgetVisitors();

        Assert.NotNull((await own.Visit().OpenAsync("/news/sample-guide")).QuerySelector("[data-outdated]"));
        var later = await own.VisitAsAsync("editor");
        await later.SubmitAsync(address, new() { ["Body"] = "更新后的正文" }, address);
        await later.SubmitAsync(address, [], $"{address}/publish");
        Assert.Null((await own.Visit().OpenAsync("/news/sample-guide")).QuerySelector("[data-outdated]"));
    }

    [Fact]
    public async Task The_second_of_two_people_who_set_a_column_is_told()
    {
        await using var own = Portal.Own();
        var editor = await own.VisitAsAsync("editor");
        await editor.SubmitAsync("/park/columns/Guide", new() { ["RhythmDays"] = "30", ["Position"] = "5" });

        await (await editor.SubmitAsync("/park/columns/Guide", new() { ["Version"] = "0", ["RhythmDays"] = "60", ["Position"] = "5" })).RefusedWithAsync("他人刚改过");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await own.VisitAsAsync("auditor")).GetAsync("/park/columns/Guide")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync("/park/columns/Nothing")).StatusCode);
    }
}
