using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>What the queue shows.</summary>
public enum QueueView
{
    /// <summary>待审核.</summary>
    InReview,

    /// <summary>待发布.</summary>
    Approved,

    /// <summary>定时发布.</summary>
    Scheduled,

    /// <summary>退回修改.</summary>
    Returned,
}

/// <summary>How the editors' lists of news and policies are ordered.</summary>
public enum TextSort
{
    Updated,
    Title,
    State,
    Published,
}

/// <summary>Kinds of texts that go the editors' way.</summary>
public enum TextKind
{
    /// <summary>资讯.</summary>
    News,

    /// <summary>政策文件.</summary>
    Policy,

    /// <summary>英文版.</summary>
    English,

    /// <summary>风险提示.</summary>
    Risk,
}

public enum QueueSort
{
    /// <summary>The longest waiting first.</summary>
    Waiting,

    Title,

    PublishAt,
}

/// <summary>What the queue is narrowed to and how it is ordered.</summary>
public sealed record QueueFilter(QueueView View, TextKind? Kind = null, string? Text = null, QueueSort Sort = QueueSort.Waiting, bool Descending = false);

/// <summary>A text that waits for somebody.</summary>
/// <param name="SubmittedAt">UTC.</param>
/// <param name="PublishAt">UTC.</param>
/// <param name="BrokenAttempts">How often its publication at the set time broke.</param>
public sealed record QueueRow(
    TextKind Kind, int Id, string Title, EditorialStep Step, DateTime? SubmittedAt, string? ReviewedBy, string? ReturnReason, DateTime? PublishAt, int BrokenAttempts, DateTime UpdatedAt);

/// <summary>News, policies, English versions and notices of risks that wait for a review, for publication or for their time.</summary>
public sealed class WaitingTexts(PortalDbContext db)
{
    public Task<Page<QueueRow>> ListAsync(QueueFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<QueueRow> StreamAsync(QueueFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <summary>How many texts wait, by view.</summary>
    public async Task<IReadOnlyDictionary<QueueView, int>> CountAsync(CancellationToken cancellation)
    {
        var counts = new Dictionary<QueueView, int>();
        foreach (var view in Enum.GetValues<QueueView>())
        {
            counts[view] = await Narrow(db.News, view).CountAsync(cancellation) + await Narrow(db.PolicyDocuments, view).CountAsync(cancellation)
                + await Narrow(db.EnglishVersions, view).CountAsync(cancellation) + await Narrow(db.RiskNotices, view).CountAsync(cancellation);
        }
        return counts;
    }

    private IQueryable<QueueRow> Rows(QueueFilter filter)
    {
        var rows = Waiting(db.News, TextKind.News, filter).Concat(Waiting(db.PolicyDocuments, TextKind.Policy, filter)).Concat(Waiting(db.EnglishVersions, TextKind.English, filter))
            .Concat(Waiting(db.RiskNotices, TextKind.Risk, filter));
        if (filter.Kind is { } kind) rows = rows.Where(t => t.Kind == kind);
        var ordered = (filter.Sort, filter.Descending) switch
        {
            (QueueSort.Title, false) => rows.OrderBy(t => t.Title),
            (QueueSort.Title, true) => rows.OrderByDescending(t => t.Title),
            (QueueSort.PublishAt, false) => rows.OrderBy(t => t.PublishAt),
            (QueueSort.PublishAt, true) => rows.OrderByDescending(t => t.PublishAt),
            (_, true) => rows.OrderByDescending(t => t.PublishAt ?? t.SubmittedAt ?? t.UpdatedAt),
            _ => rows.OrderBy(t => t.PublishAt ?? t.SubmittedAt ?? t.UpdatedAt),
        };
        return ordered.ThenBy(t => t.Kind).ThenBy(t => t.Id)
            .Select(t => new QueueRow(t.Kind, t.Id, t.Title, t.Step, t.SubmittedAt, t.ReviewedBy, t.ReturnReason, t.PublishAt, t.BrokenAttempts, t.UpdatedAt));
    }

    private static IQueryable<WaitingText> Waiting<T>(IQueryable<T> texts, TextKind kind, QueueFilter filter)
        where T : EditedText
    {
        var waiting = Narrow(texts.AsNoTracking(), filter.View);
        if (SearchWord.Of(filter.Text) is { } word) waiting = waiting.Where(t => t.Title.Contains(word));
        return waiting.Select(t => new WaitingText
        {
            Kind = kind,
            Id = t.Id,
            Title = t.Title,
            Step = t.Step,
            SubmittedAt = t.SubmittedAt,
            ReviewedBy = t.ReviewedBy,
            ReturnReason = t.ReturnReason,
            PublishAt = t.PublishAt,
            BrokenAttempts = t.BrokenAttempts,
            UpdatedAt = t.UpdatedAt,
        });
    }

    private static IQueryable<T> Narrow<T>(IQueryable<T> texts, QueueView view)
        where T : EditedText => view switch
        {
            QueueView.InReview => texts.Where(t => t.Step == EditorialStep.InReview),
            QueueView.Approved => texts.Where(t => t.Step == EditorialStep.Approved && t.PublishAt == null),
            QueueView.Scheduled => texts.Where(t => t.PublishAt != null),
            QueueView.Returned => texts.Where(t => t.Step == EditorialStep.Writing && t.ReturnReason != null),
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
        };

    /// <summary>What the four tables have in common; set operations need members, not a constructor.</summary>
    private sealed class WaitingText
    {
        public TextKind Kind { get; init; }

        public int Id { get; init; }

        public string Title { get; init; } = "";

        public EditorialStep Step { get; init; }

        public DateTime? SubmittedAt { get; init; }

        public string? ReviewedBy { get; init; }

        public string? ReturnReason { get; init; }

        public DateTime? PublishAt { get; init; }

        public int BrokenAttempts { get; init; }

        public DateTime UpdatedAt { get; init; }
    }
}

internal static class TextOrder
{
    /// <summary>Texts in the order of an editors' list.</summary>
    public static IOrderedQueryable<T> InOrder<T>(this IQueryable<T> texts, TextSort sort, bool descending)
        where T : EditedText => ((sort, descending) switch
        {
            (TextSort.Title, false) => texts.OrderBy(t => t.Title),
            (TextSort.Title, true) => texts.OrderByDescending(t => t.Title),
            (TextSort.State, false) => texts.OrderBy(t => t.State),
            (TextSort.State, true) => texts.OrderByDescending(t => t.State),
            (TextSort.Published, false) => texts.OrderBy(t => t.PublishedAt),
            (TextSort.Published, true) => texts.OrderByDescending(t => t.PublishedAt),
            (_, false) => texts.OrderBy(t => t.UpdatedAt),
            _ => texts.OrderByDescending(t => t.UpdatedAt),
        }).ThenByDescending(t => t.Id);
}

public static class QueueViewWords
{
    public static string Word(this QueueView view) => view switch
    {
        QueueView.InReview => "待审核",
        QueueView.Approved => "待发布",
        QueueView.Scheduled => "定时发布",
        QueueView.Returned => "退回修改",
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
    };

    public static string Word(this TextKind kind) => kind switch
    {
        TextKind.News => "资讯",
        TextKind.Policy => "政策文件",
        TextKind.English => "英文版",
        TextKind.Risk => "风险提示",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
