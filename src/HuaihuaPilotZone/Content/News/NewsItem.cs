using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Content.News;

/// <summary>A news item or notice of the zone.</summary>
public sealed class NewsItem : EditedText
{
    public const int SlugMaxLength = 80;

    /// <summary>Most characters of a chosen slug: the journal knows the item by it.</summary>
    public const int ChosenSlugMaxLength = JournalLine.SubjectKeyMaxLength;

    public const int TitleMaxLength = 120;
    public const int SummaryMaxLength = 300;
    public const int BodyMaxLength = 50_000;
    public const int SourceMaxLength = 300;
    public const int SourceAddressMaxLength = 500;

    /// <summary>The page's address under /news/; unchanged from the first publication on.</summary>
    public required string Slug { get; set; }

    /// <summary>One or two sentences for lists.</summary>
    public required string Summary { get; set; }

    /// <summary>Markdown.</summary>
    public required string Body { get; set; }

    public required NewsColumn Column { get; set; }

    /// <summary>When the reported thing happened, as exactly as known (<see cref="PartialDate"/>).</summary>
    public string? EventDate { get; set; }

    /// <summary>Who reported it; null for the zone's own notices.</summary>
    public string? Source { get; set; }

    /// <summary>Web address of the source.</summary>
    public string? SourceAddress { get; set; }

    /// <summary>When the source appeared (<see cref="PartialDate"/>).</summary>
    public string? SourceDate { get; set; }

    /// <summary>Which policy document it interprets, as the editor wrote it: number, index number or title.</summary>
    public string? Interprets { get; set; }

    /// <summary>That document.</summary>
    public int? InterpretsId { get; set; }

    /// <summary>Title and address in upper case, so that both databases find them alike.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Whether it is a guide whose text is a year old: 待更新.</summary>
    public bool IsOutdatedOn(DateOnly day) => Column == NewsColumn.Guide && RevisedAt is { } at && ChinaTime.DayOf(at).AddYears(1) < day;

    /// <summary>Call after the title or the address changed.</summary>
    public void RefreshSearchText() => SearchText = $"{Title}\n{Slug}".ToUpperInvariant();
}

/// <summary>Where a news item stands.</summary>
public enum NewsColumn
{
    /// <summary>综试动态.</summary>
    ZoneNews,

    /// <summary>通知公告.</summary>
    Notice,

    /// <summary>行业观察.</summary>
    IndustryWatch,

    /// <summary>政策解读.</summary>
    Interpretation,

    /// <summary>市场指南.</summary>
    Guide,

    /// <summary>案例故事.</summary>
    Story,

    /// <summary>资料专页.</summary>
    FactPage,
}

public static class NewsWords
{
    public static string Word(this NewsColumn column) => column switch
    {
        NewsColumn.ZoneNews => "综试动态",
        NewsColumn.Notice => "通知公告",
        NewsColumn.IndustryWatch => "行业观察",
        NewsColumn.Interpretation => "政策解读",
        NewsColumn.Guide => "市场指南",
        NewsColumn.Story => "案例故事",
        NewsColumn.FactPage => "资料专页",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };
}
