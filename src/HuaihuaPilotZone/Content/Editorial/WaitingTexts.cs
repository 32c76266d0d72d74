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

/// <summary>A text that waits for somebody.</summary>
/// <param name="IsPolicy">False for a news item.</param>
/// <param name="SubmittedAt">UTC.</param>
/// <param name="PublishAt">UTC.</param>
public sealed record QueueRow(bool IsPolicy, int Id, string Title, EditorialStep Step, DateTime? SubmittedAt, string? ReviewedBy, string? ReturnReason, DateTime? PublishAt, DateTime UpdatedAt);

/// <summary>News and policies that wait for a review, for publication or for their time.</summary>
public sealed class WaitingTexts(PortalDbContext db)
{
    /// <summary>What waits, the longest waiting first.</summary>
    public async Task<Page<QueueRow>> ListAsync(QueueView view, PageRequest page, CancellationToken cancellation)
    {
        var rows = Narrow(db.News.AsNoTracking(), view).Select(t => new { IsPolicy = false, t.Id, t.Title, t.Step, t.SubmittedAt, t.ReviewedBy, t.ReturnReason, t.PublishAt, t.UpdatedAt })
            .Concat(Narrow(db.PolicyDocuments.AsNoTracking(), view).Select(t => new { IsPolicy = true, t.Id, t.Title, t.Step, t.SubmittedAt, t.ReviewedBy, t.ReturnReason, t.PublishAt, t.UpdatedAt }));
        var total = await rows.CountAsync(cancellation);
        var shown = await rows.OrderBy(t => t.PublishAt ?? t.SubmittedAt ?? t.UpdatedAt).ThenBy(t => t.IsPolicy).ThenBy(t => t.Id).Skip(page.Skip).Take(page.Size).ToListAsync(cancellation);
        return new Page<QueueRow>(
            [.. shown.Select(t => new QueueRow(t.IsPolicy, t.Id, t.Title, t.Step, t.SubmittedAt, t.ReviewedBy, t.ReturnReason, t.PublishAt, t.UpdatedAt))], page.Number, page.Size, total);
    }

    /// <summary>How many texts wait, by view.</summary>
    public async Task<IReadOnlyDictionary<QueueView, int>> CountAsync(CancellationToken cancellation)
    {
        var counts = new Dictionary<QueueView, int>();
        foreach (var view in Enum.GetValues<QueueView>())
            counts[view] = await Narrow(db.News, view).CountAsync(cancellation) + await Narrow(db.PolicyDocuments, view).CountAsync(cancellation);
        return counts;
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
}
