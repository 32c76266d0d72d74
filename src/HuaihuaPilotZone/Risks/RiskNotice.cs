using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Corridors;

namespace HuaihuaPilotZone.Risks;

/// <summary>How much a risk weighs.</summary>
public enum RiskSeverity
{
    /// <summary>提示.</summary>
    Hint,

    /// <summary>警示.</summary>
    Warning,

    /// <summary>严重.</summary>
    Severe,
}

/// <summary>
/// A risk for trade that enterprises should know of for a time, with whoever says so. What it is about is a list of countries, of goods and of corridors;
/// a list that is empty leaves nothing out, and at least one is not empty. It goes the editors' way like news and policies.
/// </summary>
public sealed class RiskNotice : EditedText
{
    public const int NumberMaxLength = 20;
    public const int TitleMaxLength = 80;
    public const int EnglishTitleMaxLength = 160;
    public const int SummaryMaxLength = 300;
    public const int EnglishSummaryMaxLength = 600;
    public const int BodyMaxLength = 4000;
    public const int SourceMaxLength = 300;
    public const int SourceAddressMaxLength = 500;

    /// <summary>Such as FX-2026-0001; the last part of its address, given once.</summary>
    public required string Number { get; init; }

    public required RiskSeverity Severity { get; set; }

    public string? EnglishTitle { get; set; }

    public required string Summary { get; set; }

    public string? EnglishSummary { get; set; }

    /// <summary>Markdown without pictures.</summary>
    public required string Body { get; set; }

    public string? EnglishBody { get; set; }

    /// <summary>First civil day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Last civil day; null while no end is known.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Who says it and where.</summary>
    public required string Source { get; set; }

    public string? SourceAddress { get; set; }

    /// <summary>The day of the source.</summary>
    public required DateOnly SourceOn { get; set; }

    public List<RiskCountry> Countries { get; init; } = [];

    public List<RiskGoods> Goods { get; init; } = [];

    public List<RiskCorridor> Corridors { get; init; } = [];

    /// <summary>Whether it holds on a civil day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is not { } until || until >= day);
}

/// <summary>A country that a notice is about.</summary>
public sealed class RiskCountry
{
    public const int CodeLength = 3;

    public int NoticeId { get; init; }

    /// <summary>Of the code table of countries, such as LAO.</summary>
    public required string Code { get; init; }
}

/// <summary>Goods that a notice is about.</summary>
public sealed class RiskGoods
{
    public const int LeastDigits = 2;
    public const int MostDigits = 10;

    public int NoticeId { get; init; }

    /// <summary>2 to 10 digits of the tariff, such as 4202.</summary>
    public required string Prefix { get; init; }

    /// <summary>The lowest code of ten digits that begins with it: codes are sought along an index.</summary>
    public required string First { get; init; }

    /// <summary>The highest one.</summary>
    public required string Last { get; init; }

    public static RiskGoods Of(string prefix) => new()
    {
        Prefix = prefix,
        First = prefix.PadRight(MostDigits, '0'),
        Last = prefix.PadRight(MostDigits, '9'),
    };
}

/// <summary>A corridor that a notice is about.</summary>
public sealed class RiskCorridor
{
    public int NoticeId { get; init; }

    public required int CorridorId { get; init; }

    public Corridor? Corridor { get; set; }
}

public static class RiskWords
{
    public static string Word(this RiskSeverity severity) => severity switch
    {
        RiskSeverity.Hint => "提示",
        RiskSeverity.Warning => "警示",
        RiskSeverity.Severe => "严重",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };
}
