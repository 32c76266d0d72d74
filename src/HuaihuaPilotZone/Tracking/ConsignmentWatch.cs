using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tracking;

/// <summary>Rings when something was reported.</summary>
public sealed class WatchBell : Bell;

/// <summary>
/// Looks at consignments of which something was reported, or of which something should have been by now: brings the times of their stops up to date
/// and raises alerts. All of it is made anew from what is stored, so several instances, or one that was stopped halfway, do no harm.
/// </summary>
public sealed class ConsignmentWatch(PortalDbContext db, Outbox outbox, PortalJournal journal, IOptions<TrackingOptions> options, ChinaTime time)
{
    private const int Batch = 50;
    private const int MostEvents = 2000;
    private const int MostSensors = 100;

    /// <summary>Looks at those that are due.</summary>
    /// <returns>How many were looked at.</returns>
    public async Task<int> LookAsync(CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var due = await db.Consignments.AsNoTracking().AsSplitQuery().Where(c => c.LookAt <= now).OrderBy(c => c.LookAt).ThenBy(c => c.Id).Take(Batch)
            .Include(c => c.Stops.OrderBy(s => s.Sequence)).ToListAsync(cancellation);
        if (due.Count == 0) return 0;
        var looks = new List<Look>();
        foreach (var consignment in due) looks.Add(await LookAsync(consignment, now, cancellation));
        // reading and thinking is done: one short transaction for all of them, so that reports need not wait for each
        await db.InTransactionAsync(
            async token =>
            {
                foreach (var look in looks) await WriteAsync(look, token);
                return Outcome.Done;
            },
            cancellation);
        return due.Count;
    }

    private async Task<Look> LookAsync(Consignment consignment, DateTime now, CancellationToken cancellation)
    {
        var events = await db.TrackingEvents.AsNoTracking().Where(e => e.ConsignmentId == consignment.Id && e.Kind == EventKind.Transport)
            .OrderByDescending(e => e.OccursAt).ThenByDescending(e => e.Id).Take(MostEvents).ToListAsync(cancellation);
        var moved = Move(consignment.Stops, StopTimes.Of(consignment.Stops, events));
        if (consignment.State != ConsignmentState.Open) return new Look(consignment, moved, moved.Count > 0, null);
        var sensors = await SensorsAsync(consignment, cancellation);
        var limits = options.Value.Limits;
        var isRaised = await RaiseAsync(consignment, AlertRules.Of(consignment.Stops, sensors, await OutsideAsync(consignment, cancellation), limits, now), cancellation);
        return new Look(consignment, moved, moved.Count > 0 || isRaised, AlertRules.NextLook(consignment.Stops, sensors, limits, now));
    }

    /// <summary>Devices that have spoken or were announced. An announced one is awaited from when the goods leave.</summary>
    private async Task<List<SensorFact>> SensorsAsync(Consignment consignment, CancellationToken cancellation)
    {
        var first = consignment.Stops[0];
        var leaves = first.DepartureActual ?? first.DepartureEstimated ?? first.DeparturePlanned ?? DateTime.MinValue;
        var rows = await db.Sensors.Where(s => s.ConsignmentId == consignment.Id && (s.LastAt != null || s.AnnouncedAt != null)).OrderBy(s => s.Id).Take(MostSensors)
            .Select(s => new { s.Device, s.LastAt, s.AnnouncedAt }).ToListAsync(cancellation);
        return rows.ConvertAll(s => new SensorFact(s.Device, s.LastAt, s.AnnouncedAt > leaves ? s.AnnouncedAt.Value : leaves));
    }

    /// <summary>Gives the stops their reported times.</summary>
    /// <returns>Those that had others before.</returns>
    private static List<ConsignmentStop> Move(IReadOnlyList<ConsignmentStop> stops, IReadOnlyList<StopTimes> times)
    {
        var moved = new List<ConsignmentStop>();
        foreach (var (stop, (arrival, departure)) in stops.Zip(times))
        {
            if ((stop.ArrivalEstimated, stop.ArrivalActual, stop.DepartureEstimated, stop.DepartureActual) == (arrival.Estimated, arrival.Actual, departure.Estimated, departure.Actual)) continue;
            (stop.ArrivalEstimated, stop.ArrivalActual, stop.DepartureEstimated, stop.DepartureActual) = (arrival.Estimated, arrival.Actual, departure.Estimated, departure.Actual);
            moved.Add(stop);
        }
        return moved;
    }

