namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>退货理货明细单 (CEB215): the site operator confirms which returned goods arrived. Facts A4 CEB215.</summary>
public static class ReturnTally
{
    private const string Message = "CEB215Message";

    private static readonly ApplicationFields _head = new(Message, "InvtRefundDetail") { Section = FormSection.Basics };

    public static DocumentField CustomsCode { get; } = _head.Add("customsCode", FieldKind.Code, CodeList.CustomsOffices, "申报地海关");

    public static DocumentField InvtNo { get; } = _head.Add("invtNo", FieldKind.Reference, label: "原清单编号");

    public static DocumentField Location { get; } = _head.Add("location", FieldKind.Text);

    public static DocumentField Note { get; } = _head.Add("note", FieldKind.Text);

    public static DocumentField OperatorCode { get; } = In(FormSection.Parties).Add("operatorCode", FieldKind.Party);

    public static DocumentField OperatorName { get; } = _head.Add("operatorName", FieldKind.Text);

    public static DocumentField LogisticsCode { get; } = _head.Add("logisticsCode", FieldKind.Party);

    public static DocumentField LogisticsName { get; } = _head.Add("logisticsName", FieldKind.Text);

    public static DocumentField LogisticsNo { get; } = In(FormSection.Transport).Add("logisticsNo", FieldKind.Reference);

    public static DocumentField BillNo { get; } = _head.Add("billNo", FieldKind.Reference);

    public static DocumentField TrafMode { get; } = _head.Add("trafMode", FieldKind.Code, CodeList.TransportModes);

    public static DocumentField TrafName { get; } = _head.Add("trafName", FieldKind.Reference);

    public static DocumentField VoyageNo { get; } = _head.Add("voyageNo", FieldKind.Reference);

    /// <summary>What the document consists of.</summary>
    public static DocumentSchema Schema { get; } = new(DocumentScope.Tally, "退货理货明细单", _head.Fields, [], Keys(), ApplicationSections.Title) { Message = Message };

    private static DocumentKeys Keys() => new()
    {
        Order = InvtNo,
        Waybill = LogisticsNo,
        Offices = [CustomsCode],
        Parties = [(OperatorCode, OperatorName), (LogisticsCode, LogisticsName)],
    };

    private static ApplicationFields In(FormSection section)
    {
        _head.Section = section;
        return _head;
    }
}
