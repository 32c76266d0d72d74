namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>离境单 (CEB509): parcels that have left the country. Facts A4 CEB509.</summary>
public static class DepartureSheet
{
    private const string Message = "CEB509Message";

    /// <summary>DepartureList.</summary>
    public static LineGroup Lines { get; } = new("waybills", 0, "运单明细", "运单", ApplicationSections.MostLines);

    private static readonly ApplicationFields _head = new(Message, "DepartureHead") { Section = FormSection.Basics };

    public static DocumentField CustomsCode { get; } = _head.Add("customsCode", FieldKind.Code, CodeList.CustomsOffices, "申报地海关");

    /// <summary>yyyyMMddHHmmss.</summary>
    public static DocumentField LeaveTime { get; } = _head.Add("leaveTime", FieldKind.Reference, hint: "填年月日时分秒共 14 位数字，24 小时制。");

    public static DocumentField Note { get; } = _head.Add("note", FieldKind.Text);

    public static DocumentField LogisticsCode { get; } = In(FormSection.Parties).Add("logisticsCode", FieldKind.Party);

    public static DocumentField LogisticsName { get; } = _head.Add("logisticsName", FieldKind.Text);

    public static DocumentField TrafMode { get; } = In(FormSection.Transport).Add("trafMode", FieldKind.Code, CodeList.TransportModes);

    public static DocumentField TrafName { get; } = _head.Add("trafName", FieldKind.Reference);

    public static DocumentField VoyageNo { get; } = _head.Add("voyageNo", FieldKind.Reference);

    public static DocumentField BillNo { get; } = _head.Add("billNo", FieldKind.Reference);

    private static readonly ApplicationFields _line = new(Message, "DepartureList", Lines);

    public static DocumentField LogisticsNo { get; } = _line.Add("logisticsNo", FieldKind.Reference);

    public static DocumentField TotalPackageNo { get; } = _line.Add("totalPackageNo", FieldKind.Reference);

    public static DocumentField LineNote { get; } = _line.Add("note", FieldKind.Text);

    /// <summary>What the document consists of.</summary>
    public static DocumentSchema Schema { get; } = new(DocumentScope.Departure, "离境单", _head.Fields, [new LineSchema(Lines, _line.Fields)], Keys(), ApplicationSections.Title) { Message = Message };

    private static DocumentKeys Keys() => new()
    {
        Order = BillNo,
        Offices = [CustomsCode],
        Parties = [(LogisticsCode, LogisticsName)],
    };

    private static ApplicationFields In(FormSection section)
    {
        _head.Section = section;
        return _head;
    }
}
