using HuaihuaPilotZone.Search;

namespace HuaihuaPilotZone.Web.Public.Search;

/// <summary>What the address of the search page says; what cannot be read in it is left out.</summary>
public sealed class SearchPageQuery
{
    public string? Q { get; set; }

    public SearchKind? Kind { get; set; }

    public int? Year { get; set; }

    public int? Page { get; set; }

    public SearchFilter ToFilter() => new(Q, Kind, Year);
}

/// <summary>The search page.</summary>
public sealed record SearchPage(SearchPageQuery Query, SearchAnswer Answer)
{
    public bool IsAsked => !string.IsNullOrWhiteSpace(Query.Q);
}
