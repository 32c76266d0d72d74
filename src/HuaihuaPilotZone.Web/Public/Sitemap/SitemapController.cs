using System.Globalization;
using System.Text;
using System.Xml.Linq;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Sitemap;

/// <summary>What search engines may visit (sitemaps.org, RFC 9309).</summary>
public sealed class SitemapController(PublicAddresses addresses, SiteMenus menus, NewsColumns columns, PortalAddress portal) : Controller
{
    private const string Xml = "application/xml; charset=utf-8";

    private static readonly XNamespace _protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly XNamespace _html = "http://www.w3.org/1999/xhtml";

    /// <summary>What lies behind the sign-in, what is for programs, and what has no end.</summary>
    private static readonly string[] _closed = ["/park/", "/enterprise/", "/account", "/api/", "/search?", "/search/", "/inbox", "/preferences", "/password"];

    [PublicPage]
    [HttpGet("/robots.txt")]
    public IActionResult Robots()
    {
        var text = new StringBuilder("User-agent: *\n");
        foreach (var path in _closed) text.Append(CultureInfo.InvariantCulture, $"Disallow: {path}\nDisallow: {PageAddress.English}{path}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nSitemap: {portal.Of("/sitemap.xml")}\n");
        return Content(text.ToString(), "text/plain; charset=utf-8");
    }

    /// <summary>The list of files; the first holds the pages of the menus.</summary>
    [PublicPage(PublicTopic.News, PublicTopic.Policies, PublicTopic.Enterprises, PublicTopic.Corridors, PublicTopic.Services, PublicTopic.Figures, PublicTopic.Letters, PublicTopic.Parks, PublicTopic.Investment, PublicTopic.Chains)]
    [HttpGet("/sitemap.xml")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        IEnumerable<int> files = [0, .. await addresses.FilesAsync(cancellation)];
        return Send(new XElement(_protocol + "sitemapindex", files.Select(f =>
            new XElement(_protocol + "sitemap", new XElement(_protocol + "loc", portal.Of(FormattableString.Invariant($"/sitemap/{f}.xml")))))));
    }

    [PublicPage(PublicTopic.News, PublicTopic.Policies, PublicTopic.Enterprises, PublicTopic.Corridors, PublicTopic.Services, PublicTopic.Figures, PublicTopic.Letters, PublicTopic.Parks, PublicTopic.Investment, PublicTopic.Chains)]
    [HttpGet("/sitemap/{file:int}.xml")]
    public async Task<IActionResult> File(int file, CancellationToken cancellation)
    {
        var places = file == 0 ? OfMenus() : await addresses.ListAsync(file, cancellation);
        return places.Count == 0 ? NotFound() : Send(new XElement(_protocol + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", _html.NamespaceName), places.SelectMany(ToUrls)));
    }

    /// <summary>The same for people.</summary>
    [PublicPage(PublicTopic.News)]
    [HttpGet("/site-map")]
    public async Task<IActionResult> Map(CancellationToken cancellation) => View(new SiteMapPage(menus, [.. (await columns.ReadAsync(cancellation)).Open]));

    private List<PublicPlace> OfMenus() =>
    [
        .. menus.Public.Concat(menus.Footer.SelectMany(c => c.Links)).Concat(menus.Legal).Select(m => m.Href)
            .Where(h => !h.Contains('?', StringComparison.Ordinal) && !_closed.Any(c => h.StartsWith(c, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal)
            .Select(h => new PublicPlace(h, PageAddress.HasLanguages(new PathString(h)))),
    ];

    // each language names both, as the pages themselves do
    private IEnumerable<XElement> ToUrls(PublicPlace place)
    {
        var chinese = portal.Of(place.Path).AbsoluteUri;
        if (!place.IsTranslated) return [ToUrl(chinese)];
        var english = portal.Of(PageAddress.InEnglish(place.Path)).AbsoluteUri;
        (string, string)[] languages = [("zh-CN", chinese), ("en", english), ("x-default", chinese)];
        return [ToUrl(chinese, languages), ToUrl(english, languages)];
    }

    private static XElement ToUrl(string address, params IEnumerable<(string Language, string Address)> languages) => new(
        _protocol + "url", new XElement(_protocol + "loc", address),
        languages.Select(l => new XElement(_html + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", l.Language), new XAttribute("href", l.Address))));

    private FileContentResult Send(XElement root)
    {
        using var written = new MemoryStream();
        new XDocument(root).Save(written);
        return File(written.ToArray(), Xml);
    }
}

/// <summary>The site map for people.</summary>
/// <param name="Columns">The open columns of the news.</param>
public sealed record SiteMapPage(SiteMenus Menus, IReadOnlyList<ColumnInfo> Columns);
