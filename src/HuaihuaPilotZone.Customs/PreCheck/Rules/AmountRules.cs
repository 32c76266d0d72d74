using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Prices, totals and currencies, inside the list and against the order.</summary>
internal static class AmountRules
{
    /// <summary>
    /// Least difference between a total and quantity × price that is found, in the line's currency.
    /// The specification states no tolerance; this is the portal's: 0.01 × max(1, quantity × half a unit of the price's last digit ÷ 0.01),
    /// so that a unit price rounded to the digits it is typed with never counts as a fault.
    /// </summary>
    public const decimal Tolerance = 0.01m;

    private static readonly Rule _zero = new("PRICE-001", "单价和总价应大于零", Severity.MustFix, Bases.Consistency("单价与总价"),
        "出口商品要如实申报价格，单价和总价都要大于 0。赠品也请填实际价值。", "mission D5 R-15");

    private static readonly Rule _total = new("PRICE-002", "总价不等于数量乘单价", Severity.MustFix, Bases.Consistency("数量 × 单价与总价"),
        "总价应等于数量乘以单价，只容许单价取整带来的差额。可以采用重新计算的总价，也可以改数量或单价。", "A4 CEB603 list #18; A4 CEB303 list #10; B6 R4; F8");

    private static readonly Rule _orderValue = new("ORDER-001", "订单金额与商品不符", Severity.MustFix, Bases.Consistency("订单商品金额与各项总价之和"),
        "订单商品金额应等于各项商品总价之和，不含运费。可以采用重新计算的金额。", "A4 CEB303 #11; mission D5 R-15");

    private static readonly Rule _orderFreight = new("ORDER-002", "订单与清单运费不同", Severity.Advice, Bases.Consistency("订单运杂费与清单运杂费"),
        "清单填实际支付的运费，订单填向买家收取的运费，两者可以不同。请确认不是漏改。", "A4 CEB303 #12; A4 CEB603 #38");

    private static readonly Rule _currency = new("CURRENCY-001", "商品与订单币制不同", Severity.Advice, Bases.Consistency("各项商品的币制与订单币制"),
        "币制不同时，订单金额无法由各项总价相加得出。一般应统一为订单的币制，请核对。", "A4 CEB303 #13, list #7; B6 R12");

    public static IReadOnlyList<Rule> All { get; } = [_zero, _total, _orderValue, _orderFreight, _currency];

    public static void Check(Examination examination)
    {
        var orderCurrency = examination.Reading[HeaderFields.OrderCurrency].Text;
        var sum = 0m;
        var comparable = examination.Reading.Lines > 0 && orderCurrency.Length > 0;
        for (var line = 0; line < examination.Reading.Lines; line++)
        {
            CheckZero(examination, line, GoodsFields.Price);
            CheckZero(examination, line, GoodsFields.TotalPrice);
            CheckTotal(examination, line);
            var currency = examination.Reading[line, GoodsFields.Currency].Text;
            ref readonly var total = ref examination.Reading[line, GoodsFields.TotalPrice];
            comparable &= currency == orderCurrency && total.Number.HasValue;
            if (total.Number.HasValue) sum += total.Number.Value;
            if (currency.Length > 0 && orderCurrency.Length > 0 && currency != orderCurrency)
            {
                examination.Add(_currency, line, GoodsFields.Currency, $"这项商品的币制是 {Words.Quote(currency)}，订单币制是 {Words.Quote(orderCurrency)}。请核对后统一。");
            }
        }

        if (comparable) CheckOrderValue(examination, sum);
        CheckFreight(examination);
    }

    /// <summary>The difference that a price of so many decimals may cause over a quantity.</summary>
    internal static decimal AllowedDifference(decimal quantity, int priceDecimals)
    {
        var halfUnit = Math.Clamp(priceDecimals, 2, NumberReading.MostDecimals) switch
        {
            2 => 0.005m,
            3 => 0.0005m,
            4 => 0.00005m,
            _ => 0.000005m,
        };
        return Math.Max(Tolerance, quantity * halfUnit);
    }

    private static void CheckZero(Examination examination, int line, GoodsField field)
    {
        ref readonly var reading = ref examination.Reading[line, field];
        if (reading.Number.HasValue && reading.Number.Value == 0) examination.Add(_zero, line, field, $"{field.Label}填的是 0，应大于 0。");
    }

    private static void CheckTotal(Examination examination, int line)
    {
        ref readonly var quantity = ref examination.Reading[line, GoodsFields.Qty];
        ref readonly var price = ref examination.Reading[line, GoodsFields.Price];
        ref readonly var total = ref examination.Reading[line, GoodsFields.TotalPrice];
        if (!quantity.Number.HasValue || !price.Number.HasValue || !total.Number.HasValue) return;

        // at most 14 digits each: the product cannot leave the range of decimal, which holds 28
        var product = quantity.Number.Value * price.Number.Value;
        var difference = Math.Abs(product - total.Number.Value);
        if (difference <= AllowedDifference(quantity.Number.Value, price.Number.Decimals)) return;
        var rounded = Math.Round(product, 2, MidpointRounding.AwayFromZero);
        examination.Add(_total, line, GoodsFields.TotalPrice,
            $"数量 {Words.Cut(quantity.Text)} × 单价 {Words.Cut(price.Text)} = {NumberReading.Format(rounded)}，总价填的是 {Words.Cut(total.Text)}，相差 {NumberReading.Format(Math.Abs(rounded - total.Number.Value))}。",
            Proposable(rounded) ? NumberReading.Format(rounded) : null);
    }

    private static void CheckOrderValue(Examination examination, decimal sum)
    {
        ref readonly var value = ref examination.Reading[HeaderFields.OrderGoodsValue];
        if (!value.Number.HasValue || Math.Abs(value.Number.Value - sum) <= Tolerance) return;
        var rounded = Math.Round(sum, NumberReading.MostDecimals, MidpointRounding.AwayFromZero);
        examination.Add(_orderValue, HeaderFields.OrderGoodsValue,
            Invariant($"{examination.Reading.Lines} 项商品的总价之和是 {NumberReading.Format(sum)}，订单商品金额填的是 {Words.Cut(value.Text)}，相差 {NumberReading.Format(Math.Abs(value.Number.Value - sum))}。"),
            Proposable(rounded) ? NumberReading.Format(rounded) : null);
    }

    // Zero would only be refused by another rule, and more than 14 digits cannot be sent.
    private static bool Proposable(decimal value) => value is > 0 and < 100_000_000_000_000m;

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
