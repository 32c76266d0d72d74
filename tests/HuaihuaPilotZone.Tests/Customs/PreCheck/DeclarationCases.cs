using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck.Examples;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

/// <summary>At least one breaking change of a 报关单 for every rule that looks at one.</summary>
internal static class DeclarationCases
{
    public static IReadOnlyList<DeclarationCase> All { get; } =
    [
        .. Form(), .. Modes(), .. Parties(), .. Codes(), .. Places(), .. Head(), .. Charges(), .. Goods(), .. Weights(), .. Others(),
    ];

    private static DeclarationCase Set(string ruleId, string path, string? value) => new(ruleId, path, d => DocumentPath.Set(d, path, value)!);

    private static DeclarationCase Set(string ruleId, string path, params (string Path, string? Value)[] values) =>
        new(ruleId, path, d => values.Aggregate(d, (all, v) => DocumentPath.Set(all, v.Path, v.Value)!));

    private static DeclarationCase[] Form() =>
    [
        new("LINES-001", "/goods", d => d.WithLines("goods", []).WithLines("containers", [])),
        Set("REQUIRED-001", "/transMode", (string?)null),
        Set("REQUIRED-002", "/goods/1/districtCode", " 　"),
        Set("LENGTH-001", "/note", "跨境电子商务" + new string('甲', 250)),
        Set("TEXT-001", "/agentName", "示例\u0001企业") with { Proposal = "示例企业" },
        Set("TEXT-002", "/agentName", " 示例报关企业01") with { Proposal = "示例报关企业01" },
        Set("TEXT-004", "/note", "跨境电子商务，联系人 431202199003071230"),
        Set("TEXT-003", "/tradeCountry", "ｖｎｍ") with { Proposal = "VNM" },
        Set("TEXT-003", "/containers/0/containerId", "hhcu 100001-0") with { Name = "TEXT-003 container", Proposal = "HHCU1000010" },
        Set("NUMBER-001", "/otherPacks/0/packQty", "两个"),
        Set("NUMBER-002", "/grossWeight", "-5"),
        Set("NUMBER-003", "/containers/0/goodsContaWt", "1.000001") with { Proposal = "1" },
        Set("NUMBER-004", "/goods/0/qty2", "123456789012345"),
        Set("NUMBER-005", "/goods/0/totalPrice", "２５５") with { Proposal = "255" },
    ];

    private static DeclarationCase[] Modes() =>
    [
        Set("MODE-001", "/tradeMode", "9999"),
        Set("MODE-003", "/tradeMode", "1210"),
        new("MODE-004", "/tradeMode", d => d) { Today = new DateOnly(2020, 6, 30) },
        new("MODE-005", "/tradeMode", d => d) { Today = new DateOnly(2020, 8, 1) },
        Set("OFFICE-001", "/portCode", "凭祥"),
        Set("OFFICE-002", "/customsCode", "4977"),
        Set("OFFICE-003", "/portCode", "7200"),
        new("CHANNEL-003", "/tradeMode", d => d) { Mode = AValidList.OverseasWarehouse, Today = new DateOnly(2024, 12, 14) },
        new("PAPER-001", "", d => d) { Lookups = new SampleLookups([]) { Lapsed = [SampleWorld.EndedCertificate with { ValidFrom = new DateOnly(2026, 11, 23), ValidTo = null }] } },
        new("PROXY-001", "", d => d) { Lookups = new SampleLookups([]) { Lapsed = [SampleWorld.EndedProxy] } },
        new("PAPER-001", "", d => d.With(DeclarationFields.AgentCodeScc, d[DeclarationFields.TradeCoScc]).With(DeclarationFields.AgentName, d[DeclarationFields.TradeName]).With(DeclarationFields.AgentCode, d[DeclarationFields.TradeCode]))
        {
            Name = "PAPER-001 nobody else declares",
            Lookups = new SampleLookups([]) { Lapsed = [SampleWorld.EndedProxy] },
        },
        new("LOADING-001", "", d => d) { Lookups = new SampleLookups([]) { Loading = SampleWorld.LeavesSoon } },
    ];

    private static DeclarationCase[] Parties() =>
    [
        Set("PARTY-002", "/tradeCoScc", "91431299MAO0000028") with { Choice = ["91431299MA00000028"] },
        Set("PARTY-003", "/agentCodeScc", "91431299MA0000013B"),
        Set("PARTY-003", "/agentCodeScc", "91431200AM4QRT1B0R") with { Name = "PARTY-003 transposed", Choice = ["91431200MA4QRT1B0R"] },
        Set("PARTY-004", "/agentCodeScc", "91431200MA4QRT1B0T"),
        Set("PARTY-005", "/agentCode", "43A3980001"),
        Set("PARTY-006", "/ownerName", "示例箱包企业02"),
        Set("PARTY-009", "/ownerCodeScc", ("/ownerCodeScc", "431202199003071231"), ("/ownerCode", null)),
        Set("PARTY-009", "/ownerCodeScc", ("/ownerCodeScc", "43*************?03"), ("/ownerCode", null)) with { Name = "PARTY-009 hidden", Also = ["PARTY-010"] },
    ];

    private static DeclarationCase[] Codes() =>
    [
        Set("CODE-001", "/trafMode", "Q"),
        Set("CODE-002", "/goods/0/originCountry", "中国") with { Proposal = "CHN" },
        Set("CODE-003", "/goods/0/currency", "美元") with { Proposal = "USD" },
        Set("CODE-004", "/goods/0/unit2", "35") with { Proposal = "035", Also = ["HS-008"] },
        Set("CODE-005", "/otherPacks/0/packType", "77"),
        Set("CODE-008", "/transMode", "8"),
        Set("CODE-010", "/containers/0/containerMd", "S") with { Name = "CODE-010 old letter of several" },
        Set("CODE-012", "/exitPort", "友谊关"),
        Set("CODE-012", "/edocs/0/edocCode", "发票") with { Name = "CODE-012 edoc", Proposal = "00000001", Also = ["EDOC-001", "EDOC-003"] },
        Set("CODE-013", "/documents/0/docuCode", "c") with { Name = "CODE-013 document" },
    ];

