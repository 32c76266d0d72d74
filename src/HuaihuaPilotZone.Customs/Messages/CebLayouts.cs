using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>One kind of message: the names of its parts and their elements in the order of the schema (CEB 202205).</summary>
/// <param name="Root">Name of the message.</param>
/// <param name="Entity">One per document.</param>
/// <param name="Head">Its head.</param>
/// <param name="Line">Its lines.</param>
internal sealed record CebLayout(string Root, string Entity, string Head, string Line, IReadOnlyList<CebElement> HeadElements, IReadOnlyList<CebElement> LineElements);

/// <summary>The two messages that are written.</summary>
internal static class CebLayouts
{
    // gnum as text, once for all messages
    private static readonly string[] _numbers = [.. Enumerable.Range(1, FieldMap.MaxLines).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    /// <summary>CEB303Message 电子订单.</summary>
    public static CebLayout Order { get; } = new("CEB303Message", "Order", "OrderHead", "OrderList",
    [
        Guid(),
        NewRecord(),
        AppTime(),
        Draft(),
        CebElement.Added("orderType", p => p.OrderType),
        CebElement.OfOrder(HeaderFields.OrderNo),
        CebElement.OfOrder(HeaderFields.EbpCode),
        CebElement.OfOrder(HeaderFields.EbpName),
        CebElement.OfOrder(HeaderFields.EbcCode),
        CebElement.OfOrder(HeaderFields.EbcName),
        CebElement.OfOrder(HeaderFields.OrderGoodsValue),
        CebElement.OfOrder(HeaderFields.OrderFreight),
        CebElement.OfOrder(HeaderFields.OrderCurrency),
    ],
    [
        Number(),
        CebElement.OfOrder(GoodsFields.ItemNo),
        CebElement.OfOrder(GoodsFields.ItemName),
        CebElement.OfOrder(GoodsFields.ItemDescribe),
        CebElement.OfOrder(GoodsFields.BarCode),
        CebElement.OfOrder(GoodsFields.Unit),
        CebElement.OfOrder(GoodsFields.Currency),
        CebElement.OfOrder(GoodsFields.Qty),
        CebElement.OfOrder(GoodsFields.Price),
        CebElement.OfOrder(GoodsFields.TotalPrice),
    ]);

    /// <summary>
    /// CEB603Message 出口申报清单. preNo and invtNo are given by E-Port and customs; iacCode, iacName, emsNo and itemRecordNo
    /// belong to special areas, which are not served.
    /// </summary>
    public static CebLayout Inventory { get; } = new("CEB603Message", "Inventory", "InventoryHead", "InventoryList",
    [
        Guid(),
        NewRecord(),
        AppTime(),
        Draft(),
        CebElement.OfList(HeaderFields.CustomsCode),
        CebElement.OfList(HeaderFields.EbpCode),
        CebElement.OfList(HeaderFields.EbpName),
        CebElement.OfList(HeaderFields.OrderNo),
        CebElement.OfList(HeaderFields.LogisticsCode),
        CebElement.OfList(HeaderFields.LogisticsName),
        CebElement.OfList(HeaderFields.LogisticsNo),
        CebElement.Added("copNo", p => p.CopNo),
        CebElement.Constant("ieFlag", "E"),
        CebElement.OfList(HeaderFields.PortCode),
        CebElement.OfList(HeaderFields.IeDate),
        CebElement.OfList(HeaderFields.StatisticsFlag),
        CebElement.OfList(HeaderFields.AgentCode),
        CebElement.OfList(HeaderFields.AgentName),
        CebElement.OfList(HeaderFields.EbcCode),
        CebElement.OfList(HeaderFields.EbcName),
        CebElement.OfList(HeaderFields.OwnerCode),
        CebElement.OfList(HeaderFields.OwnerName),
        CebElement.OfList(HeaderFields.TradeMode),
        CebElement.OfList(HeaderFields.TrafMode),
        CebElement.OfList(HeaderFields.TrafName),
        CebElement.OfList(HeaderFields.VoyageNo),
        CebElement.OfList(HeaderFields.BillNo),
        CebElement.OfList(HeaderFields.TotalPackageNo),
        CebElement.OfList(HeaderFields.LoctNo),
        CebElement.OfList(HeaderFields.LicenseNo),
        CebElement.OfList(HeaderFields.Country),
        CebElement.OfList(HeaderFields.Pod),
        CebElement.OfList(HeaderFields.Freight),
        CebElement.OfList(HeaderFields.FreightCurrency),
        CebElement.Constant("fFlag", "3"),
        CebElement.OfList(HeaderFields.InsuredFee),
        CebElement.OfList(HeaderFields.InsuredFeeCurrency),
        CebElement.Constant("iFlag", "3"),
        CebElement.OfList(HeaderFields.WrapType),
        CebElement.OfList(HeaderFields.PackNo),
        CebElement.OfList(HeaderFields.GrossWeight),
        CebElement.OfList(HeaderFields.NetWeight),
        CebElement.OfList(HeaderFields.Note),
    ],
    [
        Number(),
        CebElement.OfList(GoodsFields.ItemNo),
        CebElement.OfList(GoodsFields.ItemName),
        CebElement.OfList(GoodsFields.Gcode),
        CebElement.OfList(GoodsFields.Gname),
        CebElement.OfList(GoodsFields.Gmodel),
        CebElement.OfList(GoodsFields.BarCode),
        CebElement.OfList(GoodsFields.Country),
        CebElement.OfList(GoodsFields.Currency),
        CebElement.OfList(GoodsFields.Qty),
        CebElement.OfList(GoodsFields.Qty1),
        CebElement.OfList(GoodsFields.Qty2),
        CebElement.OfList(GoodsFields.Unit),
        CebElement.OfList(GoodsFields.Unit1),
        CebElement.OfList(GoodsFields.Unit2),
        CebElement.OfList(GoodsFields.Price),
        CebElement.OfList(GoodsFields.TotalPrice),
        CebElement.OfList(GoodsFields.Note),
    ]);

    private static CebElement Guid() => CebElement.Added("guid", p => p.Guid);

    private static CebElement AppTime() => CebElement.Added("appTime", p => p.AppTime);

    private static CebElement Number() => CebElement.Added("gnum", p => _numbers[p.Line]);

    // appType 1: new
    private static CebElement NewRecord() => CebElement.Constant("appType", "1");

    // appStatus 1: draft. 2 needs a signature, whose key never leaves the company's card.
    private static CebElement Draft() => CebElement.Constant("appStatus", "1");
}
