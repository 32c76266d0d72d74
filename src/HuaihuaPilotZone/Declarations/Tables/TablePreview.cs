using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Sheets;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>Reads the file of an import and keeps what it would change, beside the table and not in it.</summary>
public sealed class TablePreview(PortalDbContext db, FileCabinet cabinet, CustomsTablesSource source)
{
    internal const int MostProblems = 500;

    private const int Batch = 1000;

    /// <summary>Makes the preview anew; what an interrupted reading left is dropped first.</summary>
    /// <param name="report">Is told how many of how many changes are kept.</param>
    public async Task ReadAsync(int importId, Func<int, int, CancellationToken, Task>? report, CancellationToken cancellation)
    {
        var import = await db.TableImports.AsNoTracking().Include(i => i.File).SingleAsync(i => i.Id == importId, cancellation);
        if (import.State != TableImportState.Reading) return;
        await db.KeptTableRows.Where(r => r.ImportId == importId && r.Since == null).ExecuteDeleteAsync(cancellation);
        var edition = await source.CurrentAsync(cancellation);
        var kept = await KeptAsync(import.Table, cancellation);
        var number = await db.LastNumberAsync(import.Table, cancellation);
        try
        {
            var present = PresentOf(import.Table, kept, edition);
            var read = Read(import, edition, present);
            await KeepAsync(import, read, kept, present, report, cancellation);
            await FinishAsync(import, read, number, cancellation);
        }
        catch (UnreadableSheetException e)
        {
            await db.TableImports.Where(i => i.Id == importId && i.State == TableImportState.Reading)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, TableImportState.Unreadable).SetProperty(i => i.Message, Texts.Cut(e.Message, TableImport.MessageMaxLength)), cancellation);
        }
    }

    /// <summary>The rows of a table as they are now, of all times: what an import is compared with.</summary>
    public async Task<IReadOnlyList<KeptRow>> PresentAsync(CodeTableId table, CancellationToken cancellation) =>
        PresentOf(table, await KeptAsync(table, cancellation), await source.CurrentAsync(cancellation));

    /// <summary>
    /// The lines of a file that something is wrong with, as they stand there. The file is read anew, since an import keeps only its first problems.
    /// </summary>
    /// <returns>Null where the file cannot be read.</returns>
    public async Task<FaultyLines?> FaultsAsync(TableImport import, CancellationToken cancellation)
    {
        var edition = await source.CurrentAsync(cancellation);
        var present = PresentOf(import.Table, await KeptAsync(import.Table, cancellation), edition);
        try
        {
            var read = Read(import, edition, present);
            var problems = read.Problems.ToLookup(p => p.Line);
            await using var content = cabinet.Open(import.File!);
            return new FaultyLines(read.Match.Headings, [.. TableFile.Rows(content, import.File!)
                .Where(r => r.Number > read.Match.HeadingRow && problems.Contains(r.Number)).Select(r => new FaultyLine(r, [.. problems[r.Number]]))]);
        }
        catch (UnreadableSheetException)
        {
            return null;
        }
    }

    private Task<List<KeptTableRow>> KeptAsync(CodeTableId table, CancellationToken cancellation) =>
        db.KeptTableRows.AsNoTracking().Where(r => r.Table == table && r.Since != null && r.Until == null).OrderBy(r => r.Id).ToListAsync(cancellation);

    private static IReadOnlyList<KeptRow> PresentOf(CodeTableId table, List<KeptTableRow> kept, TablesEdition edition) =>
        kept.Count > 0 ? [.. kept.Select(k => k.ToRow())] : edition.Tables.Present(table);

    private ReadFile Read(TableImport import, TablesEdition edition, IReadOnlyList<KeptRow> present)
    {
        var schema = TableSchemas.Of(import.Table);
        using var content = cabinet.Open(import.File!);
        using var rows = TableFile.Rows(content, import.File!).GetEnumerator();
        var top = new List<SheetRow>();
        while (top.Count < ColumnMatcher.MostRowsAbove && rows.MoveNext()) top.Add(rows.Current);
        var columns = TableFile.Columns(schema);
        var match = ColumnMatcher.Match(top, columns, new Dictionary<string, string>(StringComparer.Ordinal))
            ?? throw new UnreadableSheetException($"找不到表头。第一行请写列名：{string.Join("、", columns.Select(c => c.Label))}。");
        if (columns.Where(c => c.IsRequired && !match.Targets.Contains(c.Name)).Select(c => c.Label).ToList() is { Count: > 0 } missing)
            throw new UnreadableSheetException($"表头里没有：{string.Join("、", missing)}。读到的列名是：{string.Join("、", match.Headings.Where(h => h.Length > 0).Take(20))}。");
        var at = match.Targets.Select((t, i) => (t, i)).Where(t => t.t is not null).ToDictionary(t => t.t!, t => t.i, StringComparer.Ordinal);
        var reader = new RowReader(schema, edition.Tables);
        var lines = new List<ReadRow>();
        var count = 0;
        void Take(SheetRow row)
        {
            if (row.Number <= match.HeadingRow || row.IsBlank) return;
            count++;
            if (reader.Read(row.Number, name => at.TryGetValue(name, out var column) ? row[column] : null) is { } made) lines.Add(new ReadRow(row.Number, made));
        }

        foreach (var row in top) Take(row);
        while (rows.MoveNext()) Take(rows.Current);
        if (count == 0) throw new UnreadableSheetException("表头下面没有数据。");
        var comparison = TableComparison.Of(present, lines, reader.Seen, new ImportTerms(import.IsComplete, import.Effective));
        return new ReadFile(count, comparison.Changes, [.. reader.Problems.Concat(comparison.Problems).OrderBy(p => p.Line)], match, NoteOf(reader, match));
    }

    /// <summary>Keeps every change; of a table that was never imported the untouched rows too, since the imported table stands alone from then on.</summary>
    private async Task KeepAsync(TableImport import, ReadFile read, List<KeptTableRow> kept, IReadOnlyList<KeptRow> present, Func<int, int, CancellationToken, Task>? report, CancellationToken cancellation)
    {
        var isFirst = kept.Count == 0;
        var wanted = read.Changes.Where(c => isFirst || c.Kind != TableChangeKind.Untouched).ToList();
        var done = 0;
        foreach (var step in wanted.Chunk(Batch))
        {
            db.KeptTableRows.AddRange(step.Select(c => Pending(import, c, c.Old is { } old && !isFirst ? kept[old].Id : null, c.Row ?? present[c.Old!.Value])));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            done += step.Length;
            if (report is not null) await report(done, wanted.Count, cancellation);
        }
    }

    private static KeptTableRow Pending(TableImport import, TableChange change, int? replaces, KeptRow row)
    {
        // a row that the file does not name keeps the source it was read in
        var isOfFile = change.Line is not null && change.Kind != TableChangeKind.Untouched;
        return new KeptTableRow
        {
            Table = import.Table,
            Code = row.Code,
            Name = row.Name,
            OldCode = row.OldCode,
            From = row.From,
            To = row.To,
            Source = isOfFile ? import.Source : Texts.Cut(row.Source, CustomsOfficeRow.SourceMaxLength),
            SourceDate = isOfFile ? import.SourceDate : row.SourceDate,
            Verified = isOfFile ? import.Verified : row.Verified,
            More = JsonSerializer.Serialize(row.More),
            Hash = KeptTableRow.HashOf(row),
            ImportId = import.Id,
            Line = change.Line,
            Change = change.Kind,
            ReplacesId = replaces,
            IsRemoval = change.Row is null,
        };
    }

    private async Task FinishAsync(TableImport import, ReadFile read, int number, CancellationToken cancellation)
    {
        int Count(TableChangeKind kind) => read.Changes.Count(c => c.Kind == kind);
        var (created, changed, ended, untouched) = (Count(TableChangeKind.New), Count(TableChangeKind.Changed), Count(TableChangeKind.Ended), Count(TableChangeKind.Untouched));
        var problems = JsonSerializer.Serialize(read.Problems.Take(MostProblems));
        var (lines, faults, faultless) = (read.Lines, read.Problems.Count, read.Problems.All(p => p.IsHarmless));
        var message = read.Note.Length == 0 ? null : Texts.Cut(read.Note, TableImport.MessageMaxLength);
        await db.TableImports.Where(i => i.Id == import.Id && i.State == TableImportState.Reading).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.State, TableImportState.Ready).SetProperty(i => i.BaseNumber, number).SetProperty(i => i.LineCount, lines)
                .SetProperty(i => i.NewCount, created).SetProperty(i => i.ChangedCount, changed).SetProperty(i => i.EndedCount, ended).SetProperty(i => i.UntouchedCount, untouched)
                .SetProperty(i => i.ProblemCount, faults).SetProperty(i => i.IsFaultless, faultless).SetProperty(i => i.Problems, problems).SetProperty(i => i.Message, message),
            cancellation);
    }

    /// <summary>What was put up with: codes that had lost their zeros, columns that nobody asked for.</summary>
    private static string NoteOf(RowReader reader, ColumnMatch match)
    {
        var mended = reader.FirstMended is { } first ? string.Create(CultureInfo.InvariantCulture, $"有 {reader.Mended:N0} 个代码开头的 0 被表格软件去掉，已补回，例如 {first.Typed} 读作 {first.Code}。") : "";
        var unused = match.Headings.Where((h, i) => h.Length > 0 && match.Targets[i] is null).Take(20).ToList();
        return mended + (unused.Count == 0 ? "" : $"没有用到的列：{string.Join("、", unused)}。");
    }

    private sealed record ReadFile(int Lines, IReadOnlyList<TableChange> Changes, IReadOnlyList<TableProblem> Problems, ColumnMatch Match, string Note);
}

/// <summary>The lines of a file that something is wrong with.</summary>
/// <param name="Headings">Of the file.</param>
public sealed record FaultyLines(IReadOnlyList<string> Headings, IReadOnlyList<FaultyLine> Lines);

/// <summary>One of them, with everything that is wrong with it.</summary>
public sealed record FaultyLine(SheetRow Row, IReadOnlyList<TableProblem> Problems);
