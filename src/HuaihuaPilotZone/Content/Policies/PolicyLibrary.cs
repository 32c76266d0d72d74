using System.Collections.ObjectModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>The policy library as the public reads it. 不予公开 and unpublished documents do not exist here.</summary>
public sealed class PolicyLibrary(PortalDbContext db, PolicyWriter writer, ChinaTime time, IMapper mapper)
{
    private const int MostFacetValues = 60;

    /// <summary>The documents that fit, in the order that is asked for.</summary>
    public Task<Page<PolicyRow>> ListAsync(PolicyFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var documents = Matching(filter.Text);
        if (filter.Topics.Count > 0) documents = documents.Where(d => filter.Topics.Contains(d.Topic));
        if (filter.Audiences.Count > 0) documents = documents.Where(d => d.Audience != null && filter.Audiences.Contains(d.Audience.Value));
        if (filter.Issuers.Count > 0) documents = documents.Where(d => d.Issuers.Any(i => filter.Issuers.Contains(i.IssuingBodyId)));
        if (filter.Years.Count > 0)
            documents = documents.Where(d => (d.ReleasedOn ?? d.IssuedOn) != null && filter.Years.Contains((d.ReleasedOn ?? d.IssuedOn)!.Value.Year));
        if (filter.InForceOn is { } day) documents = documents.WhereInForce(day, Versions());
        if (filter.Validities.Count > 0) documents = documents.WhereValidity(filter.Validities, time.Today);
        return InOrder(documents, filter.Order, time.Today).ProjectTo<PolicyRow>(mapper.ConfigurationProvider).ToPageAsync(page, cancellation);
    }

    /// <summary>The latest documents; samples stand behind real ones.</summary>
    /// <param name="section">Null for the whole library.</param>
    public async Task<IReadOnlyList<PolicyRow>> LatestAsync(PolicySection? section, int count, CancellationToken cancellation)
    {
        var documents = Open();
        if (section?.Theme is { } theme) documents = documents.Where(d => d.Topic == theme);
        if (section?.Audience is { } audience) documents = documents.Where(d => d.Audience == audience);
        return await documents.OrderBy(d => d.IsDemonstration).ThenByDescending(d => d.ReleasedOn ?? d.IssuedOn).ThenByDescending(d => d.Id)
            .Take(count).ProjectTo<PolicyRow>(mapper.ConfigurationProvider).ToListAsync(cancellation);
    }

