using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>Documents to measure with: invented, complete, of any number of lines.</summary>
internal static class SampleLists
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8));

    public static CustomsTables Tables { get; } = CustomsTables.BuiltIn()
        .WithOffices([new CustomsOffice("4999", "示例海关")])
        .WithExchangeRates([new ExchangeRate("USD", 7.1m, new DateOnly(2026, 1, 1), "示例汇率")])
        .WithTariffLines([new TariffLine("4202129000", "拉杆箱（示例编码）", "007", "035")]);

    public static Transmission Transmission { get; } = new("91431299MA0000003B", "示例报关企业01", "DXPENT0000000001");

    public static ExportList Of(int lines) => new()
    {
        TradeMode = "9610",
        CustomsCode = "4999",
        PortCode = "7208",
        IeDate = "2026-11-20",
        StatisticsFlag = "B",
        OrderNo = "DD20261120000001",
        OrderGoodsValue = Text(lines * 255m),
        OrderFreight = "20",
        OrderCurrency = "USD",
        EbpCode = "91431299MA00000015",
        EbpName = "示例平台企业01",
        EbcCode = "91431299MA00000028",
        EbcName = "示例箱包企业01",
        AgentCode = "91431299MA0000003B",
        AgentName = "示例报关企业01",
        OwnerCode = "91431299MA00000028",
        OwnerName = "示例箱包企业01",
        LogisticsCode = "91431299MA00000290",
        LogisticsName = "示例物流企业01",
        LogisticsNo = "YD20261120000001",
        TrafMode = "4",
        Country = "VNM",
        Pod = "VNM901",
        Freight = "20",
        FreightCurrency = "USD",
        InsuredFee = "0",
        InsuredFeeCurrency = "USD",
        WrapType = "22",
        PackNo = Text(lines),
        GrossWeight = Text(lines * 35m),
        NetWeight = Text(lines * 32m),
        Goods = [.. Enumerable.Range(1, lines).Select(Line)],
    };

    private static GoodsLine Line(int number) => new()
    {
        ItemNo = "XB-" + number.ToString("D4", CultureInfo.InvariantCulture),
        ItemName = "拉杆箱",
        Gcode = "4202129000",
        Gname = "拉杆箱",
        Gmodel = "品牌：示例；材质：塑料面；规格：20 寸；型号：XB20",
        BarCode = "6931234567899",
        Country = "VNM",
        Currency = "USD",
        Qty = "10",
        Unit = "007",
        Qty1 = "10",
        Unit1 = "007",
        Qty2 = "32",
        Unit2 = "035",
        Price = "25.5",
        TotalPrice = "255",
    };

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
