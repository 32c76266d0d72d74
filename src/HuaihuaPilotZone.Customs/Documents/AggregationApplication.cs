namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>汇总申请单 (CEB701): lists that are to become customs declarations together. Facts A4 CEB701, A9 X11, E10.</summary>
public static class AggregationApplication
{
    private const string Message = "CEB701Message";

    /// <summary>SummaryApplyList.</summary>
    public static LineGroup Lines { get; } = new("lists", 0, "汇总的清单", "清单", ApplicationSections.MostLines) { MayBeEmpty = true };

    private static readonly ApplicationFields _head = new(Message, "SummaryApplyHead") { Section = FormSection.Basics };

    public static DocumentField CustomsCode { get; } = _head.Add("customsCode", FieldKind.Code, CodeList.CustomsOffices, "申报地海关");

    public static DocumentField LoctNo { get; } = _head.Add("loctNo", FieldKind.Reference);

    public static DocumentField Note { get; } = _head.Add("note", FieldKind.Text);

    public static DocumentField AgentCode { get; } = In(FormSection.Parties).Add("agentCode", FieldKind.Party);

    public static DocumentField AgentName { get; } = _head.Add("agentName", FieldKind.Text);

    public static DocumentField EbcCode { get; } = _head.Add("ebcCode", FieldKind.Party);

    public static DocumentField EbcName { get; } = _head.Add("ebcName", FieldKind.Text);

    public static DocumentField DeclAgentCode { get; } = _head.Add("declAgentCode", FieldKind.Party);

    public static DocumentField DeclAgentName { get; } = _head.Add("declAgentName", FieldKind.Text);

    /// <summary>1 by consignor, 2 by consignor and producer.</summary>
    public static DocumentField SummaryFlag { get; } = In(FormSection.Order).Add("summaryFlag", FieldKind.Code, hint: "1 按收发货人，2 按收发货人和生产销售单位。");

    /// <summary>1 groups by the exact goods name; the other meaning, blank, cannot be written (facts A10).</summary>
    public static DocumentField ItemNameFlag { get; } = _head.Add("itemNameFlag", FieldKind.Code, hint: "填“1”，按商品名称汇总。");

    /// <summary>yyyyMMddHHmmss; a pair with the end. When given, customs ignores the lines.</summary>
    public static DocumentField StartTime { get; } = _head.Add("startTime", FieldKind.Reference);

    public static DocumentField EndTime { get; } = _head.Add("endTime", FieldKind.Reference);

    private static readonly ApplicationFields _line = new(Message, "SummaryApplyList", Lines);

    public static DocumentField InvtNo { get; } = _line.Add("invtNo", FieldKind.Reference);

    /// <summary>What the document consists of.</summary>
    public static DocumentSchema Schema { get; } = new(DocumentScope.Aggregation, "汇总申请单", _head.Fields, [new LineSchema(Lines, _line.Fields)], Keys(), ApplicationSections.Title) { Message = Message };

    private static DocumentKeys Keys() => new()
    {
        Offices = [CustomsCode],
        Parties = [(AgentCode, AgentName), (EbcCode, EbcName), (DeclAgentCode, DeclAgentName)],
    };

    private static ApplicationFields In(FormSection section)
    {
        _head.Section = section;
        return _head;
    }
}
