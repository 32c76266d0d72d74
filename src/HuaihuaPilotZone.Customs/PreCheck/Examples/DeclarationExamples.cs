namespace HuaihuaPilotZone.Customs.PreCheck.Examples;

/// <summary>Examples of the rules that look at declarations and not at lists.</summary>
internal static class DeclarationExamples
{
    private const string GeneralTrade = "0110";
    private const string Business = "9710";
    private const string Warehouse = "9810";

    // the tea alone, less than a kilogram of it
    private static readonly ExampleStep[] _light =
    [
        new("/goods", null, 1, 1), new("/goods/0/qty", "0.51"), new("/goods/0/qty1", "0.51"), new("/goods/0/price", "10"), new("/goods/0/totalPrice", "5.1"), new("/grossWeight", "1.2"),
    ];

    public static IReadOnlyList<RuleExample> All { get; } = [.. Head(), .. Codes(), .. Transport(), .. Charges(), .. Goods(), .. Attachments()];

    private static RuleExample Of(string ruleId, string path, params ExampleStep[] steps) => new(ruleId, path, SampleDocuments.Declaration(Business), steps);

    private static RuleExample At(string ruleId, string path, string? value) => Of(ruleId, path, new ExampleStep(path, value));

    private static RuleExample In(this RuleExample example, string mode) => example with { Sound = SampleDocuments.Declaration(mode) };

    private static RuleExample[] Head() =>
    [
        Of("LINES-003", "/goods") with { Sound = SampleDocuments.Declaration(Business, 51) },
        Of("LINES-004", "/documents", new("/documents/0/docuCode", "4"), new("/documents/0/certCode", "26-AB-1"), new("/documents", null, 8)),
        At("REQUIRED-003", "/containers/0/containerMd", null),
        At("DATE-004", "/ieDate", "2026-11-22"),
        At("MODE-006", "/tradeMode", "2600"),
        At("OFFICE-004", "/customsCode", "4900"),
        At("CHANNEL-001", "/contractNo", null),
        At("CHANNEL-002", "/contractNo", null).In(Warehouse),
        At("PARTY-007", "/tradeCoScc", "43139601AB"),
        At("PARTY-008", "/tradeCode", "91431299MA00000028"),
        Of("PARTY-009", "/ownerCodeScc", new("/ownerCodeScc", "431202199003071203"), new("/ownerCode", null)),
        Of("PARTY-010", "/ownerCodeScc", new("/ownerCodeScc", "431202199003071230"), new("/ownerCode", null)),
        At("PARTY-011", "/overseasConsigneeName", null),
        At("NOTE-001", "/note", "易碎"),
        At("MARK-001", "/markNo", null),
        At("BUSINESS-001", "/businessItems", "10000").In(Warehouse),
        At("BUSINESS-002", "/businessItems", "002"),
        At("PROMISE-001", "/promiseItems", "出口"),
        At("MANUAL-001", "/manualNo", "123"),
        At("LICENSE-002", "/licenseNo", "ABC"),
        Of("LICENSE-003", "/goods/0/gcode") with { Circumstance = ExampleCircumstance.Licensed, Tables = SampleWorld.WithALicence },
    ];

    private static RuleExample[] Codes() =>
    [
        At("CODE-007", "/cutMode", "一般征税"),
        At("CODE-008", "/transMode", "FOB"),
        At("CODE-009", "/goods/1/dutyMode", "照章征税"),
        At("CODE-010", "/containers/0/containerMd", "99"),
        At("CODE-011", "/entryType", "X"),
        At("CODE-012", "/goods/0/districtCode", "怀化"),
        At("CODE-013", "/goods/0/districtCode", "44019"),
        At("PORT-003", "/destinationPort", "河内"),
        At("PORT-004", "/destinationPort", "VNM777"),
        Of("PORT-005", "/destinationPort", new("/trafMode", "7"), new("/tradeCountry", "CHN"), new("/destinationPort", "VNM903")),
        At("COUNTRY-005", "/tradeAreaCode", "CHN"),
    ];

