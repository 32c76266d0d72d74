using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Subscriptions;

/// <summary>Something that came out and that the public may see now.</summary>
/// <param name="Topics">The first one names it in a mail.</param>
/// <param name="At">UTC; when it came out.</param>
/// <param name="Path">Local address of its page.</param>
/// <param name="EnglishTitle">Null where nobody has translated it.</param>
public sealed record PublishedItem(int AnnouncementId, PublishedKind Kind, int ItemId, IReadOnlyList<string> Topics, DateTime At, string Path, string Title, string? EnglishTitle);

/// <summary>
/// What came out lately. The records themselves say what is published, so that no act of publication has to think of subscribers, and what
/// was withdrawn is simply not found. Samples are no news.
/// </summary>
public sealed class PublishedItems(PortalDbContext db)
{
    private const int Most = 500;

    /// <summary>What came out since then and was never announced.</summary>
    /// <param name="since">UTC.</param>
    public async Task<IReadOnlyList<PublishedItem>> NewAsync(DateTime since, CancellationToken cancellation)
    {
        var news = await db.News.AsNoTracking()
            .Where(n => n.State == PublicationState.Published && !n.IsDemonstration && n.PublishedAt >= since && !db.Announcements.Any(a => a.Kind == PublishedKind.News && a.ItemId == n.Id))
            .OrderBy(n => n.Id).Take(Most).Select(n => new { n.Id, n.PublishedAt, n.RevisedAt, n.Column, n.Slug, n.Title }).ToListAsync(cancellation);
        var policies = await Open().Where(d => !d.IsDemonstration && d.PublishedAt >= since && !db.Announcements.Any(a => a.Kind == PublishedKind.Policy && a.ItemId == d.Id))
            .OrderBy(d => d.Id).Take(Most).Select(d => new { d.Id, d.PublishedAt, d.RevisedAt, d.Topic, d.Audience, d.Slug, d.Title }).ToListAsync(cancellation);
        var services = await db.ServiceItems.AsNoTracking()
            .Where(s => s.State == PublicationState.Published && !s.IsDemonstration && s.PublishedAt >= since && !db.Announcements.Any(a => a.Kind == PublishedKind.Service && a.ItemId == s.Id))
            .OrderBy(s => s.Id).Take(Most).Select(s => new { s.Id, s.PublishedAt, s.Slug, s.Title }).ToListAsync(cancellation);
        var values = await Values().Where(o => o.CheckedById != null && o.CheckedAt >= since && !db.Announcements.Any(a => a.Kind == PublishedKind.Observation && a.ItemId == o.Id))
            .OrderBy(o => o.Id).Take(Most).Select(o => new { o.Id, o.CheckedAt, o.Series!.Indicator!.Code, o.Series.Indicator.Name }).ToListAsync(cancellation);
        var risks = await db.RiskNotices.AsNoTracking()
            .Where(r => r.State == PublicationState.Published && !r.IsDemonstration && r.PublishedAt >= since && !db.Announcements.Any(a => a.Kind == PublishedKind.Risk && a.ItemId == r.Id))
            .OrderBy(r => r.Id).Take(Most).Select(r => new { r.Id, r.PublishedAt, r.RevisedAt, r.Number, r.Title, r.EnglishTitle }).ToListAsync(cancellation);
        return
        [
            .. news.Select(n => new PublishedItem(0, PublishedKind.News, n.Id, [SubscriptionTopics.Of(n.Column)], n.RevisedAt ?? n.PublishedAt!.Value, $"/news/{n.Slug}", n.Title, null)),
            .. policies.Select(d => new PublishedItem(0, PublishedKind.Policy, d.Id, TopicsOf(d.Topic, d.Audience), d.RevisedAt ?? d.PublishedAt!.Value, $"/policies/{d.Slug}", d.Title, null)),
            .. services.Select(s => new PublishedItem(0, PublishedKind.Service, s.Id, [SubscriptionTopics.Services], s.PublishedAt!.Value, $"/services/{s.Slug}", s.Title, null)),
            .. values.Select(o => new PublishedItem(0, PublishedKind.Observation, o.Id, [SubscriptionTopics.Statistics], o.CheckedAt!.Value, $"/statistics/{o.Code}", o.Name, null)),
            .. risks.Select(r => new PublishedItem(0, PublishedKind.Risk, r.Id, [SubscriptionTopics.Risks], r.RevisedAt ?? r.PublishedAt!.Value, $"/risks/{r.Number}", r.Title, r.EnglishTitle)),
        ];
    }

    /// <summary>What was announced since then and is public still, in the order in which it came out.</summary>
    /// <param name="since">UTC.</param>
    public Task<IReadOnlyList<PublishedItem>> AnnouncedAsync(DateTime since, CancellationToken cancellation) =>
        ShowAsync(db.Announcements.AsNoTracking().Where(a => a.At >= since).OrderByDescending(a => a.Id), cancellation);

    /// <summary>Those of some announcements that are public still.</summary>
    internal Task<IReadOnlyList<PublishedItem>> AnnouncedAsync(IReadOnlyCollection<int> ids, CancellationToken cancellation) =>
        ShowAsync(db.Announcements.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderByDescending(a => a.Id), cancellation);

