using HuaihuaPilotZone.Search.Text;

namespace HuaihuaPilotZone.Search.Engines;

/// <summary>How to find entries. Two databases can do it differently; the same labelled queries hold both to the same answers.</summary>
internal interface ISearchEngine
{
    /// <summary>The entries that hold every part of a query.</summary>
    IQueryable<SearchHit> Find(SearchQuery query);
}

/// <summary>A found entry.</summary>
internal sealed class SearchHit
{
    public int Id { get; init; }

    /// <summary>The lower, the better; comparable within one query only.</summary>
    public double Score { get; init; }
}
