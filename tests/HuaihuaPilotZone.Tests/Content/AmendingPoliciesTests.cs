using System.Globalization;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>已修改: a document that another one amends.</summary>
public sealed class AmendingPoliciesTests(Portal portal)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task An_amended_document_says_so_in_list_facet_page_desk_and_on_every_day_from_the_amendment_on()
    {
        var mark = $"改{Guid.NewGuid():N}"[..10];
        var (id, slug) = await PublishAsync(mark + "原办法", ("EffectiveOn", "2020-01-01"), ("ExpiresOn", "2026-12-31"));
        Assert.Equal("Expiring", await ShownAsync($"/policies/{slug}"));
        var number = await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.Id == id).Select(d => d.IndexNumber).SingleAsync(_none));
        var (acting, _) = await PublishAsync(mark + "修改决定", ("EffectiveOn", "2024-07-01"), ("RelationsText", $"修改 {number}"));

        Assert.Equal("Amended", await ShownAsync($"/policies/{slug}"));
        Assert.Equal("Amended", await ShownAsync($"/policies/{slug}?on=2024-07-01"));
        Assert.Equal("InForce", await ShownAsync($"/policies/{slug}?on=2024-06-30"));
        Assert.Equal([slug], await ListedAsync($"/policies?q={mark}&validity=Amended"));
        Assert.DoesNotContain(slug, await ListedAsync($"/policies?q={mark}&validity=Expiring&validity=InForce"));
        var list = await portal.Visit().OpenAsync($"/policies?q={mark}");
        Assert.Equal("1", list.QuerySelector("input[name=validity][value=Amended]")!.ParentElement!.QuerySelector(".n")!.TextContent);
        Assert.Equal("Amended", (await portal.Visit().OpenAsync($"/policies?q={mark}&inForceOn=2024-07-01")).QuerySelector($"[data-policy='{slug}'] [data-validity]")!.GetAttribute("data-validity"));
        Assert.Equal("InForce", (await portal.Visit().OpenAsync($"/policies?q={mark}&inForceOn=2024-06-30")).QuerySelector($"[data-policy='{slug}'] [data-validity]")!.GetAttribute("data-validity"));
        Assert.Contains("已修改", (await (await portal.VisitAsAsync("editor")).OpenAsync($"/park/policies/{id}")).QuerySelector("dl[aria-label=文件情况]")!.TextContent, StringComparison.Ordinal);

        // an amendment that the public cannot see any more amends nothing
        await (await portal.VisitAsAsync("editor")).SubmitAsync($"/park/policies/{acting}/withdraw", new() { ["Reason"] = "示例撤回" });
        Assert.Equal("Expiring", await ShownAsync($"/policies/{slug}"));
    }

    [Fact]
    public async Task An_amendment_that_is_yet_to_come_or_has_no_day_changes_no_validity()
    {
        var mark = $"待{Guid.NewGuid():N}"[..10];
        var (id, slug) = await PublishAsync(mark + "原办法", ("EffectiveOn", "2020-01-01"));
        var number = await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.Id == id).Select(d => d.IndexNumber).SingleAsync(_none));
        await PublishAsync(mark + "明年的决定", ("EffectiveOn", "2027-01-01"), ("RelationsText", $"修改 {number}"));
        Assert.Equal("InForce", await ShownAsync($"/policies/{slug}"));
        Assert.Null((await portal.Visit().OpenAsync($"/policies/{slug}")).QuerySelector("[data-amended]"));

        await PublishAsync(mark + "没有日期的决定", ("RelationsText", $"修改 {number}"));

        Assert.Equal("InForce", await ShownAsync($"/policies/{slug}"));
        Assert.Contains("没有日期的决定", (await portal.Visit().OpenAsync($"/policies/{slug}")).QuerySelector("[data-amended]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repealed_document_is_repealed_whatever_amended_it()
    {
        var (id, slug) = await PublishAsync("先改后废的办法", ("EffectiveOn", "2020-01-01"), ("RepealedOn", "2026-01-01"), ("RepealedByText", "另一份文件"));
        var number = await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.Id == id).Select(d => d.IndexNumber).SingleAsync(_none));
        await PublishAsync("中间的修改决定", ("EffectiveOn", "2022-01-01"), ("RelationsText", $"修改 {number}"));

        Assert.Equal("Repealed", await ShownAsync($"/policies/{slug}"));
        Assert.Equal("Amended", await ShownAsync($"/policies/{slug}?on=2023-01-01"));
    }

    private async Task<string?> ShownAsync(string address) =>
        (await portal.Visit().OpenAsync(address)).QuerySelector("article [data-validity]")!.GetAttribute("data-validity");

    private async Task<List<string>> ListedAsync(string address) =>
        [.. (await portal.Visit().OpenAsync(address)).QuerySelectorAll("[data-policy]").Select(p => p.GetAttribute("data-policy")!)];

    private async Task<(int Id, string Slug)> PublishAsync(string title, params (string Name, string Value)[] more)
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
        return (id, await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.Id == id).Select(d => d.Slug).SingleAsync(_none)));
    }
}
