using System.Globalization;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Corridors;

/// <summary>A leg of the reference network by the names of its nodes.</summary>
internal sealed record LegFact(string From, string To, LegMode Mode, decimal? Km = null, FigureStatus? Status = null, string? Source = null, string? Via = null, string? EnglishVia = null)
{
    public string Key => $"{From}-{To}";
}

/// <summary>
/// The legs. Distances come from a source, from the difference of two sources (推算), or from the one method of the house (估算):
/// great-circle distance × 1.3, the factor being the middle of 1.13 to 1.47 found on six railway sections whose length is known.
/// </summary>
internal static class LegFacts
{
    private const decimal Detour = 1.3m;
    private const string DutchAverages = "European Transport Research Review，s12544-019-0344-x，表 9";

    public static readonly IReadOnlyList<LegFact> All =
    [
        Estimated("huaihua", "liuzhou", LegMode.Rail, 363),
        Estimated("liuzhou", "nanning", LegMode.Rail, 201),
        Estimated("nanning", "qinzhou", LegMode.Rail, 123),
        Estimated("qinzhou", "haiphong", LegMode.Sea, 224),
        Estimated("qinzhou", "singapore", LegMode.Sea, 2335),
        Estimated("liuzhou", "zhanjiang", LegMode.Rail, 365),
        new("huaihua", "hengyang", LegMode.Rail, 318, FigureStatus.Press, Publications.HuaishaohengRailway.Text, "邵阳", "Shaoyang"),
        Estimated("hengyang", "nansha", LegMode.Rail, 484),
        Estimated("hengyang", "yantian", LegMode.Rail, 509),
        new("huaihua", "kunming", LegMode.Rail, 1063, FigureStatus.Derived,
            $"怀化—万象 2,098 公里（{Publications.FirstTrainToVientiane.Text}）减昆明—万象 1,035 公里（{Publications.ChinaLaosRailway.Text}）", "贵阳、六盘水", "Guiyang and Liupanshui"),
        new("kunming", "mohan", LegMode.Rail, 613, FigureStatus.Press, Publications.ChinaLaosRailway.Text),
        new("mohan", "vientiane", LegMode.Rail, 422, FigureStatus.Press, $"磨丁—万象，{Publications.ChinaLaosRailway.Text}", "磨丁", "Boten"),
        Estimated("nanning", "pingxiang", LegMode.Rail, 184),
        Estimated("pingxiang", "hanoi", LegMode.Rail, 139),
        Estimated("kunming", "lincang", LegMode.Rail, 300),
        Estimated("lincang", "qingshuihe", LegMode.Road, 137),
        Estimated("qingshuihe", "mandalay", LegMode.Road, 328),
        Estimated("qingshuihe", "yangon", LegMode.Road, 797),
        new("huaihua", "chongqing", LegMode.Rail, 625, FigureStatus.Press, $"渝怀铁路，{Publications.YuhuaiRailway.Text}"),
        Gathered("yichang"), Gathered("jingmen"), Gathered("jingzhou"), Gathered("wuhan"), Gathered("nanchang"), Gathered("yingtan"),
    ];

    private static LegFact Estimated(string from, string to, LegMode mode, decimal greatCircleKm)
    {
        var km = Math.Round(greatCircleKm * Detour, 0, MidpointRounding.AwayFromZero);
        var caution = mode == LegMode.Sea ? "；系数由铁路区段得出，用于海运仅供参考" : "";
        return new LegFact(from, to, mode, km, FigureStatus.Estimate,
            string.Create(CultureInfo.InvariantCulture, $"大圆距离 {greatCircleKm:#,0} 公里 × 1.3 = {km:#,0} 公里{caution}"));
    }

    /// <summary>What a tonne-kilometre emits by its mode, and who says so; null where no source was found. No factor for Chinese railways was found either.</summary>
    public static (decimal Grams, string Source)? CarbonOf(LegMode mode) => mode switch
    {
        LegMode.Rail => (11.3m, $"铁路，荷兰 2014 年平均值（{DutchAverages}）；未查到中国铁路的排放因子"),
        LegMode.Road => (90.3m, $"公路，荷兰 2014 年平均值（{DutchAverages}）"),
        LegMode.InlandWater => (38.6m, $"内河，荷兰 2014 年平均值（{DutchAverages}）"),
        LegMode.Sea => (16.6m, "集装箱船 4,500—6,000 标箱（IMO，2009）；11,000 标箱的船为 12.5"),
        _ => null,
    };

    private static LegFact Gathered(string city) => new(CorridorService.HubSlug, city, LegMode.Gathering);
}
