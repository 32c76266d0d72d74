using System.Globalization;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>Links of a text to every family of public addresses, to places on pages, and to other sites.</summary>
public sealed class CheckingLinksTests(Portal portal)
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task Every_family_of_addresses_is_looked_up_as_the_public_finds_it()
    {
        var there = await ThereAsync();
        var dead = new[]
        {
            "/news/none", "/policies/none", "/corridors/none", "/services/none", "/services/none/forms/1", "/letters/XJ-20260101-9999", "/enterprises/999999", "/statistics/none", "/statistics/none/none.csv",
            "/media/none.png", "/rules/NONE-999", "/feeds/news/none.atom", "/feeds/policies/none.atom", "/no-such-page", "/en/news/none", "/en/no-such-page", "/park/news", "http://localhost:5080/news/none",
        };

        var findings = await FindingsAsync(string.Join("\n\n", there.Concat(dead).Select(a => $"[链接]({a})")));

        Assert.Equal(dead.Order(StringComparer.Ordinal), findings.Select(AddressIn).Order(StringComparer.Ordinal));
        Assert.Contains(findings, f => f.Contains("/park/news", StringComparison.Ordinal) && f.Contains("公众打不开", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_has_to_be_on_the_page()
    {
        var editor = await portal.VisitAsAsync("editor");
        var target = (await editor.SubmitAsync("/park/news/new", Values("## 一\n\n文字\n\n## 二\n\n文字"))).LedTo();
        await editor.SubmitAsync(target, [], $"{target}/publish");
        var id = int.Parse(target.Split('/')[^1], CultureInfo.InvariantCulture);
        var slug = await portal.WithDatabaseAsync(db => db.News.Where(n => n.Id == id).Select(n => n.Slug).SingleAsync(_none));

        var findings = await FindingsAsync($"## 本文\n\n[有](#s1) [没有](#s2) [有](/news/{slug}#s2) [没有](/news/{slug}#s3) [没有](/news/{slug}#top) [不管](/policies#list)");

        Assert.Equal(["#s2", $"/news/{slug}#s3", $"/news/{slug}#top"], findings.Select(AddressIn).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_other_sites_only_the_form_of_the_address_is_looked_at()
    {
        var findings = await FindingsAsync("[好](https://example.org/x) [好](mailto:a@example.org) [坏](https://example) [坏](http://user:word@example.org/) [坏](mailto:nobody) [坏](https://)");

        Assert.Equal(["http://user:word@example.org/", "https://", "https://example", "mailto:nobody"], findings.Select(AddressIn).Order(StringComparer.Ordinal));
    }

    /// <summary>One address of each family that the public finds.</summary>
    private Task<List<string>> ThereAsync() => portal.WithDatabaseAsync(async db =>
    {
        var policy = await db.PolicyDocuments.Where(d => d.State == PublicationState.Published && d.Openness == HuaihuaPilotZone.Content.Policies.Openness.Proactive).Select(d => d.Slug).FirstAsync(_none);
        var service = await db.ServiceItems.Where(s => s.State == PublicationState.Published).Select(s => s.Slug).FirstAsync(_none);
        var letter = await db.Letters.Where(l => l.PublicState == PublicationState.Published && l.Kind != LetterKind.Report).Select(l => l.Number).FirstAsync(_none);
        var enterprise = await db.Enterprises.Where(e => e.IsPublic && e.Stage != HuaihuaPilotZone.Enterprises.EnterpriseStage.Left).Select(e => e.Id).FirstAsync(_none);
        var indicator = await db.Indicators.Include(i => i.Series).Where(i => i.Series.Any()).OrderBy(i => i.Id).FirstAsync(_none);
        var series = $"{indicator.Code}/{indicator.Series[0].Code}";
        return new List<string>
        {
            "/", "/en", "/about", "/news", "/news?column=Notice", "/news/rcep-2022", "/en/news/rcep-2022", "/policies", $"/policies/{policy}", $"/en/policies/{policy}", "/corridors", "/corridors/china-laos",
            "/en/corridors/china-laos", $"/services/{service}", "/letters", "/letters/new", $"/letters/{letter}", $"/enterprises/{enterprise}", "/enterprises/apply", "/statistics", $"/statistics/{series.Split('/')[0]}",
            $"/statistics/{series}.csv", $"/statistics/{series}.json", "/feeds/news.atom", "/feeds/news/Notice.atom", "/feeds/policies/logistics.atom", "/sitemap.xml", "/search?q=x", "/rules", "/rules/FEE-001", "/codes", "/privacy", "/status",
            "/enterprise/declarations/new", "http://localhost:5080/news/rcep-2022",
        };
    });

    private async Task<List<string>> FindingsAsync(string body)
    {
        var editor = await portal.VisitAsAsync("editor");
        var address = (await editor.SubmitAsync("/park/news/new", Values(body))).LedTo();
        return [.. (await editor.OpenAsync(address)).QuerySelectorAll("[data-findings] li").Select(f => f.TextContent)];
    }

    private static Dictionary<string, string?> Values(string body) => new() { ["Title"] = "有链接的稿件", ["Column"] = "Notice", ["Summary"] = "摘要", ["Body"] = body };

    private static string AddressIn(string finding) => finding.Split('“', '”')[1];
}
