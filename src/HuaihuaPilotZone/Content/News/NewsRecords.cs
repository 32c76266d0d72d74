using AutoMapper;
using HuaihuaPilotZone.Content.Editorial;

namespace HuaihuaPilotZone.Content.News;

/// <summary>What an editor writes. There is no publication time in it: the system sets that.</summary>
public sealed record NewsDraft
{
    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>Code of the column.</summary>
    public required string Column { get; init; }

    /// <summary>Wanted address; null lets the system choose one.</summary>
    public string? Slug { get; init; }

    public string? EventDate { get; init; }

    public string? Source { get; init; }

    public string? SourceAddress { get; init; }

    public string? SourceDate { get; init; }

    /// <summary>The policy document it interprets: number, index number or title.</summary>
    public string? Interprets { get; init; }

    /// <summary>更正说明, for a text that was published before.</summary>
    public string? Correction { get; init; }
}

/// <summary>What the public list is narrowed to.</summary>
/// <param name="Year">Of the event, or of the publication where no event is dated.</param>
public sealed record NewsFilter(string? Column = null, int? Year = null);

/// <summary>What the editors' list is narrowed to and how it is ordered.</summary>
public sealed record NewsDeskFilter(
    string? Text = null, PublicationState? State = null, string? Column = null, TextSort Sort = TextSort.Updated, bool Descending = true);

/// <summary>A row of the public list.</summary>
public sealed record NewsRow(string Slug, string Title, string Summary, string Column, DateTime? PublishedAt, string? EventDate, bool IsDemonstration);

/// <summary>A row of the editors' list.</summary>
public sealed record NewsDeskRow(int Id, string Slug, string Title, string Column, PublicationState State, EditorialStep Step, DateTime? PublishAt, bool HasChanges, DateTime? PublishedAt, DateTime UpdatedAt, bool IsDemonstration);

internal sealed class NewsRowMapping : Profile
{
    public NewsRowMapping()
    {
        CreateMap<NewsItem, NewsRow>();
        CreateMap<NewsItem, NewsDeskRow>().ForCtorParam(nameof(NewsDeskRow.HasChanges), o => o.MapFrom(n => n.Pending != null));
        CreateMap<NewsItem, NewsDraft>();
    }
}
