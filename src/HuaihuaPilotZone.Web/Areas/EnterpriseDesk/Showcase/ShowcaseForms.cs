using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Showcase;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Showcase;

/// <summary>Something to show.</summary>
public sealed class ShowcaseForm
{
    public int Version { get; set; }

    [Display(Name = "类别")]
    public ShowcaseKind Kind { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishName { get; set; }

    [Display(Name = "编号")]
    public string? Number { get; set; }

    [Display(Name = "有效期至")]
    public DateOnly? ValidTo { get; set; }

    [Display(Name = "介绍")]
    public string? Text { get; set; }

    public ShowcaseData ToData() => new(Kind, Name!, EnglishName, Text, Number, ValidTo);

    public static ShowcaseForm Of(ShowcaseItem item) => new()
    {
        Version = item.Version,
        Kind = item.Kind,
        Name = item.Name,
        EnglishName = item.EnglishName,
        Text = item.Text,
        Number = item.Number,
        ValidTo = item.ValidTo,
    };
}

public sealed class ShowcaseFormValidator : AbstractValidator<ShowcaseForm>
{
    public ShowcaseFormValidator()
    {
        RuleFor(f => f.Kind).IsInEnum().WithMessage("请选择类别。");
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(ShowcaseItem.NameMaxLength).WithMessage("名称最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishName).MaximumLength(ShowcaseItem.EnglishNameMaxLength).WithMessage("英文名称最多 {MaxLength} 个字。");
        RuleFor(f => f.Text).MaximumLength(ShowcaseItem.TextMaxLength).WithMessage("介绍最多 {MaxLength} 个字。");
        RuleFor(f => f.Number).MaximumLength(ShowcaseItem.NumberMaxLength).WithMessage("编号最多 {MaxLength} 个字。");
    }
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record ShowcaseQuery(string? Q, ShowcaseKind? Kind, ShowcaseState? State, int? Page)
{
    public bool IsNarrowed => Kind is not null || State is not null || !string.IsNullOrWhiteSpace(Q);

    public ShowcaseFilter ToFilter(int enterpriseId) => new(Q, Kind, State, enterpriseId);
}

public sealed record ShowcasePage(ShowcaseQuery Query, int EnterpriseId, Page<ShowcaseRow> Rows);
