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
public sealed record SearchAnswer(Page<SearchRow> Page, IReadOnlyList<Facet<SearchKind>> Kinds, IReadOnlyList<Facet<int>> Years, bool IsLoose);

/// <summary>The search over everything that the public may see.</summary>
public sealed class SiteSearch
{
    /// <summary>So many of the best by the engine are put in order by more than it knows.</summary>
    private const int Window = 100;

    private const int PassageLength = 120;
    private const int MostYears = 20;
    private const int MostSuggestions = 8;

    private readonly PortalDbContext _db;
    private readonly SearchSynonyms _synonyms;
    private readonly ChinaTime _time;
    private readonly ISearchEngine _engine;

    public SiteSearch(PortalDbContext db, SearchSynonyms synonyms, ChinaTime time, SearchEngineChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        (_db, _synonyms, _time) = (db, synonyms, time);
        _engine = choice.For(db);
    }

    public async Task<SearchAnswer> FindAsync(SearchFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var query = SearchQuery.Read(filter.Text, await _synonyms.AllAsync(cancellation));
        if (query.IsEmpty) return new SearchAnswer(new Page<SearchRow>([], page.Number, page.Size, 0), [], [], false);
        var hits = _engine.Find(query);
        var isLoose = !await hits.AnyAsync(cancellation);
        if (isLoose)
        {
            query = query.Loosened();
            hits = Loose(query);
        }

        var found = hits.Join(_db.SearchEntries.AsNoTracking(), h => h.Id, e => e.Id, (hit, entry) => new Found { Hit = hit, Entry = entry });
        var kinds = await found.Where(ByYear(filter.Year)).GroupBy(f => f.Entry.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var years = await found.Where(ByKind(filter.Kind)).Where(f => f.Entry.On != null).GroupBy(f => f.Entry.On!.Value.Year)
            .Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(y => y.Key).Take(MostYears).ToListAsync(cancellation);
        var rows = await PageAsync(found.Where(ByKind(filter.Kind)).Where(ByYear(filter.Year)), query, page, cancellation);
        return new SearchAnswer(
            rows, [.. kinds.OrderBy(k => k.Key).Select(k => new Facet<SearchKind>(k.Key, k.Count))], [.. years.Select(y => new Facet<int>(y.Key, y.Count))], isLoose && rows.Total > 0);
    }

    /// <summary>Titles of the best results, for completing what is being typed.</summary>
    public async Task<IReadOnlyList<SearchRow>> SuggestAsync(string? text, CancellationToken cancellation)
    {
        var query = SearchQuery.Read(text, await _synonyms.AllAsync(cancellation));
        if (query.IsEmpty) return [];
        var found = _engine.Find(query).Join(_db.SearchEntries.AsNoTracking(), h => h.Id, e => e.Id, (hit, entry) => new Found { Hit = hit, Entry = entry });
        return (await PageAsync(found, query, new PageRequest(1, MostSuggestions), cancellation)).Rows;
    }

    // any of the terms will do
    private IQueryable<SearchHit> Loose(SearchQuery query) =>
        _engine.Find(query with { Parts = [new SearchPart([.. query.Parts.SelectMany(p => p.Phrases)])] });

    private async Task<Page<SearchRow>> PageAsync(IQueryable<Found> found, SearchQuery query, PageRequest page, CancellationToken cancellation)
    {
        var total = await found.CountAsync(cancellation);
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
        return new Page<SearchRow>([.. wanted.Select(id => ToRow(entries.Single(e => e.Id == id), query))], page.Number, page.Size, total);
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

    private sealed record Ranked(int Id, double Score, string Title, string? Number, DateOnly? On, bool IsDemonstration);
}
