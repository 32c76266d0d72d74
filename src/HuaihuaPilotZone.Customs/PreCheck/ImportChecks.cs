using System.Globalization;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.Taxes;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>
/// What the values of an import order or list say of each other (facts A9 X6, X7, X16; A5 CEB621 assureCode; E1, E3, E28). Import messages are read and checked only;
/// no rule of the catalogue speaks of them, so that what is wrong stands with the file.
/// </summary>
internal static class ImportChecks
{
    private const string Order = "CEB311Message";
    private const string List = "CEB621Message";
    private const string Direct = "9610";

    private static readonly string[] _bonded = ["1210", "1239"];

    // the specification names declarant, e-merchant and carrier; who may withhold the taxes since 署令第272号 (2024-12-01), read at second hand, adds the platform
    private static readonly string[] _guarantors = ["agentCode", "ebcCode", "logisticsCode", "ebpCode"];

    /// <summary>Whether a message is checked here, document by document.</summary>
    public static bool Covers(string message) => message is Order or List;

    /// <param name="number">Of the document, from 1.</param>
    /// <param name="tolerance">How far the sum of an order may differ.</param>
    public static IEnumerable<MessageProblem> Of(string message, MessageRecord entity, int number, decimal tolerance) =>
        message == Order ? OfOrder(entity, number, tolerance) : OfList(entity, number);

    private static IEnumerable<MessageProblem> OfOrder(MessageRecord entity, int number, decimal tolerance)
    {
        var head = entity.Head;
        if (Amount(head, "goodsValue") is not { } goods || Amount(head, "freight") is not { } freight || Amount(head, "taxTotal") is not { } tax
            || Amount(head, "discount") is not { } discount || Amount(head, "acturalPaid") is not { } paid) yield break;
        decimal sum;
        try
        {
            sum = goods + freight + tax - discount;
        }
        catch (OverflowException)
        {
            yield break;
        }
        if (Math.Abs(sum - paid) > tolerance)
            yield return At(entity, head, number, "acturalPaid", MessageProblemKind.Contradictory, Invariant($"实际支付金额 {paid} 应等于商品金额 {goods} + 运杂费 {freight} + 代扣税款 {tax} − 非现金抵扣 {discount} = {sum}。"));
    }

    private static IEnumerable<MessageProblem> OfList(MessageRecord entity, int number)
    {
        var head = entity.Head;
        var mode = head["tradeMode"] ?? "";
        string[] needed = mode == Direct ? ["trafNo", "voyageNo", "billNo"] : _bonded.Contains(mode) ? ["emsNo", "areaCode", "areaName"] : [];
        foreach (var name in needed.Where(n => head[n] is null)) yield return At(entity, head, number, name, MessageProblemKind.Missing, $"监管方式 {mode} 须填{MessageFaults.Name(head.Block.Find(name)!)}。");
        if (Amount(head, "netWeight") is { } net && Amount(head, "grossWeight") is { } gross && net > gross)
            yield return At(entity, head, number, "netWeight", MessageProblemKind.Contradictory, Invariant($"净重 {net} 千克大于毛重 {gross} 千克。"));
        if (head["assureCode"] is { } guarantor && !Array.Exists(_guarantors, g => head[g] == guarantor))
            yield return At(entity, head, number, "assureCode", MessageProblemKind.Contradictory, $"担保企业 {Words.Cut(guarantor)} 不是本单的申报单位、电商企业、物流企业或电商平台。税款由其中一家担保和代扣代缴，请核对。");
        if (OverTheLimit(entity) is { } over && entity.First("InventoryList") is { } first) yield return At(entity, first, number, "totalPrice", MessageProblemKind.NotAllowed, over);
        if (!_bonded.Contains(mode)) yield break;
        foreach (var line in entity.Of("InventoryList").Where(l => l["itemRecordNo"] is null))
            yield return At(entity, line, number, "itemRecordNo", MessageProblemKind.Missing, $"监管方式 {mode} 须填{MessageFaults.Name(line.Block.Find("itemRecordNo")!)}。");
    }

    // one indivisible item may be dearer, and is then taxed in full
    private static string? OverTheLimit(MessageRecord entity)
    {
        var goods = entity.Of("InventoryList").ToList();
        if (goods is [] || (goods is [var only] && Amount(only, "qty") is 1m)) return null;
        if (Amount(entity.Head, "freight") is not { } freight || Amount(entity.Head, "insuredFee") is not { } insurance) return null;
        try
        {
            var value = freight + insurance;
            foreach (var line in goods)
            {
                if (Amount(line, "totalPrice") is not { } total) return null;
                value += total;
            }

            return value <= RetailImportEstimate.SingleLimit ? null
                : Invariant($"商品总价、运费和保费合计 {value} 元，超过单次限值 {RetailImportEstimate.SingleLimit} 元。只有一件不可分割商品的可以全额征税后通关，其他请分单或按一般贸易办理（财关税〔2018〕49号，待核）。");
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static MessageProblem At(MessageRecord entity, MessageRecord record, int number, string element, MessageProblemKind kind, string reason) =>
        new(kind, record.Line, record.Column, Invariant($"{entity.Block.Name}[{number}]/{record.Block.Name}/{element}"), reason);

    // a value that is no number has been told already
    private static decimal? Amount(MessageRecord record, string element) =>
        decimal.TryParse(record[element], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
