using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>What holds for every page of news, policies, corridors, home and about.</summary>
public sealed partial class PublicPagesTests(Portal portal)
{
    private static readonly string[] _rooms =
        ["About", "Chains", "Corridors", "Deadlines", "Enterprises", "Errors", "FilingReceipts", "Home", "InformationRequests", "Letters", "News", "OpenData", "Opportunities", "OwnData", "Parks", "Planner", "PolicyDocuments", "PolicyMatching", "Rcep", "Risks", "ServiceHall", "SettlementCosts", "Shared", "Sitemap", "Statistics", "Status", "Subscriptions", "Successions", "Timetable", "Tracking"];

    [Fact]
    public async Task With_no_approval_configured_no_page_claims_one()
    {
        foreach (var address in await AddressesAsync())
        {
            var text = (await portal.Visit().OpenAsync(address)).DocumentElement.TextContent;
            Assert.False(text.Contains("国函", StringComparison.Ordinal) || text.Contains("国务院批复", StringComparison.Ordinal), address);
        }
    }

    [Fact]
    public async Task A_configured_approval_stands_on_the_page_about_the_portal()
    {
        await using var approved = portal.WithWebHostBuilder(b =>
        {
            b.UseSetting("Zone:PilotZoneApproval:Number", "演示〔2026〕0号");
            b.UseSetting("Zone:PilotZoneApproval:Date", "2026-01-02");
            b.UseSetting("Zone:PilotZoneApproval:Link", "https://example.invalid/approval");
        });
        var page = await new Visitor(approved.CreateClient()).OpenAsync("/about");

        var text = page.QuerySelector("[data-approval]")!;
        Assert.Contains("演示〔2026〕0号", text.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026-01-02", text.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://example.invalid/approval", text.QuerySelector("a")!.GetAttribute("href"));
        Assert.Null((await portal.Visit().OpenAsync("/about")).QuerySelector("[data-approval]"));
    }

    [Fact]
    public async Task Every_page_says_that_this_is_a_demonstration_and_has_one_heading_and_a_title()
    {
        foreach (var address in await AddressesAsync())
        {
            var page = await portal.Visit().OpenAsync(address);
            Assert.True(page.QuerySelector(".hh-demobar") is not null, address);
            Assert.True(page.QuerySelectorAll("h1").Length == 1, address);
            Assert.False(string.IsNullOrWhiteSpace(page.Title), address);
            Assert.Empty(page.QuerySelectorAll("[style], main script, [onclick]"));
        }
    }

    [Fact]
    public async Task In_English_nothing_but_quoted_Chinese_is_Chinese()
    {
        var visitor = portal.Visit();
        foreach (var address in (await AddressesAsync()).Where(a => !a.StartsWith("/news/demo", StringComparison.Ordinal)))
        {
            var page = await visitor.OpenAsync(PageAddress.InEnglish(address));
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            foreach (var quoted in page.QuerySelectorAll("[lang='zh-CN']").ToList()) quoted.Remove();
            var left = Chinese().Matches(page.QuerySelector("main")!.TextContent).Select(m => m.Value);
            Assert.True(!left.Any(), $"{address}: {string.Join(' ', left)}");
        }
    }

