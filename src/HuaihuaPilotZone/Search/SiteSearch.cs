using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Search.Engines;
using HuaihuaPilotZone.Search.Text;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Search;

/// <summary>What a search is narrowed to.</summary>
/// <param name="Year">Year of the page's day.</param>
public sealed record SearchFilter(string? Text, SearchKind? Kind = null, int? Year = null);

/// <summary>One result.</summary>
/// <param name="Title">With what was looked for marked.</param>
/// <param name="Passage">A piece of its text, likewise.</param>
public sealed record SearchRow(
    SearchKind Kind, string Path, IReadOnlyList<Passage> Title, string? EnglishTitle, string? Number, IReadOnlyList<Passage> Passage, DateOnly? On, bool IsDemonstration);

/// <summary>What a search found.</summary>
/// <param name="Kinds">How many of each kind, without regard to the kind that was chosen.</param>
/// <param name="Years">How many of each year, likewise; the latest first.</param>
/// <param name="IsLoose">Nothing holds all that was typed: these hold some of it.</param>
/// <param name="IsMore">There are more than were counted: the numbers are the least.</param>
/// <param name="Correction">A query that finds more and may be what was meant; null where there is none, or nothing was amiss.</param>
public sealed record SearchAnswer(Page<SearchRow> Page, IReadOnlyList<Facet<SearchKind>> Kinds, IReadOnlyList<Facet<int>> Years, bool IsLoose, bool IsMore, string? Correction);

/// <summary>The search over everything that the public may see.</summary>
public sealed class SiteSearch
{
    /// <summary>So many of the best by the engine are put in order by more than it knows.</summary>
    private const int Window = 100;

    /// <summary>Who finds no more than this may have typed something else than was meant.</summary>
    private const int Few = 2;

    /// <summary>Counting further would cost more than anybody learns from it.</summary>
    private const int MostCounted = 10_000;

    /// <summary>Pages that one term alone may bring when nothing holds all that was typed.</summary>
    private const int MostLoose = 2_000;

    private const int PassageLength = 120;
    private const int MostYears = 20;
    private const int MostSuggestions = 8;

    private readonly PortalDbContext _db;
    private readonly SearchSynonyms _synonyms;
    private readonly Vocabulary _words;
    private readonly ChinaTime _time;
    private readonly ISearchEngine _engine;

