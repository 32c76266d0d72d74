using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Work;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Batches;

/// <summary>What people do with batches. Every act names the enterprise (null for the park), which comes from the sign-in.</summary>
public sealed class ImportService(PortalDbContext db, ImportKinds kinds, FileCabinet cabinet, ImportMemory memory, JobService jobs, PortalJournal journal, Actor actor, ChinaTime time)
{
    internal const string Gone = "没有找到这次导入。";

    private const string TooLate = "这次导入刚被他人处理，请刷新后再看。";

    /// <summary>Takes a file in and looks at its top. A message needs no columns and is read at once.</summary>
    /// <returns>Number of the batch.</returns>
    public async Task<Outcome<int>> AddAsync(int? enterpriseId, string kindName, string? variant, KeptFile file, CancellationToken cancellation)
    {
        if (kinds.Find(kindName) is not { } kind || kind.IsOfPark != enterpriseId is null) return Outcome.Refused("请选择导入什么。");
        if (!(await kind.OpenVariantsAsync(cancellation)).Any(v => v.Name == variant)) return Outcome.Refused("Variant", "请选择监管方式。");
        var record = cabinet.Record(file, enterpriseId);
        var looked = await LookAsync(kind, record, cancellation);
        if (!looked.IsDone) return Outcome.Refused(looked.Refusals);
        var batch = new ImportBatch
        {
            Kind = kind.Name,
            Variant = variant!,
            EnterpriseId = enterpriseId,
            FileId = 0,
            File = record,
            Top = ImportCells.Write<FileTop>(looked.Value.Top),
            RowCount = looked.Value.Rows,
            CreatedAt = time.UtcNow,
            CreatedBy = actor.Name,
            ChangedAt = time.UtcNow,
        };
        db.ImportBatches.Add(batch);
        await db.SaveChangesAsync(cancellation);
        if (ImportFiles.IsMessage(file.Type))
        {
            var started = await StartAsync(batch.Id, kind, kind.Title, [.. kind.Columns.Select(c => c.Name)], [], cancellation);
            if (!started.IsDone) return started;
        }

        return batch.Id;
    }

    public Task<Page<ImportBatchRow>> ListAsync(int? enterpriseId, ImportFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var batches = Of(enterpriseId);
        if (SearchWord.Of(filter.Word) is { } word) batches = batches.Where(b => b.File!.Name.Contains(word));
        if (filter.Stage is { } stage) batches = batches.Where(b => b.Stage == stage);
        var sorted = (filter.Sort, filter.Ascending) switch
        {
            (ImportSort.File, true) => batches.OrderBy(b => b.File!.Name).ThenBy(b => b.Id),
            (ImportSort.File, false) => batches.OrderByDescending(b => b.File!.Name).ThenByDescending(b => b.Id),
            (ImportSort.Rows, true) => batches.OrderBy(b => b.RowCount).ThenBy(b => b.Id),
            (ImportSort.Rows, false) => batches.OrderByDescending(b => b.RowCount).ThenByDescending(b => b.Id),
            (_, true) => batches.OrderBy(b => b.Id),
            _ => batches.OrderByDescending(b => b.Id),
        };
        return sorted.Select(ImportBatchRow.Projection).ToPageAsync(page, cancellation);
    }

    /// <summary>Null when there is none or it is somebody else's.</summary>
    public async Task<ImportDetail?> FindAsync(int? enterpriseId, int id, CancellationToken cancellation)
    {
        var mine = Of(enterpriseId).Where(b => b.Id == id);
        if (await mine.Select(ImportBatchRow.Projection).SingleOrDefaultAsync(cancellation) is not { } batch) return null;
        var kept = await mine.Select(b => new { b.Top, b.Columns, b.Places }).SingleAsync(cancellation);
        var counts = await db.ImportGroups.Where(g => g.BatchId == id).GroupBy(g => g.State)
            .Select(g => new ImportCount(g.Key, g.Count(), g.Sum(x => x.RowCount))).ToListAsync(cancellation);
        var job = batch.JobId is { } jobId ? await db.Jobs.Where(j => j.Id == jobId).Select(JobView.Projection).SingleOrDefaultAsync(cancellation) : null;
        return new ImportDetail(batch, kinds.Get(batch.Kind), ImportCells.Read<FileTop>(kept.Top), ImportCells.Read<string[]>(kept.Columns), ImportCells.Read<int[]>(kept.Places), counts, job);
    }

    /// <summary>What each column of the file seems to mean, by what was chosen for such a file before and by its headings.</summary>
    /// <returns>Names of columns; null for a column that is not used.</returns>
    public async Task<IReadOnlyList<string?>> ProposeAsync(int? enterpriseId, ImportDetail batch, CancellationToken cancellation)
    {
        var remembered = await memory.ReadAsync(enterpriseId, batch.Kind.Name, batch.Top.Headings, cancellation);
        var match = Sheets.ColumnMatcher.Match([new Sheets.SheetRow(batch.Top.HeadingRow, batch.Top.Headings)], batch.Offered, remembered);
        return match?.Targets ?? [.. batch.Top.Headings.Select(_ => (string?)null)];
    }

