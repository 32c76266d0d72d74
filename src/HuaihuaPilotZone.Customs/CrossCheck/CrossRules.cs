using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.CrossCheck;

/// <summary>How two values are the same.</summary>
internal enum Likeness
{
    /// <summary>The same text, blanks at the ends aside.</summary>
    Text,

    /// <summary>The same number, however it is written.</summary>
    Number,

    /// <summary>The same identity number, by its fingerprint; only its mask is ever shown.</summary>
    Identity,
}

/// <summary>Elements of several documents that mean the same thing.</summary>
/// <param name="Elements">Name of the element in order, receipt, waybill and list; null where the document has none.</param>
internal sealed record Comparison(Rule Rule, string Label, string?[] Elements, Likeness Likeness = Likeness.Text);

/// <summary>The comparisons between the documents of one shipment (facts A9 X1 to X5, X17; mission N3).</summary>
public static class CrossRules
{
    private const string Link = "订单、收款单、运单与清单的对应关系";

    /// <summary>First day on which no receipt is asked for any more (facts E16).</summary>
    internal static readonly DateOnly NoReceiptFrom = new(2024, 12, 15);

    internal static readonly Comparison[] Head =
    [
        Of("CROSS-001", "订单编号各单不一致", "订单编号", "orderNo", "orderNo", null, "orderNo"),
        Of("CROSS-002", "电商平台代码不一致", "电商平台代码", "ebpCode", "ebpCode", null, "ebpCode"),
        Of("CROSS-003", "电商平台名称不一致", "电商平台名称", "ebpName", "ebpName", null, "ebpName"),
        Of("CROSS-004", "电商企业代码不一致", "电商企业代码", "ebcCode", "ebcCode", "ebcCode", "ebcCode"),
        Of("CROSS-005", "电商企业名称不一致", "电商企业名称", "ebcName", "ebcName", "ebcName", "ebcName"),
        Of("CROSS-006", "物流企业代码不一致", "物流企业代码", null, null, "logisticsCode", "logisticsCode"),
        Of("CROSS-007", "物流企业名称不一致", "物流企业名称", null, null, "logisticsName", "logisticsName"),
        Of("CROSS-008", "运单编号各单不一致", "物流运单编号", null, null, "logisticsNo", "logisticsNo"),
        Of("CROSS-009", "毛重与运单不一致", "毛重（千克）", null, null, "grossWeight", "grossWeight", Likeness.Number),
        Of("CROSS-010", "件数与运单不一致", "件数", null, null, "packNo", "packNo", Likeness.Number),
        Of("CROSS-011", "运杂费各单不一致", "运杂费", "freight", null, "freight", "freight", Likeness.Number),
        Of("CROSS-012", "保价费与运单不一致", "保费", null, null, "insuredFee", "insuredFee", Likeness.Number),
        Of("CROSS-013", "收款币制与订单不同", "币制", "currency", "currency", null, null),
    ];

    internal static readonly Comparison[] Lines =
    [
        Of("CROSS-021", "商品货号各单不一致", "企业商品货号", "itemNo", null, null, "itemNo"),
        Of("CROSS-022", "商品名称各单不一致", "企业商品名称", "itemName", null, null, "itemName"),
        Of("CROSS-023", "商品数量各单不一致", "数量", "qty", null, null, "qty", Likeness.Number),
        Of("CROSS-024", "计量单位各单不一致", "计量单位", "unit", null, null, "unit"),
        Of("CROSS-025", "商品单价各单不一致", "单价", "price", null, null, "price", Likeness.Number),
        Of("CROSS-026", "商品总价各单不一致", "总价", "totalPrice", null, null, "totalPrice", Likeness.Number),
        Of("CROSS-027", "商品币制各单不一致", "币制", "currency", null, null, "currency"),
        Of("CROSS-028", "商品条码各单不一致", "条形码", "barCode", null, null, "barCode"),
    ];

