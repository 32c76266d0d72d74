using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Showcase;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Web.Public.Home;
using HuaihuaPilotZone.Web.Public.News;
using HuaihuaPilotZone.Web.Public.PolicyDocuments;
using HuaihuaPilotZone.Web.Public.ServiceHall;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Shared;

/// <summary>What a page is, in the words of schema.org, for search engines. Samples are not described: they are no news and no law.</summary>
public sealed class StructuredData(PortalAddress portal, IStringLocalizer<SiteText> site)
{
    /// <param name="page">The model of the page.</param>
    /// <param name="crumbs">Its breadcrumbs; null without.</param>
    /// <param name="kept">Where the model is kept between requests; null for one that was read for this request.</param>
    /// <returns>JSON-LD, or null where there is nothing to say.</returns>
    public string? Of(object? page, IReadOnlyList<Crumb>? crumbs, KeptModel? kept) => kept is null ? Of(page, crumbs) : kept.Description ??= Of(page, crumbs);

    private string? Of(object? page, IReadOnlyList<Crumb>? crumbs)
    {
        Action<Utf8JsonWriter>? describe = page switch
        {
            HomePage => OfSite,
            NewsPage { Item.IsDemonstration: false, IsPreview: false } news => w => OfNews(w, news),
            PolicyPage { View.Document.IsDemonstration: false, IsPreview: false } policy => w => OfPolicy(w, policy),
            ServicePage { IsPreview: false } service => w => OfService(w, service),
            EnterprisePage { Entry.IsDemonstration: false } enterprise => w => OfEnterprise(w, enterprise),
            _ => null,
        };
        var hasCrumbs = crumbs is { Count: > 1 };
        if (describe is null && !hasCrumbs) return null;
        var text = new ArrayBufferWriter<byte>(1024);
        // its encoder writes no &lt; as itself, so that no text can end the element it stands in
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            writer.WriteString("@context", "https://schema.org");
            writer.WriteStartArray("@graph");
            if (describe is not null) WriteObject(writer, describe);
            if (hasCrumbs) WriteObject(writer, w => OfCrumbs(w, crumbs!));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private void OfSite(Utf8JsonWriter writer)
    {
        writer.WriteString("@type", "WebSite");
        writer.WriteString("name", site["Site.Title"].Value);
        writer.WriteString("url", Address("/"));
        writer.WriteString("inLanguage", CultureInfo.CurrentUICulture.Name);
        writer.WriteStartObject("potentialAction");
        writer.WriteString("@type", "SearchAction");
        writer.WriteString("target", Address("/search") + "?q={search_term_string}");
        writer.WriteString("query-input", "required name=search_term_string");
        writer.WriteEndObject();
    }

    private void OfNews(Utf8JsonWriter writer, NewsPage news)
    {
        writer.WriteString("@type", "NewsArticle");
        writer.WriteString("headline", news.Shown?.Title ?? news.Item.Title);
        writer.WriteString("description", news.Shown?.Summary ?? news.Item.Summary);
        writer.WriteString("url", Address($"/news/{news.Item.Slug}"));
        writer.WriteString("datePublished", Moment(news.Item.PublishedAt));
        writer.WriteString("inLanguage", news.Shown is null ? SitePreferences.Chinese : SitePreferences.English);
        writer.WriteString("isBasedOn", news.Item.SourceAddress);
        writer.WriteStartObject("publisher");
        writer.WriteString("@type", "Organization");
        writer.WriteString("name", site["Site.Name"].Value);
        writer.WriteEndObject();
    }

    private void OfPolicy(Utf8JsonWriter writer, PolicyPage policy)
    {
        var document = policy.View.Document;
        writer.WriteString("@type", "Legislation");
        writer.WriteString("name", policy.Shown?.Title ?? document.Title);
        writer.WriteString("url", Address($"/policies/{document.Slug}"));
        writer.WriteString("legislationIdentifier", document.Number ?? document.IndexNumber);
        writer.WriteString("legislationDate", Day(document.IssuedOn));
        writer.WriteString("legislationDateOfApplicability", Day(document.EffectiveOn));
        writer.WriteString("datePublished", Day(document.ReleasedOn));
        writer.WriteString("legislationPassedBy", document.IssuersText);
        writer.WriteString("inLanguage", policy.Shown is null ? SitePreferences.Chinese : SitePreferences.English);
    }

    private void OfService(Utf8JsonWriter writer, ServicePage service)
    {
        writer.WriteString("@type", "GovernmentService");
        writer.WriteString("name", service.Item.Title);
        writer.WriteString("description", service.Item.Summary);
        writer.WriteString("url", Address($"/services/{service.Item.Slug}"));
        writer.WriteString("areaServed", "湖南省怀化市");
    }

    private void OfEnterprise(Utf8JsonWriter writer, EnterprisePage page)
    {
        writer.WriteString("@type", "Organization");
        writer.WriteString("name", page.Entry.Name);
        writer.WriteString("alternateName", page.Entry.EnglishName);
        writer.WriteString("identifier", page.Entry.CreditCode);
        writer.WriteString("url", page.Entry.Website ?? Address($"/enterprises/{page.Entry.Id}"));
        writer.WriteString("description", page.Entry.Summary);
        writer.WriteString("address", page.Entry.Address);
        writer.WriteStartArray("brand");
        foreach (var brand in page.Shown.Where(i => i is { Kind: ShowcaseKind.Brand, IsDemonstration: false }))
        {
            writer.WriteStartObject();
            writer.WriteString("@type", "Brand");
            writer.WriteString("name", brand.Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void OfCrumbs(Utf8JsonWriter writer, IReadOnlyList<Crumb> crumbs)
    {
        writer.WriteString("@type", "BreadcrumbList");
        writer.WriteStartArray("itemListElement");
        for (var i = 0; i < crumbs.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("@type", "ListItem");
            writer.WriteNumber("position", i + 1);
            writer.WriteString("name", crumbs[i].Text);
            if (crumbs[i].Href is { } href) writer.WriteString("item", Address(href));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, Action<Utf8JsonWriter> write)
    {
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
    }

    private string Address(string path) => portal.Text(PageAddress.Here(path));

    private static string? Moment(DateTime? utc) => utc is { } at ? ChinaTime.FromUtc(at).ToString("yyyy-MM-dd'T'HH:mm:ss'+08:00'", CultureInfo.InvariantCulture) : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
