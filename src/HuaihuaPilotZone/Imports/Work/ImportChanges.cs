using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Batches;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Work;

/// <summary>A cell and what it is to hold, cleaned.</summary>
public sealed record CellChange(int RowNumber, string Column, string Value);

/// <summary>Writes cells of staged rows and marks what has to be checked again. A value of the whole group is written on all its rows.</summary>
public sealed class ImportChanges(PortalDbContext db)
{
    /// <summary>The problems that a repair means.</summary>
    public static IQueryable<ImportProblem> Meant(PortalDbContext db, int id, KindRepair repair)
    {
        var problems = db.ImportProblems.AsNoTracking().Where(p => p.BatchId == id && p.RuleId == repair.RuleId && p.Column == repair.Column);
        if (repair.From is { } from) problems = from.Length == 0 ? problems.Where(p => p.Value == null || p.Value == "") : problems.Where(p => p.Value == from);
        return repair.To is null ? problems.Where(p => p.Suggestion != null) : problems;
    }

    /// <param name="to">Null for each problem's own suggestion.</param>
    public async Task RepairAsync(ImportAtWork batch, IReadOnlyList<ImportProblem> problems, string? to, CancellationToken cancellation)
    {
        var reading = await batch.Kind.ReadingAsync(cancellation);
        await WriteAsync(batch, [.. problems.Select(p => new CellChange(p.RowNumber, p.Column!, reading.Clean(p.Column!, to ?? p.Suggestion!)))], cancellation);
    }

    /// <summary>Inside the caller's transaction; saves.</summary>
    /// <returns>How many changes found their row.</returns>
    public async Task<int> WriteAsync(ImportAtWork batch, IReadOnlyList<CellChange> changes, CancellationToken cancellation)
    {
        int[] numbers = [.. changes.Select(c => c.RowNumber).Distinct()];
        var touched = await db.ImportRows.Where(r => r.BatchId == batch.Id && numbers.Contains(r.Number)).ToDictionaryAsync(r => r.Number, cancellation);
        string[] keys = [.. touched.Values.Select(r => r.Key).Distinct(StringComparer.Ordinal)];
        // what was imported stays as it was imported
        var groups = (await db.ImportGroups.Where(g => g.BatchId == batch.Id && keys.Contains(g.Key)).ToListAsync(cancellation)).Where(g => g.IsOpen).ToDictionary(g => g.Key, StringComparer.Ordinal);
        string[] shared = [.. groups.Values.Select(g => g.Once).OfType<string>()];
        string[] whole = [.. groups.Values.Where(g => g.RowCount <= batch.Kind.MostRows).Select(g => g.Key)];
        var all = (await db.ImportRows.Where(r => r.BatchId == batch.Id && whole.Contains(r.Key)).OrderBy(r => r.Number).ToListAsync(cancellation)).ToLookup(r => r.Key, StringComparer.Ordinal);
        foreach (var group in groups.Values) group.State = ImportGroupState.Stale;
        var found = 0;
        foreach (var change in changes)
        {
            if (!touched.TryGetValue(change.RowNumber, out var row) || !groups.ContainsKey(row.Key)) continue;
            found++;
            var isKey = change.Column == batch.Kind.KeyColumn;
            // rows without a number of their own belong together by the file; with one, a row that was typed wrong moves by itself
            var rows = (isKey ? row.Key.StartsWith('!') : batch.Kind.IsShared(change.Column)) && all.Contains(row.Key) ? all[row.Key].Where(r => r.Key == row.Key).ToList() : [row];
            foreach (var one in rows) Put(one, batch.Columns, change);
            if (isKey) await MoveAsync(batch, rows, change.Value, groups, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        if (batch.Kind.OnceColumn is not null) await ShareAsync(batch, [.. groups.Values], shared, cancellation);
        return found;
    }

    /// <summary>Says anew what each changed group has for itself, and has those looked at again that shared it before or do so now.</summary>
    private async Task ShareAsync(ImportAtWork batch, IReadOnlyList<ImportGroup> changed, IReadOnlyList<string> before, CancellationToken cancellation)
    {
        string[] keys = [.. changed.Where(g => g.RowCount <= batch.Kind.MostRows).Select(g => g.Key)];
        var rows = (await db.ImportRows.AsNoTracking().Where(r => r.BatchId == batch.Id && keys.Contains(r.Key)).OrderBy(r => r.Number).ToListAsync(cancellation))
            .ToLookup(r => r.Key, r => ImportCells.ToRow(r, batch.Columns).Cells, StringComparer.Ordinal);
        foreach (var group in changed) group.Once = ImportCells.Once(rows[group.Key].Select(cells => batch.Kind.OnceOf(c => cells.GetValueOrDefault(c))).FirstOrDefault(o => o is not null));
        await db.SaveChangesAsync(cancellation);
        string[] meant = [.. before.Concat(changed.Select(g => g.Once).OfType<string>()).Distinct(StringComparer.Ordinal)];
        await db.ImportGroups.Where(g => g.BatchId == batch.Id && meant.Contains(g.Once!) && (g.State == ImportGroupState.Good || g.State == ImportGroupState.Bad))
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.State, ImportGroupState.Stale), cancellation);
    }

    private static void Put(ImportRow row, IReadOnlyList<string> columns, CellChange change)
    {
        var place = columns.ToList().IndexOf(change.Column);
        var cells = ImportCells.Cells(row.Cells, columns.Count);
        if (cells[place] == change.Value) return;
        var originals = ImportCells.Originals(row.Originals);
        originals.TryAdd(place, cells[place]);
        cells[place] = change.Value;
        row.Cells = ImportCells.Write(cells);
        row.Originals = ImportCells.Write<Dictionary<int, string>>(originals);
    }

    /// <summary>Rows whose key has changed go to the group of the new key.</summary>
    private async Task MoveAsync(ImportAtWork batch, List<ImportRow> rows, string value, Dictionary<string, ImportGroup> groups, CancellationToken cancellation)
    {
        var (from, key) = (rows[0].Key, ImportCells.Key(value, rows[0].Number));
        if (key == from) return;
        if (!groups.TryGetValue(key, out var to))
        {
            to = await db.ImportGroups.SingleOrDefaultAsync(g => g.BatchId == batch.Id && g.Key == key, cancellation);
            if (to is { IsOpen: false })
            {
                // the other rows of that number are imported: these stand by themselves, and the check says whose number it is
                key = ImportCells.Key(null, rows[0].Number);
                if (key == from) return;
                to = null;
            }

            if (to is null) db.ImportGroups.Add(to = new ImportGroup { BatchId = batch.Id, Key = key, FirstRow = rows[0].Number, RowCount = 0 });
            groups[key] = to;
        }

        (to.State, to.RowCount, to.FirstRow) = (ImportGroupState.Stale, to.RowCount + rows.Count, Math.Min(to.FirstRow, rows[0].Number));
        foreach (var row in rows) row.Key = key;
        var old = groups[from];
        old.RowCount -= rows.Count;
        if (old.RowCount > 0) return;
        await db.ImportProblems.Where(p => p.BatchId == batch.Id && p.Key == from).ExecuteDeleteAsync(cancellation);
        db.ImportGroups.Remove(old);
        groups.Remove(from);
    }
}
