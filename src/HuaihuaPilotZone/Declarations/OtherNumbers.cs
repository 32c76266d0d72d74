using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Order and waybill numbers that the first other document holds, for many new documents of one enterprise: two questions, however many there are.</summary>
/// <param name="Orders">By platform and order number, what the other document is called.</param>
/// <param name="Waybills">By carrier and waybill number.</param>
internal sealed record OtherNumbers(IReadOnlyDictionary<(string Holder, string Number), string> Orders, IReadOnlyDictionary<(string Holder, string Number), string> Waybills)
{
    /// <summary>What another enterprise's document is called: its number is nobody else's business.</summary>
    internal const string Somebody = "另一家企业的单证";

    /// <summary>The other documents with the numbers of one of those that were asked for.</summary>
    public (string? Order, string? Waybill) Of(DeclarationProjection document) => (
        document is { PlatformCode: { } platform, OrderNo: { } order } ? Orders.GetValueOrDefault((platform, order)) : null,
        document is { CarrierCode: { } carrier, WaybillNo: { } waybill } ? Waybills.GetValueOrDefault((carrier, waybill)) : null);

    /// <param name="since">UTC; a waybill number that was last used before is free again.</param>
    public static async Task<OtherNumbers> ReadAsync(PortalDbContext db, int enterpriseId, IReadOnlyList<DeclarationProjection> documents, DateTime since, CancellationToken cancellation)
    {
        var others = db.Declarations.AsNoTracking().Where(d => d.State != DeclarationState.Withdrawn && (d.EnterpriseId == enterpriseId || d.State != DeclarationState.Draft));
        var (platforms, orders) = Asked(documents.Select(d => (d.PlatformCode, d.OrderNo)));
        var (carriers, waybills) = Asked(documents.Select(d => (d.CarrierCode, d.WaybillNo)));
        var ofOrders = others.Where(d => EF.Parameter(platforms).Contains(d.PlatformCode!) && EF.Parameter(orders).Contains(d.OrderNo!))
            .GroupBy(d => new { d.PlatformCode, d.OrderNo }).Select(g => g.Min(d => d.Id));
        var ofWaybills = others.Where(d => EF.Parameter(carriers).Contains(d.CarrierCode!) && EF.Parameter(waybills).Contains(d.WaybillNo!) && d.UpdatedAt >= since)
            .GroupBy(d => new { d.CarrierCode, d.WaybillNo }).Select(g => g.Min(d => d.Id));
        var byOrder = orders.Length == 0 ? [] : await db.Declarations.AsNoTracking().Where(d => ofOrders.Contains(d.Id))
            .Select(d => new Held(d.PlatformCode!, d.OrderNo!, d.EnterpriseId, d.Number)).ToListAsync(cancellation);
        var byWaybill = waybills.Length == 0 ? [] : await db.Declarations.AsNoTracking().Where(d => ofWaybills.Contains(d.Id))
            .Select(d => new Held(d.CarrierCode!, d.WaybillNo!, d.EnterpriseId, d.Number)).ToListAsync(cancellation);
        return new OtherNumbers(Names(byOrder, enterpriseId), Names(byWaybill, enterpriseId));
    }

    private static (string[] Holders, string[] Numbers) Asked(IEnumerable<(string? Holder, string? Number)> documents)
    {
        var whole = documents.Where(d => d is { Holder: not null, Number: not null }).ToList();
        return ([.. whole.Select(d => d.Holder!).Distinct(StringComparer.Ordinal)], [.. whole.Select(d => d.Number!).Distinct(StringComparer.Ordinal)]);
    }

    private static Dictionary<(string, string), string> Names(List<Held> held, int enterpriseId) =>
        held.ToDictionary(h => (h.Holder, h.No), h => h.EnterpriseId == enterpriseId ? h.Number.ToString() : Somebody);

    private sealed record Held(string Holder, string No, int EnterpriseId, DeclarationNumber Number);
}
