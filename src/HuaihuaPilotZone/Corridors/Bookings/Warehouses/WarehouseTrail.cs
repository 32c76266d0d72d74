using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Warehouses;

/// <summary>What became of a 9810 pre-declaration in warehouses.</summary>
/// <param name="Bookings">The newest first.</param>
/// <param name="Moves">The newest first.</param>
/// <param name="In">Pieces that came in by it.</param>
/// <param name="Out">Pieces that went out by it.</param>
public sealed record DeclaredStock(IReadOnlyList<InboundRow> Bookings, IReadOnlyList<StockMoveRow> Moves, int In, int Out);

/// <summary>The way from a 9810 pre-declaration to the warehouses that its goods came to.</summary>
public sealed class WarehouseTrail(PortalDbContext db)
{
    private const int Most = 20;

    /// <returns>Null for a declaration of another mode.</returns>
    public async Task<DeclaredStock?> OfDeclarationAsync(int declarationId, string? tradeMode, CancellationToken cancellation)
    {
        if (tradeMode != InboundDesk.OverseasMode) return null;
        var bookings = await InboundDesk.Rows(db.InboundBookings.AsNoTracking().Where(b => b.DeclarationId == declarationId).OrderByDescending(b => b.Id)).Take(Most).ToListAsync(cancellation);
        var moves = db.StockMoves.AsNoTracking().Where(m => m.DeclarationId == declarationId);
        var last = await StockDesk.Rows(moves.OrderByDescending(m => m.Id)).Take(Most).ToListAsync(cancellation);
        return new DeclaredStock(bookings, last, await moves.Where(m => m.Change > 0).SumAsync(m => m.Change, cancellation), -await moves.Where(m => m.Change < 0).SumAsync(m => m.Change, cancellation));
    }
}
