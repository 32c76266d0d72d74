using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Orders;

/// <summary>What the rules say of an order.</summary>
/// <param name="Tables">The code tables it was looked at with.</param>
public sealed record CheckedOrder(CustomsDocument Document, IReadOnlyList<Finding> Findings, CustomsTables Tables, DateOnly Day)
{
    public int MustFixCount => Findings.Count(f => f.Severity == Severity.MustFix);
}

/// <summary>Checks an order by the rules of lists that speak of it.</summary>
public sealed class OrderChecks(PortalDbContext db, CustomsTablesSource tables, ChinaTime time)
{
    /// <summary>Whom a rule names that finds an order number in the book already.</summary>
    internal const string OtherOrder = "“订单”里的同号订单";

    /// <summary>Runs the rules; another order of the enterprise with the same number is named.</summary>
    /// <param name="recordNo">The order itself, which does not stand against itself.</param>
    public async Task<CheckedOrder> RunAsync(int enterpriseId, string recordNo, CustomsDocument order, CancellationToken cancellation)
    {
        var snapshot = await tables.ReadAsync(cancellation);
        var keys = DeclarationProjection.Of(order);
        var isTaken = keys.OrderNo is { } number
            && await db.KeptOrders.AnyAsync(o => o.EnterpriseId == enterpriseId && o.RecordNo != recordNo && o.PlatformCode == (keys.PlatformCode ?? "") && o.OrderNo == number, cancellation);
        var result = PreChecker.Run(order, snapshot, time.Today, new Lookups(isTaken));
        return new CheckedOrder(order, [.. result.Findings.Where(Concerns)], snapshot, time.Today);
    }

    /// <summary>Whether a finding speaks of the order: not of what only a list has, nor of a blank that only a list must not have.</summary>
    internal static bool Concerns(Finding finding) =>
        OrderPart.Holds(finding.Path)
        && (!string.IsNullOrEmpty(finding.Value) || !DocumentPath.TryParse(finding.Path, out var place) || place.Field is not { } field || OrderPart.IsRequired(field));

    private sealed class Lookups(bool isTaken) : IDocumentLookups
    {
        public Transmission? Transmission => null;

        public string? OtherDocumentWithOrder(string ebpCode, string orderNo) => isTaken ? OtherOrder : null;

        public string? OtherDocumentWithWaybill(string logisticsCode, string logisticsNo) => null;
    }
}
