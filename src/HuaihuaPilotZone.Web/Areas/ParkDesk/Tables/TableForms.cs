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

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "生效日期")]
    public DateOnly? From { get; set; }
}

public sealed class OfficeFormValidator : AbstractValidator<OfficeForm>
{
    public OfficeFormValidator()
    {
        RuleFor(f => f.Code).NotEmpty().WithMessage("请填写关区代码。").Matches("^[0-9]{4}$").WithMessage("关区代码是 4 位数字。");
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(CustomsOfficeRow.NameMaxLength).WithMessage($"名称最多 {CustomsOfficeRow.NameMaxLength} 个字。");
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明来源，如文件名和日期。").MaximumLength(CustomsOfficeRow.SourceMaxLength).WithMessage($"来源最多 {CustomsOfficeRow.SourceMaxLength} 个字。");
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
        RuleFor(f => f.Currency).NotEmpty().WithMessage("请填写币制。").Matches("^[A-Z]{3}$").WithMessage("币制是 3 位大写字母，如 USD。");
        RuleFor(f => f.CnyPerUnit).NotNull().WithMessage("请填写汇率。").GreaterThan(0).WithMessage("汇率应大于 0。").LessThan(1_000_000).WithMessage("汇率过大，请检查。")
            .Must(r => r is null || decimal.Round(r.Value, 5) == r).WithMessage("汇率最多 5 位小数。");
        RuleFor(f => f.From).NotNull().WithMessage("请填写生效日期。");
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明来源，如公布机构和日期。").MaximumLength(CustomsOfficeRow.SourceMaxLength).WithMessage($"来源最多 {CustomsOfficeRow.SourceMaxLength} 个字。");
    }
}
