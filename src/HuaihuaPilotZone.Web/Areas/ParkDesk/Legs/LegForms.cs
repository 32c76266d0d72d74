using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Legs;

/// <summary>A leg of the network.</summary>
public sealed class LegForm
{
    public int Version { get; set; }

    /// <summary>Chosen once, when the leg is new, as are the next two.</summary>
    [Display(Name = "起点")]
    public int? FromId { get; set; }

    [Display(Name = "终点")]
    public int? ToId { get; set; }

    [Display(Name = "运输方式")]
    public LegMode? Mode { get; set; }

    [Display(Name = "经过")]
    public string? Via { get; set; }

    [Display(Name = "经过（英文）")]
    public string? EnglishVia { get; set; }

    [Display(Name = "停用：不再供选择，已用的地方照旧")]
    public bool IsClosed { get; set; }

    /// <summary>From which day on it is so; today where nothing is typed.</summary>
    [Display(Name = "起始日")]
    public DateOnly? Since { get; set; }

    public static LegForm Of(Leg leg) => new()
    {
        Version = leg.Version,
        FromId = leg.FromId,
        ToId = leg.ToId,
        Mode = leg.Mode,
        Via = leg.Via,
        EnglishVia = leg.EnglishVia,
        IsClosed = leg.IsClosed,
    };

    public LegData ToData() => new(FromId ?? 0, ToId ?? 0, Mode ?? LegMode.Rail, FormText.Clean(Via), FormText.Clean(EnglishVia), IsClosed, Since);
}

public sealed class LegFormValidator : AbstractValidator<LegForm>
{
    public LegFormValidator()
    {
        RuleFor(f => f.FromId).NotNull().WithMessage("请选择起点。").When(f => f.Version == 0);
        RuleFor(f => f.ToId).NotNull().WithMessage("请选择终点。").When(f => f.Version == 0);
        RuleFor(f => f.Mode).NotNull().WithMessage("请选择运输方式。").IsInEnum().WithMessage("没有这种运输方式，请重新选择。").When(f => f.Version == 0);
        RuleFor(f => f.Via).MaximumLength(Leg.ViaMaxLength).WithMessage("经过最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishVia).MaximumLength(Leg.ViaMaxLength).WithMessage("经过（英文）最多 {MaxLength} 个字符。");
        RuleFor(f => f.Since).IsNear("起始日");
    }
}

/// <summary>A value to record from a day on.</summary>
public sealed class LegValueForm
{
    /// <summary>The leg's version that the form shows.</summary>
    public int Version { get; set; }

    [Display(Name = "数值项")]
    public LegQuantity? Quantity { get; set; }

    [Display(Name = "起始日")]
    public DateOnly? From { get; set; }

    [Display(Name = "数值")]
    public decimal? Value { get; set; }

    [Display(Name = "性质")]
    public FigureStatus? Status { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    public LegValueData ToData() => new(Quantity!.Value, From, Value!.Value, Status!.Value, FormText.Clean(Source)!);
}

public sealed class LegValueFormValidator : AbstractValidator<LegValueForm>
{
    public LegValueFormValidator()
    {
        RuleFor(f => f.Quantity).NotNull().WithMessage("请选择数值项。").IsInEnum().WithMessage("没有这个数值项，请重新选择。");
        RuleFor(f => f.Value).NotNull().WithMessage("请填写数值。");
        RuleFor(f => f.Status).NotNull().WithMessage("请选择性质。").IsInEnum().WithMessage("没有这种性质，请重新选择。");
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明来源，没有来源的数值不能保存。").MaximumLength(LegValue.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
    }
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
/// <param name="AsOf">The day as of which legs are shown; empty for now.</param>
public sealed record LegQuery(string? Q, LegMode? Mode, string? Sort, string? Dir, int? Page, DateOnly? AsOf = null)
{
    public bool IsNarrowed => Mode is not null || AsOf is not null || !string.IsNullOrWhiteSpace(Q);

    public LegFilter ToFilter() => new(Q, Mode, SortChoice.Of(Sort, LegSort.Ends), SortChoice.IsDescending(Dir), AsOf);
}

/// <summary>The list with what holds on a day.</summary>
/// <param name="On">The day whose values are shown.</param>
public sealed record LegListPage(LegQuery Query, Page<Leg> Rows, DateOnly On);

/// <summary>A leg with its values and history.</summary>
/// <param name="Saved">Null while it is being registered.</param>
/// <param name="Nodes">Ends to choose from.</param>
public sealed record LegPage(Leg? Saved, LegForm Form, LegValueForm Value, IReadOnlyList<Node> Nodes, Page<JournalLine>? History, DateOnly Today)
{
    /// <summary>What was said of it from time to time, the latest first.</summary>
    public Page<Turn>? Turns { get; init; }
}

/// <summary>A leg as it was on a day.</summary>
/// <param name="Leg">With all its values.</param>
public sealed record PastLegPage(Leg Leg, LegState State, DateOnly On);
