using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;

namespace HuaihuaPilotZone.Consignments;

/// <summary>A consignment that still has to pass a place.</summary>
/// <param name="StopSequence">The stop from which its way would have to change.</param>
public sealed record AffectedConsignment(int Id, string Number, int EnterpriseId, string FromPlace, string ToPlace, int StopSequence);

/// <summary>Which open consignments still have to pass a node or a leg: what a closure or a delay concerns.</summary>
public sealed class AffectedConsignments(PortalDbContext db)
{
    /// <summary>Those that have not left the node yet.</summary>
    public Task<Page<AffectedConsignment>> OfNodeAsync(int nodeId, PageRequest page, CancellationToken cancellation) =>
        Rows(db.ConsignmentStops.Where(s => s.NodeId == nodeId && s.DepartureActual == null)).ToPageAsync(page, cancellation);

    /// <summary>Those that have not come to the other end of the leg yet: they pass its two nodes one after the other, in either direction.</summary>
    public Task<Page<AffectedConsignment>> OfLegAsync(int oneNodeId, int otherNodeId, PageRequest page, CancellationToken cancellation) =>
        Rows(db.ConsignmentStops.Where(s => (s.NodeId == oneNodeId || s.NodeId == otherNodeId)
            && s.Consignment!.Stops.Any(next => next.NodeId == (s.NodeId == oneNodeId ? otherNodeId : oneNodeId) && next.Sequence == s.Sequence + 1 && next.ArrivalActual == null))).ToPageAsync(page, cancellation);

    private static IQueryable<AffectedConsignment> Rows(IQueryable<ConsignmentStop> stops) => stops
        .Where(s => s.Consignment!.State == ConsignmentState.Open).OrderBy(s => s.ConsignmentId).ThenBy(s => s.Sequence)
        .Select(s => new AffectedConsignment(s.ConsignmentId, s.Consignment!.Number, s.Consignment.EnterpriseId, s.Consignment.FromPlace, s.Consignment.ToPlace, s.Sequence));
}