    /// <summary>What order, payment, waybill and list of an import say of each other; the names that both directions share have the rules of exports.</summary>
    internal static readonly Comparison[] ImportHead =
    [
        Again("CROSS-001", "orderNo", "orderNo", "orderNo", "orderNo"),
        Again("CROSS-002", "ebpCode", "ebpCode", null, "ebpCode"),
        Again("CROSS-003", "ebpName", "ebpName", null, "ebpName"),
        Again("CROSS-004", "ebcCode", null, null, "ebcCode"),
        Again("CROSS-005", "ebcName", null, null, "ebcName"),
        Again("CROSS-006", null, null, "logisticsCode", "logisticsCode"),
        Again("CROSS-007", null, null, "logisticsName", "logisticsName"),
        Again("CROSS-008", null, null, "logisticsNo", "logisticsNo"),
        Again("CROSS-009", null, null, "weight", "grossWeight"),
        Again("CROSS-010", null, null, "packNo", "packNo"),
        Of("CROSS-041", "支付金额与订单不符", "实际支付金额", "acturalPaid", "amountPaid", null, null, Likeness.Number, "A9 X4"),
        Of("CROSS-042", "支付交易编号不一致", "支付交易编号", "payTransactionId", "payTransactionId", null, null, Likeness.Text, "A9 X4"),
        Of("CROSS-043", "支付人与订购人不同", "订购人、支付人姓名", "buyerName", "payerName", null, "buyerName", Likeness.Text, "A9 X4; E9"),
        Of("CROSS-044", "订购人证件号码不同", "订购人、支付人证件号码", "buyerIdNumber", "payerIdNumber", null, "buyerIdNumber", Likeness.Identity, "A9 X4; E9"),
        Of("CROSS-045", "收货人姓名不一致", "收货人姓名", "consignee", null, "consignee", null, Likeness.Text, "A9 X5"),
        Of("CROSS-046", "收货人电话不一致", "收货人电话", "consigneeTelephone", null, "consigneeTelephone", null, Likeness.Text, "A9 X5"),
        Of("CROSS-047", "收货地址各单不一致", "收货地址", "consigneeAddress", null, "consigneeAddress", "consigneeAddress", Likeness.Text, "A9 X5"),
    ];

    /// <summary>The goods of an import, by their number.</summary>
    internal static readonly Comparison[] ImportLines = [.. Lines.Where(c => c.Rule.Id is "CROSS-023" or "CROSS-024" or "CROSS-025" or "CROSS-026" or "CROSS-027")];

    internal static readonly Rule OrderMissing = New("CROSS-031", "缺少对应的订单", "清单要有对应的订单。请补上订单报文，或核对订单是否已发送。", "A9 X1; E14");

    internal static readonly Rule WaybillMissing = New("CROSS-032", "缺少对应的运单", "清单要有对应的运单。请补上运单报文，或向物流企业索取。", "A9 X2");

    internal static readonly Rule ReceiptMissing = New("CROSS-033", "缺少对应的收款单", "2024-12-15 以前出口的，订单要有对应的收款单。请补上收款单报文。", "A9 X3; E16") with
    {
        Basis = new Basis(BasisKind.Announcement, "海关总署公告2024年第167号", "不再要求传输收款信息", ValidTo: NoReceiptFrom.AddDays(-1), Verified: false),
    };

    internal static readonly Rule OrderType = New("CROSS-034", "订单类型与监管方式不符", "订单类型 E 对应 9610，B 对应 9710，W 对应 9810。请核对两处。", "A9 X17");

    internal static readonly Rule LineMissing = New("CROSS-035", "商品项数各单不一致", "清单和订单的商品逐项对应，序号相同。请补上缺少的一项，或删去多出的一项。", "A9 X1");

    internal static readonly Rule GoodsValue = New("CROSS-036", "订单金额与清单不符", "订单的商品金额应等于清单各项总价之和。请核对金额。", "A9 X1; A4 CEB303 #11");

    internal static readonly Rule Charge = New("CROSS-037", "收款金额与订单不符", "收款金额应等于订单的商品金额加运杂费。分次收款的请合并核对。", "A9 X3; A4 CEB403 #13");

    /// <summary>Every rule of the comparison, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. Head.Select(c => c.Rule), .. Lines.Select(c => c.Rule), OrderMissing, WaybillMissing, ReceiptMissing, OrderType, LineMissing, GoodsValue, Charge,
        .. ImportHead.Where(c => Head.All(h => h.Rule != c.Rule)).Select(c => c.Rule),
    ];

    private static Comparison Of(
        string id, string title, string label, string? order, string? receipt, string? waybill, string? list, Likeness likeness = Likeness.Text, string facts = "A9 X1, X2; mission N3") =>
        new(New(id, title, $"{label}在有这一栏的各份单证上应当相同。请核对后改正填错的一份。", facts), label, [order, receipt, waybill, list], likeness);

    /// <summary>A comparison of exports under the names that imports have for it.</summary>
    private static Comparison Again(string id, string? order, string? receipt, string? waybill, string? list) =>
        Head.Single(c => c.Rule.Id == id) with { Elements = [order, receipt, waybill, list] };

    private static Rule New(string id, string title, string explanation, string facts) =>
        new(id, title, Severity.Advice, Bases.Experience(Link), explanation, facts) { Scope = DocumentScope.None };
}
