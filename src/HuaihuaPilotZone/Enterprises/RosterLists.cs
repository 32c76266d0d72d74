using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Finding;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>How the roster is ordered.</summary>
public enum RosterSort
{
    /// <summary>Latest stage change first.</summary>
    Newest,

    /// <summary>Oldest stage change first.</summary>
    Oldest,

    /// <summary>By name.</summary>
    Name,

    /// <summary>Last edited first.</summary>
    Updated,
}

/// <summary>How complete the records of a list are.</summary>
public enum RosterCompleteness
{
    /// <summary>资料齐全.</summary>
    Whole,

    /// <summary>资料待补: something is missing.</summary>
    Partial,

    /// <summary>资料不足一半.</summary>
    Poor,
}

/// <summary>Whether a certificate or qualification of an enterprise, kept in its vault, runs out.</summary>
public enum RosterPapers
{
    /// <summary>30 天内到期.</summary>
    Expiring,

    /// <summary>已过期.</summary>
    Expired,
}

/// <summary>What the roster is asked for; everything comes from the address.</summary>
/// <param name="Word">Part of a name, present or former, its pinyin or initials, the beginning of a code; several, parted by blanks, must all fit.</param>
/// <param name="AreaId">An area with all that lie in it.</param>
public sealed record RosterQuery(
    string? Word = null, EnterpriseType? Type = null, EnterpriseStage? Stage = null, int? AreaId = null, int? TagId = null, RosterSort Sort = RosterSort.Newest)
{
    public TargetMarket? Market { get; init; }

    public RosterCompleteness? Completeness { get; init; }

    public RosterPapers? Papers { get; init; }

    /// <summary>Only those with a lease in this park that runs today.</summary>
    public int? ParkId { get; init; }

    /// <summary>Only those that the park has suspended.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>Only those that the public directory shows; they are ordered by name.</summary>
    public bool IsShown { get; init; }

    /// <summary>The area that is asked for and what lies in it; null where that is the area alone.</summary>
    internal IReadOnlyList<int>? Areas { get; init; }

    /// <summary>Whether nothing but stage, type and area narrows the list: then the kept counts say how long it is.</summary>
    public bool HasFacetsOnly => string.IsNullOrWhiteSpace(Word) && TagId is null && Market is null && Completeness is null && Papers is null && ParkId is null && !IsSuspended;

    /// <summary>Whether anything but the stage narrows the list.</summary>
    public bool IsNarrowed => !HasFacetsOnly || Type is not null || AreaId is not null;
}

/// <summary>Which part of the roster is wanted: a numbered page, or what comes after or before a row, named by its number.</summary>
/// <param name="Page">1-based; more than <see cref="MostPages"/> is the last numbered one.</param>
public sealed record RosterPlace(int Page = 1, long? AfterId = null, long? BeforeId = null)
{
    /// <summary>Numbered pages; behind them one goes on step by step.</summary>
    public const int MostPages = 50;

    internal int Number => Math.Clamp(Page, 1, MostPages);
}

/// <summary>Why an enterprise was found, where it was not by its name.</summary>
/// <param name="Kind">曾用名, 拼音 and so on.</param>
public sealed record RosterMatch(string Kind, string Text);

/// <summary>An enterprise in the roster of the park.</summary>
public sealed record RosterRow
{
    public int Id { get; init; }

    public int Version { get; init; }

    public string Name { get; init; } = "";

    public string? EnglishName { get; init; }

    public string CreditCode { get; init; } = "";

    public string? CustomsCode { get; init; }

    public EnterpriseType Type { get; init; }

    public int? ParkAreaId { get; init; }

    public string? AreaName { get; init; }

    public EnterpriseStage Stage { get; init; }

    public DateOnly StageSince { get; init; }

    public string? Address { get; init; }

    public string? Website { get; init; }

    public bool IsPublic { get; init; }

    public bool IsDemonstration { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? SuspendedAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>The first contact; shown to staff only.</summary>
    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public IReadOnlyList<string> TagNames { get; init; } = [];

    public IReadOnlyList<TargetMarket> Markets { get; init; } = [];

    public IReadOnlyList<string> FormerNames { get; init; } = [];

    public bool HasSummary { get; init; }

    public bool HasFilingProfile { get; init; }

    /// <summary>How much of the record is filled in, 0 to 100.</summary>
    public int Completeness { get; init; }

    /// <summary>Why it was found; null for its name, or when no word was typed.</summary>
    public RosterMatch? Match { get; init; }

    /// <summary>What is still missing, in Chinese, in the order of the form.</summary>
    public IReadOnlyList<string> Missing => [.. RecordCompleteness.Explain(Facts).Where(p => !p.IsFilled).Select(p => p.Label)];

    private RecordFacts Facts => new(
        EnglishName is not null, CustomsCode is not null, AreaName is not null, TagNames.Count > 0, Markets.Count > 0, Address is not null, HasSummary, ContactName is not null, HasFilingProfile);
}

/// <summary>A part of a list that may be very long.</summary>
/// <param name="Count">Rows of this part.</param>
/// <param name="Size">The most that a part may have.</param>
/// <param name="Total">How many there are in all; null for more than <see cref="RosterFinder.Exact"/>.</param>
/// <param name="AfterId">From which row the next part begins; null at the end.</param>
/// <param name="BeforeId">Before which row the part before this one ends; null at the beginning.</param>
public abstract record ListPart(int Count, int Size, RosterPlace Place, int? Total, long? AfterId, long? BeforeId) : INumberedPart
{
    /// <summary>Whether this is a numbered page.</summary>
    public bool IsNumbered => Place.AfterId is null && Place.BeforeId is null;

