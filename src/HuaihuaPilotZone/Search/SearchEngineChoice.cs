using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Search.Engines;

namespace HuaihuaPilotZone.Search;

/// <summary>How the search finds entries.</summary>
public enum SearchEngineKind
{
    /// <summary>FTS5; SQLite only.</summary>
    FullText,

    /// <summary>Our posting tables; any database.</summary>
    Postings,
}

/// <summary>The engine of this installation. After a change of it, the index has to be built anew.</summary>
public sealed record SearchEngineChoice(SearchEngineKind Kind)
{
    internal ISearchEngine For(PortalDbContext db) => Kind == SearchEngineKind.FullText ? new FullTextEngine(db) : new PostingEngine(db);
}
