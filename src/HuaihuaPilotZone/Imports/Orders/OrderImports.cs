using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Imports.Lists;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Imports.Orders;

/// <summary>Orders before there is a list: each becomes an order of the enterprise's book. What only a list needs is neither asked for nor checked.</summary>
internal sealed class OrderImports(CustomsTablesSource tables, DeclarationCheck check, OrderBook orders, KnownLists known, ChinaTime time) : ImportKind
{
    public override string Name => "orders";

    public override string Title => "电子订单";

    public override string ResultWord => "订单";

    public override IReadOnlyList<ImportVariant> Variants { get; } =
        [new("9610", "9610 零售出口订单"), new("9710", "9710 B2B 直接出口订单"), new("9810", "9810 海外仓订仓单"), new(ModeChooser.Bonded, "1210 保税电商订单（特殊区域）")];

    public override IReadOnlyList<TargetColumn> Columns { get; } =
        [.. ListColumns.All.Where(c => OrderPart.Holds(ListColumns.FieldOf(c.Name)!))];

    public override string? KeyColumn => ListColumns.Key;

    public override int MostRows => FieldMap.MaxLines;

    public override IReadOnlyList<string> Landmarks { get; } = [ListColumns.Key, "/goods/itemName"];

    public override bool IsShared(string column) => ListColumns.FieldOf(column) is { IsOfLine: false };

    public override string? Example(string column, string variant) => ListExample.Of(column, variant);

    public override bool IsNeeded(string column, string variant) => ListColumns.FieldOf(column) is { } field && OrderPart.IsRequired(field);

    public override IReadOnlyList<string> Notes(string variant) => ListExample.OrderNotes(variant);

    public override async Task<IReadOnlyList<ImportVariant>> OpenVariantsAsync(CancellationToken cancellation)
    {
        var open = ModeChooser.OpenModes(await check.AreasAsync(cancellation));
        return [.. Variants.Where(v => open.Contains(v.Name))];
    }

    public override async Task<ImportReading> ReadingAsync(CancellationToken cancellation)
    {
        var snapshot = await tables.ReadAsync(cancellation);
        var today = time.Today;
        return new ImportReading(
            (column, text) => ListColumns.FieldOf(column) is { } field ? PersonNumbers.Hide(field, TypedCell.Read(field, text, snapshot, today))! : text,
            file => ListMessages.ReadOrders(file, snapshot, today));
    }

    public override async Task<IReadOnlyList<CheckedGroup>> CheckAsync(ImportContext context, IReadOnlyList<ImportedGroup> groups, CancellationToken cancellation)
    {
        var start = ExportList.From((await known.ReadAsync(context, cancellation)).Document);
        var snapshot = await tables.ReadAsync(cancellation);
        var read = groups.Select(g => (g.Key, Order: OrderOf(start, g.Rows), g.Rows)).ToList();
        var kept = await orders.KnownAsync(context.EnterpriseId!.Value, [.. read.Select(r => r.Order.Document.OrderNo).OfType<string>()], cancellation);
        return [.. read.Select(r => new CheckedGroup(r.Key, [.. ListProblems.Of(r.Order, r.Rows, Findings(r.Order, r.Key))]))];

        IEnumerable<Finding> Findings(AssembledList order, string key) =>
            PreChecker.Run(order.Document, snapshot, time.Today, new OrderLookups(kept, order.Document, key)).Findings.Where(OrderChecks.Concerns);
    }

    public override Task PrepareAsync(CancellationToken cancellation) => orders.EnsureNumbersAsync(cancellation);

    public override async Task<string?> CommitAsync(ImportContext context, ImportedGroup group, CancellationToken cancellation)
    {
        var enterprise = context.EnterpriseId!.Value;
        var order = OrderOf(ExportList.From((await known.ReadAsync(context, cancellation)).Document), group.Rows).Document.ToDocument();
        // the number may have been taken since the check, by another file
        return await orders.FindForAsync(enterprise, order, cancellation) is null
            ? await orders.AddAsync(enterprise, order, ListProblems.OriginOf(context, group), cancellation)
            : null;
    }

    public override async Task<bool> UndoAsync(ImportContext context, string result, CancellationToken cancellation)
    {
        var enterprise = context.EnterpriseId!.Value;
        if (await orders.FindAsync(enterprise, result, cancellation) is not { } order) return true;
        // what somebody has worked with since is no longer what the file brought
        return order.Version <= 1 && (await orders.RemoveAsync(enterprise, result, cancellation)).IsDone;
    }

    public override string AddressOf(string result) => $"/enterprise/orders/{result}";

    private static AssembledList OrderOf(ExportList start, IReadOnlyList<ImportedRow> rows)
    {
        var assembled = ListAssembler.Assemble(start, rows);
        return assembled with { Document = OrderPart.Of(assembled.Document) };
    }

    /// <summary>An order number is asked of the book, and of the file: a group whose number is not its key stands beside another one that holds it.</summary>
    private sealed class OrderLookups(IReadOnlySet<(string Platform, string OrderNo)> kept, ExportList order, string key) : IDocumentLookups
    {
        public Transmission? Transmission => null;

        public string? OtherDocumentWithOrder(string ebpCode, string orderNo) =>
            key.StartsWith('!') ? UsedNumbers.SameFile
            : kept.Contains((DeclarationProjection.Platform(order.ToDocument()) ?? "", orderNo)) ? OrderChecks.OtherOrder
            : null;

        public string? OtherDocumentWithWaybill(string logisticsCode, string logisticsNo) => null;
    }
}
