using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Work;

/// <summary>Payload of the jobs of a batch.</summary>
public sealed record ImportOrder(int BatchId);

/// <summary>A batch at work: what every step needs.</summary>
public sealed record ImportAtWork(int Id, ImportStage Stage, ImportKind Kind, ImportContext Context, IReadOnlyList<string> Columns, int RowCount)
{
    public string Address => Context.EnterpriseId is null ? $"/park/imports/{Id}" : $"/enterprise/imports/{Id}";
}

/// <summary>Steps that several jobs and repairs share.</summary>
public sealed class ImportSteps(PortalDbContext db, ImportKinds kinds, JobService jobs, ChinaTime time)
{
    private const int RowsAtATime = 1000;
    private const int GroupsAtATime = 500;
    private const string TooManyRows = "IMPORT-003";
    private const string SharedInFile = "IMPORT-004";

    public async Task<ImportAtWork> OpenAsync(int id, CancellationToken cancellation)
    {
        var batch = await db.ImportBatches.AsNoTracking().Where(b => b.Id == id)
            .Select(b => new { b.Stage, b.Kind, b.Variant, b.EnterpriseId, b.File!.Name, b.Columns, b.RowCount }).SingleAsync(cancellation);
        return new ImportAtWork(id, batch.Stage, kinds.Get(batch.Kind), new ImportContext(batch.EnterpriseId, batch.Variant, batch.Name, id), ImportCells.Read<string[]>(batch.Columns), batch.RowCount);
    }

