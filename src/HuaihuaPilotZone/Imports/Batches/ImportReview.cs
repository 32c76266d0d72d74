using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Batches;

/// <summary>One kind of problem: the same rule at the same column.</summary>
/// <param name="Count">How many places.</param>
/// <param name="Suggested">For how many there is a safe value.</param>
/// <param name="Value">One of the values seen.</param>
/// <param name="Values">How many different values there are.</param>
/// <param name="Suggestion">The safe value, where all places have the same one; null otherwise.</param>
/// <param name="Reason">What is said of one of them.</param>
/// <param name="IsOneReason">Whether the same is said of all.</param>
/// <param name="Choices">JSON: the values to choose from, where all places have the same ones; null otherwise.</param>
public sealed record ProblemKind(string RuleId, string Title, string? Column, bool IsMustFix, int Count, int Suggested, string? Value, int Values, string? Suggestion, string Reason, bool IsOneReason, string? Choices);

/// <summary>Views of the rows of a batch.</summary>
public enum RowView
{
    /// <summary>有问题: something has to be mended first.</summary>
    Bad,

    /// <summary>建议核对: something deserves a look, and hinders nothing.</summary>
    Advice,

    /// <summary>可导入.</summary>
    Good,

    /// <summary>选择跳过.</summary>
    Skipped,

    All,
}

/// <summary>Which rows are wanted.</summary>
/// <param name="RuleId">Only rows of this kind of problem, whatever the view.</param>
public sealed record RowFilter(string? RuleId, string? Column, RowView View);

/// <summary>A row as it is shown: cells in the order of the batch's columns.</summary>
public sealed record ReviewRow(int Number, string Key, ImportGroupState State, IReadOnlyList<string> Cells, IReadOnlyDictionary<int, string> Originals, IReadOnlyList<ImportProblem> Problems);

/// <summary>A repair of all problems of one kind.</summary>
/// <param name="From">Only cells that hold this value; null for all of the kind.</param>
/// <param name="To">The value to write; null for each problem's own suggestion.</param>
public sealed record KindRepair(string RuleId, string? Column, string? From, string? To);

/// <summary>What a repair came to.</summary>
/// <param name="Count">Problems that were or will be repaired.</param>
/// <param name="IsLater">A job does it.</param>
public sealed record RepairAnswer(int Count, bool IsLater);

/// <summary>Shows what a check has found.</summary>
public sealed class ImportReview(PortalDbContext db)
{
    private const int MostKinds = 60;

    /// <summary>Kinds of problems, those that must be mended first.</summary>
    public async Task<IReadOnlyList<ProblemKind>> KindsAsync(int? enterpriseId, int id, CancellationToken cancellation) =>
        await Problems(enterpriseId, id).GroupBy(p => new { p.RuleId, p.Title, p.Column, p.IsMustFix })
            .Select(g => new
            {
                g.Key,
                Count = g.Count(),
                Suggested = g.Count(p => p.Suggestion != null),
                Value = g.Min(p => p.Value),
                Values = g.Select(p => p.Value).Distinct().Count(),
                Suggestion = g.Min(p => p.Suggestion),
                LastSuggestion = g.Max(p => p.Suggestion),
                Reason = g.Min(p => p.Reason),
                LastReason = g.Max(p => p.Reason),
                Choices = g.Min(p => p.Choices),
                LastChoices = g.Max(p => p.Choices),
                WithChoices = g.Count(p => p.Choices != null),
            })
            .OrderByDescending(k => k.Key.IsMustFix).ThenByDescending(k => k.Count).ThenBy(k => k.Key.RuleId).ThenBy(k => k.Key.Column).Take(MostKinds)
            .Select(k => new ProblemKind(
                k.Key.RuleId, k.Key.Title, k.Key.Column, k.Key.IsMustFix, k.Count, k.Suggested, k.Value, k.Values, k.Suggested == k.Count && k.Suggestion == k.LastSuggestion ? k.Suggestion : null,
                k.Reason ?? "", k.Reason == k.LastReason, k.WithChoices == k.Count && k.Choices == k.LastChoices ? k.Choices : null))
            .ToListAsync(cancellation);

    /// <summary>Rows in the order of the file, with their problems, those that must be mended first.</summary>
    public async Task<Page<ReviewRow>> RowsAsync(int? enterpriseId, int id, RowFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var problems = Problems(enterpriseId, id);
        var rows = Narrow(db.ImportRows.AsNoTracking().Where(r => r.BatchId == id && Mine(enterpriseId).Any(b => b.Id == id)), problems, id, filter);
        var shown = await rows.OrderBy(r => r.Number).ToPageAsync(page, cancellation, PagedQueries.All);
        int[] numbers = [.. shown.Rows.Select(r => r.Number)];
        string[] keys = [.. shown.Rows.Select(r => r.Key).Distinct(StringComparer.Ordinal)];
        var found = (await problems.Where(p => numbers.Contains(p.RowNumber)).OrderByDescending(p => p.IsMustFix).ThenBy(p => p.Id).ToListAsync(cancellation)).ToLookup(p => p.RowNumber);
        var states = await db.ImportGroups.AsNoTracking().Where(g => g.BatchId == id && keys.Contains(g.Key)).ToDictionaryAsync(g => g.Key, g => g.State, StringComparer.Ordinal, cancellation);
        var columns = (await Mine(enterpriseId).Where(b => b.Id == id).Select(b => b.Columns).SingleOrDefaultAsync(cancellation)) is { } json ? ImportCells.Read<string[]>(json).Length : 0;
        return shown.Select(r => new ReviewRow(r.Number, r.Key, states[r.Key], ImportCells.Cells(r.Cells, columns), ImportCells.Originals(r.Originals), [.. found[r.Number]]));
    }

    private IQueryable<ImportRow> Narrow(IQueryable<ImportRow> rows, IQueryable<ImportProblem> problems, int id, RowFilter filter)
    {
        if (filter.RuleId is { } rule) return rows.Where(r => problems.Any(p => p.RowNumber == r.Number && p.RuleId == rule && p.Column == filter.Column));
        return filter.View switch
        {
            RowView.Bad => rows.Where(r => problems.Any(p => p.RowNumber == r.Number && p.IsMustFix)),
            RowView.Advice => rows.Where(r => problems.Any(p => p.RowNumber == r.Number && !p.IsMustFix)),
            RowView.Good => rows.Where(r => db.ImportGroups.Any(g => g.BatchId == id && g.Key == r.Key && g.State == ImportGroupState.Good)),
            RowView.Skipped => rows.Where(r => db.ImportGroups.Any(g => g.BatchId == id && g.Key == r.Key && g.State == ImportGroupState.Skipped)),
            _ => rows,
        };
    }

    private IQueryable<ImportProblem> Problems(int? enterpriseId, int id) =>
        db.ImportProblems.AsNoTracking().Where(p => p.BatchId == id && Mine(enterpriseId).Any(b => b.Id == id));

    private IQueryable<ImportBatch> Mine(int? enterpriseId) => db.ImportBatches.AsNoTracking().Where(b => b.EnterpriseId == enterpriseId);
}
