using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tracking;

/// <summary>What became of a batch of readings.</summary>
/// <param name="Accepted">How many are new.</param>
/// <param name="Repeated">How many were there before.</param>
public sealed record KeptReadings(int Accepted, int Repeated, IReadOnlyList<EventProblem> Problems);

/// <summary>A device and its readings, thinned to a number of columns that a chart can hold.</summary>
/// <param name="MinutesPerPoint">How many minutes a point stands for.</param>
public sealed record SensorChart(Sensor Sensor, int MinutesPerPoint, IReadOnlyList<TemperaturePoint> Points);

/// <summary>A reading in a file.</summary>
/// <param name="Temperature">Hundredths of a degree.</param>
public sealed record ReadingRow(string Device, DateTime At, int? Temperature, decimal? Latitude, decimal? Longitude);

/// <summary>Keeps what sensors say, thins it for charts and forgets it after its time.</summary>
public sealed class SensorBook(PortalDbContext db, PortalJournal journal, IOptions<TrackingOptions> options, ChinaTime time)
{
    private const string CodeField = "物流服务商";
    private const int MostTries = 3;
    private const int MostSensors = 10;
    private const int ForgottenAtOnce = 5000;

    /// <summary>Keeps readings for consignments that name the provider, of devices that are no other provider's. A reading that was kept before changes nothing.</summary>
    public async Task<KeptReadings> KeepAsync(int providerId, IReadOnlyList<ReportedReading> readings, CancellationToken cancellation)
    {
        List<string> numbers = [.. readings.Select(r => r.Consignment).Distinct(StringComparer.Ordinal)];
        var mine = await db.Consignments.Where(c => c.State == ConsignmentState.Open && numbers.Contains(c.Number) && c.Providers.Any(p => p.EnterpriseId == providerId))
            .Select(c => new { c.Number, c.Id }).ToDictionaryAsync(c => c.Number, c => c.Id, StringComparer.Ordinal, cancellation);
        List<EventProblem> problems = [.. readings.Where(r => !mine.ContainsKey(r.Consignment)).Select(r => new EventProblem($"{r.Path}/consignment", "没有找到这份在办的货运单，或它没有指定贵企业为物流服务商。"))];
        List<(int Consignment, ReportedReading Reading)> known = [.. readings.Where(r => mine.ContainsKey(r.Consignment)).Select(r => (mine[r.Consignment], r)).DistinctBy(r => (r.Item1, r.r.Device, r.r.At))];
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var kept = known.Count == 0 ? new Kept(0, new HashSet<(string Consignment, string Device)>()) : (await db.InTransactionAsync<Kept>(async token => await WriteAsync(providerId, known, token), cancellation)).Value;
                var refused = readings.Where(r => kept.Foreign.Contains((r.Consignment, r.Device))).Select(r => new EventProblem($"{r.Path}/device", "这个设备编号在这份货运单上由另一家物流服务商使用，请换一个编号。"));
                List<EventProblem> all = [.. problems, .. refused];
                return new KeptReadings(kept.Added, readings.Count - all.Count - kept.Added, all);
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // another call has added the same device or reading meanwhile; seen anew, it is there
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The devices of a consignment with their temperatures, thinned.</summary>
    public async Task<IReadOnlyList<SensorChart>> ChartsAsync(int consignmentId, CancellationToken cancellation)
    {
        var sensors = await db.Sensors.AsNoTracking().Where(s => s.ConsignmentId == consignmentId).OrderBy(s => s.Device).Take(MostSensors).ToListAsync(cancellation);
        var charts = new List<SensorChart>();
        foreach (var sensor in sensors) charts.Add(await ChartAsync(sensor, cancellation));
        return charts;
    }

    /// <summary>The raw readings of a consignment, oldest first, for a file.</summary>
    public IAsyncEnumerable<ReadingRow> StreamAsync(int consignmentId) => db.Sensors.Where(s => s.ConsignmentId == consignmentId)
        .Join(db.SensorReadings, s => s.Id, r => r.SensorId, (s, r) => new { s.Device, Reading = r }).OrderBy(r => r.Device).ThenBy(r => r.Reading.At)
        .Select(r => new ReadingRow(r.Device, r.Reading.At, r.Reading.Temperature, r.Reading.Latitude, r.Reading.Longitude)).AsAsyncEnumerable();

    /// <summary>Forgets readings that are older than they are kept, a part at a time. Two instances that do it at once do no harm.</summary>
    /// <returns>How many were forgotten.</returns>
    public async Task<int> ForgetOldAsync(CancellationToken cancellation)
    {
        var before = time.UtcNow.AddDays(-options.Value.ReadingsKeptDays);
        var old = await db.SensorReadings.Where(r => r.At < before).OrderBy(r => r.At).Select(r => r.Id).Take(ForgottenAtOnce).ToListAsync(cancellation);
        return old.Count == 0 ? 0 : await db.SensorReadings.Where(r => old.Contains(r.Id)).ExecuteDeleteAsync(cancellation);
    }

    private async Task<Kept> WriteAsync(int providerId, List<(int Consignment, ReportedReading Reading)> known, CancellationToken cancellation)
    {
        List<int> touched = [.. known.Select(r => r.Consignment).Distinct()];
        // calls about one consignment take turns, so that a device gets one provider
        await db.Consignments.Where(c => touched.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.LookAt, c => c.LookAt), cancellation);
        var present = await PresentAsync(known, cancellation);
        List<(int Consignment, ReportedReading Reading)> readings = [.. known.Where(r => !IsForeign(r))];
        var sensors = await WithNewAsync(present, readings, cancellation);
        var code = await db.Enterprises.Where(e => e.Id == providerId).Select(e => e.CreditCode).SingleAsync(cancellation);
        var added = 0;
        foreach (var group in readings.GroupBy(r => sensors[(r.Consignment, r.Reading.Device)]))
        {
            var sensor = group.Key;
            List<DateTime> moments = [.. group.Select(r => r.Reading.At)];
            var there = (await db.SensorReadings.Where(r => r.SensorId == sensor.Id && moments.Contains(r.At)).Select(r => r.At).ToListAsync(cancellation)).ToHashSet();
            List<SensorReading> rows = [.. group.Where(r => !there.Contains(r.Reading.At)).Select(r => Row(sensor.Id, r.Reading))];
            await db.InsertManyAsync(rows, cancellation);
            added += rows.Count;
            if (sensor.LastAt is null)
            {
                sensor.ProviderId = providerId;
                journal.Write(JournalSubjects.Consignment, group.First().Reading.Consignment, ConsignmentActs.SensorHeard, sensor.Device, [new FieldChange(CodeField, null, code)]);
            }
            Note(sensor, rows);
        }
        await db.SaveChangesAsync(cancellation);
        var now = time.UtcNow;
        if (added > 0) await db.Consignments.Where(c => touched.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.LookAt, now).SetProperty(c => c.TouchedAt, now), cancellation);
        return new Kept(added, known.Where(IsForeign).Select(r => (r.Reading.Consignment, r.Reading.Device)).ToHashSet());

