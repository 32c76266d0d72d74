using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Declarations.Tables;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Tables;

/// <summary>A customs office to add.</summary>
public sealed class OfficeForm
{
    [Display(Name = "关区代码")]
    public string? Code { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "生效日期")]
    public DateOnly? From { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }
}

public sealed class OfficeFormValidator : AbstractValidator<OfficeForm>
{
    public OfficeFormValidator()
    {
        RuleFor(f => f.Code).NotEmpty().WithMessage("请填写关区代码。").Matches("^[0-9]{4}$(?!\\n)").WithMessage("关区代码是 4 位数字。");
        RuleFor(f => f.Name).IsOfficeName();
        RuleFor(f => f.Source).IsTableSource();
    }
}

/// <summary>An exchange rate to add.</summary>
public sealed class RateForm
{
    [Display(Name = "币制")]
    public string? Currency { get; set; }

    [Display(Name = "1 单位外币合人民币")]
    public decimal? CnyPerUnit { get; set; }

    [Display(Name = "生效日期")]
    public DateOnly? From { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }
}

public sealed class RateFormValidator : AbstractValidator<RateForm>
{
    public RateFormValidator()
    {
        RuleFor(f => f.Currency).NotEmpty().WithMessage("请填写币制。").Matches("^[A-Z]{3}$(?!\\n)").WithMessage("币制是 3 位大写字母，如 USD。");
        RuleFor(f => f.CnyPerUnit).IsRate();
        RuleFor(f => f.From).NotNull().WithMessage("请填写生效日期。");
        RuleFor(f => f.Source).IsTableSource();
    }
}

/// <summary>What may be corrected in a customs office.</summary>
public sealed class OfficeCorrectionForm
{
    public int Version { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "生效日期")]
    public DateOnly? From { get; set; }

    [Display(Name = "失效日期")]
    public DateOnly? To { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }
}

public sealed class OfficeCorrectionFormValidator : AbstractValidator<OfficeCorrectionForm>
{
    public OfficeCorrectionFormValidator()
    {
        RuleFor(f => f.Name).IsOfficeName();
        RuleFor(f => f.Source).IsTableSource();
    }
}

/// <summary>What may be corrected in an exchange rate.</summary>
public sealed class RateCorrectionForm
{
    public int Version { get; set; }

    [Display(Name = "1 单位外币合人民币")]
    public decimal? CnyPerUnit { get; set; }

    [Display(Name = "失效日期")]
    public DateOnly? To { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }
}

public sealed class RateCorrectionFormValidator : AbstractValidator<RateCorrectionForm>
{
    public RateCorrectionFormValidator()
    {
        RuleFor(f => f.CnyPerUnit).IsRate();
        RuleFor(f => f.Source).IsTableSource();
    }
}

/// <summary>Rules that adding and correcting share.</summary>
internal static class TableRules
{
    public static IRuleBuilderOptions<T, string?> IsOfficeName<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().WithMessage("请填写名称。").MaximumLength(CustomsOfficeRow.NameMaxLength).WithMessage($"名称最多 {CustomsOfficeRow.NameMaxLength} 个字。");

    public static IRuleBuilderOptions<T, string?> IsTableSource<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().WithMessage("请写明来源，如公布机构、文件名和日期。")
        .MaximumLength(CustomsOfficeRow.SourceMaxLength).WithMessage($"来源最多 {CustomsOfficeRow.SourceMaxLength} 个字。");

    public static IRuleBuilderOptions<T, decimal?> IsRate<T>(this IRuleBuilder<T, decimal?> rule) => rule
        .NotNull().WithMessage("请填写汇率。").GreaterThan(0).WithMessage("汇率应大于 0。").LessThan(1_000_000).WithMessage("汇率过大，请检查。")
        .Must(r => r is null || decimal.Round(r.Value, 5) == r).WithMessage("汇率最多 5 位小数。");
}
