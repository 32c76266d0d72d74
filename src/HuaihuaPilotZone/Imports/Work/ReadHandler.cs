using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Work;

/// <summary>Reads the rows of a file into the bench, some thousand at a time; the file is never in memory as a whole.</summary>
internal sealed class ReadHandler(PortalDbContext db, ImportSteps steps, FileCabinet cabinet) : JobHandler
{
    public const string Kind = "imports.read";

    private const int RowsAtATime = 1_000;

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var id = run.Payload<ImportOrder>().BatchId;
        var batch = await steps.OpenAsync(id, cancellation);
        if (batch.Stage != ImportStage.Reading) return new JobResult("已读过。", batch.Address);
        try
        {
            var read = await ReadAsync(run, batch, cancellation);
            return new JobResult($"读出 {read} 行，接着核对。", batch.Address);
        }
        catch (UnreadableSheetException e)
        {
            throw new JobFailedException(e.Message);
        }
    }

    private async Task<int> ReadAsync(JobRun run, ImportAtWork batch, CancellationToken cancellation)
    {
        var stored = await db.ImportBatches.AsNoTracking().Include(b => b.File).SingleAsync(b => b.Id == batch.Id, cancellation);
        var reading = await batch.Kind.ReadingAsync(cancellation);
        var reached = run.Checkpoint<ReadPoint>() ?? new ReadPoint(0, 0, 0);
        await using var file = cabinet.Open(stored.File!);
        var from = reached.LastRow;
        await foreach (var rows in AheadAsync(Rows(file, stored, batch, reading).Where(r => r.Number > from).Chunk(RowsAtATime)))
        {
            var examples = rows.Count(r => r.IsExample);
            var next = new ReadPoint(rows[^1].Number, reached.Count + rows.Length - examples, reached.PassedOver + examples);
            await db.InTransactionAsync(
                async token =>
                {
                    await AddAsync(batch, [.. rows.Where(r => !r.IsExample)], token);
                    await run.ReportAsync(next.Count, Math.Max(next.Count, batch.RowCount), "正在读取", next, token);
                    return Outcome.Done;
                },
                cancellation);
            reached = next;
        }

        if (reached.Count == 0) throw new JobFailedException("文件里没有可以导入的行。示例行不会导入。");
        await FinishAsync(run, batch, reached, cancellation);
        return reached.Count;
    }

    /// <summary>Reads the next rows from the file while those before are written.</summary>
    private static async IAsyncEnumerable<ReadRow[]> AheadAsync(IEnumerable<ReadRow[]> steps)
    {
        using var from = steps.GetEnumerator();
        var next = Task.Run(Next);
        try
        {
            while (await next is { } rows)
            {
                next = Task.Run(Next);
                yield return rows;
            }
        }
        finally
        {
            // who stops early takes the file away only when nobody reads in it any more
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        ReadRow[]? Next() => from.MoveNext() ? from.Current : null;
    }

    private Task<Outcome> FinishAsync(JobRun run, ImportAtWork batch, ReadPoint reached, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            await run.ReportAsync(reached.Count, reached.Count, "读取完毕", reached, token);
            if (!await steps.MoveAsync(batch.Id, ImportStage.Reading, ImportStage.Checking, token)) return Outcome.Refused("moved");
            await db.ImportBatches.Where(b => b.Id == batch.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.RowCount, reached.Count).SetProperty(b => b.PassedOver, reached.PassedOver), token);
            await steps.AddJobAsync(batch, CheckHandler.Kind, "核对", new ImportOrder(batch.Id), token);
            return Outcome.Done;
        },
        cancellation);

    private async Task AddAsync(ImportAtWork batch, IReadOnlyList<ReadRow> rows, CancellationToken cancellation)
    {
        var byKey = rows.GroupBy(r => r.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (First: g.First().Number, Count: g.Count(), Once: g.Select(r => r.Once).FirstOrDefault(o => o is not null)), StringComparer.Ordinal);
        string[] keys = [.. byKey.Keys];
        var known = await db.ImportGroups.Where(g => g.BatchId == batch.Id && EF.Parameter(keys).Contains(g.Key)).ToDictionaryAsync(g => g.Key, StringComparer.Ordinal, cancellation);
        foreach (var group in known.Values) (group.RowCount, group.Once) = (group.RowCount + byKey[group.Key].Count, group.Once ?? byKey[group.Key].Once);
        await db.SaveChangesAsync(cancellation);
        var added = byKey.Where(g => !known.ContainsKey(g.Key)).Select(g => new ImportGroup
        {
            BatchId = batch.Id,
            Key = g.Key,
            FirstRow = g.Value.First,
            RowCount = g.Value.Count,
            Once = g.Value.Once,
        });
        await db.InsertManyAsync([.. added], cancellation);
        await db.InsertManyAsync([.. rows.Select(r => new ImportRow { BatchId = batch.Id, Number = r.Number, Key = r.Key, Cells = r.Cells, Originals = r.Originals, Note = r.Note })], cancellation);
    }

    private static IEnumerable<ReadRow> Rows(Stream file, ImportBatch stored, ImportAtWork batch, ImportReading reading) =>
        ImportFiles.FormatOf(stored.File!.Type) is { } format ? SheetRows(file, format, stored, batch, reading) : MessageRows(file, batch, reading);

    private static IEnumerable<ReadRow> SheetRows(Stream file, SheetFormat format, ImportBatch stored, ImportAtWork batch, ImportReading reading)
    {
        var heading = ImportCells.Read<FileTop>(stored.Top).HeadingRow;
        var places = ImportCells.Read<int[]>(stored.Places);
        var at = batch.Columns.Select((c, i) => (Column: c, Place: i)).ToDictionary(c => c.Column, c => c.Place, StringComparer.Ordinal);
        var key = batch.Kind.KeyColumn is { } column ? at[column] : -1;
        var width = places.Count(p => p >= 0);
        CleanColumn[] cleaned = [.. batch.Columns.Select(c => new CleanColumn(c, reading.Clean))];
        var kept = new KeptOriginals();
        foreach (var row in SheetReader.Read(file, format).Where(r => r.Number > heading && !r.IsBlank))
        {
            var cells = new string[width];
            kept.Begin();
            for (var i = 0; i < places.Length; i++)
            {
                if (places[i] is not (>= 0 and var place)) continue;
                cells[place] = cleaned[place].Read(row[i]);
                // the number of a person is not kept, neither here nor there
                if (cells[place] != row[i] && (!IdentityNumbers.IsMasked(cells[place]) || IdentityNumbers.IsMasked(row[i]))) kept.Add(place, row[i]);
            }

            string? Cell(string name) => at[name] < cells.Length && cells[at[name]] is { Length: > 0 } text ? text : null;
            var value = key >= 0 && key < cells.Length ? cells[key] : null;
            yield return new ReadRow(
                row.Number, ImportCells.Key(value, row.Number), ImportCells.Write(cells), kept.End(), null,
                ImportCells.Once(batch.Kind.OnceOf(Cell)), batch.Kind.IsExample(Cell));
        }
    }

    /// <summary>The lines of the documents, counted through. A number that comes twice makes two groups: the file says that they are two documents.</summary>
    private static IEnumerable<ReadRow> MessageRows(Stream file, ImportAtWork batch, ImportReading reading)
    {
        var number = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in reading.Messages!(file))
        {
            var value = batch.Kind.KeyColumn is { } column ? document.Rows[0].GetValueOrDefault(column) : null;
            var key = value is not null && seen.Add(value) ? ImportCells.Key(value, number + 1) : ImportCells.Key(null, number + 1);
            var note = document.Note is null ? null : Texts.Cut(document.Note, ImportRow.NoteMaxLength);
            foreach (var row in document.Rows)
            {
                yield return new ReadRow(++number, key, ImportCells.Write([.. batch.Columns.Select(c => row.GetValueOrDefault(c) ?? "")]), null, note, ImportCells.Once(batch.Kind.OnceOf(c => row.GetValueOrDefault(c))), IsExample: false);
                note = null;
            }
        }
    }

    /// <summary>How far reading has come.</summary>
    private sealed record ReadPoint(int LastRow, int Count, int PassedOver);

    private sealed record ReadRow(int Number, string Key, string Cells, string? Originals, string? Note, string? Once, bool IsExample);

    /// <summary>What the cells of a row said before they were cleaned, as it is kept. Most rows say the same in the same columns, so the text of the row before is made once.</summary>
    private sealed class KeptOriginals
    {
        private List<(int Place, string Text)> _row = [];
        private List<(int Place, string Text)> _before = [];
        private string? _written;

        public void Begin()
        {
            (_row, _before) = (_before, _row);
            _row.Clear();
        }

        public void Add(int place, string text) => _row.Add((place, text));

        /// <summary>The text of the row; null where nothing was cleaned.</summary>
        public string? End()
        {
            if (!_row.SequenceEqual(_before)) _written = _row.Count == 0 ? null : ImportCells.Write<Dictionary<int, string>>(_row.ToDictionary(o => o.Place, o => o.Text));
            return _written;
        }
    }

    /// <summary>Cleans the cells of one column. Most of them repeat: the order on each of its lines, and codes and units throughout.</summary>
    private sealed class CleanColumn(string name, Func<string, string, string> clean)
    {
        private const int MostKept = 256;
        private const int LongestKept = 64;

        private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

        public string Read(string text)
        {
            if (text.Length == 0 || text.Length > LongestKept) return clean(name, text);
            if (_known.TryGetValue(text, out var known)) return known;
            var read = clean(name, text);
            // what never comes again makes room for what may
            if (_known.Count == MostKept) _known.Clear();
            _known.Add(text, read);
            return read;
        }
    }
}
