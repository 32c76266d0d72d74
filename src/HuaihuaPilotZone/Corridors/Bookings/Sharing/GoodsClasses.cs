using System.Globalization;

namespace HuaihuaPilotZone.Corridors.Bookings.Sharing;

/// <summary>
/// Which goods may stand in one container: a rule of this portal, stricter than need be, and shown beside every proposal. It replaces no check by the carrier.
/// </summary>
public static class GoodsClasses
{
    /// <summary>HS chapters whose goods smell: raw hides, tobacco, fertilisers, rubber.</summary>
    private static readonly int[] _odorousChapters = [24, 31, 40, 41];

    /// <summary>Two classes that never share, and why.</summary>
    private static readonly (GoodsClass One, GoodsClass Other, string Why)[] _apart =
    [
        (GoodsClass.Food, GoodsClass.Chemicals, "食品不与化工品同箱"),
        (GoodsClass.Food, GoodsClass.Odorous, "食品不与有气味的货物同箱"),
    ];

    /// <summary>The rules in words, for the page.</summary>
    public static IReadOnlyList<string> Rules { get; } =
    [
        "危险品不与任何货物拼箱",
        "有温度要求的只与温度范围相同的拼箱",
        .. _apart.Select(r => r.Why),
        "货物类别按 HS 编码的章定：02 至 23 章为食品和农产品，28 至 39 章为化工品，24、31、40、41 章和自报有气味的为有气味的货物，其余为一般货物",
    ];

    /// <param name="hsPrefix">At least two digits.</param>
    /// <param name="isOdorous">Whether the enterprise says that the goods smell.</param>
    public static GoodsClass Of(string hsPrefix, bool isOdorous)
    {
        var chapter = int.Parse(hsPrefix.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        // food that smells is kept from other food too; chemicals stay chemicals
        return chapter switch
        {
            _ when _odorousChapters.Contains(chapter) => GoodsClass.Odorous,
            >= 28 and <= 39 => GoodsClass.Chemicals,
            _ when isOdorous => GoodsClass.Odorous,
            >= 1 and <= 23 => GoodsClass.Food,
            _ => GoodsClass.General,
        };
    }

    /// <summary>Why two shipments may not stand in one container; null where they may.</summary>
    public static string? Between(CargoIntent one, CargoIntent other)
    {
        if (one.IsDangerous || other.IsDangerous) return "危险品不与任何货物拼箱";
        if ((one.LowestTemperature, one.HighestTemperature) != (other.LowestTemperature, other.HighestTemperature)) return "温度范围不同";
        return Array.Find(_apart, r => (r.One == one.Class && r.Other == other.Class) || (r.One == other.Class && r.Other == one.Class)).Why;
    }
}
