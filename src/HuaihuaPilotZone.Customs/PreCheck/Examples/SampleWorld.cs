using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Examples;

/// <summary>What the samples are checked against: a day, tables and what is known of other documents. All of it is invented.</summary>
public static class SampleWorld
{
    /// <summary>The day of the check.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 22);

    /// <summary>Built-in tables with an office and two codes of the tariff, without rates.</summary>
    public static CustomsTables WithoutRates { get; } = CustomsTables.BuiltIn()
        .WithOffices([new CustomsOffice("4999", "示例海关") { Source = "示例" }])
        .WithTariffLines([new TariffLine("4202129000", "拉杆箱（示例编码）", "007", "035") { Source = "示例" }, new TariffLine("0902101000", "绿茶（示例编码）", "035", null) { Source = "示例" }]);

    /// <summary>With a rate of the dollar. No approval of the zone, no special area.</summary>
    public static CustomsTables Tables { get; } = WithoutRates.WithExchangeRates([new ExchangeRate("USD", 7.1m, new DateOnly(2020, 1, 1), "示例汇率")]);

    /// <summary>With the approval of the zone from 2026-01-01.</summary>
    public static CustomsTables Approved { get; } = Tables.WithZoneApproval(new ZoneApproval("示例文号〔2026〕1号", new DateOnly(2026, 1, 1), null));

    /// <summary>With a special customs area in force from 2026-01-01.</summary>
    public static CustomsTables WithAnArea { get; } = Tables.WithSpecialAreas([new SpecialArea("示例综合保税区", "综合保税区", "示例〔2026〕1号", new DateOnly(2026, 1, 1))]);

    /// <summary>The tariff had another code for the suitcases until the end of 2025.</summary>
    public static CustomsTables WithAnEndedCode { get; } = Tables.WithTariffLines([new TariffLine("4202121000", "拉杆箱（示例旧编码）", "007", "035", null, new DateOnly(2025, 12, 31)) { Source = "示例" }]);

    /// <summary>The tariff says that the suitcases need an export licence.</summary>
    public static CustomsTables WithALicence { get; } = Tables.WithTariffLines([Suitcases(TariffColumns.Supervision, "4A")]);

    /// <summary>The tariff says of which elements a declaration of the suitcases consists.</summary>
    public static CustomsTables WithElements { get; } = Tables.WithTariffLines([Suitcases(TariffColumns.Elements, "0:品牌类型;1:出口享惠情况;2:规格;3:材质;4:型号")]);

    /// <summary>Who transmits.</summary>
    public static Transmission Transmission { get; } = new("91431299MA0000003B", "示例报关企业01", "DXPENT0000000001");

    /// <summary>A departure that leaves in less than 24 hours, and one after it.</summary>
    public static LoadingFact LeavesSoon { get; } = new("SL01-20261123", new DateTime(2026, 11, 23, 8, 59, 0, DateTimeKind.Unspecified), new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Unspecified), "SL01-20261124（2026-11-24 08:59 开车）");

    /// <summary>A proxy that ended before the day of the check.</summary>
    public static LapsedPaper EndedProxy { get; } = new("代理报关委托", "2025 年度委托书", IsProxy: true, new DateOnly(2025, 11, 1), new DateOnly(2026, 10, 31));

    /// <summary>A certificate that ended before the day of the check.</summary>
    public static LapsedPaper EndedCertificate { get; } = new("证书", "示例检测证书", IsProxy: false, null, new DateOnly(2026, 11, 21));

    /// <summary>The declaration that goods come back from.</summary>
    public static SourceDocument DeclaredSource { get; } = new("HH-20261120-000003", SampleDocuments.Declaration("0110"));

    private static TariffLine Suitcases(string column, string value) => new("4202129000", "拉杆箱（示例编码）", "007", "035")
    {
        Source = "示例",
        More = new Dictionary<string, string>(StringComparer.Ordinal) { [column] = value },
    };

    /// <summary>What an application of a kind was made from, accepted by customs; nothing for other kinds.</summary>
    public static IReadOnlyList<SourceDocument> SourcesOf(DocumentScope scope)
    {
        if ((scope & DocumentScope.Applications) == DocumentScope.None) return [];
        if (scope == DocumentScope.ReturnDeclaration) return [DeclaredSource];
        var list = SampleDocuments.List("9610");
        var first = new SourceDocument("HH-20261120-000001", list) { IsAccepted = true };
        if (scope is DocumentScope.Return or DocumentScope.Tally or DocumentScope.Withdrawal) return [first];
        return [first, new SourceDocument("HH-20261120-000002", list.With(HeaderFields.LogisticsNo, "YD20261120000002").With(HeaderFields.OrderNo, "DD2")) { IsAccepted = true }];
    }
}

/// <summary>What is known of other documents where examples are checked.</summary>
public sealed record SampleLookups(IReadOnlyList<SourceDocument> Sources) : IDocumentLookups
{
    /// <summary>The document that has the sample's order number already; null for none.</summary>
    public string? WithOrder { get; init; }

    /// <summary>The document that has the sample's waybill already; null for none.</summary>
    public string? WithWaybill { get; init; }

    /// <inheritdoc />
    public LoadingFact? Loading { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<LapsedPaper> Lapsed { get; init; } = [];

    /// <inheritdoc />
    public Transmission? Transmission { get; init; } = SampleWorld.Transmission;

    /// <inheritdoc />
    public string? OtherDocumentWithOrder(string ebpCode, string orderNo) => ebpCode == "91431299MA00000015" && orderNo == "DD20261120000001" ? WithOrder : null;

    /// <inheritdoc />
    public string? OtherDocumentWithWaybill(string logisticsCode, string logisticsNo) => logisticsCode == "91431299MA00000290" && logisticsNo == "YD20261120000001" ? WithWaybill : null;
}