    private async Task WriteAsync(Look look, CancellationToken cancellation)
    {
        foreach (var stop in look.Moved)
        {
            await db.ConsignmentStops.Where(s => s.Id == stop.Id).ExecuteUpdateAsync(
                set => set.SetProperty(s => s.ArrivalEstimated, stop.ArrivalEstimated).SetProperty(s => s.ArrivalActual, stop.ArrivalActual)
                    .SetProperty(s => s.DepartureEstimated, stop.DepartureEstimated).SetProperty(s => s.DepartureActual, stop.DepartureActual),
                cancellation);
        }
        // something that was reported meanwhile has set another time, which stays
        var (id, seen, next, touched) = (look.Consignment.Id, look.Consignment.LookAt, look.Next, time.UtcNow);
        await db.Consignments.Where(c => c.Id == id && c.LookAt == seen).ExecuteUpdateAsync(set => set.SetProperty(c => c.LookAt, next), cancellation);
        // whoever waits for news sees the new times, not only that something was reported
        if (look.HasNews) await db.Consignments.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.TouchedAt, touched), cancellation);
    }

    private Task<TemperatureFact?> OutsideAsync(Consignment consignment, CancellationToken cancellation)
    {
        var (low, high) = (consignment.TemperatureLow ?? int.MinValue, consignment.TemperatureHigh ?? int.MaxValue);
        if (consignment is { TemperatureLow: null, TemperatureHigh: null }) return Task.FromResult<TemperatureFact?>(null);
        return db.Sensors.Where(s => s.ConsignmentId == consignment.Id)
            .Join(db.SensorReadings.Where(r => r.Temperature < low || r.Temperature > high), s => s.Id, r => r.SensorId, (s, r) => new { s.Device, r.At, r.Temperature, r.Id })
            .OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Select(r => new TemperatureFact(r.Device, r.At, r.Temperature!.Value)).FirstOrDefaultAsync(cancellation);
    }

    private async Task<bool> RaiseAsync(Consignment consignment, IReadOnlyList<AlertFinding> findings, CancellationToken cancellation)
    {
        if (findings.Count == 0) return false;
        var isRaised = false;
        var known = await db.TransportAlerts.Where(a => a.ConsignmentId == consignment.Id).OrderByDescending(a => a.Id).Take(MostEvents)
            .Select(a => new { a.Rule, a.Subject, a.ClosedAt }).ToListAsync(cancellation);
        foreach (var finding in findings)
        {
            var before = known.Where(a => a.Rule == finding.Rule && a.Subject == Subject(finding)).ToList();
            if (before.Exists(a => a.ClosedAt is null || a.ClosedAt >= finding.Since)) continue;
            isRaised |= await RaiseAsync(consignment, finding, cancellation);
        }
        return isRaised;
    }

    /// <summary>Of two instances that see the same, the unique index lets one raise the alert and tell of it.</summary>
    private Task<bool> RaiseAsync(Consignment consignment, AlertFinding finding, CancellationToken cancellation) => db.TryOnceAsync(
        async token =>
        {
            db.TransportAlerts.Add(new TransportAlert
            {
                ConsignmentId = consignment.Id,
                Rule = finding.Rule,
                Subject = Subject(finding),
                Text = Texts.Cut(finding.Text, TransportAlert.TextMaxLength),
                RaisedAt = time.UtcNow,
            });
            journal.Write(JournalSubjects.Consignment, consignment.Number, ConsignmentActs.AlertRaised, finding.Text);
            var title = $"{consignment.Number} {finding.Rule.Word()}";
            await outbox.NotifyAsync(Audience.Enterprise(consignment.EnterpriseId, consignment.CreatedById), new NoticeDraft(MessageKind.ConsignmentAlert, title, finding.Text, $"/enterprise/consignments/{consignment.Number}", consignment.EnterpriseId), token);
            await outbox.NotifyAsync(Audience.Staff(StaffRoles.ParkAdministrator), new NoticeDraft(MessageKind.ConsignmentAlert, title, finding.Text, $"/park/consignments/{consignment.Number}"), token);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    private static string Subject(AlertFinding finding) => Texts.Cut(finding.Subject, TransportAlert.SubjectMaxLength);

    /// <summary>What came of looking at a consignment.</summary>
    /// <param name="Moved">Stops with other times than before.</param>
    /// <param name="HasNews">Whether a reader sees anything new.</param>
    /// <param name="Next">UTC; when to look again.</param>
    private sealed record Look(Consignment Consignment, IReadOnlyList<ConsignmentStop> Moved, bool HasNews, DateTime? Next);
}

/// <summary>Watches in the background: at once when this instance was told something, otherwise in rounds.</summary>
internal sealed class WatchWorker(IServiceScopeFactory scopes, WatchBell bell, WorkerStart start, ILogger<WatchWorker> logger) : RoundWorker(start, TimeSpan.FromSeconds(30), bell, logger)
{
    // while reports pour in, a consignment is looked at a few times a minute and not for each of them
    private static readonly TimeSpan _breath = TimeSpan.FromMilliseconds(500);

    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var looked = await scope.ServiceProvider.GetRequiredService<ConsignmentWatch>().LookAsync(cancellation);
        if (looked > 0) await Task.Delay(_breath, cancellation);
        return looked > 0;
    }
}
