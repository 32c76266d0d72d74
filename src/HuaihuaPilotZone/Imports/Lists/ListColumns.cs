using System.Collections.Frozen;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Imports.Lists;

/// <summary>
/// The columns of a spreadsheet of export lists: one row for each goods line, the values of the order repeated on every row.
/// A column's name is the JSON Pointer of its field without the number of the line: /orderNo, /goods/gcode.
/// </summary>
public static class ListColumns
{
    private const string GoodsPrefix = "/goods/";
    private const string GoodsNote = "/goods/note";

    /// <summary>The column whose value says which rows belong together.</summary>
    public static string Key { get; } = DocumentPath.Of(HeaderFields.OrderNo);

    /// <summary>The column of the waybill, which two lists never share.</summary>
    public static string Waybill { get; } = DocumentPath.Of(HeaderFields.LogisticsNo);

    /// <summary>The column of whoever gave the waybill its number.</summary>
    public static string Carrier { get; } = DocumentPath.Of(HeaderFields.LogisticsCode);

    private static readonly FrozenDictionary<string, string[]> _synonyms = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["/tradeMode"] = ["贸易方式", "监管方式代码"],
        ["/customsCode"] = ["申报海关", "申报关区", "申报地关区"],
        ["/portCode"] = ["出境口岸", "口岸", "口岸关区", "出口口岸"],
        ["/ieDate"] = ["出口时间", "进出口日期", "出境日期"],
        ["/statisticsFlag"] = ["业务类型", "统计标志"],
        ["/orderNo"] = ["订单号", "订单", "交易编号", "海外仓订仓单编号", "订仓单号", "order no"],
        ["/orderGoodsValue"] = ["订单金额", "货值", "订单货值"],
        ["/orderCurrency"] = ["订单币种"],
        ["/ebpCode"] = ["平台代码"],
        ["/ebpName"] = ["平台名称", "电商平台", "海外仓名称"],
        ["/ebcCode"] = ["电商企业代码", "收发货人代码", "发货人代码"],
        ["/ebcName"] = ["电商企业名称", "收发货人名称", "发货人名称", "电商企业"],
        ["/agentCode"] = ["申报单位代码"],
        ["/agentName"] = ["申报单位名称", "申报单位", "申报企业"],
        ["/ownerCode"] = ["生产单位代码", "生产企业代码"],
        ["/ownerName"] = ["生产单位名称", "生产企业名称", "生产销售单位"],
        ["/logisticsCode"] = ["物流代码", "承运人代码", "快递公司代码"],
        ["/logisticsName"] = ["物流企业", "物流公司", "承运人", "快递公司"],
        ["/logisticsNo"] = ["运单号", "运单编号", "物流单号", "快递单号", "物流运单号", "waybill no", "tracking number"],
        ["/trafName"] = ["运输工具", "车次", "船名"],
        ["/voyageNo"] = ["航次", "航班号", "航次号"],
        ["/billNo"] = ["提单号", "主单号", "提运单"],
        ["/totalPackageNo"] = ["总包编号", "大包号"],
        ["/country"] = ["抵运国", "运抵国代码", "启抵国"],
        ["/pod"] = ["目的港", "抵运港", "指运港代码"],
        ["/freight"] = ["运费"],
        ["/freightCurrency"] = ["运费币种"],
        ["/insuredFee"] = ["保险费", "保价费"],
        ["/insuredFeeCurrency"] = ["保费币种", "保险费币制"],
        ["/wrapType"] = ["包装", "包装方式", "包装类型"],
        ["/packNo"] = ["箱数", "包裹数", "总件数"],
        ["/grossWeight"] = ["总毛重", "毛重kg", "gross weight"],
        ["/netWeight"] = ["总净重", "净重kg", "net weight"],
        ["/goods/itemNo"] = ["货号", "商品货号", "sku"],
        ["/goods/itemName"] = ["企业品名"],
        ["/goods/itemDescribe"] = ["商品描述"],
        ["/goods/gcode"] = ["hs编码", "hs code", "税号", "税则号", "海关编码", "商品编号", "hs"],
        ["/goods/gname"] = ["品名", "货物名称", "货名", "申报品名", "中文品名"],
        ["/goods/gmodel"] = ["规格", "型号", "商品规格型号", "申报要素"],
        ["/goods/barCode"] = ["条码", "国际条码", "barcode", "ean"],
        ["/goods/country"] = ["目的国", "最终目的国代码"],
        ["/goods/currency"] = ["币种", "成交币制"],
        ["/goods/qty"] = ["申报数量", "成交数量", "qty"],
        ["/goods/unit"] = ["单位", "成交单位", "成交计量单位"],
        ["/goods/qty1"] = ["第一法定数量", "第一数量", "法定第一数量"],
        ["/goods/unit1"] = ["法定单位", "第一法定单位", "第一计量单位", "第一单位"],
        ["/goods/qty2"] = ["第二法定数量", "法定第二数量"],
        ["/goods/unit2"] = ["第二单位", "第二法定单位"],
        ["/goods/price"] = ["申报单价", "unit price"],
        ["/goods/totalPrice"] = ["金额", "总金额", "申报总价", "amount"],
        ["/goods/note"] = ["商品备注"],
        ["/emsNo"] = ["账册号", "电子账册编号"],
        ["/iacCode"] = ["区内企业编码", "区内经营企业代码"],
        ["/iacName"] = ["区内经营企业名称"],
        ["/goods/itemRecordNo"] = ["料号", "备案料号", "账册料号"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All columns in the order of the template: the order first, then the goods.</summary>
    public static IReadOnlyList<TargetColumn> All { get; } =
    [
        .. FieldMap.Header.Select(f => Column(DocumentPath.Of(f), f)),
        .. FieldMap.Goods.Select(f => Column(GoodsPrefix + f.Name, f)),
    ];

    private static readonly FrozenDictionary<string, Field> _fields =
        FieldMap.Header.Select(f => (Name: DocumentPath.Of(f), Field: (Field)f))
            .Concat(FieldMap.Goods.Select(f => (Name: GoodsPrefix + f.Name, Field: (Field)f)))
            .ToFrozenDictionary(c => c.Name, c => c.Field, StringComparer.Ordinal);

    /// <summary>The field of a column, or null.</summary>
    public static Field? FieldOf(string column) => _fields.GetValueOrDefault(column);

    /// <summary>Other headings of a field of the goods.</summary>
    public static IReadOnlyList<string> SynonymsOf(Field field) => _synonyms.GetValueOrDefault(GoodsPrefix + field.Name) ?? [];

    /// <summary>The column of a finding's path: /goods/3/gcode stands in /goods/gcode. Null for the document or a line as a whole.</summary>
    public static string? ColumnOf(string path) => DocumentPath.TryParse(path, out var place) && place.Field is { } field
        ? field.IsOfLine ? GoodsPrefix + field.Name : path
        : null;

    // 备注 stands on both levels; on the goods it needs a name of its own. A file has remarks of many kinds, and only one that is called so is meant for customs
    private static TargetColumn Column(string name, Field field) =>
        new(name, name == GoodsNote ? "商品备注" : field.Label, _synonyms.GetValueOrDefault(name) ?? [], IsRequired: name == Key || name == "/goods/gcode")
        {
            IsMatchedWithin = name != GoodsNote && field != HeaderFields.Note,
        };
}
