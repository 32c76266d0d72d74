namespace HuaihuaPilotZone.Search;

/// <summary>A page of the program that no record stands behind: what it is called and what one does there, in both languages.</summary>
/// <param name="Address">Local address; the site map has it from the menus.</param>
internal sealed record FixedPage(string Address, string Title, string EnglishTitle, string Text, string EnglishText);

/// <summary>The pages that the search could not know from any record. Their entries follow at each start, like those of the rules.</summary>
internal static class FixedPages
{
    public static IReadOnlyList<FixedPage> All { get; } =
    [
        new("/timetable", "班期", "Timetable", "班列、船期的开行时间、截单时间和余位，可以下载和订舱。时刻表。", "Departures with cut-off and free slots, to download and to book."),
        new("/planner", "路线比选", "Route planner", "按时间、费用和碳排放比较运输路线。路线规划、运费比较。", "Compare routes by time, cost and CO2."),
        new("/tracking", "查询箱号", "Tracking", "凭集装箱号、提运单号或订舱号查货物到了哪里。货物跟踪、查箱、物流查询。", "Where consignments are, by container, waybill or booking number."),
        new("/dry-port", "陆港", "Dry port", "陆港的片区、设施、服务和数据。", "Areas, facilities, services and figures of the dry port."),
        new("/corridors", "通道", "Corridors", "从陆港出发的通道一览，有示意图和表格。", "All corridors of the dry port, as a map and as a table."),
        new("/tools/settlement-cost", "落户成本测算", "Settlement cost", "测算在园区落户一年的租金、人工和水电费用。", "What a year in the zone costs: rent, wages, power and water."),
        new("/tools/deadlines", "时限计算", "Deadline calculator", "按法规和放假安排算出最后一天。工作日、期限计算。", "The last day of a term, by law and working calendar."),
        new("/tools/deadlines/departures", "车次时限", "Deadlines of a departure", "选一个车次，算出截单、备单证、申报的最后时间和还剩的工作日。截关、截单、出口申报时限。", "Choose a departure: cut-off, documents and declaration, with the working days that are left."),
        new("/rcep", "RCEP 成员国和原产地单证", "RCEP: members and origin documents", "《区域全面经济伙伴关系协定》的成员国、生效日期，报关单填什么原产地单证。原产地证。", "Members of the agreement, since when it holds for them, and the origin document of a declaration."),
        new("/risks", "风险提示", "Risk notices", "国别、商品、通道的贸易风险提示。贸易摩擦、预警。", "Risks for trade by country, goods and corridor."),
        new("/codes", "代码查询", "Code search", "查商品编码、监管方式、国别、币制、计量单位等海关参数。", "Customs codes: commodities, supervision modes, countries, currencies, units."),
        new("/rules", "预检规则", "Pre-check rules", "预检怎样检查单证，每条规则的依据。", "What the pre-check looks at, and what each rule rests on."),
        new("/developers", "开发者", "Developers", "接口说明、密钥、通知推送和在线预检接口。", "The interface: keys, webhooks and the open pre-check."),
        new("/open-data", "开放数据", "Open data", "可以下载的数据集，机器可读，注明来源和许可。", "Data sets to download, with source and licence."),
        new("/statistics", "统计数据", "Statistics", "各项指标的数据、图表和口径。", "Indicators with figures, charts and definitions."),
        new("/enterprises/apply", "入驻申请", "Apply for entry", "企业在线申请入驻，凭编号查进度。", "Apply for entry into the zone."),
        new("/subscriptions", "订阅", "Subscriptions", "用邮箱订阅新闻、政策和公告。", "News, policies and notices by mail."),
    ];
}
