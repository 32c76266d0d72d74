namespace HuaihuaPilotZone.Figures.Indicators;

/// <summary>Acts on indicators and their values as the journal names them, and their Chinese words.</summary>
public static class IndicatorActs
{
    public const string Added = "observation.added";
    public const string Imported = "observation.imported";
    public const string Changed = "observation.changed";
    public const string Published = "observation.published";
    public const string Withdrawn = "observation.withdrawn";
    public const string Removed = "observation.removed";
    public const string IndicatorAdded = "indicator.added";
    public const string IndicatorChanged = "indicator.changed";
    public const string IndicatorWaits = "indicator.change-written";
    public const string IndicatorDropped = "indicator.change-dropped";
    public const string SeriesAdded = "series.added";
    public const string SeriesChanged = "series.changed";
    public const string SeriesWaits = "series.change-written";
    public const string SeriesDropped = "series.change-dropped";

    /// <summary>The Chinese words of an act; acts of other rooms come back as they are.</summary>
    public static string Word(string act) => act switch
    {
        Added => "录入",
        Imported => "导入",
        Changed => "修改",
        Published => "核对并公开",
        Withdrawn => "撤下",
        Removed => "删除",
        IndicatorAdded => "新增指标",
        IndicatorChanged => "修改指标",
        IndicatorWaits => "修改指标，待核对",
        IndicatorDropped => "放弃指标的修改",
        SeriesAdded => "新增系列",
        SeriesChanged => "修改系列",
        SeriesWaits => "修改系列，待核对",
        SeriesDropped => "放弃系列的修改",
        _ => act,
    };
}
