using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Yard.Inspections;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.InspectionSlots;

/// <summary>A range of days to make slots for.</summary>
public sealed class MakeForm
{
    [Display(Name = "从")]
    public DateOnly? From { get; set; }

    [Display(Name = "到")]
    public DateOnly? To { get; set; }
}

public sealed class MakeFormValidator : AbstractValidator<MakeForm>
{
    public MakeFormValidator()
    {
        RuleFor(f => f.From).NotNull().WithMessage("请填写起始日期。");
        RuleFor(f => f.To).NotNull().WithMessage("请填写截止日期。");
    }
}

/// <summary>A line of the weekly pattern.</summary>
public sealed class PatternForm
{
    /// <summary>Each of 1 to 5 and M that was ticked.</summary>
    [Display(Name = "工作日")]
    public IReadOnlyList<string>? Days { get; set; }

    [Display(Name = "开始")]
    public string? Begins { get; set; }

    [Display(Name = "结束")]
    public string? Ends { get; set; }

    [Display(Name = "地点")]
    public string? Place { get; set; }

    [Display(Name = "车位数")]
    public int? Capacity { get; set; }

    internal string DayMarks => string.Concat(PatternFormValidator.Marks.Where(m => Days?.Contains(m) == true));

    internal SlotHours ToHours() => new(PatternFormValidator.Minute(Begins)!.Value, PatternFormValidator.Minute(Ends)!.Value, Place!.Trim(), Capacity!.Value);
}

public sealed class PatternFormValidator : AbstractValidator<PatternForm>
{
    internal static readonly string[] Marks = ["1", "2", "3", "4", "5", "M"];

    public PatternFormValidator()
    {
        RuleFor(f => f.Days).Must(days => days is { Count: > 0 } && days.All(d => Marks.Contains(d))).WithMessage("请至少选一天。");
        RuleFor(f => f.Begins).Must(at => Minute(at) is not null).WithMessage("请填写开始时间，如 09:00。");
        RuleFor(f => f.Ends).Must(at => Minute(at) is not null).WithMessage("请填写结束时间，如 11:00。");
        RuleFor(f => f.Place).NotEmpty().WithMessage("请填写地点，如 1 号查验平台。").MaximumLength(InspectionSlot.PlaceMaxLength).WithMessage("地点最多 {MaxLength} 个字。");
        RuleFor(f => f.Capacity).NotNull().WithMessage("请填写车位数。");
    }

    internal static int? Minute(string? typed) =>
        TimeOnly.TryParseExact(typed?.Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? (at.Hour * 60) + at.Minute : null;
}

/// <summary>Changes of one slot.</summary>
public sealed class SlotForm
{
    public int Version { get; set; }

    [Display(Name = "车位数")]
    public int? Capacity { get; set; }

    [Display(Name = "停止预约，已约的不变")]
    public bool IsClosed { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }

    public static SlotForm Of(InspectionSlot slot) => new() { Version = slot.Version, Capacity = slot.Capacity, IsClosed = slot.IsClosed, Note = slot.Note };
}

public sealed class SlotFormValidator : AbstractValidator<SlotForm>
{
    public SlotFormValidator()
    {
        RuleFor(f => f.Capacity).NotNull().WithMessage("请填写车位数。");
        RuleFor(f => f.Note).MaximumLength(InspectionSlot.NoteMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
    }
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record SlotQuery(string? Q, DateOnly? From, DateOnly? To, bool? Free, string? Dir, int? Page)
{
    public bool IsNarrowed => From is not null || To is not null || Free == true || !string.IsNullOrWhiteSpace(Q);

    public SlotFilter ToFilter() => new(From, To, Q, Free == true ? 1 : null, SortChoice.IsDescending(Dir));
}

/// <summary>The slots, and what they are made from.</summary>
public sealed record SlotListPage(SlotQuery Query, Page<SlotRow> Rows, IReadOnlyList<SlotPattern> Patterns, MakeForm Make, PatternForm Pattern);

/// <summary>One slot with its bookings.</summary>
public sealed record SlotPage(InspectionSlot Slot, SlotForm Form, Page<BookingRow> Bookings, Page<JournalLine> History);
