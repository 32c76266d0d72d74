using HuaihuaPilotZone.Customs.CrossCheck;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Customs.PreCheck.Examples;

/// <summary>Order, receipt, waybill and list of one shipment that agree but for one value, or but for one of them.</summary>
/// <param name="RuleId">The rule that speaks.</param>
/// <param name="Part">Where the value stands, or what is missing.</param>
/// <param name="Element">The element of the message; null where the document as a whole is missing.</param>
/// <param name="Line">The goods line from 1; 0 for the head.</param>
/// <param name="Value">The value that does not agree.</param>
public sealed record CrossExample(string RuleId, SetPart Part, string? Element = null, int Line = 0, string? Value = null)
{
    /// <summary>Whether the shipment is an import.</summary>
    public bool IsImport { get; init; }

    /// <summary>The day of the export, yyyyMMdd; null for that of the sample.</summary>
    public string? ExportedOn { get; init; }

    /// <summary>Rules that cannot but speak as well.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    internal static IReadOnlyList<CrossExample> All { get; } =
    [
        new("CROSS-001", SetPart.Order, "orderNo", 0, "DD20261120000002"),
        new("CROSS-002", SetPart.Order, "ebpCode", 0, "91431299MA00000028"),
        new("CROSS-003", SetPart.Receipt, "ebpName", 0, "示例平台企业02"),
        new("CROSS-004", SetPart.List, "ebcCode", 0, "91431299MA00000015"),
        new("CROSS-005", SetPart.Waybill, "ebcName", 0, "示例箱包企业02"),
        new("CROSS-006", SetPart.Waybill, "logisticsCode", 0, "91431299MA00000015"),
        new("CROSS-007", SetPart.List, "logisticsName", 0, "示例物流企业02"),
        new("CROSS-008", SetPart.Waybill, "logisticsNo", 0, "YD20261120000002"),
        new("CROSS-009", SetPart.Waybill, "grossWeight", 0, "45.8"),
        new("CROSS-010", SetPart.List, "packNo", 0, "2"),
        new("CROSS-011", SetPart.Waybill, "freight", 0, "21"),
        new("CROSS-012", SetPart.Waybill, "insuredFee", 0, "3"),
        new("CROSS-013", SetPart.Receipt, "currency", 0, "142"),
        new("CROSS-021", SetPart.Order, "itemNo", 1, "XB-0009"),
        new("CROSS-022", SetPart.List, "itemName", 1, "行李箱"),
        new("CROSS-023", SetPart.Order, "qty", 1, "11"),
        new("CROSS-024", SetPart.List, "unit", 1, "001"),
        new("CROSS-025", SetPart.Order, "price", 1, "25.4"),
        new("CROSS-026", SetPart.Order, "totalPrice", 1, "254"),
        new("CROSS-027", SetPart.Order, "currency", 1, "142"),
        new("CROSS-028", SetPart.List, "barCode", 1, "6901234567892"),
        new("CROSS-031", SetPart.Order),
        new("CROSS-032", SetPart.Waybill),
        new("CROSS-033", SetPart.Receipt) { ExportedOn = "20241214" },
        new("CROSS-034", SetPart.Order, "orderType", 0, "I"),
        new("CROSS-035", SetPart.Order, "gnum", 2, "3") { Also = [] },
        new("CROSS-036", SetPart.List, "totalPrice", 1, "999") { Also = ["CROSS-026"] },
        new("CROSS-037", SetPart.Receipt, "charge", 0, "351"),
        new("CROSS-041", SetPart.Receipt, "amountPaid", 0, "99") { IsImport = true },
        new("CROSS-042", SetPart.Receipt, "payTransactionId", 0, "ZF20261120000002") { IsImport = true },
        new("CROSS-043", SetPart.Receipt, "payerName", 0, "示例支付人") { IsImport = true },
        new("CROSS-044", SetPart.Receipt, "payerIdNumber", 0, "43**************12") { IsImport = true },
        new("CROSS-045", SetPart.Waybill, "consignee", 0, "示例收货人二") { IsImport = true },
        new("CROSS-046", SetPart.Waybill, "consigneeTelephone", 0, "00000000002") { IsImport = true },
        new("CROSS-047", SetPart.List, "consigneeAddress", 0, "示例路 2 号") { IsImport = true },
    ];

