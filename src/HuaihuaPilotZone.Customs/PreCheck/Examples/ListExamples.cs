using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Examples;

/// <summary>Examples of the rules that look at lists, whatever else they look at.</summary>
internal static class ListExamples
{
    private const string Retail = "9610";
    private const string Business = "9710";
    private const string Warehouse = "9810";

    public static IReadOnlyList<RuleExample> All { get; } = [.. Form(), .. Modes(), .. Parties(), .. Codes(), .. Goods(), .. Tariff(), .. Amounts(), .. Filing()];

    private static RuleExample Of(string ruleId, string path, params ExampleStep[] steps) => new(ruleId, path, SampleDocuments.List(Retail), steps);

    private static RuleExample Header(string ruleId, string field, string? value) => Of(ruleId, "/" + field, new ExampleStep("/" + field, value));

    private static RuleExample Line(string ruleId, string field, string? value, int line = 0) => At(ruleId, FormattableString.Invariant($"/goods/{line}/{field}"), value);

    private static RuleExample At(string ruleId, string path, string? value) => Of(ruleId, path, new ExampleStep(path, value));

    private static RuleExample In(this RuleExample example, string mode) => example with { Sound = SampleDocuments.List(mode) };

    /// <summary>The day of the check is the day of the export.</summary>
    private static RuleExample On(this RuleExample example, DateOnly day) => example with
    {
        Today = day,
        Circumstance = ExampleCircumstance.Day,
        Steps = [.. example.Steps, new ExampleStep("/ieDate", DateReading.Format(day))],
    };

    private static RuleExample[] Form() =>
    [
        Of("LINES-001", "/goods", new ExampleStep("/goods", null, 0)),
        Of("LINES-002", "/goods") with { Sound = SampleDocuments.List(Retail, 101) },
        Header("REQUIRED-001", "ebcName", null),
        Line("REQUIRED-002", "gname", " 　"),
        Header("LENGTH-001", "agentName", string.Concat(Enumerable.Repeat("示例报关企业", 17))),
        Line("TEXT-001", "gname", "绿茶\u0001", 1),
        Header("TEXT-002", "agentName", " 示例报关企业01　"),
        Header("TEXT-003", "country", "ｖｎｍ "),
        Header("TEXT-004", "note", "联系人 43**************30"),
        Header("NUMBER-001", "grossWeight", "约50"),
        Header("NUMBER-002", "freight", "-20"),
        Line("NUMBER-003", "price", "25.500001"),
        Header("NUMBER-004", "insuredFee", "123456789012345"),
        Header("NUMBER-005", "orderGoodsValue", "３５１．００"),
        Header("DATE-001", "ieDate", "2026-02-30"),
        Header("DATE-002", "ieDate", "2025-11-01"),
        Header("DATE-003", "ieDate", "20270630"),
    ];

    private static RuleExample[] Modes() =>
    [
        Header("MODE-001", "tradeMode", "9999"),
        Header("MODE-002", "tradeMode", "0110"),
        Header("MODE-003", "tradeMode", "1239"),
        Bonded("MODE-007"),
        Of("MODE-004", "/tradeMode").In(Warehouse).On(new DateOnly(2020, 6, 30)),
        Of("MODE-005", "/tradeMode").In(Business).On(new DateOnly(2020, 8, 1)),
        Header("FLAG-001", "statisticsFlag", "C"),
        Header("FLAG-002", "statisticsFlag", "A"),
        Of("FLAG-003", "/licenseNo", new("/statisticsFlag", "A"), new("/licenseNo", "26-AB-123456")) with { Circumstance = ExampleCircumstance.Approved, Tables = SampleWorld.Approved },
        Header("LICENSE-001", "licenseNo", "26-AB-123456").In(Business),
        Of("LICENSE-004", "/goods/0/gcode").In(Business) with { Circumstance = ExampleCircumstance.Licensed, Tables = SampleWorld.WithALicence },
        Of("CHANNEL-003", "/tradeMode").In(Warehouse).On(new DateOnly(2024, 12, 14)),
        Of("CHANNEL-004", "/tradeMode").On(new DateOnly(2024, 12, 14)),
        Header("OFFICE-001", "customsCode", "49"),
        Header("OFFICE-002", "customsCode", "4977"),
        Header("OFFICE-003", "portCode", "4900"),
    ];

    private static RuleExample Bonded(string ruleId) => Of(
        ruleId, "/tradeMode", new("/tradeMode", "1210"), new("/emsNo", "T4999W000001"), new("/iacCode", "91431299MA00000028"), new("/iacName", "示例箱包企业01"), new("/goods/0/itemRecordNo", "LJ-0001"),
        new("/goods/1/itemRecordNo", "LJ-0002")) with
    {
        Circumstance = ExampleCircumstance.Area,
        Tables = SampleWorld.WithAnArea,
    };

