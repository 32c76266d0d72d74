using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Prices and totals of the lines of any document.</summary>
internal static class AmountRules
{
    internal const string TotalRule = "PRICE-002";

    private static readonly Rule _zero = new Rule("PRICE-001", "单价和总价应大于零", Severity.MustFix, Bases.Consistency("单价与总价"),
        "出口商品要如实申报价格，单价和总价都要大于 0。赠品也请填实际价值。", "mission D5 R-15").AlsoForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _total = new Rule(TotalRule, "总价不等于数量乘单价", Severity.MustFix, Bases.Consistency("数量 × 单价与总价"),
        "总价应等于数量乘以单价，只容许单价取整带来的差额。可以采用重新计算的总价，也可以改数量或单价。", "A4 CEB603 list #18; A4 CEB303 list #10; B6 R4; F8").AlsoForDeclarations().AlsoForReturnDeclarations();

    public static IReadOnlyList<Rule> All { get; } = [_zero, _total];

    public static void Check(Examination examination) => examination.ForEachLine(CheckLine);

    private static void CheckLine(Examination examination, int line)
    {
        CheckZero(examination, line, examination.Roles.Price);
        CheckZero(examination, line, examination.Roles.Total);
        CheckTotal(examination, line);
    }

    private static void CheckZero(Examination examination, int line, Field field)
    {
        ref readonly var reading = ref examination.Reading[line, field];
        if (reading.Number.HasValue && reading.Number.Value == 0) examination.Add(_zero, line, field, $"{field.Label}填的是 0，应大于 0。");
    }

    private static void CheckTotal(Examination examination, int line)
    {
        ref readonly var quantity = ref examination.Reading[line, examination.Roles.Quantity];
        ref readonly var price = ref examination.Reading[line, examination.Roles.Price];
        ref readonly var total = ref examination.Reading[line, examination.Roles.Total];
        if (!quantity.Number.HasValue || !price.Number.HasValue || !total.Number.HasValue) return;

        // at most 14 digits each: the product cannot leave the range of decimal, which holds 28
        var product = quantity.Number.Value * price.Number.Value;
        var difference = Math.Abs(product - total.Number.Value);
        if (difference <= examination.Tables.Tolerances.AllowedTotalDifference(quantity.Number.Value, price.Number.Decimals)) return;
        var rounded = Math.Round(product, 2, MidpointRounding.AwayFromZero);
        examination.Add(_total, line, examination.Roles.Total,
            $"数量 {Words.Cut(quantity.Text)} × 单价 {Words.Cut(price.Text)} = {NumberReading.Format(rounded)}，总价填的是 {Words.Cut(total.Text)}，相差 {NumberReading.Format(Math.Abs(rounded - total.Number.Value))}。",
            Proposable(rounded) ? NumberReading.Format(rounded) : null);
    }

    // Zero would only be refused by another rule, and more than 14 digits cannot be sent.
    internal static bool Proposable(decimal value) => value is > 0 and < 100_000_000_000_000m;
}
