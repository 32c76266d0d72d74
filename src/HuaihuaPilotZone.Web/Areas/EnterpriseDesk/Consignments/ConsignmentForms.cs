using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Consignments;

/// <summary>A stop as it is typed; times are Huaihua's.</summary>
public sealed class StopForm
{
    public string? Place { get; set; }

    public DateTime? Arrival { get; set; }

    public DateTime? Departure { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Place) && Arrival is null && Departure is null;
}

/// <summary>A consignment to make or to correct.</summary>
public sealed class ConsignmentForm
{
    private const int EmptyRows = 2;
    private const int FirstRows = 4;

    private static readonly char[] _between = [' ', ',', '，', '、', ';', '；', '\t', '\r', '\n'];
    private static readonly char[] _lines = [',', '，', '、', ';', '；', '\r', '\n'];

    public int Version { get; set; }

    [Display(Name = "货物")]
    public string? Goods { get; set; }

    [Display(Name = "订单")]
    public string? Order { get; set; }

    [Display(Name = "预申报")]
    public string? Declarations { get; set; }

    [Display(Name = "集装箱号")]
    public string? Containers { get; set; }

    [Display(Name = "箱号已与箱体核对无误")]
    public bool AreContainersChecked { get; set; }

    [Display(Name = "物流服务商")]
    public string? Providers { get; set; }

    [Display(Name = "提运单号")]
    public string? WaybillNo { get; set; }

    [Display(Name = "订舱号")]
    public string? BookingNo { get; set; }

    [Display(Name = "最低温度")]
    public decimal? TemperatureLow { get; set; }

    [Display(Name = "最高温度")]
    public decimal? TemperatureHigh { get; set; }

    [Display(Name = "允许凭号码公开查询")]
    public bool IsTrackable { get; set; } = true;

    [Display(Name = "备注")]
    public string? Note { get; set; }

    public List<StopForm> Stops { get; set; } = [];

    /// <summary>Places to choose from; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<string> Places { get; set; } = [];

    /// <summary>The address that the form is sent to and the page behind it; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public string? Number { get; set; }

    /// <summary>Rows to show: what is there, and room for more.</summary>
    public IReadOnlyList<StopForm> Rows => [.. Stops, .. Enumerable.Range(0, Math.Min(Consignment.MostStops - Stops.Count, Math.Max(EmptyRows, FirstRows - Stops.Count))).Select(_ => new StopForm())];

    public static ConsignmentForm Of(Consignment saved) => new()
    {
        Version = saved.Version,
        Goods = saved.Goods,
        Order = saved.Order?.RecordNo,
        Declarations = string.Join('\n', saved.Declarations.Select(d => d.Declaration!.Number)),
        Containers = string.Join('\n', saved.Containers.Select(k => k.Number)),
        AreContainersChecked = saved.Containers.Exists(k => Customs.Identifiers.ContainerNumber.Check(k.Number) is not null),
        Providers = string.Join('\n', saved.Providers.Select(p => p.Enterprise!.Name)),
        WaybillNo = saved.WaybillNo,
        BookingNo = saved.BookingNo,
        TemperatureLow = saved.TemperatureLow / 100m,
        TemperatureHigh = saved.TemperatureHigh / 100m,
        IsTrackable = saved.IsTrackable,
        Note = saved.Note,
        Stops = [.. saved.Stops.Select(s => new StopForm { Place = s.Place, Arrival = Local(s.ArrivalPlanned), Departure = Local(s.DeparturePlanned) })],
    };

    /// <summary>What a booking says already: goods, temperatures, its declaration and the stops between which the goods travel.</summary>
    public static ConsignmentForm Of(Booking booking)
    {
        var stops = booking.Departure!.Stops.OrderBy(s => s.Position).SkipWhile(s => s.NodeId != booking.FromId).ToList();
        var last = stops.FindIndex(s => s.NodeId == booking.ToId);
        if (last >= 0) stops = stops[..(last + 1)];
        return new ConsignmentForm
        {
            Goods = booking.Goods,
            BookingNo = booking.Number,
            Declarations = booking.Declaration?.Number.ToString(),
            TemperatureLow = booking.LowestTemperature,
            TemperatureHigh = booking.HighestTemperature,
            Stops = [.. stops.Select((s, i) => new StopForm { Place = s.Node!.Name, Arrival = i == 0 ? null : Local(s.ArrivesAt), Departure = i == stops.Count - 1 ? null : Local(s.LeavesAt) })],
        };
    }

