using HuaihuaPilotZone.Common;

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

/// <summary>What the roster is asked for; everything comes from the address.</summary>
/// <param name="Word">Part of a name or code.</param>
public sealed record RosterQuery(
    string? Word = null, EnterpriseType? Type = null, EnterpriseStage? Stage = null, int? AreaId = null, int? TagId = null, RosterSort Sort = RosterSort.Newest);

/// <summary>An enterprise in the roster of the park.</summary>
public sealed record RosterRow
{
    public int Id { get; init; }

    public string Name { get; init; } = "";

    public string CreditCode { get; init; } = "";

    public EnterpriseType Type { get; init; }

    public string? AreaName { get; init; }

    public EnterpriseStage Stage { get; init; }

    public DateOnly StageSince { get; init; }

    public bool IsPublic { get; init; }

    public bool IsDemonstration { get; init; }

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>The first contact; shown to staff only.</summary>
    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public bool HasEnglishName { get; init; }

    public bool HasCustomsCode { get; init; }

    public bool HasAddress { get; init; }

    public bool HasSummary { get; init; }

    public bool HasTags { get; init; }

    public bool HasFilingProfile { get; init; }

    /// <summary>What is still missing, in Chinese, in the order of the form.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. new[]
        {
            (HasEnglishName, "英文名称"), (HasCustomsCode, "海关注册编码"), (AreaName is not null, "片区"), (HasTags, "行业标签"),
            (HasAddress, "地址"), (HasSummary, "简介"), (ContactName is not null, "联系人"), (HasFilingProfile, "申报资料"),
        }.Where(f => !f.Item1).Select(f => f.Item2),
    ];

    /// <summary>How much of the record is filled in, 0 to 100.</summary>
    public int Completeness => 100 - (Missing.Count * 100 / 8);
}

/// <summary>How many enterprises are in each stage, under the other conditions of a query.</summary>
public sealed record StageCounts(IReadOnlyDictionary<EnterpriseStage, int> ByStage)
{
    public int All => ByStage.Values.Sum();

    public int Of(EnterpriseStage stage) => ByStage.GetValueOrDefault(stage);
}


/// <summary>What the public directory is asked for.</summary>
public sealed record DirectoryQuery(string? Word = null, EnterpriseType? Type = null, int? AreaId = null, int? TagId = null);

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
}

/// <summary>The filters of the directory with their counts.</summary>
public sealed record DirectoryFacets(IReadOnlyList<Facet<EnterpriseType>> Types, IReadOnlyList<Facet<ParkArea>> Areas, IReadOnlyList<Facet<IndustryTag>> Tags);