    /// <summary>What every comparison says of the set.</summary>
    public IReadOnlyList<ComparedRow> Rows => CrossChecker.Run(Set());

    /// <summary>What the rule says.</summary>
    public ComparedRow Row => Rows.First(r => r.Rule.Id == RuleId && r.Mismatch is not null);

    private DocumentSet Set()
    {
        var set = IsImport ? AgreeingImport() : Agreeing();
        if (ExportedOn is not null) set.List!.Head["ieDate"] = ExportedOn;
        if (Element is null) return Without(set);
        var document = set[Part]!;
        var record = Line == 0 ? document.Head : document.Records.Where(r => r.Block.Name.EndsWith("List", StringComparison.Ordinal)).ElementAt(Line - 1);
        record[Element] = Value;
        return set;
    }

    private DocumentSet Without(DocumentSet set) => Part switch
    {
        // without its order a receipt says what the list says too
        SetPart.Order => set with { Order = null },
        SetPart.Receipt => set with { Receipt = null },
        _ => set with { Waybill = null },
    };

    /// <summary>Order, payment, waybill and list of an import, in agreement, as far as they are compared.</summary>
    private static DocumentSet AgreeingImport()
    {
        var shared = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["orderNo"] = "DD20261120000001",
            ["ebpCode"] = "91431299MA00000015",
            ["ebcCode"] = "91431299MA00000028",
            ["logisticsNo"] = "YD20261120000001",
            ["acturalPaid"] = "100",
            ["amountPaid"] = "100",
            ["payTransactionId"] = "ZF20261120000001",
            ["buyerName"] = "示例订购人",
            ["payerName"] = "示例订购人",
            ["buyerIdNumber"] = "43**************11",
            ["payerIdNumber"] = "43**************11",
            ["consignee"] = "示例收货人",
            ["consigneeTelephone"] = "00000000001",
            ["consigneeAddress"] = "示例路 1 号",
        };
        return new DocumentSet(Of("CEB311Message"), Of("CEB411Message"), Of("CEB511Message"), Of("CEB621Message")) { IsImport = true };

        MessageRecord Of(string message)
        {
            var entity = MessageCatalogue.Get(message).NewEntity();
            foreach (var (name, value) in shared.Where(s => entity.Head.Block.Find(s.Key) is not null)) entity.Head[name] = value;
            return entity;
        }
    }

    /// <summary>The four documents of the sample, in agreement.</summary>
    private static DocumentSet Agreeing()
    {
        var list = SampleDocuments.List("9610");
        var set = DocumentSet.Empty.WithList(list, SampleWorld.Tables).WithOrder(list, SampleWorld.Tables);
        var receipt = MessageCatalogue.Get("CEB403Message").NewEntity();
        var waybill = MessageCatalogue.Get("CEB505Message").NewEntity();
        foreach (var name in new[] { "orderNo", "ebpCode", "ebpName", "ebcCode", "ebcName", "currency" }) receipt[name] = set.Order!.Head[name];
        foreach (var name in new[] { "ebcCode", "ebcName", "logisticsCode", "logisticsName", "logisticsNo", "packNo", "insuredFee", "freight", "grossWeight" }) waybill[name] = set.List!.Head[name];
        receipt["charge"] = NumberReading.Format(TypedValue.Decimal(set.Order!.Head["goodsValue"])!.Value + TypedValue.Decimal(set.Order.Head["freight"])!.Value);
        return set.With(SetPart.Receipt, receipt).With(SetPart.Waybill, waybill);
    }
}