        bool IsForeign((int Consignment, ReportedReading Reading) read) => present.TryGetValue((read.Consignment, read.Reading.Device), out var sensor) && sensor.ProviderId is { } owner && owner != providerId;
    }

    private Task<Dictionary<(int Consignment, string Device), Sensor>> PresentAsync(List<(int Consignment, ReportedReading Reading)> readings, CancellationToken cancellation)
    {
        List<int> consignments = [.. readings.Select(r => r.Consignment).Distinct()];
        List<string> devices = [.. readings.Select(r => r.Reading.Device).Distinct(StringComparer.Ordinal)];
        return db.Sensors.Where(s => consignments.Contains(s.ConsignmentId) && devices.Contains(s.Device)).ToDictionaryAsync(s => (s.ConsignmentId, s.Device), cancellation);
    }

    private async Task<Dictionary<(int Consignment, string Device), Sensor>> WithNewAsync(
        Dictionary<(int Consignment, string Device), Sensor> sensors, List<(int Consignment, ReportedReading Reading)> readings, CancellationToken cancellation)
    {
        foreach (var key in readings.Select(r => (r.Consignment, r.Reading.Device)).Distinct().Where(k => !sensors.ContainsKey(k)))
        {
            sensors[key] = new Sensor { ConsignmentId = key.Consignment, Device = key.Device };
            db.Sensors.Add(sensors[key]);
        }
        await db.SaveChangesAsync(cancellation);
        return sensors;
    }

    private async Task<SensorChart> ChartAsync(Sensor sensor, CancellationToken cancellation)
    {
        var chart = await ReadingChart.OfAsync(db.SensorReadings.Where(r => r.SensorId == sensor.Id), cancellation);
        return new SensorChart(sensor, chart.MinutesPerPoint, chart.Points);
    }

    private static SensorReading Row(int sensor, ReportedReading reading) => new()
    {
        SensorId = sensor,
        At = reading.At,
        Minute = (int)((reading.At - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMinute),
        Temperature = reading.Temperature,
        Latitude = reading.Latitude,
        Longitude = reading.Longitude,
    };

    /// <summary>What a device said last; readings that come late do not change it.</summary>
    private static void Note(Sensor sensor, List<SensorReading> rows)
    {
        foreach (var row in rows.Where(r => sensor.LastAt is null || r.At > sensor.LastAt).OrderBy(r => r.At))
        {
            sensor.LastAt = row.At;
            sensor.LastTemperature = row.Temperature ?? sensor.LastTemperature;
            (sensor.LastLatitude, sensor.LastLongitude) = row.Latitude is null ? (sensor.LastLatitude, sensor.LastLongitude) : (row.Latitude, row.Longitude);
        }
    }

    /// <summary>What became of the readings of a call.</summary>
    /// <param name="Foreign">Devices of other providers, by consignment and name.</param>
    private sealed record Kept(int Added, IReadOnlySet<(string Consignment, string Device)> Foreign);
}
