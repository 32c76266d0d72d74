using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Yard;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.YardGate;

/// <summary>A passage through the gate.</summary>
public abstract class GateForm
{
    [Display(Name = "集装箱号")]
    public string? Container { get; set; }

    [Display(Name = "日期")]
    public DateOnly? Day { get; set; }

    [Display(Name = "时间")]
    public string? At { get; set; }

    [Display(Name = "车次或车牌")]
    public string? Vehicle { get; set; }

    [Display(Name = "备注")]
    public string? Note { get; set; }

    /// <summary>On clocks in Huaihua; asked only where the form is right.</summary>
    internal DateTime Moment => Day!.Value.ToDateTime(Clock(At)!.Value);

    internal static TimeOnly? Clock(string? typed) => TimeOnly.TryParseExact(typed?.Trim(), ["H:mm", "HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}

/// <summary>A container that comes in.</summary>
public sealed class GateInForm : GateForm
{
    [Display(Name = "已对照箱体核对，箱号确实如此")]
    public bool IsCompared { get; set; }

    [Display(Name = "空重")]
    public ContainerLoad? Load { get; set; }

    [Display(Name = "箱型")]
    public string? Size { get; set; }

    [Display(Name = "箱位")]
    public string? Position { get; set; }

    [Display(Name = "企业")]
    public string? Firm { get; set; }

    internal GateInData ToData(int? enterpriseId) => new(
        Container!, Moment, enterpriseId, Load!.Value, FormText.Clean(Size)?.ToUpperInvariant(), FormText.Clean(Vehicle), FormText.Clean(Note), IsCompared, FormText.Clean(Position)?.ToUpperInvariant());
}

/// <summary>A container that goes out.</summary>
public sealed class GateOutForm : GateForm
{
    internal GateOutData ToData() => new(Container!, Moment, FormText.Clean(Vehicle), FormText.Clean(Note));
}

/// <summary>What both passages ask for.</summary>
public abstract class GateFormValidator<T> : AbstractValidator<T>
    where T : GateForm
{
    protected GateFormValidator()
    {
        RuleFor(f => f.Container).NotEmpty().WithMessage("请填写集装箱号。").MaximumLength(30).WithMessage("集装箱号最多 {MaxLength} 个字符。");
        RuleFor(f => f.Day).NotNull().WithMessage("请填写日期。");
        RuleFor(f => f.At).Must(at => GateForm.Clock(at) is not null).WithMessage("请填写时间，如 14:30。");
        RuleFor(f => f.Vehicle).MaximumLength(GateMove.VehicleMaxLength).WithMessage("车次或车牌最多 {MaxLength} 个字符。");
        RuleFor(f => f.Note).MaximumLength(GateMove.NoteMaxLength).WithMessage("备注最多 {MaxLength} 个字。");
    }
}

public sealed class GateInFormValidator : GateFormValidator<GateInForm>
{
    public GateInFormValidator()
    {
        RuleFor(f => f.Firm).MaximumLength(200).WithMessage("企业最多 {MaxLength} 个字。");
        RuleFor(f => f.Load).NotNull().WithMessage("请选择空箱或重箱。").IsInEnum().WithMessage("没有这种选择，请重新选择。");
        RuleFor(f => f.Size).MaximumLength(YardStay.SizeMaxLength).WithMessage("箱型最多 {MaxLength} 个字符。");
        RuleFor(f => f.Position).MaximumLength(YardPosition.CodeMaxLength).WithMessage("箱位最多 {MaxLength} 个字符。");
    }
}

public sealed class GateOutFormValidator : GateFormValidator<GateOutForm>;

/// <summary>Why a line of the log is taken back.</summary>
public sealed class TakeBackForm
{
    [Display(Name = "原因")]
    public string? Reason { get; set; }
}

public sealed class TakeBackFormValidator : AbstractValidator<TakeBackForm>
{
    public TakeBackFormValidator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明原因，如箱号登记错了。").MaximumLength(GateMove.NoteMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
}

/// <summary>The address bar of the log. Whatever stands in it, a list is shown.</summary>
public sealed record GateQuery(string? Q, GateDirection? Direction, DateOnly? From, DateOnly? To, string? Dir, int? Page)
{
    public bool IsNarrowed => Direction is not null || From is not null || To is not null || !string.IsNullOrWhiteSpace(Q);

    public GateFilter ToFilter() => new(Q, Direction, From, To, OldestFirst: !SortChoice.IsDescending(Dir, usual: true));
}

public sealed class GateQueryValidator : AbstractValidator<GateQuery>
{
    public GateQueryValidator() => RuleFor(q => q.Q).MaximumLength(SearchWord.MaxLength).WithMessage("搜索词最多 {MaxLength} 个字。");
}

/// <summary>The log.</summary>
public sealed record GateListPage(GateQuery Query, Page<GateRow> Rows);

/// <summary>The page that asks why a line is taken back.</summary>
public sealed record TakeBackPage(GateRow Row, TakeBackForm Form);
