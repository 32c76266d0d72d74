using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Parks;

/// <summary>A park's record.</summary>
public sealed class ParkForm
{
    public int Version { get; set; }

    /// <summary>Chosen once, when the park is new.</summary>
    [Display(Name = "网址短名")]
    public string? Slug { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishName { get; set; }

    [Display(Name = "片区")]
    public int? ParkAreaId { get; set; }

    [Display(Name = "状态")]
    public ParkStatus? Status { get; set; }

    [Display(Name = "状态时点")]
    public string? StatusAsOf { get; set; }

    [Display(Name = "简介")]
    public string? Summary { get; set; }

    [Display(Name = "英文简介")]
    public string? EnglishSummary { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "来源网址")]
    public string? SourceAddress { get; set; }

    [Display(Name = "来源性质")]
    public FigureStatus? SourceStatus { get; set; }

    public static ParkForm Of(Park park) => new()
    {
        Version = park.Version,
        Slug = park.Slug,
        Name = park.Name,
        EnglishName = park.EnglishName,
        ParkAreaId = park.ParkAreaId,
        Status = park.Status,
        StatusAsOf = park.StatusAsOf,
        Summary = park.Summary,
        EnglishSummary = park.EnglishSummary,
        Source = park.Source,
        SourceAddress = park.SourceAddress,
        SourceStatus = park.SourceStatus,
    };

    public ParkData ToData() => new(
        FormText.Clean(Slug) ?? "", FormText.Clean(Name)!, FormText.Clean(EnglishName), ParkAreaId, Status!.Value, StatusAsOf!.Trim(), FormText.Clean(Summary)!, FormText.Clean(EnglishSummary),
        FormText.Clean(Source)!, FormText.Clean(SourceAddress), SourceStatus!.Value);
}

