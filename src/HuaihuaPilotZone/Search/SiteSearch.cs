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
/// <param name="Correction">A query that finds more and may be what was meant; null where there is none, or nothing was amiss.</param>
public sealed record SearchAnswer(Page<SearchRow> Page, IReadOnlyList<Facet<SearchKind>> Kinds, IReadOnlyList<Facet<int>> Years, bool IsLoose, string? Correction);

/// <summary>The search over everything that the public may see.</summary>
public sealed class SiteSearch
{
    /// <summary>So many of the best by the engine are put in order by more than it knows.</summary>
    private const int Window = 100;

    /// <summary>Who finds no more than this may have typed something else than was meant.</summary>
    private const int Few = 2;

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
        if (query.IsEmpty) return new SearchAnswer(new Page<SearchRow>([], page.Number, page.Size, 0), [], [], false, null);
        var correction = found > Few ? null : await CorrectAsync(query.Typed, found, synonyms, cancellation);
        if (found == 0) query = query.Loosened();
        var entries = Entries(found == 0 ? Loose(query) : _engine.Find(query));
        var counts = await entries.GroupBy(f => new { f.Entry.Kind, Year = f.Entry.On == null ? (int?)null : f.Entry.On.Value.Year })
            .Select(g => new Counted(g.Key.Kind, g.Key.Year, g.Count())).ToListAsync(cancellation);
        var total = counts.Where(c => (filter.Kind ?? c.Kind) == c.Kind && (filter.Year ?? c.Year) == c.Year).Sum(c => c.Count);
        var rows = await RowsAsync(entries.Where(ByKind(filter.Kind)).Where(ByYear(filter.Year)), query, page, cancellation);
        return new SearchAnswer(new Page<SearchRow>(rows, page.Number, page.Size, total), KindsOf(counts, filter), YearsOf(counts, filter), found == 0 && total > 0, correction);
    }

    /// <summary>Titles of the best results, for completing what is being typed.</summary>
    public async Task<IReadOnlyList<SearchRow>> SuggestAsync(string? text, CancellationToken cancellation)
    {
        var (query, found) = await ReadAsync(text, await _synonyms.AllAsync(cancellation), cancellation);
        return found == 0 ? [] : await RowsAsync(Entries(_engine.Find(query)), query, new PageRequest(1, MostSuggestions), cancellation);
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

    private Task<int> CountAsync(SearchQuery query, int most, CancellationToken cancellation) => _engine.Find(query).Select(h => h.Id).Take(most).CountAsync(cancellation);

    private IQueryable<Found> Entries(IQueryable<SearchHit> hits) => hits.Join(_db.SearchEntries.AsNoTracking(), h => h.Id, e => e.Id, (hit, entry) => new Found { Hit = hit, Entry = entry });

    private static IReadOnlyList<Facet<SearchKind>> KindsOf(IReadOnlyList<Counted> counts, SearchFilter filter) =>
        [.. counts.Where(c => (filter.Year ?? c.Year) == c.Year).GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => new Facet<SearchKind>(g.Key, g.Sum(c => c.Count)))];

    private static IReadOnlyList<Facet<int>> YearsOf(IReadOnlyList<Counted> counts, SearchFilter filter) =>
    [
        .. counts.Where(c => (filter.Kind ?? c.Kind) == c.Kind && c.Year is not null).GroupBy(c => c.Year!.Value).OrderByDescending(g => g.Key).Take(MostYears)
            .Select(g => new Facet<int>(g.Key, g.Sum(c => c.Count))),
    ];

    // any of the terms will do
    private IQueryable<SearchHit> Loose(SearchQuery query) =>
        _engine.Find(query with { Parts = [new SearchPart([.. query.Parts.SelectMany(p => p.Phrases)])] });

    private async Task<IReadOnlyList<SearchRow>> RowsAsync(IQueryable<Found> found, SearchQuery query, PageRequest page, CancellationToken cancellation)
    {
        var ordered = found.OrderBy(f => f.Hit.Score).ThenByDescending(f => f.Entry.On).ThenBy(f => f.Entry.Id);
        List<Ranked> ids;
        if (page.Skip < Window)
        {
            var window = await ordered.Take(Window).Select(f => new Ranked(f.Entry.Id, f.Hit.Score, f.Entry.Title, f.Entry.Number, f.Entry.On, f.Entry.IsDemonstration)).ToListAsync(cancellation);
            ids = [.. window.OrderBy(r => Rank(r, query)).ThenBy(r => r.Score).ThenByDescending(r => r.On).Skip(page.Skip).Take(page.Size)];
        }
        else
        {
            ids = await ordered.Skip(page.Skip).Take(page.Size)
                .Select(f => new Ranked(f.Entry.Id, f.Hit.Score, f.Entry.Title, f.Entry.Number, f.Entry.On, f.Entry.IsDemonstration)).ToListAsync(cancellation);
        }

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

    private static System.Linq.Expressions.Expression<Func<Found, bool>> ByKind(SearchKind? kind) => f => kind == null || f.Entry.Kind == kind;

    private static System.Linq.Expressions.Expression<Func<Found, bool>> ByYear(int? year) => f => year == null || (f.Entry.On != null && f.Entry.On.Value.Year == year);

    private sealed class Found
    {
        public required SearchHit Hit { get; init; }

        public required SearchEntry Entry { get; init; }
    }

    private sealed record Counted(SearchKind Kind, int? Year, int Count);

    private sealed record Ranked(int Id, double Score, string Title, string? Number, DateOnly? On, bool IsDemonstration);
}
