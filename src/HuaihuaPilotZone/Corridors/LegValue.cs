using System.Globalization;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Corridors;

/// <summary>A number about a leg from a day on, with its standing and source. It holds until a later one of the same quantity begins.</summary>
public sealed class LegValue
{
    public const int SourceMaxLength = 300;

    public int Id { get; init; }

    public int LegId { get; init; }

    public required LegQuantity Quantity { get; init; }

    /// <summary>The first day on which it holds; <see cref="DateOnly.MinValue"/> where it has always held.</summary>
    public required DateOnly From { get; init; }

    /// <summary>In the unit of its quantity, see <see cref="LegQuantityWords.Unit"/>.</summary>
    public required decimal Value { get; set; }

    public required FigureStatus Status { get; set; }

    /// <summary>Who says it, where and when; for an estimate its arithmetic.</summary>
    public required string Source { get; set; }
}

/// <summary>What is measured of a leg.</summary>
public enum LegQuantity
{
    /// <summary>Kilometres.</summary>
    Distance,

    /// <summary>Hours from end to end, without waiting.</summary>
    Hours,

    /// <summary>Yuan for a container.</summary>
    PricePerContainer,

    /// <summary>Yuan for a tonne.</summary>
    PricePerTonne,

    /// <summary>Grams of CO2 for a tonne-kilometre.</summary>
    CarbonFactor,

    /// <summary>Whether what runs on it can keep goods cool: 1 or 0.</summary>
    Cooling,
}

public static class LegQuantityWords
{
    /// <summary>What is a number, in the order of lists and files.</summary>
    public static IReadOnlyList<LegQuantity> Numbers { get; } = [LegQuantity.Distance, LegQuantity.Hours, LegQuantity.PricePerContainer, LegQuantity.PricePerTonne, LegQuantity.CarbonFactor];

    public static string Word(this LegQuantity quantity) => quantity switch
    {
        LegQuantity.Distance => "距离",
        LegQuantity.Hours => "时间",
        LegQuantity.PricePerContainer => "每箱运价",
        LegQuantity.PricePerTonne => "每吨运价",
        LegQuantity.CarbonFactor => "碳排放因子",
        LegQuantity.Cooling => "冷藏能力",
        _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, null),
    };

    public static string Unit(this LegQuantity quantity) => quantity switch
    {
        LegQuantity.Distance => "公里",
        LegQuantity.Hours => "小时",
        LegQuantity.PricePerContainer => "元/箱",
        LegQuantity.PricePerTonne => "元/吨",
        LegQuantity.CarbonFactor => "克/吨公里",
        LegQuantity.Cooling => "1 能运，0 不能运",
        _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, null),
    };

    /// <summary>A value as people read it, such as 1,200 公里 or 能运.</summary>
    public static string Said(this LegQuantity quantity, decimal value) => quantity != LegQuantity.Cooling
        ? string.Create(CultureInfo.InvariantCulture, $"{value:#,0.##} {quantity.Unit()}")
        : value == 0m ? "不能运" : "能运";
}
