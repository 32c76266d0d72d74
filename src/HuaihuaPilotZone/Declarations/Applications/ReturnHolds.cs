using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>
/// Keeps the sum of all submitted returns of a document within what was exported. The caller saves in its transaction; a ledger that
/// somebody else has moved in between fails that save, and a ledger that two people open at once fails on its unique index.
/// </summary>
public sealed class ReturnHolds(PortalDbContext db)
{
    /// <summary>What other submitted returns have taken of a document.</summary>
    /// <param name="exceptDeclarationId">The return that asks.</param>
    internal async Task<IReadOnlyList<ReturnedLine>> TakenAsync(int sourceId, int exceptDeclarationId, CancellationToken cancellation) =>
        await db.ReturnedQuantities.AsNoTracking().Where(q => q.SourceId == sourceId && q.DeclarationId != exceptDeclarationId).OrderBy(q => q.Id)
            .Select(q => new ReturnedLine(q.Line, q.Quantity, q.Quantity1, q.Quantity2)).ToListAsync(cancellation);

    /// <summary>Takes what a return names, in place of what it took before; refuses when more would come back than went out.</summary>
    internal async Task<Outcome> HoldAsync(Declaration declaration, CancellationToken cancellation)
    {
        if (declaration.Kind is not (DocumentKind.ExportReturn or DocumentKind.ReturnDeclaration)) return Outcome.Done;
        var link = await db.DeclarationSources.AsNoTracking().Include(s => s.Source).SingleAsync(s => s.DeclarationId == declaration.Id, cancellation);
        var ledger = await db.ReturnLedgers.SingleOrDefaultAsync(l => l.SourceId == link.SourceId, cancellation);
        if (ledger is null) db.ReturnLedgers.Add(ledger = new ReturnLedger { SourceId = link.SourceId });
        ledger.Takings++;
        await db.ReturnedQuantities.Where(q => q.DeclarationId == declaration.Id).ExecuteDeleteAsync(cancellation);
        var source = new SourceDocument(link.Source!.Number.ToString(), link.Source.Read()) { Returned = await TakenAsync(link.SourceId, declaration.Id, cancellation) };
        foreach (var taken in ReturnBalance.Taken(declaration.Read()))
        {
            if (ReturnBalance.Left(source, taken.Line) is not { } left || taken.Quantity > left.Quantity || taken.Quantity1 > left.Quantity1 || taken.Quantity2 > left.Quantity2)
                return Outcome.Refused($"原单证第 {taken.Line} 项的退货数量超过还可退的数量，没有提交。请刷新后核对。");
            db.ReturnedQuantities.Add(new ReturnedQuantity
            {
                SourceId = link.SourceId,
                DeclarationId = declaration.Id,
                Line = taken.Line,
                Quantity = taken.Quantity,
                Quantity1 = taken.Quantity1,
                Quantity2 = taken.Quantity2,
            });
        }
        return Outcome.Done;
    }

    /// <summary>Gives back what a return took, because it is withdrawn.</summary>
    internal Task ReleaseAsync(Declaration declaration, CancellationToken cancellation) =>
        db.ReturnedQuantities.Where(q => q.DeclarationId == declaration.Id).ExecuteDeleteAsync(cancellation);
}
