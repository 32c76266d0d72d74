using HuaihuaPilotZone.Consignments;

namespace HuaihuaPilotZone.Tracking;

/// <summary>What was reported of one arrival or departure.</summary>
/// <param name="Estimated">UTC; what was estimated last.</param>
/// <param name="Actual">UTC.</param>
public sealed record ReportedTimes(DateTime? Estimated, DateTime? Actual);

/// <summary>Arrival and departure of one stop as they were reported.</summary>
public sealed record StopTimes(ReportedTimes Arrival, ReportedTimes Departure)
{
    /// <summary>Puts the events of a consignment to its stops: of each kind the one that was said last counts, whatever order they came in. Made anew from all events each time, so that nothing depends on that order.</summary>
    public static IReadOnlyList<StopTimes> Of(IReadOnlyList<ConsignmentStop> stops, IReadOnlyList<TrackingEvent> events)
    {
        List<TrackingEvent> counting = [.. Counting(events).Where(e => e.Kind == EventKind.Transport).OrderBy(e => e.SaidAt).ThenBy(e => e.Id)];
        return [.. stops.Select(s => new StopTimes(Times(counting, s, EventCodes.Arrival), Times(counting, s, EventCodes.Departure)))];
    }

    /// <summary>The events that no other one takes the place of, also where the two came at the same moment by two instances.</summary>
    public static IEnumerable<TrackingEvent> Counting(IReadOnlyList<TrackingEvent> events)
    {
        var replaced = events.Where(e => e.Replaces is not null).Select(e => (e.ProviderId, e.Replaces)).ToHashSet();
        return events.Where(e => !e.IsReplaced && !replaced.Contains((e.ProviderId, e.EventId)));
    }

    private static ReportedTimes Times(List<TrackingEvent> events, ConsignmentStop stop, string code)
    {
        var here = events.Where(e => e.Code == code && IsAt(e, stop)).ToList();
        return new ReportedTimes(
            here.LastOrDefault(e => e.Classifier == EventClassifier.Estimated)?.OccursAt,
            here.LastOrDefault(e => e.Classifier == EventClassifier.Actual)?.OccursAt);
    }

    private static bool IsAt(TrackingEvent reported, ConsignmentStop stop) => reported.NodeId is { } node && stop.NodeId is { } own ? node == own : reported.Place == stop.Place;
}
