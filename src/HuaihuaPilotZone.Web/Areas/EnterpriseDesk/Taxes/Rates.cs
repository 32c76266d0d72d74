using FluentValidation;
using HuaihuaPilotZone.Customs.Taxes;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Taxes;

/// <summary>Rates and amounts as people type them.</summary>
public static class Rates
{
    private const decimal MostYuan = 1_000_000_000;

    /// <summary>The rate of a typed percentage; null when nothing was typed.</summary>
    public static TaxRate? Of(TaxKind kind, decimal? percent, DateOnly day) => percent is { } p ? TaxRate.Of(kind, p, day) : null;

    public static IRuleBuilderOptions<T, decimal?> IsYuan<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.InclusiveBetween(0, MostYuan).WithMessage("金额应在 0 到 10 亿元之间。");

    public static IRuleBuilderOptions<T, decimal?> IsRate<T>(this IRuleBuilder<T, decimal?> rule, TaxKind kind) =>
        rule.Must(p => p is null || TaxRate.IsPossible(kind, p.Value)).WithMessage(kind == TaxKind.Consumption ? "消费税税率应不小于 0、小于 100。" : "税率应在 0 到 1000 之间，13% 填 13。");

    public static IRuleBuilderOptions<T, DateOnly?> IsOfThisCentury<T>(this IRuleBuilder<T, DateOnly?> rule) =>
        rule.InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31)).WithMessage("日期应在 2000 年到 2099 年之间。");
}
