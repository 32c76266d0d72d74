using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tracking;

/// <summary>How a device stands.</summary>
public enum SensorStanding
{
    /// <summary>正常.</summary>
    Fine,

    /// <summary>超出范围: its last temperature is out of what was agreed.</summary>
    Outside,

    /// <summary>没有新数据: silent for longer than it may be, while the goods are on their way.</summary>
    Silent,

    /// <summary>等待数据: announced, and has never spoken.</summary>
    Waiting,
}

public enum SensorSort
{
    /// <summary>By when it was heard last.</summary>
    Heard,
    Device,
    Temperature,
}

/// <summary>What a list of devices is narrowed to and how it is ordered.</summary>
/// <param name="ViewerId">Only devices of consignments that this enterprise owns, and its own ones on consignments that name it; null for the park.</param>
public sealed record SensorFilter(string? Text = null, SensorStanding? Standing = null, int? ViewerId = null, SensorSort Sort = SensorSort.Heard, bool Descending = true);

/// <summary>A device in a list.</summary>
/// <param name="IsOpen">Whether its consignment is still on its way.</param>
/// <param name="FirstContainer">Null where the consignment has none.</param>
/// <param name="LastTemperature">Hundredths of a degree.</param>
/// <param name="TemperatureLow">Hundredths of a degree, as agreed for the consignment.</param>
/// <param name="TemperatureHigh">Hundredths of a degree, as agreed for the consignment.</param>
/// <param name="SilentBefore">UTC; who was heard before and not since counts as silent.</param>
public sealed record SensorRow(
    int Id, string Device, string ConsignmentNumber, bool IsOpen, int OwnerId, string OwnerName, string FromPlace, string ToPlace, string? FirstContainer, DateTime? LastAt, int? LastTemperature,
    decimal? LastLatitude, decimal? LastLongitude, int? TemperatureLow, int? TemperatureHigh, bool IsDemonstration, DateTime SilentBefore)
{
    public SensorStanding Standing => LastAt is not { } last ? SensorStanding.Waiting
        : IsOpen && last < SilentBefore ? SensorStanding.Silent
        : LastTemperature < TemperatureLow || LastTemperature > TemperatureHigh ? SensorStanding.Outside : SensorStanding.Fine;

    /// <summary>Whether a temperature is out of what was agreed.</summary>
    public bool IsOutside(int? temperature) => temperature < TemperatureLow || temperature > TemperatureHigh;
}

/// <summary>Which readings of a device are wanted.</summary>
/// <param name="From">First civil day; null for as far back as they are kept.</param>
/// <param name="To">Last civil day; null for up to now.</param>
/// <param name="OutsideOnly">Only those out of the agreed range.</param>
public sealed record ReadingFilter(DateOnly? From = null, DateOnly? To = null, bool OutsideOnly = false, bool OldestFirst = false);

/// <summary>
/// Devices and their readings for lists, charts and files: all of them for the park; for an enterprise those of its own consignments, and of consignments that name it
/// as provider those that it spoke for itself. What other providers report of the same goods is their customer's.
/// </summary>
public sealed class SensorLists(PortalDbContext db, IOptions<TrackingOptions> options, ChinaTime time)
{
    /// <summary>Days after which readings are forgotten.</summary>
    public int KeptDays => options.Value.ReadingsKeptDays;

    public Task<Page<SensorRow>> ListAsync(SensorFilter filter, PageRequest page, CancellationToken cancellation) => Rows(Ordered(Narrowed(filter), filter)).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<SensorRow> StreamAsync(SensorFilter filter) => Rows(Ordered(Narrowed(filter), filter)).AsAsyncEnumerable();

    /// <param name="viewerId">The enterprise that asks; null for the park.</param>
    /// <returns>Null where there is no such device, or where neither the goods nor the device are the enterprise's.</returns>
    public Task<SensorRow?> FindAsync(int id, int? viewerId, CancellationToken cancellation) => Rows(Of(viewerId).Where(s => s.Id == id)).SingleOrDefaultAsync(cancellation);

    /// <param name="sensor">As <see cref="FindAsync"/> gave it to whoever asks.</param>
    public Task<Page<ReadingRow>> ReadingsAsync(SensorRow sensor, ReadingFilter filter, PageRequest page, CancellationToken cancellation) => Lines(sensor, filter).ToPageAsync(page, cancellation);

    /// <summary>All readings of a list, for a file.</summary>
    /// <param name="sensor">As <see cref="FindAsync"/> gave it to whoever asks.</param>
    public IAsyncEnumerable<ReadingRow> StreamReadingsAsync(SensorRow sensor, ReadingFilter filter) => Lines(sensor, filter).AsAsyncEnumerable();

    /// <summary>The temperatures of some days, thinned. What a chart is narrowed to is the days alone: one without its other readings would show a course that never was.</summary>
    /// <param name="sensor">As <see cref="FindAsync"/> gave it to whoever asks.</param>
    public Task<ReadingChart> ChartAsync(SensorRow sensor, ReadingFilter filter, CancellationToken cancellation) => ReadingChart.OfAsync(Readings(sensor, filter with { OutsideOnly = false }), cancellation);

