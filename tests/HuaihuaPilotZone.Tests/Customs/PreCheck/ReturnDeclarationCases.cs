using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Examples;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

/// <summary>At least one breaking change of a 退运报关单 for every rule that looks at one and that no generated break calls for.</summary>
internal static class ReturnDeclarationCases
{
    private const DocumentScope Kind = DocumentScope.ReturnDeclaration;

    public static IReadOnlyList<ApplicationCase> All { get; } = [.. Own(), .. Form(), .. Parties(), .. Codes(), .. Transport(), .. Goods(), .. Amounts()];

    private static ApplicationCase Set(string ruleId, string path, string? value) => Set(ruleId, path, (path, value));

    private static ApplicationCase Set(string ruleId, string path, params (string Path, string? Value)[] values) =>
        Of(ruleId, path, d => values.Aggregate(d, (all, v) => DocumentPath.Set(all, v.Path, v.Value)!));

    private static ApplicationCase Of(string ruleId, string path, Func<CustomsDocument, CustomsDocument> change) =>
        new(ruleId, path, Kind, change) { Lookups = AValidApplication.Lookups(Kind) };

    private static KnownSources Taken(params IReadOnlyList<ReturnedLine> returned) => new([AValidReturnDeclaration.Source with { Returned = returned }]);

    private static ApplicationCase[] Own() =>
    [
        Set("REIMPORT-004", "/goods/0/sourceLine", (string?)null) with { Name = "REIMPORT-004 empty", Proposal = "1" },
        Of("REIMPORT-004", "/goods/0/sourceLine", d => d.With(ReturnDeclaration.SourceLine, 0, null)) with
        {
            Name = "REIMPORT-004 several alike",
            Lookups = new KnownSources([AValidReturnDeclaration.Source with { Document = AValidReturnDeclaration.Source.Document.With(DeclarationGoods.Lines, [.. AValidReturnDeclaration.Source.Document.Goods, AValidReturnDeclaration.Source.Document.Goods[0]]) }]),
            Choice = ["1", "3"],
        },
        Of("REIMPORT-006", "/goods/1/qty", d => d) with { Name = "REIMPORT-006 over several returns", Lookups = Taken(new ReturnedLine(2, 1, 0, 0)), Proposal = "11" },
        Of("REIMPORT-007", "/goods/2/sourceLine", d => d.With(ReturnDeclaration.Lines, [.. d.Goods, d.Goods[1].With(ReturnDeclaration.Unit1, "035")])) with { Also = ["WEIGHT-003"] },
        Set("REIMPORT-011", "/ieDate", "2026/11/22") with { Name = "REIMPORT-011 form", Proposal = "2026-11-22" },
    ];

    private static ApplicationCase[] Form() =>
    [
        Of("LINES-001", "/goods", d => d.WithLines("goods", [])),
        Of("LINES-003", "/goods", d => d.With(ReturnDeclaration.Lines, [.. Enumerable.Repeat(d.Goods[1], 51)])) with { Also = ["REIMPORT-007", "WEIGHT-003"] },
        Set("TEXT-002", "/goodsPlace", " 示例监管仓库") with { Proposal = "示例监管仓库" },
        Set("TEXT-004", "/note", "联系人 431202199003071230"),
        Set("NUMBER-003", "/grossWeight", "48.500001") with { Proposal = "48.5" },
        Set("NUMBER-006", "/goods/0/price", "25.50001") with { Proposal = "25.5" },
        Set("OFFICE-002", "/portCode", "4977"),
        Set("OFFICE-003", "/portCode", "7200"),
        Set("OFFICE-004", "/customsCode", "4900"),
        Set("MARK-001", "/markNo", (string?)null) with { Proposal = "N/M" },
        Set("PROMISE-001", "/promiseItems", "进口"),
    ];

    private static ApplicationCase[] Parties() =>
    [
        Set("PARTY-002", "/tradeCoScc", "91431299MAO0000028") with { Choice = ["91431299MA00000028"] },
        Set("PARTY-003", "/agentCodeScc", "91431299MA0000013B"),
        Set("PARTY-004", "/agentCodeScc", "91431200MA4QRT1B0T"),
        Set("PARTY-005", "/agentCode", "43A3980001"),
        Set("PARTY-006", "/ownerName", "示例箱包企业02"),
        Set("PARTY-007", "/tradeCoScc", "43139601AB"),
        Set("PARTY-008", "/tradeCode", "91431299MA00000028"),
        Set("PARTY-009", "/ownerCodeScc", ("/ownerCodeScc", "431202199003071231"), ("/ownerCode", null)),
        Set("PARTY-010", "/ownerCodeScc", ("/ownerCodeScc", "431202199003071230"), ("/ownerCode", null)),
    ];

