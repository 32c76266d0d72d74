using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tracking;

/// <summary>An actual event, as far as dwell times need it; the columns of the file of events.</summary>
/// <param name="Consignment">Whatever tells one consignment from another.</param>
/// <param name="Container">Null for events of the means of transport.</param>
public sealed record DwellEvent(string Consignment, string Code, string Place, string? Container, DateTime OccursAt, DateTime SaidAt);

/// <summary>What a time was measured of.</summary>
public enum DwellKind
{
    /// <summary>停留: from arrival to departure at one place.</summary>
    Stay,

    /// <summary>场内: from gate in to gate out of one container at one place.</summary>
    Yard,

    /// <summary>途中: from departure at one place to arrival at the next.</summary>
    Leg,
}

/// <summary>How long it took at a place or between two.</summary>
/// <param name="Step">The place, or both of them with an arrow.</param>
/// <param name="Minutes">Median.</param>
/// <param name="P90">Minutes; nine of ten took no longer.</param>
public sealed record DwellRow(DwellKind Kind, string Step, int Count, int Minutes, int P90);

/// <summary>How far the last estimate of an arrival was from what happened.</summary>
/// <param name="Median">Minutes, median of the absolute error.</param>
/// <param name="P90">Minutes.</param>
/// <param name="LateCount">How many arrived later than estimated.</param>
public sealed record EstimateRow(string Place, int Count, int Median, int P90, int LateCount);

/// <summary>The answer: dwell times and errors of estimates over some days.</summary>
/// <param name="IsCut">Whether there were more events than are looked at.</param>
public sealed record DwellReport(DateOnly From, DateOnly To, IReadOnlyList<DwellRow> Rows, IReadOnlyList<EstimateRow> Estimates, int Events, bool IsCut);

/// <summary>How long goods stay at nodes and travel between them, from actual events that nothing replaces. Whoever takes the events along as a file gets the same numbers.</summary>
public sealed class DwellTimes(PortalDbContext db)
{
    private const int MostEvents = 50_000;

    private static readonly string[] _codes = [EventCodes.Arrival, EventCodes.Departure, EventCodes.GateIn, EventCodes.GateOut];

