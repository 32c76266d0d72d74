using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.WorkingDays;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.WorkingDays;

/// <summary>The notice of a year.</summary>
public sealed class YearSourceForm
{
    public int Version { get; set; }

    [Display(Name = "通知标题")]
    public string? Title { get; set; }

    [Display(Name = "原文网址")]
    public string? Address { get; set; }

    [Display(Name = "通知日期")]
    public DateOnly? On { get; set; }

    public static YearSourceForm Of(WorkingYear? year) => year is null ? new() : new() { Version = year.Version, Title = year.SourceTitle, Address = year.SourceAddress, On = year.SourceDate };

    public YearSource ToSource() => new(Title!.Trim(), string.IsNullOrWhiteSpace(Address) ? null : Address.Trim(), On!.Value);
}

public sealed class YearSourceFormValidator : AbstractValidator<YearSourceForm>
{
    public YearSourceFormValidator()
    {
        RuleFor(f => f.Title).NotEmpty().WithMessage("请填写通知标题。").MaximumLength(WorkingYear.TitleMaxLength).WithMessage($"通知标题最多 {WorkingYear.TitleMaxLength} 个字。");
        RuleFor(f => f.Address).MaximumLength(WorkingYear.AddressMaxLength).WithMessage($"原文网址最多 {WorkingYear.AddressMaxLength} 个字符。").Must(Websites.IsGood).WithMessage(Websites.Problem);
        RuleFor(f => f.On).NotNull().WithMessage("请填写通知日期。");
    }
}

/// <summary>A day off or a make-up day.</summary>
public sealed class SpecialDayForm
{
    /// <summary>Version of the day; 0 for a new one.</summary>
    public int DayVersion { get; set; }

    [Display(Name = "日期")]
    public DateOnly? Day { get; set; }

    [Display(Name = "安排")]
    public DayKind? Kind { get; set; }

    [Display(Name = "节日")]
    public string? Name { get; set; }

    public static SpecialDayForm Of(SpecialDay? day) => day is null ? new() : new() { DayVersion = day.Version, Day = day.Day, Kind = day.Kind, Name = day.Name };
}

public sealed class SpecialDayFormValidator : AbstractValidator<SpecialDayForm>
{
    public SpecialDayFormValidator()
    {
        RuleFor(f => f.Day).NotNull().WithMessage("请填写日期。");
        RuleFor(f => f.Kind).NotNull().WithMessage("请选择放假还是调休上班。").IsInEnum().WithMessage("请选择放假还是调休上班。");
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写节日，如春节。").MaximumLength(SpecialDay.NameMaxLength).WithMessage($"节日最多 {SpecialDay.NameMaxLength} 个字。");
    }
}

/// <summary>One year: its notice, its days, and the form for one more or for the one that is being changed.</summary>
/// <param name="Saved">Null while no arrangement has been entered.</param>
public sealed record WorkingYearPage(int Year, WorkingYear? Saved, YearSourceForm Source, SpecialDayForm Day);
