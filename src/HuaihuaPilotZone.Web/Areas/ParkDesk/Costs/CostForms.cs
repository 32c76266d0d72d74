using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Investment.Costs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Costs;

/// <summary>Where a rate or a subsidy was read.</summary>
public abstract class SourcedForm
{
    public int Version { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "来源网址")]
    public string? SourceAddress { get; set; }

    [Display(Name = "来源性质")]
    public FigureStatus? SourceStatus { get; set; }

    [Display(Name = "待核：还没有与来源核对")]
    public bool IsUnverified { get; set; } = true;

    [Display(Name = "开始日期")]
    public DateOnly? From { get; set; }

    [Display(Name = "截止日期")]
    public DateOnly? Until { get; set; }

    protected CostSource ToSource() => new(FormText.Clean(Source)!, FormText.Clean(SourceAddress), SourceStatus!.Value, IsUnverified);
}

public abstract class SourcedFormValidator<T> : AbstractValidator<T>
    where T : SourcedForm
{
    protected SourcedFormValidator()
    {
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明来源，没有来源的标准不能保存。").MaximumLength(Figure.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
        RuleFor(f => f.SourceAddress).IsWebsite();
        RuleFor(f => f.SourceStatus).NotNull().WithMessage("请选择来源性质。").IsInEnum().WithMessage("没有这种来源性质，请重新选择。");
    }
}

/// <summary>A rate.</summary>
public sealed class RateForm : SourcedForm
{
    [Display(Name = "项目")]
    public CostItem? Item { get; set; }

    [Display(Name = "园区")]
    public int? ParkId { get; set; }

    [Display(Name = "用途")]
    public UnitUse? Use { get; set; }

    [Display(Name = "标准")]
    public decimal? Value { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }

    public static RateForm Of(CostRate rate) => new()
    {
        Version = rate.Version,
        Item = rate.Item,
        ParkId = rate.ParkId,
        Use = rate.Use,
        Value = rate.Value,
        From = rate.From,
        Until = rate.Until,
        Source = rate.Source,
        SourceAddress = rate.SourceAddress,
        SourceStatus = rate.SourceStatus,
        IsUnverified = rate.IsUnverified,
        Note = rate.Note,
    };

    public CostRateData ToData() => new(Item!.Value, ParkId, Use, Value!.Value, From!.Value, Until, ToSource(), FormText.Clean(Note));
}

public sealed class RateFormValidator : SourcedFormValidator<RateForm>
{
    public RateFormValidator()
    {
        RuleFor(f => f.Item).NotNull().WithMessage("请选择项目。").IsInEnum().WithMessage("没有这个项目，请重新选择。");
        RuleFor(f => f.Use).IsInEnum().WithMessage("没有这种用途，请重新选择。");
        RuleFor(f => f.Value).NotNull().WithMessage("请填写标准。");
        RuleFor(f => f.From).NotNull().WithMessage("请填写开始日期。");
        RuleFor(f => f.Note).MaximumLength(CostRate.NoteMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
    }
}

/// <summary>A subsidy.</summary>
public sealed class SubsidyForm : SourcedForm
{
    [Display(Name = "名称")]
    public string? Title { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishTitle { get; set; }

    [Display(Name = "条件")]
    public string? Condition { get; set; }

    [Display(Name = "英文条件")]
    public string? EnglishCondition { get; set; }

    public static SubsidyForm Of(Subsidy subsidy) => new()
    {
        Version = subsidy.Version,
        Title = subsidy.Title,
        EnglishTitle = subsidy.EnglishTitle,
        Condition = subsidy.Condition,
        EnglishCondition = subsidy.EnglishCondition,
        From = subsidy.From,
        Until = subsidy.Until,
        Source = subsidy.Source,
        SourceAddress = subsidy.SourceAddress,
        SourceStatus = subsidy.SourceStatus,
        IsUnverified = subsidy.IsUnverified,
    };

    public SubsidyData ToData() => new(FormText.Clean(Title)!, FormText.Clean(EnglishTitle), FormText.Clean(Condition)!, FormText.Clean(EnglishCondition), From!.Value, Until, ToSource());
}

public sealed class SubsidyFormValidator : SourcedFormValidator<SubsidyForm>
{
    public SubsidyFormValidator()
    {
        RuleFor(f => f.Title).NotEmpty().WithMessage("请填写名称。").MaximumLength(Subsidy.TitleMaxLength).WithMessage("名称最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishTitle).MaximumLength(Subsidy.EnglishTitleMaxLength).WithMessage("英文名称最多 {MaxLength} 个字符。");
        RuleFor(f => f.Condition).NotEmpty().WithMessage("请写明条件。").MaximumLength(Subsidy.ConditionMaxLength).WithMessage("条件最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishCondition).MaximumLength(Subsidy.EnglishConditionMaxLength).WithMessage("英文条件最多 {MaxLength} 个字符。");
        RuleFor(f => f.From).NotNull().WithMessage("请填写开始日期。");
    }
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record CostQuery(CostItem? Item, int? Page);

/// <summary>The lists.</summary>
public sealed record CostListPage(CostQuery Query, Page<CostRate> Rates, IReadOnlyList<Subsidy> Subsidies, Page<JournalLine> History, DateOnly Today);

/// <summary>A rate to add or to correct.</summary>
/// <param name="Saved">Null while it is new.</param>
public sealed record RatePage(CostRate? Saved, RateForm Form, IReadOnlyList<ParkRow> Parks);

/// <summary>A subsidy to add or to correct.</summary>
/// <param name="Saved">Null while it is new.</param>
public sealed record SubsidyPage(Subsidy? Saved, SubsidyForm Form);
