using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Receipts;

/// <summary>Views of an enterprise's receipts.</summary>
public enum ReceiptView
{
    All,

    /// <summary>已归入: their document is here.</summary>
    Matched,

    /// <summary>待归入: no document of the enterprise has their number.</summary>
    Waiting,
}

/// <summary>Receipts as they are looked at.</summary>
public sealed class ReceiptLists(PortalDbContext db)
{
    /// <summary>All receipts of one document, the newest by their own time first.</summary>
    public async Task<IReadOnlyList<CustomsReceipt>> OfAsync(int declarationId, CancellationToken cancellation) =>
        await db.CustomsReceipts.AsNoTracking().Where(r => r.DeclarationId == declarationId)
            .OrderByDescending(r => r.Time).ThenByDescending(r => r.Id).Take(200).ToListAsync(cancellation);

    /// <summary>What an enterprise has handed in, the last first.</summary>
    public Task<Page<CustomsReceipt>> ListAsync(int enterpriseId, ReceiptView view, PageRequest page, CancellationToken cancellation)
    {
        var own = db.CustomsReceipts.AsNoTracking().Include(r => r.Declaration).Where(r => r.EnterpriseId == enterpriseId);
        own = view switch
        {
            ReceiptView.Matched => own.Where(r => r.DeclarationId != null),
            ReceiptView.Waiting => own.Where(r => r.DeclarationId == null),
            _ => own,
        };
        return own.OrderByDescending(r => r.Id).ToPageAsync(page, cancellation);
    }
}
