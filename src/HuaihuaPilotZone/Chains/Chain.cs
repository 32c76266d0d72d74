using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Chains;

/// <summary>An industry of the "1+N" system with the nodes that it is made of.</summary>
public sealed class Chain : IVersioned
{
    public const int SlugMaxLength = 60;
    public const int NameMaxLength = 60;
    public const int EnglishNameMaxLength = 120;
    public const int SummaryMaxLength = 600;
    public const int EnglishSummaryMaxLength = 1200;

    public int Id { get; init; }

    /// <summary>The last part of its address; never changes.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    public string? EnglishName { get; set; }

    /// <summary>Whether it is the "1" of "1+N".</summary>
    public required bool IsCore { get; set; }

    public required string Summary { get; set; }

    public string? EnglishSummary { get; set; }

    /// <summary>Who says so, where and when.</summary>
    public required string Source { get; set; }

    public string? SourceAddress { get; set; }

    public required FigureStatus SourceStatus { get; set; }

    /// <summary>The time it stands for (<see cref="PartialDate"/>).</summary>
    public required string AsOf { get; set; }

    public int SortOrder { get; set; }

    public int Version { get; set; }

    public List<ChainNode> Nodes { get; init; } = [];
}

/// <summary>Where a node stands in its chain.</summary>
public enum ChainTier
{
    /// <summary>上游.</summary>
    Upstream,

    /// <summary>中游.</summary>
    Midstream,

    /// <summary>下游.</summary>
    Downstream,
}

/// <summary>One thing that a chain needs somebody for, such as zippers.</summary>
public sealed class ChainNode : IVersioned
{
    public const int NameMaxLength = 40;
    public const int EnglishNameMaxLength = 80;

    public int Id { get; init; }

    public required int ChainId { get; init; }

    public Chain? Chain { get; init; }

    public required ChainTier Tier { get; set; }

    public required string Name { get; set; }

    public string? EnglishName { get; set; }

    /// <summary>Order within its tier.</summary>
    public int SortOrder { get; set; }

    /// <summary>Who says that the chain has it; null for the chain's own source.</summary>
    public string? Source { get; set; }

    public required FigureStatus SourceStatus { get; set; }

    public int Version { get; set; }

    public List<ChainMember> Members { get; init; } = [];
}

/// <summary>Whether an enterprise counts in a node.</summary>
public enum MemberState
{
    /// <summary>待确认: the enterprise says so.</summary>
    Proposed,

    /// <summary>已确认.</summary>
    Confirmed,

    /// <summary>未采纳.</summary>
    Refused,
}

/// <summary>An enterprise in a node; one row for each pair.</summary>
public sealed class ChainMember : IVersioned
{
    public const int NoteMaxLength = 300;

    public int Id { get; init; }

    public required int NodeId { get; init; }

    public ChainNode? Node { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required MemberState State { get; set; }

    /// <summary>What the enterprise makes there, or why it is not taken.</summary>
    public string? Note { get; set; }

    /// <summary>UTC; when the state last changed.</summary>
    public required DateTime MovedAt { get; set; }

    public required string MovedBy { get; set; }

    public int Version { get; set; }
}

public static class ChainWords
{
    public static string Word(this ChainTier tier) => tier switch
    {
        ChainTier.Upstream => "上游",
        ChainTier.Midstream => "中游",
        ChainTier.Downstream => "下游",
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, null),
    };

    public static string Word(this MemberState state) => state switch
    {
        MemberState.Proposed => "待确认",
        MemberState.Confirmed => "已确认",
        MemberState.Refused => "未采纳",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
