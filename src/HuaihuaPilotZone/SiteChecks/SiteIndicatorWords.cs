using HuaihuaPilotZone.Accounts;

namespace HuaihuaPilotZone.SiteChecks;

public static class SiteIndicatorWords
{
    public static string Word(this SiteIndicator indicator) => indicator switch
    {
        SiteIndicator.HomePageIdle => "首页更新",
        SiteIndicator.ColumnIdle => "栏目更新",
        SiteIndicator.ManyColumnsIdle => "多个栏目停更",
        SiteIndicator.LetterUnanswered => "信件答复",
        SiteIndicator.PolicyWithoutInterpretation => "解读配套",
        SiteIndicator.InterpretationWithoutPolicy => "解读关联",
        SiteIndicator.ColumnEmpty => "空栏目",
        SiteIndicator.DeadLink => "站内链接",
        SiteIndicator.DeadForeignLink => "外站链接",
        SiteIndicator.BannedWord => "禁用词语",
        SiteIndicator.PolicyIncomplete => "政策要素",
        SiteIndicator.PolicyLate => "公开时限",
        SiteIndicator.GuideOutdated => "过期内容",
        SiteIndicator.ServiceIncomplete => "办事指南要素",
        SiteIndicator.LetterLate => "信件时限",
        SiteIndicator.RequestLate => "依申请公开时限",
        SiteIndicator.Outage => "系统中断",
        _ => throw new ArgumentOutOfRangeException(nameof(indicator), indicator, null),
    };

    /// <summary>The role whose people put right what is found, where nobody is named.</summary>
    public static string RoleOf(this SiteIndicator indicator) => indicator switch
    {
        SiteIndicator.LetterUnanswered or SiteIndicator.LetterLate or SiteIndicator.RequestLate => StaffRoles.Reviewer,
        SiteIndicator.Outage => StaffRoles.ParkAdministrator,
        _ => StaffRoles.ContentEditor,
    };
}
