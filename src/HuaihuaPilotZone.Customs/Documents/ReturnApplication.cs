namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>出口退货申请单 (CEB213): goods of one earlier list that come back. Facts A4 CEB213.</summary>
public static class ReturnApplication
{
    private const string Message = "CEB213Message";

    /// <summary>InvtRefundList is 1..100.</summary>
    public static LineGroup Lines { get; } = new("goods", 0, "退货商品", "商品", 100);

    private static readonly ApplicationFields _head = new(Message, "InvtRefundHead") { Section = FormSection.Basics };

    public static DocumentField TradeMode { get; } = _head.Add("tradeMode", FieldKind.Code, label: "监管方式", required: true, hint: "一般退货填“9661”。");

    /// <summary>清单编号 that customs gave the original list.</summary>
    public static DocumentField InvtNo { get; } = _head.Add("invtNo", FieldKind.Reference, label: "原清单编号");

    public static DocumentField CustomsCode { get; } = _head.Add("customsCode", FieldKind.Code, CodeList.CustomsOffices, "申报地海关");

    public static DocumentField PortCode { get; } = _head.Add("portCode", FieldKind.Code, CodeList.CustomsOffices, "口岸海关");

    public static DocumentField LoctNo { get; } = _head.Add("loctNo", FieldKind.Reference);

    /// <summary>At most 500: the schema's limit, which is below that of the text (facts A10).</summary>
    public static DocumentField Reason { get; } = _head.Add("reason", FieldKind.Text, label: "退货原因");

    public static DocumentField Note { get; } = _head.Add("note", FieldKind.Text);

    public static DocumentField EbpCode { get; } = In(FormSection.Parties).Add("ebpCode", FieldKind.Party);

    public static DocumentField EbpName { get; } = _head.Add("ebpName", FieldKind.Text);

    public static DocumentField EbcCode { get; } = _head.Add("ebcCode", FieldKind.Party);

    public static DocumentField EbcName { get; } = _head.Add("ebcName", FieldKind.Text);

    public static DocumentField AgentCode { get; } = _head.Add("agentCode", FieldKind.Party);

    public static DocumentField AgentName { get; } = _head.Add("agentName", FieldKind.Text);

    /// <summary>The original carrier or the one that brings the goods back.</summary>
    public static DocumentField LogisticsCode { get; } = _head.Add("logisticsCode", FieldKind.Party);

    public static DocumentField LogisticsName { get; } = _head.Add("logisticsName", FieldKind.Text);

    public static DocumentField LogisticsNo { get; } = In(FormSection.Transport).Add("logisticsNo", FieldKind.Reference);

    public static DocumentField TrafMode { get; } = _head.Add("trafMode", FieldKind.Code, CodeList.TransportModes);

    public static DocumentField TrafName { get; } = _head.Add("trafName", FieldKind.Reference);

    public static DocumentField VoyageNo { get; } = _head.Add("voyageNo", FieldKind.Reference);

    public static DocumentField BillNo { get; } = _head.Add("billNo", FieldKind.Reference, hint: "没有提单时填运单编号。");

    /// <summary>启运国: where the goods come back from.</summary>
    public static DocumentField Country { get; } = _head.Add("country", FieldKind.Code, CodeList.Countries, "启运国（地区）");

    private static readonly ApplicationFields _line = new(Message, "InvtRefundList", Lines);

    /// <summary>Number of the item on the original list, not a new sequence.</summary>
    public static DocumentField Gnum { get; } = _line.Add("gnum", FieldKind.WholeNumber, label: "原清单项号");

    public static DocumentField Gcode { get; } = _line.Add("gcode", FieldKind.HsCode);

    public static DocumentField Gname { get; } = _line.Add("gname", FieldKind.Text);

    public static DocumentField Gmodel { get; } = _line.Add("gmodel", FieldKind.Text);

    public static DocumentField Qty { get; } = _line.Add("qty", FieldKind.Number, label: "退货数量");

    public static DocumentField Unit { get; } = _line.Add("unit", FieldKind.Code, CodeList.Units);

    public static DocumentField Qty1 { get; } = _line.Add("qty1", FieldKind.Number, label: "退货法定数量");

    public static DocumentField Unit1 { get; } = _line.Add("unit1", FieldKind.Code, CodeList.Units);

    public static DocumentField Qty2 { get; } = _line.Add("qty2", FieldKind.Number, label: "退货第二数量");

    public static DocumentField Unit2 { get; } = _line.Add("unit2", FieldKind.Code, CodeList.Units);

    public static DocumentField LineNote { get; } = _line.Add("note", FieldKind.Text);

    /// <summary>What the document consists of.</summary>
    public static DocumentSchema Schema { get; } = new(DocumentScope.Return, "退货申请单", _head.Fields, [new LineSchema(Lines, _line.Fields)], Keys(), ApplicationSections.Title) { Message = Message };

    private static DocumentKeys Keys() => new()
    {
        TradeMode = TradeMode,
        Order = InvtNo,
        Waybill = LogisticsNo,
        Arrival = Country,
        GoodsName = Gname,
        Offices = [CustomsCode, PortCode],
        Parties = [(EbpCode, EbpName), (EbcCode, EbcName), (AgentCode, AgentName), (LogisticsCode, LogisticsName)],
        Quantities = new QuantityFields(Qty, Unit, Qty1, Unit1, Qty2, Unit2),
    };

    private static ApplicationFields In(FormSection section)
    {
        _head.Section = section;
        return _head;
    }
}
