using System.Linq.Expressions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Tracking;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Consignments.Replanning;

/// <summary>A matter for which a consignment needs another way.</summary>
internal sealed record ReplanMatter(int ConsignmentId, ReplanCause Cause, int CauseId, string Text);

/// <summary>
/// Which open consignments need another way, and were not told so yet: by a closure on their way, a departure that does not run, or a delay.
/// What could not be computed is due again after a while.
/// </summary>
internal sealed class ReplanMatters(PortalDbContext db, ChinaTime time)
{
    private const int Batch = 50;

    /// <summary>Answers that stand: one that could not be computed only until it is tried again.</summary>
    private IQueryable<Replan> Standing
    {
        get
        {
            var again = time.UtcNow - Replan.TriedAgainAfter;
            return db.Replans.Where(r => r.State != ReplanState.Unplanned || r.CreatedAt > again);
        }
    }

    /// <summary>Open ones whose goods have not been reported at their last place: who has arrived needs no other way.</summary>
    private IQueryable<Consignment> OnTheWay => db.Consignments.Where(c => c.State == ConsignmentState.Open && !c.Stops.Any(s => s.ArrivalActual != null && !c.Stops.Any(later => later.Sequence > s.Sequence)));

    public async Task<IReadOnlyList<ReplanMatter>> FindAsync(CancellationToken cancellation) =>
    [
        .. await ClosedNodesAsync(cancellation),
        .. await ClosedLegsAsync(cancellation),
        .. await CancelledAsync(cancellation),
        .. await LateAsync(cancellation),
    ];

    /// <summary>Closed places that a consignment would come to or leave while they are closed. A stop without any time may be passed at any time.</summary>
    private async Task<List<ReplanMatter>> ClosedNodesAsync(CancellationToken cancellation)
    {
        var (now, standing, onTheWay) = (time.UtcNow, Standing, OnTheWay);
        var rows = await db.NetworkNotices.Where(n => n.Kind == NoticeKind.Closed && !n.IsWithdrawn && (n.Until == null || n.Until > now) && n.NodeId != null)
            .Join(
                db.ConsignmentStops.Where(s => s.DepartureActual == null && onTheWay.Any(c => c.Id == s.ConsignmentId)), n => n.NodeId, s => s.NodeId,
                (n, s) => new { Notice = n, Stop = s, First = s.ArrivalActual ?? s.ArrivalEstimated ?? s.ArrivalPlanned ?? s.DeparturePlanned, Last = s.DepartureEstimated ?? s.DeparturePlanned ?? s.ArrivalPlanned })
            .Where(p => (p.Last == null || p.Last >= p.Notice.From) && (p.First == null || p.Notice.Until == null || p.First < p.Notice.Until))
            .Where(p => !standing.Any(r => r.ConsignmentId == p.Stop.ConsignmentId && r.Cause == ReplanCause.Closure && r.CauseId == p.Notice.Id))
            .OrderBy(p => p.Notice.Id).ThenBy(p => p.Stop.ConsignmentId)
            .Select(p => new { p.Stop.ConsignmentId, p.Notice.Id, p.Notice.Title, p.Stop.Place }).Take(Batch).ToListAsync(cancellation);
        return [.. rows.Select(r => new ReplanMatter(r.ConsignmentId, ReplanCause.Closure, r.Id, $"{r.Place}关闭：{r.Title}。"))];
    }

    /// <summary>Closed legs, travelled in either direction.</summary>
    private async Task<List<ReplanMatter>> ClosedLegsAsync(CancellationToken cancellation) =>
    [
        .. await ClosedLegsAsync(n => n.Leg!.FromId, n => n.Leg!.ToId, cancellation),
        .. await ClosedLegsAsync(n => n.Leg!.ToId, n => n.Leg!.FromId, cancellation),
    ];

