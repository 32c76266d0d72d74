using System.Globalization;
using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Batches;

/// <summary>What people take home: empty templates, and the rows that were not imported with the reasons.</summary>
public sealed class ImportDownloads(PortalDbContext db, PortalJournal journal)
{
    public const string TakenAct = "import.rows-taken";

    private const int RowsAtATime = 500;

    /// <summary>
    /// Rows of groups with problems, and once a part was imported all that were not, headings first: row number of the file, the file's columns, what is wrong. Read some hundred at a time.
    /// They are taken home to be mended, so nothing is masked; where people stand in them, it is noted in the journal before the first row leaves.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<string>> FailedAsync(ImportDetail batch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (batch.Kind.Columns.Any(c => batch.Kind.IsPersonal(c.Name)))
        {
            journal.Write(JournalSubjects.Import, batch.Batch.Id.ToString(CultureInfo.InvariantCulture), TakenAct, batch.Batch.FileName);
            await db.SaveChangesAsync(cancellation);
        }

        var used = batch.Places.Count > 0 ? batch.Places.Count(p => p >= 0) : batch.Columns.Count;
        yield return ["原行号", .. batch.Columns.Take(used).Select(batch.LabelOf), "问题"];
        var last = 0;
        ImportGroupState[] states = batch.Batch.Stage == ImportStage.Review ? [ImportGroupState.Bad] : [ImportGroupState.Bad, ImportGroupState.Good, ImportGroupState.Stale];
        while (await NextAsync(batch.Batch.Id, states, last, cancellation) is { Count: > 0 } rows)
        {
            last = rows[^1].Number;
            int[] numbers = [.. rows.Select(r => r.Number)];
            var problems = (await db.ImportProblems.AsNoTracking().Where(p => p.BatchId == batch.Batch.Id && numbers.Contains(p.RowNumber)).OrderByDescending(p => p.IsMustFix).ThenBy(p => p.Id).ToListAsync(cancellation)).ToLookup(p => p.RowNumber);
            foreach (var row in rows)
            {
                var said = problems[row.Number].Select(p => string.Create(CultureInfo.InvariantCulture, $"{(p.Column is null ? "" : batch.LabelOf(p.Column) + "：")}{p.Title}（{p.RuleId}）{p.Reason}"));
                yield return [row.Number.ToString(CultureInfo.InvariantCulture), .. ImportCells.Cells(row.Cells, used).Take(used), string.Join('；', said)];
            }
        }
    }

    /// <summary>The template of a kind: headings, an example row and a sheet of notes.</summary>
    public static void WriteTemplate(Stream output, ImportKind kind, string variant)
    {
        var columns = kind.Columns.Where(c => kind.IsOffered(c.Name, variant)).ToList();
        SheetWriter.Write(output,
            new SheetContent(kind.Title, [
                [.. columns.Select(c => kind.IsNeeded(c.Name, variant) || c.IsRequired ? $"*{c.Label}" : c.Label)],
                [.. columns.Select(c => kind.Example(c.Name, variant) ?? "")],
            ]),
            new SheetContent("说明", [.. kind.Notes(variant).Select(n => (IReadOnlyList<string>)[n])]));
    }

    private Task<List<ImportRow>> NextAsync(int id, ImportGroupState[] states, int last, CancellationToken cancellation) =>
        db.ImportRows.AsNoTracking().Where(r => r.BatchId == id && r.Number > last)
            .Where(r => db.ImportGroups.Any(g => g.BatchId == id && g.Key == r.Key && states.Contains(g.State)))
            .OrderBy(r => r.Number).Take(RowsAtATime).ToListAsync(cancellation);
}
