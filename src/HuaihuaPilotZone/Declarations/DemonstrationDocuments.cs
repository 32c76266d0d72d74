using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Invented goods for demonstration filings; everything about them is visibly 示例.</summary>
internal static class DemonstrationDocuments
{
    /// <summary>A retail parcel of suitcases that passes the pre-check.</summary>
    public static ExportList Luggage(ExportList prefilled, int number) => Shipment(prefilled, number, "USA", "USA264") with
    {
        Goods =
        [
            Line("SAMPLE-01", "4202121000", "示例软壳拉杆箱", "20 寸，涤纶面，无品牌", "USA", 24, 26.8m, "007", 68.4m),
            Line("SAMPLE-02", "4202220000", "示例女式手提包", "涤纶面，无品牌", "USA", 60, 9.4m, "007", 31.2m),
        ],
        OrderGoodsValue = "1207.2",
        GrossWeight = "118.5",
        NetWeight = "99.6",
        PackNo = "14",
    };

    /// <summary>Tea for an overseas warehouse, at most 5,000 yuan.</summary>
    public static ExportList Tea(ExportList prefilled, int number) => Shipment(prefilled, number, "VNM", "VNM009") with
    {
        Goods = [Line("SAMPLE-11", "0902101000", "示例绿茶", "炒青，250 克罐装，无品牌", "VNM", 40, 8.5m, "122", 10m)],
        OrderGoodsValue = "340",
        GrossWeight = "14.2",
        NetWeight = "10",
        PackNo = "2",
    };

    /// <summary>The same with five mistakes of everyday life.</summary>
    public static ExportList WithMistakes(ExportList document) => document with
    {
        GrossWeight = document.NetWeight,
        NetWeight = document.GrossWeight,
        OrderGoodsValue = "1200",
        Country = "CHN",
        Goods = [document.Goods[0] with { TotalPrice = "600", BarCode = null }, .. document.Goods.Skip(1)],
    };

    /// <summary>A 9710 declaration of tea as it is typed on an ordinary day; what only the Single Window gives is left out.</summary>
    public static CustomsDocument Declaration(CustomsDocument prefilled)
    {
        (Field Field, string Value)[] header =
        [
            (DeclarationFields.ExitPort, "450401"), (DeclarationFields.MarkNo, "N/M"), (DeclarationFields.OverseasName, "SAMPLE BUYER"), (DeclarationFields.DeclareName, "示例报关员"),
            (DeclarationFields.TypistNo, "8600000000001"), (DeclarationFields.InputerName, "示例录入员"), (DeclarationFields.ContractNo, "DEMO-CONTRACT-0001"), (DeclarationFields.TrafMode, "4"),
            (DeclarationFields.VoyageNo, "1234567890123"), (DeclarationFields.BillNo, "DEMO-BILL-0001"), (DeclarationFields.TradeCountry, "VNM"), (DeclarationFields.TradeArea, "VNM"),
            (DeclarationFields.DestinationPort, "VNM903"), (DeclarationFields.TransMode, "3"), (DeclarationFields.WrapType, "22"), (DeclarationFields.PackNo, "40"),
            (DeclarationFields.GrossWeight, "520"), (DeclarationFields.NetWeight, "480"),
        ];
        (Field Field, string Value)[] line =
        [
            (DeclarationGoods.Gcode, "0902101000"), (DeclarationGoods.Gname, "示例绿茶"), (DeclarationGoods.Gmodel, "0|0|内包装 250 克|未发酵"), (DeclarationGoods.Qty, "480"), (DeclarationGoods.Unit, "035"),
            (DeclarationGoods.Qty1, "480"), (DeclarationGoods.Unit1, "035"), (DeclarationGoods.Price, "12.5"), (DeclarationGoods.TotalPrice, "6000"), (DeclarationGoods.Currency, "USD"),
            (DeclarationGoods.OriginCountry, "CHN"), (DeclarationGoods.DestinationCountry, "VNM"), (DeclarationGoods.District, "43139"), (DeclarationGoods.DutyMode, "1"),
        ];
        var document = header.Aggregate(prefilled, (d, f) => d.With(f.Field, f.Value));
        return line.Aggregate(document, (d, f) => d.With(f.Field, 0, f.Value));
    }

    /// <summary>A return of one pack of what was exported; the list number is visibly invented.</summary>
    public static CustomsDocument Return(CustomsDocument prefilled) => prefilled
        .With(ReturnApplication.InvtNo, "49992026E000000000").With(ReturnApplication.Reason, "示例：买家退货")
        .With(ReturnApplication.BillNo, "DEMO-BACK-0001").With(ReturnApplication.TrafName, "示例列车").With(ReturnApplication.VoyageNo, "DEMO-1");

    private static ExportList Shipment(ExportList prefilled, int number, string country, string port) => prefilled with
    {
        OrderNo = string.Create(CultureInfo.InvariantCulture, $"DEMO-ORDER-{number:D4}"),
        LogisticsNo = string.Create(CultureInfo.InvariantCulture, $"DEMO-WB-{number:D4}"),
        OrderFreight = "0",
        OrderCurrency = "USD",
        TrafMode = "3",
        Country = country,
        Pod = port,
        Freight = "0",
        FreightCurrency = "USD",
        InsuredFee = "0",
        InsuredFeeCurrency = "USD",
        WrapType = "22",
    };

    private static GoodsLine Line(string itemNo, string code, string name, string model, string country, int count, decimal price, string unit, decimal kilograms) => new()
    {
        ItemNo = itemNo,
        ItemName = name,
        Gcode = code,
        Gname = name,
        Gmodel = model,
        BarCode = "无",
        Country = country,
        Currency = "USD",
        Qty = count.ToString(CultureInfo.InvariantCulture),
        Unit = unit,
        Qty1 = kilograms.ToString(CultureInfo.InvariantCulture),
        Unit1 = "035",
        Price = price.ToString(CultureInfo.InvariantCulture),
        TotalPrice = (count * price).ToString("0.#####", CultureInfo.InvariantCulture),
    };
}
