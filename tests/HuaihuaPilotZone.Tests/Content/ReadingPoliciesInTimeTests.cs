using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>What was in force on a day, and what it said then.</summary>
public sealed class ReadingPoliciesInTimeTests(Portal portal)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task Two_days_give_the_two_documents_that_were_in_force_then()
    {
        var mark = $"退运{Guid.NewGuid():N}"[..10];
        var (_, former) = await PublishAsync(mark + "旧规定", ("EffectiveOn", "2023-01-30"), ("ExpiresOn", "2025-12-31"));
        var (_, present) = await PublishAsync(mark + "新规定", ("EffectiveOn", "2026-01-01"), ("ExpiresOn", "2027-12-31"));
        await PublishAsync(mark + "没有施行日期");

        Assert.Equal([former], await InForceAsync(mark, "2024-05-01"));
        Assert.Equal([present], await InForceAsync(mark, "2026-05-01"));
        Assert.Empty(await InForceAsync(mark, "2022-05-01"));
        Assert.Empty(await InForceAsync(mark, "2028-01-01"));
        Assert.Equal(2 + 1, (await InForceAsync(mark, "昨天")).Count);
    }

    [Fact]
    public async Task A_document_that_was_changed_is_found_and_read_as_it_was_on_the_day()
    {
        var mark = $"修订{Guid.NewGuid():N}"[..10];
        var (address, slug) = await PublishAsync(mark, ("EffectiveOn", "2023-01-01"), ("Body", "奖励标准为一千元"));
        var editor = await portal.VisitAsAsync("editor");
        await editor.SubmitAsync(address, new() { ["EffectiveOn"] = "2026-01-01", ["Body"] = "奖励标准为两千元" }, address);
        await editor.SubmitAsync(address, [], $"{address}/publish");

        Assert.Equal([slug], await InForceAsync(mark, "2024-05-01"));
        var then = await portal.Visit().OpenAsync($"/policies/{slug}?on=2024-05-01");
        Assert.Contains("奖励标准为一千元", then.QuerySelector(".hh-prose")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("与现在的不同", then.QuerySelector("[data-on='2024-05-01']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("奖励标准为两千元", (await portal.Visit().OpenAsync($"/policies/{slug}?on=2026-05-01")).QuerySelector(".hh-prose")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有当天的文字", (await portal.Visit().OpenAsync($"/policies/{slug}?on=2020-05-01")).QuerySelector("[data-on]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_were_withdrawn_or_closed_since_do_not_come_back_by_asking_for_an_earlier_day()
    {
        var mark = $"收回{Guid.NewGuid():N}"[..10];
        var (address, slug) = await PublishAsync(mark, ("EffectiveOn", "2023-01-01"), ("Body", "误发的内部数字"));
        var editor = await portal.VisitAsAsync("editor");
        await editor.SubmitAsync($"{address}/withdraw", new() { ["Reason"] = "含内部数字" });
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/policies/{slug}?on=2024-05-01")).StatusCode);
        await editor.SubmitAsync(address, new() { ["EffectiveOn"] = "2026-01-01", ["Body"] = "改正后的文字" }, address);
        await editor.SubmitAsync(address, [], $"{address}/publish");

        Assert.DoesNotContain("误发的内部数字", (await portal.Visit().OpenAsync($"/policies/{slug}?on=2024-05-01")).DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Empty(await InForceAsync(mark, "2024-05-01"));

        await editor.SubmitAsync(address, new() { ["EffectiveOn"] = "2026-06-01", ["Openness"] = "OnRequest" }, address);
        await editor.SubmitAsync(address, [], $"{address}/publish");
        Assert.DoesNotContain("改正后的文字", (await portal.Visit().OpenAsync($"/policies/{slug}?on=2026-02-01")).DocumentElement.TextContent, StringComparison.Ordinal);
    }

    private async Task<(string Address, string Slug)> PublishAsync(string title, params (string Name, string Value)[] more)
    {
        var editor = await portal.VisitAsAsync("editor");
        var values = new Dictionary<string, string?>
        {
            ["Title"] = title,
            ["Issuers"] = "示例机关",
            ["Topic"] = "EnterpriseServices",
            ["Openness"] = "Proactive",
            ["Summary"] = "概述",
            ["Body"] = "正文",
        };
        foreach (var (name, value) in more) values[name] = value;
        var address = (await editor.SubmitAsync("/park/policies/new", values)).LedTo();
        await editor.SubmitAsync(address, [], $"{address}/publish");
        var id = int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);
        return (address, await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.Id == id).Select(d => d.Slug).SingleAsync(_none)));
    }

    private async Task<List<string>> InForceAsync(string mark, string day) =>
        [.. (await portal.Visit().OpenAsync($"/policies?q={Uri.EscapeDataString(mark)}&inForceOn={Uri.EscapeDataString(day)}")).QuerySelectorAll("[data-policy]").Select(p => p.GetAttribute("data-policy")!)];
}
