using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Corridors;

/// <summary>A way between two nodes. Each value stands with its standing and source, or is not there.</summary>
public sealed class Leg
{
    public const int ViaMaxLength = 100;
    public const int TimeMaxLength = 60;
    public const int SourceMaxLength = 300;

    public int Id { get; init; }

    public int FromId { get; init; }

    public Node? From { get; init; }

    public int ToId { get; init; }

    public Node? To { get; init; }

    public required LegMode Mode { get; init; }

    /// <summary>Places passed without being nodes of their own.</summary>
    public string? Via { get; set; }

    public string? EnglishVia { get; set; }

    /// <summary>Kilometres; null while neither a source nor the estimate's method gives one.</summary>
    public decimal? DistanceKm { get; set; }

    public FigureStatus? DistanceStatus { get; set; }

    /// <summary>Source of the distance; for an estimate its arithmetic.</summary>
    public string? DistanceSource { get; set; }

    /// <summary>Time taken, in words, such as 约 4 天; null while no source says it for this leg alone.</summary>
    public string? Time { get; set; }

    public FigureStatus? TimeStatus { get; set; }

    public string? TimeSource { get; set; }
}

/// <summary>How goods move along a leg.</summary>
public enum LegMode
{
    /// <summary>铁路.</summary>
    Rail,

    /// <summary>公路.</summary>
    Road,

    /// <summary>海运.</summary>
    Sea,

    /// <summary>货源协作: goods are gathered together; how they come is not recorded.</summary>
    Gathering,
}

public static class LegWords
{
    public static string Word(this LegMode mode) => mode switch
    {
        LegMode.Rail => "铁路",
        LegMode.Road => "公路",
        LegMode.Sea => "海运",
        LegMode.Gathering => "货源协作",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };
}
