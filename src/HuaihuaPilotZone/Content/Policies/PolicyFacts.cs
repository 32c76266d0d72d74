namespace HuaihuaPilotZone.Content.Policies;

/// <summary>A document of the seed.</summary>
internal sealed record PolicyFact(string Title, IReadOnlyList<string> Issuers, PolicyTopic Topic, string Summary)
{
    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? ReleasedOn { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public DateOnly? RepealedOn { get; init; }

    public string? RepealedByText { get; init; }

    public PolicyAudience? Audience { get; init; }

    public Openness Openness { get; init; }

    public string Body { get; init; } = "";

    public string? Source { get; init; }

    public PolicyCardFact? Card { get; init; }
}

/// <summary>The five parts of a 政策卡片.</summary>
internal sealed record PolicyCardFact(string Who, string Conditions, string Benefit, string Until, string How);

/// <summary>
/// Documents whose title was read in a source. Dates and numbers stand only where the source gives them: a document without a date of effect
/// is shown as 有效性待核. Summaries are our own words; no text is copied.
/// </summary>
internal static class PolicyFacts
{
    private const string Congress = "全国人民代表大会常务委员会";
    private const string Council = "国务院";
    private const string LawLibrary = "https://github.com/LawRefBook/Laws";

    /// <summary>Day on which the sources were last read for this seed.</summary>
    public static readonly DateOnly RetrievedOn = new(2026, 11, 22);

    public static readonly IReadOnlyList<PolicyFact> Reported =
    [
        new("政府网站发展指引", ["国务院办公厅"], PolicyTopic.Government, "规定政府网站的职责分工、功能、集约共享和安全保障要求。")
        {
            Number = "国办发〔2017〕47号", IssuedOn = new(2017, 5, 15), ReleasedOn = new(2017, 6, 8),
            Source = "国务院办公厅文件，2017-06-08 发布，原索引号 000014349/2017-00110",
        },
        new("关于跨境电子商务出口退运商品税收政策的公告", ["财政部", "海关总署", "税务总局"], PolicyTopic.TaxAndFunds,
            "对因滞销、退货原状退运进境的出口商品规定税收处理。2026 年第 16 号公告对 2026 年起出口的商品另有规定，以原文为准。")
        {
            Number = "财政部 海关总署 税务总局公告2023年第4号", Source = "财政部、海关总署、税务总局公告2023年第4号（公开转载件）",
        },
        new("关于拓展跨境电商出口推进海外仓建设的意见", ["商务部等9部门"], PolicyTopic.OverseasWarehouses, "提出培育跨境电商主体、推进海外仓建设和加强配套支持的措施。")
        {
            Source = "商务部等9部门意见，2024 年（公开转载件，文号未见）",
        },
        new("中国(衡阳)(株洲)跨境电子商务综合试验区实施方案", ["湖南省人民政府"], PolicyTopic.ZoneDevelopment, "省内衡阳、株洲两地综合试验区的实施方案，可作建设参考。")
        {
            Number = "湘政发〔2023〕9号", IssuedOn = new(2023, 7, 31),
            Source = "https://hjq.huaihua.gov.cn/hjq/c132622/202311/c888faa24fd04d94ad9643246aaafe11.shtml",
        },
        new("关于深度融入“一带一路”支持怀化国际陆港建设实施方案", ["湖南省人民政府办公厅"], PolicyTopic.ZoneDevelopment, "提出怀化国际陆港到 2026 年的建设目标，并从资金、项目、金融等方面给予支持。")
        {
            ReleasedOn = new(2022, 5, 23), Source = "https://enghunan.gov.cn/hneng/News/Localnews/202205/t20220524_24629185.html",
        },
        new("杭州市跨境电子商务促进条例", ["杭州市人民代表大会常务委员会"], PolicyTopic.ZoneDevelopment, "第一部跨境电商地方性法规，规定线上单一窗口、线下综合园区和六个体系。")
        {
            EffectiveOn = new(2017, 3, 1), Source = "https://law.foodmate.net/show-190346.html",
        },
        Law("中华人民共和国海关法", Congress, PolicyTopic.Clearance, "规定进出境监管、申报、查验和放行。预检中的申报主体、申报时限等规则以它为依据。", "2021 年修正文本"),
        Law("中华人民共和国关税法", Congress, PolicyTopic.TaxAndFunds, "规定关税的税目税率、计税价格和征收管理。", "2024 年文本"),
        Law("中华人民共和国海关统计条例", Council, PolicyTopic.Clearance, "规定海关统计的范围、项目和资料来源。预检中的统计项目规则以它为依据。", "2005 年文本"),
        Law("中华人民共和国知识产权海关保护条例", Council, PolicyTopic.IntellectualProperty, "规定知识产权海关备案和扣留侵权嫌疑货物的程序。", "公开文本"),
        Law("中华人民共和国电子商务法", Congress, PolicyTopic.EnterpriseServices, "规定电子商务经营者的义务、合同的订立与履行和争议解决。", "2018 年文本"),
        Law("优化营商环境条例", Council, PolicyTopic.EnterpriseServices, "规定市场主体保护、政务服务和监管执法。口岸和国际贸易业务通过国际贸易“单一窗口”办理。", "2019 年文本"),
        Law("中华人民共和国个人信息保护法", Congress, PolicyTopic.Data, "规定处理个人信息的规则、个人的权利和处理者的义务。", "2021 年文本"),
        Law("中华人民共和国数据安全法", Congress, PolicyTopic.Data, "规定数据分类分级、安全保护义务和政务数据开放。", "2021 年文本"),
        Law("中华人民共和国政府信息公开条例", Council, PolicyTopic.Government, "规定主动公开和依申请公开的范围、方式和时限。", "2019 年文本"),
        Law("中华人民共和国无障碍环境建设法", Congress, PolicyTopic.Government, "规定设施、信息交流和社会服务的无障碍要求。", "2023 年文本"),
    ];

