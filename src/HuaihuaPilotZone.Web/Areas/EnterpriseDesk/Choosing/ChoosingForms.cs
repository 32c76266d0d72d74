using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Choosing;

/// <summary>Which company takes which part in the draft.</summary>
public sealed class TakePartyForm
{
    public int? Version { get; set; }

    public int? PartyId { get; set; }

    public PartyRoles Role { get; set; }
}

public sealed class TakePartyFormValidator : AbstractValidator<TakePartyForm>
{
    public TakePartyFormValidator()
    {
        RuleFor(f => f.Version).NotNull().WithMessage("页面已过期，请刷新后再选。");
        RuleFor(f => f.PartyId).NotNull().WithMessage("请选择参与方。");
    }
}

/// <summary>Which goods go into the draft, and how many.</summary>
public sealed class TakeProductForm
{
    public int? Version { get; set; }

    public int? ProductId { get; set; }

    [Display(Name = "数量")]
    public string? Quantity { get; set; }
}

public sealed class TakeProductFormValidator : AbstractValidator<TakeProductForm>
{
    public TakeProductFormValidator()
    {
        RuleFor(f => f.Version).NotNull().WithMessage("页面已过期，请刷新后再选。");
        RuleFor(f => f.ProductId).NotNull().WithMessage("请选择商品。");
        RuleFor(f => f.Quantity).MaximumLength(40).WithMessage("数量太长。");
    }
}

public sealed record ChoosePartyPage(Declaration Declaration, string? Word, Page<BookParty> Rows);

public sealed record ChooseProductPage(Declaration Declaration, string? Word, Page<ProductRow> Rows, CustomsTables Tables);
