using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Figures;

/// <summary>A number (or a short statement) about the zone with where it comes from. Without a source there is no figure.</summary>
public sealed class Figure
{
    public const int KeyMaxLength = 60;
    public const int TopicMaxLength = 60;
    public const int LabelMaxLength = 60;
    public const int EnglishLabelMaxLength = 120;
    public const int TextMaxLength = 80;
    public const int EnglishTextMaxLength = 160;
    public const int UnitMaxLength = 20;
    public const int EnglishUnitMaxLength = 30;
    public const int SourceMaxLength = 300;
    public const int SourceAddressMaxLength = 500;
    public const int NoteMaxLength = 300;
    public const int EnglishNoteMaxLength = 500;

    public int Id { get; init; }

    /// <summary>What code asks for it by, such as main-area.</summary>
    public required string Key { get; init; }

    /// <summary>Where it belongs, see <see cref="FigureTopics"/>.</summary>
    public required string Topic { get; set; }

    public required string Label { get; set; }

    public required string EnglishLabel { get; set; }

    /// <summary>The number; null where <see cref="Text"/> says it in words.</summary>
    public decimal? Value { get; set; }

    /// <summary>The value in words, such as 15% 至 40%; null where there is a number.</summary>
    public string? Text { get; set; }

    public string? EnglishText { get; set; }

    /// <summary>Unit of the number, such as 万吨; empty for statements.</summary>
    public string Unit { get; set; } = "";

    public string EnglishUnit { get; set; } = "";

    /// <summary>The number in the English unit, where that counts by another power of ten (1000 万吨 is 10 million t); null where both are alike.</summary>
    public decimal? EnglishValue { get; set; }

    public FigureBound Bound { get; set; }

    public required FigureKind Kind { get; set; }

    public required FigureStatus Status { get; set; }

    /// <summary>Who says it, where and when.</summary>
    public required string Source { get; set; }

    /// <summary>Web address of the source where it is the publisher's own.</summary>
    public string? SourceAddress { get; set; }

    /// <summary>The time the figure stands for (<see cref="PartialDate"/>).</summary>
    public required string AsOf { get; set; }

    /// <summary>What a reader must know to understand it, such as a figure elsewhere that differs.</summary>
    public string? Note { get; set; }

    public string? EnglishNote { get; set; }

    public int SortOrder { get; set; }
}

/// <summary>Places where figures are shown.</summary>
public static class FigureTopics
{
    public const string Targets = "targets";
    public const string DryPort = "dry-port";
    public const string Trains = "trains";
    public const string Industry = "industry";

    /// <summary>Figures of one corridor.</summary>
    public static string OfCorridor(string slug) => $"corridor/{slug}";
}

/// <summary>How a number bounds what it speaks of.</summary>
public enum FigureBound
{
    Exact,

    /// <summary>超.</summary>
    Over,

    /// <summary>约.</summary>
    About,
}

/// <summary>Whether something was reached, is wanted or is planned. Never mixed in one chart.</summary>
public enum FigureKind
{
    /// <summary>实际.</summary>
    Measured,

    /// <summary>目标.</summary>
    Target,

    /// <summary>计划 or 预计.</summary>
    Plan,
}

/// <summary>Standing of a number: who vouches for it.</summary>
public enum FigureStatus
{
    /// <summary>论文.</summary>
    Paper,

    /// <summary>媒体.</summary>
    Press,

    /// <summary>政府.</summary>
    Government,

    /// <summary>推算: computed from sourced numbers.</summary>
    Derived,

    /// <summary>估算: by a stated method, where no source was found.</summary>
    Estimate,

    /// <summary>演示: invented for the demonstration.</summary>
    Demonstration,
}

public static class FigureWords
{
    public static string Word(this FigureStatus status) => status switch
    {
        FigureStatus.Paper => "论文",
        FigureStatus.Press => "媒体",
        FigureStatus.Government => "政府",
        FigureStatus.Derived => "推算",
        FigureStatus.Estimate => "估算",
        FigureStatus.Demonstration => "演示",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Word(this FigureKind kind) => kind switch
    {
        FigureKind.Measured => "实际",
        FigureKind.Target => "目标",
        FigureKind.Plan => "计划",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
