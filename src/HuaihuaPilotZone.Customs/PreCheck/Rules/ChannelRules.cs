using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>What has to reach customs beside the document itself, by the rules of the day (facts E14 to E16).</summary>
internal static class ChannelRules
{
    /// <summary>The last day before 公告2024年第167号.</summary>
    private static readonly DateOnly _beforeSimplification = new(2024, 12, 14);

    private static readonly Rule _orderFirst = new Rule("CHANNEL-001", "缺少订单合同号", Severity.Advice, Bases.BusinessModes("9710：申报前传输交易订单"),
        "9710 申报前须先传输交易订单，报关单应能与订单对上。请在合同协议号填订单或合同编号。", "E14; B2 #18").ForDeclarations();

    private static readonly Rule _bookingFirst = new Rule("CHANNEL-002", "缺少订仓单合同号", Severity.Advice, Bases.BusinessModes("9810：申报前传输海外仓订仓单"),
        "9810 申报前须先传输海外仓订仓单，报关单应能与订仓单对上。请在合同协议号填订仓单或合同编号。", "E15; B2 #18").ForDeclarations();

    private static readonly Rule _warehouseFiled = new Rule("CHANNEL-003", "海外仓当时须备案", Severity.Advice,
        new Basis(BasisKind.Announcement, "海关总署公告2020年第75号；公告2024年第167号起取消", "海外仓业务模式备案", Bases.BusinessModesStart, _beforeSimplification, Verified: false),
        "2024-12-15 以前，开展 9810 的企业须在海关办理海外仓备案，且不是失信企业。请核对当时是否已备案。", "E15; E16").AlsoForDeclarations();

    private static readonly Rule _payment = new("CHANNEL-004", "收款信息当时须传输", Severity.Advice,
        new Basis(BasisKind.Announcement, "海关总署公告2024年第167号", "不再要求传输收款单，此前须传输", ValidTo: _beforeSimplification, Verified: false),
        "2024-12-15 以前，零售出口要同时传输收款单（CEB403）。请核对当时是否已传输。", "E16; A9 X3");

    public static IReadOnlyList<Rule> All { get; } = [_orderFirst, _bookingFirst, _warehouseFiled, _payment];

    public static void Check(Examination examination)
    {
        var field = examination.Roles.TradeMode;
        if (examination.ListMode == ListModes.OverseasWarehouse) examination.Add(_warehouseFiled, field, $"按 {DateReading.Format(examination.Date)} 的规定，9810 的海外仓须先备案。请核对。");
        if (examination.ListMode == ListModes.Retail && !examination.IsDeclaration) examination.Add(_payment, field, $"按 {DateReading.Format(examination.Date)} 的规定，9610 还要传输收款单。请核对。");
        if (!examination.IsDeclaration || !examination.Reading[DeclarationFields.ContractNo].IsEmpty) return;
        if (examination.ListMode == ListModes.BusinessToBusiness) examination.Add(_orderFirst, DeclarationFields.ContractNo, "监管方式 9710 须先传输交易订单，合同协议号没有填写，无法与订单核对。");
        if (examination.ListMode == ListModes.OverseasWarehouse) examination.Add(_bookingFirst, DeclarationFields.ContractNo, "监管方式 9810 须先传输订仓单，合同协议号没有填写，无法与订仓单核对。");
    }
}
