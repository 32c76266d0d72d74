using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.PublicPages;

public sealed class OfferingFeedsTests(Portal portal)
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace _map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/feeds/news.atom", "/news/")]
    [InlineData("/feeds/news/notice.atom", "/news/")]
    [InlineData("/feeds/policies.atom", "/policies/")]
    [InlineData("/en/feeds/policies.atom", "/en/policies/")]
    public async Task A_feed_names_pages_that_exist_by_addresses_of_this_portal(string address, string pages)
    {
        using var answer = await portal.Visit().GetAsync(address);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).Root!;

        Assert.Equal($"http://localhost:5080{address}", feed.Element(_atom + "id")!.Value);
        var entries = feed.Elements(_atom + "entry").ToList();
        Assert.NotEmpty(entries);
        foreach (var entry in entries)
        {
            var page = new Uri(entry.Element(_atom + "id")!.Value).AbsolutePath;
            Assert.StartsWith(pages, page, StringComparison.Ordinal);
            Assert.NotEqual("", entry.Element(_atom + "title")!.Value);
            Assert.NotNull(entry.Element(_atom + "updated"));
        }

        using var first = await portal.Visit().GetAsync(new Uri(entries[0].Element(_atom + "id")!.Value).AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
    }

    [Theory]
    [InlineData("/feeds/news/unknown.atom")]
    [InlineData("/feeds/news/0.atom")]
    [InlineData("/feeds/policies/unknown.atom")]
    [InlineData("/feeds/policies/0.atom")]
    [InlineData("/feeds/policies/for-nobody.atom")]
    [InlineData("/sitemap/99.xml")]
    [InlineData("/sitemap/-1.xml")]
    public async Task What_is_no_feed_and_no_file_of_the_map_is_missing(string address)
    {
        using var answer = await portal.Visit().GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_section_of_the_library_is_followed_by_itself_and_shows_nothing_closed()
    {
        var all = await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.State == PublicationState.Published && d.Openness != Openness.Closed)
            .Select(d => new { d.Slug, d.Topic, d.Audience }).ToListAsync(Cancellation));
        Assert.NotEmpty(all);
        foreach (var section in PolicySection.All)
        {
            var feed = await ReadAsync($"/feeds/policies/{section.Slug}.atom");

            Assert.StartsWith("政策：", feed.Element(_atom + "title")!.Value, StringComparison.Ordinal);
            var slugs = feed.Elements(_atom + "entry").Select(e => new Uri(e.Element(_atom + "id")!.Value).AbsolutePath["/policies/".Length..]).ToList();
            Assert.All(slugs, s => Assert.Contains(all, d => d.Slug == s && (section.Theme is null || d.Topic == section.Theme) && (section.Audience is null || d.Audience == section.Audience)));
        }

        var common = all.GroupBy(d => d.Topic).OrderByDescending(g => g.Count()).First();
        var own = PolicySection.Of(common.Key);
        Assert.Equal(Math.Min(common.Count(), 30), (await ReadAsync($"/feeds/policies/{own.Slug.ToUpperInvariant()}.atom")).Elements(_atom + "entry").Count());
        var links = (await portal.Visit().OpenAsync($"/policies?topic={common.Key}")).QuerySelectorAll("[data-subscribe] a").Select(a => a.GetAttribute("href"));
        Assert.Equal([$"/subscriptions?topic=policies.{common.Key}", $"/feeds/policies/{own.Slug}.atom"], links);
        Assert.Equal(
            $"/feeds/policies/{own.Slug}.atom", (await portal.Visit().OpenAsync("/subscriptions")).QuerySelector($"#topic-policies-{common.Key}")!.Closest("li")!.QuerySelector("a.feed")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_site_map_names_the_pages_of_the_menus_and_every_public_record_and_no_closed_one()
    {
        var closed = await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(p => p.Openness == Openness.Closed).Select(p => p.Slug).ToListAsync(Cancellation));
        var index = await ReadAsync("/sitemap.xml");
        var files = index.Descendants(_map + "loc").Select(l => new Uri(l.Value).AbsolutePath).ToList();
        List<string> pages = [];
        foreach (var file in files) pages.AddRange((await ReadAsync(file)).Descendants(_map + "loc").Select(l => new Uri(l.Value).AbsolutePath));

        foreach (var page in new[] { "/", "/news", "/policies", "/corridors", "/parks", "/parks/green-food-park", "/services", "/rules/MODE-003" }) Assert.Contains(page, pages);
        Assert.Contains(pages, p => p.StartsWith("/policies/", StringComparison.Ordinal));
        Assert.DoesNotContain(pages, p => p.StartsWith("/park/", StringComparison.Ordinal) || p.StartsWith("/enterprise/", StringComparison.Ordinal) || closed.Any(c => p == $"/policies/{c}"));
        Assert.Equal(pages.Count, pages.Distinct().Count());
    }

    [Fact]
    public async Task The_site_map_names_the_english_page_beside_the_chinese_where_there_is_one()
    {
        var untranslated = await portal.WithDatabaseAsync(db => db.News
            .Where(n => n.State == PublicationState.Published && !db.EnglishVersions.Any(e => e.NewsItemId == n.Id && e.State == PublicationState.Published)).Select(n => n.Slug).FirstAsync(Cancellation));
        List<XElement> urls = [];
        foreach (var file in (await ReadAsync("/sitemap.xml")).Descendants(_map + "loc").Select(l => new Uri(l.Value).AbsolutePath).ToList()) urls.AddRange((await ReadAsync(file)).Descendants(_map + "url"));
        XElement Of(string path) => urls.Single(u => new Uri(u.Element(_map + "loc")!.Value).AbsolutePath == path);

        string[] languages = ["zh-CN http://localhost:5080/corridors/beibu-gulf", "en http://localhost:5080/en/corridors/beibu-gulf", "x-default http://localhost:5080/corridors/beibu-gulf"];
        foreach (var path in new[] { "/corridors/beibu-gulf", "/en/corridors/beibu-gulf" })
            Assert.Equal(languages, Of(path).Elements(XName.Get("link", "http://www.w3.org/1999/xhtml")).Select(l => $"{l.Attribute("hreflang")!.Value} {l.Attribute("href")!.Value}"));
        Assert.Empty(Of($"/news/{untranslated}").Elements(XName.Get("link", "http://www.w3.org/1999/xhtml")));
        Assert.DoesNotContain(urls, u => new Uri(u.Element(_map + "loc")!.Value).AbsolutePath == $"/en/news/{untranslated}");
        Assert.NotNull(Of("/en"));
    }

    [Fact]
    public async Task Robots_are_kept_from_the_desks_and_shown_the_map()
    {
        using var answer = await portal.Visit().GetAsync("/robots.txt");
        var text = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Disallow: /park/\n", text, StringComparison.Ordinal);
        Assert.Contains("Sitemap: http://localhost:5080/sitemap.xml", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Disallow: /enterprise\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_says_what_it_is_in_words_that_cannot_end_the_element_they_stand_in()
    {
        var home = await DescriptionAsync("/");
        Assert.Equal("WebSite", home.GetProperty("@graph")[0].GetProperty("@type").GetString());

        var slug = await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(p => !p.IsDemonstration && p.Openness == Openness.Proactive).Select(p => p.Slug).FirstAsync(Cancellation));
        var policy = await DescriptionAsync($"/policies/{slug}");
        Assert.Equal("Legislation", policy.GetProperty("@graph")[0].GetProperty("@type").GetString());
        Assert.Equal($"http://localhost:5080/policies/{slug}", policy.GetProperty("@graph")[0].GetProperty("url").GetString());
        Assert.Equal("BreadcrumbList", policy.GetProperty("@graph")[1].GetProperty("@type").GetString());
    }

    [Fact]
    public async Task A_page_does_not_believe_the_host_that_a_request_claims()
    {
        using var client = portal.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/policies?year=2023", UriKind.Relative));
        request.Headers.Host = "evil.example";
        using var answer = await client.SendAsync(request, Cancellation);

        Assert.DoesNotContain("evil.example", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<JsonElement> DescriptionAsync(string address)
    {
        var page = await portal.Visit().OpenAsync(address);
        Assert.StartsWith("http://localhost:5080/", page.QuerySelector("meta[property='og:url']")!.GetAttribute("content"), StringComparison.Ordinal);
        return JsonDocument.Parse(page.QuerySelector("head script[type='application/ld+json']")!.TextContent).RootElement;
    }

    private async Task<XElement> ReadAsync(string address)
    {
        using var answer = await portal.Visit().GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).Root!;
    }
}
