using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>On which side of a repeal or relation the other document stands.</summary>
internal enum LinkPlace
{
    Acting,
    Acted,
    Repeals,
    RepealedBy,
}

/// <summary>Another document that a document is bound to.</summary>
/// <param name="Kind">Null for a repeal.</param>
internal sealed record PolicyLink(LinkPlace Place, PolicyRelationKind? Kind, string? Number, string Title, string Slug, DateOnly? EffectiveOn);

/// <summary>What the first view of every document asks, compiled once. None of it finds what the public must not see.</summary>
internal static class PolicyReads
{
    private const int MostInterpretations = 60;
    private const int MostLinks = 240;

    public static readonly HotQuery<Func<PortalDbContext, string, CancellationToken, Task<PolicyDocument?>>> BySlug = new(() => EF.CompileAsyncQuery((PortalDbContext db, string slug, CancellationToken _) =>
        db.PolicyDocuments.AsNoTracking().SingleOrDefault(d => d.Slug == slug && d.State == PublicationState.Published && d.Openness != Openness.Closed)));

    /// <summary>Both ends of repeals and relations, in one query because every page of a document needs them all.</summary>
    public static readonly HotQuery<Func<PortalDbContext, int, int?, IAsyncEnumerable<PolicyLink>>> Links = new(() => EF.CompileAsyncQuery((PortalDbContext db, int id, int? actingId) =>
        db.PolicyRelations.Where(r => r.FromId == id).Join(
                db.PolicyDocuments.Where(d => d.State == PublicationState.Published && d.Openness != Openness.Closed), r => r.ToId, d => d.Id,
                (r, d) => new { Place = LinkPlace.Acting, Kind = (PolicyRelationKind?)r.Kind, d.Id, d.Number, d.Title, d.Slug, d.EffectiveOn })
            .Concat(db.PolicyRelations.Where(r => r.ToId == id).Join(
                db.PolicyDocuments.Where(d => d.State == PublicationState.Published && d.Openness != Openness.Closed), r => r.FromId, d => d.Id,
                (r, d) => new { Place = LinkPlace.Acted, Kind = (PolicyRelationKind?)r.Kind, d.Id, d.Number, d.Title, d.Slug, d.EffectiveOn }))
            .Concat(db.PolicyDocuments.Where(d => d.State == PublicationState.Published && d.Openness != Openness.Closed && d.RepealedById == id)
                .Select(d => new { Place = LinkPlace.Repeals, Kind = (PolicyRelationKind?)null, d.Id, d.Number, d.Title, d.Slug, d.EffectiveOn }))
            .Concat(db.PolicyDocuments.Where(d => d.State == PublicationState.Published && d.Openness != Openness.Closed && d.Id == actingId)
                .Select(d => new { Place = LinkPlace.RepealedBy, Kind = (PolicyRelationKind?)null, d.Id, d.Number, d.Title, d.Slug, d.EffectiveOn }))
            .OrderBy(l => l.Place).ThenBy(l => l.Kind).ThenBy(l => l.Id).Take(MostLinks)
            .Select(l => new PolicyLink(l.Place, l.Kind, l.Number, l.Title, l.Slug, l.EffectiveOn))));

    public static readonly HotQuery<Func<PortalDbContext, int, IAsyncEnumerable<PolicyReference>>> Interpretations = new(() => EF.CompileAsyncQuery((PortalDbContext db, int id) =>
        db.News.Where(n => n.InterpretsId == id && n.State == PublicationState.Published).OrderBy(n => n.PublishedAt).ThenBy(n => n.Id).Take(MostInterpretations)
            .Select(n => new PolicyReference(n.Title, n.Slug))));

    /// <summary>The document that a news item interprets.</summary>
    public static readonly HotQuery<Func<PortalDbContext, int, CancellationToken, Task<PolicyReference?>>> Interpreted = new(() => EF.CompileAsyncQuery((PortalDbContext db, int id, CancellationToken _) =>
        db.PolicyDocuments.Where(d => d.State == PublicationState.Published && d.Openness != Openness.Closed && d.Id == id).Select(d => new PolicyReference(d.Title, d.Slug)).SingleOrDefault()));
}
