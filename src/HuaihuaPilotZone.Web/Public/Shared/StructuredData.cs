using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Showcase;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Web.Public.Home;
using HuaihuaPilotZone.Web.Public.News;
using HuaihuaPilotZone.Web.Public.PolicyDocuments;
using HuaihuaPilotZone.Web.Public.ServiceHall;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Shared;

/// <summary>What a page is, in the words of schema.org, for search engines. Samples are not described: they are no news and no law.</summary>
public sealed class StructuredData(PortalAddress portal, IStringLocalizer<SiteText> site)
{
    // the default encoder writes no &lt; as itself, so that no text can end the element it stands in
    private static readonly JsonSerializerOptions _options = new();

    /// <param name="page">The model of the page.</param>
    /// <param name="crumbs">Its breadcrumbs; null without.</param>
    /// <returns>JSON-LD, or null where there is nothing to say.</returns>
    public string? Of(object? page, IReadOnlyList<Crumb>? crumbs)
    {
        JsonNode?[] all =
        [
            page switch
            {
                HomePage => OfSite(),
                NewsPage { Item.IsDemonstration: false, IsPreview: false } news => OfNews(news),
                PolicyPage { View.Document.IsDemonstration: false, IsPreview: false } policy => OfPolicy(policy),
                ServicePage { IsPreview: false } service => OfService(service),
                EnterprisePage { Entry.IsDemonstration: false } enterprise => OfEnterprise(enterprise),
                _ => null,
            },
            crumbs is { Count: > 1 } ? OfCrumbs(crumbs) : null,
        ];
        var known = all.OfType<JsonNode>().ToArray();
        return known.Length == 0 ? null : new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray(known) }.ToJsonString(_options);
    }

    private JsonObject OfSite() => new()
    {
        ["@type"] = "WebSite",
        ["name"] = site["Site.Title"].Value,
        ["url"] = Address("/"),
        ["inLanguage"] = CultureInfo.CurrentUICulture.Name,
        ["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = Address("/search") + "?q={search_term_string}",
            ["query-input"] = "required name=search_term_string",
        },
    };

    private JsonObject OfNews(NewsPage news) => new()
    {
        ["@type"] = "NewsArticle",
        ["headline"] = news.Shown?.Title ?? news.Item.Title,
        ["description"] = news.Shown?.Summary ?? news.Item.Summary,
        ["url"] = Address($"/news/{news.Item.Slug}"),
        ["datePublished"] = Moment(news.Item.PublishedAt),
        ["inLanguage"] = news.Shown is null ? SitePreferences.Chinese : SitePreferences.English,
        ["isBasedOn"] = news.Item.SourceAddress,
        ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = site["Site.Name"].Value },
    };

    private JsonObject OfPolicy(PolicyPage policy)
    {
        var document = policy.View.Document;
        return new JsonObject
        {
            ["@type"] = "Legislation",
            ["name"] = policy.Shown?.Title ?? document.Title,
            ["url"] = Address($"/policies/{document.Slug}"),
            ["legislationIdentifier"] = document.Number ?? document.IndexNumber,
            ["legislationDate"] = Day(document.IssuedOn),
            ["legislationDateOfApplicability"] = Day(document.EffectiveOn),
            ["datePublished"] = Day(document.ReleasedOn),
            ["legislationPassedBy"] = document.IssuersText,
            ["inLanguage"] = policy.Shown is null ? SitePreferences.Chinese : SitePreferences.English,
        };
    }

    private JsonObject OfService(ServicePage service) => new()
    {
        ["@type"] = "GovernmentService",
        ["name"] = service.Item.Title,
        ["description"] = service.Item.Summary,
        ["url"] = Address($"/services/{service.Item.Slug}"),
        ["areaServed"] = "湖南省怀化市",
    };

    private JsonObject OfEnterprise(EnterprisePage page) => new()
    {
        ["@type"] = "Organization",
        ["name"] = page.Entry.Name,
        ["alternateName"] = page.Entry.EnglishName,
        ["identifier"] = page.Entry.CreditCode,
        ["url"] = page.Entry.Website ?? Address($"/enterprises/{page.Entry.Id}"),
        ["description"] = page.Entry.Summary,
        ["address"] = page.Entry.Address,
        ["brand"] = new JsonArray([.. page.Shown.Where(i => i is { Kind: ShowcaseKind.Brand, IsDemonstration: false }).Select(i => (JsonNode)new JsonObject { ["@type"] = "Brand", ["name"] = i.Name })]),
    };

    private JsonObject OfCrumbs(IReadOnlyList<Crumb> crumbs)
    {
        var steps = crumbs.Select((c, i) =>
        {
            var step = new JsonObject { ["@type"] = "ListItem", ["position"] = i + 1, ["name"] = c.Text };
            if (c.Href is { } href) step["item"] = Address(href);
            return (JsonNode)step;
        });
        return new JsonObject { ["@type"] = "BreadcrumbList", ["itemListElement"] = new JsonArray([.. steps]) };
    }

    private string Address(string path) => portal.Of(PageAddress.Here(path)).ToString();

    private static string? Moment(DateTime? utc) => utc is { } at ? ChinaTime.FromUtc(at).ToString("yyyy-MM-dd'T'HH:mm:ss'+08:00'", CultureInfo.InvariantCulture) : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
