using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>What staff change of one departure.</summary>
/// <param name="LeavesAt">Local time at the first stop; the other stops and the cut-off move by as much.</param>
/// <param name="CutOffAt">Local time at the first stop.</param>
public sealed record DepartureData(DateTime LeavesAt, DateTime CutOffAt, int Capacity, string Reason);

/// <summary>What a list of departures asks for.</summary>
/// <param name="From">First civil day in Huaihua; null for the next ones.</param>
/// <param name="Until">Last civil day in Huaihua.</param>
public sealed record DepartureFilter(
    string? Words = null, int? ServiceId = null, DateOnly? From = null, DateOnly? Until = null, DepartureStatus? Status = null, DepartureSort Sort = DepartureSort.Time, bool IsDescending = false);

public enum DepartureSort
{
    /// <summary>By the time of departure.</summary>
    Time,

    /// <summary>By the containers that can still be taken.</summary>
    Free,
}

/// <summary>Somebody who has to know when a departure moves. Rooms that hold something on a departure add theirs.</summary>
public interface IDepartureWatcher
{
    /// <summary>A departure was changed, cancelled or restored: as a part of the transaction that does it.</summary>
    /// <param name="act">See <see cref="NetworkActs"/>.</param>
    Task FollowAsync(Departure departure, string act, CancellationToken cancellation);
}

/// <summary>Changes and cancels single departures, always with a reason that the public reads.</summary>
public sealed class DepartureDesk(PortalDbContext db, IEnumerable<IDepartureWatcher> watchers, PortalJournal journal, ChinaTime time)
{
    private static readonly DateOnly _first = new(2000, 1, 1);
    private static readonly DateOnly _last = new(2200, 1, 1);

