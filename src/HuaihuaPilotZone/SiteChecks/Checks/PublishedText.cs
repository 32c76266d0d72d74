using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using static System.FormattableString;

namespace HuaihuaPilotZone.SiteChecks.Checks;

/// <summary>A text as the public reads it.</summary>
/// <param name="Key">What a finding about it is known by.</param>
/// <param name="Address">Where it is put right; local.</param>
internal sealed record PublishedText(string Key, string Title, string Summary, string Body, string Address);

/// <summary>All published texts, a few at a time.</summary>
public sealed class PublishedTexts(PortalDbContext db)
{
    private const int Batch = 100;

    internal async IAsyncEnumerable<PublishedText> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var news = db.News.Where(n => n.State == PublicationState.Published).OrderBy(n => n.Id).Select(n => new Row(n.Id, "news/" + n.Slug, n.Title, n.Summary, n.Body));
        await foreach (var row in EachAsync(news, cancellation)) yield return row.To("/park/news/");
        var policies = db.PolicyDocuments.Where(d => d.State == PublicationState.Published && d.Openness == Openness.Proactive).OrderBy(d => d.Id)
            .Select(d => new Row(d.Id, "policies/" + d.Slug, d.Title, d.Summary, d.Body));
        await foreach (var row in EachAsync(policies, cancellation)) yield return row.To("/park/policies/");
        var english = db.EnglishVersions.Where(e => e.State == PublicationState.Published).OrderBy(e => e.Id)
            .Select(e => new Row(e.Id, "en/" + (e.NewsItem!.Slug ?? e.PolicyDocument!.Slug), e.Title, e.Summary, e.Body));
        await foreach (var row in EachAsync(english, cancellation)) yield return row.To("/park/english/");
        var risks = db.RiskNotices.Where(r => r.State == PublicationState.Published).OrderBy(r => r.Id)
            .Select(r => new Row(r.Id, "risks/" + r.Number, r.Title, r.Summary, r.EnglishBody == null ? r.Body : r.Body + "\n\n" + r.EnglishBody));
        await foreach (var row in EachAsync(risks, cancellation)) yield return row.To("/park/risks/");
    }

    private static async IAsyncEnumerable<Row> EachAsync(IQueryable<Row> rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var skip = 0; ; skip += Batch)
        {
            var some = await rows.Skip(skip).Take(Batch).ToListAsync(cancellation);
            foreach (var row in some) yield return row;
            if (some.Count < Batch) yield break;
        }
    }

    private sealed record Row(int Id, string Key, string Title, string Summary, string Body)
    {
        public PublishedText To(string desk) => new(Key, Title, Summary, Body, Invariant($"{desk}{Id}"));
    }
}
