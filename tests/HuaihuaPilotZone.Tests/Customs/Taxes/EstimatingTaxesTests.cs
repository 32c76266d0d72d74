using HuaihuaPilotZone.Customs.Returns;
using HuaihuaPilotZone.Customs.Taxes;

namespace HuaihuaPilotZone.Tests.Customs.Taxes;

public sealed class EstimatingTaxesTests
{
    private static readonly DateOnly _day = new(2026, 11, 22);

    [Theory]
    [InlineData(13, 15, "230.59")]
    [InlineData(13, 0, "91.00")]
    [InlineData(9, 0, "63.00")]
    public void A_thousand_yuan_within_the_limits_cost_the_composite_rate(int vat, int consumption, string expected)
    {
        var estimate = RetailImportEstimate.Run(Order(1000, vat, consumption), _day);

        Assert.True(estimate.IsCalculated);
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), estimate.Total);
        Assert.All(estimate.Rates, r => Assert.NotEmpty(r.Source));
        Assert.All(estimate.Bases, b => Assert.NotEmpty(b.Document));
    }

    [Fact]
    public void Freight_and_insurance_count_towards_the_single_limit()
    {
        Assert.True(RetailImportEstimate.Run(Order(4990) with { Freight = 10 }, _day).IsCalculated);
        var above = RetailImportEstimate.Run(Order(4990) with { Freight = 10, Insurance = 0.01m }, _day);
        Assert.False(above.IsCalculated);
        Assert.Contains("超过单次限额", above.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void The_yearly_limit_counts_what_was_used()
    {
        Assert.True(RetailImportEstimate.Run(Order(1000) with { UsedThisYear = 25_000 }, _day).IsCalculated);
        Assert.Contains("超过年度限额", RetailImportEstimate.Run(Order(1000) with { UsedThisYear = 25_000.01m }, _day).Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void One_indivisible_item_above_the_single_limit_is_taxed_in_full_once_its_tariff_is_known()
    {
        var order = Order(6000) with { IsIndivisible = true };

        Assert.False(RetailImportEstimate.Run(order, _day).IsCalculated);
        // 6000 × 10 % = 600; (6000 + 600) × 13 % = 858
        Assert.Equal(1458m, RetailImportEstimate.Run(order with { Duty = TaxRate.Typed(TaxKind.Duty, 10) }, _day).Total);
    }

    [Fact]
    public void Before_the_first_known_limits_nothing_is_estimated() =>
        Assert.False(RetailImportEstimate.Run(Order(1000), new(2018, 12, 31)).IsCalculated);

    [Fact]
    public void Goods_that_come_back_exempt_cost_nothing_and_others_the_taxes_of_an_import()
    {
        var exempt = new ReturnAnswer(ConditionState.Met, [], null, null);
        var not = new ReturnAnswer(ConditionState.NotMet, [], null, null);

        Assert.Equal(0, ReturnTaxEstimate.Run(1000, exempt, null, null, null).Total);
        Assert.False(ReturnTaxEstimate.Run(1000, not, null, null, null).IsCalculated);
        // 1000 × 10 % = 100; (1000 + 100) ÷ 0.8 × 20 % = 275; (1000 + 100 + 275) × 13 % = 178.75
        Assert.Equal(553.75m, ReturnTaxEstimate.Run(1000, not, TaxRate.Typed(TaxKind.Duty, 10), TaxRate.Of(TaxKind.ValueAdded, 13, _day), TaxRate.Typed(TaxKind.Consumption, 20)).Total);
    }

    [Fact]
    public void A_rate_that_cannot_be_calculated_with_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TaxRate.Typed(TaxKind.Consumption, 100));

    private static RetailImportOrder Order(decimal value, int vat = 13, int consumption = 0) =>
        new(value, 0, 0, TaxRate.Of(TaxKind.ValueAdded, vat, _day), TaxRate.Of(TaxKind.Consumption, consumption, _day));
}