    private static DeclarationCase[] Places() =>
    [
        Set("PORT-003", "/destinationPort", "HAN"),
        Set("COUNTRY-001", "/tradeCountry", ("/tradeCountry", "CHN"), ("/destinationPort", "CHN000")),
        Set("COUNTRY-002", "/goods/0/destinationCountry", "CHN"),
        Set("COUNTRY-003", "/goods/0/destinationCountry", "THA"),
        Set("COUNTRY-004", "/destinationPort", "THA003"),
        Set("TRAF-001", "/trafMode", ("/trafMode", "7"), ("/destinationPort", "CHN000")),
    ];

    private static DeclarationCase[] Head() =>
    [
        Set("NOTE-001", "/note", (string?)null) with { Name = "NOTE-001 empty", Proposal = "跨境电子商务" },
    ];

    private static DeclarationCase[] Charges() =>
    [
        Set("FEE-003", "/insuranceRate", ("/insuranceMark", "1")) with { Name = "FEE-003 rate" },
        Set("FEE-003", "/otherCurrency", ("/otherMark", "3"), ("/otherRate", "-10")) with { Name = "FEE-003 currency" },
    ];

    private static DeclarationCase[] Goods() =>
    [
        Set("GMODEL-001", "/goods/0/gmodel", "无品牌，20 寸") with { Name = "GMODEL-001 prose" },
        Set("GMODEL-005", "/goods/0/gmodel", "1|0|20 寸||XB20|多写") with { Name = "GMODEL-005 more", Tables = SampleWorld.WithElements },
        Set("BRAND-002", "/goods/1/gmodel", "0|0|品牌名称：示例|250 克") with { Name = "BRAND-002 named", Choice = [.. "1234".Select(t => t + "|0|品牌名称：示例|250 克")] },
        Set("BRAND-002", "/goods/0/gmodel", "1|0|无品牌|塑料面") with { Name = "BRAND-002 none", Choice = ["0|0|无品牌|塑料面"] },
        Set("LICENSE-003", "/goods/0/gcode", ("/documents/0/docuCode", "B")) with { Name = "LICENSE-003 another document", Tables = SampleWorld.WithALicence },
        Set("ORIGIN-001", "/documents/0/certCode", ("/goods/0/destinationCountry", "PHL"), ("/goods/1/destinationCountry", "PHL"), ("/tradeCountry", "PHL"), ("/destinationPort", "PHL000")) with
        {
            Name = "ORIGIN-001 not yet",
            Today = new DateOnly(2023, 6, 1),
        },
        Set("ORIGIN-002", "/documents", ("/documents/0/docuCode", "B"), ("/goods/0/gmodel", "1|1|20 寸")) with { Name = "ORIGIN-002 another document" },
        Set("HS-001", "/goods/0/gcode", "42021290"),
        Set("HS-002", "/goods/0/gcode", "7702129000"),
        Set("HS-003", "/goods/0/gcode", "8471300000"),
        Set("HS-004", "/goods/0/gcode", "4202139000"),
        Set("HS-005", "/goods/0/gcode", "4202000000") with { Tables = AValidList.ApprovedTables },
        Set("HS-006", "/goods/0/gcode", "4202120000") with { Tables = AValidList.ApprovedTables },
        Set("HS-007", "/goods/0/unit1", "011") with { Proposal = "007" },
        Set("HS-008", "/goods/0/unit2", ("/goods/0/qty2", null), ("/goods/0/unit2", null)) with { Proposal = "035" },
        Set("HS-009", "/goods/0/gcode", "4202121000"),
        Set("HS-010", "/goods/0/gcode", "9801001000"),
        Set("HS-011", "/goods/0/gcode", "4202121000") with { Tables = AValidList.TablesOfAnEndedCode, Choice = ["4202129000"] },
        Set("QTY-001", "/goods/1/qty1", "0") with { Also = ["QTY-004", "WEIGHT-003"] },
        Set("QTY-002", "/goods/0/qty2", (string?)null),
        Set("QTY-003", "/goods/0/unit2", (string?)null) with { Also = ["HS-008"] },
        Set("QTY-004", "/goods/0/qty1", "9") with { Proposal = "10" },
        Set("PRICE-001", "/goods/0/price", "0") with { Also = ["PRICE-002"] },
        Set("PRICE-002", "/goods/0/totalPrice", "256") with { Proposal = "255" },
    ];

    private static DeclarationCase[] Weights() =>
    [
        Set("WEIGHT-001", "/grossWeight", "0"),
        Set("WEIGHT-002", "/netWeight", ("/grossWeight", "43")),
        Set("WEIGHT-003", "/netWeight", ("/goods/0/qty2", "22")),
        Set("PACK-001", "/packNo", "0"),
    ];

    private static DeclarationCase[] Others() =>
    [
        Set("CONTAINER-001", "/containers/0/containerId", "HHCU1000011"),
        Set("CONTAINER-003", "/containers/0/goodsNo", "1、2") with { Name = "CONTAINER-003 Chinese comma", Proposal = "1,2" },
        Set("CONTAINER-003", "/edocs/0/goodsNo", "9") with { Name = "CONTAINER-003 edoc" },
    ];
}
