using System.Globalization;

namespace HuaihuaPilotZone.Benchmarks.Zone;

/// <summary>How much there is in a generated zone. A hundred times is the size that the portal has to bear.</summary>
/// <param name="Times">1, 10 or 100.</param>
internal sealed record ZoneSize(int Times)
{
    private static readonly int[] _known = [1, 10, 100];

    public int Enterprises => 1_000 * Times;

    public int Declarations => 10_000 * Times;

    public int Articles => 500 * Times;

    public int Consignments => 500 * Times;

    /// <summary>A hundred of every consignment.</summary>
    public int Events => 50_000 * Times;

    /// <exception cref="ArgumentException">Another number.</exception>
    public static ZoneSize Parse(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && _known.Contains(times)
        ? new ZoneSize(times)
        : throw new ArgumentException("The size is 1, 10 or 100.", nameof(text));
}
