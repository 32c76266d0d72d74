using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Customs.Taxes;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Taxes;

/// <summary>What is asked about a retail import order. It stands in the address, so that an answer can be kept and sent.</summary>
public sealed class ImportTaxForm
{
    /// <summary>Set by the page's button; without it the page is empty.</summary>
    public bool Asked { get; set; }

    [Display(Name = "商品金额")]
    public decimal? GoodsValue { get; set; }

    [Display(Name = "运费")]
    public decimal? Freight { get; set; }

    [Display(Name = "保费")]
    public decimal? Insurance { get; set; }

    [Display(Name = "增值税税率")]
    public decimal? ValueAddedPercent { get; set; } = 13;

    [Display(Name = "消费税税率")]
    public decimal? ConsumptionPercent { get; set; } = 0;

    [Display(Name = "今年已用额度")]
    public decimal? UsedThisYear { get; set; }

    [Display(Name = "是否一件不可分割商品")]
    public bool? IsIndivisible { get; set; }

    [Display(Name = "关税税率")]
    public decimal? DutyPercent { get; set; }

    /// <summary>The estimate; never sent.</summary>
    [BindNever]
    public TaxEstimate? Estimate { get; set; }

    public void Calculate(DateOnly today)
    {
        var order = new RetailImportOrder(
            GoodsValue!.Value, Freight ?? 0, Insurance ?? 0, TaxRate.Of(TaxKind.ValueAdded, ValueAddedPercent!.Value, today), TaxRate.Of(TaxKind.Consumption, ConsumptionPercent!.Value, today),
            UsedThisYear ?? 0, IsIndivisible == true, Rates.Of(TaxKind.Duty, DutyPercent, today));
        Estimate = RetailImportEstimate.Run(order, today);
    }
}

public sealed class ImportTaxFormValidator : AbstractValidator<ImportTaxForm>
{
    public ImportTaxFormValidator()
    {
        // an empty page asks nothing
        When(f => f.Asked, () =>
        {
            RuleFor(f => f.GoodsValue).NotNull().WithMessage("请填写商品金额。");
            RuleFor(f => f.ValueAddedPercent).NotNull().WithMessage("请填写增值税税率。");
            RuleFor(f => f.ConsumptionPercent).NotNull().WithMessage("请填写消费税税率，不征的填 0。");
        });
        RuleFor(f => f.GoodsValue).IsYuan();
        RuleFor(f => f.Freight).IsYuan();
        RuleFor(f => f.Insurance).IsYuan();
        RuleFor(f => f.UsedThisYear).IsYuan();
        RuleFor(f => f.ValueAddedPercent).IsRate(TaxKind.ValueAdded);
        RuleFor(f => f.ConsumptionPercent).IsRate(TaxKind.Consumption);
        RuleFor(f => f.DutyPercent).IsRate(TaxKind.Duty);
    }
}
