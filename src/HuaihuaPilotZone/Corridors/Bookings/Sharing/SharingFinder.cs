using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Sharing;

/// <summary>A set of shipments and the departure that would take them.</summary>
internal sealed record SharingFit(IReadOnlyList<CargoIntent> Shipments, Departure Departure, SectionPrice Price);

/// <summary>Looks for the fullest container that a shipment could share, and the first departure that takes it.</summary>
public sealed class SharingFinder(PortalDbContext db, ChinaTime time)
{
    private const int MostCandidates = 40;
    private const int MostDepartures = 60;

    /// <returns>A fit, or why there is none.</returns>
    internal async Task<(SharingFit? Fit, string Why)> FindAsync(CargoIntent asking, CancellationToken cancellation)
    {
        if (asking.IsDangerous) return (null, "危险品不与任何货物拼箱，请单独订舱。");
        var departures = await DeparturesAsync(asking, cancellation);
        if (departures.Count == 0) return (null, "发运窗口内没有合适的车次：要经过起运地和目的地、没有截单、有余位，冷藏货还要能保持温度。");
        var candidates = await CandidatesAsync(asking, cancellation);
        var hasSet = false;
        foreach (var set in ContainerPacking.Fill(asking, candidates))
        {
            hasSet = true;
            var (ready, latest) = (set.Max(s => s.ReadyOn), set.Min(s => s.LatestOn));
            foreach (var departure in departures.Where(d => LeavesOn(d, asking.OriginId) is { } day && day >= ready && day <= latest))
            {
                if (SectionPricing.Of(departure.Service!, asking.OriginId, asking.DestinationId, time.Today) is { } price) return (new SharingFit(set, departure, price), "");
            }
        }
        return (null, hasSet ? "有可以同箱的货，但合适的车次没有登记运价，算不出节省，暂不提出方案。" : "现在没有可以同箱的货。有新的登记时会再找，找到会通知您。");
    }

    private static DateOnly? LeavesOn(Departure departure, int nodeId) => departure.Stops.Find(s => s.NodeId == nodeId) is { } stop ? ChinaTime.DayOf(stop.LeavesAt) : null;

    private async Task<List<Departure>> DeparturesAsync(CargoIntent asking, CancellationToken cancellation)
    {
        var (now, from, until) = (time.UtcNow, ChinaTime.StartOf(asking.ReadyOn), ChinaTime.StartOf(asking.LatestOn.AddDays(1)));
        var departures = db.Departures.AsNoTracking().Include(d => d.Stops).ThenInclude(s => s.Node).Include(d => d.Service!.Stops).ThenInclude(s => s.Leg!.Values)
            .Where(d => d.Status == DepartureStatus.Planned && d.CutOffAt > now && d.Booked < d.Capacity && !db.Bookings.Any(b => b.DepartureId == d.Id && b.State == BookingState.Waiting))
            .Where(RunningWays.Runs)
            .Where(d => d.Stops.Any(a => a.NodeId == asking.OriginId && a.LeavesAt >= from && a.LeavesAt < until && d.Stops.Any(z => z.NodeId == asking.DestinationId && z.Position > a.Position)));
        if (asking is { LowestTemperature: { } low, HighestTemperature: { } high }) departures = departures.Where(d => d.Service!.LowestTemperature <= low && d.Service.HighestTemperature >= high);
        return await departures.OrderBy(d => d.LeavesAt).ThenBy(d => d.Id).Take(MostDepartures).AsSplitQuery().ToListAsync(cancellation);
    }

    private async Task<List<CargoIntent>> CandidatesAsync(CargoIntent asking, CancellationToken cancellation)
    {
        var today = time.Today;
        return await db.CargoIntents.AsNoTracking().Where(i => i.State == IntentState.Open && !i.IsDangerous && i.EnterpriseId != asking.EnterpriseId && i.OriginId == asking.OriginId
                && i.DestinationId == asking.DestinationId && i.LatestOn >= today && i.LatestOn >= asking.ReadyOn && i.ReadyOn <= asking.LatestOn)
            .OrderBy(i => i.Id).Take(MostCandidates).ToListAsync(cancellation);
    }
}
