using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Imports.Lists;

/// <summary>The example row and the notes of the templates for lists. Everything in the row is invented.</summary>
internal static class ListExample
{
    private static readonly Dictionary<string, string> _row = new(StringComparer.Ordinal)
    {
        ["/orderNo"] = "示例-订单-0001",
        ["/orderGoodsValue"] = "643.2",
        ["/orderFreight"] = "0",
        ["/orderCurrency"] = "美元",
        ["/logisticsNo"] = "示例-运单-0001",
        ["/trafMode"] = "铁路运输",
        ["/country"] = "越南",
        ["/pod"] = "VNM903",
        ["/freight"] = "0",
        ["/freightCurrency"] = "USD",
        ["/insuredFee"] = "0",
        ["/insuredFeeCurrency"] = "USD",
        ["/wrapType"] = "22",
        ["/packNo"] = "4",
        ["/grossWeight"] = "80kg",
        ["/netWeight"] = "68.4",
        ["/goods/itemNo"] = "示例-货号-1",
        ["/goods/itemName"] = "示例拉杆箱",
        ["/goods/gcode"] = "4202121000",
        ["/goods/gname"] = "拉杆箱",
        ["/goods/gmodel"] = "20 寸，涤纶面，无品牌",
        ["/goods/barCode"] = "无",
        ["/goods/country"] = "越南",
        ["/goods/currency"] = "USD",
        ["/goods/qty"] = "24",
        ["/goods/unit"] = "个",
        ["/goods/qty1"] = "68.4",
        ["/goods/unit1"] = "千克",
        ["/goods/price"] = "26.8",
        ["/goods/totalPrice"] = "643.2",
        ["/emsNo"] = "示例-账册-1",
        ["/iacName"] = "示例区内企业",
        ["/goods/itemRecordNo"] = "示例-料号-1",
    };

    public static string? Of(string column, string mode) => column == "/tradeMode" ? mode : _row.GetValueOrDefault(column);

    public static IReadOnlyList<string> Notes(string mode) =>
    [
        $"这是监管方式 {mode} 出口清单的模板。一行是一项商品，同一订单的各行写相同的订单编号，合成一份清单，最多 100 项。",
        "标题带 * 的列在这个监管方式下必填。电商企业、申报单位等企业资料里已有的内容可以留空，导入时自动带入。",
        .. mode == ModeChooser.Bonded ? [BondedNote] : Array.Empty<string>(),
        .. _common,
    ];

    public static IReadOnlyList<string> OrderNotes(string mode) =>
    [
        $"这是监管方式 {mode} {(mode == "9810" ? "海外仓订仓单" : "电子订单")}的模板。一行是一项商品，同一订单的各行写相同的订单编号，合成一份订单，最多 100 项。",
        "标题带 * 的列必填。平台和电商企业在企业资料里已有的可以留空，导入时自动带入。物流、重量和商品编码属于清单，由订单建清单草稿时再填。",
        .. _common,
    ];

    private const string BondedNote = "账册编号、区内企业代码和名称、账册备案料号照账册填写。它们的结构和账册底账、核注清单的衔接待核，请先向主管海关核对。";

    private static readonly string[] _common =
    [
        "第 2 行是示例，订单编号以“示例”开头的行不会导入，可以留着，也可以删除。",
        "列的顺序可以改，用不到的列可以删。标题也可以用自己的叫法，导入时再对应，下次自动记住。",
        "日期可以写 2026-03-05、2026/3/5、2026年3月5日。数量和金额可以带千分位、元、kg。",
        "国别、计量单位、币制、运输方式、包装可以写代码，也可以写名称。",
        "本平台只做预申报。依法申报请在国际贸易单一窗口办理。",
    ];
}
