using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Examples;

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

/// <summary>The break that the page about a rule shows.</summary>
internal sealed record ExampleCase(RuleExample Example) : BreakingCase(Example.RuleId, Example.Path)
{
    /// <summary>What is expected to be proposed, by rule; the other examples have no safe value.</summary>
    private static readonly Dictionary<string, string> _proposals = ByRule(
    [
        ("TEXT-001", "绿茶"), ("TEXT-002", "示例报关企业01"), ("TEXT-003", "VNM"), ("NUMBER-003", "25.5"), ("NUMBER-005", "351"), ("NUMBER-006", "25.5"), ("CODE-002", "VNM"), ("CODE-003", "USD"),
        ("CODE-004", "007"), ("CODE-005", "22"), ("CODE-007", "101"), ("CODE-008", "3"), ("CODE-009", "1"), ("CODE-012", "43139"), ("PORT-001", "VNM901"), ("PORT-002", "VNM000"),
        ("PORT-003", "VNM901"), ("PORT-005", "CHN000"), ("BARCODE-001", "无"), ("QTY-004", "10"), ("HS-007", "007"), ("HS-008", "035"), ("PRICE-002", "255"), ("ORDER-001", "351"),
        ("NOTE-001", "跨境电子商务，易碎"), ("MARK-001", "N/M"), ("BUSINESS-001", "10100"), ("TRAF-006", "20261122"), ("GMODEL-004", "1|0|20 寸"), ("WEIGHT-004", "0.51"), ("WEIGHT-005", "1"),
        ("RETURN-001", "9661"), ("RETURN-004", "绿茶"), ("RETURN-005", "32"), ("RETURN-008", "91431299MA00000028"), ("INVT-003", "49992026E000000009"), ("SUM-004", "1"),
        ("REIMPORT-001", "4561"), ("REIMPORT-004", "1"), ("REIMPORT-005", "绿茶"), ("REIMPORT-006", "32"), ("REIMPORT-009", "CHN"), ("REIMPORT-012", "VNM901"), ("ORIGIN-004", "CHN"),
    ]);

    private static readonly Dictionary<string, string> _choices = ByRule(
    [
        ("PARTY-002", "91431200MA4QRT1B0R"), ("PARTY-009", "431202199003071230"), ("BARCODE-002", "6931234567899"), ("HS-011", "4202129000"), ("CONTAINER-001", "HHCU1000010"), ("RETURN-010", "4999"), ("RETURN-011", "4999"),
    ]);

    public static IEnumerable<BreakingCase> All => RuleExamples.All.Select(e => new ExampleCase(e)
    {
        Tables = e.Tables,
        Lookups = e.Lookups,
        Today = e.Today,
        Also = e.Also,
        Proposal = _proposals.GetValueOrDefault(e.RuleId),
        Choice = _choices.TryGetValue(e.RuleId, out var choice) ? [choice] : [],
    });

    public override string Name { get; init; } = Example.RuleId + " example";

    public override DocumentScope Scope => Example.Schema.Scope;

    public override CustomsDocument Broken => Example.Broken;

    private static Dictionary<string, string> ByRule((string Rule, string Value)[] values) => values.ToDictionary(v => v.Rule, v => v.Value, StringComparer.Ordinal);
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

/// <summary>Breaking changes for every rule of the catalogue, beside its example.</summary>
internal static class RuleCases
{
    public static IReadOnlyList<BreakingCase> All { get; } =
    [
        .. ExampleCase.All, .. Form(), .. Modes(), .. Parties(), .. Codes(), .. Goods(), .. Tariff(), .. Amounts(), .. Weights(), .. Filing(), .. DeclarationCases.All, .. ApplicationCases.All,
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
        Header("TEXT-001", "agentName", "示例\uD800企业") with { Name = "TEXT-001 half a pair", Proposal = "示例企业" },
        Header("TEXT-001", "note", "\u0002") with { Name = "TEXT-001 nothing left" },
        Header("TEXT-002", "logisticsNo", "ＹＤ1") with { Name = "TEXT-002 full width", Proposal = "YD1" },
        Header("TEXT-003", "ebcCode", "91431299 ma-00000028") with { Name = "TEXT-003 party", Proposal = "91431299MA00000028" },
        Line("TEXT-003", "gcode", "4202.1290.00") with { Name = "TEXT-003 tariff", Proposal = "4202129000" },
        Header("TEXT-004", "note", "联系人 4312 0219 9003 0712 30") with { Name = "TEXT-004 in plain" },
        Header("NUMBER-005", "packNo", " 3") with { Name = "NUMBER-005 parcels", Proposal = "3" },
        Header("DATE-001", "ieDate", "2026年11月20日") with { Name = "DATE-001 Chinese", Proposal = "2026-11-20" },
    ];

