using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

/// <summary>One way to break a valid document.</summary>
/// <param name="RuleId">The rule that has to speak.</param>
/// <param name="Path">Where it has to point.</param>
internal abstract record BreakingCase(string RuleId, string Path)
{
    public abstract string Name { get; init; }

    public abstract DocumentScope Scope { get; }

    public abstract CustomsDocument Broken { get; }

    public CustomsTables Tables { get; init; } = AValidList.Tables;

    public IDocumentLookups Lookups { get; init; } = AValidList.Lookups;

    public DateOnly Today { get; init; } = AValidList.Today;

    /// <summary>Other rules that cannot but speak as well.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The proposed value, where one is expected.</summary>
    public string? Proposal { get; init; }

    /// <summary>The values to choose from, where a choice is expected.</summary>
    public IReadOnlyList<string> Choice { get; init; } = [];

    public PreCheckResult Run(CustomsDocument document) => PreChecker.Run(document, Tables, Today, Lookups);
}

/// <summary>One way to break a valid list.</summary>
/// <param name="Break">The change.</param>
internal sealed record RuleCase(string RuleId, string Path, Func<ExportList, ExportList> Break) : BreakingCase(RuleId, Path)
{
    public override string Name { get; init; } = RuleId;

    public string Mode { get; init; } = AValidList.Retail;

    public override DocumentScope Scope => DocumentScope.List;

    public override CustomsDocument Broken => Break(AValidList.Of(Mode)).ToDocument();
}

/// <summary>One way to break a valid declaration.</summary>
/// <param name="Break">The change.</param>
internal sealed record DeclarationCase(string RuleId, string Path, Func<CustomsDocument, CustomsDocument> Break) : BreakingCase(RuleId, Path)
{
    public override string Name { get; init; } = RuleId + " declared";

    public string Mode { get; init; } = AValidList.BusinessToBusiness;

    public override DocumentScope Scope => DocumentScope.Declaration;

    public override CustomsDocument Broken => Break(AValidDeclaration.Of(Mode));
}

/// <summary>At least one breaking change for every rule of the catalogue.</summary>
internal static class RuleCases
{
    private static readonly string _longText = new('甲', 101);

    public static IReadOnlyList<BreakingCase> All { get; } =
    [
        .. Form(), .. Modes(), .. Parties(), .. Codes(), .. Goods(), .. Tariff(), .. Amounts(), .. Weights(), .. Filing(), .. DeclarationCases.All, .. ApplicationCases.All,
    ];

    public static BreakingCase Find(string name) => All.Single(c => c.Name == name);

    private static RuleCase Header(string ruleId, string field, string? value) =>
        new(ruleId, "/" + field, d => DocumentPath.Set(d, "/" + field, value)!);

    private static RuleCase Line(string ruleId, string field, string? value, int line = 0)
    {
        var path = FormattableString.Invariant($"/goods/{line}/{field}");
        return new RuleCase(ruleId, path, d => DocumentPath.Set(d, path, value)!);
    }

    private static RuleCase[] Form() =>
    [
        new("LINES-001", "/goods", d => d with { Goods = [] }),
        new("LINES-002", "/goods", _ => AValidList.Of(AValidList.Retail, 101)),
        Header("REQUIRED-001", "ebcName", null),
        Line("REQUIRED-002", "gname", " 　"),
        Header("LENGTH-001", "agentName", _longText),
        Line("TEXT-001", "gname", "绿茶\u0001", 1) with { Proposal = "绿茶" },
        Header("TEXT-001", "agentName", "示例\uD800企业") with { Name = "TEXT-001 half a pair", Proposal = "示例企业" },
        Header("TEXT-001", "note", "\u0002") with { Name = "TEXT-001 nothing left" },
        Header("TEXT-002", "agentName", " 示例报关企业01　") with { Proposal = "示例报关企业01" },
        Header("TEXT-002", "logisticsNo", "ＹＤ1") with { Name = "TEXT-002 full width", Proposal = "YD1" },
        Header("TEXT-003", "country", "ｖｎｍ ") with { Proposal = "VNM" },
        Header("TEXT-003", "ebcCode", "91431299 ma-00000028") with { Name = "TEXT-003 party", Proposal = "91431299MA00000028" },
        Line("TEXT-003", "gcode", "4202.1290.00") with { Name = "TEXT-003 tariff", Proposal = "4202129000" },
        Header("NUMBER-001", "grossWeight", "约50"),
        Header("NUMBER-002", "freight", "-20"),
        Line("NUMBER-003", "price", "25.500001") with { Proposal = "25.5" },
        Header("TEXT-004", "note", "联系人 43**************30"),
        Header("TEXT-004", "note", "联系人 4312 0219 9003 0712 30") with { Name = "TEXT-004 in plain" },
        Header("NUMBER-004", "insuredFee", "123456789012345"),
        Header("NUMBER-005", "orderGoodsValue", "３５１．００") with { Proposal = "351" },
        Header("NUMBER-005", "packNo", " 3") with { Name = "NUMBER-005 parcels", Proposal = "3" },
        Header("DATE-001", "ieDate", "2026-02-30"),
        Header("DATE-001", "ieDate", "2026年11月20日") with { Name = "DATE-001 Chinese", Proposal = "2026-11-20" },
        Header("DATE-002", "ieDate", "2025-11-01"),
        Header("DATE-003", "ieDate", "20270630"),
    ];

