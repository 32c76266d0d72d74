namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>运抵单 (CEB507): parcels that have arrived at the supervised site. Facts A4 CEB507.</summary>
public static class ArrivalSheet
{
    private const string Message = "CEB507Message";

    /// <summary>ArrivalList.</summary>
    public static LineGroup Lines { get; } = new("waybills", 0, "运单明细", "运单", ApplicationSections.MostLines) { MayBeEmpty = true };

    private static readonly ApplicationFields _head = new(Message, "ArrivalHead") { Section = FormSection.Basics };

    public static DocumentField CustomsCode { get; } = _head.Add("customsCode", FieldKind.Code, CodeList.CustomsOffices, "申报地海关");

    public static DocumentField LoctNo { get; } = _head.Add("loctNo", FieldKind.Reference);

    public static DocumentField Note { get; } = _head.Add("note", FieldKind.Text);

    public static DocumentField OperatorCode { get; } = In(FormSection.Parties).Add("operatorCode", FieldKind.Party);

    public static DocumentField OperatorName { get; } = _head.Add("operatorName", FieldKind.Text);

    public static DocumentField LogisticsCode { get; } = _head.Add("logisticsCode", FieldKind.Party);

    public static DocumentField LogisticsName { get; } = _head.Add("logisticsName", FieldKind.Text);

    public static DocumentField TrafMode { get; } = In(FormSection.Transport).Add("trafMode", FieldKind.Code, CodeList.TransportModes);

    /// <summary>Empty for post only.</summary>
    public static DocumentField BillNo { get; } = _head.Add("billNo", FieldKind.Reference);

    public static DocumentField DomesticTrafNo { get; } = _head.Add("domesticTrafNo", FieldKind.Reference);

    private static readonly ApplicationFields _line = new(Message, "ArrivalList", Lines);

    public static DocumentField LogisticsNo { get; } = _line.Add("logisticsNo", FieldKind.Reference);

    public static DocumentField TotalPackageNo { get; } = _line.Add("totalPackageNo", FieldKind.Reference);

    public static DocumentField LineNote { get; } = _line.Add("note", FieldKind.Text);

    /// <summary>What the document consists of.</summary>
    public static DocumentSchema Schema { get; } = new(DocumentScope.Arrival, "运抵单", _head.Fields, [new LineSchema(Lines, _line.Fields)], Keys(), ApplicationSections.Title) { Message = Message };

    private static DocumentKeys Keys() => new()
    {
        Order = BillNo,
        Offices = [CustomsCode],
        Parties = [(OperatorCode, OperatorName), (LogisticsCode, LogisticsName)],
    };

    private static ApplicationFields In(FormSection section)
    {
        _head.Section = section;
        return _head;
    }
}
