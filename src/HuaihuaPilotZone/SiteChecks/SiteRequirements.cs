namespace HuaihuaPilotZone.SiteChecks;

/// <summary>One number that sites of this kind are held against, and how this portal looks at it.</summary>
/// <param name="Name">What it is about, Chinese.</param>
/// <param name="Rule">The number and where it stands, Chinese.</param>
/// <param name="Indicators">What the nightly inspection looks at; empty where it cannot.</param>
/// <param name="WhyNot">Why it cannot be looked at automatically, or what is held by the system itself; null where it is wholly looked at.</param>
public sealed record SiteRequirement(string Name, string Rule, IReadOnlyList<SiteIndicator> Indicators, string? WhyNot = null)
{
    public bool IsChecked => Indicators.Count > 0;
}

/// <summary>The numeric indicators of mission D2: 《政府网站与政务新媒体检查指标》 and the statutes beside it.</summary>
public static class SiteRequirements
{
    public static IReadOnlyList<SiteRequirement> All { get; } =
    [
        new("首页更新", "首页两周内没有更新，一票否决；第 10 天起提醒", [SiteIndicator.HomePageIdle]),
        new("栏目更新", "动态要闻类栏目超过两周、通知和政策类栏目超过六个月没有更新，5 个以上一票否决", [SiteIndicator.ColumnIdle, SiteIndicator.ManyColumnsIdle]),
        new("空白栏目", "5 个以上空白栏目一票否决", [SiteIndicator.ColumnEmpty], "空栏目公众看不到，不构成一票否决，只提醒编辑。"),
        new("链接可用", "站内链接打不开、位置不存在、网址写错", [SiteIndicator.DeadLink]),
        new("外站链接", "外站链接打不开", [SiteIndicator.DeadForeignLink], "默认不向外发出请求；打开 SiteChecks:ForeignLinks 后每晚检查。"),
        new("严重表述错误", "出现严重表述错误，一票否决", [SiteIndicator.BannedWord], "只能按用语检查的词表核对，其他错误要靠人工审核。"),
        new("信件答复", "公开信件超过三个月没有答复，一票否决", [SiteIndicator.LetterUnanswered, SiteIndicator.LetterLate]),
        new("依申请公开", "20 个工作日内答复（政府信息公开条例第三十三条）", [SiteIndicator.RequestLate]),
        new("主动公开时限", "信息形成之日起 20 个工作日内公开（政府信息公开条例第二十六条）", [SiteIndicator.PolicyLate], "只能核对录入系统并写有成文日期的文件。"),
        new("政策要素", "文号、成文日期、施行日期、来源等齐全", [SiteIndicator.PolicyIncomplete]),
        new("政策解读", "规范性文件有解读，解读与文件互相链接", [SiteIndicator.PolicyWithoutInterpretation, SiteIndicator.InterpretationWithoutPolicy]),
        new("办事指南", "事项名称、设定依据、申请条件、办理材料等要素缺失，一票否决", [SiteIndicator.ServiceIncomplete]),
        new("内容时效", "市场指南满一年没有核对", [SiteIndicator.GuideOutdated]),
        new("系统中断", "网站打不开", [SiteIndicator.Outage], "只知道本机启动以来数据库连不上的时段；整机停机时系统自己也不在。"),
        new("打开速度", "一周内每天 20 次以上访问，有 5% 以上超过 15 秒打不开，一票否决", [], "访问者看到的时间要由站外的探测点测量，系统在站内测不到网络和线路。"),
        new("伪造发稿日期", "伪造发稿日期，一票否决", [], "不用检查：发布时间由系统写入，任何人不能更改。"),
        new("安全、泄密", "泄露国家秘密、被挂马或攻击没有处置，一票否决", [], "需要专门的安全监测和保密审查，系统自己看不出来。"),
        new("域名和标识", "gov.cn 域名，页脚有网站标识和主办单位", [], "以审批和备案为准；没有配置时页面不显示，并标明演示系统。"),
        new("无障碍和适老化", "符合无障碍标准（无障碍环境建设法第三十二条）", [], "发布前由自动化测试检查；真实使用要靠人工测试。"),
    ];
}