    private static RuleCase[] Modes() =>
    [
        new("MODE-003", "/tradeMode", _ => AValidList.Bonded()),
        new("MODE-003", "/tradeMode", d => AValidList.Bonded() with { IeDate = "2025-12-31" }) { Name = "MODE-003 before the approval", Tables = AValidList.TablesWithAnArea },
        new("REQUIRED-001", "/emsNo", _ => AValidList.Bonded() with { EmsNo = null }) { Name = "REQUIRED-001 account book", Tables = AValidList.TablesWithAnArea, Also = ["MODE-007"] },
        new("REQUIRED-001", "/iacName", _ => AValidList.Bonded() with { IacName = " " }) { Name = "REQUIRED-001 enterprise of the area", Tables = AValidList.TablesWithAnArea, Also = ["MODE-007"] },
        new("REQUIRED-002", "/goods/1/itemRecordNo", _ => AValidList.Bonded().WithLine(1, g => g with { ItemRecordNo = null })) { Name = "REQUIRED-002 account item", Tables = AValidList.TablesWithAnArea, Also = ["MODE-007"] },
        new("MODE-004", "/tradeMode", d => d with { IeDate = "2013-06-01" }) { Today = new DateOnly(2013, 6, 1), Also = ["CHANNEL-004"] },
        new("FLAG-002", "/statisticsFlag", d => d with { StatisticsFlag = "A", IeDate = "2025-12-31" }) { Name = "FLAG-002 before the approval", Tables = AValidList.ApprovedTables },
        Header("OFFICE-001", "portCode", "怀化海关") with { Name = "OFFICE-001 name" },
    ];

    private static RuleCase[] Parties() =>
    [
        Header("PARTY-001", "agentCode", "NO") with { Name = "PARTY-001 NO" },
        Header("PARTY-001", "ebcCode", "无") with { Name = "PARTY-001 none" },
    ];

    private static RuleCase[] Codes() =>
    [
        Line("CODE-002", "country", "XXX"),
        Header("CODE-002", "country", "704") with { Name = "CODE-002 unknown number" },
        Line("CODE-002", "country", "141") with { Name = "CODE-002 old number", Proposal = "VNM" },
        Header("CODE-003", "freightCurrency", "XYZ"),
        Line("CODE-004", "unit", "999"),
        Line("CODE-004", "unit", "7") with { Name = "CODE-004 without zeros", Proposal = "007" },
        Header("CODE-005", "wrapType", "77"),
        Header("PORT-001", "pod", "HAN"),
    ];

    private static RuleCase[] Goods() =>
    [
        Line("BARCODE-002", "barCode", "6931234567890"),
        new("QTY-004", "/goods/0/qty2", d => d.WithLine(0, g => g with { Unit = "035" })) { Name = "QTY-004 second unit", Proposal = "10", Also = [] },
    ];

    private static RuleCase[] Tariff() =>
    [
        Line("HS-001", "gcode", "42021290AB") with { Name = "HS-001 letters" },
        Line("HS-002", "gcode", "0002129000") with { Name = "HS-002 chapter 00" },
        Line("HS-003", "gcode", "6204110000") with { Name = "HS-003 heading carried in part" },
        Line("HS-005", "gcode", "4202000000") with { Name = "HS-005 approved but B", Tables = AValidList.ApprovedTables },
        new("HS-008", "/goods/1/unit2", d => d.WithLine(1, g => g with { Qty2 = "48", Unit2 = "125" })) { Name = "HS-008 no second unit" },
    ];

    private static RuleCase[] Amounts() =>
    [
        new("VALUE-001", "/orderGoodsValue", d => Expensive(d).WithLine(1, g => g with { Currency = "THB" })) { Name = "VALUE-001 known part", Mode = AValidList.OverseasWarehouse, Also = ["CURRENCY-001"] },
    ];

    private static RuleCase[] Weights() =>
    [
        Header("WEIGHT-001", "netWeight", "0.0") with { Name = "WEIGHT-001 net" },
        Header("WEIGHT-002", "netWeight", "44000") with { Name = "WEIGHT-002 grams", Proposal = "44", Also = ["WEIGHT-003"] },
        Header("PACK-001", "packNo", "0"),
        Header("PACK-001", "packNo", "1234567890") with { Name = "PACK-001 ten digits" },
    ];

    private static RuleCase[] Filing() =>
    [
        new("PROFILE-001", "", d => d) { Name = "PROFILE-001 too long", Lookups = new NoLookups(new Transmission("91431299MA0000003B", "示例报关企业01", new string('D', 31))) },
    ];

    private static ExportList Expensive(ExportList document) =>
        document.WithLine(0, g => g with { Price = "100", TotalPrice = "1000" }) with { OrderGoodsValue = "1096" };
}
