using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs;

/// <summary>A 退运报关单 without any fault, of everything that left with <see cref="AValidDeclaration"/>. All values are invented.</summary>
internal static class AValidReturnDeclaration
{
    private static readonly (Field Field, string Value)[] _header =
    [
        (ReturnDeclaration.TradeMode, ReturnDeclaration.Mode),
        (ReturnDeclaration.RelatedDeclaration, "499920260000000001"),
        (ReturnDeclaration.CutMode, "101"),
        (ReturnDeclaration.CustomsCode, "4999"),
        (ReturnDeclaration.PortCode, "7208"),
        (ReturnDeclaration.EntryPort, "450401"),
        (ReturnDeclaration.IeDate, "2026-11-22"),
        (ReturnDeclaration.EntryType, "M"),
        (ReturnDeclaration.PromiseItems, "00000"),
        (ReturnDeclaration.MarkNo, "N/M"),
        (ReturnDeclaration.Note, "示例：买家退货"),
        (ReturnDeclaration.TradeCoScc, "91431299MA00000028"),
        (ReturnDeclaration.TradeCode, "43139601AB"),
        (ReturnDeclaration.TradeName, "示例箱包企业01"),
        (ReturnDeclaration.OverseasName, "SAMPLE BUYER"),
        (ReturnDeclaration.OwnerCodeScc, "91431299MA00000028"),
        (ReturnDeclaration.OwnerCode, "43139601AB"),
        (ReturnDeclaration.OwnerName, "示例箱包企业01"),
        (ReturnDeclaration.AgentCodeScc, "91431299MA0000003B"),
        (ReturnDeclaration.AgentCode, "4313980001"),
        (ReturnDeclaration.AgentName, "示例报关企业01"),
        (ReturnDeclaration.DeclareName, "示例报关员"),
        (ReturnDeclaration.CopCode, "MA0000003"),
        (ReturnDeclaration.CopName, "示例报关企业01"),
        (ReturnDeclaration.TypistNo, "8600000000001"),
        (ReturnDeclaration.InputerName, "示例录入员"),
        (ReturnDeclaration.TrafMode, "4"),
        (ReturnDeclaration.VoyageNo, "1234567890124"),
        (ReturnDeclaration.BillNo, "ZYD20261122002"),
        (ReturnDeclaration.TradeCountry, "VNM"),
        (ReturnDeclaration.TradeArea, "VNM"),
        (ReturnDeclaration.DespatchPort, "VNM903"),
        (ReturnDeclaration.StopPort, "VNM903"),
        (ReturnDeclaration.GoodsPlace, "示例监管仓库"),
        (ReturnDeclaration.TransMode, "1"),
        (ReturnDeclaration.WrapType, "22"),
        (ReturnDeclaration.PackNo, "3"),
        (ReturnDeclaration.GrossWeight, "48.5"),
        (ReturnDeclaration.NetWeight, "44"),
    ];

    /// <summary>The declaration that the goods left with.</summary>
    public static SourceDocument Source { get; } = new("HH-20261120-000003", AValidDeclaration.Of(AValidDeclaration.GeneralTrade));

    public static CustomsDocument Document { get; } = _header.Aggregate(new CustomsDocument(ReturnDeclaration.Schema), (d, h) => d.With(h.Field, h.Value)).WithLines("goods", [Line("1", Suitcase), Line("2", Tea)]);

    private static Dictionary<string, string> Suitcase => new()
    {
        ["gcode"] = "4202129000",
        ["gname"] = "拉杆箱",
        ["gmodel"] = "1|3|20 寸|塑料面|XB20",
        ["qty"] = "10",
        ["unit"] = "007",
        ["qty1"] = "10",
        ["unit1"] = "007",
        ["qty2"] = "32",
        ["unit2"] = "035",
        ["price"] = "25.5",
        ["totalPrice"] = "255",
    };

    private static Dictionary<string, string> Tea => new()
    {
        ["gcode"] = "0902101000",
        ["gname"] = "绿茶",
        ["gmodel"] = "0|3|内包装 250 克|未发酵",
        ["qty"] = "12",
        ["unit"] = "035",
        ["qty1"] = "12",
        ["unit1"] = "035",
        ["price"] = "8",
        ["totalPrice"] = "96",
    };

    private static Dictionary<string, string> Line(string number, Dictionary<string, string> goods) => new(goods)
    {
        ["sourceLine"] = number,
        ["currency"] = "USD",
        ["originCountry"] = "CHN",
        ["destinationCountry"] = "CHN",
        ["districtCode"] = "43139",
        ["dutyMode"] = "1",
    };
}
