using System.Collections.Frozen;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>The one table of all fields of an export list; its schema and the message writers read it.</summary>
public static class FieldMap
{
    /// <summary>Most goods lines of one document: InventoryList and OrderList are 1..100.</summary>
    public const int MaxLines = 100;

    /// <summary>Header fields in the order of the form.</summary>
    public static IReadOnlyList<HeaderField> Header { get; } =
    [
        HeaderFields.TradeMode,
        HeaderFields.CustomsCode,
        HeaderFields.PortCode,
        HeaderFields.IeDate,
        HeaderFields.StatisticsFlag,
        HeaderFields.LicenseNo,
        HeaderFields.EmsNo,
        HeaderFields.Note,
        HeaderFields.EbpCode,
        HeaderFields.EbpName,
        HeaderFields.EbcCode,
        HeaderFields.EbcName,
        HeaderFields.AgentCode,
        HeaderFields.AgentName,
        HeaderFields.OwnerCode,
        HeaderFields.OwnerName,
        HeaderFields.IacCode,
        HeaderFields.IacName,
        HeaderFields.LogisticsCode,
        HeaderFields.LogisticsName,
        HeaderFields.OrderNo,
        HeaderFields.OrderGoodsValue,
        HeaderFields.OrderFreight,
        HeaderFields.OrderCurrency,
        HeaderFields.LogisticsNo,
        HeaderFields.TrafMode,
        HeaderFields.TrafName,
        HeaderFields.VoyageNo,
        HeaderFields.BillNo,
        HeaderFields.TotalPackageNo,
        HeaderFields.LoctNo,
        HeaderFields.Country,
        HeaderFields.Pod,
        HeaderFields.Freight,
        HeaderFields.FreightCurrency,
        HeaderFields.InsuredFee,
        HeaderFields.InsuredFeeCurrency,
        HeaderFields.WrapType,
        HeaderFields.PackNo,
        HeaderFields.GrossWeight,
        HeaderFields.NetWeight,
    ];

    /// <summary>Fields of a goods line in the order of the form.</summary>
    public static IReadOnlyList<GoodsField> Goods { get; } =
    [
        GoodsFields.ItemNo,
        GoodsFields.ItemRecordNo,
        GoodsFields.ItemName,
        GoodsFields.ItemDescribe,
        GoodsFields.Gcode,
        GoodsFields.Gname,
        GoodsFields.Gmodel,
        GoodsFields.BarCode,
        GoodsFields.Country,
        GoodsFields.Currency,
        GoodsFields.Qty,
        GoodsFields.Unit,
        GoodsFields.Qty1,
        GoodsFields.Unit1,
        GoodsFields.Qty2,
        GoodsFields.Unit2,
        GoodsFields.Price,
        GoodsFields.TotalPrice,
        GoodsFields.Note,
    ];

    // below the lists, because static fields are filled from the top
    private static readonly FrozenDictionary<string, HeaderField> _header = Header.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, GoodsField> _goods = Goods.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>The header field of a document name, or null.</summary>
    public static HeaderField? FindHeader(string name) => _header.GetValueOrDefault(name);

    /// <summary>The goods field of a document name, or null.</summary>
    public static GoodsField? FindGoods(string name) => _goods.GetValueOrDefault(name);

    /// <summary>The list mode of a typed supervision mode; None when it is not 9610, 9710, 9810 or 1210.</summary>
    public static ListModes ModeOf(string? tradeMode) => tradeMode switch
    {
        "9610" => ListModes.Retail,
        "9710" => ListModes.BusinessToBusiness,
        "9810" => ListModes.OverseasWarehouse,
        "1210" => ListModes.SpecialArea,
        _ => ListModes.None,
    };

    /// <summary>Chinese title of a part of the form.</summary>
    public static string SectionTitle(FormSection section) => section switch
    {
        FormSection.Basics => "基本信息",
        FormSection.Parties => "参与方",
        FormSection.Order => "订单",
        FormSection.Transport => "物流与运输",
        FormSection.Charges => "金额费用",
        FormSection.Weight => "重量包装",
        _ => "商品",
    };

    /// <summary>Chinese label of a JSON Pointer into an export list; see <see cref="DocumentSchema.Label"/>.</summary>
    public static string Label(string path, string? tradeMode = null) => DocumentSchemas.ExportList.Label(path, tradeMode);
}
