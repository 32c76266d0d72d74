namespace HuaihuaPilotZone.Figures.Indicators;

/// <summary>A series that the portal is delivered with.</summary>
/// <param name="ComparedWith">Code of a series further up in the same indicator.</param>
internal sealed record SeriesFact(SeriesData Data, string? ComparedWith, IReadOnlyList<ObservationFact> Values);

/// <summary>A value that was read in a publication.</summary>
internal sealed record ObservationFact(string Period, decimal Value, Publication Source, FigureBound Bound = FigureBound.Exact, string? Note = null, string? English = null);

/// <summary>An indicator that the portal is delivered with.</summary>
internal sealed record IndicatorFact(IndicatorData Data, string? Topic, IReadOnlyList<SeriesFact> Series);

/// <summary>
/// The indicators that sources speak of. Publications count different things and do not say how, so that each has a series of its own:
/// nothing here joins what two of them say.
/// </summary>
internal static class IndicatorFacts
{
    public const string Throughput = "throughput";
    public const string Trains = "trains";

    private const string TargetSeries = "target-2026";

    public static IReadOnlyList<IndicatorFact> All() =>
    [
        new(
            new(Throughput, "货物吞吐量", "Cargo throughput", "万吨", "million t", 0.01m,
                "一个时期内经陆港进出的货物重量。各来源是否含中转、是否重复计算未说明。",
                "Weight of goods in and out of the dry port in a period. The sources do not say whether transit is included or counted twice.", 1),
            null,
            [Target("2026 年目标", "Target for 2026", "全年货物吞吐量目标，论文引述规划。", "Target for the whole year, as the paper quotes the plan.", null,
                new ObservationFact("2026", 1000m, Publications.Paper, Note: "湖南省政府英文网 2022-05-24 所述方案也写明：到 2026 年吞吐量 1000 万吨。", English: "The province's plan, as its English site reports on 2022-05-24, says the same."))]),
        new(
            new(Trains, "国际班列", "International trains", "列", "trains", 1m,
                "一个时期内从怀化开行的国际货运班列。各来源所指的线路范围不同，见各系列口径。",
                "International freight trains run from Huaihua in a period. The sources mean different routes, see each series.", 2),
            FigureTopics.Trains,
            [
                Target("2026 年目标", "Target for 2026", "全年开行班列目标，论文引述规划；未说明包括哪些线路。", "Target for the whole year, as the paper quotes the plan; it does not say which routes count.", null,
                    new ObservationFact("2026", 1000m, Publications.Paper, FigureBound.Over)),
                Measured("asean-hunan-daily", "东盟班列（湖南日报）", "ASEAN trains (Hunan Daily)", SeriesForm.Period,
                    "湖南日报报道的全年东盟国际班列。", "ASEAN trains of a whole year as Hunan Daily reports them.",
                    new ObservationFact("2022", 151m, Publications.HunanDaily2023)),
                Measured("chinanews", "东盟班列（中新网）", "ASEAN trains (China News)", SeriesForm.YearToDate,
                    "中新网报道的年内累计；未说明与其他来源的线路范围是否一致。", "Since January as China News reports it; whether its routes are those of other sources is not said.",
                    new ObservationFact("2024-06", 459m, Publications.ChinaNews2024, Note: "合 22,936 标箱、47.47 万吨、货值 18.95 亿元。", English: "22,936 TEU, 474,700 t, goods worth 1.895 billion CNY.")),
                Measured("china-news-service", "国际班列（中新社）", "International trains (China News Service)", SeriesForm.YearToDate,
                    "中新社报道的年内累计；未说明与其他来源的线路范围是否一致。", "Since January as China News Service reports it; whether its routes are those of other sources is not said.",
                    new ObservationFact("2024-09", 731m, Publications.ChinaNewsService2024, Note: "其中中老班列 261 列。", English: "261 of them between China and Laos.")),
                Measured("china-daily", "中老、中越班列（中国日报）", "China–Laos and China–Vietnam trains (China Daily)", SeriesForm.Period,
                    "只含中老、中越两条线路的全年数。", "A whole year, the routes to Laos and Vietnam only.",
                    new ObservationFact("2024", 1009m, Publications.ChinaDaily2025)),
                Measured("city-site", "班列（怀化市政府英文网）", "Trains (the city's English site)", SeriesForm.YearToDate,
                    "市政府英文网的年内累计，未说明线路范围。", "Since January as the city's English site says; which routes count is not said.",
                    new ObservationFact("2025-12-21", 1185m, Publications.Trains2025, Note: "同比增长 20%。", English: "20 % more than the year before.")),
                Measured("huasheng", "班列（华声在线）", "Trains (Huasheng Online)", SeriesForm.Period,
                    "华声在线报道的全年数，为概数。", "A whole year as Huasheng Online reports it, a rounded number.",
                    new ObservationFact("2025", 1200m, Publications.Huasheng2026, FigureBound.Over)),
            ]),
        new(
            new("port-industry", "临港产业规模", "Port industry", "亿元", "billion CNY", 0.1m,
                "临港产业的规模；来源未说明是产值还是营业收入。", "Size of the industry at the port; the source does not say whether output or turnover is meant.", 3),
            null,
            [Target("2026 年目标", "Target for 2026", "论文引述规划的临港产业规模目标（千亿）。", "Target for the port industry, as the paper quotes the plan.", null, new ObservationFact("2026", 1000m, Publications.Paper))]),
        Goods("luggage-teu", "箱包出口", "Luggage exports", 4, new ObservationFact("2025", 1874m, Publications.XiaoxiangMorning2026, Note: "同比增长 98.52%。", English: "98.52 % more than the year before.")),
        Goods("bamboo-teu", "竹木制品出口", "Bamboo and wood exports", 5, new ObservationFact("2025", 442m, Publications.XiaoxiangMorning2026)),
        Goods("cold-teu", "冷链果蔬", "Cold-chain fruit and vegetables", 6, new ObservationFact("2025", 3708m, Publications.XiaoxiangMorning2026)),
    ];

