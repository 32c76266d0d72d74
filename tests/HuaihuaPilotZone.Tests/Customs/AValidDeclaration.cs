using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs;

/// <summary>A 报关单 without any fault, of any number of lines; tables, lookups and day are those of <see cref="AValidList"/>. All values are invented.</summary>
internal static class AValidDeclaration
{
    public const string GeneralTrade = "0110";

    public static readonly IReadOnlyList<string> Modes = [GeneralTrade, AValidList.BusinessToBusiness, AValidList.OverseasWarehouse];

    private static readonly string[] _edocs = ["00000001", "00000002", "00000004", "10000001"];

    private static readonly (Field Field, string Value)[] _header =
    [
        (DeclarationFields.CutMode, "101"),
        (DeclarationFields.CustomsCode, "4999"),
        (DeclarationFields.PortCode, "7208"),
        (DeclarationFields.ExitPort, "450401"),
        (DeclarationFields.EntryType, "M"),
        (DeclarationFields.PromiseItems, "99999"),
        (DeclarationFields.MarkNo, "N/M"),
        (DeclarationFields.TradeCoScc, "91431299MA00000028"),
        (DeclarationFields.TradeCode, "43139601AB"),
        (DeclarationFields.TradeName, "示例箱包企业01"),
        (DeclarationFields.OverseasName, "SAMPLE BUYER"),
        (DeclarationFields.OwnerCodeScc, "91431299MA00000028"),
        (DeclarationFields.OwnerCode, "43139601AB"),
        (DeclarationFields.OwnerName, "示例箱包企业01"),
        (DeclarationFields.AgentCodeScc, "91431299MA0000003B"),
        (DeclarationFields.AgentCode, "4313980001"),
        (DeclarationFields.AgentName, "示例报关企业01"),
        (DeclarationFields.DeclareName, "示例报关员"),
        (DeclarationFields.CopCode, "MA0000003"),
        (DeclarationFields.CopName, "示例报关企业01"),
        (DeclarationFields.TypistNo, "8600000000001"),
        (DeclarationFields.InputerName, "示例录入员"),
        (DeclarationFields.ContractNo, "HT-2026-001"),
        (DeclarationFields.TrafMode, "4"),
        (DeclarationFields.VoyageNo, "1234567890123"),
        (DeclarationFields.BillNo, "ZYD20261122001"),
        (DeclarationFields.TradeCountry, "VNM"),
        (DeclarationFields.TradeArea, "VNM"),
        (DeclarationFields.DestinationPort, "VNM903"),
        (DeclarationFields.TransMode, "3"),
        (DeclarationFields.WrapType, "22"),
        (DeclarationFields.PackNo, "3"),
    ];

    public static CustomsDocument Of(string mode, int lines = 2)
    {
        var (cases, teas) = ((lines + 1) / 2, lines / 2);
        var document = new CustomsDocument(DocumentSchemas.CustomsDeclaration).With(DeclarationFields.TradeMode, mode);
        foreach (var (field, value) in _header) document = document.With(field, value);
        if (mode != GeneralTrade) document = document.With(DeclarationFields.Note, "跨境电子商务");
        if (mode == AValidList.OverseasWarehouse) document = document.With(DeclarationFields.BusinessItems, "00100");
        return document
            .With(DeclarationFields.NetWeight, Text((cases * 32m) + (teas * 12m)))
            .With(DeclarationFields.GrossWeight, Text((cases * 35m) + (teas * 13.5m)))
            .WithLines("goods", Enumerable.Range(0, lines).Select(i => i % 2 == 0 ? Suitcase : Tea))
            .WithLines("containers", [new() { ["containerId"] = "HHCU1000010", ["containerMd"] = "21", ["goodsNo"] = "1" }])
            .WithLines("documents", [new() { ["docuCode"] = "Y", ["certCode"] = "22C430000001" }])
            .WithLines("otherPacks", [new() { ["packType"] = "92", ["packQty"] = "2" }])
            .WithLines("edocs", _edocs.Select(Edoc));
    }

    public static PreCheckResult Check(CustomsDocument document) => PreChecker.Run(document, AValidList.Tables, AValidList.Today, AValidList.Lookups);

    /// <summary>The document with other lines in a collection; values by document name.</summary>
    public static CustomsDocument WithLines(this CustomsDocument document, string collection, IEnumerable<Dictionary<string, string>> lines)
    {
        var schema = document.Schema.FindCollection(collection)!;
        return document.With(schema.Collection, [.. lines.Select(line => line.Aggregate(new DocumentLine(schema), (l, pair) => l.With(document.Schema.FindField(schema, pair.Key)!, pair.Value)))]);
    }

    /// <summary>Pointers to every field of a document that has lines.</summary>
    public static IEnumerable<(Field Field, string Path)> Places(CustomsDocument document) =>
    [
        .. document.Schema.Header.Select(f => (f, f.PathAt())),
        .. document.Schema.Collections.SelectMany(c => Enumerable.Range(0, document.Lines(c.Collection).Count).SelectMany(i => c.Fields.Select(f => (f, f.PathAt(i))))),
    ];

    private static Dictionary<string, string> Suitcase => new()
    {
        ["gcode"] = "4202129000",
        ["gname"] = "拉杆箱",
        ["gmodel"] = "1|0|20 寸|塑料面|XB20",
        ["qty"] = "10",
        ["unit"] = "007",
        ["qty1"] = "10",
        ["unit1"] = "007",
        ["qty2"] = "32",
        ["unit2"] = "035",
        ["price"] = "25.5",
        ["totalPrice"] = "255",
        ["currency"] = "USD",
        ["originCountry"] = "CHN",
        ["destinationCountry"] = "VNM",
        ["districtCode"] = "43139",
        ["dutyMode"] = "1",
    };

    private static Dictionary<string, string> Tea => new()
    {
        ["gcode"] = "0902101000",
        ["gname"] = "绿茶",
        ["gmodel"] = "0|0|内包装 250 克|未发酵",
        ["qty"] = "12",
        ["unit"] = "035",
        ["qty1"] = "12",
        ["unit1"] = "035",
        ["price"] = "8",
        ["totalPrice"] = "96",
        ["currency"] = "USD",
        ["originCountry"] = "CHN",
        ["destinationCountry"] = "VNM",
        ["districtCode"] = "43139",
        ["dutyMode"] = "1",
    };

    private static Dictionary<string, string> Edoc(string code) => new() { ["edocCode"] = code, ["edocId"] = $"4999{code}IM000000000000000001", ["edocFormat"] = "US" };

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