    private static RuleExample[] Parties() =>
    [
        Header("PARTY-001", "agentCode", "12345"),
        Header("PARTY-002", "agentCode", "91431200MA4QRT1BOR"),
        Header("PARTY-003", "agentCode", "91431200MA4QRT1B1R"),
        Header("PARTY-004", "agentCode", "91431200MA4QRT1B0T"),
        Header("PARTY-005", "agentCode", "43A3960001"),
        Header("PARTY-006", "ownerName", "示例箱包企业02"),
    ];

    private static RuleExample[] Codes() =>
    [
        Header("CODE-001", "trafMode", "Q"),
        Line("CODE-002", "country", "越南"),
        Header("CODE-003", "insuredFeeCurrency", "美元"),
        Line("CODE-004", "unit", "个"),
        Header("CODE-005", "wrapType", "2"),
        Header("CODE-006", "wrapType", "41"),
        Header("PORT-001", "pod", "河内"),
        Header("PORT-002", "pod", "VNM777"),
        Of("COUNTRY-001", "/country", new("/country", "CHN"), new("/pod", "CHN000")),
        Line("COUNTRY-002", "country", "CHN"),
        Line("COUNTRY-003", "country", "THA"),
        Header("COUNTRY-004", "pod", "THA003"),
        Header("TRAF-001", "trafMode", "7"),
    ];

    private static RuleExample[] Goods() =>
    [
        Line("ITEM-001", "itemNo", "XB-000000000000000001"),
        Line("ITEM-002", "itemNo", "XB-0001", 1),
        Line("BARCODE-001", "barCode", null),
        Line("BARCODE-002", "barCode", "693I234567899"),
        Line("MODEL-001", "gmodel", "拉杆箱"),
        Line("QTY-001", "qty2", "0") with { Also = ["WEIGHT-003"] },
        Line("QTY-002", "qty2", null),
        Line("QTY-003", "unit2", null) with { Also = ["HS-008"] },
        Line("QTY-004", "qty1", "9"),
    ];

    private static RuleExample[] Tariff() =>
    [
        Line("HS-001", "gcode", "42021290"),
        Line("HS-002", "gcode", "7702129000"),
        Line("HS-003", "gcode", "8471300000"),
        Line("HS-004", "gcode", "4202139000"),
        Line("HS-005", "gcode", "4202000000"),
        Line("HS-006", "gcode", "4202120000"),
        Line("HS-007", "unit1", "011"),
        Of("HS-008", "/goods/0/unit2", new("/goods/0/qty2", null), new("/goods/0/unit2", null)),
        Line("HS-009", "gcode", "4202121000"),
        Line("HS-010", "gcode", "9801001000"),
        Line("HS-011", "gcode", "4202121000") with { Circumstance = ExampleCircumstance.EndedCode, Tables = SampleWorld.WithAnEndedCode },
    ];

    private static RuleExample[] Amounts() =>
    [
        Line("PRICE-001", "price", "0") with { Also = ["PRICE-002"] },
        Of("PRICE-002", "/goods/0/totalPrice", new("/goods/0/totalPrice", "256"), new("/orderGoodsValue", "352")),
        Header("ORDER-001", "orderGoodsValue", "350"),
        Header("ORDER-002", "orderFreight", "19"),
        Line("CURRENCY-001", "currency", "CNY"),
        Of("VALUE-001", "/orderGoodsValue", new("/goods/0/price", "100"), new("/goods/0/totalPrice", "1000"), new("/orderGoodsValue", "1096")).In(Business),
        Of("VALUE-002", "/orderCurrency").In(Warehouse) with { Circumstance = ExampleCircumstance.NoRates, Tables = SampleWorld.WithoutRates },
        Header("WEIGHT-001", "grossWeight", "0"),
        Of("WEIGHT-002", "/netWeight", new ExampleStep("/grossWeight", "43")),
        Of("WEIGHT-003", "/netWeight", new ExampleStep("/goods/0/qty2", "22")),
        Header("PACK-001", "packNo", "2.5"),
    ];

    private static RuleExample[] Filing() =>
    [
        Of("DUP-001", "/orderNo") with { Circumstance = ExampleCircumstance.UsedOrder, Lookups = new SampleLookups([]) { WithOrder = "HH-20261101-000001" } },
        Of("LOADING-001", "") with { Circumstance = ExampleCircumstance.LeavesSoon, Lookups = new SampleLookups([]) { Loading = SampleWorld.LeavesSoon } },
        Of("PAPER-001", "") with { Circumstance = ExampleCircumstance.LapsedPaper, Lookups = new SampleLookups([]) { Lapsed = [SampleWorld.EndedCertificate] } },
        Of("PROXY-001", "") with { Circumstance = ExampleCircumstance.LapsedPaper, Lookups = new SampleLookups([]) { Lapsed = [SampleWorld.EndedProxy] } },
        Of("DUP-002", "/logisticsNo") with { Circumstance = ExampleCircumstance.UsedWaybill, Lookups = new SampleLookups([]) { WithWaybill = "HH-20261101-000002" } },
        Of("PROFILE-001", "") with { Circumstance = ExampleCircumstance.NoTransmission, Lookups = new SampleLookups([]) { Transmission = null } },
    ];
}
