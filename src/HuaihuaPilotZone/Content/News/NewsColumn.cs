namespace HuaihuaPilotZone.Content.News;

/// <summary>The codes of the columns that the portal brings along. Staff add others beside them, see <see cref="ColumnDesk"/>.</summary>
public static class NewsColumn
{
    /// <summary>综试动态.</summary>
    public const string ZoneNews = nameof(ZoneNews);

    /// <summary>通知公告.</summary>
    public const string Notice = nameof(Notice);

    /// <summary>行业观察.</summary>
    public const string IndustryWatch = nameof(IndustryWatch);

    /// <summary>政策解读.</summary>
    public const string Interpretation = nameof(Interpretation);

    /// <summary>市场指南.</summary>
    public const string Guide = nameof(Guide);

    /// <summary>案例故事.</summary>
    public const string Story = nameof(Story);

    /// <summary>资料专页.</summary>
    public const string FactPage = nameof(FactPage);
}

/// <summary>What kind of texts a column takes; what is asked of them depends on it.</summary>
public enum ColumnKind
{
    /// <summary>动态报道.</summary>
    Report,

    /// <summary>通知公告.</summary>
    Notice,

    /// <summary>政策解读: each names the document that it interprets.</summary>
    Interpretation,

    /// <summary>指南: out of date a year after it was last gone over.</summary>
    Guide,

    /// <summary>案例故事.</summary>
    Story,

    /// <summary>资料专页.</summary>
    FactPage,
}

public static class ColumnWords
{
    public static string Word(this ColumnKind kind) => kind switch
    {
        ColumnKind.Report => "动态报道",
        ColumnKind.Notice => "通知公告",
        ColumnKind.Interpretation => "政策解读",
        ColumnKind.Guide => "指南",
        ColumnKind.Story => "案例故事",
        ColumnKind.FactPage => "资料专页",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
