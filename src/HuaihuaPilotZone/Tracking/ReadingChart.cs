using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tracking;

/// <summary>One column of a chart: the readings of some minutes.</summary>
/// <param name="From">UTC.</param>
/// <param name="Low">Hundredths of a degree.</param>
/// <param name="Mean">Hundredths of a degree.</param>
/// <param name="High">Hundredths of a degree.</param>
public sealed record TemperaturePoint(DateTime From, int Low, int Mean, int High, int Count);

/// <summary>Temperatures thinned to a number of columns that a chart can hold.</summary>
/// <param name="MinutesPerPoint">How many minutes a point stands for.</param>
public sealed record ReadingChart(int MinutesPerPoint, IReadOnlyList<TemperaturePoint> Points)
{
    /// <summary>Columns of a chart at most.</summary>
    public const int MostPoints = 96;

    private static readonly int[] _steps = [1, 5, 10, 15, 30, 60, 120, 240, 720, 1440, 10_080];

    /// <param name="readings">Of one device.</param>
    internal static async Task<ReadingChart> OfAsync(IQueryable<SensorReading> readings, CancellationToken cancellation)
    {
        var warm = readings.Where(r => r.Temperature != null);
        var first = await warm.MinAsync(r => (int?)r.Minute, cancellation);
        var last = await warm.MaxAsync(r => (int?)r.Minute, cancellation);
        if (first is not { } from || last is not { } to) return new ReadingChart(1, []);
        var step = Array.Find(_steps, s => (to - from) / s < MostPoints) is > 0 and var fitting ? fitting : _steps[^1];
        var points = await warm.GroupBy(r => r.Minute / step).OrderBy(g => g.Key).Take(MostPoints + 1)
            .Select(g => new { g.Key, Low = g.Min(r => r.Temperature), Mean = g.Average(r => (double?)r.Temperature), High = g.Max(r => r.Temperature), Count = g.Count() }).ToListAsync(cancellation);
        return new ReadingChart(step, [.. points.Select(p => new TemperaturePoint(DateTime.UnixEpoch.AddMinutes((double)p.Key * step), p.Low ?? 0, (int)Math.Round(p.Mean ?? 0), p.High ?? 0, p.Count))]);
    }
}
