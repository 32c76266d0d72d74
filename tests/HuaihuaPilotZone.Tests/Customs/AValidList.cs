using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs;

/// <summary>
/// A document without any fault, of any number of lines, and the tables and lookups that go with it. All values are invented:
/// division code 431299 is not allocated, office 4999 and the ten-digit codes exist in these tests only.
/// </summary>
internal static class AValidList
{
    public const string Retail = "9610";
    public const string BusinessToBusiness = "9710";
    public const string OverseasWarehouse = "9810";

    public static readonly DateOnly Today = new(2026, 11, 22);

    /// <summary>Built-in tables with what staff would keep: an office, rates, ten-digit codes. No approval of the zone.</summary>
    public static CustomsTables Tables { get; } = TablesWithoutRates().WithExchangeRates(
    [
        new ExchangeRate("USD", 7.1m, new DateOnly(2020, 1, 1), "测试汇率"),
    ]);

    public static CustomsTables ApprovedTables { get; } = Tables.WithZoneApproval(new ZoneApproval("示例文号〔2026〕1号", new DateOnly(2026, 1, 1), null));

    /// <summary>With a special customs area in force.</summary>
    public static CustomsTables TablesWithAnArea { get; } = Tables.WithSpecialAreas([new SpecialArea("示例综合保税区", "综合保税区", "示例〔2026〕1号", new DateOnly(2026, 1, 1))]);

    /// <summary>The tariff once had another code for the suitcases.</summary>
    public static CustomsTables TablesOfAnEndedCode { get; } = Tables.WithTariffLines([new TariffLine("4202121000", "拉杆箱（示例旧编码）", "007", "035", null, new DateOnly(2025, 12, 31)) { Source = "测试" }]);

    public static IDocumentLookups Lookups { get; } = new NoLookups(new Transmission("91431299MA0000003B", "示例报关企业01", "DXPENT0000000001"));

    public static CustomsTables TablesWithoutRates() => CustomsTables.BuiltIn()
        .WithOffices([new CustomsOffice("4999", "示例海关") { Source = "测试" }])
        .WithTariffLines(
        [
            new TariffLine("4202129000", "拉杆箱（示例编码）", "007", "035") { Source = "测试" },
            new TariffLine("0902101000", "绿茶（示例编码）", "035", null) { Source = "测试" },
        ]);

    public static ExportList Of(string mode, int lines = 2)
    {
        var goods = Enumerable.Range(0, lines).Select(i => i % 2 == 0 ? Suitcase(i) : Tea(i)).ToArray();
        var cases = (lines + 1) / 2;
        var teas = lines / 2;
        return Header(mode) with
        {
            Goods = goods,
            OrderGoodsValue = Text((cases * 255m) + (teas * 96m)),
            NetWeight = Text((cases * 32m) + (teas * 12m)),
            GrossWeight = Text((cases * 35m) + (teas * 13.5m)),
        };
    }

    /// <summary>The same from a special area, without any fault but that the portal says what is not known of account books.</summary>
    public static ExportList Bonded()
    {
        var list = Of(Retail) with { TradeMode = "1210", EmsNo = "T4999W000001", IacCode = "91431299MA00000028", IacName = "示例箱包企业01" };
        return list with { Goods = [.. list.Goods.Select((g, i) => g with { ItemRecordNo = Text("LJ-", i) })] };
    }

    public static PreCheckResult Check(ExportList document) => PreChecker.Run(document, Tables, Today, Lookups);

    /// <summary>The document with one goods line changed.</summary>
    public static ExportList WithLine(this ExportList document, int line, Func<GoodsLine, GoodsLine> change)
    {
        var goods = document.Goods.ToArray();
        goods[line] = change(goods[line]);
        return document with { Goods = goods };
    }

    private static ExportList Header(string mode) => new()
    {
        TradeMode = mode,
        CustomsCode = "4999",
        PortCode = "7208",
        IeDate = "2026-11-20",
        StatisticsFlag = "B",
        OrderNo = "DD20261120000001",
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
        PackNo = "3",
    };

    private static GoodsLine Suitcase(int line) => new()
    {
        ItemNo = Text("XB-", line),
        ItemName = "拉杆箱",
        ItemDescribe = "20 寸旅行箱",
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

    private static GoodsLine Tea(int line) => new()
    {
        ItemNo = Text("CY-", line),
        ItemName = "绿茶",
        Gcode = "0902101000",
        Gname = "绿茶",
        Gmodel = "品牌：示例；内包装 250 克；不含其他成分",
        BarCode = "无",
        Country = "VNM",
        Currency = "USD",
        Qty = "12",
        Unit = "035",
        Qty1 = "12",
        Unit1 = "035",
        Price = "8",
        TotalPrice = "96",
    };

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(string prefix, int line) => prefix + (line + 1).ToString("D4", CultureInfo.InvariantCulture);
}
