using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Examples;

/// <summary>Examples of the rules that look at applications only: returns, withdrawals, totals, departures, aggregations, and goods declared on their way back.</summary>
internal static class ApplicationExamples
{
    public static IReadOnlyList<RuleExample> All { get; } = [.. Returns(), .. Lists(), .. Aggregations(), .. Declared()];

    private static RuleExample Of(string ruleId, DocumentScope kind, string path, params ExampleStep[] steps) => new(ruleId, path, SampleDocuments.Application(kind), steps);

    private static RuleExample At(string ruleId, DocumentScope kind, string path, string? value) => Of(ruleId, kind, path, new ExampleStep(path, value));

    private static RuleExample From(this RuleExample example, ExampleCircumstance circumstance, Func<SourceDocument, SourceDocument> source) =>
        example with { Circumstance = circumstance, Lookups = new SampleLookups([source(SampleWorld.SourcesOf(example.Schema.Scope)[0])]) };

    private static SourceDocument Said(SourceDocument source, Field field, string value) => source with { Document = source.Document.With(field, value) };

    private static RuleExample[] Returns() =>
    [
        At("RETURN-001", DocumentScope.Return, "/tradeMode", "9610"),
        At("RETURN-002", DocumentScope.Return, "/tradeMode", "1261"),
        At("RETURN-003", DocumentScope.Return, "/goods/0/gnum", "3"),
        At("RETURN-004", DocumentScope.Return, "/goods/1/gname", "红茶"),
        At("RETURN-005", DocumentScope.Return, "/goods/0/qty2", "32.1"),
        Of("RETURN-006", DocumentScope.Return, "/goods/2/gnum", new ExampleStep("/goods", null, 3)),
        At("RETURN-007", DocumentScope.Return, "/country", "CHN"),
        At("RETURN-008", DocumentScope.Return, "/ebcCode", "91431299MA0000003B") with { Also = ["PARTY-006"] },
        Of("RETURN-009", DocumentScope.Return, "").From(ExampleCircumstance.ExportedLongAgo, s => Said(s, HeaderFields.IeDate, "2025-11-21")),
        At("RETURN-010", DocumentScope.Return, "/customsCode", "5141").From(ExampleCircumstance.BusinessSource, s => Said(s, HeaderFields.TradeMode, "9710")),
        At("RETURN-011", DocumentScope.Return, "/customsCode", "5141") with { Today = new DateOnly(2026, 3, 12), Circumstance = ExampleCircumstance.Day },
        Of("RETURN-012", DocumentScope.Return, "/loctNo", new("/customsCode", "5141"), new("/loctNo", null)),
    ];

    private static RuleExample[] Lists() =>
    [
        At("INVT-001", DocumentScope.Withdrawal, "/invtNo", "49992026I000000001"),
        At("INVT-002", DocumentScope.Totals, "/waybills/1/logisticsNo", "YD20261120000001"),
        Of("INVT-003", DocumentScope.Withdrawal, "/invtNo").From(ExampleCircumstance.OtherNumber, s => s with { InvtNo = "49992026E000000009" }),
        At("TIME-001", DocumentScope.Departure, "/leaveTime", "20261122250000"),
        Of("CANCEL-001", DocumentScope.Withdrawal, "/invtNo").From(ExampleCircumstance.NotAccepted, s => s with { IsAccepted = null }),
        At("WAYBILL-001", DocumentScope.Arrival, "/waybills/0/logisticsNo", "YD0"),
        Of("WAYBILL-002", DocumentScope.Totals, "/billNo", new ExampleStep("/waybills", null, 1)).From(ExampleCircumstance.OtherBill, s => Said(s, HeaderFields.BillNo, "TD1")),
        At("SOURCE-001", DocumentScope.Totals, "/agentCode", "91431299MA00000028"),
    ];

    private static RuleExample[] Aggregations() =>
    [
        Of("SUM-001", DocumentScope.Aggregation, "/lists").From(ExampleCircumstance.Summarised, s => Said(s, HeaderFields.StatisticsFlag, "A")),
        At("SUM-002", DocumentScope.Aggregation, "/startTime", null),
        Of("SUM-003", DocumentScope.Aggregation, "/lists", new("/lists", null, 0), new("/startTime", null), new("/endTime", null)),
        At("SUM-004", DocumentScope.Aggregation, "/itemNameFlag", "0"),
    ];

    private static RuleExample[] Declared()
    {
        const DocumentScope Kind = DocumentScope.ReturnDeclaration;
        return
        [
            At("REIMPORT-001", Kind, "/tradeMode", "0110"),
            At("REIMPORT-002", Kind, "/relatedDeclarationNo", "499920261000000001"),
            At("REIMPORT-003", Kind, "/relatedDeclarationNo", null),
            At("REIMPORT-004", Kind, "/goods/0/sourceLine", "3"),
            At("REIMPORT-005", Kind, "/goods/1/gname", "红茶"),
            At("REIMPORT-006", Kind, "/goods/0/qty2", "32.1"),
            Of("REIMPORT-007", Kind, "/goods/1/sourceLine", new("/goods", null, 2, 1), new("/netWeight", "24")),
            At("REIMPORT-008", Kind, "/tradeCountry", "CHN"),
            At("REIMPORT-009", Kind, "/goods/0/destinationCountry", "VNM"),
            At("REIMPORT-010", Kind, "/overseasConsignorName", null),
            At("REIMPORT-011", Kind, "/ieDate", "2026-02-30"),
            At("REIMPORT-012", Kind, "/stopPort", "河内"),
            At("REIMPORT-013", Kind, "/despatchPort", "VNM777"),
            At("REIMPORT-014", Kind, "/ieDate", "2026-11-07"),
        ];
    }
}