    [Fact]
    public async Task The_site_map_names_every_page_of_the_menus_and_every_column()
    {
        var home = await portal.Visit().OpenAsync("/");
        var map = (await portal.Visit().OpenAsync("/site-map")).QuerySelector("main")!;

        var links = map.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(home.QuerySelectorAll("#menu a, footer ul a, footer .legal a").Select(a => a.GetAttribute("href")!).ToHashSet(StringComparer.Ordinal), links);
        foreach (var column in HuaihuaPilotZone.Content.News.ColumnList.Brought.All.Select(c => c.Code))
        {
            Assert.Contains($"/news?column={column}", links);
            await portal.Visit().GetAsync($"/feeds/news/{column}.atom");
        }

        Assert.Contains("/en/policies", (await portal.Visit().OpenAsync("/en/site-map")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_page_and_its_menus_lead_only_to_rooms_of_the_portal()
    {
        var home = await portal.Visit().OpenAsync("/");
        string[] others = ["/enterprises", "/enterprises/apply", "/enterprise", "/rules", "/privacy", "/account"];

        var links = home.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('?', '#')[0]).Distinct(StringComparer.Ordinal)
            .Where(h => !others.Any(o => h == o || h.StartsWith(o + "/", StringComparison.Ordinal)));
        foreach (var link in links) await portal.Visit().OpenAsync(link);
        Assert.Equal("/search", home.QuerySelector("form[role=search]")!.GetAttribute("action"));
        Assert.NotNull(home.QuerySelector("a.btn[href='/enterprise/declarations/new']"));
        Assert.NotNull(home.QuerySelector("a.btn[href='/enterprises/apply']"));
    }

    [Fact]
    public void Public_views_take_every_word_from_the_resources()
    {
        var files = _rooms.SelectMany(r => Directory.EnumerateFiles(Path.Combine(PublicFolder(), r), "*.cshtml")).ToList();

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var text = Comment().Replace(File.ReadAllText(file), "");
            Assert.True(!Chinese().IsMatch(text), $"{Path.GetFileName(file)}: {Chinese().Match(text).Value}");
        }
    }

    private async Task<IReadOnlyList<string>> AddressesAsync()
    {
        var news = await portal.WithDatabaseAsync(db => db.News.Where(n => n.State == PublicationState.Published && (!n.IsDemonstration || n.Slug == "demo-trial-run")).Select(n => n.Slug).ToListAsync());
        var policies = await portal.WithDatabaseAsync(db => db.PolicyDocuments
            .Where(d => d.State == PublicationState.Published && d.Openness != HuaihuaPilotZone.Content.Policies.Openness.Closed && d.IndexNumber.StartsWith("HHPZ/2026-000")).Select(d => d.Slug).ToListAsync());
        var corridors = await portal.WithDatabaseAsync(db => db.Corridors.Select(c => c.Slug).ToListAsync());
        return
        [
            "/", "/news", "/news?page=2", "/policies", "/policies?page=2", "/search", "/search?q=%E6%80%80%E5%8C%96", "/corridors", "/dry-port", "/timetable", "/timetable/ZL01-20261123", "/planner", "/planner?from=huaihua&to=vientiane&ready=2026-11-23T09:00&tonnes=20", "/planner?from=huaihua&to=huaihua&ready=x&tonnes=x", "/statistics", "/statistics/trains", "/statistics/throughput",
            "/services", "/services/entry-registration", "/letters", "/letters/XJ-20260101-0001", "/letters/new", "/letters/new?about=/policies", "/letters/status",
            "/chains", "/chains/luggage", "/chains/green-food", "/tools/settlement-cost", "/tools/settlement-cost?area=100&months=12&people=2&power=10&water=1&use=Workshop", "/tools/settlement-cost?area=x&months=", "/tools/deadlines", "/tools/deadlines?rule=request-answer&on=2026-12-25", "/tools/deadlines?rule=nothing&on=x", "/tools/deadlines/departures", "/tools/deadlines/departures?corridor=nothing", "/tools/deadlines/departures/ZL01-20261123", "/tools/deadlines/departures/ZL01-20261123?from=x&to=y", "/opportunities", "/opportunities/demo-luggage-parts", "/rcep", "/risks", "/risks?all=true&hs=x", "/risks/FX-2026-9001", "/information-requests", "/information-requests/new", "/information-requests/status", "/subscriptions", "/subscriptions/sent", "/about", "/accessibility", "/site-map", "/status", "/receipts", "/receipts?number=XJ-20261122-9999-R&code=AAAAAAAA",
            .. news.Where(s => !s.StartsWith("trial-", StringComparison.Ordinal) && !s.StartsWith("race-", StringComparison.Ordinal)).Select(s => $"/news/{s}"),
            .. policies.Select(s => $"/policies/{s}"),
            .. corridors.Select(s => $"/corridors/{s}"),
        ];
    }

    private static string PublicFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "HuaihuaPilotZone.Web", "Public"));

    [GeneratedRegex(@"[\u3400-\u9fff\uff01-\uff60]+", RegexOptions.None, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();
}