    public ConsignmentData ToData() => new(
        FormText.Clean(Goods)!, FormText.Clean(Order), Parts(Declarations, _between), Parts(Containers, _between), AreContainersChecked, Parts(Providers, _lines), FormText.Clean(WaybillNo), FormText.Clean(BookingNo),
        TemperatureLow, TemperatureHigh, IsTrackable, FormText.Clean(Note),
        [.. Stops.Where(s => !s.IsEmpty).Select(s => new StopData(s.Place!.Trim(), Utc(s.Arrival), Utc(s.Departure)))]);

    /// <summary>As a field of a browser has it.</summary>
    public static string? Field(DateTime? local) => local?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Parts(string? typed, char[] between) => [.. (typed ?? "").Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    private static DateTime? Local(DateTime? utc) => utc is { } at ? ChinaTime.FromUtc(at) : null;

    private static DateTime? Utc(DateTime? local) => local is { } at ? ChinaTime.ToUtc(at) : null;
}

public sealed class ConsignmentFormValidator : AbstractValidator<ConsignmentForm>
{
    private const decimal Coldest = -100m;
    private const decimal Hottest = 100m;
    private const int ListMaxLength = 1000;

    public ConsignmentFormValidator()
    {
        RuleFor(f => f.Goods).NotEmpty().WithMessage("请填写货物，如拉杆箱。").MaximumLength(Consignment.GoodsMaxLength).WithMessage("货物最多 {MaxLength} 个字。");
        RuleFor(f => f.Order).MaximumLength(100).WithMessage("订单最多 {MaxLength} 个字符。");
        RuleFor(f => f.Declarations).MaximumLength(ListMaxLength).WithMessage("预申报最多 {MaxLength} 个字符。");
        RuleFor(f => f.Containers).MaximumLength(ListMaxLength).WithMessage("集装箱号最多 {MaxLength} 个字符。");
        RuleFor(f => f.Providers).MaximumLength(ListMaxLength).WithMessage("物流服务商最多 {MaxLength} 个字。");
        RuleFor(f => f.WaybillNo).MaximumLength(Consignment.ReferenceMaxLength).WithMessage("提运单号最多 {MaxLength} 个字符。");
        RuleFor(f => f.BookingNo).MaximumLength(Consignment.ReferenceMaxLength).WithMessage("订舱号最多 {MaxLength} 个字符。");
        RuleFor(f => f.TemperatureLow).InclusiveBetween(Coldest, Hottest).WithMessage("最低温度应在 -100 到 100 ℃ 之间。");
        RuleFor(f => f.TemperatureHigh).InclusiveBetween(Coldest, Hottest).WithMessage("最高温度应在 -100 到 100 ℃ 之间。");
        RuleFor(f => f.Note).MaximumLength(Consignment.NoteMaxLength).WithMessage("备注最多 {MaxLength} 个字。");
        RuleFor(f => f.Stops).Must(stops => stops.TrueForAll(s => s.IsEmpty || !string.IsNullOrWhiteSpace(s.Place))).WithMessage("写了时间的行也要写地点。")
            .Must(stops => stops.TrueForAll(s => s.Place is null || s.Place.Trim().Length <= ConsignmentStop.PlaceMaxLength)).WithMessage($"地点最多 {ConsignmentStop.PlaceMaxLength} 个字。");
    }
}

/// <summary>A step that the owner takes.</summary>
public sealed class ConsignmentStepForm
{
    public ConsignmentStep? Step { get; set; }

    [Display(Name = "原因")]
    public string? Reason { get; set; }
}

public sealed class ConsignmentStepFormValidator : AbstractValidator<ConsignmentStepForm>
{
    public ConsignmentStepFormValidator()
    {
        RuleFor(f => f.Step).NotNull().WithMessage("请选择要做的操作。").IsInEnum().WithMessage("没有这种操作，请刷新后再试。");
        RuleFor(f => f.Reason).MaximumLength(Consignment.NoteMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
    }
}

/// <summary>A device that travels along.</summary>
public sealed class SensorForm
{
    [Display(Name = "设备编号")]
    public string? Device { get; set; }
}

public sealed class SensorFormValidator : AbstractValidator<SensorForm>
{
    public SensorFormValidator() => RuleFor(f => f.Device).NotEmpty().WithMessage("请填写设备编号。").MaximumLength(Sensor.DeviceMaxLength).WithMessage("设备编号最多 {MaxLength} 个字符。");
}

/// <summary>What its owner does with a proposed way.</summary>
public enum ReplanChoice
{
    Accept,
    Decline,
}

/// <summary>The decision on a proposed way.</summary>
public sealed class ReplanForm
{
    public ReplanChoice? Choice { get; set; }
}

public sealed class ReplanFormValidator : AbstractValidator<ReplanForm>
{
    public ReplanFormValidator() => RuleFor(f => f.Choice).NotNull().WithMessage("请选择采用新路线或保持原计划。").IsInEnum().WithMessage("没有这种操作，请刷新后再试。");
}
