using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Corridors;

/// <summary>A corridor of the reference network; its legs by the names of their nodes.</summary>
internal sealed record CorridorFact(
    string Slug, string Name, string EnglishName, int Colour, CorridorStatus Status, string StatusSource, string Description, string EnglishDescription,
    IReadOnlyList<string> Legs, string? Partners = null);

/// <summary>The seven corridors named in October 2024, and what sources say of each.</summary>
internal static class CorridorFacts
{
    private const string Paper = "唐洁论文，第二部分（三）";

    /// <summary>Who named the seven.</summary>
    public static readonly Publication Source = Publications.ChinaNewsService2024;

    public static readonly IReadOnlyList<CorridorFact> All =
    [
        new("beibu-gulf", "北部湾通道", "Beibu Gulf corridor", 1, CorridorStatus.Running,
            $"首趟铁海联运列车 2022-05-09 开行（{Publications.FirstRailSeaTrain.Text}）；未见班期资料。",
            "铁海联运：铁路到钦州港，换船到海防、新加坡等港口。", "Rail to Qinzhou Port, then by ship to Hai Phong, Singapore and other ports.",
            ["huaihua-liuzhou", "liuzhou-nanning", "nanning-qinzhou", "qinzhou-haiphong", "qinzhou-singapore"], "北部湾港"),
        new("zhanjiang", "湛江通道", "Zhanjiang corridor", 2, CorridorStatus.Cooperation,
            $"与湛江港合作（唐洁论文，第四部分（一））；2022 年已列为通道（{Publications.ZoneRenamed.Text}）；未见班期资料。",
            "铁海联运：铁路经柳州到湛江港出海。", "Rail by way of Liuzhou to Zhanjiang Port, then by sea.",
            ["huaihua-liuzhou", "liuzhou-zhanjiang"], "湛江港"),
        new("guangzhou", "广州通道", "Guangzhou corridor", 3, CorridorStatus.Running,
            $"2023-04-17 南沙港内陆港挂牌，首趟箱包专列开行（{Publications.HunanDaily2023.Text}）；未见班期资料。",
            "铁海联运：铁路经衡阳到广州南沙港出海。", "Rail by way of Hengyang to Nansha Port in Guangzhou, then by sea.",
            ["huaihua-hengyang", "hengyang-nansha"], "广州港"),
        new("shenzhen", "深圳通道", "Shenzhen corridor", 3, CorridorStatus.Announced,
            $"列入七条通道（{Publications.ChinaNewsService2024.Text}）；未见开行记录。",
            "铁海联运：铁路经衡阳到深圳盐田港出海。", "Rail by way of Hengyang to Yantian Port in Shenzhen, then by sea.",
            ["huaihua-hengyang", "hengyang-yantian"]),
        new("china-laos", "中老通道", "China–Laos corridor", 4, CorridorStatus.Regular,
            $"每周三列（{Publications.XiaoxiangMorning2026.Text}）。",
            "中老铁路：经贵阳、昆明，由磨憨出境到万象。", "The China–Laos railway: by way of Guiyang and Kunming, over the border at Mohan, to Vientiane.",
            ["huaihua-kunming", "kunming-mohan", "mohan-vientiane"]),
        new("china-vietnam", "中越通道", "China–Vietnam corridor", 1, CorridorStatus.Running,
            $"2024 年中老、中越班列合计 1,009 列（{Publications.ChinaDaily2025.Text}）；未见中越班列单独的班期资料。",
            "铁路经柳州、南宁，由凭祥出境到河内。", "Rail by way of Liuzhou and Nanning, over the border at Pingxiang, to Hanoi.",
            ["huaihua-liuzhou", "liuzhou-nanning", "nanning-pingxiang", "pingxiang-hanoi"]),
        new("china-myanmar", "中缅通道", "China–Myanmar corridor", 4, CorridorStatus.Cooperation,
            $"与云南、重庆、广西合作打造陆上出海印度洋通道（{Paper}）；未见开行记录。",
            "公铁联运：铁路到临沧，换公路由清水河出境，通往曼德勒、仰光和印度洋方向。",
            "Rail to Lincang, then by road over the border at Qingshuihe towards Mandalay, Yangon and the Indian Ocean.",
            ["huaihua-kunming", "kunming-lincang", "lincang-qingshuihe", "qingshuihe-mandalay", "qingshuihe-yangon"], "云南、重庆、广西"),
    ];

