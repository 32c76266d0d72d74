using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Products;

/// <summary>Goods of the book. Numbers are read as people write them.</summary>
public sealed class ProductForm
{
    public int Version { get; set; }

    [Display(Name = "货号")]
    public string? ItemNo { get; set; }

    [Display(Name = "商品编码")]
    public string? HsCode { get; set; }

    [Display(Name = "条形码")]
    public string? BarCode { get; set; }

    [Display(Name = "商品名称")]
    public string? Name { get; set; }

    [Display(Name = "企业商品名称")]
    public string? OwnName { get; set; }

    [Display(Name = "规格型号（申报要素）")]
    public string? Elements { get; set; }

    [Display(Name = "成交单位")]
    public string? Unit { get; set; }

    [Display(Name = "法定第一单位")]
    public string? Unit1 { get; set; }

    [Display(Name = "每成交单位折合第一单位")]
    public string? PerUnit1 { get; set; }

    [Display(Name = "法定第二单位")]
    public string? Unit2 { get; set; }

    [Display(Name = "每成交单位折合第二单位")]
    public string? PerUnit2 { get; set; }

    [Display(Name = "常用单价")]
    public string? Price { get; set; }

    [Display(Name = "币制")]
    public string? Currency { get; set; }

    [Display(Name = "最终目的国（地区）")]
    public string? Destination { get; set; }

    [Display(Name = "原产国（地区）")]
    public string? Origin { get; set; }

    public ProductData ToData() => new()
    {
        ItemNo = ItemNo!,
        Name = Name!,
        OwnName = OwnName,
        HsCode = HsCode!,
        Elements = Elements,
        BarCode = BarCode,
        Unit = Unit!,
        Unit1 = Unit1,
        PerUnit1 = TypedValue.Decimal(PerUnit1),
        Unit2 = Unit2,
        PerUnit2 = TypedValue.Decimal(PerUnit2),
        Price = TypedValue.Decimal(Price),
        Currency = Currency,
        Destination = Destination,
        Origin = Origin,
    };

    public static ProductForm Of(BookProduct p) => new()
    {
        Version = p.Version,
        ItemNo = p.ItemNo,
        Name = p.Name,
        OwnName = p.OwnName,
        HsCode = p.HsCode,
        Elements = p.Elements,
        BarCode = p.BarCode,
        Unit = p.Unit,
        Unit1 = p.Unit1,
        PerUnit1 = Text(p.PerUnit1),
        Unit2 = p.Unit2,
        PerUnit2 = Text(p.PerUnit2),
        Price = Text(p.Price),
        Currency = p.Currency,
        Destination = p.Destination,
        Origin = p.Origin,
    };

    private static string? Text(decimal? number) => number is { } n ? Conversion.Write(n) : null;
}

/// <summary>The form alone says what is missing or no number; the rest is the service's.</summary>
public sealed class ProductFormValidator : AbstractValidator<ProductForm>
{
    public ProductFormValidator()
    {
        RuleFor(f => f.ItemNo).NotEmpty().WithMessage("请填写货号。");
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写商品名称。");
        RuleFor(f => f.HsCode).NotEmpty().WithMessage("请填写 10 位商品编码。");
        RuleFor(f => f.Unit).NotEmpty().WithMessage("请选择成交单位。");
        RuleFor(f => f.PerUnit1).Must(IsNumber).WithMessage("换算应为大于 0 的数字。");
        RuleFor(f => f.PerUnit2).Must(IsNumber).WithMessage("换算应为大于 0 的数字。");
        RuleFor(f => f.Price).Must(IsNumber).WithMessage("单价应为数字。");
    }

    private static bool IsNumber(string? typed) => string.IsNullOrWhiteSpace(typed) || TypedValue.Decimal(typed) is not null;
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed class ProductQuery
{
    public string? Q { get; set; }

    public bool Invalid { get; set; }

    public bool Archived { get; set; }

    public string? Sort { get; set; }

    public string? Dir { get; set; }

    public int? Page { get; set; }

    public int? Size { get; set; }

    public ProductFilter ToFilter() => new(
        Q, Invalid, Archived, Enum.TryParse<ProductSort>(Sort, ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : ProductSort.ItemNo,
        string.Equals(Dir, "desc", StringComparison.OrdinalIgnoreCase));
}

/// <param name="Invalid">How many have a tariff code that does not hold today.</param>
public sealed record ProductListPage(ProductQuery Query, Page<ProductRow> Rows, int Invalid, CustomsTables Tables);

public static class ProductLooks
{
    /// <summary>The sentence about the tariff code; null while it holds.</summary>
    public static (string Tone, string Word)? Look(this TariffStanding standing) => standing switch
    {
        TariffStanding.Invalid => ("bad", "编码今日无效"),
        TariffStanding.Unknown => ("hollow", "编码待核"),
        _ => null,
    };

    /// <summary>每 个 2.85 千克；每 个 1 个.</summary>
    public static string Conversions(this BookProduct product, CustomsTables tables) => string.Join(
        '；',
        new[] { (product.PerUnit1, product.Unit1), (product.PerUnit2, product.Unit2) }
            .Where(c => c.Item2 is not null)
            .Select(c => c.Item1 is { } factor ? Conversion.PerOne(tables, product.Unit, factor, c.Item2) : $"{tables.Units.Find(c.Item2)?.Name}，换算未填"));
}
