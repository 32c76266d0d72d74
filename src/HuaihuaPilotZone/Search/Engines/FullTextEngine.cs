using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Search.Text;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Search.Engines;

/// <summary>FTS5 of SQLite, ranked by bm25 with the title eight times the text.</summary>
internal sealed class FullTextEngine(PortalDbContext db) : ISearchEngine
{
    public IQueryable<SearchHit> Find(SearchQuery query)
    {
        var match = Match(query);
        return db.Database.SqlQuery<SearchHit>($"SELECT rowid AS Id, bm25(SearchFts, 8.0, 1.0) AS Score FROM SearchFts WHERE SearchFts MATCH {match}");
    }

    /// <summary>The query in the language of FTS5; every word is quoted, so that nothing typed is an operator.</summary>
    internal static string Match(SearchQuery query) => string.Join(" AND ", query.Parts.Select(p => $"({string.Join(" OR ", p.Phrases.Select(Phrase))})"));

    private static string Phrase(SearchPhrase phrase) => $"\"{string.Join(' ', phrase.Terms).Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(phrase.IsPrefix ? "*" : "")}";
}
