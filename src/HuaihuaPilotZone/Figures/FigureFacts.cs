using static HuaihuaPilotZone.Figures.FigureKind;

namespace HuaihuaPilotZone.Figures;

/// <summary>The reference figures that are no series: what was said once. What is counted again and again stands in IndicatorFacts.</summary>
internal static class FigureFacts
{
    private const string Paper2021 = "2021-09";

    /// <summary>New objects each time, since they are handed to a database context.</summary>
    public static IReadOnlyList<Figure> All() =>
    [
        Of(FigureTopics.DryPort, "main-area", "主港区占地面积", "Main port area", 33.42m, "平方公里", "km²", Measured, Publications.Paper, Paper2021,
            note: "怀化市政府英文网 2022-11 记为 31.66 平方公里，口径未说明。", english: "The city's English site of 2022-11 says 31.66 km² without a definition."),
        Of(FigureTopics.DryPort, "port-fund", "陆港产业发展基金", "Dry port development fund", 50m, "亿元", "billion CNY", Plan, Publications.Paper, "2024"),
        Of(FigureTopics.DryPort, "main-area-government", "主港区占地面积（政府口径）", "Main port area (government)", 31.66m, "平方公里", "km²", Measured, Publications.CityIn2022, "2022"),
        Of(FigureTopics.DryPort, "transport-centre", "多式联运中心占地面积", "Multimodal transport centre", 200000m, "平方米", "m²", Measured, Publications.TransportCentre, "2026-01-23",
            note: "2026-01-23 启用，含调度、查验、跨境电商和冷链功能。", english: "Opened 2026-01-23; dispatch, inspection, cross-border e-commerce and cold chain."),
        Of(FigureTopics.DryPort, "routes-2024", "国际货运线路", "International routes", 155m, "条", "routes", Measured, Publications.ChinaDaily2025, "2024",
            note: "通达 50 个国家和地区、138 个港口。", english: "To 50 countries and regions and 138 ports."),
        Of(FigureTopics.DryPort, "routes-2026", "国际货运线路", "International routes", 200m, "条", "routes", Measured, Publications.TransportCentre, "2026-01"),
        Of(FigureTopics.DryPort, "warehouses-asean", "东南亚仓库", "Warehouses in South-East Asia", 7m, "个", "warehouses", Measured, Publications.ChinaDaily2025, "2024"),
        Words(FigureTopics.DryPort, "customs-hours", "海关服务", "Customs service", "7×24 小时预约通关", "Clearance by appointment, 7 × 24 h", Measured, Publications.ChinaNewsService2024, "2024-10-17"),
        Words(FigureTopics.DryPort, "logistics-cost", "经班列到老挝、越南的物流成本", "Logistics cost by train to Laos and Vietnam", "降低 15% 至 40%", "15 % to 40 % lower", Measured, Publications.CityIn2022, "2022",
            note: "为官员 2022 年的说法，未见计算口径。", english: "An official's statement of 2022; how it was computed was not said."),

        Of(FigureTopics.Industry, "luggage-signed", "箱包皮具签约企业", "Luggage firms signed", 34m, "家", "firms", Measured, Publications.Paper, "2024",
            note: "预计 2025 年实现年产值 100 亿元。怀化市政府英文网 2026-01：产业链企业约 200 家，产值超 60 亿元。",
            english: "Output of 10 billion CNY was expected for 2025. The city's English site, 2026-01: about 200 firms in the chain, output above 6 billion CNY."),
        Of(FigureTopics.Industry, "food-park", "绿色食品产业园计划投资", "Green food park, planned investment", 50m, "亿元", "billion CNY", Plan, Publications.Paper, "2024",
            note: "重点发展以预制菜为主的食品加工产业；1 家投产，2 家签约，17 家有意向。", english: "Mainly prepared dishes; 1 firm producing, 2 signed, 17 interested."),
        Of(FigureTopics.Industry, "agro-park", "中国供销·怀化三农产业园投资", "Agricultural park, investment", 20m, "亿元", "billion CNY", Plan, Publications.Paper, "2024",
            note: "预计达产后年货物吞吐量超 200 万吨，年交易额 100 亿元。", english: "Expected at full operation: over 2 million t and 10 billion CNY of trade a year."),
        Of(FigureTopics.Industry, "cold-store", "单体冷链仓储", "Single cold store", 24m, "万立方米", "m³", Measured, Publications.Paper, "2024",
            note: "智慧冷链数字化物流中心日处理 10 万单，已竣工。", english: "The digital cold-chain centre, completed, handles 100,000 orders a day."),
    ];

    private static Figure Of(
        string topic, string key, string label, string englishLabel, decimal value, string unit, string englishUnit, FigureKind kind, Publication source, string asOf,
        FigureBound bound = FigureBound.Exact, string? note = null, string? english = null) => new()
        {
            Key = key,
            Topic = topic,
            Label = label,
            EnglishLabel = englishLabel,
            Value = value,
            Unit = unit,
            EnglishUnit = englishUnit,
            EnglishValue = InEnglish(value, unit),
            Bound = bound,
            Kind = kind,
            Status = source.Status,
            Source = source.Text,
            SourceAddress = source.Address,
            AsOf = asOf,
            Note = note,
            EnglishNote = english,
        };

    private static Figure Words(
        string topic, string key, string label, string englishLabel, string text, string englishText, FigureKind kind, Publication source, string asOf,
        string? note = null, string? english = null) => new()
        {
            Key = key,
            Topic = topic,
            Label = label,
            EnglishLabel = englishLabel,
            Text = text,
            EnglishText = englishText,
            Kind = kind,
            Status = source.Status,
            Source = source.Text,
            SourceAddress = source.Address,
            AsOf = asOf,
            Note = note,
            EnglishNote = english,
        };

    /// <summary>万 and 亿 have no English counterpart: 万吨 becomes million t, 亿元 billion CNY, 万立方米 m³.</summary>
    private static decimal? InEnglish(decimal value, string unit) => unit switch
    {
        "万吨" => value / 100m,
        "亿元" => value / 10m,
        "万立方米" => value * 10_000m,
        _ => null,
    };
}
