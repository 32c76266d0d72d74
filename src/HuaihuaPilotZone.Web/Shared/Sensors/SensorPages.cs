using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Shared.Consignments;

namespace HuaihuaPilotZone.Web.Shared.Sensors;

/// <summary>The address bar of a list of devices. Whatever stands in it, a list is shown.</summary>
public sealed record SensorQuery(string? Q, SensorStanding? Standing, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => Standing is not null || !string.IsNullOrWhiteSpace(Q);

    /// <param name="viewer">The enterprise that asks; null for the park.</param>
    public SensorFilter ToFilter(int? viewer) => new(Q, Standing, viewer, SortChoice.Of(Sort, SensorSort.Heard), SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>The address bar of a device's readings; days are Huaihua's.</summary>
public sealed record ReadingQuery(DateOnly? From, DateOnly? To, bool? Outside, string? Dir, int? Page)
{
    public bool IsNarrowed => From is not null || To is not null || Outside == true;

    public ReadingFilter ToFilter() => new(DayChoice.Of(From), DayChoice.Of(To), Outside == true, OldestFirst: !SortChoice.IsDescending(Dir, usual: true));

    /// <summary>The days as a query, for the chart.</summary>
    public string Days => string.Create(CultureInfo.InvariantCulture, $"?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}");
}

/// <summary>Devices at one of the desks.</summary>
/// <param name="Desk">Where the desk begins.</param>
public sealed record SensorListPage(string Desk, SensorQuery Query, Page<SensorRow> Rows, int KeptDays)
{
    public bool IsPark => Desk == "/park";

    public string Home => $"{Desk}/sensors";
}

/// <summary>A device with its readings at one of the desks.</summary>
/// <param name="Desk">Where the desk begins.</param>
/// <param name="MayOpenConsignment">Whether the consignment has a page for the reader: its owner and the park.</param>
public sealed record SensorPage(string Desk, SensorRow Sensor, ReadingQuery Query, ReadingChart Chart, Page<ReadingRow> Readings, int KeptDays, bool MayOpenConsignment)
{
    public bool IsPark => Desk == "/park";

    public string Address => string.Create(CultureInfo.InvariantCulture, $"{Desk}/sensors/{Sensor.Id}");

    /// <summary>The agreed range; null where none is agreed.</summary>
    public string? Range => ConsignmentLooks.Range(Sensor.TemperatureLow, Sensor.TemperatureHigh);
}

/// <summary>What a chart is drawn from; degrees.</summary>
public sealed record ReadingDrawing(string Name, string Unit, decimal? Low, decimal? High, IReadOnlyList<ReadingDrawingPoint> Points)
{
    public static ReadingDrawing Of(SensorRow sensor, ReadingChart chart) => new(
        sensor.Device, "℃", sensor.TemperatureLow / 100m, sensor.TemperatureHigh / 100m,
        [.. chart.Points.Select(p => new ReadingDrawingPoint(ChinaTime.FromUtc(p.From).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture), p.Low / 100m, p.Mean / 100m, p.High / 100m))]);
}

/// <summary>One column of a chart; degrees, and the time in Huaihua.</summary>
public sealed record ReadingDrawingPoint(string At, decimal Low, decimal Mean, decimal High);

public static class SensorLooks
{
    public static string Tone(this SensorStanding standing) => standing switch
    {
        SensorStanding.Fine => "ok",
        SensorStanding.Outside => "bad",
        SensorStanding.Silent => "warn",
        _ => "mute",
    };

    /// <summary>Degrees of a place; null where none was reported.</summary>
    public static string? Degrees(decimal? value) => value?.ToString("0.#####", CultureInfo.InvariantCulture);
}

/// <summary>Devices and readings to take along.</summary>
public static class SensorFile
{
    private static readonly string[] _sensors = ["设备", "状态", "货运单号", "货主", "起点", "终点", "集装箱", "最近时间", "最近温度（℃）", "约定最低（℃）", "约定最高（℃）", "纬度", "经度"];
    private static readonly string[] _readings = ["设备", "时间", "温度（℃）", "超出范围", "纬度", "经度"];

    public static Task SendAsync(HttpResponse response, IAsyncEnumerable<SensorRow> rows, CancellationToken cancellation) => response.SendListAsync(
        "sensors", "传感器", _sensors, rows,
        row => [row.Device, row.Standing.Word(), row.ConsignmentNumber, row.OwnerName, row.FromPlace, row.ToPlace, row.FirstContainer, ListTimes.Of(row.LastAt), Temperature(row.LastTemperature),
            Temperature(row.TemperatureLow), Temperature(row.TemperatureHigh), SensorLooks.Degrees(row.LastLatitude), SensorLooks.Degrees(row.LastLongitude)],
        cancellation);

    public static Task SendReadingsAsync(HttpResponse response, SensorRow sensor, IAsyncEnumerable<ReadingRow> rows, CancellationToken cancellation) => response.SendListAsync(
        string.Create(CultureInfo.InvariantCulture, $"readings-{sensor.ConsignmentNumber}-{sensor.Id}"), "读数", _readings, rows,
        row => [row.Device, ChinaTime.FromUtc(row.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), Temperature(row.Temperature), sensor.IsOutside(row.Temperature) ? "是" : "否",
            SensorLooks.Degrees(row.Latitude), SensorLooks.Degrees(row.Longitude)],
        cancellation);

    private static string? Temperature(int? hundredths) => hundredths is { } value ? ConsignmentLooks.Degrees(value) : null;
}
