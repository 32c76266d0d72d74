using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

/// <summary>One way to break a valid application.</summary>
/// <param name="Break">The change.</param>
internal sealed record ApplicationCase(string RuleId, string Path, DocumentScope Kind, Func<CustomsDocument, CustomsDocument> Break) : BreakingCase(RuleId, Path)
{
    public override string Name { get; init; } = $"{RuleId} {Kind}";

    public override DocumentScope Scope => Kind;

    public override CustomsDocument Broken => Break(AValidApplication.Of(Kind));
}

/// <summary>At least one breaking change for every rule that looks at applications and that no generated break calls for.</summary>
internal static class ApplicationCases
{
    public static IReadOnlyList<BreakingCase> All { get; } = [.. Shared(), .. Returns(), .. Lists(), .. Aggregations(), .. ReturnDeclarationCases.All];

    private static ApplicationCase Set(string ruleId, DocumentScope kind, string path, string? value) =>
        new(ruleId, path, kind, d => DocumentPath.Set(d, path, value)!) { Lookups = AValidApplication.Lookups(kind) };

    private static ApplicationCase Of(string ruleId, DocumentScope kind, string path, Func<CustomsDocument, CustomsDocument> change) =>
        new(ruleId, path, kind, change) { Lookups = AValidApplication.Lookups(kind) };

    private static KnownSources Filed(ExportList list, bool? isAccepted = true, params IReadOnlyList<ReturnedLine> returned) =>
        new([new SourceDocument("HH-20261120-000001", list.ToDocument()) { IsAccepted = isAccepted, Returned = returned }]);

    /// <summary>The lists with the numbers that customs has told of them.</summary>
    private static KnownSources Told(DocumentScope kind, params string[] numbers) =>
        new([.. AValidApplication.Lookups(kind).Sources.Select((s, i) => s with { InvtNo = numbers[i] })]);

    private static ApplicationCase[] Shared() =>
    [
        Of("LINES-001", DocumentScope.Return, "/goods", d => d.WithLines("goods", [])),
        Of("LINES-001", DocumentScope.Departure, "/waybills", d => d.WithLines("waybills", [])),
        Of("LINES-002", DocumentScope.Return, "/goods", d => d.With(ReturnApplication.Lines, [.. Enumerable.Repeat(d.Goods[1], 101)])) with { Also = ["RETURN-006"] },
        Of("LINES-004", DocumentScope.Arrival, "/waybills", d => d.With(ArrivalSheet.Lines, [.. Enumerable.Repeat(d.Goods[1], 1001)])) with { Also = ["INVT-002"] },
        Set("TEXT-002", DocumentScope.Tally, "/operatorName", " 示例物流企业01") with { Proposal = "示例物流企业01" },
        Set("TEXT-004", DocumentScope.Return, "/note", "联系人 43**************30"),
        Set("NUMBER-003", DocumentScope.Totals, "/grossWeight", "97.000001") with { Proposal = "97" },
        Set("OFFICE-002", DocumentScope.Withdrawal, "/customsCode", "4977"),
        Set("OFFICE-003", DocumentScope.Return, "/portCode", "7200"),
        Set("PARTY-001", DocumentScope.Departure, "/logisticsCode", "12345"),
        Set("PARTY-002", DocumentScope.Arrival, "/operatorCode", "91431299MAO0000290") with { Choice = ["91431299MA00000290"] },
        Set("PARTY-003", DocumentScope.Arrival, "/operatorCode", "91431200MA4QRT1B1R"),
        Set("PARTY-004", DocumentScope.Arrival, "/operatorCode", "91431200MA4QRT1B0T"),
        Set("PARTY-005", DocumentScope.Departure, "/logisticsCode", "4A31960001"),
        Set("PARTY-006", DocumentScope.Arrival, "/logisticsName", "另一家"),
        Set("QTY-001", DocumentScope.Return, "/goods/1/qty", "0") with { Also = ["QTY-004"] },
        Set("QTY-002", DocumentScope.Return, "/goods/0/qty2", null),
        Set("QTY-003", DocumentScope.Return, "/goods/0/unit2", null),
        Set("QTY-004", DocumentScope.Return, "/goods/0/qty1", "3") with { Proposal = "4" },
        Of("PROFILE-001", DocumentScope.Withdrawal, "", d => d) with { Lookups = new NoLookups() },
    ];

    private static ApplicationCase[] Returns() =>
    [
        Set("RETURN-001", DocumentScope.Return, "/tradeMode", "1261") with { Name = "RETURN-001 no goods of an area", Tables = AValidList.TablesWithAnArea, Proposal = "9661" },
        Of("RETURN-001", DocumentScope.Return, "/tradeMode", d => d) with { Name = "RETURN-001 goods of an area", Tables = AValidList.TablesWithAnArea, Lookups = Filed(AValidList.Bonded()), Proposal = "1261" },
        Set("RETURN-003", DocumentScope.Return, "/goods/0/gnum", "0") with { Name = "RETURN-003 none" },
        Set("RETURN-004", DocumentScope.Return, "/goods/1/gcode", "0902102000") with { Name = "RETURN-004 code", Proposal = "0902101000" },
        Of("RETURN-005", DocumentScope.Return, "/goods/0/qty", d => d) with { Name = "RETURN-005 over several returns", Lookups = Filed(AValidList.Of(AValidList.Retail), true, new ReturnedLine(1, 7, 7, 2)), Proposal = "3" },
        Of("RETURN-005", DocumentScope.Return, "/goods/1/qty1", d => d) with { Name = "RETURN-005 nothing left", Lookups = Filed(AValidList.Of(AValidList.Retail), true, new ReturnedLine(2, 12, 12, 0)) },
        Of("RETURN-006", DocumentScope.Return, "/goods/2/gnum", d => d.With(ReturnApplication.Lines, [.. d.Goods, d.Goods[1]])),
    ];

    private static ApplicationCase[] Lists() =>
    [
        Set("INVT-001", DocumentScope.Totals, "/waybills/1/invtNo", "4999") with { Name = "INVT-001 line" },
        Of("INVT-003", DocumentScope.Totals, "/waybills/1/invtNo", d => d) with { Lookups = Told(DocumentScope.Totals, "49992026E000000001", "49992026E000000008"), Proposal = "49992026E000000008" },
        Of("INVT-003", DocumentScope.Aggregation, "/lists/0/invtNo", d => d) with { Lookups = Told(DocumentScope.Aggregation, "49992026E000000009", "49992026E000000002") },
        Set("SOURCE-001", DocumentScope.Withdrawal, "/ebcCode", "91431299MA0000003B") with { Name = "SOURCE-001 consignor", Also = ["PARTY-006"] },
    ];

    private static ApplicationCase[] Aggregations() =>
    [
        Of("SUM-002", DocumentScope.Aggregation, "/endTime", d => d.With(AggregationApplication.StartTime, "20261122000000").With(AggregationApplication.EndTime, "20261121000000")) with { Name = "SUM-002 backwards" },
        Set("SUM-004", DocumentScope.Aggregation, "/summaryFlag", "3"),
    ];
}
