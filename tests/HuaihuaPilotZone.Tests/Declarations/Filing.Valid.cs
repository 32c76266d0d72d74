namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>A form that passes; the browser tests fill it in as well.</summary>
internal static partial class Filing
{
    private static int _shipments = 1000;

    /// <summary>Fields of a retail list that passes, with order and waybill numbers nobody else has.</summary>
    public static Dictionary<string, string?> Valid()
    {
        var shipment = Interlocked.Increment(ref _shipments);
        return new(StringComparer.Ordinal)
        {
            ["OrderNo"] = $"T-ORDER-{shipment}",
            ["LogisticsNo"] = $"T-WB-{shipment}",
            ["OrderGoodsValue"] = "643.2",
            ["OrderFreight"] = "0",
            ["OrderCurrency"] = "USD",
            ["TrafMode"] = "3",
            ["Country"] = "USA",
            ["Pod"] = "USA264",
            ["Freight"] = "0",
            ["FreightCurrency"] = "USD",
            ["InsuredFee"] = "0",
            ["InsuredFeeCurrency"] = "USD",
            ["WrapType"] = "22",
            ["PackNo"] = "4",
            ["GrossWeight"] = "80",
            ["NetWeight"] = "68.4",
            ["Goods[0].ItemNo"] = "T-1",
            ["Goods[0].ItemName"] = "测试拉杆箱",
            ["Goods[0].Gcode"] = "4202121000",
            ["Goods[0].Gname"] = "拉杆箱",
            ["Goods[0].Gmodel"] = "20 寸，涤纶面，无品牌",
            ["Goods[0].BarCode"] = "无",
            ["Goods[0].Country"] = "USA",
            ["Goods[0].Currency"] = "USD",
            ["Goods[0].Qty"] = "24",
            ["Goods[0].Unit"] = "007",
            ["Goods[0].Qty1"] = "68.4",
            ["Goods[0].Unit1"] = "035",
            ["Goods[0].Price"] = "26.8",
            ["Goods[0].TotalPrice"] = "643.2",
        };
    }

    /// <summary>Fields of a 9710 declaration that passes; the papers that are only usual are left out.</summary>
    public static Dictionary<string, string?> ValidDeclaration() => new(StringComparer.Ordinal)
    {
        ["CustomsCode"] = "4999",
        ["PortCode"] = "7208",
        ["ExitPort"] = "450401",
        ["MarkNo"] = "N/M",
        ["OverseasConsigneeName"] = "SAMPLE BUYER",
        ["DeclareName"] = "示例报关员",
        ["TradeCode"] = "43139601AB",
        ["AgentCodeScc"] = "91431299MA0000015J",
        ["AgentCode"] = "43139601AB",
        ["AgentName"] = "示例申报企业",
        ["CopCode"] = "MA0000015",
        ["CopName"] = "示例申报企业",
        ["TypistNo"] = "8600000000001",
        ["InputerName"] = "示例录入员",
        ["ContractNo"] = "T-CONTRACT-1",
        ["TrafMode"] = "4",
        ["VoyageNo"] = "1234567890123",
        ["BillNo"] = "T-BILL-1",
        ["TradeCountry"] = "VNM",
        ["TradeAreaCode"] = "VNM",
        ["DestinationPort"] = "VNM903",
        ["TransMode"] = "3",
        ["WrapType"] = "22",
        ["PackNo"] = "4",
        ["GrossWeight"] = "80",
        ["NetWeight"] = "68.4",
        ["Goods[0].Gcode"] = "4202121000",
        ["Goods[0].Gname"] = "拉杆箱",
        ["Goods[0].Gmodel"] = "0|0|20 寸|涤纶面",
        ["Goods[0].Qty"] = "24",
        ["Goods[0].Unit"] = "007",
        ["Goods[0].Qty1"] = "68.4",
        ["Goods[0].Unit1"] = "035",
        ["Goods[0].Price"] = "26.8",
        ["Goods[0].TotalPrice"] = "643.2",
        ["Goods[0].Currency"] = "USD",
        ["Goods[0].OriginCountry"] = "CHN",
        ["Goods[0].DestinationCountry"] = "VNM",
        ["Goods[0].DistrictCode"] = "43139",
        ["Goods[0].DutyMode"] = "1",
        ["Containers[0].ContainerId"] = "HHCU1000010",
        ["Containers[0].ContainerMd"] = "21",
        ["Containers[0].GoodsNo"] = "1",
    };
}