    private static RuleExample[] Transport() =>
    [
        Of("TRAF-002", "/trafName", new("/trafMode", "2"), new("/voyageNo", "081E")),
        At("TRAF-003", "/trafName", "湘A12345"),
        At("TRAF-004", "/voyageNo", null),
        Of("TRAF-005", "/voyageNo", new("/trafMode", "5"), new("/trafName", "CZ3051"), new("/voyageNo", "3051")),
        Of("TRAF-006", "/voyageNo", new("/trafMode", "3"), new("/trafName", "K1234"), new("/voyageNo", "2026-11-22")),
        At("TRAF-007", "/billNo", null),
        Of("TRAF-008", "/trafName", new("/trafName", "DSLY0001"), new("/voyageNo", null)),
        At("TRAF-009", "/trafName", "@123"),
    ];

    private static RuleExample[] Charges() =>
    [
        Of("FEE-001", "/feeRate", new("/feeMark", "3"), new("/feeRate", "100"), new("/feeCurrency", "USD")),
        Of("FEE-002", "/feeRate", new ExampleStep("/transMode", "2")),
        Of("FEE-003", "/feeMark", new("/transMode", "2"), new("/feeRate", "100"), new("/feeCurrency", "USD")),
    ];

    private static RuleExample[] Goods() =>
    [
        At("NUMBER-006", "/goods/0/price", "25.50001"),
        At("GMODEL-001", "/goods/0/gmodel", null),
        At("GMODEL-002", "/goods/0/gmodel", "1|3|20 寸"),
        At("GMODEL-003", "/goods/0/gmodel", "1|0||"),
        At("GMODEL-004", "/goods/0/gmodel", "1｜0｜20 寸"),
        At("GMODEL-005", "/goods/0/gmodel", "1|0|20 寸|塑料面") with { Circumstance = ExampleCircumstance.Elements, Tables = SampleWorld.WithElements },
        At("BRAND-001", "/goods/0/gmodel", "3|0|20 寸|塑料面|XB20"),
        At("BRAND-002", "/goods/1/gmodel", "0|0|内包装 250 克|品牌：示例"),
        Light("WEIGHT-004", "0.51", "0.505"),
        Light("WEIGHT-005", "1", "0.51") with { Today = new DateOnly(2024, 4, 9), Circumstance = ExampleCircumstance.Day },
        Of("PACK-002", "/otherPacks/1/packType", new ExampleStep("/otherPacks", null, 2)),
    ];

    private static RuleExample Light(string ruleId, string before, string after) => At(ruleId, "/netWeight", after) with
    {
        Sound = _light.Append(new ExampleStep("/netWeight", before)).Aggregate(SampleDocuments.Declaration(GeneralTrade), (d, s) => s.Take(d)),
    };

    private static RuleExample[] Attachments() =>
    [
        At("CONTAINER-001", "/containers/0/containerId", "HHCU10O0010"),
        Of("CONTAINER-002", "/containers/1/containerId", new ExampleStep("/containers", null, 2)),
        At("CONTAINER-003", "/containers/0/goodsNo", "1,3"),
        Of("EDOC-001", "/edocs", new ExampleStep("/edocs", null, 3, 1)),
        Of("EDOC-002", "/edocs", new ExampleStep("/edocs", null, 3)),
        At("EDOC-003", "/edocs/0/edocId", "invoice.pdf"),
        At("DOCUMENT-001", "/documents/0/certCode", "ABC"),
        Of("DOCUMENT-002", "/documents/1/docuCode", new ExampleStep("/documents", null, 2)),
        Of("ORIGIN-001", "/documents/0/certCode", new("/goods/0/destinationCountry", "USA"), new("/goods/1/destinationCountry", "USA"), new("/tradeCountry", "USA"), new("/destinationPort", "USA264"), new("/tradeAreaCode", "USA")),
        Of("ORIGIN-002", "/documents", new("/documents", null, 0), new("/goods/0/gmodel", "1|1|20 寸|塑料面|XB20")),
        Of("ORIGIN-003", "/goods/0/gmodel", new("/documents", null, 0), new("/goods/0/gmodel", "1|2|20 寸|塑料面|XB20")),
        At("ORIGIN-004", "/goods/0/preferentialOrigin", "USA"),
    ];
}
