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
    private const string ListReceipt = "CEB604Message";
    private const string ListNumber = "invtNo";

    /// <summary>All receipts of one document, the newest by their own time first.</summary>
    public async Task<IReadOnlyList<CustomsReceipt>> OfAsync(int declarationId, CancellationToken cancellation) =>
        await db.CustomsReceipts.AsNoTracking().Where(r => r.DeclarationId == declarationId)
            .OrderByDescending(r => r.Time).ThenByDescending(r => r.Id).Take(200).ToListAsync(cancellation);

    /// <summary>清单编号 that customs has given to documents, by their ids, as the newest receipt says that tells it; documents that have none are left out.</summary>
    public async Task<IReadOnlyDictionary<int, string>> ListNumbersAsync(IReadOnlyList<int> declarationIds, CancellationToken cancellation)
    {
        var told = await db.CustomsReceipts.AsNoTracking().Where(r => r.Message == ListReceipt && r.DeclarationId != null && declarationIds.Contains(r.DeclarationId!.Value))
            .OrderBy(r => r.Time).ThenBy(r => r.Id).Select(r => new { Id = r.DeclarationId!.Value, Receipt = r }).ToListAsync(cancellation);
        var numbers = new Dictionary<int, string>();
        foreach (var one in told)
        {
            if (NumberIn(one.Receipt) is { } number) numbers[one.Id] = number;
        }

        return numbers;
    }

    /// <summary>清单编号 in a receipt; null where it tells none.</summary>
    public static string? NumberIn(CustomsReceipt receipt)
    {
        var head = receipt.Read().Head;
        return head.Block.Find(ListNumber) is null ? null : head[ListNumber]?.Trim() is { Length: > 0 } number ? number : null;
    }

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
