using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Departures;

/// <summary>Another time or size for one departure.</summary>
public sealed class DepartureForm
{
    public int Version { get; set; }

    /// <summary>Local time at the first stop, as is the next one.</summary>
    [Display(Name = "开车时间")]
    [DisplayFormat(DataFormatString = "{0:yyyy-MM-ddTHH:mm}", ApplyFormatInEditMode = true)]
    public DateTime? LeavesAt { get; set; }

    [Display(Name = "截单时间")]
    [DisplayFormat(DataFormatString = "{0:yyyy-MM-ddTHH:mm}", ApplyFormatInEditMode = true)]
    public DateTime? CutOffAt { get; set; }

    [Display(Name = "舱位")]
    public int? Capacity { get; set; }

    [Display(Name = "原因")]
    public string? Reason { get; set; }

    public static DepartureForm Of(Departure departure)
    {
        var zone = departure.Stops[0].Node!.TimeZone;
        return new DepartureForm
        {
            Version = departure.Version,
            LeavesAt = LocalTime.FromUtc(departure.LeavesAt, zone),
            CutOffAt = LocalTime.FromUtc(departure.CutOffAt, zone),
            Capacity = departure.Capacity,
        };
    }

    public DepartureData ToData() => new(LeavesAt!.Value, CutOffAt!.Value, Capacity!.Value, Reason!.Trim());
}

public sealed class DepartureFormValidator : AbstractValidator<DepartureForm>
{
    private static readonly DateTime _first = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime _last = new(2200, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public DepartureFormValidator()
    {
        RuleFor(f => f.LeavesAt).NotNull().WithMessage("请填写开车时间。").Must(IsNear).WithMessage("开车时间应在 2000 至 2200 年之间。");
        RuleFor(f => f.CutOffAt).NotNull().WithMessage("请填写截单时间。").Must(IsNear).WithMessage("截单时间应在 2000 至 2200 年之间。");
        RuleFor(f => f.Capacity).NotNull().WithMessage("请填写舱位。");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明原因，公众会看到。").MaximumLength(Departure.ReasonMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
    }

    private static bool IsNear(DateTime? time) => time is not { } t || (t >= _first && t < _last);
}

/// <summary>A departure that is cancelled, or runs after all.</summary>
public sealed class CancellingForm
{
    public int Version { get; set; }

    [Display(Name = "原因")]
    public string? Why { get; set; }
}

public sealed class CancellingFormValidator : AbstractValidator<CancellingForm>
{
    public CancellingFormValidator() =>
        RuleFor(f => f.Why).NotEmpty().WithMessage("请写明原因，公众会看到。").MaximumLength(Departure.ReasonMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record DepartureQuery(string? Q, int? Service, DateOnly? From, DateOnly? Until, DepartureStatus? Status, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => Service is not null || From is not null || Until is not null || Status is not null || !string.IsNullOrWhiteSpace(Q);

    public DepartureFilter ToFilter() => new(Q, Service, From, Until, Status, SortChoice.Of(Sort, DepartureSort.Time), SortChoice.IsDescending(Dir));
}

/// <summary>The list.</summary>
public sealed record DepartureListPage(DepartureQuery Query, Page<Departure> Rows);

/// <summary>A departure with its stops and history.</summary>
public sealed record DeparturePage(Departure Departure, DepartureForm Form, CancellingForm Cancelling, TripDeadlines? Deadlines, Page<JournalLine> History, bool HasLeft);