    /// <summary>Demonstration documents around a day, one for each validity and each openness.</summary>
    public static IReadOnlyList<PolicyFact> Demonstration(DateOnly today) =>
    [
        Sample("综试区企业服务事项办理指引", "演示〔2026〕3号", PolicyTopic.EnterpriseServices, "汇总企业入驻、通关预申报等事项的办理方式和时限。") with
        {
            IssuedOn = today.AddDays(-40), EffectiveOn = today.AddDays(-30), ExpiresOn = today.AddYears(5),
            Body = "本文件为示例，文字不作为办事依据。\n\n## 一、适用范围\n\n本指引适用于在综试区登记或入驻的企业。\n\n## 二、办理方式\n\n1. 在线办理。登录企业工作台，按页面提示填写。\n2. 窗口办理。携带原件到服务窗口办理。\n\n## 三、办理时限\n\n| 事项 | 办理方式 | 办结时限（演示） |\n|---|---|---|\n| 企业入驻登记 | 在线、窗口 | 3 个工作日 |\n| 信息变更 | 在线 | 1 个工作日 |\n\n## 四、附则\n\n本指引由示例机关负责解释。",
        },
        Sample("跨境电商出海专项资金申报通知", "演示〔2026〕2号", PolicyTopic.TaxAndFunds, "明确海外仓建设、物流补贴、品牌推广三类支持方向的申报条件和截止时间。") with
        {
            IssuedOn = today.AddDays(-60), EffectiveOn = today.AddDays(-55), ExpiresOn = today.AddDays(45), Audience = PolicyAudience.Sellers,
            Card = new("示例：在综试区登记的跨境电商企业", "示例：上一年度有跨境电商出口记录", "示例：海外仓、物流和品牌推广三类支持，金额为虚构故不列出", "示例：以有效期的最后一天为准", "示例：本条为演示，不受理申报"),
        },
        Sample("跨境电商人才培训补助办法", "演示〔2026〕6号", PolicyTopic.Talent, "对承担培训的院校和企业给予补助。") with
        {
            IssuedOn = today.AddDays(-5), EffectiveOn = today.AddDays(60), ExpiresOn = today.AddYears(3),
        },
        Sample("跨境电商产业园入驻管理暂行办法", "演示〔2023〕4号", PolicyTopic.EnterpriseServices, "已由《示例：综试区企业服务事项办理指引》废止。") with
        {
            IssuedOn = today.AddYears(-3), EffectiveOn = today.AddYears(-3).AddDays(10), RepealedOn = today.AddDays(-30), RepealedByText = "演示〔2026〕3号",
        },
        Sample("海外仓试点名录申报通知", "演示〔2024〕8号", PolicyTopic.OverseasWarehouses, "2024 年度试点名录的申报条件和材料。") with
        {
            IssuedOn = today.AddYears(-2), EffectiveOn = today.AddYears(-2), ExpiresOn = today.AddYears(-1),
        },
        Sample("班列货源组织补贴意见", "演示〔2026〕1号", PolicyTopic.Logistics, "施行日期尚未确定，用于展示有效性待核。") with { IssuedOn = today.AddDays(-90), Audience = PolicyAudience.Logistics },
        Sample("信用融资风险评估细则", "演示〔2026〕5号", PolicyTopic.Finance, "依申请公开的示例，条目公开，正文按申请提供。") with
        {
            IssuedOn = today.AddDays(-20), EffectiveOn = today.AddDays(-10), Openness = Openness.OnRequest,
        },
        Sample("内部值班安排", "演示〔2026〕7号", PolicyTopic.Government, "不予公开的示例，任何公开页面都不应出现。") with
        {
            IssuedOn = today.AddDays(-20), EffectiveOn = today.AddDays(-10), Openness = Openness.Closed,
        },
    ];

    private static PolicyFact Law(string title, string issuer, PolicyTopic topic, string summary, string text) =>
        new(title, [issuer], topic, $"{summary}本站所据为{text}，条文以官方公布为准。") { Source = LawLibrary };

    private static PolicyFact Sample(string title, string number, PolicyTopic topic, string summary) =>
        new($"示例：{title}", ["示例机关"], topic, summary) { Number = number, Body = "本文件为示例，文字不作为办事依据。\n\n## 一、说明\n\n用于展示政策文件的版式和有效性。" };
}
