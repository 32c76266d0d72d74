using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Content.News;

/// <summary>What staff have set for a column.</summary>
public sealed class ColumnSetting : IVersioned
{
    public const int MostDays = 730;

    public required NewsColumn Column { get; init; }

    /// <summary>Days after which something new is expected; null for no rhythm.</summary>
    public int? RhythmDays { get; set; }

    /// <summary>Place among the columns, the smallest first.</summary>
    public required int Position { get; set; }

    public int Version { get; set; }
}

internal sealed class ColumnSettingTable : IEntityTypeConfiguration<ColumnSetting>
{
    public void Configure(EntityTypeBuilder<ColumnSetting> builder)
    {
        builder.ToTable("NewsColumns");
        builder.HasKey(c => c.Column);
    }
}

/// <summary>A column as staff see it.</summary>
/// <param name="Published">How many items the public sees.</param>
/// <param name="LastPublishedOn">Civil day of the latest publication.</param>
/// <param name="OverdueDays">Days beyond the rhythm; 0 while in rhythm or without one.</param>
/// <param name="Version">0 while nothing was set.</param>
public sealed record ColumnState(NewsColumn Column, int? RhythmDays, int Position, int Published, DateOnly? LastPublishedOn, int OverdueDays, int Version);

public enum ColumnSort
{
    Position,
    Name,
    Published,
    LastPublished,
    Overdue,
}

/// <summary>What the list of columns is narrowed to and how it is ordered.</summary>
/// <param name="Text">Part of the name.</param>
/// <param name="IsOverdue">Only columns beyond their rhythm, or only the others; null for both.</param>
public sealed record ColumnFilter(string? Text = null, bool? IsOverdue = null, ColumnSort Sort = ColumnSort.Position, bool Descending = false)
{
    /// <summary>The columns that fit, in the wanted order.</summary>
    public IReadOnlyList<ColumnState> Of(IReadOnlyList<ColumnState> columns)
    {
        var fitting = columns.Where(c => (IsOverdue is not { } isOverdue || c.OverdueDays > 0 == isOverdue) && (SearchWord.Of(Text) is not { } word || c.Column.Word().Contains(word, StringComparison.OrdinalIgnoreCase)));
        Func<ColumnState, IComparable?> key = Sort switch
        {
            ColumnSort.Name => c => c.Column.Word(),
            ColumnSort.Published => c => c.Published,
            ColumnSort.LastPublished => c => c.LastPublishedOn,
            ColumnSort.Overdue => c => c.OverdueDays,
            _ => c => c.Position,
        };
        return [.. Descending ? fitting.OrderByDescending(key) : fitting.OrderBy(key)];
    }
}

/// <summary>The columns: which of them the public sees, and whether they keep the rhythm that staff expect.</summary>
public sealed class NewsColumns(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    /// <summary>The columns that have something to read, in the order of the staff.</summary>
    public async Task<IReadOnlyList<NewsColumn>> PublicAsync(CancellationToken cancellation) =>
        [.. (await ListAsync(cancellation)).Where(c => c.Published > 0).Select(c => c.Column)];

    /// <summary>All columns in their order.</summary>
    public async Task<IReadOnlyList<ColumnState>> ListAsync(CancellationToken cancellation)
    {
        var settings = await db.ColumnSettings.AsNoTracking().ToDictionaryAsync(c => c.Column, cancellation);
        var counts = await db.News.Where(n => n.State == PublicationState.Published).GroupBy(n => n.Column)
            .Select(g => new { g.Key, Count = g.Count(), Last = g.Max(n => n.PublishedAt) }).ToDictionaryAsync(g => g.Key, cancellation);
        return [.. Enum.GetValues<NewsColumn>().Select(column =>
        {
            var found = counts.GetValueOrDefault(column);
            var setting = settings.GetValueOrDefault(column) ?? Usual(column);
            DateOnly? last = found?.Last is { } at ? ChinaTime.DayOf(at) : null;
            var overdue = setting.RhythmDays is { } days && last is { } day ? Math.Max(0, time.Today.DayNumber - day.DayNumber - days) : 0;
            return new ColumnState(column, setting.RhythmDays, setting.Position, found?.Count ?? 0, last, overdue, setting.Version);
        }).OrderBy(c => c.Position).ThenBy(c => c.Column)];
    }

    /// <summary>Sets rhythm and place of a column.</summary>
    /// <param name="version">0 where nothing was set before.</param>
    public async Task<Outcome> SetAsync(NewsColumn column, int version, int? rhythmDays, int position, CancellationToken cancellation)
    {
        if (rhythmDays is < 1 or > ColumnSetting.MostDays) return Outcome.Refused(nameof(ColumnSetting.RhythmDays), $"更新周期为 1 到 {ColumnSetting.MostDays} 天，不要求就不填。");
        if (position is < 1 or > 99) return Outcome.Refused(nameof(ColumnSetting.Position), "顺序为 1 到 99。");
        var setting = await db.ColumnSettings.SingleOrDefaultAsync(c => c.Column == column, cancellation);
        var before = setting ?? Usual(column);
        var (days, place) = (before.RhythmDays, before.Position);
        if (setting is null)
        {
            db.ColumnSettings.Add(new ColumnSetting { Column = column, RhythmDays = rhythmDays, Position = position });
        }
        else
        {
            db.Expect(setting, version);
            (setting.RhythmDays, setting.Position) = (rhythmDays, position);
        }
        journal.Write(JournalSubjects.News, column.ToString(), "news.column-set", column.Word(), [new FieldChange("更新周期（天）", Text(days), Text(rhythmDays)), new FieldChange("顺序", Text(place), Text(position))]);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("他人刚改过这个栏目。请核对后再保存。");
        }
    }

    private static string? Text(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Before staff set anything: news within two weeks, notices and interpretations within six months (the inspection's terms, mission D2), guides within a year.</summary>
    private static ColumnSetting Usual(NewsColumn column) => new()
    {
        Column = column,
        Position = (int)column + 1,
        RhythmDays = column switch
        {
            NewsColumn.ZoneNews or NewsColumn.IndustryWatch => 14,
            NewsColumn.Notice or NewsColumn.Interpretation => 180,
            NewsColumn.Guide => 365,
            _ => null,
        },
    };
}
