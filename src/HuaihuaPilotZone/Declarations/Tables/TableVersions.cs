using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>A table that staff may import.</summary>
/// <param name="Current">Its present version; null while it is the shipped one.</param>
/// <param name="Waiting">Imports that wait to be read or confirmed.</param>
public sealed record TableSummary(TableSchema Schema, TableVersion? Current, int Waiting);

/// <summary>A row in which two versions differ.</summary>
/// <param name="IsGone">It is in the earlier version and not in the later one.</param>
public sealed record VersionDifference(KeptTableRow Row, bool IsGone);

/// <summary>What was kept of one code, in which version of its table it came and went.</summary>
public sealed record CodeVersion(KeptTableRow Row, TableVersion? Came, TableVersion? Went);

/// <summary>The versions of imported tables: listed, compared, restored.</summary>
public sealed class TableVersions(PortalDbContext db, NumberGiver numbers, PortalJournal journal, Actor actor, ChinaTime time)
{
    public const string RestoredAct = "table.restored";

    private const int MostOfCode = 100;
    private const int Batch = 1000;

    /// <summary>All tables that can be imported.</summary>
    public async Task<IReadOnlyList<TableSummary>> TablesAsync(CancellationToken cancellation)
    {
        var last = await db.TableVersions.AsNoTracking().Where(v => !db.TableVersions.Any(o => o.Table == v.Table && o.Number > v.Number)).OrderBy(v => v.Id).ToListAsync(cancellation);
        var waiting = await db.TableImports.Where(i => i.State == TableImportState.Ready || i.State == TableImportState.Reading).GroupBy(i => i.Table).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return [.. TableSchemas.All.Where(s => s.IsImportable).Select(s => new TableSummary(s, last.Find(v => v.Table == s.Id), waiting.Find(w => w.Key == s.Id)?.Count ?? 0))];
    }

    /// <summary>Versions of a table, the newest first.</summary>
    public Task<Page<TableVersion>> ListAsync(CodeTableId table, PageRequest page, CancellationToken cancellation) =>
        db.TableVersions.AsNoTracking().Where(v => v.Table == table).OrderByDescending(v => v.Number).ToPageAsync(page, cancellation);

