using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Customs.Identifiers;
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
/// <param name="Validities">How the policies among the results stand today, by slug.</param>
public sealed record SearchPage(SearchPageQuery Query, SearchAnswer Answer, IReadOnlyDictionary<string, Validity> Validities)
{
    public bool IsAsked => !string.IsNullOrWhiteSpace(Query.Q);

    /// <summary>What was typed, as a container number, which is tracked and not searched; null where it is none. Boxes without a right check digit exist.</summary>
    public string? Container => ContainerNumber.Check(Query.Q) is null or { Fault: IdentifierFault.CheckCharacter } ? ContainerNumber.Normalize(Query.Q) : null;

    /// <summary>How a result stands today; null for what is no policy.</summary>
    public Validity? ValidityOf(SearchRow row) => row.Kind == SearchKind.Policy && Validities.TryGetValue(SlugOf(row), out var validity) ? validity : null;

    /// <summary>The last part of its address.</summary>
    public static string SlugOf(SearchRow row) => row.Path[(row.Path.LastIndexOf('/') + 1)..];
}
