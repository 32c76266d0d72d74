namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>撤销申请单 (CEB605): withdraws one list that customs has accepted. Facts A4 CEB605, A9 X9.</summary>
public static class WithdrawalApplication
{
    private const string Message = "CEB605Message";

    private static readonly ApplicationFields _head = new(Message, "InvtCancel") { Section = FormSection.Basics };

    public static DocumentField CustomsCode { get; } = _head.Add("customsCode", FieldKind.Code, CodeList.CustomsOffices, "申报地海关");

    public static DocumentField InvtNo { get; } = _head.Add("invtNo", FieldKind.Reference, label: "撤销的清单编号");

    public static DocumentField Reason { get; } = _head.Add("reason", FieldKind.Text, label: "撤销原因");

    public static DocumentField Note { get; } = _head.Add("note", FieldKind.Text);

    public static DocumentField AgentCode { get; } = In(FormSection.Parties).Add("agentCode", FieldKind.Party);

    public static DocumentField AgentName { get; } = _head.Add("agentName", FieldKind.Text);

    public static DocumentField EbcCode { get; } = _head.Add("ebcCode", FieldKind.Party);

    public static DocumentField EbcName { get; } = _head.Add("ebcName", FieldKind.Text);

    /// <summary>What the document consists of.</summary>
    public static DocumentSchema Schema { get; } = new(DocumentScope.Withdrawal, "撤销申请单", _head.Fields, [], Keys(), ApplicationSections.Title) { Message = Message };

    private static DocumentKeys Keys() => new()
    {
        Order = InvtNo,
        Offices = [CustomsCode],
        Parties = [(AgentCode, AgentName), (EbcCode, EbcName)],
    };

    private static ApplicationFields In(FormSection section)
    {
        _head.Section = section;
        return _head;
    }
}
