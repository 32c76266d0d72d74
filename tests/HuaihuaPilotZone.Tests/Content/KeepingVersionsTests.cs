using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>Every publication keeps a version; any two are compared, any is taken back as a draft.</summary>
public sealed class KeepingVersionsTests(Portal portal)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task Versions_are_listed_compared_and_taken_back_as_a_draft()
    {
        var editor = await portal.VisitAsAsync("editor");
        var address = (await editor.SubmitAsync("/park/news/new", new() { ["Title"] = "第一版标题", ["Column"] = "Notice", ["Summary"] = "摘要", ["Body"] = "开行 731 列\n\n<script>alert(1)</script>" })).LedTo();
        await editor.SubmitAsync(address, [], $"{address}/publish");
        await editor.SubmitAsync(address, new() { ["Title"] = "第二版标题", ["Body"] = "开行 1200 列" }, address);
        await editor.SubmitAsync(address, [], $"{address}/publish");
        var item = await portal.WithDatabaseAsync(db => db.News.AsNoTracking().SingleAsync(n => n.Id == Id(address), _none));

        Assert.Equal(["2", "1"], (await editor.OpenAsync($"{address}/versions")).QuerySelectorAll("[data-version]").Select(r => r.GetAttribute("data-version")));
        var comparison = await editor.OpenAsync($"{address}/versions/compare?from=1&to=2");
        Assert.Equal(["标题", "正文"], comparison.QuerySelectorAll("[data-field]").Select(f => f.GetAttribute("data-field")));
        Assert.Contains("731", comparison.QuerySelector("[data-field=正文] .is-removed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1200", comparison.QuerySelector("[data-field=正文] ins")!.TextContent);
        Assert.Empty(comparison.QuerySelectorAll("main script"));

        await editor.SubmitAsync($"{address}/versions", [], $"{address}/versions/1/restore");

        Assert.Equal("第一版标题", (await editor.OpenAsync(address)).Value("Title"));
        Assert.Contains("第二版标题", (await portal.Visit().OpenAsync($"/news/{item.Slug}")).Content(), StringComparison.Ordinal);
        Assert.Contains("第一版标题", (await editor.OpenAsync($"{address}/versions/compare?from=2&to=0")).QuerySelector("[data-field=标题]")!.TextContent.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await editor.SubmitAsync(address, [], $"{address}/publish");
        Assert.Contains("第一版标题", (await portal.Visit().OpenAsync($"/news/{item.Slug}")).Content(), StringComparison.Ordinal);
        Assert.Equal(3, (await editor.OpenAsync($"{address}/versions")).QuerySelectorAll("[data-version]").Length);
    }

    [Fact]
    public async Task A_version_that_is_not_kept_is_neither_compared_nor_taken_back()
    {
        var editor = await portal.VisitAsAsync("editor");

        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync("/park/policies/1/versions/compare?from=1&to=99")).StatusCode);
        Assert.Contains("没有这个版本", await editor.NoticeAfterAsync(await editor.ForgeAsync("/park/policies/1", "/park/policies/1/versions/99/restore", new() { ["version"] = "1" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_public_from_the_start_has_a_first_version()
    {
        await using var own = Portal.Own();

        Assert.Equal(0, await own.WithDatabaseAsync(db => db.News.CountAsync(n => n.State == PublicationState.Published && !db.TextVersions.Any(v => v.Subject == "news" && v.TextId == n.Id), _none)));
        Assert.Equal(0, await own.WithDatabaseAsync(db => db.PolicyDocuments.CountAsync(d => d.State == PublicationState.Published && !db.TextVersions.Any(v => v.Subject == "policy" && v.TextId == d.Id), _none)));
    }

    [Fact]
    public async Task Those_who_only_read_take_no_version_back() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.VisitAsAsync("auditor")).ForgeAsync("/park/news/1/versions", "/park/news/1/versions/1/restore", new() { ["version"] = "1" })).StatusCode);

    private static int Id(string address) => int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);
}