    /// <summary>One version; null for an unknown one.</summary>
    public Task<TableVersion?> FindAsync(CodeTableId table, int number, CancellationToken cancellation) =>
        db.TableVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Table == table && v.Number == number, cancellation);

    /// <summary>Rows in which two versions differ, by code. A row of the same content in both is no difference.</summary>
    public async Task<Page<VersionDifference>> CompareAsync(TableVersion earlier, TableVersion later, PageRequest page, CancellationToken cancellation)
    {
        var (before, after) = (earlier.Edition, later.Edition);
        var of = db.KeptTableRows.AsNoTracking().Where(r => r.Table == earlier.Table && r.Since != null);
        var old = of.Where(r => r.Since <= before && (r.Until == null || r.Until > before));
        var now = of.Where(r => r.Since <= after && (r.Until == null || r.Until > after));
        var gone = old.Where(r => !now.Any(n => n.Hash == r.Hash)).Select(r => new { r.Id, r.Code, IsGone = true });
        var come = now.Where(r => !old.Any(o => o.Hash == r.Hash)).Select(r => new { r.Id, r.Code, IsGone = false });
        var shown = await gone.Concat(come).OrderBy(d => d.Code).ThenByDescending(d => d.IsGone).ThenBy(d => d.Id).ToPageAsync(page, cancellation);
        List<int> ids = [.. shown.Rows.Select(d => d.Id)];
        var rows = await db.KeptTableRows.AsNoTracking().Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(cancellation);
        return shown.Select(d => new VersionDifference(rows.First(r => r.Id == d.Id), d.IsGone));
    }

    /// <summary>Everything that was ever kept of one code, the newest first; nothing of imports that wait.</summary>
    public async Task<IReadOnlyList<CodeVersion>> OfCodeAsync(CodeTableId table, string code, CancellationToken cancellation)
    {
        var rows = await db.KeptTableRows.AsNoTracking().Where(r => r.Table == table && r.Code == code && r.Since != null && !r.IsRemoval).OrderByDescending(r => r.Since).ThenByDescending(r => r.Id).Take(MostOfCode).ToListAsync(cancellation);
        List<int> editions = [.. rows.SelectMany(r => new[] { r.Since, r.Until }).OfType<int>().Distinct()];
        var versions = await db.TableVersions.AsNoTracking().Where(v => v.Table == table && editions.Contains(v.Edition)).OrderBy(v => v.Id).ToListAsync(cancellation);
        return [.. rows.Select(r => new CodeVersion(r, versions.Find(v => v.Edition == r.Since), versions.Find(v => v.Edition == r.Until)))];
    }

    /// <summary>Puts an earlier version in force again, as a new version; 0 is the table as shipped.</summary>
    /// <param name="current">The version that the page showed as the present one.</param>
    /// <returns>The new number.</returns>
    public async Task<Outcome<int>> RestoreAsync(CodeTableId table, int number, int current, CancellationToken cancellation)
    {
        await numbers.EnsureAsync(CustomsTablesSource.Stamp, cancellation);
        return await db.InTransactionAsync<int>(
            async token =>
            {
                var edition = await numbers.NextAsync(CustomsTablesSource.Stamp, token);
                var last = await db.LastNumberAsync(table, token);
                if (last != current) return Outcome.Refused("这张表刚有了新版本。请刷新后再恢复。");
                if (number < 0 || number >= last) return Outcome.Refused("只能恢复以前的版本。");
                var wanted = number == 0 ? null : await db.TableVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Table == table && v.Number == number, token);
                await PutBackAsync(table, wanted?.Edition ?? 0, edition, token);
                db.TableVersions.Add(new TableVersion
                {
                    Table = table,
                    Number = last + 1,
                    Edition = edition,
                    Kind = TableVersionKind.Restoration,
                    At = time.UtcNow,
                    By = actor.Name,
                    Source = wanted?.Source ?? "随平台提供",
                    SourceDate = wanted?.SourceDate,
                    RestoredNumber = number,
                    Rows = await db.KeptTableRows.CountAsync(r => r.Table == table && r.Since != null && r.Until == null, token),
                    IsDemonstration = wanted?.IsDemonstration ?? false,
                });
                journal.Write(JournalSubjects.Table, $"{table} {last + 1}", RestoredAct, $"恢复第 {number} 版");
                await db.SaveChangesAsync(token);
                return last + 1;
            },
            cancellation);
    }

    private async Task PutBackAsync(CodeTableId table, int wanted, int edition, CancellationToken cancellation)
    {
        var of = db.KeptTableRows.Where(r => r.Table == table && r.Since != null);
        var then = of.Where(r => r.Since <= wanted && (r.Until == null || r.Until > wanted));
        var missing = await then.AsNoTracking().Where(r => !of.Any(n => n.Until == null && n.Hash == r.Hash)).OrderBy(r => r.Id).ToListAsync(cancellation);
        await of.Where(r => r.Until == null && !then.Any(t => t.Hash == r.Hash)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Until, edition), cancellation);
        foreach (var step in missing.Chunk(Batch))
        {
            db.KeptTableRows.AddRange(step.Select(r => Copy(r, edition)));
            await db.SaveChangesAsync(cancellation);
        }
    }

    private static KeptTableRow Copy(KeptTableRow row, int edition) => new()
    {
        Table = row.Table,
        Code = row.Code,
        Name = row.Name,
        OldCode = row.OldCode,
        From = row.From,
        To = row.To,
        Source = row.Source,
        SourceDate = row.SourceDate,
        Verified = row.Verified,
        More = row.More,
        Hash = row.Hash,
        Since = edition,
    };
}

internal static class TableVersionQueries
{
    /// <summary>Number of a table's present version; 0 while it is the shipped one.</summary>
    public static async Task<int> LastNumberAsync(this PortalDbContext db, CodeTableId table, CancellationToken cancellation) =>
        await db.TableVersions.Where(v => v.Table == table).OrderByDescending(v => v.Number).Select(v => (int?)v.Number).FirstOrDefaultAsync(cancellation) ?? 0;
}
