using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.Taxes;

/// <summary>A retail import order to be estimated. Amounts in yuan.</summary>
/// <param name="GoodsValue">Price of the goods with what was paid by coupon.</param>
/// <param name="UsedThisYear">What the buyer has already used of the year's limit.</param>
/// <param name="IsIndivisible">Whether the order is one indivisible item; asked only above the single limit.</param>
/// <param name="Duty">Tariff of the goods; asked only where the tariff is not zero.</param>
public sealed record RetailImportOrder(
    decimal GoodsValue, decimal Freight, decimal Insurance, TaxRate ValueAdded, TaxRate Consumption, decimal UsedThisYear = 0, bool IsIndivisible = false, TaxRate? Duty = null)
{
    /// <summary>The value the limits are compared with: goods, freight and insurance, before tax.</summary>
    public decimal Value => GoodsValue + Freight + Insurance;
}

/// <summary>Taxes of cross-border retail imports. Facts: customs-facts E1 to E5.</summary>
public static class RetailImportEstimate
{
    /// <summary>First day of the limits in force, and of this estimate.</summary>
    public static readonly DateOnly Start = new(2019, 1, 1);

    /// <summary>Of one order, in yuan.</summary>
    internal const decimal SingleLimit = 5000;

    private const decimal YearlyLimit = 26000;
    private const decimal Share = 0.70m;

    private static readonly Basis _limits = new(BasisKind.Announcement, "财关税〔2018〕49号", "单次 5,000 元、年度 26,000 元；限额内关税为零，增值税和消费税按应纳税额的 70% 征收", Start, Verified: false);

    /// <summary>Compares with the limits and calculates what can be calculated.</summary>
    /// <param name="day">Day of the order; before <see cref="Start"/> no rule is known.</param>
    public static TaxEstimate Run(RetailImportOrder order, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (day < Start) return TaxEstimate.Refused($"没有载入 {Start:yyyy-MM-dd} 之前的限额，不能估算。", _limits);
        var left = YearlyLimit - order.UsedThisYear;
        if (order.Value > left)
            return TaxEstimate.Refused($"超过年度限额：完税价格 {TaxEstimate.Number(order.Value)} 元，今年还可用 {TaxEstimate.Number(Math.Max(left, 0))} 元。不能按跨境零售进口办理，须按一般贸易。", _limits);
        if (order.Value <= SingleLimit) return Inside(order);
        if (!order.IsIndivisible)
            return TaxEstimate.Refused($"超过单次限额 5,000 元：完税价格 {TaxEstimate.Number(order.Value)} 元。请分单，或按一般贸易办理；只有一件不可分割商品的，可以全额征税后通关。", _limits);
        return order.Duty is null
            ? TaxEstimate.Refused("超过单次限额的一件不可分割商品，按关税、增值税和消费税全额征收。请填写关税税率再估算。", _limits)
            : Above(order, order.Duty);
    }

    private static TaxEstimate Inside(RetailImportOrder order)
    {
        var (vat, consumption) = (order.ValueAdded.Factor, order.Consumption.Factor);
        var rate = (consumption + vat) / (1 - consumption) * Share;
        var (v, c, value) = (TaxEstimate.Number(vat), TaxEstimate.Number(consumption), TaxEstimate.Number(order.Value));
        return new TaxEstimate(
            "在单次和年度限额以内，关税为零。", IsCalculated: true,
            [
                ValueStep(order),
                new("综合税率", $"({c} + {v}) ÷ (1 − {c}) × 70% = {TaxEstimate.Number(rate * 100)}%", rate, IsRate: true),
                new("应纳税额", $"{value} × {TaxEstimate.Number(rate * 100)}%", order.Value * rate),
            ],
            [order.ValueAdded, order.Consumption], [_limits]);
    }

    private static TaxEstimate Above(RetailImportOrder order, TaxRate duty) => new(
        "一件不可分割商品，超过单次限额但在年度限额以内：可以通关，关税、增值税和消费税全额征收，并计入年度额度。", IsCalculated: true,
        [ValueStep(order), .. FullTaxes.Steps(order.Value, duty, order.Consumption, order.ValueAdded)], [duty, order.ValueAdded, order.Consumption], [_limits, FullTaxes.Basis]);

    private static EstimateStep ValueStep(RetailImportOrder order) => new(
        "完税价格", $"{TaxEstimate.Number(order.GoodsValue)} + 运费 {TaxEstimate.Number(order.Freight)} + 保费 {TaxEstimate.Number(order.Insurance)}", order.Value);
}
