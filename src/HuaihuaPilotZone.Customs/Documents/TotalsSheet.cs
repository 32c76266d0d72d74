namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>清单总分单 (CEB607): the lists that travel under one master bill. Facts A4 CEB607, A9 X10.</summary>
public static class TotalsSheet
{
    private const string Message = "CEB607Message";

    /// <summary>WayBillList.</summary>
    public static LineGroup Lines { get; } = new("waybills", 0, "运单明细", "运单", ApplicationSections.MostLines);

    private static readonly ApplicationFields _head = new(Message, "WayBillHead") { Section = FormSection.Basics };

    public static DocumentField CustomsCode { get; } = _head.Add("customsCode", FieldKind.Code, CodeList.CustomsOffices, "申报地海关");

    public static DocumentField LoctNo { get; } = _head.Add("loctNo", FieldKind.Reference);

    public static DocumentField Note { get; } = _head.Add("note", FieldKind.Text);

    public static DocumentField AgentCode { get; } = In(FormSection.Parties).Add("agentCode", FieldKind.Party);

    public static DocumentField AgentName { get; } = _head.Add("agentName", FieldKind.Text);

    public static DocumentField LogisticsCode { get; } = _head.Add("logisticsCode", FieldKind.Party);

    public static DocumentField LogisticsName { get; } = _head.Add("logisticsName", FieldKind.Text);

    public static DocumentField TrafMode { get; } = In(FormSection.Transport).Add("trafMode", FieldKind.Code, CodeList.TransportModes);

    public static DocumentField TrafName { get; } = _head.Add("trafName", FieldKind.Reference);

    public static DocumentField VoyageNo { get; } = _head.Add("voyageNo", FieldKind.Reference);

    public static DocumentField BillNo { get; } = _head.Add("billNo", FieldKind.Reference);

    public static DocumentField DomesticTrafNo { get; } = _head.Add("domesticTrafNo", FieldKind.Reference);

    /// <summary>Total of the master bill, kg.</summary>
    public static DocumentField GrossWeight { get; } = In(FormSection.Weight).Add("grossWeight", FieldKind.Number);

    private static readonly ApplicationFields _line = new(Message, "WayBillList", Lines);

    public static DocumentField LogisticsNo { get; } = _line.Add("logisticsNo", FieldKind.Reference);

    public static DocumentField InvtNo { get; } = _line.Add("invtNo", FieldKind.Reference);

    public static DocumentField TotalPackageNo { get; } = _line.Add("totalPackageNo", FieldKind.Reference);

    public static DocumentField LineNote { get; } = _line.Add("note", FieldKind.Text);

    /// <summary>What the document consists of.</summary>
    public static DocumentSchema Schema { get; } = new(DocumentScope.Totals, "清单总分单", _head.Fields, [new LineSchema(Lines, _line.Fields)], Keys(), ApplicationSections.Title) { Message = Message };

    private static DocumentKeys Keys() => new()
    {
        Order = BillNo,
        Offices = [CustomsCode],
        Parties = [(AgentCode, AgentName), (LogisticsCode, LogisticsName)],
    };

    private static ApplicationFields In(FormSection section)
    {
        _head.Section = section;
        return _head;
    }
}
