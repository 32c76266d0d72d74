using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.PolicyMatching;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>On which side of a repeal or relation the other document stands.</summary>
internal enum LinkPlace
{
    Acting,
    Acted,
    Repeals,
    RepealedBy,

    /// <summary>A news item that interprets it.</summary>
    Interprets,
}

/// <summary>Another document that a document is bound to, or a news item that interprets it.</summary>
/// <param name="Kind">Null for a repeal and for a news item.</param>
internal sealed record PolicyLink(LinkPlace Place, PolicyRelationKind? Kind, string? Number, string? PolicyTitle, string? PolicySlug, DateOnly? EffectiveOn, string? NewsTitle, string? NewsSlug)
{
    public string Title => PolicyTitle ?? NewsTitle!;

    public string Slug => PolicySlug ?? NewsSlug!;
}

/// <summary>What belongs to one document alone.</summary>
/// <param name="HasLinks">Whether anything is bound to it, seen by the public or not.</param>
internal sealed record PolicyHead(PolicyDocument Document, EnglishVersion? English, PolicyCriteria? Criteria, bool HasLinks);

/// <summary>What the first view of every document asks, compiled once. None of it finds what the public must not see.</summary>
internal static class PolicyReads
{
    private const int MostLinks = 300;

    /// <summary>A document with its published translation and its conditions, in one query because every page of a document shows them.</summary>
    public static readonly HotQuery<Func<PortalDbContext, string, CancellationToken, Task<PolicyHead?>>> BySlug = new(() => EF.CompileAsyncQuery((PortalDbContext db, string slug, CancellationToken _) =>
        (from d in db.PolicyDocuments.AsNoTracking()
         join e in db.EnglishVersions.Where(e => e.State == PublicationState.Published) on (int?)d.Id equals e.PolicyDocumentId into translations
         from e in translations.DefaultIfEmpty()
         join c in db.PolicyCriteria on d.Id equals c.PolicyDocumentId into conditions
         from c in conditions.DefaultIfEmpty()
         where d.Slug == slug && d.State == PublicationState.Published && d.Openness != Openness.Closed
         select new PolicyHead(
             d, e, c,
             d.RepealedById != null || db.PolicyRelations.Any(r => r.FromId == d.Id) || db.PolicyRelations.Any(r => r.ToId == d.Id)
                || db.PolicyDocuments.Any(o => o.RepealedById == d.Id) || db.News.Any(n => n.InterpretsId == d.Id))).SingleOrDefault()));

    /// <summary>
    /// Both ends of repeals and relations, and what interprets a document, in one query because every page of a document needs them all. Titles and addresses
    /// of news are columns of their own: they are of other lengths, which SQL Server's columns of one result may not be. The relations come first:
    /// the kind is read as the first part has it, and an empty one has none.
    /// </summary>
    public static readonly HotQuery<Func<PortalDbContext, int, int?, IAsyncEnumerable<PolicyLink>>> Links = new(() => EF.CompileAsyncQuery((PortalDbContext db, int id, int? actingId) =>
        db.PolicyRelations.Where(r => r.FromId == id).Join(
            db.PolicyDocuments.Where(d => d.State == PublicationState.Published && d.Openness != Openness.Closed), r => r.ToId, d => d.Id, (r, d) => new
            {
                Place = LinkPlace.Acting,
                Kind = (PolicyRelationKind?)r.Kind,
                d.Id,
                d.Number,
                Title = (string?)d.Title,
                Slug = (string?)d.Slug,
                d.EffectiveOn,
                NewsTitle = (string?)null,
                NewsSlug = (string?)null,
                At = (DateTime?)null,
            })
            .Concat(db.News.Where(n => n.InterpretsId == id && n.State == PublicationState.Published).Select(n => new
            {
                Place = LinkPlace.Interprets,
                Kind = (PolicyRelationKind?)null,
                n.Id,
                Number = (string?)null,
                Title = (string?)null,
                Slug = (string?)null,
                EffectiveOn = (DateOnly?)null,
                NewsTitle = (string?)n.Title,
                NewsSlug = (string?)n.Slug,
                At = n.PublishedAt,
            }))
            .Concat(db.PolicyRelations.Where(r => r.ToId == id).Join(
                db.PolicyDocuments.Where(d => d.State == PublicationState.Published && d.Openness != Openness.Closed), r => r.FromId, d => d.Id, (r, d) => new
                {
                    Place = LinkPlace.Acted,
                    Kind = (PolicyRelationKind?)r.Kind,
                    d.Id,
                    d.Number,
                    Title = (string?)d.Title,
                    Slug = (string?)d.Slug,
                    d.EffectiveOn,
                    NewsTitle = (string?)null,
                    NewsSlug = (string?)null,
                    At = (DateTime?)null,
                }))
            .Concat(db.PolicyDocuments.Where(d => d.State == PublicationState.Published && d.Openness != Openness.Closed && (d.RepealedById == id || d.Id == actingId)).Select(d => new
            {
                Place = d.Id == actingId ? LinkPlace.RepealedBy : LinkPlace.Repeals,
                Kind = (PolicyRelationKind?)null,
                d.Id,
                d.Number,
                Title = (string?)d.Title,
                Slug = (string?)d.Slug,
                d.EffectiveOn,
                NewsTitle = (string?)null,
                NewsSlug = (string?)null,
                At = (DateTime?)null,
            }))
            .OrderBy(l => l.Place).ThenBy(l => l.Kind).ThenBy(l => l.At).ThenBy(l => l.Id).Take(MostLinks)
            .Select(l => new PolicyLink(l.Place, l.Kind, l.Number, l.Title, l.Slug, l.EffectiveOn, l.NewsTitle, l.NewsSlug))));

    /// <summary>The document that a news item interprets.</summary>
    public static readonly HotQuery<Func<PortalDbContext, int, CancellationToken, Task<PolicyReference?>>> Interpreted = new(() => EF.CompileAsyncQuery((PortalDbContext db, int id, CancellationToken _) =>
        db.PolicyDocuments.Where(d => d.State == PublicationState.Published && d.Openness != Openness.Closed && d.Id == id).Select(d => new PolicyReference(d.Title, d.Slug)).SingleOrDefault()));
}