    /// <summary>What sources say of a corridor as a whole. New objects each time, since they are handed to a database context.</summary>
    public static IReadOnlyList<Figure> Figures() =>
    [
        Number("china-laos", "distance", "全程距离", "Whole distance", 2098m, Publications.FirstTrainToVientiane, "2022-01-06"),
        Words("china-laos", "first-train", "首列全程时间", "First train, whole way", "计划 6 天", "6 days, as planned", Publications.FirstTrainToVientiane, "2022-01-06",
            "2022-01-06 首列发车时的计划；另有报道写 4 天。", "The plan when the first train left on 2022-01-06; another report says 4 days.", FigureKind.Plan),
        Words("china-laos", "lancang-mekong", "澜湄班列全程时间", "Lancang–Mekong train, whole way", "4 天", "4 days", Publications.LancangMekongTrain, "2023"),
        Words("china-laos", "bananas", "香蕉班列回程时间", "Bananas, from Laos", "约 4 天", "About 4 days", Publications.HunanDaily2025, "2025"),
        Words("china-laos", "frequency", "开行频次", "Frequency", "每周 3 列", "3 trains a week", Publications.XiaoxiangMorning2026, "2026-02"),
        Words("beibu-gulf", "rail-sea", "铁海联运时间（怀化西—钦州港—海防）", "Rail and sea (Huaihua West – Qinzhou – Hai Phong)", "5 天", "5 days", Publications.FirstRailSeaTrain, "2022-05-09",
            "按港到港计。", "From port to port."),
        Words("guangzhou", "first-train", "首趟箱包专列", "First luggage train", "2023-04-17 开行", "Left on 2023-04-17", Publications.HunanDaily2023, "2023-04-17"),
        Words("china-vietnam", "preparation", "首列筹备", "First train in preparation", "2022-06-29 正在筹备", "In preparation on 2022-06-29", Publications.TrainToVietnamPrepared, "2022-06-29"),
        Number("china-vietnam", "nanning-hanoi", "南宁—河内铁路", "Railway Nanning – Hanoi", 396m, Publications.NanningHanoi, "2016",
            "与下表两段估算之和（420 公里）不同，以媒体报道为准。", "Differs from the two estimates below (420 km together); the report prevails."),
    ];

    private static Figure Number(string corridor, string key, string label, string englishLabel, decimal km, Publication source, string asOf, string? note = null, string? english = null)
    {
        var figure = Of(corridor, key, label, englishLabel, source, asOf, note, english, FigureKind.Measured);
        figure.Value = km;
        figure.Unit = "公里";
        figure.EnglishUnit = "km";
        return figure;
    }

    private static Figure Words(
        string corridor, string key, string label, string englishLabel, string text, string englishText, Publication source, string asOf,
        string? note = null, string? english = null, FigureKind kind = FigureKind.Measured)
    {
        var figure = Of(corridor, key, label, englishLabel, source, asOf, note, english, kind);
        figure.Text = text;
        figure.EnglishText = englishText;
        return figure;
    }

    private static Figure Of(string corridor, string key, string label, string englishLabel, Publication source, string asOf, string? note, string? english, FigureKind kind) => new()
    {
        Key = $"{corridor}-{key}",
        Topic = FigureTopics.OfCorridor(corridor),
        Label = label,
        EnglishLabel = englishLabel,
        Kind = kind,
        Status = source.Status,
        Source = source.Text,
        SourceAddress = source.Address,
        AsOf = asOf,
        Note = note,
        EnglishNote = english,
    };
}
