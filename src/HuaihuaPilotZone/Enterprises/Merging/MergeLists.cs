using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>What a list of merges is ordered by.</summary>
public enum MergeSort
{
    At,
    Kept,
    Other,
    Moved,
}

/// <summary>Which merges are wanted.</summary>
/// <param name="Word">Part of one of the names, or of the code that is gone.</param>
public sealed record MergeFilter(MergeKind? Kind = null, MergeState? State = null, string? Word = null, MergeSort Sort = MergeSort.At, bool IsAscending = false)
{
    public bool IsNarrowed => Kind is not null || State is not null || !string.IsNullOrWhiteSpace(Word);
}

/// <summary>How many rows of a kind followed.</summary>
public sealed record MergedCount(string Label, string Unit, int Count);

/// <summary>One merge with what followed, by kind.</summary>
/// <param name="Obstacle">Why it cannot be undone now; null when it can.</param>
public sealed record MergeDetail(RosterMerge Merge, IReadOnlyList<MergedCount> Rows, string? Obstacle);

/// <summary>Merges and splits of the roster: who, when, what followed.</summary>
public sealed class MergeLists(PortalDbContext db, MergeUndo undo, PortalJournal journal)
{
    public Task<Page<RosterMerge>> ListAsync(MergeFilter filter, PageRequest page, CancellationToken cancellation) => Find(filter).ToPageAsync(page, cancellation);

    /// <summary>All of them, for a file; the export is journalled before the first row leaves.</summary>
    public async IAsyncEnumerable<RosterMerge> ExportAsync(MergeFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        journal.Write(JournalSubjects.Roster, "export", EnterpriseActs.Exported, $"CSV：合并和拆分记录{(filter.IsNarrowed ? "（按条件）" : "")}");
        await db.SaveChangesAsync(cancellation);
        await foreach (var merge in Find(filter).AsAsyncEnumerable().WithCancellation(cancellation)) yield return merge;
    }

    /// <summary>One merge; null when there is none of that number.</summary>
    public async Task<MergeDetail?> FindAsync(int id, CancellationToken cancellation)
    {
        if (await db.RosterMerges.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } merge) return null;
        var counts = await db.MergedRows.Where(r => r.MergeId == id).GroupBy(r => r.Reference).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var rows = ReferenceRules.All.Where(r => counts.ContainsKey(r.Name)).Select(r => new MergedCount(r.Label, r.Unit, counts[r.Name]));
        return new MergeDetail(merge, [.. rows], await undo.FindObstacleAsync(merge, cancellation));
    }

    private IQueryable<RosterMerge> Find(MergeFilter filter)
    {
        var found = db.RosterMerges.AsNoTracking().Where(m => (filter.Kind == null || m.Kind == filter.Kind) && (filter.State == null || m.State == filter.State));
        if (SearchWord.Of(filter.Word) is { } word)
        {
            var code = CreditCodes.Normalize(word);
            found = found.Where(m => m.KeptName.Contains(word) || m.OtherName.Contains(word) || m.OtherCode.Contains(code));
        }

        return (filter.Sort, filter.IsAscending) switch
        {
            (MergeSort.Kept, true) => found.OrderBy(m => m.KeptName).ThenBy(m => m.Id),
            (MergeSort.Kept, false) => found.OrderByDescending(m => m.KeptName).ThenByDescending(m => m.Id),
            (MergeSort.Other, true) => found.OrderBy(m => m.OtherName).ThenBy(m => m.Id),
            (MergeSort.Other, false) => found.OrderByDescending(m => m.OtherName).ThenByDescending(m => m.Id),
            (MergeSort.Moved, true) => found.OrderBy(m => m.Moved).ThenBy(m => m.Id),
            (MergeSort.Moved, false) => found.OrderByDescending(m => m.Moved).ThenByDescending(m => m.Id),
            (_, true) => found.OrderBy(m => m.At).ThenBy(m => m.Id),
            _ => found.OrderByDescending(m => m.At).ThenByDescending(m => m.Id),
        };
    }
}