    private static RuleCase[] Modes() =>
    [
        Header("MODE-001", "tradeMode", "9999"),
        Header("MODE-002", "tradeMode", "0110"),
        new("MODE-003", "/tradeMode", _ => AValidList.Bonded()),
        new("MODE-003", "/tradeMode", d => AValidList.Bonded() with { IeDate = "2025-12-31" }) { Name = "MODE-003 before the approval", Tables = AValidList.TablesWithAnArea },
        new("MODE-007", "/tradeMode", _ => AValidList.Bonded()) { Tables = AValidList.TablesWithAnArea },
        new("REQUIRED-001", "/emsNo", _ => AValidList.Bonded() with { EmsNo = null }) { Name = "REQUIRED-001 account book", Tables = AValidList.TablesWithAnArea, Also = ["MODE-007"] },
        new("REQUIRED-001", "/iacName", _ => AValidList.Bonded() with { IacName = " " }) { Name = "REQUIRED-001 enterprise of the area", Tables = AValidList.TablesWithAnArea, Also = ["MODE-007"] },
        new("REQUIRED-002", "/goods/1/itemRecordNo", _ => AValidList.Bonded().WithLine(1, g => g with { ItemRecordNo = null })) { Name = "REQUIRED-002 account item", Tables = AValidList.TablesWithAnArea, Also = ["MODE-007"] },
        Header("MODE-003", "tradeMode", "1239") with { Name = "MODE-003 1239" },
        new("MODE-004", "/tradeMode", d => d with { IeDate = "2013-06-01" }) { Today = new DateOnly(2013, 6, 1), Also = ["CHANNEL-004"] },
        new("MODE-004", "/tradeMode", d => d with { IeDate = "2020-06-30" }) { Name = "MODE-004 9810", Mode = AValidList.OverseasWarehouse, Today = new DateOnly(2020, 6, 30) },
        new("MODE-005", "/tradeMode", d => d with { IeDate = "2020-08-01" }) { Mode = AValidList.BusinessToBusiness, Today = new DateOnly(2020, 8, 1) },
        Header("FLAG-001", "statisticsFlag", "C"),
        Header("FLAG-002", "statisticsFlag", "A"),
        new("FLAG-002", "/statisticsFlag", d => d with { StatisticsFlag = "A", IeDate = "2025-12-31" }) { Name = "FLAG-002 before the approval", Tables = AValidList.ApprovedTables },
        new("FLAG-003", "/licenseNo", d => d with { StatisticsFlag = "A", LicenseNo = "26-AB-123456" }) { Tables = AValidList.ApprovedTables },
        Header("LICENSE-001", "licenseNo", "26-AB-123456") with { Mode = AValidList.BusinessToBusiness },
        new("CHANNEL-003", "/tradeMode", d => d with { IeDate = "2024-12-14" }) { Mode = AValidList.OverseasWarehouse, Today = new DateOnly(2024, 12, 14) },
        new("CHANNEL-004", "/tradeMode", d => d with { IeDate = "2024-12-14" }) { Today = new DateOnly(2024, 12, 14) },
        Header("OFFICE-001", "customsCode", "49"),
        Header("OFFICE-001", "portCode", "怀化海关") with { Name = "OFFICE-001 name" },
        Header("OFFICE-002", "customsCode", "4977"),
        Header("OFFICE-003", "portCode", "4900"),
    ];

