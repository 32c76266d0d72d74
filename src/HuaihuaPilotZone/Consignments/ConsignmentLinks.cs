using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Consignments;

/// <summary>The way from an order, a declaration or a booking to its consignments.</summary>
public sealed class ConsignmentLinks(PortalDbContext db)
{
    private const int Most = 20;

    /// <summary>The consignments that carry out an order, the newest first.</summary>
    public Task<IReadOnlyList<ConsignmentLink>> OfOrderAsync(int orderId, CancellationToken cancellation) => ListAsync(db.Consignments.Where(c => c.OrderId == orderId), cancellation);

    /// <summary>The consignments that a declaration belongs to, the newest first.</summary>
    public async Task<IReadOnlyList<ConsignmentLink>> OfDeclarationAsync(int declarationId, CancellationToken cancellation) =>
        // from the few that name the declaration: asked the other way round, SQLite walks all consignments
        await db.ConsignmentDeclarations.Where(d => d.DeclarationId == declarationId).OrderByDescending(d => d.ConsignmentId).Take(Most)
            .Select(d => new ConsignmentLink(d.Consignment!.Number, d.Consignment.State, d.Consignment.FromPlace, d.Consignment.ToPlace)).ToListAsync(cancellation);

    /// <summary>The consignments of an enterprise that name one of its bookings, the newest first.</summary>
    public Task<IReadOnlyList<ConsignmentLink>> OfBookingAsync(string number, int enterpriseId, CancellationToken cancellation) =>
        ListAsync(db.Consignments.Where(c => c.BookingNo == number && c.EnterpriseId == enterpriseId), cancellation);

    /// <summary>The bookings that name a declaration, the newest first.</summary>
    public async Task<IReadOnlyList<BookingLink>> BookingsOfDeclarationAsync(int declarationId, CancellationToken cancellation) => await db.Bookings.Where(b => b.DeclarationId == declarationId)
        .OrderByDescending(b => b.Id).Take(Most).Select(b => new BookingLink(b.Number, b.State, b.Departure!.Number, b.Departure.LeavesAt)).ToListAsync(cancellation);

    private static async Task<IReadOnlyList<ConsignmentLink>> ListAsync(IQueryable<Consignment> consignments, CancellationToken cancellation) =>
        await consignments.OrderByDescending(c => c.Id).Take(Most).Select(c => new ConsignmentLink(c.Number, c.State, c.FromPlace, c.ToPlace)).ToListAsync(cancellation);
}
