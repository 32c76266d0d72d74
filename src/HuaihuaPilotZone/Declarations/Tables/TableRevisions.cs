using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>Notes what offices and rates were from edition to edition, inside the transaction that changes them.</summary>
public sealed class TableRevisions(PortalDbContext db)
{
    /// <summary>Ends the revision that holds and begins the next; the caller saves.</summary>
    internal async Task NoteAsync(IVersionedTableRow row, int edition, CancellationToken cancellation)
    {
        var (kind, id) = (row.RevisionKind, row.Id);
        await db.TableRevisions.Where(r => r.RowKind == kind && r.RowId == id && r.Until == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.Until, edition), cancellation);
        db.TableRevisions.Add(First(row, edition));
    }

    /// <summary>Rows of before revisions were kept get their first one, as if it had always been so.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        var offices = await db.CustomsOffices.AsNoTracking().Where(o => !db.TableRevisions.Any(r => r.RowKind == TableRevisionKind.Office && r.RowId == o.Id)).OrderBy(o => o.Id).ToListAsync(cancellation);
        var rates = await db.ExchangeRates.AsNoTracking().Where(o => !db.TableRevisions.Any(r => r.RowKind == TableRevisionKind.Rate && r.RowId == o.Id)).OrderBy(o => o.Id).ToListAsync(cancellation);
        db.TableRevisions.AddRange(offices.Select(o => First(o, 0)));
        db.TableRevisions.AddRange(rates.Select(r => First(r, 0)));
        await db.SaveChangesAsync(cancellation);
    }

    private static TableRevision First(IVersionedTableRow row, int edition) => new() { RowKind = row.RevisionKind, RowId = row.Id, Values = row.Snapshot(), Since = edition };
}

/// <summary>A row that staff keep one by one.</summary>
internal interface IVersionedTableRow
{
    int Id { get; }

    TableRevisionKind RevisionKind { get; }

    /// <summary>What the snapshot holds of it, JSON.</summary>
    string Snapshot();
}