public sealed class ParkFormValidator : AbstractValidator<ParkForm>
{
    public ParkFormValidator()
    {
        RuleFor(f => f.Slug).NotEmpty().WithMessage("请填写网址短名。").MaximumLength(Park.SlugMaxLength).WithMessage("网址短名最多 {MaxLength} 个字符。")
            .Matches("^[a-z0-9]+(-[a-z0-9]+)*$").WithMessage("网址短名只用小写字母、数字和连字符。").When(f => f.Version == 0);
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(Park.NameMaxLength).WithMessage("名称最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishName).MaximumLength(Park.EnglishNameMaxLength).WithMessage("英文名称最多 {MaxLength} 个字符。");
        RuleFor(f => f.Status).NotNull().WithMessage("请选择状态。").IsInEnum().WithMessage("没有这种状态，请重新选择。");
        RuleFor(f => f.StatusAsOf).NotEmpty().WithMessage("请填写状态时点。").Must(d => d is null || PartialDate.IsValid(d.Trim())).WithMessage("状态时点应写成 2026、2026-03 或 2026-03-18。");
        RuleFor(f => f.Summary).NotEmpty().WithMessage("请填写简介。").MaximumLength(Park.SummaryMaxLength).WithMessage("简介最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishSummary).MaximumLength(Park.EnglishSummaryMaxLength).WithMessage("英文简介最多 {MaxLength} 个字符。");
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明来源，没有来源的资料不能保存。").MaximumLength(Figure.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
        RuleFor(f => f.SourceAddress).IsWebsite();
        RuleFor(f => f.SourceStatus).NotNull().WithMessage("请选择来源性质。").IsInEnum().WithMessage("没有这种来源性质，请重新选择。");
    }
}

/// <summary>A building to register.</summary>
public sealed class BuildingForm
{
    [Display(Name = "楼栋名称")]
    public string? BuildingName { get; set; }
}

public sealed class BuildingFormValidator : AbstractValidator<BuildingForm>
{
    public BuildingFormValidator() =>
        RuleFor(f => f.BuildingName).NotEmpty().WithMessage("请填写楼栋名称，如 1 号楼。").MaximumLength(Building.NameMaxLength).WithMessage("楼栋名称最多 {MaxLength} 个字。");
}

/// <summary>A figure of a park with its source.</summary>
public sealed class ParkFigureForm
{
    [Display(Name = "数据项")]
    public string? Label { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishLabel { get; set; }

    [Display(Name = "数值")]
    public decimal? Value { get; set; }

    [Display(Name = "单位")]
    public string? Unit { get; set; }

    [Display(Name = "英文单位")]
    public string? EnglishUnit { get; set; }

    /// <summary>The number in the English unit where that counts otherwise.</summary>
    [Display(Name = "按英文单位的数值")]
    public decimal? EnglishValue { get; set; }

    [Display(Name = "性质")]
    public FigureKind? Kind { get; set; }

    [Display(Name = "时点")]
    public string? AsOf { get; set; }

    [Display(Name = "数据来源")]
    public string? FigureSource { get; set; }

    [Display(Name = "来源网址")]
    public string? FigureSourceAddress { get; set; }

    [Display(Name = "谁的说法")]
    public FigureStatus? FigureStatus { get; set; }

    [Display(Name = "说明")]
    public string? FigureNote { get; set; }

    public Figure ToFigure(int parkId) => new()
    {
        Key = $"park/{FormattableString.Invariant($"{parkId}")}/{Guid.NewGuid():N}",
        Topic = "",
        Label = FormText.Clean(Label)!,
        EnglishLabel = FormText.Clean(EnglishLabel)!,
        Value = Value,
        Unit = FormText.Clean(Unit) ?? "",
        EnglishUnit = FormText.Clean(EnglishUnit) ?? "",
        EnglishValue = EnglishValue,
        Kind = Kind!.Value,
        Status = FigureStatus!.Value,
        Source = FormText.Clean(FigureSource)!,
        SourceAddress = FormText.Clean(FigureSourceAddress),
        AsOf = AsOf!.Trim(),
        Note = FormText.Clean(FigureNote),
        SortOrder = int.MaxValue / 2,
    };
}

public sealed class ParkFigureFormValidator : AbstractValidator<ParkFigureForm>
{
    public ParkFigureFormValidator()
    {
        RuleFor(f => f.Label).NotEmpty().WithMessage("请填写数据项，如计划投资。").MaximumLength(Figure.LabelMaxLength).WithMessage("数据项最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishLabel).NotEmpty().WithMessage("请填写英文名称，英文页面用。").MaximumLength(Figure.EnglishLabelMaxLength).WithMessage("英文名称最多 {MaxLength} 个字符。");
        RuleFor(f => f.Value).NotNull().WithMessage("请填写数值。").InclusiveBetween(-1_000_000_000_000m, 1_000_000_000_000m).WithMessage("数值超出了可以保存的范围。");
        RuleFor(f => f.EnglishValue).InclusiveBetween(-1_000_000_000_000m, 1_000_000_000_000m).WithMessage("数值超出了可以保存的范围。");
        RuleFor(f => f.Unit).MaximumLength(Figure.UnitMaxLength).WithMessage("单位最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishUnit).MaximumLength(Figure.EnglishUnitMaxLength).WithMessage("英文单位最多 {MaxLength} 个字符。");
        RuleFor(f => f.Kind).NotNull().WithMessage("请选择是实际、目标还是计划。").IsInEnum().WithMessage("没有这种性质，请重新选择。");
        RuleFor(f => f.AsOf).NotEmpty().WithMessage("请填写时点。").Must(d => d is null || PartialDate.IsValid(d.Trim())).WithMessage("时点应写成 2026、2026-03 或 2026-03-18。");
        RuleFor(f => f.FigureSource).NotEmpty().WithMessage("请写明来源，没有来源的数据不能保存。").MaximumLength(Figure.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
        RuleFor(f => f.FigureSourceAddress).IsWebsite();
        RuleFor(f => f.FigureStatus).NotNull().WithMessage("请选择是谁的说法。").IsInEnum().WithMessage("没有这种来源性质，请重新选择。");
        RuleFor(f => f.FigureNote).MaximumLength(Figure.NoteMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
    }
}

/// <summary>A park with its buildings and figures.</summary>
/// <param name="Saved">Null while it is new.</param>
public sealed record ParkPage(
    Park? Saved, ParkForm Form, IReadOnlyList<ParkArea> Areas, IReadOnlyList<Figure> Figures, BuildingForm Building, ParkFigureForm Figure, Page<JournalLine>? History);
