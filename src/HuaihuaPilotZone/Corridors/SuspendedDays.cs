using System.Runtime.InteropServices;

namespace HuaihuaPilotZone.Corridors;

/// <summary>Days on which a corridor is suspended, one after the other.</summary>
/// <param name="From">The first; <see cref="DateOnly.MinValue"/> where nobody knows it.</param>
/// <param name="Until">The last; null as long as no status that ends it is announced.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Suspension(DateOnly From, DateOnly? Until);

/// <summary>The days on which a corridor is suspended, as its statuses say at one moment: what is changed afterwards does not change it.</summary>
public sealed class SuspendedDays
{
    private readonly List<(DateOnly From, CorridorStatus Status)> _standings;
    private readonly CorridorStatus _otherwise;

    private SuspendedDays(IEnumerable<(DateOnly From, CorridorStatus Status)> standings, CorridorStatus otherwise) =>
        (_standings, _otherwise) = ([.. standings.OrderByDescending(s => s.From)], otherwise);

    /// <param name="corridor">With its statuses.</param>
    public static SuspendedDays Of(Corridor corridor) => new(corridor.Standings.Select(s => (s.From, s.Status)), corridor.Status);

    /// <summary>The same with another status from a day on.</summary>
    public SuspendedDays With(DateOnly from, CorridorStatus status)
    {
        // what stood since nobody knows when stays before it
        var before = _standings.Count == 0 ? [(DateOnly.MinValue, _otherwise)] : _standings.Where(s => s.From != from);
        return new SuspendedDays(before.Append((from, status)), _otherwise);
    }

    /// <summary>Since when it is suspended on a day.</summary>
    /// <returns>Null where it runs on that day; <see cref="DateOnly.MinValue"/> where nobody knows since when.</returns>
    public DateOnly? Since(DateOnly day) => On(day)?.From;

    /// <summary>The suspension that a day belongs to, through all statuses that say so one after the other; null where it runs on that day.</summary>
    public Suspension? On(DateOnly day)
    {
        var held = _standings.SkipWhile(s => s.From > day).ToList();
        if ((held.Count > 0 ? held[0].Status : _otherwise) != CorridorStatus.Suspended) return null;
        var from = held.TakeWhile(s => s.Status == CorridorStatus.Suspended).Select(s => (DateOnly?)s.From).LastOrDefault() ?? DateOnly.MinValue;
        var ends = _standings.Where(s => s.From > day && s.Status != CorridorStatus.Suspended).Select(s => (DateOnly?)s.From).Min();
        return new Suspension(from, ends?.AddDays(-1));
    }
}
