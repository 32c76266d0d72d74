using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations.Orders;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class OrdersCalls : ServiceCalls
{
    private static readonly CustomsDocument _order = new ExportList { TradeMode = "9610", EbpCode = "91431299MA0000015J", OrderNo = "A-1", Goods = [new GoodsLine { ItemName = "示例" }] }.ToDocument();

    private static readonly KeptOrder _kept = new()
    {
        EnterpriseId = 1,
        RecordNo = "D20261122-000001",
        TradeMode = "9610",
        PlatformCode = "91431299MA0000015J",
        OrderNo = "A-1",
        GoodsSummary = "示例",
        GoodsCount = 1,
        Document = DocumentJson.Serialize(_order),
        Origin = "示例",
        SearchText = "A-1",
        IsDemonstration = true,
        CreatedAt = default,
        CreatedBy = "示例",
    };

    protected override void Describe()
    {
        foreach (var view in Enum.GetValues<OrderView>()) Call<OrderBook>(s => s.ListAsync(1, new OrderFilter(view, "a-1", "9610"), new PageRequest(2), CancellationToken.None));
        foreach (var sort in Enum.GetValues<OrderSort>())
        {
            Call<OrderBook>(s => s.ListAsync(1, new OrderFilter(OrderView.All, null, null, sort), new PageRequest(2), CancellationToken.None));
            Call<OrderBook>(s => s.ListAsync(1, new OrderFilter(OrderView.All, null, null, sort, Ascending: true), new PageRequest(2), CancellationToken.None));
        }

        Call<OrderBook>(s => s.StreamAsync(1, new OrderFilter(OrderView.Open, "a-1", null), CancellationToken.None));
        Call<OrderBook>(s => s.FindAsync(1, "D20261122-000001", CancellationToken.None));
        Call<OrderBook>(s => s.FindForAsync(1, _order, CancellationToken.None));
        Call<OrderBook>(s => s.KnownAsync(1, ["A-1"], CancellationToken.None));
        Call<OrderBook>(s => s.EnsureNumbersAsync(CancellationToken.None));
        CallInTransaction<OrderBook>(s => s.AddAsync(1, _order, "示例", CancellationToken.None));
        Call<SampleOrders>(s => s.MakeAsync(1, 2, CancellationToken.None));
        Call<SampleOrders>(s => s.FindEnterpriseAsync("91431299MA0000015J", CancellationToken.None));
        Call<OrderChecks>(s => s.RunAsync(1, "D20261122-000001", _order, CancellationToken.None));
        Call<OrderEditing>(s => s.HistoryAsync("D20261122-000001", CancellationToken.None));
        Call<OrderEditing>(s => s.WriteAsync(_kept, CancellationToken.None));
        foreach (var answers in new[] { null, Row(("Document", DocumentJson.Serialize(_order)), ("TradeMode", "9610"), ("OrderNo", "A-1")) })
        {
            Call<OrderBook>(s => s.RemoveAsync(1, "D20261122-000001", CancellationToken.None), answers);
            Call<OrderBook>(s => s.DraftAsync(1, ["D20261122-000001"], CancellationToken.None), answers);
            Call<OrderEditing>(s => s.ChangeAsync(1, "D20261122-000001", 0, _order.With(HeaderFields.OrderNo, "A-2"), CancellationToken.None), answers);
        }
    }
}
