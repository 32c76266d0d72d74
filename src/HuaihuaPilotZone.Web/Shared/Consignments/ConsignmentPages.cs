using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Consignments.Replanning;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Shared.Consignments;

/// <summary>The address bar of a list of consignments. Whatever stands in it, a list is shown.</summary>
public sealed record ConsignmentQuery(string? Q, ConsignmentState? State, bool? Alert, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || Alert == true || !string.IsNullOrWhiteSpace(Q);

    public ConsignmentFilter ToFilter() => new(Q, State, HasAlert: Alert == true, Sort: SortChoice.Of(Sort, ConsignmentSort.Created), Descending: SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>A list of consignments at one of the desks.</summary>
/// <param name="Home">Address of the list.</param>
/// <param name="Progress">How far those on the page have come, by their ids.</param>
public sealed record ConsignmentListPage(string Home, ConsignmentQuery Query, Page<ConsignmentRow> Rows, IReadOnlyDictionary<int, ConsignmentProgress> Progress, bool IsPark = false);

/// <summary>A consignment as one of the desks sees it.</summary>
/// <param name="Reason">What was typed for a step that was refused.</param>
/// <param name="Device">What was typed of a sensor that was refused.</param>
/// <param name="Declaration">What was typed of a declaration that was refused.</param>
public sealed record ConsignmentPage(Consignment Consignment, IReadOnlyList<TimelineLine> Timeline, IReadOnlyList<SensorChart> Sensors, Page<AlertRow> Alerts, IReadOnlyList<Replan> Replans, bool IsPark, string? Reason = null, string? Device = null, string? Declaration = null)
{
    /// <summary>How far it has come.</summary>
    public ConsignmentProgress Progress { get; } = ConsignmentProgress.Of(Consignment.State, Consignment.Stops);

    /// <summary>Where the desk begins.</summary>
    public string Desk => IsPark ? "/park" : "/enterprise";

    /// <summary>Where a line of the timeline leads to; null for nowhere. Orders are seen by their owner alone.</summary>
    public string? AddressOf(TimelineLine line) => line switch
    {
        { Link: null } => null,
        { Subject: TimelineSubject.Declaration } => $"{Desk}/declarations/{line.Link}",
        { Subject: TimelineSubject.Booking } => $"{Desk}/bookings/{line.Link}",
        { Subject: TimelineSubject.Order } when !IsPark => $"/enterprise/orders/{line.Link}",
        _ => null,
    };
}

public static class ConsignmentLooks
{
    public static string Tone(this ConsignmentState state) => state switch
    {
        ConsignmentState.Open => "info",
        ConsignmentState.Delivered => "ok",
        _ => "mute",
    };

    public static string Tone(this ProgressStage stage) => stage switch
    {
        ProgressStage.Arrived or ProgressStage.Delivered => "ok",
        ProgressStage.Waiting or ProgressStage.Cancelled => "hollow",
        _ => "info",
    };

    /// <summary>What stands on the button.</summary>
    public static string Word(this ConsignmentStep step) => step switch
    {
        ConsignmentStep.Deliver => "记为已送达",
        ConsignmentStep.Cancel => "取消货运单",
        ConsignmentStep.Reopen => "恢复在办",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    public static string Word(this TimelineSubject subject) => subject switch
    {
        TimelineSubject.Consignment => "货运单",
        TimelineSubject.Order => "订单",
        TimelineSubject.Declaration => "预申报",
        TimelineSubject.Booking => "订舱",
        TimelineSubject.Event => "物流",
        TimelineSubject.Alert => "预警",
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, null),
    };

    /// <summary>Hundredths of a degree as people read them.</summary>
    public static string Degrees(int hundredths) => (hundredths / 100m).ToString("0.0#", CultureInfo.InvariantCulture);

    /// <summary>How far the last estimate of an arrival was from what happened; null while one of them is missing.</summary>
    public static string? Error(this ConsignmentStop stop)
    {
        if (stop.ArrivalActual - stop.ArrivalEstimated is not { } error) return null;
        var minutes = (int)error.TotalMinutes;
        var size = Math.Abs(minutes) >= 120 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(minutes) / 60m:0.#} 小时") : string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(minutes)} 分钟");
        return minutes == 0 ? "与预计相同" : $"比预计{(minutes > 0 ? "晚" : "早")} {size}";
    }

    /// <summary>The agreed range; null where none is agreed.</summary>
    public static string? Range(this Consignment consignment) => Range(consignment.TemperatureLow, consignment.TemperatureHigh);

    /// <summary>A range as people read it; null where there is neither end.</summary>
    /// <param name="lowest">Hundredths of a degree.</param>
    /// <param name="highest">Hundredths of a degree.</param>
    public static string? Range(int? lowest, int? highest) => (lowest, highest) switch
    {
        ({ } low, { } high) => $"{Degrees(low)} 至 {Degrees(high)} ℃",
        ({ } low, null) => $"不低于 {Degrees(low)} ℃",
        (null, { } high) => $"不高于 {Degrees(high)} ℃",
        _ => null,
    };
}

/// <summary>Consignments and readings to take along.</summary>
public static class ConsignmentFile
{
    private static readonly string[] _head = ["货运单号", "状态", "货物", "企业", "起点", "终点", "集装箱", "箱数", "提运单号", "订舱号", "未关闭预警", "建立时间", "最近变化"];
    private static readonly string[] _readings = ["设备", "时间", "温度（℃）", "纬度", "经度"];

    public static Task SendAsync(HttpResponse response, IAsyncEnumerable<ConsignmentRow> rows, CancellationToken cancellation) => response.SendListAsync(
        "consignments", "货运单", _head, rows,
        row => [row.Number, row.State.Word(), row.Goods, row.EnterpriseName, row.FromPlace, row.ToPlace, row.FirstContainer, row.ContainerCount.ToString(CultureInfo.InvariantCulture), row.WaybillNo, row.BookingNo,
            row.OpenAlerts.ToString(CultureInfo.InvariantCulture), ListTimes.Of(row.CreatedAt), ListTimes.Of(row.TouchedAt)],
        cancellation);

    public static Task SendReadingsAsync(HttpResponse response, string number, IAsyncEnumerable<ReadingRow> rows, CancellationToken cancellation) => CsvFile.SendAsync(
        response, $"readings-{number}.csv", _readings, rows,
        row => [row.Device, ChinaTime.FromUtc(row.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), row.Temperature is { } t ? ConsignmentLooks.Degrees(t) : null, Number(row.Latitude), Number(row.Longitude)],
        cancellation);

    private static string? Number(decimal? value) => value?.ToString("0.#####", CultureInfo.InvariantCulture);
}