    /// <summary>How many numbered pages there are.</summary>
    public int Pages => Total is { } total ? Math.Clamp(((total - 1) / Size) + 1, 1, RosterPlace.MostPages) : RosterPlace.MostPages;

    int INumberedPart.Number => Place.Page;

    int INumberedPart.Last => Pages;

    bool INumberedPart.IsBroughtIntoRange => IsNumbered;
}

/// <summary>A part of the roster.</summary>
/// <param name="Facets">How many each stage, type and area has under the other conditions.</param>
public sealed record RosterList(IReadOnlyList<RosterRow> Rows, int Size, RosterPlace Place, int? Total, RosterFacets Facets, long? AfterId, long? BeforeId)
    : ListPart(Rows.Count, Size, Place, Total, AfterId, BeforeId)
{
    /// <summary>How many each stage has under the other conditions.</summary>
    public StageCounts Stages => Facets.Stages;

    /// <summary>How many of a type there are under the other conditions; null where that is not known.</summary>
    public FacetCount? OfType(EnterpriseType type) => FacetCount.Of(Facets.Types!.GetValueOrDefault(type), Facets.Reach);

    /// <summary>How many there are in an area and all that lie in it, likewise.</summary>
    public FacetCount? InArea(IReadOnlyList<ParkArea> areas, int id) => FacetCount.Of(AreaTree.Sum(areas, id, Facets.Areas!), Facets.Reach);
}

/// <summary>How many enterprises are in each stage, under the other conditions of a query.</summary>
public sealed record StageCounts(IReadOnlyDictionary<EnterpriseStage, int> ByStage)
{
    /// <summary>How far the numbers are exact.</summary>
    public FacetReach Reach { get; init; }

    public int All => ByStage.Values.Sum();

    public int Of(EnterpriseStage stage) => ByStage.GetValueOrDefault(stage);

    /// <summary>How many of all stages; what is counted along its beginning only is more than can be gathered.</summary>
    public FacetCount Sum => Reach == FacetReach.Least ? new FacetCount(RosterFinder.Exact, true) : FacetCount.Of(All, Reach)!;

    /// <summary>As a filter shows it; null where that is not known.</summary>
    public FacetCount? Told(EnterpriseStage stage) => FacetCount.Of(Of(stage), Reach);
}

/// <summary>What the public directory is asked for.</summary>
/// <param name="Word">As in <see cref="RosterQuery"/>.</param>
public sealed record DirectoryQuery(string? Word = null, EnterpriseType? Type = null, int? AreaId = null, int? TagId = null)
{
    public EnterpriseStage? Stage { get; init; }

    public TargetMarket? Market { get; init; }

    internal RosterQuery InRoster => new(Word, Type, Stage, AreaId, TagId, RosterSort.Name)
    {
        Market = Market,
        IsShown = true,
    };
}

/// <summary>An enterprise as the public sees it: no person, no address of a person, no codes of filings.</summary>
public sealed record DirectoryEntry
{
    public int Id { get; init; }

    public string Name { get; init; } = "";

    public string? EnglishName { get; init; }

    public string CreditCode { get; init; } = "";

    public EnterpriseType Type { get; init; }

    public string? AreaName { get; init; }

    public EnterpriseStage Stage { get; init; }

    public DateOnly StageSince { get; init; }

    public string? Address { get; init; }

    public string? Website { get; init; }

    public string? Summary { get; init; }

    public bool IsDemonstration { get; init; }

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    public IReadOnlyList<string> TagNames { get; init; } = [];

    public IReadOnlyList<TargetMarket> Markets { get; init; } = [];
}

/// <summary>A part of the directory.</summary>
public sealed record DirectoryList(IReadOnlyList<DirectoryEntry> Rows, int Size, RosterPlace Place, int? Total, DirectoryFacets Facets, long? AfterId, long? BeforeId)
    : ListPart(Rows.Count, Size, Place, Total, AfterId, BeforeId);

/// <summary>The filters of the directory with their counts: values with entries, and the chosen one also without, for it must be seen to be taken away.</summary>
public sealed record DirectoryFacets(
    IReadOnlyList<Choice<EnterpriseStage>> Stages, IReadOnlyList<Choice<EnterpriseType>> Types, IReadOnlyList<Choice<ParkArea>> Areas, IReadOnlyList<Choice<IndustryTag>> Tags);

/// <summary>A value of a filter.</summary>
/// <param name="Count">How many entries it would leave; null where that is not known.</param>
public sealed record Choice<T>(T Value, FacetCount? Count);
