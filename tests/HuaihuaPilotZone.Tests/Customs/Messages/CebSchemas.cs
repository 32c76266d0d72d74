namespace HuaihuaPilotZone.Tests.Customs.Messages;

/// <summary>One element as the specification describes it.</summary>
/// <param name="Name">Element name.</param>
/// <param name="Type">C36 exactly 36; C..60 up to 60; C3..4; N19,5; int9.</param>
/// <param name="IsRequired">Must be there.</param>
internal sealed record SchemaElement(string Name, string Type, bool IsRequired);

/// <summary>
/// CEB303 and CEB603, version 202205, copied from the field tables of the customs facts (A3, A4) and not from the code under test.
/// R is required, O optional.
/// </summary>
internal static class CebSchemas
{
    public static IReadOnlyList<SchemaElement> OrderHead { get; } = Parse("""
        guid C36 R
        appType C1 R
        appTime C14 R
        appStatus C1 R
        orderType C1 R
        orderNo C..60 R
        ebpCode C..18 R
        ebpName C..100 R
        ebcCode C..18 R
        ebcName C..100 R
        goodsValue N19,5 R
        freight N19,5 R
        currency C3 R
        note C..1000 O
        """);

    public static IReadOnlyList<SchemaElement> OrderList { get; } = Parse("""
        gnum int5 R
        itemNo C..30 R
        itemName C..250 R
        itemDescribe C..1000 O
        barCode C..50 O
        unit C3 R
        currency C3 R
        qty N19,5 R
        price N19,5 R
        totalPrice N19,5 R
        note C..1000 O
        """);

    public static IReadOnlyList<SchemaElement> InventoryHead { get; } = Parse("""
        guid C36 R
        appType C1 R
        appTime C14 R
        appStatus C1 R
        customsCode C4 R
        ebpCode C..18 R
        ebpName C..100 R
        orderNo C..60 R
        logisticsCode C..18 R
        logisticsName C..100 R
        logisticsNo C..32 R
        copNo C..30 R
        preNo C18 O
        invtNo C..20 O
        ieFlag C1 R
        portCode C4 R
        ieDate C8 R
        statisticsFlag C1 R
        agentCode C..18 R
        agentName C..100 R
        ebcCode C..18 R
        ebcName C..100 R
        ownerCode C..18 R
        ownerName C..100 R
        iacCode C..18 O
        iacName C..100 O
        emsNo C..30 O
        tradeMode C4 R
        trafMode C1 R
        trafName C..100 O
        voyageNo C..32 O
        billNo C..37 O
        totalPackageNo C..37 O
        loctNo C..10 O
        licenseNo C..19 O
        country C3 R
        POD C3..4 R
        freight N19,5 R
        fCurrency C3 R
        fFlag C1 R
        insuredFee N19,5 R
        iCurrency C3 R
        iFlag C1 R
        wrapType C1 R
        packNo int9 R
        grossWeight N19,5 R
        netWeight N19,5 R
        note C..1000 O
        """);

    public static IReadOnlyList<SchemaElement> InventoryList { get; } = Parse("""
        gnum int5 R
        itemNo C..20 R
        itemRecordNo C..30 O
        itemName C..250 O
        gcode C10 R
        gname C..250 R
        gmodel C..250 R
        barCode C..50 R
        country C3 R
        currency C3 R
        qty N19,5 R
        qty1 N19,5 R
        qty2 N19,5 O
        unit C3 R
        unit1 C3 R
        unit2 C..3 O
        price N19,5 R
        totalPrice N19,5 R
        note C..1000 O
        """);

    public static IReadOnlyList<SchemaElement> BaseTransfer { get; } = Parse("""
        copCode C..18 R
        copName C..100 R
        dxpMode C3 R
        dxpId C..30 R
        note C..1000 O
        """);

    private static SchemaElement[] Parse(string table) =>
        [.. table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).Select(p => new SchemaElement(p[0], p[1], p[2] == "R"))];
}