    private static RuleCase[] Parties() =>
    [
        Header("PARTY-001", "agentCode", "12345"),
        Header("PARTY-001", "agentCode", "NO") with { Name = "PARTY-001 NO" },
        Header("PARTY-001", "ebcCode", "无") with { Name = "PARTY-001 none" },
        Header("PARTY-002", "agentCode", "91431200MA4QRT1BOR") with { Choice = ["91431200MA4QRT1B0R"] },
        Header("PARTY-003", "agentCode", "91431200MA4QRT1B1R"),
        Header("PARTY-004", "agentCode", "91431200MA4QRT1B0T"),
        Header("PARTY-005", "agentCode", "43A3960001"),
        Header("PARTY-006", "ownerName", "示例箱包企业02"),
    ];

    private static RuleCase[] Codes() =>
    [
        Header("CODE-001", "trafMode", "Q"),
        Line("CODE-002", "country", "XXX"),
        Header("CODE-002", "country", "704") with { Name = "CODE-002 unknown number" },
        Line("CODE-002", "country", "越南") with { Name = "CODE-002 name", Proposal = "VNM" },
        Line("CODE-002", "country", "141") with { Name = "CODE-002 old number", Proposal = "VNM" },
        Header("CODE-003", "freightCurrency", "XYZ"),
        Header("CODE-003", "insuredFeeCurrency", "美元") with { Name = "CODE-003 name", Proposal = "USD" },
        Line("CODE-004", "unit", "999"),
        Line("CODE-004", "unit", "7") with { Name = "CODE-004 without zeros", Proposal = "007" },
        Line("CODE-004", "unit", "个") with { Name = "CODE-004 name", Proposal = "007" },
        Header("CODE-005", "wrapType", "77"),
        Header("CODE-005", "wrapType", "2") with { Name = "CODE-005 old number", Proposal = "22" },
        Header("CODE-006", "wrapType", "41"),
        Header("PORT-001", "pod", "HAN"),
        Header("PORT-001", "pod", "河内") with { Name = "PORT-001 name", Proposal = "VNM901" },
        Header("PORT-002", "pod", "VNM777") with { Proposal = "VNM000" },
        new("COUNTRY-001", "/country", d => d with { Country = "CHN", Pod = "CHN000" }),
        Line("COUNTRY-002", "country", "CHN"),
        Line("COUNTRY-003", "country", "THA"),
        Header("COUNTRY-004", "pod", "THA003"),
        Header("TRAF-001", "trafMode", "7"),
    ];

    private static RuleCase[] Goods() =>
    [
        Line("ITEM-001", "itemNo", "XB-000000000000000001"),
        Line("ITEM-002", "itemNo", "XB-0001", 1),
        Line("BARCODE-001", "barCode", null) with { Proposal = "无" },
        Line("BARCODE-002", "barCode", "6931234567890"),
        Line("BARCODE-002", "barCode", "693I234567899") with { Name = "BARCODE-002 look-alike", Choice = ["6931234567899"] },
        Line("MODEL-001", "gmodel", "拉杆箱"),
        Line("QTY-001", "qty2", "0") with { Also = ["WEIGHT-003"] },
        Line("QTY-002", "qty2", null),
        Line("QTY-003", "unit2", null) with { Also = ["HS-008"] },
        Line("QTY-004", "qty1", "9") with { Proposal = "10" },
        new("QTY-004", "/goods/0/qty2", d => d.WithLine(0, g => g with { Unit = "035" })) { Name = "QTY-004 second unit", Proposal = "10", Also = [] },
    ];

