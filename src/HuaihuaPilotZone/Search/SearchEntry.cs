using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Search;

/// <summary>What a public page is about, as the search finds and lists it. A page has one while the public may see it, and none otherwise.</summary>
public sealed class SearchEntry
{
    public const int AddressMaxLength = 120;
    public const int TitleMaxLength = 200;
    public const int NumberMaxLength = 120;

    public int Id { get; init; }

    public required SearchKind Kind { get; init; }

    /// <summary>Local address of the page; null for an enterprise, whose address is made of its id.</summary>
    public string? Address { get; init; }

    public int? EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required string Title { get; set; }

    /// <summary>Title on the English pages; null where there is none.</summary>
    public string? EnglishTitle { get; set; }

    /// <summary>What people name it by besides its title: 文号, index number, code, id of a rule.</summary>
    public string? Number { get; set; }

    /// <summary>Its text without markup, the summary first.</summary>
    public required string Text { get; set; }

    /// <summary>The day it is of, for order and filters.</summary>
    public DateOnly? On { get; set; }

    public bool IsDemonstration { get; set; }

    /// <summary>The terms of title and number, joined by blanks, for the full-text engine of SQLite; null where the other engine is used.</summary>
    public string? TitleTerms { get; set; }

    /// <summary>The terms of the text, likewise.</summary>
    public string? TextTerms { get; set; }

    /// <summary>The terms for the engine that runs on any database.</summary>
    public List<SearchPosting> Postings { get; init; } = [];

    /// <summary>Where the page stands.</summary>
    public string Path => PathOf(Address, EnterpriseId);

    internal static string PathOf(string? address, int? enterprise) => address ?? FormattableString.Invariant($"/enterprises/{enterprise}");
}

/// <summary>One term of one entry.</summary>
public sealed class SearchPosting
{
    public required string Term { get; init; }

    public int EntryId { get; init; }

    /// <summary>How much the term says of the entry: 8 in the title or number, and once more for each time in the text, up to 6.</summary>
    public required int Weight { get; set; }
}

/// <summary>What kind of page a result is.</summary>
public enum SearchKind
{
    Policy,
    News,
    Enterprise,
    Corridor,
    Rule,
    Service,
    Letter,
    Indicator,
    Park,
    Opportunity,
    Chain,

    /// <summary>A notice of a risk.</summary>
    Risk,

    /// <summary>A page of the program, without a record.</summary>
    Page,
}

/// <summary>What an entry is made of.</summary>
/// <param name="OfEnterprise">The enterprise, for its entry.</param>
internal sealed record SearchText(
    SearchKind Kind, string? Address, Enterprise? OfEnterprise, string Title, string? EnglishTitle, string? Number, string Text, DateOnly? On, bool IsDemonstration)
{
    /// <summary>More of a text than anybody looks for.</summary>
    public const int MostText = PolicyDocument.BodyMaxLength;
}
