using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>What is said of a file that is handed in.</summary>
public sealed record TableUpload(CodeTableId Table, bool IsComplete, DateOnly? Effective, string Source, DateOnly? SourceDate, bool Verified, bool IsDemonstration);

/// <summary>Staff import tables: hand in a file, look at the preview, confirm or drop it.</summary>
public sealed class TableImportService(
    PortalDbContext db, FileCabinet cabinet, TablePreview preview, JobService jobs, NumberGiver numbers, PortalJournal journal, Actor actor, ChinaTime time)
{
    public const string ImportedAct = "table.imported";

    /// <summary>Bytes from which a file is read in the background.</summary>
    private const long Large = 200 * 1024;

    private const string Gone = "没有找到这次导入。";

    /// <summary>Keeps the file and makes its preview, a large one in the background.</summary>
    /// <returns>The id of the import.</returns>
    public async Task<Outcome<int>> UploadAsync(TableUpload upload, KeptFile file, CancellationToken cancellation)
    {
        if (!TableSchemas.Of(upload.Table).IsImportable) return Outcome.Refused("Table", "这张表随平台提供，不能导入。");
        var isLarge = file.Size > Large;
        var made = await db.InTransactionAsync<int>(
            async token =>
            {
                var import = new TableImport
                {
                    Table = upload.Table,
                    File = cabinet.Record(file, enterpriseId: null),
                    IsComplete = upload.IsComplete,
                    Effective = upload.Effective,
                    Source = upload.Source,
                    SourceDate = upload.SourceDate,
                    Verified = upload.Verified,
                    IsDemonstration = upload.IsDemonstration,
                    At = time.UtcNow,
                    By = actor.Name,
                };
                db.TableImports.Add(import);
                await db.SaveChangesAsync(token);
                if (isLarge) jobs.Add(TableReading.Kind, $"读取代码表：{TableSchemas.Of(upload.Table).Title}（{file.Name}）", new TableReadingPayload(import.Id), enterpriseId: null);
                await db.SaveChangesAsync(token);
                return import.Id;
            },
            cancellation);
        if (made.IsDone && !isLarge) await preview.ReadAsync(made.Value, report: null, cancellation);
        return made;
    }

    /// <summary>Imports of all tables or of one, the newest first.</summary>
    public Task<Page<TableImport>> ListAsync(CodeTableId? table, PageRequest page, CancellationToken cancellation) =>
        db.TableImports.AsNoTracking().Include(i => i.File).Where(i => table == null || i.Table == table).OrderByDescending(i => i.Id).ToPageAsync(page, cancellation);

    /// <summary>One import with its file; null for an unknown one.</summary>
    public Task<TableImport?> FindAsync(int id, CancellationToken cancellation) =>
        db.TableImports.AsNoTracking().Include(i => i.File).SingleOrDefaultAsync(i => i.Id == id, cancellation);

    /// <summary>What an import changes, of one kind, by code; each with the row it takes the place of.</summary>
    public async Task<Page<ChangedTableRow>> ChangesAsync(int id, TableChangeKind kind, PageRequest page, CancellationToken cancellation)
    {
        var rows = await db.KeptTableRows.AsNoTracking().Where(r => r.ImportId == id && r.Change == kind).OrderBy(r => r.Code).ThenBy(r => r.Id).ToPageAsync(page, cancellation);
        List<int?> replaced = [.. rows.Rows.Select(r => r.ReplacesId).Where(r => r is not null)];
        var old = await db.KeptTableRows.AsNoTracking().Where(r => replaced.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(cancellation);
        return rows.Select(r => new ChangedTableRow(r, old.Find(o => o.Id == r.ReplacesId)));
    }

    /// <summary>What is wrong with lines of the file, the first of them.</summary>
    public static IReadOnlyList<TableProblem> Problems(TableImport import) => JsonSerializer.Deserialize<List<TableProblem>>(import.Problems) ?? [];

    /// <summary>Puts an import in force as the next version of its table: all of it or nothing.</summary>
    /// <param name="version">The version of the import that the page showed.</param>
    /// <param name="consent">What staff have ticked.</param>
    /// <returns>The number of the table's new version.</returns>
    public async Task<Outcome<int>> ConfirmAsync(int id, int version, ImportConsent consent, CancellationToken cancellation)
    {
        await numbers.EnsureAsync(CustomsTablesSource.Stamp, cancellation);
        try
        {
            return await db.InTransactionAsync(token => PutInForceAsync(id, version, consent, token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused("这次导入刚被他人处理。请刷新后再看。");
        }
    }

    /// <summary>Drops an import that waits; its file stays as a record.</summary>
    public async Task<Outcome> DiscardAsync(int id, CancellationToken cancellation) => await db.InTransactionAsync(
        async token =>
        {
            var dropped = await db.TableImports.Where(i => i.Id == id && (i.State == TableImportState.Ready || i.State == TableImportState.Reading || i.State == TableImportState.Unreadable))
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, TableImportState.Discarded).SetProperty(i => i.Version, i => i.Version + 1), token);
            if (dropped == 0) return Outcome.Refused("这次导入已经确认或放弃。");
            await db.KeptTableRows.Where(r => r.ImportId == id && r.Since == null).ExecuteDeleteAsync(token);
            return Outcome.Done;
        },
        cancellation);

    private async Task<Outcome<int>> PutInForceAsync(int id, int version, ImportConsent consent, CancellationToken cancellation)
    {
        // the number is taken first: it makes confirmations wait for each other
        var edition = await numbers.NextAsync(CustomsTablesSource.Stamp, cancellation);
        if (await db.TableImports.Include(i => i.File).SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } import) return Outcome.Refused(Gone);
        if (import.State != TableImportState.Ready) return Outcome.Refused($"这次导入{import.State.Word()}，不能确认。");
        var last = await db.LastNumberAsync(import.Table, cancellation);
        if (last != import.BaseNumber) return Outcome.Refused("预览之后这张表又有了新版本。请重新上传文件，按新版本预览。");
        if (!import.IsFaultless && !consent.WithoutFaulty) return Outcome.Refused("WithoutFaulty", $"有 {import.ProblemCount} 处问题。请改好文件重新上传，或选择不导入有问题的行。");
        if (import.EndsMost && !consent.EndMost) return Outcome.Refused("EndMost", $"这次导入要终止 {import.EndedCount} 个代码，超过现有的一半。如果文件只是表的一部分，请放弃后按“只有补充和更正”重新上传；确实要终止的，请勾选后再确认。");
        if (import.Differences == 0) return Outcome.Refused("与现有的表相同，没有可以导入的改动。");
        db.Expect(import, version);
        (import.State, import.VersionNumber) = (TableImportState.Confirmed, last + 1);
        await db.KeptTableRows.Where(r => r.Until == null && db.KeptTableRows.Any(n => n.ImportId == id && n.ReplacesId == r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Until, edition), cancellation);
        await db.KeptTableRows.Where(r => r.ImportId == id && r.IsRemoval).ExecuteUpdateAsync(set => set.SetProperty(r => r.Until, edition), cancellation);
        await db.KeptTableRows.Where(r => r.ImportId == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Since, edition), cancellation);
        db.TableVersions.Add(await VersionAsync(import, last + 1, edition, cancellation));
        journal.Write(JournalSubjects.Table, $"{import.Table} {last + 1}", ImportedAct, $"新增 {import.NewCount}，变更 {import.ChangedCount}，终止 {import.EndedCount}。来源：{import.Source}");
        await db.SaveChangesAsync(cancellation);
        return last + 1;
    }

    private async Task<TableVersion> VersionAsync(TableImport import, int number, int edition, CancellationToken cancellation) => new()
    {
        Table = import.Table,
        Number = number,
        Edition = edition,
        Kind = TableVersionKind.Import,
        At = time.UtcNow,
        By = actor.Name,
        Source = import.Source,
        SourceDate = import.SourceDate,
        ImportId = import.Id,
        FileName = import.File!.Name,
        FileHash = import.File.Hash,
        Rows = await db.KeptTableRows.CountAsync(r => r.Table == import.Table && r.Since != null && r.Until == null, cancellation),
        NewCount = import.NewCount,
        ChangedCount = import.ChangedCount,
        EndedCount = import.EndedCount,
        IsDemonstration = import.IsDemonstration,
    };
}

/// <summary>What staff agree to when they confirm an import.</summary>
/// <param name="WithoutFaulty">That lines with faults are left out.</param>
/// <param name="EndMost">That more than half of the table ends.</param>
public sealed record ImportConsent(bool WithoutFaulty, bool EndMost = false);

/// <summary>A row of a preview.</summary>
/// <param name="Old">The row it takes the place of, where that is a kept one.</param>
public sealed record ChangedTableRow(KeptTableRow Row, KeptTableRow? Old);