    private async Task<IReadOnlyList<PublishedItem>> ShowAsync(IQueryable<Announcement> announced, CancellationToken cancellation)
    {
        List<PublishedItem> items =
        [
            .. await NewsAsync(announced, cancellation), .. await PoliciesAsync(announced, cancellation),
            .. await ServicesAsync(announced, cancellation), .. await ValuesAsync(announced, cancellation),
            .. await RisksAsync(announced, cancellation),
        ];
        return [.. items.OrderBy(i => i.At).ThenBy(i => i.AnnouncementId)];
    }

    private async Task<IEnumerable<PublishedItem>> NewsAsync(IQueryable<Announcement> announced, CancellationToken cancellation)
    {
        var found = await announced.Where(a => a.Kind == PublishedKind.News).Take(Most)
            .Join(db.News.Where(n => n.State == PublicationState.Published), a => a.ItemId, n => n.Id, (a, n) => new { a, n })
            .Select(x => new { x.a.Id, x.a.ItemId, x.a.At, x.n.Column, x.n.Slug, x.n.Title, English = db.EnglishVersions.Where(e => e.NewsItemId == x.n.Id && e.State == PublicationState.Published).Select(e => e.Title).SingleOrDefault() })
            .ToListAsync(cancellation);
        return found.Select(n => new PublishedItem(n.Id, PublishedKind.News, n.ItemId, [SubscriptionTopics.Of(n.Column)], n.At, $"/news/{n.Slug}", n.Title, n.English));
    }

    private async Task<IEnumerable<PublishedItem>> PoliciesAsync(IQueryable<Announcement> announced, CancellationToken cancellation)
    {
        var found = await announced.Where(a => a.Kind == PublishedKind.Policy).Take(Most)
            .Join(Open(), a => a.ItemId, d => d.Id, (a, d) => new { a, d })
            .Select(x => new { x.a.Id, x.a.ItemId, x.a.At, x.d.Topic, x.d.Audience, x.d.Slug, x.d.Title, English = db.EnglishVersions.Where(e => e.PolicyDocumentId == x.d.Id && e.State == PublicationState.Published).Select(e => e.Title).SingleOrDefault() })
            .ToListAsync(cancellation);
        return found.Select(d => new PublishedItem(d.Id, PublishedKind.Policy, d.ItemId, TopicsOf(d.Topic, d.Audience), d.At, $"/policies/{d.Slug}", d.Title, d.English));
    }

    private async Task<IEnumerable<PublishedItem>> ServicesAsync(IQueryable<Announcement> announced, CancellationToken cancellation)
    {
        var found = await announced.Where(a => a.Kind == PublishedKind.Service).Take(Most)
            .Join(db.ServiceItems.Where(s => s.State == PublicationState.Published), a => a.ItemId, s => s.Id, (a, s) => new { a.Id, a.ItemId, a.At, s.Slug, s.Title }).ToListAsync(cancellation);
        return found.Select(s => new PublishedItem(s.Id, PublishedKind.Service, s.ItemId, [SubscriptionTopics.Services], s.At, $"/services/{s.Slug}", s.Title, null));
    }

    private async Task<IEnumerable<PublishedItem>> ValuesAsync(IQueryable<Announcement> announced, CancellationToken cancellation)
    {
        var found = await announced.Where(a => a.Kind == PublishedKind.Observation).Take(Most)
            .Join(Values(), a => a.ItemId, o => o.Id, (a, o) => new { a, o, o.Series, o.Series!.Indicator })
            .Select(x => new { x.a.Id, x.a.ItemId, x.a.At, x.o.Period, x.Indicator!.Code, x.Indicator.Name, x.Indicator.EnglishName, Series = x.Series!.Name, EnglishSeries = x.Series.EnglishName })
            .ToListAsync(cancellation);
        return found.Select(o => new PublishedItem(
            o.Id, PublishedKind.Observation, o.ItemId, [SubscriptionTopics.Statistics], o.At, $"/statistics/{o.Code}", $"{o.Name}（{o.Series}）{o.Period}", $"{o.EnglishName} ({o.EnglishSeries}) {o.Period}"));
    }

    private async Task<IEnumerable<PublishedItem>> RisksAsync(IQueryable<Announcement> announced, CancellationToken cancellation)
    {
        var found = await announced.Where(a => a.Kind == PublishedKind.Risk).Take(Most)
            .Join(db.RiskNotices.Where(r => r.State == PublicationState.Published), a => a.ItemId, r => r.Id, (a, r) => new { a.Id, a.ItemId, a.At, r.Number, r.Title, r.EnglishTitle }).ToListAsync(cancellation);
        return found.Select(r => new PublishedItem(r.Id, PublishedKind.Risk, r.ItemId, [SubscriptionTopics.Risks], r.At, $"/risks/{r.Number}", r.Title, r.EnglishTitle));
    }

    private IQueryable<PolicyDocument> Open() => db.PolicyDocuments.AsNoTracking().Where(d => d.State == PublicationState.Published && d.Openness != Openness.Closed);

    private IQueryable<Observation> Values() => db.Observations.AsNoTracking().Where(o => o.State == ObservationState.Published && o.Status != FigureStatus.Demonstration);

    private static IReadOnlyList<string> TopicsOf(PolicyTopic theme, PolicyAudience? audience) => audience is { } whom
        ? [SubscriptionTopics.Policies, SubscriptionTopics.Of(theme), SubscriptionTopics.Of(whom)]
        : [SubscriptionTopics.Policies, SubscriptionTopics.Of(theme)];
}