    /// <param name="from">First civil day on which the events happened.</param>
    /// <param name="to">The last one.</param>
    public async Task<DwellReport> ReportAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var (start, end) = (ChinaTime.StartOf(from), ChinaTime.StartOf(to.AddDays(1)));
        var counting = db.TrackingEvents.AsNoTracking().Where(e => !e.IsReplaced && e.Place != null && _codes.Contains(e.Code) && e.OccursAt >= start && e.OccursAt < end);
        var actual = await NewestAsync(counting.Where(e => e.Classifier == EventClassifier.Actual), MostEvents + 1, cancellation);
        var estimated = actual.Exists(e => e.Code == EventCodes.Arrival)
            ? await NewestAsync(counting.Where(e => e.Classifier == EventClassifier.Estimated && e.Code == EventCodes.Arrival), MostEvents, cancellation)
            : [];
        var isCut = actual.Count > MostEvents;
        if (isCut) actual.RemoveAt(MostEvents);
        return new DwellReport(from, to, Of(actual), Errors(estimated, actual), actual.Count, isCut);
    }

    /// <summary>The id tells consignments apart as well as the number does, and no other table is asked for each event.</summary>
    private static async Task<List<DwellEvent>> NewestAsync(IQueryable<TrackingEvent> events, int most, CancellationToken cancellation)
    {
        var rows = await events.OrderByDescending(e => e.OccursAt).ThenBy(e => e.Id).Take(most).Select(e => new { e.ConsignmentId, e.Code, Place = e.Place!, e.ContainerNumber, e.OccursAt, e.SaidAt }).ToListAsync(cancellation);
        return rows.ConvertAll(e => new DwellEvent(e.ConsignmentId.ToString(CultureInfo.InvariantCulture), e.Code, e.Place, e.ContainerNumber, e.OccursAt, e.SaidAt));
    }

    /// <summary>Dwell times from actual events. Of two reports of the same thing the one said later counts.</summary>
    public static IReadOnlyList<DwellRow> Of(IEnumerable<DwellEvent> events)
    {
        var measured = new List<(DwellKind Kind, string Step, int Minutes)>();
        foreach (var consignment in events.GroupBy(e => e.Consignment, StringComparer.Ordinal))
        {
            var last = consignment.GroupBy(e => (e.Code, e.Place, Container: IsGate(e.Code) ? e.Container : null)).Select(g => g.OrderBy(e => e.SaidAt).Last()).ToList();
            measured.AddRange(Pairs(last, EventCodes.Arrival, EventCodes.Departure, DwellKind.Stay));
            measured.AddRange(Pairs(last, EventCodes.GateIn, EventCodes.GateOut, DwellKind.Yard));
            measured.AddRange(Legs(last));
        }
        return [.. measured.GroupBy(m => (m.Kind, m.Step)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Step, StringComparer.Ordinal).Select(g => Row(g.Key.Kind, g.Key.Step, [.. g.Select(m => m.Minutes).Order()]))];
    }

    /// <summary>Errors of the last estimate that was said before the arrival.</summary>
    public static IReadOnlyList<EstimateRow> Errors(IEnumerable<DwellEvent> estimated, IEnumerable<DwellEvent> actual)
    {
        var said = estimated.ToLookup(e => (e.Consignment, e.Place));
        var errors = actual.Where(e => e.Code == EventCodes.Arrival).GroupBy(e => (e.Consignment, e.Place)).Select(g => g.OrderBy(e => e.SaidAt).Last())
            .Select(a => (a.Place, a.OccursAt, Last: said[(a.Consignment, a.Place)].Where(e => e.SaidAt <= a.OccursAt).OrderBy(e => e.SaidAt).LastOrDefault()))
            .Where(a => a.Last is not null).Select(a => (a.Place, Minutes: (int)(a.OccursAt - a.Last!.OccursAt).TotalMinutes));
        return [.. errors.GroupBy(e => e.Place, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            int[] sizes = [.. g.Select(e => Math.Abs(e.Minutes)).Order()];
            return new EstimateRow(g.Key, sizes.Length, Quantile(sizes, 50), Quantile(sizes, 90), g.Count(e => e.Minutes > 0));
        })];
    }

    /// <summary>Nearest rank: the smallest value that so many of a hundred do not exceed.</summary>
    /// <param name="sorted">Not empty, smallest first.</param>
    public static int Quantile(IReadOnlyList<int> sorted, int percent) => sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * percent / 100m) - 1)];

    private static IEnumerable<(DwellKind, string, int)> Pairs(List<DwellEvent> events, string begin, string end, DwellKind kind) => events.Where(e => e.Code == begin)
        .Select(b => (b.Place, Begin: b, End: events.Find(e => e.Code == end && e.Place == b.Place && (!IsGate(begin) || e.Container == b.Container) && e.OccursAt >= b.OccursAt)))
        .Where(p => p.End is not null).Select(p => (kind, p.Place, (int)(p.End!.OccursAt - p.Begin.OccursAt).TotalMinutes));

    private static IEnumerable<(DwellKind, string, int)> Legs(List<DwellEvent> events)
    {
        var moves = events.Where(e => !IsGate(e.Code)).OrderBy(e => e.OccursAt).ToList();
        return moves.Zip(moves.Skip(1)).Where(p => p.First.Code == EventCodes.Departure && p.Second.Code == EventCodes.Arrival && p.First.Place != p.Second.Place)
            .Select(p => (DwellKind.Leg, $"{p.First.Place} → {p.Second.Place}", (int)(p.Second.OccursAt - p.First.OccursAt).TotalMinutes));
    }

    private static bool IsGate(string code) => code is EventCodes.GateIn or EventCodes.GateOut;

    private static DwellRow Row(DwellKind kind, string step, int[] minutes) => new(kind, step, minutes.Length, Quantile(minutes, 50), Quantile(minutes, 90));
}

public static class DwellWords
{
    public static string Word(this DwellKind kind) => kind switch
    {
        DwellKind.Stay => "停留",
        DwellKind.Yard => "场内",
        DwellKind.Leg => "途中",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
