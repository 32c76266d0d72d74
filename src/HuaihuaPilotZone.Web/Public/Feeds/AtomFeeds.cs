using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.ServiceHall;
using HuaihuaPilotZone.Subscriptions;
using HuaihuaPilotZone.Web.Public.Enterprises;
using HuaihuaPilotZone.Web.Public.News;
using HuaihuaPilotZone.Web.Public.PolicyDocuments;
using HuaihuaPilotZone.Web.Public.Risks;
using HuaihuaPilotZone.Web.Public.ServiceHall;
using HuaihuaPilotZone.Web.Public.Shared;
using HuaihuaPilotZone.Web.Public.Statistics;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Feeds;

/// <summary>Writes Atom feeds (RFC 4287). The id of an entry is the address of its page, which never changes.</summary>
public sealed class AtomFeeds(
    PortalAddress portal, IStringLocalizer<SiteText> site, IStringLocalizer<ContentText> content, IStringLocalizer<NewsText> news, IStringLocalizer<PolicyText> policies,
    IStringLocalizer<ServiceText> services, IStringLocalizer<StatisticsText> statistics, IStringLocalizer<EnterprisesText> enterprises,
    IStringLocalizer<RisksText> risks)
{
    /// <param name="column">Null for all columns.</param>
    public byte[] OfNews(ColumnInfo? column, IReadOnlyList<NewsRow> rows) => Write(
        column is { } one ? Bilingual.Pick(one.Name, one.EnglishName) : news["Title"].Value,
        AddressOf(column?.Code),
        column is { } only ? $"/news?column={only.Code}" : "/news",
        rows.Select(r => Entry($"/news/{r.Slug}", r.Title, r.Summary, r.PublishedAt, r.IsDemonstration)));

    /// <param name="section">Null for the whole library.</param>
    public byte[] OfPolicies(PolicySection? section, IReadOnlyList<PolicyRow> rows) => Write(
        section is null ? policies["Title"].Value : SubscriptionTopics.WordOf(section, PageAddress.IsEnglish),
        PoliciesAt(section),
        section is null ? "/policies" : section.Audience is { } audience ? $"/policies?audience={audience}" : $"/policies?topic={section.Theme}",
        rows.Select(r => Entry(
            $"/policies/{r.Slug}", r.Title, r.Summary, (r.ReleasedOn ?? r.IssuedOn) is { } day ? ChinaTime.StartOf(day) : null, r.IsDemonstration)));

    public byte[] OfServices(IReadOnlyList<ServiceNews> rows) => Write(
        services["Title"], "/feeds/services.atom", "/services", rows.Select(r => Entry($"/services/{r.Slug}", r.Title, r.Summary, r.PublishedAt, r.IsDemonstration)));

    /// <summary>One entry for each value; those of an indicator share its page.</summary>
    public byte[] OfStatistics(IReadOnlyList<Observation> values) => Write(
        statistics["Title"], "/feeds/statistics.atom", "/statistics",
        values.Select(v => Entry(
            $"/statistics/{v.Series!.Indicator!.Code}#{v.Series.Code}-{v.Period}",
            $"{Bilingual.Pick(v.Series.Indicator.Name, v.Series.Indicator.EnglishName)} {v.Period}",
            Bilingual.Pick(v.Series.Counting, v.Series.EnglishCounting), v.CheckedAt, v.Status == FigureStatus.Demonstration)));

    /// <summary>One entry for each change of the directory; they share its page.</summary>
    public byte[] OfChanges(IReadOnlyList<PublicChange> changes) => Write(
        enterprises["Changes.Title"], "/feeds/enterprises.atom", "/enterprises/changes",
        changes.Select(c => Entry(
            FormattableString.Invariant($"/enterprises/changes#c{c.Id}"), c.Name, string.Join(' ', c.Moves.Select(m => enterprises[$"Change.{m}"].Value)), ChinaTime.StartOf(c.Day), c.IsDemonstration)));

    public byte[] OfRisks(IReadOnlyList<RiskNotice> notices) => Write(
        risks["Title"], "/feeds/risks.atom", "/risks",
        notices.Select(n => Entry($"/risks/{n.Number}", Bilingual.Pick(n.Title, n.EnglishTitle), Bilingual.Pick(n.Summary, n.EnglishSummary), n.PublishedAt, n.IsDemonstration)));

    /// <summary>Where the feed of a column stands.</summary>
    /// <param name="column">Its code; null for all columns.</param>
    public static string AddressOf(string? column) => column is not null ? $"/feeds/news/{column.ToLowerInvariant()}.atom" : "/feeds/news.atom";

    /// <summary>Where the feed of a section of the library stands.</summary>
    /// <param name="section">Null for the whole library.</param>
    public static string PoliciesAt(PolicySection? section) => section is null ? "/feeds/policies.atom" : $"/feeds/policies/{section.Slug}.atom";

    private SyndicationItem Entry(string path, string title, string summary, DateTime? at, bool isDemonstration)
    {
        var address = portal.Of(PageAddress.Here(path));
        // an entry has to be dated; what has no date of its own is as old as can be
        var day = at is { } known ? new DateTimeOffset(DateTime.SpecifyKind(known, DateTimeKind.Utc)) : DateTimeOffset.UnixEpoch;
        return new SyndicationItem(isDemonstration ? $"［{content["Sample"].Value}］{title}" : title, SyndicationContent.CreatePlaintextContent(summary), address, address.ToString(), day)
        {
            PublishDate = day,
        };
    }

    private byte[] Write(string title, string own, string page, IEnumerable<SyndicationItem> entries)
    {
        List<SyndicationItem> items = [.. entries];
        var self = portal.Of(PageAddress.Here(own));
        var feed = new SyndicationFeed($"{title} - {site["Site.Title"].Value}", null, portal.Of(PageAddress.Here(page)), self.ToString(), items.Select(i => i.LastUpdatedTime).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(), items)
        {
            Language = PageAddress.IsEnglish ? SitePreferences.English : SitePreferences.Chinese,
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(self, "application/atom+xml"));
        feed.Authors.Add(new SyndicationPerson { Name = site["Site.Name"].Value });
        using var written = new MemoryStream();
        using (var xml = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true })) feed.SaveAsAtom10(xml);
        return written.ToArray();
    }
}
