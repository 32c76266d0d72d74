using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs;

/// <summary>An application of each kind without any fault, made of one or two retail lists; tables and day are those of <see cref="AValidList"/>. All values are invented.</summary>
internal static class AValidApplication
{
    private const string Bill = "TD2026112201";

    private static readonly Dictionary<string, string> _header = new(StringComparer.Ordinal)
    {
        ["tradeMode"] = "9661",
        ["invtNo"] = "49992026E000000001",
        ["note"] = "示例",
        ["loctNo"] = "SITE01",
        ["location"] = "示例仓位",
        ["startTime"] = "20261101000000",
        ["endTime"] = "20261130235959",
        ["customsCode"] = "4999",
        ["portCode"] = "7208",
        ["reason"] = "买家退货",
        ["ebpCode"] = "91431299MA00000015",
        ["ebpName"] = "示例平台企业01",
        ["ebcCode"] = "91431299MA00000028",
        ["ebcName"] = "示例箱包企业01",
        ["agentCode"] = "91431299MA0000003B",
        ["agentName"] = "示例报关企业01",
        ["declAgentCode"] = "91431299MA0000003B",
        ["declAgentName"] = "示例报关企业01",
        ["logisticsCode"] = "91431299MA00000290",
        ["logisticsName"] = "示例物流企业01",
        ["operatorCode"] = "91431299MA00000290",
        ["operatorName"] = "示例物流企业01",
        ["logisticsNo"] = "YD20261120000001",
        ["trafMode"] = "4",
        ["trafName"] = "湘N00000",
        ["voyageNo"] = "V20261122",
        ["billNo"] = Bill,
        ["domesticTrafNo"] = "湘N00000",
        ["country"] = "VNM",
        ["leaveTime"] = "20261122093000",
        ["grossWeight"] = "97",
        ["summaryFlag"] = "1",
        ["itemNameFlag"] = "1",
    };

    public static readonly IReadOnlyList<DocumentSchema> Kinds = [.. DocumentSchemas.All.Where(s => s.IsApplication)];

    public static CustomsDocument Of(DocumentScope scope)
    {
        if (scope == DocumentScope.ReturnDeclaration) return AValidReturnDeclaration.Document;
        var schema = DocumentSchemas.Of(scope);
        var document = schema.Header.Aggregate(new CustomsDocument(schema), (d, f) => _header.TryGetValue(f.Name, out var value) ? d.With(f, value) : d);
        return schema.Collections is [var lines, ..] ? document.WithLines(lines.Collection.Name, lines.Collection.Name switch
        {
            "goods" => [Suitcase, Tea],
            "lists" => [new() { ["invtNo"] = "49992026E000000001" }, new() { ["invtNo"] = "49992026E000000002" }],
            _ => [Waybill(schema, "YD20261120000001", "49992026E000000001"), Waybill(schema, "YD20261120000002", "49992026E000000002")],
        }) : document;
    }

    /// <summary>The lists that an application of a kind refers to, accepted by customs.</summary>
    public static IDocumentLookups Lookups(DocumentScope scope)
    {
        if ((scope & DocumentScope.Applications) == DocumentScope.None) return AValidList.Lookups;
        if (scope == DocumentScope.ReturnDeclaration) return new KnownSources([AValidReturnDeclaration.Source]);
        var first = new SourceDocument("HH-20261120-000001", AValidList.Of(AValidList.Retail).ToDocument()) { IsAccepted = true };
        var second = new SourceDocument("HH-20261120-000002", (AValidList.Of(AValidList.Retail) with { LogisticsNo = "YD20261120000002", OrderNo = "DD2" }).ToDocument()) { IsAccepted = true };
        return new KnownSources(scope is DocumentScope.Return or DocumentScope.Tally or DocumentScope.Withdrawal ? [first] : [first, second]);
    }

    public static PreCheckResult Check(CustomsDocument document, params IReadOnlyList<SourceDocument> sources) =>
        PreChecker.Run(document, AValidList.Tables, AValidList.Today, sources.Count == 0 ? Lookups(document.Schema.Scope) : new KnownSources(sources));

    private static Dictionary<string, string> Waybill(DocumentSchema schema, string waybill, string list)
    {
        var line = new Dictionary<string, string>(StringComparer.Ordinal) { ["logisticsNo"] = waybill, ["totalPackageNo"] = "ZB01", ["note"] = "示例" };
        if (schema.FindField(schema.Goods, "invtNo") is not null) line["invtNo"] = list;
        return line;
    }

    private static Dictionary<string, string> Suitcase => new()
    {
        ["gnum"] = "1",
        ["gcode"] = "4202129000",
        ["gname"] = "拉杆箱",
        ["gmodel"] = "品牌：示例；材质：塑料面；规格：20 寸；型号：XB20",
        ["qty"] = "4",
        ["unit"] = "007",
        ["qty1"] = "4",
        ["unit1"] = "007",
        ["qty2"] = "12.8",
        ["unit2"] = "035",
    };

    private static Dictionary<string, string> Tea => new()
    {
        ["gnum"] = "2",
        ["gcode"] = "0902101000",
        ["gname"] = "绿茶",
        ["gmodel"] = "品牌：示例；内包装 250 克；不含其他成分",
        ["qty"] = "12",
        ["unit"] = "035",
        ["qty1"] = "12",
        ["unit1"] = "035",
    };
}

/// <summary>Lookups of somebody who knows what an application was made from.</summary>
internal sealed record KnownSources(IReadOnlyList<SourceDocument> Sources) : IDocumentLookups
{
    public Transmission? Transmission => AValidList.Lookups.Transmission;

    public string? OtherDocumentWithOrder(string ebpCode, string orderNo) => null;

    public string? OtherDocumentWithWaybill(string logisticsCode, string logisticsNo) => null;
}
