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

    /// <summary>Code of the column it stands in.</summary>
    public required string Column { get; set; }

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
    /// <param name="kind">What its column takes.</param>
    public bool IsOutdatedOn(DateOnly day, ColumnKind kind) => kind == ColumnKind.Guide && RevisedAt is { } at && ChinaTime.DayOf(at).AddYears(1) < day;

    /// <summary>Call after the title or the address changed.</summary>
    public void RefreshSearchText() => SearchText = $"{Title}\n{Slug}".ToUpperInvariant();
}
