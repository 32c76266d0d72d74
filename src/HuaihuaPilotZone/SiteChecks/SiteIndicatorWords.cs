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
        _ => throw new ArgumentOutOfRangeException(nameof(indicator), indicator, null),
    };
}
