using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Content.News;

/// <summary>A reported fact in our own words, or a demonstration item.</summary>
internal sealed record NewsFact(
    string Slug, string Column, string Title, string Summary, string Body, string? EventDate = null, Publication? Source = null);

/// <summary>Reference news: what the sources of the house say about the zone, each with its source and the day of the event.</summary>
internal static class NewsFacts
{
    public static readonly IReadOnlyList<NewsFact> Reported =
    [
        new("port-construction-2021", NewsColumn.ZoneNews, "怀化国际陆港主港区开工建设",
            "主港区占地 33.42 平方公里，按“一核引领、两带驱动、七大组团”布局。",
            "怀化国际陆港主港区于 2021 年 9 月 13 日开工建设。论文记载的占地面积为 33.42 平方公里，空间布局为“一核引领、两带驱动、七大组团”。\n\n政府网站 2022 年给出的主港区面积为 31.66 平方公里，两处口径不同，本站分别注明来源。",
            "2021-09-13", Publications.ZoneRenamed),
        new("rcep-2022", NewsColumn.ZoneNews, "RCEP 正式生效，怀化面向成员国集结货物",
            "2022 年 1 月 1 日协定生效后，怀化国际陆港成为面向东盟和 RCEP 成员国的货运集结中心。",
            "《区域全面经济伙伴关系协定》（RCEP）于 2022 年 1 月 1 日正式生效。怀化国际陆港由此成为面向东盟和 RCEP 成员国的货运集结中心。",
            "2022-01-01", Publications.Paper),
        new("first-train-vientiane-2022", NewsColumn.ZoneNews, "怀化开出首列到万象的班列",
            "全程 2,098 公里，发车时计划 6 天到达。",
            "2022 年 1 月 6 日，首列从怀化开往老挝万象的班列发车，全程 2,098 公里，发车时计划 6 天到达。线路经贵阳、昆明，由磨憨出境。\n\n线路和数据来源见[中老通道](/corridors/china-laos)。",
            "2022-01-06", Publications.FirstTrainToVientiane),
        new("rail-sea-haiphong-2022", NewsColumn.ZoneNews, "怀化经钦州港到海防的铁海联运开行",
            "首趟 2022 年 5 月 9 日开行，港到港 5 天。",
            "2022 年 5 月 9 日，怀化西站发出的货物经铁路到钦州港，再由海运到越南海防，港到港用时 5 天。\n\n线路见[北部湾通道](/corridors/beibu-gulf)。",
            "2022-05-09", Publications.FirstRailSeaTrain),
        new("province-plan-2022", NewsColumn.ZoneNews, "湖南省公布支持怀化国际陆港建设的实施方案",
            "方案提出，到 2026 年年货物吞吐量达到 1000 万吨。",
            "2022 年 5 月，湖南省公布支持怀化国际陆港建设的实施方案，提出到 2026 年年货物吞吐量达到 1000 万吨、外贸依存度超过 10%。以上为目标值，不是完成值。",
            "2022-05", Publications.PlanOfTheProvince),
        new("zone-renamed-2022", NewsColumn.ZoneNews, "怀化国际陆港经济开发区更名设立",
            "2022 年 11 月 22 日，开发区更名为怀化国际陆港经济开发区。",
            "2022 年 11 月 22 日，原开发区更名为怀化国际陆港经济开发区，主港区位于区内。",
            "2022-11-22", Publications.ZoneRenamed),
        new("nansha-inland-port-2023", NewsColumn.ZoneNews, "南沙港内陆港在怀化挂牌，首趟箱包专列开行",
            "2023 年 4 月 17 日挂牌，同日开出首趟箱包专列。",
            "2023 年 4 月 17 日，广州南沙港的内陆港在怀化挂牌，首趟箱包专列同日开行。\n\n线路见[广州通道](/corridors/guangzhou)。",
            "2023-04-17", Publications.HunanDaily2023),
        new("supervision-centre-2023", NewsColumn.ZoneNews, "湖南怀化跨境电商监管中心启动测试运营",
            "监管中心 2023 年 7 月起测试运营。",
            "2023 年 7 月，湖南怀化跨境电商监管中心启动测试运营，为形成面向东盟的跨境电商产业集群提供条件。",
            "2023-07", Publications.Paper),
        new("e-commerce-park-2024", NewsColumn.ZoneNews, "怀化国际陆港电商产业园开园，首批 10 家企业入驻",
            "首批入驻国内电商 7 家、跨境电商 3 家，推进“超级买手”和直播短视频项目孵化。",
            "2024 年 6 月 13 日，怀化国际陆港电商产业园正式开园，首批入驻国内电商 7 家、跨境电商 3 家。\n\n产业园推进“超级买手”项目和直播短视频项目孵化，帮助特色产品跨境出海。",
            "2024-06-13", Publications.Paper),
        new("trains-2024-q3", NewsColumn.ZoneNews, "2024 年前三季度怀化开行国际班列 731 列",
            "其中中老班列 261 列；已有七条通道，海关提供 7×24 小时预约通关。",
            "2024 年前三季度，怀化开行国际班列 731 列，其中中老班列 261 列。报道列出七条通道：经北部湾、广州、深圳、湛江港口出海的四条，以及中老、中越、中缅三条。海关提供 7×24 小时预约通关。\n\n各通道见[陆港与通道](/corridors)。",
            "2024-09", Publications.ChinaNewsService2024),
        new("trains-2025", NewsColumn.ZoneNews, "2025 年怀化国际班列超过 1,200 列",
            "全年超过 1,200 列；至 12 月 21 日为 1,185 列，同比增长 20%。",
            "2025 年怀化开行国际班列超过 1,200 列（华声在线，2026-02-19）。市政府英文网给出的数字是至 12 月 21 日 1,185 列，同比增长 20%。两个数字的截止日期不同。",
            "2025-12", Publications.Huasheng2026),
        new("luggage-exports-2025", NewsColumn.ZoneNews, "2025 年箱包经怀化出口 1,874 标箱",
            "同比增长 98.52%；冷链果蔬 3,708 标箱，竹木制品 442 标箱。",
            "2025 年经怀化国际陆港运输的箱包为 1,874 标箱，同比增长 98.52%；冷链果蔬 3,708 标箱，竹木制品 442 标箱。\n\n| 货物 | 标箱 |\n|---|---|\n| 冷链果蔬 | 3,708 |\n| 箱包 | 1,874 |\n| 竹木制品 | 442 |",
            "2025", Publications.XiaoxiangMorning2026),
        new("transport-centre-2026", NewsColumn.ZoneNews, "怀化国际陆港多式联运中心启用",
            "占地 20 万平方米，集调度、查验、跨境电商和冷链功能。",
            "2026 年 1 月 23 日，怀化国际陆港多式联运中心启用，占地 20 万平方米，含调度、查验、跨境电商和冷链功能。同期公布的国际货运线路为 200 条。",
            "2026-01-23", Publications.TransportCentre),
        new("return-tax-2026", NewsColumn.IndustryWatch, "出口退运商品税收政策续期到 2027 年底",
            "适用于 2026-01-01 至 2027-12-31 出口、六个月内原状退回的商品，食品除外。",
            "财政部、海关总署、税务总局 2026 年第 16 号公告延续跨境电商出口退运商品的税收政策：2026 年 1 月 1 日至 2027 年 12 月 31 日出口、六个月内因滞销或退货原状退运进境的商品可以适用，食品除外。\n\n这里是转述。办理以公告原文为准。",
            "2026-02", Publications.ChinaDaily2026),
    ];

