using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>The list against the order that goes with it.</summary>
internal static class OrderRules
{
    internal const string ValueRule = "ORDER-001";

    private static readonly Rule _orderValue = new(ValueRule, "订单金额与商品不符", Severity.MustFix, Bases.Consistency("订单商品金额与各项总价之和"),
        "订单商品金额应等于各项商品总价之和，不含运费。可以采用重新计算的金额。", "A4 CEB303 #11; mission D5 R-15");

    private static readonly Rule _orderFreight = new("ORDER-002", "订单与清单运费不同", Severity.Advice, Bases.Consistency("订单运杂费与清单运杂费"),
        "清单填实际支付的运费，订单填向买家收取的运费，两者可以不同。请确认不是漏改。", "A4 CEB303 #12; A4 CEB603 #38");

    private static readonly Rule _currency = new("CURRENCY-001", "商品与订单币制不同", Severity.Advice, Bases.Consistency("各项商品的币制与订单币制"),
        "币制不同时，订单金额无法由各项总价相加得出。一般应统一为订单的币制，请核对。", "A4 CEB303 #13, list #7; B6 R12");

    public static IReadOnlyList<Rule> All { get; } = [_orderValue, _orderFreight, _currency];

    public static void Check(Examination examination)
    {
        var orderCurrency = examination.Reading[HeaderFields.OrderCurrency].Text;
        var sum = 0m;
        var comparable = examination.Reading.Lines > 0 && orderCurrency.Length > 0;
        examination.ForEachLine((all, line) =>
        {
            var currency = all.Reading[line, GoodsFields.Currency].Text;
            ref readonly var total = ref all.Reading[line, GoodsFields.TotalPrice];
            comparable &= currency == orderCurrency && total.Number.HasValue;
            if (total.Number.HasValue) sum += total.Number.Value;
            if (currency.Length > 0 && orderCurrency.Length > 0 && currency != orderCurrency)
            {
                all.Add(_currency, line, GoodsFields.Currency, $"这项商品的币制是 {Words.Quote(currency)}，订单币制是 {Words.Quote(orderCurrency)}。请核对后统一。");
            }
        });
        examination.AfterLines(() =>
        {
            if (comparable) CheckOrderValue(examination, sum);
        });
        CheckFreight(examination);
    }

    private static void CheckOrderValue(Examination examination, decimal sum)
    {
        ref readonly var value = ref examination.Reading[HeaderFields.OrderGoodsValue];
        if (!value.Number.HasValue || Math.Abs(value.Number.Value - sum) <= examination.Tables.Tolerances.Amount) return;
        var rounded = Math.Round(sum, NumberReading.MostDecimals, MidpointRounding.AwayFromZero);
        examination.Add(_orderValue, HeaderFields.OrderGoodsValue,
            Invariant($"{examination.Reading.Lines} 项商品的总价之和是 {NumberReading.Format(sum)}，订单商品金额填的是 {Words.Cut(value.Text)}，相差 {NumberReading.Format(Math.Abs(value.Number.Value - sum))}。"),
            AmountRules.Proposable(rounded) ? NumberReading.Format(rounded) : null);
    }

    private static void CheckFreight(Examination examination)
    {
        ref readonly var ordered = ref examination.Reading[HeaderFields.OrderFreight];
        ref readonly var paid = ref examination.Reading[HeaderFields.Freight];
        var currency = examination.Reading[HeaderFields.OrderCurrency].Text;
        if (currency.Length == 0 || currency != examination.Reading[HeaderFields.FreightCurrency].Text) return;
        if (!ordered.Number.HasValue || !paid.Number.HasValue || ordered.Number.Value == paid.Number.Value) return;
        examination.Add(_orderFreight, HeaderFields.OrderFreight, $"订单运杂费是 {Words.Cut(ordered.Text)}，清单运杂费是 {Words.Cut(paid.Text)}，币制都是 {currency}。请确认是否应当相同。");
    }
}
