using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Customs.Returns;
using HuaihuaPilotZone.Customs.Taxes;
using HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Taxes;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Returns;

/// <summary>What is asked about goods that come back. It stands in the address, so that an answer can be kept and sent.</summary>
public sealed class ReturnForm
{
    /// <summary>Set by the page's button; without it the page is empty.</summary>
    public bool Asked { get; set; }

    [Display(Name = "出口监管方式")]
    public string? TradeMode { get; set; }

    [Display(Name = "出口单证")]
    public bool? WasCustomsDeclaration { get; set; }

    [Display(Name = "申报出口日期")]
    public DateOnly? ExportedOn { get; set; }

    [Display(Name = "出区日期")]
    public DateOnly? LeftAreaOn { get; set; }

    [Display(Name = "退运进境日期")]
    public DateOnly? ReturnedOn { get; set; }

    [Display(Name = "退运原因")]
    public ReturnReason? Reason { get; set; }

    [Display(Name = "是否原状")]
    public bool? IsInOriginalState { get; set; }

    [Display(Name = "是否食品")]
    public bool? IsFood { get; set; }

    [Display(Name = "是否办理过出口退税")]
    public bool? RefundTaken { get; set; }

    [Display(Name = "是否有已补税/未退税证明")]
    public bool? HasRefundCertificate { get; set; }

    [Display(Name = "退运货值")]
    public decimal? Value { get; set; }

    [Display(Name = "关税税率")]
    public decimal? DutyPercent { get; set; }

    [Display(Name = "增值税税率")]
    public decimal? ValueAddedPercent { get; set; }

    [Display(Name = "消费税税率")]
    public decimal? ConsumptionPercent { get; set; }

    /// <summary>The answer; never sent.</summary>
    [BindNever]
    public ReturnAnswer? Answer { get; set; }

    /// <summary>Taxes in case the exemption does not hold; null while no value was given.</summary>
    [BindNever]
    public TaxEstimate? Taxes { get; set; }

    public void Calculate(DateOnly today)
    {
        var goods = new ReturnCase
        {
            TradeMode = TradeMode,
            WasCustomsDeclaration = WasCustomsDeclaration,
            ExportedOn = ExportedOn,
            LeftAreaOn = LeftAreaOn,
            ReturnedOn = ReturnedOn,
            Reason = Reason,
            IsInOriginalState = IsInOriginalState,
            IsFood = IsFood,
            RefundTaken = RefundTaken,
            HasRefundCertificate = HasRefundCertificate,
        };
        Answer = ReturnExemption.Check(goods, today);
        var day = ReturnedOn ?? today;
        if (Value is { } value)
            Taxes = ReturnTaxEstimate.Run(value, Answer, Rates.Of(TaxKind.Duty, DutyPercent, day), Rates.Of(TaxKind.ValueAdded, ValueAddedPercent, day), Rates.Of(TaxKind.Consumption, ConsumptionPercent, day));
    }
}

public sealed class ReturnFormValidator : AbstractValidator<ReturnForm>
{
    public ReturnFormValidator()
    {
        RuleFor(f => f.TradeMode).Matches("^[0-9]{4}$").WithMessage("监管方式是 4 位数字。");
        RuleFor(f => f.Reason).IsInEnum().WithMessage("请选择滞销或退货。");
        RuleFor(f => f.ExportedOn).IsOfThisCentury();
        RuleFor(f => f.LeftAreaOn).IsOfThisCentury();
        RuleFor(f => f.ReturnedOn).IsOfThisCentury();
        RuleFor(f => f.Value).IsYuan();
        RuleFor(f => f.DutyPercent).IsRate(TaxKind.Duty);
        RuleFor(f => f.ValueAddedPercent).IsRate(TaxKind.ValueAdded);
        RuleFor(f => f.ConsumptionPercent).IsRate(TaxKind.Consumption);
    }
}
