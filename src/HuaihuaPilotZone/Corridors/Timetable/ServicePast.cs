using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>Keeps what services were from day to day, and shows them as they were on one.</summary>
public sealed class ServicePast(PortalDbContext db, ChinaTime time)
{
    /// <summary>A list as of a day. A service that was made later is not in it; names of its stops are those of now.</summary>
    public async Task<Page<ScheduledService>> ListAsync(ServiceFilter filter, DateOnly day, PageRequest page, CancellationToken cancellation)
    {
        var states = await Ordered(Narrowed(OnDay(day), filter, day), filter).ToPageAsync(page, cancellation);
        return states.Select(s => s.ToService());
    }

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<ScheduledService> StreamAsync(ServiceFilter filter, DateOnly day) => Ordered(Narrowed(OnDay(day), filter, day), filter).AsAsyncEnumerable().Select(s => s.ToService());

    /// <summary>A service as it was on a day; null where it had not been made.</summary>
    public async Task<ScheduledService?> FindAsync(int id, DateOnly day, CancellationToken cancellation) =>
        (await OnDay(day).SingleOrDefaultAsync(s => s.ServiceId == id, cancellation))?.ToService();

    /// <summary>What a service was from time to time, the latest first.</summary>
    public Task<Page<Turn>> TurnsAsync(int id, PageRequest page, CancellationToken cancellation) =>
        Whole().Where(s => s.ServiceId == id).OrderByDescending(s => s.Since).ToTurnsAsync(page, s => (s.Since, Facts(s)), cancellation);

    /// <summary>Why what a service says now cannot be said from that day on.</summary>
    /// <param name="since">Null for today.</param>
    internal async Task<Outcome> RefuseAsync(int serviceId, DateOnly? since, CancellationToken cancellation) => since is not { } day ? Outcome.Done : Turns.Refuse(
        day, await db.ServiceStates.Where(s => s.ServiceId == serviceId).MaxAsync(s => (DateOnly?)s.Since, cancellation), time.Today, "以后才换的班期，请用“以后换班期”。");

    /// <summary>Writes down what a service is from a day on: within the caller's transaction, after the service was saved, and saved by it.</summary>
    /// <param name="since">Null for today.</param>
    internal async Task NoteAsync(int serviceId, DateOnly? since, CancellationToken cancellation)
    {
        var service = await db.ScheduledServices.Include(s => s.Stops).SingleAsync(s => s.Id == serviceId, cancellation);
        var day = since ?? time.Today;
        await db.Set<ServiceStateStop>().Where(p => db.ServiceStates.Any(s => s.Id == p.StateId && s.ServiceId == serviceId && s.Since == day)).ExecuteDeleteAsync(cancellation);
        await db.ServiceStates.Where(s => s.ServiceId == serviceId && s.Since == day).ExecuteDeleteAsync(cancellation);
        var isFirst = !await db.ServiceStates.AnyAsync(s => s.ServiceId == serviceId, cancellation);
        db.ServiceStates.Add(ServiceState.Of(service, isFirst && service.From < day ? service.From : day));
    }

    private IQueryable<ServiceState> Whole() => db.ServiceStates.AsNoTracking().Include(s => s.Service).Include(s => s.Corridor)
        .Include(s => s.Stops.OrderBy(p => p.Position)).ThenInclude(p => p.Node).Include(s => s.Stops.OrderBy(p => p.Position)).ThenInclude(p => p.Leg).AsSplitQuery();

    private IQueryable<ServiceState> OnDay(DateOnly day) => Whole()
        .Where(s => s.Since <= day && !db.ServiceStates.Any(later => later.ServiceId == s.ServiceId && later.Since > s.Since && later.Since <= day));

    private static IQueryable<ServiceState> Narrowed(IQueryable<ServiceState> rows, ServiceFilter filter, DateOnly day)
    {
        if (SearchWord.Of(filter.Words) is { } word) rows = rows.Where(s => s.Name.Contains(word) || s.Service!.Code.Contains(word) || s.Carrier!.Contains(word));
        if (filter.CorridorId is { } corridor) rows = rows.Where(s => s.CorridorId == corridor);
        return filter.IsSuspended switch
        {
            true => rows.Where(s => s.SuspendedFrom <= day),
            false => rows.Where(s => s.SuspendedFrom == null || s.SuspendedFrom > day),
            _ => rows,
        };
    }

    private static IQueryable<ServiceState> Ordered(IQueryable<ServiceState> rows, ServiceFilter filter) => (filter.Sort, filter.Descending) switch
    {
        (ServiceSort.Leaves, false) => rows.OrderBy(s => s.LeavesAt).ThenBy(s => s.Service!.Code).ThenBy(s => s.Id),
        (ServiceSort.Leaves, true) => rows.OrderByDescending(s => s.LeavesAt).ThenBy(s => s.Service!.Code).ThenBy(s => s.Id),
        (ServiceSort.Capacity, false) => rows.OrderBy(s => s.Capacity).ThenBy(s => s.Service!.Code).ThenBy(s => s.Id),
        (ServiceSort.Capacity, true) => rows.OrderByDescending(s => s.Capacity).ThenBy(s => s.Service!.Code).ThenBy(s => s.Id),
        (_, true) => rows.OrderByDescending(s => s.Service!.Code).ThenByDescending(s => s.Id),
        _ => rows.OrderBy(s => s.Service!.Code).ThenBy(s => s.Id),
    };

    private static List<EditedField> Facts(ServiceState state)
    {
        var service = state.ToService();
        return
        [
            .. ServiceDesk.Facts(service, service.Stops, service.Corridor?.Name, service.Stops.ToDictionary(s => s.NodeId, s => s.Node!.Name)),
            new(nameof(ScheduledService.SuspendedFrom), "停运起", state.SuspendedFrom is { } day ? ServiceDesk.Day(day) : null),
            new(nameof(ScheduledService.SuspensionReason), "停运原因", state.SuspensionReason),
        ];
    }
}