    private async Task<List<ReplanMatter>> ClosedLegsAsync(Expression<Func<NetworkNotice, int?>> from, Expression<Func<NetworkNotice, int?>> to, CancellationToken cancellation)
    {
        var (now, standing) = (time.UtcNow, Standing);
        var notices = db.NetworkNotices.Where(n => n.Kind == NoticeKind.Closed && !n.IsWithdrawn && (n.Until == null || n.Until > now) && n.LegId != null);
        var stops = db.ConsignmentStops.Where(s => s.Consignment!.State == ConsignmentState.Open);
        var starts = notices.Join(stops, from, s => s.NodeId, (n, s) => new { n.Id, n.From, n.Until, n.Title, Stop = s });
        var ends = notices.Join(db.ConsignmentStops.Where(s => s.ArrivalActual == null), to, s => s.NodeId, (n, s) => new { n.Id, Next = s });
        var rows = await starts.Join(
                ends, p => new { p.Id, p.Stop.ConsignmentId, Place = p.Stop.Sequence + 1 }, e => new { e.Id, e.Next.ConsignmentId, Place = e.Next.Sequence },
                (p, e) => new { p.Id, p.From, p.Until, p.Title, p.Stop, e.Next, First = p.Stop.DepartureActual ?? p.Stop.DepartureEstimated ?? p.Stop.DeparturePlanned, Last = e.Next.ArrivalEstimated ?? e.Next.ArrivalPlanned })
            .Where(p => (p.Last == null || p.Last >= p.From) && (p.First == null || p.Until == null || p.First < p.Until))
            .Where(p => !standing.Any(r => r.ConsignmentId == p.Stop.ConsignmentId && r.Cause == ReplanCause.Closure && r.CauseId == p.Id))
            .OrderBy(p => p.Id).ThenBy(p => p.Stop.ConsignmentId)
            .Select(p => new { p.Stop.ConsignmentId, p.Id, p.Title, Start = p.Stop.Place, End = p.Next.Place }).Take(Batch).ToListAsync(cancellation);
        return [.. rows.Select(r => new ReplanMatter(r.ConsignmentId, ReplanCause.Closure, r.Id, $"{r.Start}至{r.End}关闭：{r.Title}。"))];
    }

    /// <summary>Departures that do not run, since they were cancelled or their corridor is suspended on that day, for consignments that name a booking on them.</summary>
    private async Task<List<ReplanMatter>> CancelledAsync(CancellationToken cancellation)
    {
        var (since, standing) = (time.UtcNow.AddDays(-2), Standing);
        var running = db.Departures.Where(RunningWays.Runs);
        var rows = await db.Bookings.Where(b => b.Departure!.LeavesAt > since && (b.Departure.Status == DepartureStatus.Cancelled || !running.Any(d => d.Id == b.DepartureId)))
            .Join(
                OnTheWay.Where(c => c.BookingNo != null), b => new { Number = b.Number, b.EnterpriseId }, c => new { Number = c.BookingNo!, c.EnterpriseId },
                (b, c) => new { b.DepartureId, b.Departure!.Number, b.Departure.Status, b.Departure.Reason, Way = b.Departure.Service!.Corridor!.Name, ConsignmentId = c.Id })
            .Where(p => !standing.Any(r => r.ConsignmentId == p.ConsignmentId && r.Cause == ReplanCause.Cancellation && r.CauseId == p.DepartureId))
            .OrderBy(p => p.DepartureId).ThenBy(p => p.ConsignmentId).Take(Batch).ToListAsync(cancellation);
        return [.. rows.Select(r => new ReplanMatter(r.ConsignmentId, ReplanCause.Cancellation, r.DepartureId, r.Status == DepartureStatus.Cancelled ? $"车次 {r.Number} 停开：{r.Reason}" : $"车次 {r.Number} 当天{r.Way}停运。"))];
    }

    private async Task<List<ReplanMatter>> LateAsync(CancellationToken cancellation)
    {
        var (standing, onTheWay) = (Standing, OnTheWay);
        var rows = await db.TransportAlerts
            .Where(a => a.ClosedAt == null && (a.Rule == AlertRule.Late || a.Rule == AlertRule.MissedConnection) && onTheWay.Any(c => c.Id == a.ConsignmentId))
            .Where(a => !standing.Any(r => r.ConsignmentId == a.ConsignmentId && r.Cause == ReplanCause.Delay && r.CauseId == a.Id))
            .OrderBy(a => a.Id).Select(a => new { a.ConsignmentId, a.Id, a.Text }).Take(Batch).ToListAsync(cancellation);
        return [.. rows.Select(r => new ReplanMatter(r.ConsignmentId, ReplanCause.Delay, r.Id, r.Text))];
    }
}