    /// <summary>How those of some documents that the public may see stand today, by slug.</summary>
    public async Task<IReadOnlyDictionary<string, Validity>> ValiditiesAsync(IReadOnlyCollection<string> slugs, CancellationToken cancellation)
    {
        if (slugs.Count == 0) return ReadOnlyDictionary<string, Validity>.Empty;
        var rows = await Open().Where(d => slugs.Contains(d.Slug)).OrderBy(d => d.Id).Take(PageRequest.MaxSize).ProjectTo<PolicyRow>(mapper.ConfigurationProvider).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Slug, r => r.ValidityOn(time.Today), StringComparer.Ordinal);
    }

    /// <summary>What the documents that fit a text can be narrowed to further.</summary>
    public async Task<PolicyFacets> FacetsAsync(string? text, CancellationToken cancellation)
    {
        var documents = Matching(text);
        var validities = new List<Facet<Validity>>();
        foreach (var validity in Enum.GetValues<Validity>())
            validities.Add(new Facet<Validity>(validity, await documents.WhereValidity([validity], time.Today).CountAsync(cancellation)));
        var topics = await documents.GroupBy(d => d.Topic).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var audiences = await documents.Where(d => d.Audience != null).GroupBy(d => d.Audience!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var issuers = await documents.SelectMany(d => d.Issuers).GroupBy(i => new { i.IssuingBodyId, i.Body!.Name })
            .Select(g => new { g.Key.IssuingBodyId, g.Key.Name, Count = g.Count() })
            .OrderByDescending(i => i.Count).ThenBy(i => i.Name).Take(MostFacetValues).ToListAsync(cancellation);
        var years = await documents.Where(d => (d.ReleasedOn ?? d.IssuedOn) != null).GroupBy(d => (d.ReleasedOn ?? d.IssuedOn)!.Value.Year)
            .Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(y => y.Key).Take(MostFacetValues).ToListAsync(cancellation);
        return new PolicyFacets(
            [.. validities.Where(v => v.Count > 0)],
            [.. topics.OrderBy(t => t.Key).Select(t => new Facet<PolicyTopic>(t.Key, t.Count))],
            [.. audiences.OrderBy(a => a.Key).Select(a => new Facet<PolicyAudience>(a.Key, a.Count))],
            [.. issuers.Select(i => new IssuerFacet(i.IssuingBodyId, i.Name, i.Count))],
            [.. years.Select(y => new Facet<int>(y.Key, y.Count))]);
    }

    /// <summary>A document of the library as it is today, with its translation and conditions; null for anything that the public must not see.</summary>
    public async Task<PolicyOfToday?> FindAsync(string slug, CancellationToken cancellation) => await PolicyReads.BySlug.For(db)(db, slug, cancellation) is { } head
        ? new PolicyOfToday(await ViewAsync(head.Document, head.HasLinks, cancellation), head.English, head.Criteria)
        : null;

    /// <summary>A document as it stood on a day, with its present conditions; null for anything that the public must not see.</summary>
    public async Task<PolicyOfToday?> FindAsync(string slug, DateOnly day, CancellationToken cancellation)
    {
        if (await PolicyReads.BySlug.For(db)(db, slug, cancellation) is not { Document: { } document } head) return null;
        var kept = await Versions().Where(v => v.TextId == document.Id && v.EffectiveOn != null && v.EffectiveOn <= day)
            .OrderByDescending(v => v.EffectiveOn).ThenByDescending(v => v.Number).FirstOrDefaultAsync(cancellation);
        var isFormer = kept is not null && kept.Number != document.VersionNumber;
        if (isFormer) PolicyWriter.Return(document, DraftJson.Read<PolicyDraft>(kept!.Draft));
        var view = await ViewAsync(document, hasLinks: true, cancellation);
        view = view with { Validity = document.ValidityOn(day, await AmendedOnAsync(document.Id, cancellation)), On = new PolicyOnDay(day, isFormer, IsKnown: kept is not null) };
        // the translation is one of the present text
        return new PolicyOfToday(view, English: null, head.Criteria);
    }

    /// <summary>Any document as its public page will show it, for the editors.</summary>
    public async Task<PolicyView?> PreviewAsync(int id, CancellationToken cancellation)
    {
        var document = await writer.FindAsync(id, cancellation);
        return document is null ? null : await ViewAsync(document, hasLinks: true, cancellation);
    }

    /// <summary>The first day on which a document that amends this one, and that the public may see, is in force; null for none.</summary>
    public Task<DateOnly?> AmendedOnAsync(int id, CancellationToken cancellation) =>
        db.PolicyRelations.Where(r => r.ToId == id && r.Kind == PolicyRelationKind.Amends).Join(Open(), r => r.FromId, d => d.Id, (r, d) => d.EffectiveOn).MinAsync(cancellation);

    private async Task<PolicyView> ViewAsync(PolicyDocument document, bool hasLinks, CancellationToken cancellation)
    {
        List<PolicyLink> links = hasLinks ? await PolicyReads.Links.For(db)(db, document.Id, document.RepealedById).ToListAsync(cancellation) : [];
        return new PolicyView(
            document, document.ValidityOn(time.Today, links.Where(l => l is { Place: LinkPlace.Acted, Kind: PolicyRelationKind.Amends }).Min(l => l.EffectiveOn)), RepealedBy(document, links),
            [.. links.Where(l => l.Place == LinkPlace.Repeals).Select(l => new PolicyReference(l.Number ?? l.Title, l.Slug))],
            [.. links.Where(l => l.Kind is not null).Select(l => new PolicyRelationView(
                l.Kind!.Value, l.Place == LinkPlace.Acting, new PolicyReference(l.Title, l.Slug), l.Place == LinkPlace.Acting ? document.EffectiveOn : l.EffectiveOn))],
            [.. links.Where(l => l.Place == LinkPlace.Interprets).Select(l => new PolicyReference(l.Title, l.Slug))]);
    }

    private static IOrderedQueryable<PolicyDocument> InOrder(IQueryable<PolicyDocument> documents, PolicyOrder order, DateOnly today) => (order switch
    {
        PolicyOrder.Oldest => documents.OrderBy(d => (d.ReleasedOn ?? d.IssuedOn) == null).ThenBy(d => d.ReleasedOn ?? d.IssuedOn),
        PolicyOrder.Effective => documents.OrderByDescending(d => d.EffectiveOn).ThenByDescending(d => d.ReleasedOn ?? d.IssuedOn),
        PolicyOrder.Expiring => documents.OrderBy(d => d.ExpiresOn == null || d.ExpiresOn < today || d.RepealedOn != null).ThenBy(d => d.RepealedOn == null && d.ExpiresOn >= today ? d.ExpiresOn : null)
            .ThenByDescending(d => d.ReleasedOn ?? d.IssuedOn),
        _ => documents.OrderByDescending(d => d.ReleasedOn ?? d.IssuedOn),
    }).ThenByDescending(d => d.Id);

    private static PolicyReference? RepealedBy(PolicyDocument document, List<PolicyLink> links)
    {
        if (document.RepealedOn is null) return null;
        return links.Find(l => l.Place == LinkPlace.RepealedBy) is { } acting
            ? new PolicyReference(acting.Number ?? acting.Title, acting.Slug)
            : new PolicyReference(document.RepealedByText ?? "", null);
    }

    /// <summary>The document that a news item interprets; null where the public must not be led there.</summary>
    public Task<PolicyReference?> InterpretedAsync(int id, CancellationToken cancellation) => PolicyReads.Interpreted.For(db)(db, id, cancellation);

    /// <summary>The versions that the public may still read.</summary>
    private IQueryable<TextVersion> Versions() => db.TextVersions.AsNoTracking().Where(v => v.Subject == JournalSubjects.Policy && !v.IsWithdrawn);

    private IQueryable<PolicyDocument> Open() =>
        db.PolicyDocuments.AsNoTracking().Where(d => d.State == PublicationState.Published && d.Openness != Openness.Closed);

    private IQueryable<PolicyDocument> Matching(string? text) =>
        DocumentNumbers.Terms(text).Aggregate(Open(), (documents, term) => documents.Where(d => d.SearchText.Contains(term)));
}