    /// <summary>Demonstration items: enough for lists with several pages, each titled 示例.</summary>
    public static IEnumerable<NewsFact> Demonstration()
    {
        yield return new("demo-trial-run", NewsColumn.Notice, "示例：平台试运行公告", "本条为示例。平台处于演示阶段，不受理真实业务。",
            "本条为示例，用于展示公告的版式。\n\n## 试运行范围\n\n1. 政策和资讯查询。\n2. 通关预申报的填写与预检。\n3. 企业名录和入驻申请。\n\n## 说明\n\n试运行期间的企业、单证和文号均为演示数据。");
        string[] notices =
        [
            "系统维护时间安排", "企业信息核对提醒", "预申报填写培训报名", "办公时间调整", "意见征集", "年度企业走访安排", "监管场所参观预约", "海外仓需求调查",
            "品牌出海沙龙", "知识产权讲座", "班列货源需求调查", "实习岗位征集",
        ];
        foreach (var (notice, i) in notices.Select((n, i) => (n, i + 1)))
        {
            yield return new($"demo-notice-{i:00}", i % 4 == 0 ? NewsColumn.IndustryWatch : NewsColumn.Notice, $"示例：{notice}",
                "本条为示例，内容为虚构，用于展示列表和分页。", $"本条为示例，用于展示“{notice}”一类资讯的版式，文字不作为办事依据。");
        }
    }
}
