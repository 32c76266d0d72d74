using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Parks;

/// <summary>The parks that the founding paper names, with what it says of them. Where it names no area, none is claimed.</summary>
internal static class ParkFacts
{
    private const string ECommerce = "dry-port-e-commerce-park";
    private const string Food = "green-food-park";
    private const string Agro = "agricultural-park";

    /// <summary>New objects each time, since they are handed to a database context.</summary>
    public static IReadOnlyList<Park> All() =>
    [
        Of(ECommerce, "怀化国际陆港电商产业园", "Huaihua Dry Port E-Commerce Park", ParkStatus.Open, "2024-06-13",
            "2024 年 6 月 13 日开园，首批入驻国内电商 7 家、跨境电商 3 家。", "Opened on 2024-06-13 with seven domestic and three cross-border firms."),
        Of(Food, "绿色食品产业园", "Green Food Park", ParkStatus.Building, "2024",
            "重点发展以预制菜为主的食品加工产业。", "Food processing, mainly prepared dishes."),
        Of(Agro, "中国供销·怀化三农产业园", "China Co-op Huaihua Agricultural Park", ParkStatus.Building, "2024",
            "农产品集散与交易的产业园。", "A park for collecting and trading farm produce."),
        Of("asean-e-commerce-park", "面向东盟国家的跨境电商产业园", "Cross-border E-Commerce Park for ASEAN", ParkStatus.Building, "2024",
            "面向东盟国家的跨境电商产业园，建设中。", "A cross-border e-commerce park for ASEAN countries, under construction."),
    ];

    public static IReadOnlyList<Figure> Figures() =>
    [
        Number(ECommerce, "first-domestic", "首批入驻国内电商", "First domestic firms", 7m, "家", "firms", FigureKind.Measured, "2024-06-13"),
        Number(ECommerce, "first-cross-border", "首批入驻跨境电商", "First cross-border firms", 3m, "家", "firms", FigureKind.Measured, "2024-06-13"),
        Number(Food, "investment", "计划投资", "Planned investment", 50m, "亿元", "billion CNY", FigureKind.Plan, "2024", english: 5m),
        Number(Food, "producing", "投产企业", "Firms producing", 1m, "家", "firms", FigureKind.Measured, "2024"),
        Number(Food, "signed", "签约企业", "Firms signed", 2m, "家", "firms", FigureKind.Measured, "2024"),
        Number(Food, "interested", "意向企业", "Firms interested", 17m, "家", "firms", FigureKind.Measured, "2024"),
        Number(Agro, "investment", "投资", "Investment", 20m, "亿元", "billion CNY", FigureKind.Plan, "2024", english: 2m),
        Number(Agro, "throughput", "达产后年货物吞吐量", "Yearly throughput at full operation", 200m, "万吨", "million t", FigureKind.Plan, "2024", FigureBound.Over, 2m),
        Number(Agro, "trade", "达产后年交易额", "Yearly trade at full operation", 100m, "亿元", "billion CNY", FigureKind.Plan, "2024", english: 10m),
    ];

    private static Park Of(string slug, string name, string englishName, ParkStatus status, string asOf, string summary, string englishSummary) => new()
    {
        Slug = slug,
        Name = name,
        EnglishName = englishName,
        Status = status,
        StatusAsOf = asOf,
        Summary = summary,
        EnglishSummary = englishSummary,
        Source = Publications.Paper.Text,
        SourceStatus = Publications.Paper.Status,
    };

    private static Figure Number(
        string park, string key, string label, string englishLabel, decimal value, string unit, string englishUnit, FigureKind kind, string asOf,
        FigureBound bound = FigureBound.Exact, decimal? english = null) => new()
        {
            Key = $"{Park.TopicOf(park)}/{key}",
            Topic = Park.TopicOf(park),
            Label = label,
            EnglishLabel = englishLabel,
            Value = value,
            Unit = unit,
            EnglishUnit = englishUnit,
            EnglishValue = english,
            Bound = bound,
            Kind = kind,
            Status = Publications.Paper.Status,
            Source = Publications.Paper.Text,
            AsOf = asOf,
        };
}
