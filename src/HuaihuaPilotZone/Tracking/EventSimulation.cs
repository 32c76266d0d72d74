using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tracking;

/// <summary>
/// The demonstration's simulator: reports for demonstration consignments what a carrier might have reported by now. Its events are marked
/// 演示模拟 wherever they are shown, and it never touches a consignment that is not a demonstration.
/// </summary>
public sealed class EventSimulation(PortalDbContext db, EventWriter events, SensorBook sensors, ChinaTime time)
{
    private const int MostConsignments = 200;
    private const string Device = "演示传感器";

    /// <summary>Reports one step further for each open demonstration consignment that names a provider.</summary>
    /// <returns>How many events were made.</returns>
    public async Task<int> StepAsync(CancellationToken cancellation)
    {
        var open = await db.Consignments.AsNoTracking().AsSplitQuery().Where(c => c.IsDemonstration && c.State == ConsignmentState.Open && c.Providers.Any()).OrderBy(c => c.Id).Take(MostConsignments)
            .Include(c => c.Stops.OrderBy(s => s.Sequence)).Include(c => c.Providers.OrderBy(p => p.Id)).ToListAsync(cancellation);
        List<int> ids = [.. open.Select(c => c.Id)];
        var made = await db.TrackingEvents.Where(e => ids.Contains(e.ConsignmentId) && e.Source == EventSource.Simulation).GroupBy(e => e.ConsignmentId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var calls = open.Select(c => new EventSubmission(c.Providers[0].EnterpriseId, EventSource.Simulation, Next(c, made.GetValueOrDefault(c.Id)))).Where(c => c.Events.Count > 0).ToList();
        if (calls.Count == 0) return 0;
        var answers = await events.WriteAsync(calls, cancellation);
        foreach (var consignment in open.Where(c => c.TemperatureHigh is not null)) await WarmAsync(consignment, cancellation);
        return answers.Sum(a => a.Count(r => r.Answer == EventAnswer.Accepted));
    }

    /// <summary>The next event in the order of the stops: an estimate before each arrival, then what happens.</summary>
    private IReadOnlyList<ReportedEvent> Next(Consignment consignment, int made)
    {
        var script = consignment.Stops.SelectMany((s, i) => i == 0
            ? [(s, EventCodes.Departure, EventClassifier.Actual)]
            : i == consignment.Stops.Count - 1
                ? new[] { (s, EventCodes.Arrival, EventClassifier.Estimated), (s, EventCodes.Arrival, EventClassifier.Actual) }
                : [(s, EventCodes.Arrival, EventClassifier.Estimated), (s, EventCodes.Arrival, EventClassifier.Actual), (s, EventCodes.Departure, EventClassifier.Actual)]).ToList();
        if (made >= script.Count) return [];
        var (stop, code, classifier) = script[made];
        var now = time.UtcNow;
        var planned = code == EventCodes.Departure ? stop.DeparturePlanned : stop.ArrivalPlanned;
        var at = classifier == EventClassifier.Estimated ? planned ?? now.AddHours(6) : planned < now ? planned.Value : now;
        return
        [
            new ReportedEvent(
                "/events/0", string.Create(CultureInfo.InvariantCulture, $"SIM-{consignment.Number}-{made + 1}"), EventKind.Transport, classifier, code, at, now,
                new ConsignmentReference(consignment.Number, null, null, null), stop.Place, null, null, null, null, "演示模拟"),
        ];
    }

    /// <summary>A reading in the middle of what was agreed.</summary>
    private Task<KeptReadings> WarmAsync(Consignment consignment, CancellationToken cancellation) => sensors.KeepAsync(
        consignment.Providers[0].EnterpriseId,
        [new ReportedReading("/readings/0", consignment.Number, Device, time.UtcNow, ((consignment.TemperatureLow ?? consignment.TemperatureHigh) + consignment.TemperatureHigh) / 2, null, null)],
        cancellation);
}
