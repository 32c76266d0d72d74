using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.PublicPages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.News;

/// <summary>A column as staff see it.</summary>
/// <param name="Published">How many items the public sees.</param>
/// <param name="LastPublishedOn">Civil day of the latest publication.</param>
/// <param name="OverdueDays">Days beyond the rhythm; 0 while in rhythm, without one, or retired.</param>
public sealed record ColumnState(ColumnInfo Column, int Published, DateOnly? LastPublishedOn, int OverdueDays);

public enum ColumnSort
{
    Position,
    Name,
    Published,
    LastPublished,
    Overdue,
}

/// <summary>What the list of columns is narrowed to and how it is ordered.</summary>
/// <param name="Text">Part of a name or of the code.</param>
/// <param name="IsOverdue">Only columns beyond their rhythm, or only the others; null for both.</param>
public sealed record ColumnFilter(string? Text = null, bool? IsOverdue = null, ColumnSort Sort = ColumnSort.Position, bool Descending = false)
{
    /// <summary>The columns that fit, in the wanted order.</summary>
    public IReadOnlyList<ColumnState> Of(IReadOnlyList<ColumnState> columns)
    {
        var fitting = columns.Where(c => (IsOverdue is not { } isOverdue || c.OverdueDays > 0 == isOverdue) && (SearchWord.Of(Text) is not { } word || IsCalled(c.Column, word)));
        Func<ColumnState, IComparable?> key = Sort switch
        {
            ColumnSort.Name => c => c.Column.Name,
            ColumnSort.Published => c => c.Published,
            ColumnSort.LastPublished => c => c.LastPublishedOn,
            ColumnSort.Overdue => c => c.OverdueDays,
            _ => c => c.Column.Position,
        };
        return [.. Descending ? fitting.OrderByDescending(key) : fitting.OrderBy(key)];
    }

    private static bool IsCalled(ColumnInfo column, string word) =>
        new[] { column.Name, column.EnglishName, column.Code }.Any(n => n.Contains(word, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Keeps the columns until something about the news has changed.</summary>
public sealed class ColumnMemory(PublicChanges changes, TimeProvider clock) : TopicMemory<ColumnList>(changes, clock, _topics)
{
    private static readonly PublicTopic[] _topics = [PublicTopic.News];
}

/// <summary>The columns: what they are called, which of them the public sees, and whether they keep the rhythm that staff expect.</summary>
public sealed class NewsColumns(PortalDbContext db, ColumnMemory memory, ChinaTime time)
{
    /// <summary>All columns, also retired ones.</summary>
    public Task<ColumnList> ReadAsync(CancellationToken cancellation) => memory.ReadAsync(FreshAsync, cancellation);

    /// <summary>The open columns that have something to read, in the order of the staff.</summary>
    public async Task<IReadOnlyList<ColumnInfo>> PublicAsync(CancellationToken cancellation)
    {
        var filled = await db.News.Where(n => n.State == PublicationState.Published).Select(n => n.Column).Distinct().ToListAsync(cancellation);
        return [.. (await ReadAsync(cancellation)).Open.Where(c => filled.Contains(c.Code))];
    }

    /// <summary>All columns in their order, as they stand in the database.</summary>
    public async Task<IReadOnlyList<ColumnState>> ListAsync(CancellationToken cancellation)
    {
        var columns = await FreshAsync(cancellation);
        var counts = await db.News.Where(n => n.State == PublicationState.Published).GroupBy(n => n.Column)
            .Select(g => new { g.Key, Count = g.Count(), Last = g.Max(n => n.PublishedAt) }).ToDictionaryAsync(g => g.Key, cancellation);
        return [.. columns.All.Select(column =>
        {
            var found = counts.GetValueOrDefault(column.Code);
            DateOnly? last = found?.Last is { } at ? ChinaTime.DayOf(at) : null;
            var overdue = column is { IsRetired: false, RhythmDays: { } days } && last is { } day ? Math.Max(0, time.Today.DayNumber - day.DayNumber - days) : 0;
            return new ColumnState(column, found?.Count ?? 0, last, overdue);
        })];
    }

    internal async Task<ColumnList> FreshAsync(CancellationToken cancellation) =>
        ColumnList.Of(await db.ColumnSettings.AsNoTracking().OrderBy(c => c.Column).Take(ColumnDesk.MostColumns).ToListAsync(cancellation));
}
