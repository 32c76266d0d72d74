using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Corridors;

/// <summary>A way between two nodes. Each value stands with its standing and source, or is not there.</summary>
public sealed class Leg : IVersioned
{
    public const int ViaMaxLength = 100;

    public int Id { get; init; }

    public int FromId { get; init; }

    public Node? From { get; init; }

    public int ToId { get; init; }

    public Node? To { get; init; }

    public required LegMode Mode { get; init; }

    /// <summary>Places passed without being nodes of their own.</summary>
    public string? Via { get; set; }

    public string? EnglishVia { get; set; }

    /// <summary>What was said of <see cref="LegQuantity.Cooling"/> before it was a value with a source. Nobody writes it any more.</summary>
    public bool HasCooling { get; init; }

    /// <summary>Not used any more: it stays where it was used.</summary>
    public bool IsClosed { get; set; }

    /// <summary>All that was ever recorded of it, also for days to come.</summary>
    public List<LegValue> Values { get; init; } = [];

    public int Version { get; set; }

    /// <summary>Whether what runs on it can keep goods cool on a day; false also where no source says so.</summary>
    public bool IsCooledOn(DateOnly day) => On(day, LegQuantity.Cooling) is { } said ? said.Value != 0m : HasCooling;

    /// <summary>What holds on a day; null where nothing is recorded.</summary>
    public LegValue? On(DateOnly day, LegQuantity quantity) => Values.Where(v => v.Quantity == quantity && v.From <= day).MaxBy(v => v.From);
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

    /// <summary>内河.</summary>
    InlandWater,

    /// <summary>航空.</summary>
    Air,

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
        LegMode.InlandWater => "内河",
        LegMode.Air => "航空",
        LegMode.Gathering => "货源协作",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };
}