    public Task<Page<Departure>> ListAsync(DepartureFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<Departure> StreamAsync(DepartureFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <summary>One departure with its service and stops; null for an unknown number.</summary>
    public Task<Departure?> FindAsync(string number, CancellationToken cancellation) => db.Departures.AsNoTracking().Include(d => d.Service!.Corridor!.Standings)
        .Include(d => d.Stops.OrderBy(s => s.Position)).ThenInclude(s => s.Node).AsSplitQuery().SingleOrDefaultAsync(d => d.Number == number, cancellation);

    /// <summary>What was done to a departure, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(string number, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Departure, number, page, cancellation);

    /// <summary>Moves a departure, or gives it another size.</summary>
    /// <param name="version">The version that the form showed.</param>
    public Task<Outcome> ChangeAsync(string number, int version, DepartureData data, CancellationToken cancellation) => ActAsync(number, version, NetworkActs.DepartureChanged, data.Reason, departure =>
    {
        var zone = departure.Stops.MinBy(s => s.Position)!.Node!.TimeZone;
        var (leaves, cutOff) = (LocalTime.ToUtc(data.LeavesAt, zone), LocalTime.ToUtc(data.CutOffAt, zone));
        List<Refusal> refusals = [];
        if (departure.Status == DepartureStatus.Cancelled) return Outcome.Refused("已停开的车次不能调整，请先恢复。");
        if (leaves <= time.UtcNow) refusals.Add(new Refusal(nameof(data.LeavesAt), "开车时间已过，不能再调整到这个时间。"));
        if (Math.Abs((leaves - departure.LeavesAt).TotalDays) > 30) refusals.Add(new Refusal(nameof(data.LeavesAt), "与原时间相差 30 天以上，请改用其他车次。"));
        if (cutOff > leaves) refusals.Add(new Refusal(nameof(data.CutOffAt), "截单时间不能晚于开车时间。"));
        if (data.Capacity < departure.Booked) refusals.Add(new Refusal(nameof(data.Capacity), $"已订出 {departure.Booked} 个舱位，不能少于这个数。"));
        if (data.Capacity is < 1 or > 25_000) refusals.Add(new Refusal(nameof(data.Capacity), "舱位应为 1 至 25000。"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        List<FieldChange> changes =
        [
            new("开车时间", Local(departure.LeavesAt, zone), Local(leaves, zone)),
            new("截单时间", Local(departure.CutOffAt, zone), Local(cutOff, zone)),
            new("舱位", Number(departure.Capacity), Number(data.Capacity)),
        ];
        var moved = leaves - departure.LeavesAt;
        foreach (var stop in departure.Stops) (stop.ArrivesAt, stop.LeavesAt) = (stop.ArrivesAt + moved, stop.LeavesAt + moved);
        (departure.LeavesAt, departure.ArrivesAt, departure.CutOffAt) = (leaves, departure.ArrivesAt + moved, cutOff);
        (departure.Capacity, departure.Reason, departure.IsChanged) = (data.Capacity, data.Reason, true);
        journal.Write(JournalSubjects.Departure, number, NetworkActs.DepartureChanged, data.Reason, changes);
        return Outcome.Done;
    }, cancellation);

    /// <summary>Cancels a departure. It stays in the timetable, struck out.</summary>
    public Task<Outcome> CancelAsync(string number, int version, string reason, CancellationToken cancellation) => ActAsync(number, version, NetworkActs.DepartureCancelled, reason, departure =>
    {
        if (departure.Status == DepartureStatus.Cancelled) return Outcome.Refused("已经停开。");
        (departure.Status, departure.Reason, departure.IsChanged) = (DepartureStatus.Cancelled, reason, true);
        journal.Write(JournalSubjects.Departure, number, NetworkActs.DepartureCancelled, reason);
        return Outcome.Done;
    }, cancellation);

    /// <summary>Lets a cancelled departure run after all.</summary>
    public Task<Outcome> RestoreAsync(string number, int version, string reason, CancellationToken cancellation) => ActAsync(number, version, NetworkActs.DepartureRestored, reason, departure =>
    {
        if (departure.Status == DepartureStatus.Planned) return Outcome.Refused("没有停开。");
        (departure.Status, departure.Reason, departure.IsChanged) = (DepartureStatus.Planned, reason, true);
        journal.Write(JournalSubjects.Departure, number, NetworkActs.DepartureRestored, reason);
        return Outcome.Done;
    }, cancellation);

    internal static string Local(DateTime utc, string zone) => LocalTime.FromUtc(utc, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private async Task<Outcome> ActAsync(string number, int version, string act, string reason, Func<Departure, Outcome> change, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Outcome.Refused(nameof(DepartureData.Reason), "请写明原因，公众会看到。");
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await db.Departures.Include(d => d.Service).Include(d => d.Stops).ThenInclude(s => s.Node).AsSplitQuery().SingleOrDefaultAsync(d => d.Number == number, token) is not { } departure)
                        return Outcome.Refused("没有这个车次。");
                    if (departure.LeavesAt <= time.UtcNow) return Outcome.Refused("车次已经开出，不能再调整。");
                    db.Expect(departure, version);
                    if (change(departure) is { IsDone: false } refused) return refused;
                    await db.SaveChangesAsync(token);
                    foreach (var watcher in watchers) await watcher.FollowAsync(departure, act, token);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人已调整这个车次或订了舱位。请核对最新内容后再操作。");
        }
    }

    private IQueryable<Departure> Rows(DepartureFilter filter)
    {
        var start = filter.From is { } from ? StartOf(from) : time.UtcNow;
        var rows = db.Departures.AsNoTracking().Include(d => d.Service!.Corridor!.Standings).Include(d => d.Stops.OrderBy(s => s.Position)).ThenInclude(s => s.Node).AsSplitQuery().Where(d => d.LeavesAt >= start);
        if (filter.Until is { } until)
        {
            var end = StartOf(until).AddDays(1);
            rows = rows.Where(d => d.LeavesAt < end);
        }
        if (SearchWord.Of(filter.Words) is { } word) rows = rows.Where(d => d.Number.Contains(word) || d.Service!.Name.Contains(word));
        if (filter.ServiceId is { } service) rows = rows.Where(d => d.ServiceId == service);
        if (filter.Status is { } status) rows = rows.Where(d => d.Status == status);
        return (filter.Sort, filter.IsDescending) switch
        {
            (DepartureSort.Free, false) => rows.OrderBy(d => d.Capacity - d.Booked).ThenBy(d => d.LeavesAt).ThenBy(d => d.Id),
            (DepartureSort.Free, true) => rows.OrderByDescending(d => d.Capacity - d.Booked).ThenBy(d => d.LeavesAt).ThenBy(d => d.Id),
            (_, true) => rows.OrderByDescending(d => d.LeavesAt).ThenByDescending(d => d.Id),
            _ => rows.OrderBy(d => d.LeavesAt).ThenBy(d => d.Id),
        };
    }

    /// <summary>Days come from the address bar: no clock can show the first and the last ones that there are.</summary>
    private static DateTime StartOf(DateOnly day) => ChinaTime.StartOf(day < _first ? _first : day > _last ? _last : day);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
