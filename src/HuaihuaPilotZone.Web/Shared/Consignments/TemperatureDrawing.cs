using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Tracking;

namespace HuaihuaPilotZone.Web.Shared.Consignments;

/// <summary>A chart of temperatures as lines of an SVG: a band from the lowest to the highest reading of each point, the mean in it, and the agreed limits.</summary>
public sealed class TemperatureDrawing
{
    public const int Width = 480;
    public const int Height = 180;

    private const int Left = 44;
    private const int Right = 8;
    private const int Top = 12;
    private const int Bottom = 24;
    private const int MarkSteps = 3;

    private readonly DateTime _from;
    private readonly double _span;
    private readonly int _low;
    private readonly int _high;

    /// <param name="low">Agreed lower limit, hundredths of a degree.</param>
    /// <param name="high">Agreed upper limit.</param>
    public TemperatureDrawing(IReadOnlyList<TemperaturePoint> points, int? low, int? high)
    {
        (_from, To) = (points[0].From, points[^1].From);
        _span = Math.Max(1, (points[^1].From - _from).TotalMinutes);
        // whole degrees with one to spare, so that nothing touches the frame
        _low = Floor(Math.Min(points.Min(p => p.Low), low ?? int.MaxValue)) - 100;
        var highest = -Floor(-Math.Max(points.Max(p => p.High), high ?? int.MinValue)) + 100;
        // marks at whole degrees
        var step = 100 * (int)Math.Ceiling((highest - _low) / 100m / MarkSteps);
        _high = _low + (step * MarkSteps);
        Band = Path(points, p => p.High) + Path([.. points.Reverse()], p => p.Low, isContinued: true) + "Z";
        // a single reading is a line to itself, which round ends make a dot
        Mean = Path(points.Count == 1 ? [points[0], points[0]] : points, p => p.Mean);
        Limits = [.. new[] { low, high }.OfType<int>().Select(l => (Y(l), l))];
        Marks = [.. Enumerable.Range(0, MarkSteps + 1).Select(i => _low + (step * i)).Select(t => (Y(t), t))];
    }

    /// <summary>UTC; the first point.</summary>
    public DateTime From => _from;

    /// <summary>UTC; the last point.</summary>
    public DateTime To { get; }

    /// <summary>The area between the lowest and the highest reading.</summary>
    public string Band { get; }

    public string Mean { get; }

    /// <summary>Height and temperature of the agreed limits.</summary>
    public IReadOnlyList<(string Y, int Temperature)> Limits { get; }

    /// <summary>Height and temperature of the marks at the left.</summary>
    public IReadOnlyList<(string Y, int Temperature)> Marks { get; }

    public static int LeftEnd => Left;

    public static int RightEnd => Width - Right;

    public static int BottomEnd => Height - Bottom;

    private static int Floor(int hundredths) => (int)Math.Floor(hundredths / 100m) * 100;

    private string Path(IReadOnlyList<TemperaturePoint> points, Func<TemperaturePoint, int> of, bool isContinued = false)
    {
        var path = new StringBuilder();
        foreach (var point in points) path.Append(path.Length == 0 && !isContinued ? 'M' : 'L').Append(X(point.From)).Append(' ').Append(Y(of(point)));
        return path.ToString();
    }

    private string X(DateTime at) => Text(Left + ((Width - Left - Right) * (at - _from).TotalMinutes / _span));

    private string Y(int temperature) => Text(Top + ((Height - Top - Bottom) * (double)(_high - temperature) / (_high - _low)));

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>A chart with the device that it is of.</summary>
public sealed record TemperatureChartView(string Device, TemperatureDrawing Drawing);

/// <summary>The columns of a chart with the device that they are of.</summary>
public sealed record TemperatureTableView(string Device, IReadOnlyList<TemperaturePoint> Points);