    public SiteSearch(PortalDbContext db, SearchSynonyms synonyms, SearchVocabulary vocabulary, ChinaTime time, SearchEngineChoice choice)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(choice);
        (_db, _synonyms, _words, _time) = (db, synonyms, vocabulary.Current, time);
        _engine = choice.For(db);
    }

    public async Task<SearchAnswer> FindAsync(SearchFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var synonyms = await _synonyms.AllAsync(cancellation);
        var (query, found) = await ReadAsync(filter.Text, synonyms, cancellation);
        if (query.IsEmpty) return new SearchAnswer(new Page<SearchRow>([], page.Number, page.Size, 0), [], [], false, false, null);
        var correction = found > Few ? null : await CorrectAsync(query.Typed, found, synonyms, cancellation);
        if (found == 0) query = query.Loosened();
        var hits = found == 0 ? await LooseAsync(query, cancellation) : _engine.Find(query);
        var counts = await CountAsync(hits, cancellation);
        var isMore = counts.Sum(c => c.Count) >= MostCounted;
        var total = isMore && filter is not { Kind: null, Year: null }
            ? await Narrowed(hits, filter).OrderBy(f => f.Hit.Id).Take(MostCounted).CountAsync(cancellation)
            : counts.Where(c => (filter.Kind ?? c.Kind) == c.Kind && (filter.Year ?? c.Year) == c.Year).Sum(c => c.Count);
        var rows = await RowsAsync(hits, filter, query, page, cancellation);
        return new SearchAnswer(
            new Page<SearchRow>(rows, page.Number, page.Size, total), KindsOf(counts, filter), YearsOf(counts, filter), found == 0 && total > 0, isMore, correction);
    }

    /// <summary>Titles of the best results, for completing what is being typed.</summary>
    public async Task<IReadOnlyList<SearchRow>> SuggestAsync(string? text, CancellationToken cancellation)
    {
        var (query, found) = await ReadAsync(text, await _synonyms.AllAsync(cancellation), cancellation);
        return found == 0 ? [] : await RowsAsync(_engine.Find(query), new SearchFilter(text), query, new PageRequest(1, MostSuggestions), cancellation);
    }

    /// <summary>
    /// The pages of a kind that hold a name as it is written, the best first, samples last. One statement: nobody typed the name, so it is not read as something else,
    /// and nothing is counted.
    /// </summary>
    public async Task<IReadOnlyList<SearchRow>> NamingAsync(string name, SearchKind kind, int most, CancellationToken cancellation)
    {
        var query = SearchQuery.Read(name, []);
        if (query.IsEmpty) return [];
        // the engine finds the characters of the name, which may stand apart
        var entries = await Narrowed(_engine.Find(query), new SearchFilter(name, kind)).Where(f => f.Entry.Title.Contains(name) || f.Entry.Text.Contains(name))
            .OrderBy(f => f.Entry.IsDemonstration).ThenBy(f => f.Hit.Score).ThenByDescending(f => f.Hit.Id).Take(most).Select(f => f.Entry).ToListAsync(cancellation);
        return entries.ConvertAll(e => ToRow(e, query));
    }

    /// <summary>How a query is understood, and how many it finds so, counted to one more than <see cref="Few"/>.</summary>
    private async Task<(SearchQuery Query, int Found)> ReadAsync(string? text, IReadOnlyList<IReadOnlyList<string>> synonyms, CancellationToken cancellation)
    {
        var query = SearchQuery.Read(text, synonyms);
        if (query.IsEmpty) return (query, 0);
        foreach (var reading in query.Readings(_words))
        {
            if (await CountAsync(reading, Few + 1, cancellation) is > 0 and var found) return (reading, found);
        }

        return (query, 0);
    }

    /// <summary>The likeliest of the queries that may have been meant and find more.</summary>
    private async Task<string?> CorrectAsync(string typed, int found, IReadOnlyList<IReadOnlyList<string>> synonyms, CancellationToken cancellation)
    {
        foreach (var proposal in new Corrections(_words).Of(typed))
        {
            if (await CountAsync(SearchQuery.Read(proposal, synonyms), found + 1, cancellation) > found) return proposal;
        }

        return null;
    }

    private Task<int> CountAsync(SearchQuery query, int most, CancellationToken cancellation) =>
        _engine.Find(query).Select(h => h.Id).OrderBy(id => id).Take(most).CountAsync(cancellation);

    /// <summary>How many there are of each kind and year, of the first <see cref="MostCounted"/>.</summary>
    private Task<List<Counted>> CountAsync(IQueryable<SearchHit> hits, CancellationToken cancellation) =>
        hits.Select(h => h.Id).OrderBy(id => id).Take(MostCounted).Join(_db.SearchEntries.AsNoTracking(), id => id, e => e.Id, (id, e) => e)
            .GroupBy(e => new { e.Kind, Year = e.On == null ? (int?)null : e.On.Value.Year }).Select(g => new Counted(g.Key.Kind, g.Key.Year, g.Count())).ToListAsync(cancellation);

    private IQueryable<Found> Narrowed(IQueryable<SearchHit> hits, SearchFilter filter) =>
        Entries(hits).Where(f => filter.Kind == null || f.Entry.Kind == filter.Kind).Where(f => filter.Year == null || (f.Entry.On != null && f.Entry.On.Value.Year == filter.Year));

    private IQueryable<Found> Entries(IQueryable<SearchHit> hits) => hits.Join(_db.SearchEntries.AsNoTracking(), h => h.Id, e => e.Id, (hit, entry) => new Found { Hit = hit, Entry = entry });

    // the entries of the chosen hits alone are read; only a filter has to look at all of them
    private IQueryable<Found> Best(IQueryable<SearchHit> hits, SearchFilter filter, int skip, int take) => filter is { Kind: null, Year: null }
        ? Entries(hits.OrderBy(h => h.Score).ThenByDescending(h => h.Id).Skip(skip).Take(take)).OrderBy(f => f.Hit.Score).ThenByDescending(f => f.Hit.Id)
        : Narrowed(hits, filter).OrderBy(f => f.Hit.Score).ThenByDescending(f => f.Hit.Id).Skip(skip).Take(take);

    private static IReadOnlyList<Facet<SearchKind>> KindsOf(IReadOnlyList<Counted> counts, SearchFilter filter) =>
        [.. counts.Where(c => (filter.Year ?? c.Year) == c.Year).GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => new Facet<SearchKind>(g.Key, g.Sum(c => c.Count)))];

    private static IReadOnlyList<Facet<int>> YearsOf(IReadOnlyList<Counted> counts, SearchFilter filter) =>
    [
        .. counts.Where(c => (filter.Kind ?? c.Kind) == c.Kind && c.Year is not null).GroupBy(c => c.Year!.Value).OrderByDescending(g => g.Key).Take(MostYears)
            .Select(g => new Facet<int>(g.Key, g.Sum(c => c.Count))),
    ];

    // any of the terms will do; one that stands on very many pages says little beside those that do not, and is left out
    private async Task<IQueryable<SearchHit>> LooseAsync(SearchQuery query, CancellationToken cancellation)
    {
        var telling = new List<SearchPart>();
        foreach (var part in query.Parts)
        {
            if (await CountAsync(query with { Parts = [part] }, MostLoose + 1, cancellation) <= MostLoose) telling.Add(part);
        }

        return _engine.Find(query with { Parts = [telling.Count > 0 ? new SearchPart([.. telling.SelectMany(p => p.Phrases)]) : query.Parts[0]] });
    }

    private async Task<IReadOnlyList<SearchRow>> RowsAsync(IQueryable<SearchHit> hits, SearchFilter filter, SearchQuery query, PageRequest page, CancellationToken cancellation)
    {
        var isInWindow = page.Skip < Window;
        var ids = await (isInWindow ? Best(hits, filter, 0, Window) : Best(hits, filter, page.Skip, page.Size))
            .Select(f => new Ranked(f.Entry.Id, f.Hit.Score, f.Entry.Title, f.Entry.Number, f.Entry.On, f.Entry.IsDemonstration)).ToListAsync(cancellation);
        if (isInWindow) ids = [.. ids.OrderBy(r => Rank(r, query)).ThenBy(r => r.Score).ThenByDescending(r => r.On).Skip(page.Skip).Take(page.Size)];
        var wanted = ids.ConvertAll(r => r.Id);
        var entries = await _db.SearchEntries.AsNoTracking().Where(e => wanted.Contains(e.Id)).OrderBy(e => e.Id).ToListAsync(cancellation);
        return [.. wanted.Select(id => ToRow(entries.Single(e => e.Id == id), query))];
    }

    // the number itself, the title itself, the words in the title, the rest; of these the last two years before older ones, samples last
    private int Rank(Ranked entry, SearchQuery query)
    {
        var typed = SearchTerms.Fold(query.Typed);
        var title = SearchTerms.Fold(entry.Title);
        var match = entry.Number?.Split('\n').Any(n => SearchTerms.Of(n).SequenceEqual(SearchTerms.Of(typed))) == true ? 0
            : title == typed ? 1
            : query.Parts.All(p => p.Phrases.Any(w => title.Contains(w.Word, StringComparison.Ordinal))) ? 2
            : 3;
        var isOld = entry.On is { } on && on < _time.Today.AddYears(-2);
        return (match * 4) + (entry.IsDemonstration ? 2 : 0) + (isOld ? 1 : 0);
    }

    private static SearchRow ToRow(SearchEntry entry, SearchQuery query) => new(
        entry.Kind, entry.Path, [.. Passages.Mark(entry.Title, query.Words)], entry.EnglishTitle, entry.Number?.Split('\n')[0],
        Passages.Around(entry.Text.ReplaceLineEndings(" "), query.Words, PassageLength), entry.On, entry.IsDemonstration);

    private sealed class Found
    {
        public required SearchHit Hit { get; init; }

        public required SearchEntry Entry { get; init; }
    }

    private sealed record Counted(SearchKind Kind, int? Year, int Count);

    private sealed record Ranked(int Id, double Score, string Title, string? Number, DateOnly? On, bool IsDemonstration);
}