    /// <summary>Invented months, marked so, to show what the pages do with a series that goes on; nothing but a demonstration reads them.</summary>
    public static IReadOnlyList<(string Indicator, SeriesFact Series)> Demonstration()
    {
        static SeriesFact Months(SeriesForm form, string counting, string english, IEnumerable<decimal> values) => new(
            new("demo-monthly", "月度（演示）", "Monthly (demonstration)", FigureKind.Measured, form, counting, english, null, 90), null,
            [.. values.Select((v, i) => new ObservationFact(new DateOnly(2025, 1, 1).AddMonths(i).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), v, Publications.Invented))]);
        return
        [
            (Throughput, Months(
                SeriesForm.Period, "演示口径：经主港区和协作片区进出的货物，不含中转重复计算。数值为虚构。", "Demonstration: goods through the main area and its partners, transit counted once. The numbers are invented.",
                [38, 36, 44, 48, 54, 57, 59, 61, 66, 69, 73, 80, 77, 62, 81, 83, 86, 85, 88, 90, 87, 92])),
            (Trains, Months(
                SeriesForm.Period, "演示口径：当月从怀化开行的国际货运班列。数值为虚构。", "Demonstration: international freight trains that left Huaihua in the month. The numbers are invented.",
                [70, 62, 78, 80, 86, 88, 90, 94, 97, 101, 104, 110, 86, 78, 92, 95, 97, 94, 96, 99, 98, 101])),
        ];
    }

    private static SeriesFact Target(string name, string english, string counting, string englishCounting, string? comparedWith, ObservationFact value) =>
        new(new(TargetSeries, name, english, FigureKind.Target, SeriesForm.Period, counting, englishCounting, null, 1), comparedWith, [value]);

    private static SeriesFact Measured(string code, string name, string english, SeriesForm form, string counting, string englishCounting, params ObservationFact[] values) =>
        new(new(code, name, english, FigureKind.Measured, form, counting, englishCounting, null, 10), null, values);

    private static IndicatorFact Goods(string code, string name, string english, int order, ObservationFact value) => new(
        new(code, name, english, "标箱", "TEU", 1m, "一年内经怀化班列运输的这类货物，按标准箱计。", "Goods of this kind carried by trains of Huaihua in a year, in twenty-foot units.", order),
        FigureTopics.Trains,
        [Measured("xiaoxiang", $"{name}（潇湘晨报）", $"{english} (Xiaoxiang Morning Herald)", SeriesForm.Period, "潇湘晨报报道的全年数。", "A whole year as Xiaoxiang Morning Herald reports it.", value)]);
}