    /// <summary>Moves on to the next stage; nothing when the batch is not at the stage named.</summary>
    public async Task<bool> MoveAsync(int id, ImportStage from, ImportStage to, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return await db.ImportBatches.Where(b => b.Id == id && b.Stage == from)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Stage, to).SetProperty(b => b.ChangedAt, now), cancellation) == 1;
    }

    /// <summary>Adds the job of the next stage; inside the transaction of the change of stage.</summary>
    public async Task AddJobAsync(ImportAtWork batch, string kind, string title, object payload, CancellationToken cancellation)
    {
        var job = jobs.Add(kind, $"{title}{batch.Kind.Title}“{batch.Context.FileName}”", payload, batch.Context.EnterpriseId);
        await db.SaveChangesAsync(cancellation);
        await db.ImportBatches.Where(b => b.Id == batch.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.JobId, job.Id), cancellation);
    }

    /// <summary>Groups of one state in the order of the file, with their rows, as many as fit one step.</summary>
    public async Task<IReadOnlyList<ImportedGroup>> NextAsync(ImportAtWork batch, ImportGroupState state, int mostGroups, CancellationToken cancellation)
    {
        var next = await db.ImportGroups.AsNoTracking().Where(g => g.BatchId == batch.Id && g.State == state).OrderBy(g => g.FirstRow).Take(mostGroups)
            .Select(g => new { g.Key, g.RowCount }).ToListAsync(cancellation);
        var rows = 0;
        string[] keys = [.. next.TakeWhile((g, i) => (rows += Math.Min(g.RowCount, batch.Kind.MostRows + 1)) <= RowsAtATime || i == 0).Select(g => g.Key)];
        var loaded = await RowsAsync(batch, [.. next.Take(keys.Length).Where(g => g.RowCount <= batch.Kind.MostRows).Select(g => g.Key)], cancellation);
        return [.. keys.Select(k => new ImportedGroup(k, [.. loaded[k]]))];
    }

    /// <summary>Checks the next groups that are to be checked. A group with more rows than its kind allows comes without them.</summary>
    public async Task<IReadOnlyList<CheckedGroup>> LookAsync(ImportAtWork batch, CancellationToken cancellation)
    {
        var groups = await NextAsync(batch, ImportGroupState.Stale, GroupsAtATime, cancellation);
        ImportedGroup[] right = [.. groups.Where(g => g.Rows.Count > 0)];
        var looked = right.Length == 0 ? [] : await batch.Kind.CheckAsync(batch.Context, right, cancellation);
        var shared = await SharedAsync(batch, right, cancellation);
        return
        [
            .. looked.Select(g => shared.TryGetValue(g.Key, out var problem) ? g with { Problems = [.. g.Problems, problem] } : g),
            .. groups.Where(g => g.Rows.Count == 0).Select(g => new CheckedGroup(g.Key, [])),
        ];
    }

    /// <summary>Groups of these that share with another one of the file what each should have for itself. Both are told when their turn comes.</summary>
    private async Task<Dictionary<string, RowProblem>> SharedAsync(ImportAtWork batch, ImportedGroup[] groups, CancellationToken cancellation)
    {
        if (batch.Kind.OnceColumn is not { } column) return [];
        string[] keys = [.. groups.Select(g => g.Key)];
        var asked = await db.ImportGroups.AsNoTracking().Where(g => g.BatchId == batch.Id && EF.Parameter(keys).Contains(g.Key) && g.Once != null)
            .Select(g => new { g.Key, Once = g.Once!, g.FirstRow }).ToListAsync(cancellation);
        string[] values = [.. asked.Select(g => g.Once).Distinct(StringComparer.Ordinal)];
        var found = await Open(batch.Id).Where(g => EF.Parameter(values).Contains(g.Once!)).GroupBy(g => g.Once!)
            .Select(g => new { Once = g.Key, Count = g.Count(), First = g.Min(x => x.FirstRow), Last = g.Max(x => x.FirstRow) }).Where(g => g.Count > 1).ToDictionaryAsync(g => g.Once, StringComparer.Ordinal, cancellation);
        var told = new Dictionary<string, RowProblem>(StringComparer.Ordinal);
        foreach (var group in asked.Where(g => found.ContainsKey(g.Once)))
        {
            var same = found[group.Once];
            var value = groups.First(g => g.Key == group.Key).Rows.Select(r => r.Cells.GetValueOrDefault(column)).FirstOrDefault(v => v is not null);
            var label = batch.Kind.Columns.First(c => c.Name == column).Label;
            told[group.Key] = new RowProblem(
                group.FirstRow, column, value, SharedInFile, true, $"{label}在文件里重复",
                string.Create(CultureInfo.InvariantCulture, $"第 {(same.First == group.FirstRow ? same.Last : same.First)} 行的另一份也填了这个{label}，文件里共有 {same.Count} 份。每份应有自己的{label}，请核对后改正。"), null);
        }

        return told;
    }

    /// <summary>Groups that may still be repaired and imported.</summary>
    private IQueryable<ImportGroup> Open(int id) =>
        db.ImportGroups.AsNoTracking().Where(g => g.BatchId == id && (g.State == ImportGroupState.Stale || g.State == ImportGroupState.Good || g.State == ImportGroupState.Bad));

    /// <summary>Keeps what a check said, in place of what was said before; inside the caller's transaction.</summary>
    /// <returns>How many rows were checked.</returns>
    public async Task<int> KeepAsync(ImportAtWork batch, IReadOnlyList<CheckedGroup> looked, CancellationToken cancellation)
    {
        string[] keys = [.. looked.Select(g => g.Key)];
        await db.ImportProblems.Where(p => p.BatchId == batch.Id && EF.Parameter(keys).Contains(p.Key)).ExecuteDeleteAsync(cancellation);
        var groups = await db.ImportGroups.AsNoTracking().Where(g => g.BatchId == batch.Id && EF.Parameter(keys).Contains(g.Key)).ToDictionaryAsync(g => g.Key, StringComparer.Ordinal, cancellation);
        var kept = new List<ImportProblem>();
        foreach (var result in looked)
        {
            // a repair may have moved its last row to another group
            if (!groups.TryGetValue(result.Key, out var group)) continue;
            var problems = group.RowCount > batch.Kind.MostRows ? [TooMany(batch, group)] : result.Problems;
            group.MustFixCount = problems.Count(p => p.IsMustFix);
            group.AdviceCount = problems.Count - group.MustFixCount;
            group.State = (group.MustFixCount, result.IsSkipped) switch
            {
                ( > 0, _) => ImportGroupState.Bad,
                (_, true) => ImportGroupState.Skipped,
                _ => ImportGroupState.Good,
            };
            kept.AddRange(problems.Select(p => Of(batch.Id, result.Key, p)));
        }

        await db.UpdateManyAsync([.. groups.Values], cancellation, nameof(ImportGroup.State), nameof(ImportGroup.MustFixCount), nameof(ImportGroup.AdviceCount));
        await db.InsertManyAsync(kept, cancellation);
        return groups.Values.Sum(g => g.RowCount);
    }

    private async Task<ILookup<string, ImportedRow>> RowsAsync(ImportAtWork batch, string[] keys, CancellationToken cancellation)
    {
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.BatchId == batch.Id && EF.Parameter(keys).Contains(r.Key)).OrderBy(r => r.Number).ToListAsync(cancellation);
        return rows.ToLookup(r => r.Key, r => ImportCells.ToRow(r, batch.Columns), StringComparer.Ordinal);
    }

    private static RowProblem TooMany(ImportAtWork batch, ImportGroup group) => new(
        group.FirstRow, batch.Kind.KeyColumn, group.Name, TooManyRows, true, "同一编号的行太多", $"同一编号有 {group.RowCount} 行，最多 {batch.Kind.MostRows} 行。请确认这一列选对了，或分成几份。", null);

    private static ImportProblem Of(int batchId, string key, RowProblem p) => new()
    {
        BatchId = batchId,
        Key = key,
        RowNumber = p.RowNumber,
        Column = p.Column,
        Value = p.Value is null ? null : Texts.Cut(p.Value, ImportProblem.ValueMaxLength),
        RuleId = p.RuleId,
        IsMustFix = p.IsMustFix,
        Title = Texts.Cut(p.Title, ImportProblem.TitleMaxLength),
        Reason = Texts.Cut(p.Reason, ImportProblem.ReasonMaxLength),
        Suggestion = p.Suggestion is { Length: <= ImportProblem.ReasonMaxLength } ? p.Suggestion : null,
        Choices = p.Choices.Count > 0 && ImportCells.Write<IReadOnlyList<string>>(p.Choices) is { Length: <= ImportProblem.ChoicesMaxLength } choices ? choices : null,
    };
}