    private IQueryable<Sensor> Of(int? viewerId)
    {
        var sensors = db.Sensors.AsNoTracking();
        if (viewerId is not { } viewer) return sensors;
        return sensors.Where(s => s.Consignment!.EnterpriseId == viewer || (s.ProviderId == viewer && s.Consignment.Providers.Any(p => p.EnterpriseId == viewer)));
    }

    private IQueryable<Sensor> Narrowed(SensorFilter filter)
    {
        var (sensors, silent) = (Of(filter.ViewerId), SilentBefore);
        if (SearchWord.Of(filter.Text) is { } word)
        {
            var upper = word.ToUpperInvariant();
            sensors = sensors.Where(s => s.Device.Contains(word) || s.Consignment!.Number.Contains(upper) || s.Consignment.Enterprise!.Name.Contains(word) || s.Consignment.Containers.Any(k => k.Number.Contains(upper)));
        }
        return filter.Standing switch
        {
            SensorStanding.Waiting => sensors.Where(s => s.LastAt == null),
            SensorStanding.Silent => sensors.Where(s => s.LastAt < silent && s.Consignment!.State == ConsignmentState.Open),
            SensorStanding.Outside => Speaking(sensors, silent).Where(s => s.LastTemperature < s.Consignment!.TemperatureLow || s.LastTemperature > s.Consignment.TemperatureHigh),
            SensorStanding.Fine => Speaking(sensors, silent).Where(s => s.LastTemperature == null
                || ((s.Consignment!.TemperatureLow == null || s.LastTemperature >= s.Consignment.TemperatureLow) && (s.Consignment.TemperatureHigh == null || s.LastTemperature <= s.Consignment.TemperatureHigh))),
            _ => sensors,
        };
    }

    private static IQueryable<Sensor> Speaking(IQueryable<Sensor> sensors, DateTime silent) => sensors.Where(s => s.LastAt != null && (s.LastAt >= silent || s.Consignment!.State != ConsignmentState.Open));

    private static IQueryable<Sensor> Ordered(IQueryable<Sensor> sensors, SensorFilter filter) => (filter.Sort, filter.Descending) switch
    {
        (SensorSort.Device, false) => sensors.OrderBy(s => s.Device).ThenBy(s => s.Id),
        (SensorSort.Device, true) => sensors.OrderByDescending(s => s.Device).ThenByDescending(s => s.Id),
        (SensorSort.Temperature, false) => sensors.OrderBy(s => s.LastTemperature).ThenBy(s => s.Id),
        (SensorSort.Temperature, true) => sensors.OrderByDescending(s => s.LastTemperature).ThenByDescending(s => s.Id),
        (_, false) => sensors.OrderBy(s => s.LastAt).ThenBy(s => s.Id),
        _ => sensors.OrderByDescending(s => s.LastAt).ThenByDescending(s => s.Id),
    };

    private IQueryable<SensorRow> Rows(IQueryable<Sensor> sensors)
    {
        var silent = SilentBefore;
        return sensors.Select(s => new SensorRow(
            s.Id, s.Device, s.Consignment!.Number, s.Consignment.State == ConsignmentState.Open, s.Consignment.EnterpriseId, s.Consignment.Enterprise!.Name, s.Consignment.FromPlace, s.Consignment.ToPlace,
            s.Consignment.Containers.OrderBy(k => k.Id).Select(k => k.Number).FirstOrDefault(), s.LastAt, s.LastTemperature, s.LastLatitude, s.LastLongitude,
            s.Consignment.TemperatureLow, s.Consignment.TemperatureHigh, s.Consignment.IsDemonstration, silent));
    }

    private IQueryable<ReadingRow> Lines(SensorRow sensor, ReadingFilter filter)
    {
        var readings = Readings(sensor, filter);
        var device = sensor.Device;
        return (filter.OldestFirst ? readings.OrderBy(r => r.At) : readings.OrderByDescending(r => r.At)).Select(r => new ReadingRow(device, r.At, r.Temperature, r.Latitude, r.Longitude));
    }

    private IQueryable<SensorReading> Readings(SensorRow sensor, ReadingFilter filter)
    {
        var readings = db.SensorReadings.AsNoTracking().Where(r => r.SensorId == sensor.Id);
        if (filter.From is { } from)
        {
            var start = ChinaTime.StartOf(from);
            readings = readings.Where(r => r.At >= start);
        }
        if (filter.To is { } to)
        {
            var end = ChinaTime.StartOf(to.AddDays(1));
            readings = readings.Where(r => r.At < end);
        }
        if (!filter.OutsideOnly) return readings;
        var (low, high) = (sensor.TemperatureLow, sensor.TemperatureHigh);
        return readings.Where(r => r.Temperature < low || r.Temperature > high);
    }

    private DateTime SilentBefore => time.UtcNow.AddMinutes(-options.Value.SilentSensorMinutes);
}

public static class SensorWords
{
    public static string Word(this SensorStanding standing) => standing switch
    {
        SensorStanding.Fine => "正常",
        SensorStanding.Outside => "超出范围",
        SensorStanding.Silent => "没有新数据",
        SensorStanding.Waiting => "等待数据",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };
}
