using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Statistics;

/// <summary>What narrows and orders the list of values, as the address has it.</summary>
public sealed class ObservationQuery
{
    public string? Q { get; set; }

    public int? Indicator { get; set; }

    public ObservationState? State { get; set; }

    public FigureStatus? Status { get; set; }

    public FigureKind? Kind { get; set; }

    public ObservationSort Sort { get; set; }

    /// <summary>asc or desc; newest first without it.</summary>
    public string? Dir { get; set; }

    public int? Page { get; set; }

    public bool Descending => !string.Equals(Dir, "asc", StringComparison.OrdinalIgnoreCase);

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Q) || Indicator is not null || Status is not null || Kind is not null;

    public ObservationFilter ToFilter() => new(Q, Indicator, State, Status, Kind, Sort, Descending);
}

/// <summary>The list of values.</summary>
public sealed record ObservationListPage(
    ObservationQuery Query, Page<Observation> Rows, IReadOnlyList<Indicator> Indicators, IReadOnlyDictionary<ObservationState, int> Counts);

/// <summary>A value as it is typed; its state is changed by acts alone.</summary>
public sealed class ObservationForm
{
    public int Version { get; set; }

    [Display(Name = "指标和系列")]
    public int? SeriesId { get; set; }

    [Display(Name = "期间")]
    public string? Period { get; set; }

    [Display(Name = "数值")]
    public decimal? Value { get; set; }

    [Display(Name = "限定")]
    public FigureBound Bound { get; set; }

    [Display(Name = "数据状态")]
    public FigureStatus? Status { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "来源网址")]
    public string? SourceAddress { get; set; }

    [Display(Name = "来源日期")]
    public string? SourceDate { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }

    [Display(Name = "英文说明")]
    public string? EnglishNote { get; set; }

    public static ObservationForm Of(Observation row) => new()
    {
        Version = row.Version,
        SeriesId = row.SeriesId,
        Period = row.Period,
        Value = decimal.Parse(row.Value.ToString("0.#####", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        Bound = row.Bound,
        Status = row.Status,
        Source = row.Source,
        SourceAddress = row.SourceAddress,
        SourceDate = row.SourceDate,
        Note = row.Note,
        EnglishNote = row.EnglishNote,
    };

    public ObservationData ToData() => new(
        SeriesId!.Value, Period!.Trim(), Value!.Value, Bound, Status!.Value, Texts.Tidy(Source), Texts.Tidy(SourceAddress), Texts.Tidy(SourceDate), Texts.Tidy(Note), Texts.Tidy(EnglishNote));
}

public sealed class ObservationFormValidator : AbstractValidator<ObservationForm>
{
    public ObservationFormValidator()
    {
        RuleFor(f => f.SeriesId).NotNull().WithMessage("请选择指标和系列。");
        RuleFor(f => f.Period).NotEmpty().WithMessage("请填写期间。").MaximumLength(PartialDate.MaxLength).WithMessage("期间应写成 2026、2026-03 或 2026-03-18。");
        RuleFor(f => f.Value).NotNull().WithMessage("请填写数值。");
        RuleFor(f => f.Bound).IsInEnum().WithMessage("请选择限定。");
        RuleFor(f => f.Status).NotNull().WithMessage("请选择数据状态。").IsInEnum().WithMessage("请选择数据状态。");
        RuleFor(f => f.Source).MaximumLength(Observation.SourceMaxLength).WithMessage($"来源最多 {Observation.SourceMaxLength} 个字。");
        RuleFor(f => f.SourceAddress).MaximumLength(Observation.SourceAddressMaxLength).WithMessage($"来源网址最多 {Observation.SourceAddressMaxLength} 个字符。");
        RuleFor(f => f.SourceDate).MaximumLength(PartialDate.MaxLength).WithMessage("来源日期应写成 2026、2026-03 或 2026-03-18，不能晚于今天。");
        RuleFor(f => f.Note).MaximumLength(Observation.NoteMaxLength).WithMessage($"说明最多 {Observation.NoteMaxLength} 个字。");
        RuleFor(f => f.EnglishNote).MaximumLength(Observation.EnglishNoteMaxLength).WithMessage($"英文说明最多 {Observation.EnglishNoteMaxLength} 个字符。");
    }
}

/// <summary>One value: its form, who did what, and what may be done now.</summary>
/// <param name="Saved">Null for a new one.</param>
/// <param name="IsOwn">Whether the visitor typed it, so that another person has to check it.</param>
public sealed record ObservationPage(ObservationForm Form, IReadOnlyList<Indicator> Indicators, Observation? Saved, Page<JournalLine>? History, bool IsOwn);

/// <summary>A file with values.</summary>
public sealed class ObservationImportForm
{
    [Display(Name = "文件")]
    public IFormFile? File { get; set; }
}

public sealed class ObservationImportFormValidator : AbstractValidator<ObservationImportForm>
{
    public const int MostBytes = 5_000_000;

    public ObservationImportFormValidator() =>
        RuleFor(f => f.File).NotNull().WithMessage("请选择文件。").Must(f => f is null || f.Length <= MostBytes).WithMessage("文件最大 5 兆字节。");
}
