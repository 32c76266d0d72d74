using HuaihuaPilotZone.Consignments;

namespace HuaihuaPilotZone.Tracking;

/// <summary>What was done with the containers or papers of a consignment at one of its places.</summary>
/// <param name="Step">Beside which of its steps it stands, from 0.</param>
/// <param name="At">UTC; the last time.</param>
/// <param name="Boxes">With how many containers; 0 where none is named.</param>
public sealed record PublicHandling(int Step, EventCode Code, DateTime At, int Boxes);

/// <summary>An event as far as the public view needs it.</summary>
/// <param name="NodeId">Null for a place that the network does not know.</param>
internal sealed record HandledEvent(int ConsignmentId, EventKind Kind, string Code, string? Place, int? NodeId, string? Container, DateTime OccursAt);

/// <summary>Puts what was done on the way beside the steps of a consignment. Inspections, holds and seals are the owner's business and are not among it.</summary>
internal static class PublicHandlings
{
    private static readonly string[] _afterArrival = ["DISC", EventCodes.GateOut, "STRP", "DROP"];

    public static IReadOnlyList<string> Codes { get; } = ["STUF", EventCodes.GateIn, "LOAD", "DISC", EventCodes.GateOut, "STRP", "PICK", "DROP", "RELS"];

    /// <summary>In the order of the steps; what was done elsewhere is left out.</summary>
    public static IReadOnlyList<PublicHandling> Of(ConsignmentProgress progress, IEnumerable<HandledEvent> events) =>
    [
        .. events.Select(e => (Event: e, Step: StepOf(progress.Steps, e), Code: EventCodes.Find(e.Kind, e.Code))).Where(h => h.Step is not null && h.Code is not null)
            .GroupBy(h => (h.Step, h.Code)).Select(g => new PublicHandling(
                g.Key.Step!.Value, g.Key.Code!, g.Max(h => h.Event.OccursAt), g.Select(h => h.Event.Container).OfType<string>().Distinct(StringComparer.Ordinal).Count()))
            .OrderBy(h => h.Step).ThenBy(h => h.At),
    ];

    private static int? StepOf(IReadOnlyList<ProgressStep> steps, HandledEvent handled)
    {
        var here = Enumerable.Range(0, steps.Count).Where(i => steps[i].Node?.Id is { } own && handled.NodeId is { } node ? own == node : steps[i].Place == handled.Place).ToList();
        var isAfterArrival = _afterArrival.Contains(handled.Code);
        return here.Count == 0 ? null : here.Where(i => steps[i].IsDeparture != isAfterArrival).DefaultIfEmpty(here[0]).First();
    }
}