    private static ApplicationCase[] Codes() =>
    [
        Set("CODE-002", "/goods/0/originCountry", "中国") with { Proposal = "CHN" },
        Set("CODE-013", "/goods/0/districtCode", "44019"),
    ];

    private static ApplicationCase[] Transport() =>
    [
        Set("TRAF-002", "/trafName", ("/trafMode", "2"), ("/voyageNo", "081E")),
        Set("TRAF-003", "/trafName", "湘A12345"),
        Set("TRAF-004", "/voyageNo", (string?)null),
        Set("TRAF-005", "/voyageNo", ("/trafMode", "5"), ("/trafName", "CZ3051"), ("/voyageNo", "3051")),
        Set("TRAF-006", "/voyageNo", ("/trafMode", "3"), ("/trafName", "K1234"), ("/voyageNo", "2026-11-22")) with { Proposal = "20261122" },
        Set("TRAF-007", "/billNo", (string?)null),
        Set("TRAF-008", "/trafName", ("/trafName", "DSLY0001"), ("/voyageNo", null)),
    ];

    private static ApplicationCase[] Goods() =>
    [
        Set("GMODEL-001", "/goods/0/gmodel", (string?)null),
        Set("GMODEL-002", "/goods/0/gmodel", "1|0|20 寸") with { Proposal = "1|3|20 寸" },
        Set("GMODEL-003", "/goods/0/gmodel", "1|3||"),
        Set("GMODEL-004", "/goods/0/gmodel", "1｜3｜20 寸") with { Proposal = "1|3|20 寸" },
        Set("GMODEL-005", "/goods/0/gmodel", "1|3|20 寸") with { Tables = SampleWorld.WithElements },
        Set("BRAND-002", "/goods/1/gmodel", "0|3|内包装 250 克|品牌：示例") with { Choice = [.. "1234".Select(t => t + "|3|内包装 250 克|品牌：示例")] },
        Code("HS-002", "7702129000"),
        Code("HS-003", "8471300000"),
        Code("HS-004", "4202139000"),
        Code("HS-005", "4202000000") with { Tables = AValidList.ApprovedTables },
        Code("HS-006", "4202120000") with { Tables = AValidList.ApprovedTables },
        Set("HS-007", "/goods/0/unit1", "011") with { Proposal = "007", Also = ["REIMPORT-005"] },
        Set("HS-008", "/goods/0/unit2", ("/goods/0/qty2", null), ("/goods/0/unit2", null)) with { Proposal = "035" },
        Code("HS-009", "4202121000"),
        Code("HS-010", "9801001000"),
        Code("HS-011", "4202121000") with { Tables = AValidList.TablesOfAnEndedCode, Choice = ["4202129000"] },
    ];

    private static ApplicationCase[] Amounts() =>
    [
        Set("QTY-001", "/goods/1/qty1", "0") with { Also = ["QTY-004", "WEIGHT-003"] },
        Set("QTY-002", "/goods/0/qty2", (string?)null),
        Set("QTY-003", "/goods/0/unit2", (string?)null) with { Also = ["HS-008"] },
        Set("QTY-004", "/goods/0/qty1", "9") with { Proposal = "10" },
        Set("PRICE-001", "/goods/0/price", "0") with { Also = ["PRICE-002"] },
        Set("PRICE-002", "/goods/0/totalPrice", "256") with { Proposal = "255" },
        Set("WEIGHT-001", "/grossWeight", "0"),
        Set("WEIGHT-002", "/netWeight", ("/grossWeight", "43")),
        Set("WEIGHT-003", "/netWeight", ("/goods/0/qty2", "22")),
        Set("WEIGHT-004", "/netWeight", "0.505") with { Proposal = "0.51", Also = ["WEIGHT-003"] },
        Set("WEIGHT-005", "/netWeight", "0.5") with { Proposal = "1", Today = new DateOnly(2024, 4, 9), Also = ["WEIGHT-003"] },
        Set("PACK-001", "/packNo", "0"),
    ];

    // goods that come back have the code they left with
    private static ApplicationCase Code(string ruleId, string code) => Set(ruleId, "/goods/0/gcode", code) with { Also = ["REIMPORT-005"] };
}
