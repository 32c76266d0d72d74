using HuaihuaPilotZone.Common;
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

    private const int MostServices = 500;

    /// <summary>Makes what is missing of all services, each in a transaction of its own.</summary>
    /// <returns>How many departures were made.</returns>
    public async Task<int> MakeAsync(CancellationToken cancellation)
    {
        var today = time.Today;
        var services = await db.ScheduledServices.Where(s => s.Until == null || s.Until >= today).OrderBy(s => s.Id).Select(s => s.Id).Take(MostServices).ToListAsync(cancellation);
        var made = 0;
        foreach (var id in services)
        {
            await db.TryOnceAsync(
                async token =>
                {
                    var service = await LoadAsync(id, token);
                    made += await AddMissingAsync(service, token);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        return made;
    }

    /// <summary>Brings the departures of one service to what it says now: as a part of the caller's transaction, saved by it.</summary>
    internal async Task FollowAsync(int serviceId, CancellationToken cancellation)
    {
        var service = await LoadAsync(serviceId, cancellation);
        var (today, now) = (time.Today, time.UtcNow);
        var own = await db.Departures.Include(d => d.Stops).Where(d => d.ServiceId == serviceId && d.Day >= today.AddDays(-1) && d.LeavesAt > now)
            .OrderBy(d => d.Day).Take(Horizon + 2).ToListAsync(cancellation);
        List<int> ids = [.. own.Select(d => d.Id)];
        // drafts and bookings that wait or were cancelled still name it
        var named = await db.Bookings.Where(b => ids.Contains(b.DepartureId)).Select(b => b.DepartureId).Distinct().ToListAsync(cancellation);
        foreach (var departure in own.Where(d => d is { IsChanged: false, Booked: 0 }))
        {
            if (service.RunsOn(departure.Day)) Write(departure, service);
            else if (named.Contains(departure.Id)) (departure.Status, departure.Reason) = (DepartureStatus.Cancelled, "班期调整，本日不再开行。");
            else db.Remove(departure);
        }
        await AddMissingAsync(service, cancellation);
    }

    /// <summary>Writes the service's times, capacity and stops into a departure.</summary>
    internal static void Write(Departure departure, ScheduledService service)
    {
        var leaves = Leaves(service, departure.Day);
        departure.LeavesAt = leaves;
        departure.CutOffAt = leaves.AddMinutes(-service.CutOffMinutes);
        departure.ArrivesAt = leaves.AddMinutes(service.Stops.MaxBy(s => s.Position)!.ArrivesAfter);
        departure.Capacity = service.Capacity;
        var isSame = departure.Stops.Select(s => (s.Position, s.NodeId, s.LegId)).Order().SequenceEqual(service.Stops.Select(s => (s.Position, s.NodeId, s.LegId)).Order());
        if (!isSame)
        {
            departure.Stops.Clear();
            departure.Stops.AddRange(service.Stops.Select(s => StopOf(s, leaves)));
        }
        foreach (var (stop, plan) in departure.Stops.OrderBy(s => s.Position).Zip(service.Stops.OrderBy(s => s.Position)))
            (stop.ArrivesAt, stop.LeavesAt) = (leaves.AddMinutes(plan.ArrivesAfter), leaves.AddMinutes(plan.LeavesAfter));
    }

    private Task<ScheduledService> LoadAsync(int id, CancellationToken cancellation) =>
        db.ScheduledServices.Include(s => s.Stops.OrderBy(p => p.Position)).ThenInclude(p => p.Node).SingleAsync(s => s.Id == id, cancellation);

    private async Task<int> AddMissingAsync(ScheduledService service, CancellationToken cancellation)
    {
        var today = time.Today;
        var present = (await db.Departures.Where(d => d.ServiceId == service.Id && d.Day >= today).Select(d => d.Day).Take(Horizon + 1).ToListAsync(cancellation)).ToHashSet();
        var made = 0;
        for (var day = today; day <= today.AddDays(Horizon); day = day.AddDays(1))
        {
            if (!service.RunsOn(day) || present.Contains(day) || Leaves(service, day) <= time.UtcNow) continue;
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
            made++;
        }
        return made;
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

/// <summary>Makes departures some weeks ahead, looking every hour.</summary>
internal sealed class DepartureWorker(IServiceScopeFactory scopes, ILogger<DepartureWorker> logger) : RoundWorker(TimeSpan.FromHours(1), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DepartureMaker>().MakeAsync(cancellation);
        return false;
    }
}