    /// <summary>Says what the columns mean, remembers it for the next file and starts reading.</summary>
    /// <param name="targets">For each column of the file the name of a column; empty for one that is not used.</param>
    public async Task<Outcome> MatchAsync(int? enterpriseId, int id, IReadOnlyList<string?> targets, CancellationToken cancellation)
    {
        if (await FindAsync(enterpriseId, id, cancellation) is not { } batch) return Outcome.Refused(Gone);
        var (kind, headings) = (batch.Kind, batch.Top.Headings);
        string[] chosen = [.. headings.Select((_, i) => i < targets.Count ? targets[i] ?? "" : "")];
        string[] used = [.. chosen.Where(t => t.Length > 0)];
        if (used.FirstOrDefault(t => kind.Columns.All(c => c.Name != t)) is not null) return Outcome.Refused("列的选择已变化，请刷新后再选。");
        if (used.GroupBy(t => t, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Outcome.Refused(string.Create(CultureInfo.InvariantCulture, $"Targets[{Array.LastIndexOf(chosen, twice.Key)}]"), $"“{batch.LabelOf(twice.Key)}”选了两次，请只留一列。");
        if (kind.Columns.Where(c => c.IsRequired && !used.Contains(c.Name)).Select(c => $"“{c.Label}”").ToList() is { Count: > 0 } missing) return Outcome.Refused($"还要选出{string.Join('、', missing)}所在的列。");
        // the file's own columns first: their places stay small, and so do the rows
        string[] columns = [.. used, .. kind.Columns.Select(c => c.Name).Except(used, StringComparer.Ordinal)];
        try
        {
            return await StartAsync(id, kind, $"{kind.Title}“{batch.Batch.FileName}”", columns, [.. chosen.Select(t => t.Length == 0 ? -1 : Array.IndexOf(columns, t))], cancellation,
                token => memory.KeepAsync(enterpriseId, kind.Name, headings, chosen, token));
        }
        catch (DbUpdateException)
        {
            return Outcome.Refused(TooLate);
        }
    }

    /// <summary>Imports what can be imported. Of two who ask at once, one starts it.</summary>
    public Task<Outcome> CommitAsync(int? enterpriseId, int id, CancellationToken cancellation) => BeginAsync(
        enterpriseId, id, ImportStage.Review, ImportStage.Committing, CommitHandler.Kind, "导入", "import.committed",
        async token => await db.ImportGroups.AnyAsync(g => g.BatchId == id && g.State == ImportGroupState.Good, token) ? Outcome.Done : Outcome.Refused("没有可以导入的行。请先改好有问题的行。"), cancellation);

    /// <summary>Takes back everything that was imported and not touched since.</summary>
    public Task<Outcome> UndoAsync(int? enterpriseId, int id, CancellationToken cancellation) => BeginAsync(
        enterpriseId, id, ImportStage.Committed, ImportStage.Undoing, UndoHandler.Kind, "撤回导入", "import.undone", _ => Task.FromResult(Outcome.Done), cancellation);

    /// <summary>Opens what was not imported for repairs once more. It is checked anew, because numbers may have been taken since; what was imported stays as it is.</summary>
    public Task<Outcome> ReopenAsync(int? enterpriseId, int id, CancellationToken cancellation) => BeginAsync(
        enterpriseId, id, ImportStage.Committed, ImportStage.Checking, CheckHandler.Kind, "核对", "import.reopened",
        async token =>
        {
            // the advice of what was imported stands in the records themselves
            await db.ImportProblems.Where(p => p.BatchId == id && db.ImportGroups.Any(g => g.BatchId == id && g.Key == p.Key && g.State == ImportGroupState.Committed)).ExecuteDeleteAsync(token);
            var left = await db.ImportGroups.Where(g => g.BatchId == id && (g.State == ImportGroupState.Stale || g.State == ImportGroupState.Good || g.State == ImportGroupState.Bad || g.State == ImportGroupState.Skipped))
                .ExecuteUpdateAsync(set => set.SetProperty(g => g.State, ImportGroupState.Stale), token);
            return left > 0 ? Outcome.Done : Outcome.Refused("没有剩下可以修改的行。");
        },
        cancellation);

    /// <summary>
    /// Gives a batch up before anything was imported; its rows are deleted. Where a part was imported, only the repair of the rest is given up:
    /// the batch is as it was, and can be taken back. Not while a job works on it.
    /// </summary>
    public Task<Outcome> DiscardAsync(int? enterpriseId, int id, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (await FindAsync(enterpriseId, id, token) is not { } batch) return Outcome.Refused(Gone);
            if (batch.IsBusy) return Outcome.Refused("正在处理，不能放弃。请先取消任务。");
            if (batch.Batch.Stage is not (ImportStage.Matching or ImportStage.Reading or ImportStage.Checking or ImportStage.Review or ImportStage.Repairing)) return Outcome.Refused(TooLate);
            if (!await MoveAsync(id, batch.Batch.Stage, batch.IsReopened ? ImportStage.Committed : ImportStage.Discarded, token)) return Outcome.Refused(TooLate);
            if (batch.IsReopened) return Outcome.Done;
            await db.ImportProblems.Where(p => p.BatchId == id).ExecuteDeleteAsync(token);
            await db.ImportRows.Where(r => r.BatchId == id).ExecuteDeleteAsync(token);
            await db.ImportGroups.Where(g => g.BatchId == id).ExecuteDeleteAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>What became of the groups that were imported.</summary>
    /// <param name="keptOnly">Only those that could not be taken back.</param>
    public async Task<Page<ImportResult>> ResultsAsync(int? enterpriseId, int id, bool keptOnly, PageRequest page, CancellationToken cancellation)
    {
        if (await FindAsync(enterpriseId, id, cancellation) is not { } batch) return new Page<ImportResult>([], 1, page.Size, 0);
        var groups = db.ImportGroups.AsNoTracking().Where(g => g.BatchId == id && g.Result != null);
        if (keptOnly) groups = groups.Where(g => g.State == ImportGroupState.Kept);
        var results = await groups.OrderBy(g => g.FirstRow).Select(g => new ImportResult(g.Key, g.FirstRow, g.RowCount, g.State, g.Result!)).ToPageAsync(page, cancellation, PagedQueries.All);
        var names = await batch.Kind.NamesAsync([.. results.Rows.Select(r => r.Result)], cancellation);
        return results with { Rows = [.. results.Rows.Select(r => r with { Label = names.GetValueOrDefault(r.Result) })] };
    }

    private async Task<Outcome<(FileTop Top, int Rows)>> LookAsync(ImportKind kind, StoredFile file, CancellationToken cancellation)
    {
        var reading = await kind.ReadingAsync(cancellation);
        await using var content = cabinet.Open(file);
        if (ImportFiles.FormatOf(file.Type) is { } format) return ImportFiles.Look(content, format, kind.Columns);
        if (!ImportFiles.IsMessage(file.Type) || reading.Messages is not { } messages) return Outcome.Refused(FileCabinet.Field, $"不能导入{file.Type.Word()}文件。请上传 Excel 表格、CSV 或报文 XML。");
        var looked = ImportFiles.Look(content, messages);
        return looked.IsDone ? (FileTop.None, 0) : looked;
    }

    private Task<Outcome> StartAsync(
        int id, ImportKind kind, string title, IReadOnlyList<string> columns, IReadOnlyList<int> places, CancellationToken cancellation, Func<CancellationToken, Task>? besides = null) => db.InTransactionAsync(
        async token =>
        {
            var (now, order, where) = (time.UtcNow, ImportCells.Write<IReadOnlyList<string>>(columns), ImportCells.Write<IReadOnlyList<int>>(places));
            var moved = await db.ImportBatches.Where(b => b.Id == id && b.Stage == ImportStage.Matching).ExecuteUpdateAsync(
                set => set.SetProperty(b => b.Stage, ImportStage.Reading).SetProperty(b => b.ChangedAt, now).SetProperty(b => b.Columns, order).SetProperty(b => b.Places, where), token);
            if (moved == 0) return Outcome.Refused(TooLate);
            if (besides is not null) await besides(token);
            await AddJobAsync(id, ReadHandler.Kind, $"读取{title}", token);
            return Outcome.Done;
        },
        cancellation);

    private async Task<Outcome> BeginAsync(
        int? enterpriseId, int id, ImportStage from, ImportStage to, string jobKind, string verb, string act, Func<CancellationToken, Task<Outcome>> may, CancellationToken cancellation) => await db.InTransactionAsync(
        async token =>
        {
            if (await FindAsync(enterpriseId, id, token) is not { } batch) return Outcome.Refused(Gone);
            if (!await MoveAsync(id, from, to, token)) return Outcome.Refused(TooLate);
            if (await may(token) is { IsDone: false } refused) return refused;
            journal.Write(JournalSubjects.Import, id.ToString(CultureInfo.InvariantCulture), act, batch.Batch.FileName);
            await AddJobAsync(id, jobKind, $"{verb}{batch.Kind.Title}“{batch.Batch.FileName}”", token);
            return Outcome.Done;
        },
        cancellation);

    private async Task<bool> MoveAsync(int id, ImportStage from, ImportStage to, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return await db.ImportBatches.Where(b => b.Id == id && b.Stage == from)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Stage, to).SetProperty(b => b.ChangedAt, now), cancellation) == 1;
    }

    private async Task AddJobAsync(int id, string jobKind, string title, CancellationToken cancellation)
    {
        var enterprise = await db.ImportBatches.Where(b => b.Id == id).Select(b => b.EnterpriseId).SingleAsync(cancellation);
        var job = jobs.Add(jobKind, title, new ImportOrder(id), enterprise);
        await db.SaveChangesAsync(cancellation);
        await db.ImportBatches.Where(b => b.Id == id).ExecuteUpdateAsync(set => set.SetProperty(b => b.JobId, job.Id), cancellation);
    }

    private IQueryable<ImportBatch> Of(int? enterpriseId) => db.ImportBatches.AsNoTracking().Where(b => b.EnterpriseId == enterpriseId);
}
