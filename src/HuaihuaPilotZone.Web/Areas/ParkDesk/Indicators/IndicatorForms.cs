using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Indicators;

/// <summary>An indicator as it is typed.</summary>
public sealed class IndicatorForm
{
    public int Version { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishName { get; set; }

    [Display(Name = "代码")]
    public string? Code { get; set; }

    [Display(Name = "单位")]
    public string? Unit { get; set; }

    [Display(Name = "英文单位")]
    public string? EnglishUnit { get; set; }

    [Display(Name = "英文单位换算")]
    public decimal? EnglishPerUnit { get; set; }

    [Display(Name = "排序")]
    public int? SortOrder { get; set; }

    [Display(Name = "定义")]
    public string? Definition { get; set; }

    [Display(Name = "英文定义")]
    public string? EnglishDefinition { get; set; }

    /// <summary>With the change that waits, where one does.</summary>
    public static IndicatorForm Of(Indicator indicator)
    {
        var data = IndicatorData.Of(indicator);
        return new()
        {
            Version = indicator.Version,
            Code = indicator.Code,
            Name = data.Name,
            EnglishName = data.EnglishName,
            Unit = data.Unit,
            EnglishUnit = data.EnglishUnit,
            EnglishPerUnit = decimal.Parse(data.EnglishPerUnit.ToString("0.#####", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            Definition = data.Definition,
            EnglishDefinition = data.EnglishDefinition,
            SortOrder = data.SortOrder,
        };
    }

    public IndicatorData ToData() => new(
        Texts.Tidy(Code) ?? "", Name!.Trim(), EnglishName!.Trim(), Unit!.Trim(), EnglishUnit!.Trim(), EnglishPerUnit!.Value, Definition!.Trim(), EnglishDefinition!.Trim(), SortOrder ?? 0);
}

public sealed class IndicatorFormValidator : AbstractValidator<IndicatorForm>
{
    public IndicatorFormValidator()
    {
        RuleFor(f => f.Code).MaximumLength(Indicator.CodeMaxLength).WithMessage($"代码最多 {Indicator.CodeMaxLength} 个字符。");
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(Indicator.NameMaxLength).WithMessage($"名称最多 {Indicator.NameMaxLength} 个字。");
        RuleFor(f => f.EnglishName).NotEmpty().WithMessage("请填写英文名称。").MaximumLength(Indicator.EnglishNameMaxLength).WithMessage($"英文名称最多 {Indicator.EnglishNameMaxLength} 个字符。");
        RuleFor(f => f.Unit).NotEmpty().WithMessage("请填写单位。").MaximumLength(Figure.UnitMaxLength).WithMessage($"单位最多 {Figure.UnitMaxLength} 个字。");
        RuleFor(f => f.EnglishUnit).NotEmpty().WithMessage("请填写英文单位。").MaximumLength(Figure.EnglishUnitMaxLength).WithMessage($"英文单位最多 {Figure.EnglishUnitMaxLength} 个字符。");
        RuleFor(f => f.EnglishPerUnit).NotNull().WithMessage("请填写英文单位换算。").InclusiveBetween(0.00001m, 1_000_000_000m).WithMessage("英文单位换算应大于 0。")
            .Must(v => v is null || decimal.Round(v.Value, 5) == v).WithMessage("英文单位换算最多保留 5 位小数。");
        RuleFor(f => f.Definition).NotEmpty().WithMessage("请填写定义。").MaximumLength(Indicator.DefinitionMaxLength).WithMessage($"定义最多 {Indicator.DefinitionMaxLength} 个字。");
        RuleFor(f => f.EnglishDefinition).NotEmpty().WithMessage("请填写英文定义。").MaximumLength(Indicator.EnglishDefinitionMaxLength).WithMessage($"英文定义最多 {Indicator.EnglishDefinitionMaxLength} 个字符。");
        RuleFor(f => f.SortOrder).InclusiveBetween(0, 10_000).WithMessage("排序应在 0 到 10000 之间。");
    }
}

/// <summary>A series as it is typed.</summary>
public sealed class IndicatorSeriesForm
{
    public int Version { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishName { get; set; }

    [Display(Name = "代码")]
    public string? Code { get; set; }

    [Display(Name = "类型")]
    public FigureKind? Kind { get; set; }

    [Display(Name = "数值形式")]
    public SeriesForm? ValueForm { get; set; }

    [Display(Name = "排序")]
    public int? SortOrder { get; set; }

    [Display(Name = "口径")]
    public string? Counting { get; set; }

    [Display(Name = "英文口径")]
    public string? EnglishCounting { get; set; }

    [Display(Name = "与哪个系列比较")]
    public int? ComparedWithId { get; set; }

    /// <summary>With the change that waits, where one does.</summary>
    public static IndicatorSeriesForm Of(IndicatorSeries series)
    {
        var data = SeriesData.Of(series);
        return new()
        {
            Version = series.Version,
            Code = series.Code,
            Name = data.Name,
            EnglishName = data.EnglishName,
            Kind = data.Kind,
            ValueForm = data.Form,
            Counting = data.Counting,
            EnglishCounting = data.EnglishCounting,
            ComparedWithId = data.ComparedWithId,
            SortOrder = data.SortOrder,
        };
    }

    public SeriesData ToData() => new(
        Texts.Tidy(Code) ?? "", Name!.Trim(), EnglishName!.Trim(), Kind!.Value, ValueForm!.Value, Counting!.Trim(), EnglishCounting!.Trim(), ComparedWithId, SortOrder ?? 0);
}

public sealed class IndicatorSeriesFormValidator : AbstractValidator<IndicatorSeriesForm>
{
    public IndicatorSeriesFormValidator()
    {
        RuleFor(f => f.Code).MaximumLength(IndicatorSeries.CodeMaxLength).WithMessage($"代码最多 {IndicatorSeries.CodeMaxLength} 个字符。");
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(IndicatorSeries.NameMaxLength).WithMessage($"名称最多 {IndicatorSeries.NameMaxLength} 个字。");
        RuleFor(f => f.EnglishName).NotEmpty().WithMessage("请填写英文名称。").MaximumLength(IndicatorSeries.EnglishNameMaxLength).WithMessage($"英文名称最多 {IndicatorSeries.EnglishNameMaxLength} 个字符。");
        RuleFor(f => f.Kind).NotNull().WithMessage("请选择类型。").IsInEnum().WithMessage("请选择类型。");
        RuleFor(f => f.ValueForm).NotNull().WithMessage("请选择数值形式。").IsInEnum().WithMessage("请选择数值形式。");
        RuleFor(f => f.Counting).NotEmpty().WithMessage("请写明口径：统计什么，由谁统计。").MaximumLength(IndicatorSeries.CountingMaxLength).WithMessage($"口径最多 {IndicatorSeries.CountingMaxLength} 个字。");
        RuleFor(f => f.EnglishCounting).NotEmpty().WithMessage("请填写英文口径。").MaximumLength(IndicatorSeries.EnglishCountingMaxLength).WithMessage($"英文口径最多 {IndicatorSeries.EnglishCountingMaxLength} 个字符。");
        RuleFor(f => f.SortOrder).InclusiveBetween(0, 10_000).WithMessage("排序应在 0 到 10000 之间。");
    }
}

/// <summary>What the address of the list says.</summary>
public sealed record IndicatorQuery(string? Q, FigureKind? Kind, bool Waiting, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => Kind is not null || Waiting || !string.IsNullOrWhiteSpace(Q);

    public IndicatorFilter ToFilter() => new(Q, Kind, Waiting, SortChoice.Of(Sort, IndicatorSort.Place), SortChoice.IsDescending(Dir));
}

/// <summary>The list.</summary>
public sealed record IndicatorListPage(IndicatorQuery Query, Page<Indicator> Rows);

/// <summary>An indicator with its series and their history.</summary>
/// <param name="Saved">Null for a new one.</param>
public sealed record IndicatorPage(IndicatorForm Form, Indicator? Saved, Page<JournalLine>? History);

/// <summary>A series of an indicator.</summary>
/// <param name="Saved">Null for a new one.</param>
public sealed record SeriesPage(IndicatorSeriesForm Form, Indicator Indicator, IndicatorSeries? Saved);

/// <summary>A change that waits for a second person, with its two buttons.</summary>
/// <param name="Address">Of the record, without the act.</param>
/// <param name="IsOwn">Whether the person at the desk has written it.</param>
public sealed record WaitingChange(IHasWaitingChange Record, int Version, IReadOnlyList<FieldChange> Changes, string Address, bool IsOwn);
