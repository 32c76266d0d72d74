using System.Globalization;
using System.Runtime.InteropServices;
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
        var names = new Names();
        var actual = await ActualAsync(counting, names, cancellation);
        var estimated = actual.Exists(e => e.Code == EventCodes.Arrival) ? await EstimatedAsync(counting, names, cancellation) : [];
        var isCut = actual.Count > MostEvents;
        if (isCut) actual.RemoveAt(MostEvents);
        return new DwellReport(from, to, Of(actual), Errors(estimated, actual), actual.Count, isCut);
    }

    /// <summary>The newest first. The id tells consignments apart as well as the number does, and no other table is asked for each event.</summary>
    private static async Task<List<DwellEvent>> ActualAsync(IQueryable<TrackingEvent> counting, Names names, CancellationToken cancellation)
    {
        var events = new List<DwellEvent>();
        await foreach (var e in counting.Where(e => e.Classifier == EventClassifier.Actual).OrderByDescending(e => e.OccursAt).ThenBy(e => e.Id).Take(MostEvents + 1)
            .Select(e => new { e.ConsignmentId, e.Code, e.Place, e.ContainerNumber, e.OccursAt, e.SaidAt }).AsAsyncEnumerable().WithCancellation(cancellation))
            events.Add(new DwellEvent(names.Of(e.ConsignmentId), names.Of(e.Code), names.Of(e.Place!), e.ContainerNumber, e.OccursAt, e.SaidAt));
        return events;
    }

    /// <summary>Estimates of arrivals, the newest first, with what an error is told by.</summary>
    private static async Task<List<DwellEvent>> EstimatedAsync(IQueryable<TrackingEvent> counting, Names names, CancellationToken cancellation)
    {
        var events = new List<DwellEvent>();
        await foreach (var e in counting.Where(e => e.Classifier == EventClassifier.Estimated && e.Code == EventCodes.Arrival).OrderByDescending(e => e.OccursAt).ThenBy(e => e.Id).Take(MostEvents)
            .Select(e => new { e.ConsignmentId, e.Place, e.OccursAt, e.SaidAt }).AsAsyncEnumerable().WithCancellation(cancellation))
            events.Add(new DwellEvent(names.Of(e.ConsignmentId), EventCodes.Arrival, names.Of(e.Place!), null, e.OccursAt, e.SaidAt));
        return events;
    }

    /// <summary>Dwell times from actual events. Of two reports of the same thing the one said later counts.</summary>
    public static IReadOnlyList<DwellRow> Of(IEnumerable<DwellEvent> events)
    {
        var measured = new Dictionary<(DwellKind Kind, string Step), List<int>>();
        foreach (var consignment in events.GroupBy(e => e.Consignment, StringComparer.Ordinal))
        {
            var last = Latest(consignment, e => (e.Code, e.Place, Container: IsGate(e.Code) ? e.Container : null));
            foreach (var (kind, step, minutes) in Pairs(last, EventCodes.Arrival, EventCodes.Departure, DwellKind.Stay).Concat(Pairs(last, EventCodes.GateIn, EventCodes.GateOut, DwellKind.Yard)).Concat(Legs(last)))
            {
                if (!measured.TryGetValue((kind, step), out var all)) measured[(kind, step)] = all = [];
                all.Add(minutes);
            }
        }
        return [.. measured.OrderBy(m => m.Key.Kind).ThenBy(m => m.Key.Step, StringComparer.Ordinal).Select(m => Row(m.Key.Kind, m.Key.Step, m.Value))];
    }

    /// <summary>Errors of the last estimate that was said before the arrival.</summary>
    public static IReadOnlyList<EstimateRow> Errors(IEnumerable<DwellEvent> estimated, IEnumerable<DwellEvent> actual)
    {
        var arrivals = Latest(actual.Where(e => e.Code == EventCodes.Arrival), e => (e.Consignment, e.Place)).ToDictionary(e => (e.Consignment, e.Place));
        var said = Latest(estimated.Where(e => arrivals.TryGetValue((e.Consignment, e.Place), out var arrival) && e.SaidAt <= arrival.OccursAt), e => (e.Consignment, e.Place));
        var errors = said.Select(e => (e.Place, Minutes: (int)(arrivals[(e.Consignment, e.Place)].OccursAt - e.OccursAt).TotalMinutes));
        return [.. errors.GroupBy(e => e.Place, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            int[] sizes = [.. g.Select(e => Math.Abs(e.Minutes)).Order()];
            return new EstimateRow(g.Key, sizes.Length, Quantile(sizes, 50), Quantile(sizes, 90), g.Count(e => e.Minutes > 0));
        })];
    }

    /// <summary>Of each thing the report that was said last; of those said at once the one of the latest moment, so that the order of a file changes nothing. In the order in which things are first spoken of.</summary>
    private static List<DwellEvent> Latest<TKey>(IEnumerable<DwellEvent> events, Func<DwellEvent, TKey> about)
        where TKey : notnull
    {
        var (latest, places) = (new List<DwellEvent>(), new Dictionary<TKey, int>());
        foreach (var said in events)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, about(said), out var isKnown);
            if (!isKnown)
            {
                place = latest.Count;
                latest.Add(said);
            }
            else if ((said.SaidAt, said.OccursAt).CompareTo((latest[place].SaidAt, latest[place].OccursAt)) > 0)
            {
                latest[place] = said;
            }
        }
        return latest;
    }

    /// <summary>Nearest rank: the smallest value that so many of a hundred do not exceed.</summary>
    /// <param name="sorted">Not empty, smallest first.</param>
    public static int Quantile(IReadOnlyList<int> sorted, int percent) => sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * percent / 100m) - 1)];

    /// <param name="events">Of each thing one.</param>
    private static IEnumerable<(DwellKind, string, int)> Pairs(List<DwellEvent> events, string begin, string end, DwellKind kind)
    {
        var ends = events.Where(e => e.Code == end).ToDictionary(e => (e.Place, Container: IsGate(end) ? e.Container : null));
        foreach (var first in events.Where(e => e.Code == begin))
        {
            if (ends.TryGetValue((first.Place, IsGate(begin) ? first.Container : null), out var last) && last.OccursAt >= first.OccursAt)
                yield return (kind, first.Place, (int)(last.OccursAt - first.OccursAt).TotalMinutes);
        }
    }

    private static IEnumerable<(DwellKind, string, int)> Legs(List<DwellEvent> events)
    {
        // of what happened at once, an arrival comes first
        var moves = events.Where(e => !IsGate(e.Code)).OrderBy(e => e.OccursAt).ThenBy(e => e.Code, StringComparer.Ordinal).ThenBy(e => e.Place, StringComparer.Ordinal).ToList();
        return moves.Zip(moves.Skip(1)).Where(p => p.First.Code == EventCodes.Departure && p.Second.Code == EventCodes.Arrival && p.First.Place != p.Second.Place)
            .Select(p => (DwellKind.Leg, $"{p.First.Place} → {p.Second.Place}", (int)(p.Second.OccursAt - p.First.OccursAt).TotalMinutes));
    }

    private static bool IsGate(string code) => code is EventCodes.GateIn or EventCodes.GateOut;

    private static DwellRow Row(DwellKind kind, string step, List<int> minutes)
    {
        minutes.Sort();
        return new DwellRow(kind, step, minutes.Count, Quantile(minutes, 50), Quantile(minutes, 90));
    }

    /// <summary>One text for each consignment, code and place: thousands of events name the same few.</summary>
    private sealed class Names
    {
        private readonly Dictionary<int, string> _ids = [];
        private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

        public string Of(int id) => CollectionsMarshal.GetValueRefOrAddDefault(_ids, id, out _) ??= id.ToString(CultureInfo.InvariantCulture);

        public string Of(string text) => CollectionsMarshal.GetValueRefOrAddDefault(_texts, text, out _) ??= text;
    }
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
