using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>Makes departures from the calendars of services, and lets those follow a changed service that nobody has changed or booked.</summary>
public sealed class DepartureMaker(PortalDbContext db, ChinaTime time)
{
    /// <summary>Days ahead for which departures are made.</summary>
    public const int Horizon = 60;

    private const int Portion = 500;

    /// <summary>Makes what is missing of all services, each in a transaction of its own.</summary>
    /// <returns>How many departures were made.</returns>
    public async Task<int> MakeAsync(CancellationToken cancellation)
    {
        var today = time.Today;
        var (made, last) = (0, 0);
        while (true)
        {
            var after = last;
            var ids = await db.ScheduledServices.Where(s => s.Id > after && (s.Until == null || s.Until >= today)).OrderBy(s => s.Id).Select(s => s.Id).Take(Portion).ToListAsync(cancellation);
            foreach (var id in ids)
            {
                // most hours nothing is missing, and then nothing is written and nobody waits
                var service = await WithStops().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation);
                if (service is not null && (await MissingDaysAsync(service, cancellation)).Count > 0) made += await MakeAsync(id, cancellation);
            }
            if (ids.Count < Portion) return made;
            last = ids[^1];
        }
    }

    /// <summary>Brings the departures of one service to what it says now: as a part of the caller's transaction, saved by it.</summary>
    internal async Task FollowAsync(int serviceId, CancellationToken cancellation)
    {
        var service = await LoadAsync(serviceId, cancellation);
        var (today, now) = (time.Today, time.UtcNow);
        var own = await db.Departures.Include(d => d.Stops).Where(d => d.ServiceId == serviceId && d.Day >= today.AddDays(-1) && d.LeavesAt > now && !d.IsChanged && d.Booked == 0)
            .OrderBy(d => d.Day).Take(Horizon + 2).ToListAsync(cancellation);
        List<int> ids = [.. own.Select(d => d.Id)];
        // drafts and bookings that wait or were cancelled still name it
        var named = await db.Bookings.Where(b => ids.Contains(b.DepartureId)).Select(b => b.DepartureId).Distinct().ToListAsync(cancellation);
        foreach (var departure in own)
        {
            if (service.RunsOn(departure.Day))
            {
                // one whose new time has passed already goes as it was announced
                if (Leaves(service, departure.Day) <= now) continue;
                Write(departure, service);
                // whoever cancelled one by hand has changed it, so this one was cancelled by the calendar alone
                if (departure.Status == DepartureStatus.Cancelled) (departure.Status, departure.Reason) = (DepartureStatus.Planned, null);
            }
            else if (named.Contains(departure.Id))
            {
                (departure.Status, departure.Reason) = (DepartureStatus.Cancelled, "班期调整，本日不再开行。");
            }
            else
            {
                db.RemoveRange(departure.Stops);
                db.Remove(departure);
            }
        }
        await AddMissingAsync(service, cancellation);
    }

    /// <summary>Does the same for all services that start at a node, whose clocks were corrected.</summary>
    internal async Task FollowNodeAsync(int nodeId, CancellationToken cancellation)
    {
        var today = time.Today;
        var ids = await db.Set<ServiceStop>().Where(s => s.NodeId == nodeId && s.Position == 0 && db.ScheduledServices.Any(o => o.Id == s.ServiceId && (o.Until == null || o.Until >= today)))
            .OrderBy(s => s.ServiceId).Select(s => s.ServiceId).Take(Portion).ToListAsync(cancellation);
        foreach (var id in ids) await FollowAsync(id, cancellation);
    }

    private async Task<int> MakeAsync(int id, CancellationToken cancellation)
    {
        var made = 0;
        var isDone = await db.TryOnceAsync(
            async token =>
            {
                // whoever changes the service comes before or after, never in between
                await db.ScheduledServices.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version), token);
                made = await AddMissingAsync(await LoadAsync(id, token), token);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
        return isDone ? made : 0;
    }

    /// <summary>Writes the service's times, capacity and stops into a departure.</summary>
    private void Write(Departure departure, ScheduledService service)
    {
        var leaves = Leaves(service, departure.Day);
        var plan = service.Stops.OrderBy(s => s.Position).ToList();
        var own = departure.Stops.OrderBy(s => s.Position).ToList();
        departure.LeavesAt = leaves;
        departure.CutOffAt = leaves.AddMinutes(-service.CutOffMinutes);
        departure.ArrivesAt = leaves.AddMinutes(plan[^1].ArrivesAfter);
        departure.Capacity = service.Capacity;
        // row by row in its place: places are keys
        foreach (var (stop, wanted) in own.Zip(plan))
        {
            (stop.NodeId, stop.LegId) = (wanted.NodeId, wanted.LegId);
            (stop.ArrivesAt, stop.LeavesAt) = (leaves.AddMinutes(wanted.ArrivesAfter), leaves.AddMinutes(wanted.LeavesAfter));
        }
        departure.Stops.AddRange(plan.Skip(own.Count).Select(s => StopOf(s, leaves)));
        db.RemoveRange(own.Skip(plan.Count));
    }

    private IQueryable<ScheduledService> WithStops() => db.ScheduledServices.Include(s => s.Stops.OrderBy(p => p.Position)).ThenInclude(p => p.Node);

    private Task<ScheduledService> LoadAsync(int id, CancellationToken cancellation) => WithStops().SingleAsync(s => s.Id == id, cancellation);

    /// <summary>Days within the horizon on which the service runs and has no departure yet.</summary>
    private async Task<List<DateOnly>> MissingDaysAsync(ScheduledService service, CancellationToken cancellation)
    {
        // where clocks are behind those of Huaihua it is still yesterday
        var first = time.Today.AddDays(-1);
        var present = (await db.Departures.Where(d => d.ServiceId == service.Id && d.Day >= first).OrderBy(d => d.Day).Select(d => d.Day).Take(Horizon + 2).ToListAsync(cancellation)).ToHashSet();
        return [.. Enumerable.Range(0, Horizon + 2).Select(first.AddDays).Where(day => service.RunsOn(day) && !present.Contains(day) && Leaves(service, day) > time.UtcNow)];
    }

    private async Task<int> AddMissingAsync(ScheduledService service, CancellationToken cancellation)
    {
        var missing = await MissingDaysAsync(service, cancellation);
        foreach (var day in missing)
        {
            var departure = new Departure
            {
                ServiceId = service.Id,
                Number = $"{service.Code}-{day:yyyyMMdd}",
                Day = day,
                LeavesAt = default,
                CutOffAt = default,
                ArrivesAt = default,
                Capacity = service.Capacity,
            };
            Write(departure, service);
            db.Departures.Add(departure);
        }
        return missing.Count;
    }

    private static DateTime Leaves(ScheduledService service, DateOnly day) => LocalTime.ToUtc(day.ToDateTime(service.LeavesAt), service.Stops.MinBy(s => s.Position)!.Node!.TimeZone);

    private static DepartureStop StopOf(ServiceStop stop, DateTime leaves) => new()
    {
        Position = stop.Position,
        NodeId = stop.NodeId,
        LegId = stop.LegId,
        ArrivesAt = leaves.AddMinutes(stop.ArrivesAfter),
        LeavesAt = leaves.AddMinutes(stop.LeavesAfter),
    };
}

/// <summary>Makes departures some weeks ahead, and lets corridors take the status whose day has come, looking every hour.</summary>
internal sealed class DepartureWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<DepartureWorker> logger) : RoundWorker(start, TimeSpan.FromHours(1), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StandingTurn>().FollowAsync(cancellation);
        await scope.ServiceProvider.GetRequiredService<DepartureMaker>().MakeAsync(cancellation);
        return false;
    }
}