    private static RuleCase[] Tariff() =>
    [
        Line("HS-001", "gcode", "42021290"),
        Line("HS-001", "gcode", "42021290AB") with { Name = "HS-001 letters" },
        Line("HS-002", "gcode", "7702129000"),
        Line("HS-002", "gcode", "0002129000") with { Name = "HS-002 chapter 00" },
        Line("HS-003", "gcode", "8471300000"),
        Line("HS-003", "gcode", "6204110000") with { Name = "HS-003 heading carried in part" },
        Line("HS-004", "gcode", "4202139000"),
        Line("HS-005", "gcode", "4202000000"),
        Line("HS-005", "gcode", "4202000000") with { Name = "HS-005 approved but B", Tables = AValidList.ApprovedTables },
        Line("HS-006", "gcode", "4202120000"),
        Line("HS-007", "unit1", "011") with { Proposal = "007" },
        new("HS-008", "/goods/0/unit2", d => d.WithLine(0, g => g with { Qty2 = null, Unit2 = null })) { Proposal = "035" },
        new("HS-008", "/goods/1/unit2", d => d.WithLine(1, g => g with { Qty2 = "48", Unit2 = "125" })) { Name = "HS-008 no second unit" },
        Line("HS-009", "gcode", "4202121000"),
        Line("HS-010", "gcode", "9801001000"),
        Line("HS-011", "gcode", "4202121000") with { Tables = AValidList.TablesOfAnEndedCode, Choice = ["4202129000"] },
    ];

    private static RuleCase[] Amounts() =>
    [
        Line("PRICE-001", "price", "0") with { Also = ["PRICE-002"] },
        new("PRICE-002", "/goods/0/totalPrice", d => d.WithLine(0, g => g with { TotalPrice = "256" }) with { OrderGoodsValue = "352" }) { Proposal = "255" },
        Header("ORDER-001", "orderGoodsValue", "350") with { Proposal = "351" },
        Header("ORDER-002", "orderFreight", "19"),
        Line("CURRENCY-001", "currency", "CNY"),
        new("VALUE-001", "/orderGoodsValue", Expensive) { Mode = AValidList.BusinessToBusiness },
        new("VALUE-001", "/orderGoodsValue", d => Expensive(d).WithLine(1, g => g with { Currency = "THB" })) { Name = "VALUE-001 known part", Mode = AValidList.OverseasWarehouse, Also = ["CURRENCY-001"] },
        new("VALUE-002", "/orderCurrency", d => d) { Mode = AValidList.OverseasWarehouse, Tables = AValidList.TablesWithoutRates() },
    ];

    private static RuleCase[] Weights() =>
    [
        Header("WEIGHT-001", "grossWeight", "0"),
        Header("WEIGHT-001", "netWeight", "0.0") with { Name = "WEIGHT-001 net" },
        Header("WEIGHT-002", "grossWeight", "43") with { Path = "/netWeight" },
        Header("WEIGHT-002", "netWeight", "44000") with { Name = "WEIGHT-002 grams", Proposal = "44", Also = ["WEIGHT-003"] },
        Line("WEIGHT-003", "qty2", "22") with { Path = "/netWeight" },
        Header("PACK-001", "packNo", "0"),
        Header("PACK-001", "packNo", "2.5") with { Name = "PACK-001 half a parcel" },
        Header("PACK-001", "packNo", "1234567890") with { Name = "PACK-001 ten digits" },
    ];

    private static RuleCase[] Filing() =>
    [
        new("DUP-001", "/orderNo", d => d) { Lookups = new OtherDocuments(Order: "HH-20261101-0001") },
        new("DUP-002", "/logisticsNo", d => d) { Lookups = new OtherDocuments(Waybill: "HH-20261101-0002") },
        new("PROFILE-001", "", d => d) { Lookups = new NoLookups() },
        new("PROFILE-001", "", d => d) { Name = "PROFILE-001 too long", Lookups = new NoLookups(new Transmission("91431299MA0000003B", "示例报关企业01", new string('D', 31))) },
    ];

    private static ExportList Expensive(ExportList document) =>
        document.WithLine(0, g => g with { Price = "100", TotalPrice = "1000" }) with { OrderGoodsValue = "1096" };

    /// <summary>Another document that already carries the number.</summary>
    private sealed record OtherDocuments(string? Order = null, string? Waybill = null) : IDocumentLookups
    {
        public Transmission? Transmission => AValidList.Lookups.Transmission;

        public string? OtherDocumentWithOrder(string ebpCode, string orderNo) => ebpCode == "91431299MA00000015" && orderNo == "DD20261120000001" ? Order : null;

        public string? OtherDocumentWithWaybill(string logisticsCode, string logisticsNo) => logisticsCode == "91431299MA00000290" && logisticsNo == "YD20261120000001" ? Waybill : null;
    }
}
