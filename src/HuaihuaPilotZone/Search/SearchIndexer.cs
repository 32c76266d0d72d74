using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Search.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HuaihuaPilotZone.Search;

/// <summary>
/// Keeps the entries of the search in step with what they are about: whoever saves a news item, a policy, an enterprise, a value of an indicator
/// or anything else of a public page saves its entry in the same transaction, and no service has to think of it.
/// </summary>
internal sealed class SearchIndexer(SearchEngineKind engine) : SaveChangesInterceptor
{
    private const string SlugProperty = nameof(NewsItem.Slug);

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        Changed(eventData.Context).Count == 0 ? result : throw new InvalidOperationException("What the search knows is saved with SaveChangesAsync.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
        {
            var changed = Changed(context).ToDictionary(c => c.Record, c => c.IsGone, ReferenceEqualityComparer.Instance);
            foreach (var part in changed.Keys.Where(IsPart).ToList())
            {
                changed.Remove(part);
                if (await PageOfAsync(context, part, cancellationToken) is { } page) changed.TryAdd(page, false);
            }

            foreach (var (record, isGone) in changed)
            {
                await ForgetOldAddressAsync(context, record, cancellationToken);
                await RefreshAsync(context, record, isGone, cancellationToken);
            }

            foreach (var indicator in await IndicatorPage.ChangedAsync(context, cancellationToken))
            {
                if (await IndicatorPage.ReadAsync(context, indicator, cancellationToken) is { } page) await RefreshAsync(context, page, isGone: false, cancellationToken);
            }
        }

        return result;
    }

    /// <summary>Brings the entry of one record up to date in the context, without saving.</summary>
    internal async Task RefreshAsync(DbContext context, object record, bool isGone, CancellationToken cancellation)
    {
        var text = isGone ? null : SearchTexts.Of(record);
        if (text is not null && await EnglishOfAsync(context, record, cancellation) is { } english) text = SearchTexts.WithEnglish(text, record, english);
        if (text is not null && record is Chain chain) text = SearchTexts.WithNodes(text, await NodesOfAsync(context, chain, cancellation));
        var entry = await FindAsync(context, record, text, cancellation);
        if (text is null)
        {
            if (entry is not null) Remove(context, entry);
            return;
        }

        Write(context, entry, text);
    }

    internal void Write(DbContext context, SearchEntry? entry, SearchText text)
    {
        if (entry is null)
        {
            entry = new SearchEntry { Kind = text.Kind, Address = text.Address, Enterprise = text.OfEnterprise, Title = text.Title, Text = text.Text };
            context.Add(entry);
        }

        (entry.Title, entry.EnglishTitle, entry.Number, entry.Text, entry.On, entry.IsDemonstration) =
            (text.Title, text.EnglishTitle, text.Number, text.Text, text.On, text.IsDemonstration);
        SetTerms(context, entry);
    }

    internal static void Remove(DbContext context, SearchEntry entry)
    {
        context.RemoveRange(entry.Postings);
        context.Remove(entry);
    }

    private void SetTerms(DbContext context, SearchEntry entry)
    {
        string[] title = [.. SearchTerms.Of(entry.Title), .. SearchTerms.Of(entry.EnglishTitle), .. SearchTerms.Of(entry.Number)];
        string[] text = [.. SearchTerms.Of(entry.Text)];
        (entry.TitleTerms, entry.TextTerms) = engine == SearchEngineKind.FullText ? (string.Join(' ', title), string.Join(' ', text)) : (null, null);
        var weights = engine == SearchEngineKind.Postings ? PostingWeights.Of(title, text) : [];
        foreach (var gone in entry.Postings.Where(p => !weights.ContainsKey(p.Term)).ToList())
        {
            context.Remove(gone);
            entry.Postings.Remove(gone);
        }

        var known = entry.Postings.ToDictionary(p => p.Term, StringComparer.Ordinal);
        foreach (var (term, weight) in weights)
        {
            if (known.TryGetValue(term, out var posting)) posting.Weight = weight;
            else entry.Postings.Add(new SearchPosting { Term = term, Weight = weight });
        }
    }

    // an entry is found again by its address: that of a page that moves has to go first
    private static async Task ForgetOldAddressAsync(DbContext context, object record, CancellationToken cancellation)
    {
        if (context.Entry(record).Properties.FirstOrDefault(p => p.Metadata.Name == SlugProperty) is not { IsModified: true, OriginalValue: string old, CurrentValue: string slug }) return;
        if (SearchTexts.AddressOf(record) is not { } address) return;
        var before = address[..^slug.Length] + old;
        if (await context.Set<SearchEntry>().Include(e => e.Postings).SingleOrDefaultAsync(e => e.Address == before, cancellation) is { } entry) Remove(context, entry);
    }

    private static async Task<SearchEntry?> FindAsync(DbContext context, object record, SearchText? text, CancellationToken cancellation)
    {
        var entries = context.Set<SearchEntry>().Include(e => e.Postings);
        if (SearchTexts.AddressOf(record) is { } address) return await entries.SingleOrDefaultAsync(e => e.Address == address, cancellation);
        var enterprise = text?.OfEnterprise ?? (Enterprises.Enterprise)record;
        return enterprise.Id <= 0 ? null : await entries.SingleOrDefaultAsync(e => e.EnterpriseId == enterprise.Id, cancellation);
    }

    /// <summary>The published English version of a page that can have one; null where there is none.</summary>
    private static async Task<EnglishVersion?> EnglishOfAsync(DbContext context, object record, CancellationToken cancellation)
    {
        var versions = context.Set<EnglishVersion>();
        var english = record switch
        {
            NewsItem { Id: > 0 } news => await versions.SingleOrDefaultAsync(e => e.NewsItemId == news.Id, cancellation),
            PolicyDocument { Id: > 0 } policy => await versions.SingleOrDefaultAsync(e => e.PolicyDocumentId == policy.Id, cancellation),
            _ => null,
        };
        return english is { State: PublicationState.Published } ? english : null;
    }

    /// <summary>The nodes of a chain with everything that is about to be saved.</summary>
    private static async Task<IReadOnlyList<ChainNode>> NodesOfAsync(DbContext context, Chain chain, CancellationToken cancellation)
    {
        if (chain.Id > 0) await context.Set<ChainNode>().Where(n => n.ChainId == chain.Id).LoadAsync(cancellation);
        return [.. chain.Nodes.Where(n => context.Entry(n).State != EntityState.Deleted).OrderBy(n => n.Tier).ThenBy(n => n.SortOrder)];
    }

    /// <summary>Whether it has no page of its own but stands on that of another record.</summary>
    private static bool IsPart(object record) => record is EnglishVersion or ChainNode;

    private static async Task<object?> PageOfAsync(DbContext context, object part, CancellationToken cancellation) => part switch
    {
        ChainNode node => node.Chain ?? await context.Set<Chain>().FindAsync([node.ChainId], cancellation),
        EnglishVersion { NewsItemId: { } news } => await context.Set<NewsItem>().SingleOrDefaultAsync(n => n.Id == news, cancellation),
        EnglishVersion english => await context.Set<PolicyDocument>().SingleOrDefaultAsync(d => d.Id == english.PolicyDocumentId, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part.GetType().Name, null),
    };

    private static List<(object Record, bool IsGone)> Changed(DbContext? context) => context is null ? [] :
    [
        .. context.ChangeTracker.Seen()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && (SearchTexts.Knows(e.Entity) || IsPart(e.Entity)))
            .Select(e => (e.Entity, e.State == EntityState.Deleted)),
    ];
}
