namespace HuaihuaPilotZone.Figures;

/// <summary>A publication that reference data was read in.</summary>
/// <param name="Text">Publisher and date, as shown to readers.</param>
/// <param name="Date">When it appeared, as exactly as known; null when it does not say.</param>
/// <param name="Status">Who vouches for what it says.</param>
/// <param name="Address">The publisher's own address; null where only a copy elsewhere was readable, which is not linked.</param>
public sealed record Publication(string Text, string? Date, FigureStatus Status, string? Address = null);

/// <summary>The publications behind the reference data. Each was read; nothing is quoted from a source that is not in this list.</summary>
public static class Publications
{
    public static readonly Publication Paper = new("唐洁《新质生产力培育下——以国际陆港优势高质量建设怀化跨境电商综试区策略研究》", null, FigureStatus.Paper);

    public static readonly Publication PlanOfTheProvince = Gov("湖南省政府英文网，2022-05-24", "2022-05-24", "enghunan.gov.cn/hneng/News/Localnews/202205/t20220524_24629185.html");

    public static readonly Publication FirstTrainToVientiane = Press("红网英文频道，2022-01-10", "2022-01-10", "english.rednet.cn/content/2022/01/10/10726102.html");

    public static readonly Publication FirstRailSeaTrain = Press("红网英文频道，2022-05-11", "2022-05-11", "english.rednet.cn/content/2022/05/11/11237929.html");

    public static readonly Publication TrainToVietnamPrepared = Gov("湖南省政府英文网，2022-06-30", "2022-06-30", "enghunan.gov.cn/hneng/News/Localnews/202206/t20220630_26791843.html");

    public static readonly Publication ZoneRenamed = Gov("湖南省政府英文网，2022-11-24", "2022-11-24", "enghunan.gov.cn/hneng/News/Localnews/202211/t20221124_29136402.html");

    public static readonly Publication LancangMekongTrain = Gov("湖南省政府英文网，2023-12-13", "2023-12-13", "enghunan.gov.cn/hneng/News/Localnews/202312/t20231213_32482184.html");

    public static readonly Publication CityIn2022 = Gov("怀化市政府英文网，2022-11", "2022-11", "eng.huaihua.gov.cn/enghuaihua/c133612/202211/62d2f85338214707912ab1254f48350a.shtml");

    public static readonly Publication ChinaDaily2025 = Press("中国日报，2025-03", "2025-03", "ex.chinadaily.com.cn/exchange/partners/70/rss/channel/www/columns/y38633/stories/WS67ce4056a310c240449d9c92.html");

    public static readonly Publication LuggageIndustry2026 = Gov("怀化市政府英文网，2026-01", "2026-01", "eng.huaihua.gov.cn/enghuaihua/c133467/202601/6c54feb7d04d4ff8a32a2f9df8b79c9c.shtml");

    public static readonly Publication Trains2025 = Gov("怀化市政府英文网，2026-01", "2026-01", "eng.huaihua.gov.cn/enghuaihua/c133468/202601/8c186e48bbb1416495774b4085178b2f.shtml");

    public static readonly Publication TransportCentre = Gov("怀化市政府英文网，2026-01", "2026-01", "eng.huaihua.gov.cn/enghuaihua/c133468/202601/f4fad45bc8b34b8ba4e398fd7a8389d4.shtml");

    public static readonly Publication HunanDaily2023 = Press("湖南日报，2023-05", "2023-05", "hn.rednet.cn/content/646749/55/12640424.html");

    public static readonly Publication Huasheng2026 = Press("华声在线，2026-02-19", "2026-02-19", "hunan.voc.com.cn/news/202602/31594680.html");

    public static readonly Publication XiaoxiangMorning2026 = Press("潇湘晨报，2026-02", "2026-02", "c.m.163.com/news/a/KM0GDD4K0534P59R.html");

    public static readonly Publication ChinaNewsService2024 = Press("中新社，2024-10-17", "2024-10-17");

    public static readonly Publication ChinaNews2024 = Press("中新网，2024-07-02", "2024-07-02");

    public static readonly Publication HunanDaily2025 = Press("湖南日报，2025-09-05", "2025-09-05");

    public static readonly Publication ChinaDaily2026 = Press("中国日报，2026-02-11", "2026-02-11");

    public static readonly Publication ChinaLaosRailway = Press("CGTN，2021-12-03；人民网英文版，2021-12-03", "2021-12-03", "en.people.cn/n3/2021/1203/c90000-9928251.html");

    public static readonly Publication YuhuaiRailway = Press("新浪新闻，2006-11-02", "2006-11-02", "news.sina.com.cn/o/2006-11-02/071110393930s.shtml");

    public static readonly Publication HuaishaohengRailway = Press("轨道交通网（old.rail-transit.com）", null, "old.rail-transit.com/Detail_News.aspx?id=24561", "http");

    public static readonly Publication NanningHanoi = Press("新华社，2016", "2016", "imsilkroad.com/news/p/5809.html");

    /// <summary>Numbers that were made up for the demonstration.</summary>
    public static readonly Publication Invented = new("演示数据，为展示版式虚构", "2026-11", FigureStatus.Demonstration);

    private static Publication Gov(string text, string date, string address) => new(text, date, FigureStatus.Government, $"https://{address}");

    private static Publication Press(string text, string? date, string? address = null, string scheme = "https") =>
        new(text, date, FigureStatus.Press, address is null ? null : $"{scheme}://{address}");
}
