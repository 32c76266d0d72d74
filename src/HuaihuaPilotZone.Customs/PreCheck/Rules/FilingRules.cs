using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>The document among other documents, and what is needed to send it.</summary>
internal static class FilingRules
{
    /// <summary>The rule that looks at the profile and not at the document.</summary>
    public const string TransmissionRule = "PROFILE-001";

    private static readonly Rule _orderTwice = new("DUP-001", "订单编号已被使用", Severity.MustFix, Bases.Specification("CEB303 OrderHead 第 6 项 orderNo：同一平台内唯一"),
        "同一电商平台的订单编号不能用在两份单证上。请核对是否重复申报。", "A4 CEB303 #6; A9 X14");

    private static readonly Rule _waybillTwice = new("DUP-002", "运单编号已被使用", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 11 项 logisticsNo：同一物流企业六个月内唯一"),
        "同一物流企业的运单编号六个月内不能重复使用。请核对运单。", "A4 CEB603 #11; A9 X14");

    private static readonly Rule _transmission = new Rule(TransmissionRule, "报文传输信息不完整", Severity.Advice, Bases.Specification("BaseTransfer 第 1 至 4 项"),
        "生成报文需要传输企业代码、名称和报文传输编号。请在企业档案补全，缺少时仍可提交预申报，但不能生成报文。", "A3 BaseTransfer").AlsoForApplications(DocumentScope.Applications & ~DocumentScope.ReturnDeclaration);

    public static IReadOnlyList<Rule> All { get; } = [_orderTwice, _waybillTwice, _transmission];

    public static void Check(Examination examination)
    {
        var platform = examination.Reading[HeaderFields.EbpCode].Text;
        var order = examination.Reading[HeaderFields.OrderNo].Text;
        if (platform.Length > 0 && order.Length > 0 && examination.Lookups.OtherDocumentWithOrder(platform, order) is { } sameOrder)
        {
            examination.Add(_orderTwice, HeaderFields.OrderNo, $"订单编号{Words.Quote(order)}已用于单证 {sameOrder}。请核对是否重复申报。");
        }

        var carrier = examination.Reading[HeaderFields.LogisticsCode].Text;
        var waybill = examination.Reading[HeaderFields.LogisticsNo].Text;
        if (carrier.Length > 0 && waybill.Length > 0 && examination.Lookups.OtherDocumentWithWaybill(carrier, waybill) is { } sameWaybill)
        {
            examination.Add(_waybillTwice, HeaderFields.LogisticsNo, $"运单编号{Words.Quote(waybill)}六个月内已用于单证 {sameWaybill}。请核对运单。");
        }

        CheckTransmission(examination);
    }

    /// <summary>Whether the profile has what every CEB message begins with.</summary>
    public static void CheckTransmission(Examination examination)
    {
        if (TransmissionCheck.Problem(examination.Lookups.Transmission) is { } problem) examination.AddForDocument(_transmission, problem);
    }
}
