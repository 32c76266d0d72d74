using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>Keeps the services. Whoever saves one brings its departures along in the same transaction.</summary>
public sealed class ServiceDesk(PortalDbContext db, DepartureMaker maker, ServicePast past, IEnumerable<IServiceWatcher> watchers, PortalJournal journal, ChinaTime time)
{
    public Task<Page<ScheduledService>> ListAsync(ServiceFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<ScheduledService> StreamAsync(ServiceFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <summary>One service with its stops in order; null for an unknown one.</summary>
    public Task<ScheduledService?> FindAsync(int id, CancellationToken cancellation) => WithStops().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation);

    /// <summary>What was done to a service, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.ScheduledService, Key(id), page, cancellation);

    /// <returns>The id of the new service.</returns>
    public async Task<Outcome<int>> AddAsync(ServiceData data, CancellationToken cancellation)
    {
        if (await RefuseNewAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        try
        {
            return await db.InTransactionAsync<int>(token => AddWithinAsync(data, token), cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.ScheduledServices.AnyAsync(s => s.Code == data.Code, cancellation)) return Taken();
            throw;
        }
    }

    /// <summary>Saves an edited service. The second of two people is told what the first one wrote.</summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateAsync(int id, int version, ServiceData data, CancellationToken cancellation)
    {
        if (await RefuseAsync(data, withClosed: false, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        List<EditedField> typed = [];
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await WithStops().SingleOrDefaultAsync(s => s.Id == id, token) is not { } service) return Gone();
                    if (await past.RefuseAsync(id, data.Since, token) is { IsDone: false } tooLate) return tooLate;
                    if (await CountAsync(service, data.CorridorId, token) is > 0 and var count && count != data.Seen)
                        return Outcome.Refused(nameof(data.Seen), $"这样改通道，{count} 份未完结的订舱会受影响，保存后通知它们的企业。请核对后再次提交。");
                    var (before, former) = (await FieldsAsync(service, service.Stops, token), service.CorridorId);
                    db.Expect(service, version);
                    Write(service, data);
                    // the stops are rows of their own: the service has to change for its version to count
                    db.Entry(service).Property(s => s.Version).IsModified = true;
                    var stops = await StopsAsync(data.Stops, token);
                    typed = await FieldsAsync(service, stops, token);
                    await WriteStopsAsync(service, stops, token);
                    journal.Write(JournalSubjects.ScheduledService, Key(id), NetworkActs.ServiceChanged, changes: Edits.Changes(before, typed));
                    await FollowAsync(id, token, data.Since);
                    await TellAsync(service, former, token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var saved = await WithStops().AsNoTracking().SingleAsync(s => s.Id == id, cancellation);
            return Edits.Conflict(await FieldsAsync(saved, saved.Stops, cancellation), typed);
        }
    }

    /// <summary>How many open bookings would belong to another corridor with their service.</summary>
    public async Task<int> ForeseeAsync(int id, int? corridorId, CancellationToken cancellation) =>
        await db.ScheduledServices.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation) is { } service ? await CountAsync(service, corridorId, cancellation) : 0;

    /// <summary>Ends a service on the day before, and makes another one that goes on from then, to be changed: the next timetable, made while the present one runs.</summary>
    /// <param name="version">The version of the service that the form showed.</param>
    /// <param name="from">The first day of the new one, a day to come.</param>
    /// <param name="code">Of the new one.</param>
    /// <returns>The id of the new service.</returns>
    public async Task<Outcome<int>> ContinueAsync(int id, int version, DateOnly from, string code, CancellationToken cancellation)
    {
        if (from <= time.Today) return Outcome.Refused(nameof(ServiceData.From), "新班期应在今天以后开始。从今天起就变的，直接修改班次资料。");
        try
        {
            return await db.InTransactionAsync<int>(token => ContinueWithinAsync(id, version, from, code, token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Meanwhile();
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.ScheduledServices.AnyAsync(s => s.Code == code, cancellation)) return Taken();
            throw;
        }
    }

    /// <summary>Takes a service out of the timetable from a day on. Departures that nobody booked are taken out, booked ones stay until they are cancelled one by one.</summary>
    public Task<Outcome> SuspendAsync(int id, int version, DateOnly from, string reason, CancellationToken cancellation) => SetAsync(id, version, service =>
    {
        if (string.IsNullOrWhiteSpace(reason)) return Outcome.Refused(nameof(service.SuspensionReason), "请写明停运原因，公众会看到。");
        if (service.SuspendedFrom is not null) return Outcome.Refused("已经停运。");
        if (from < service.From) return Outcome.Refused(nameof(service.SuspendedFrom), $"停运日不能早于首日 {Day(service.From)}。");
        (service.SuspendedFrom, service.SuspensionReason) = (from, reason);
        journal.Write(JournalSubjects.ScheduledService, Key(id), NetworkActs.ServiceSuspended, reason, [new FieldChange("停运起", null, Day(from))]);
        return Outcome.Done;
    }, cancellation);

    /// <summary>Lets a suspended service run again by its calendar.</summary>
    public Task<Outcome> ResumeAsync(int id, int version, CancellationToken cancellation) => SetAsync(id, version, service =>
    {
        if (service.SuspendedFrom is not { } from) return Outcome.Refused("没有停运。");
        journal.Write(JournalSubjects.ScheduledService, Key(id), NetworkActs.ServiceResumed, changes: [new FieldChange("停运起", Day(from), null)]);
        (service.SuspendedFrom, service.SuspensionReason) = (null, null);
        return Outcome.Done;
    }, cancellation);

    internal static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<Outcome> SetAsync(int id, int version, Func<ScheduledService, Outcome> change, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await db.ScheduledServices.SingleOrDefaultAsync(s => s.Id == id, token) is not { } service) return Gone();
                    db.Expect(service, version);
                    if (change(service) is { IsDone: false } refused) return refused;
                    await FollowAsync(id, token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Meanwhile();
        }
    }

    /// <summary>Keeps what a file says of a service, inside the caller's transaction: the one of this code is changed, or a new one made.</summary>
    /// <returns>Whether anything is different from before.</returns>
    internal async Task<Outcome<bool>> KeepAsync(ServiceData data, CancellationToken cancellation)
    {
        if (await WithStops().SingleOrDefaultAsync(s => s.Code == data.Code, cancellation) is not { } service)
        {
            if (await RefuseNewAsync(data, cancellation) is { Count: > 0 } wrong) return Outcome.Refused(wrong);
            await AddWithinAsync(data, cancellation);
            return true;
        }
        var goesAsBefore = service.Stops.OrderBy(s => s.Position).Select(s => (s.NodeId, s.Leg?.Mode)).Skip(1).SequenceEqual(data.Stops.Skip(1).Select(s => (s.NodeId, (LegMode?)s.Mode)));
        if (await RefuseAsync(data, goesAsBefore, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var (before, former) = (await FieldsAsync(service, service.Stops, cancellation), service.CorridorId);
        Write(service, data);
        var stops = await StopsAsync(data.Stops, cancellation);
        List<FieldChange> changes = [.. Edits.Changes(before, await FieldsAsync(service, stops, cancellation)).Where(c => c.IsChange)];
        if (changes.Count == 0) return false;
        // the stops are rows of their own: the service has to change for its version to count
        db.Entry(service).Property(s => s.Version).IsModified = true;
        await WriteStopsAsync(service, stops, cancellation);
        journal.Write(JournalSubjects.ScheduledService, Key(service.Id), NetworkActs.ServiceChanged, NetworkSheet.Note, changes);
        await FollowAsync(service.Id, cancellation);
        await TellAsync(service, former, cancellation);
        return true;
    }

    /// <summary>Saves a service, and lets its past and its departures follow.</summary>
    /// <param name="since">From which day on it says so; null for today.</param>
    private async Task FollowAsync(int id, CancellationToken cancellation, DateOnly? since = null)
    {
        await db.SaveChangesAsync(cancellation);
        await past.NoteAsync(id, since, cancellation);
        await maker.FollowAsync(id, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<int> CountAsync(ScheduledService service, int? corridorId, CancellationToken cancellation)
    {
        if (service.CorridorId == corridorId) return 0;
        var count = 0;
        foreach (var watcher in watchers) count += await watcher.CountAsync(service.Id, cancellation);
        return count;
    }

    private async Task TellAsync(ScheduledService service, int? former, CancellationToken cancellation)
    {
        if (service.CorridorId == former) return;
        foreach (var watcher in watchers) await watcher.MovedAsync(service.Id, former, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<Outcome<int>> ContinueWithinAsync(int id, int version, DateOnly from, string code, CancellationToken cancellation)
    {
        if (await WithStops().SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } service) return Gone();
        if (service.Version != version) return Meanwhile();
        if (NotContinued(service, from) is { } why) return Outcome.Refused(nameof(ServiceData.From), why);
        var next = ServiceData.Of(service) with { Code = code, From = from };
        if (await RefuseNewAsync(next, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (await db.ScheduledServices.AnyAsync(s => s.Code == code, cancellation)) return Taken();
        db.Expect(service, version);
        var last = from.AddDays(-1);
        journal.Write(
            JournalSubjects.ScheduledService, Key(id), NetworkActs.ServiceChanged, $"{Day(from)} 起由 {code} 接着开行", [new FieldChange("末日", service.Until is { } until ? Day(until) : null, Day(last))]);
        service.Until = last;
        await FollowAsync(id, cancellation);
        return await AddWithinAsync(next, cancellation);
    }

    private async Task<Outcome<int>> AddWithinAsync(ServiceData data, CancellationToken cancellation)
    {
        var service = new ScheduledService
        {
            Code = data.Code,
            Name = data.Name,
            EnglishName = data.EnglishName,
            Days = data.Days,
            LeavesAt = data.LeavesAt,
            CutOffMinutes = data.CutOffMinutes,
            Capacity = data.Capacity,
            From = data.From,
            Source = data.Source,
            SourceStatus = data.SourceStatus,
        };
        Write(service, data);
        service.Stops.AddRange(await StopsAsync(data.Stops, cancellation));
        db.ScheduledServices.Add(service);
        await db.SaveChangesAsync(cancellation);
        journal.Write(JournalSubjects.ScheduledService, Key(service.Id), NetworkActs.ServiceAdded, changes: (await FieldsAsync(service, service.Stops, cancellation)).Select(f => new FieldChange(f.Label, null, f.Value)));
        await FollowAsync(service.Id, cancellation);
        return service.Id;
    }

    private async Task<List<Refusal>> RefuseNewAsync(ServiceData data, CancellationToken cancellation)
    {
        var refusals = await RefuseAsync(data, withClosed: false, cancellation);
        if (data.Code.Length is 0 or > ScheduledService.CodeMaxLength || !data.Code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))
            refusals.Add(new Refusal(nameof(data.Code), $"班次代码用大写字母和数字，最多 {ScheduledService.CodeMaxLength} 位，如 ZL01。"));
        return refusals;
    }

    /// <param name="withClosed">Whether the legs may be closed, as for a service that has its stops already.</param>
    private async Task<List<Refusal>> RefuseAsync(ServiceData data, bool withClosed, CancellationToken cancellation)
    {
        var refusals = ServiceRules.Refuse(data);
        if (data.CorridorId is { } corridor && !await db.Corridors.AnyAsync(c => c.Id == corridor, cancellation)) refusals.Add(new Refusal(nameof(data.CorridorId), "没有这条通道，请重新选择。"));
        if (refusals.Exists(r => r.Field == nameof(data.Stops))) return refusals;
        var legs = await LegsAsync(data.Stops, withClosed, cancellation);
        foreach (var (from, to) in data.Stops.Zip(data.Stops.Skip(1)))
        {
            if (legs.ContainsKey((from.NodeId, to.NodeId, to.Mode))) continue;
            var names = await db.Nodes.Where(n => n.Id == from.NodeId || n.Id == to.NodeId).Select(n => new { n.Id, n.Name }).ToDictionaryAsync(n => n.Id, n => n.Name, cancellation);
            refusals.Add(new Refusal(nameof(data.Stops), $"{names.GetValueOrDefault(from.NodeId, "？")}至{names.GetValueOrDefault(to.NodeId, "？")}没有登记{to.Mode.Word()}区段，或区段已停用，请先在“区段”里登记。"));
        }
        return refusals;
    }

    /// <summary>Legs by their ends and mode; a leg is travelled in both directions.</summary>
    private async Task<Dictionary<(int From, int To, LegMode Mode), int>> LegsAsync(IReadOnlyList<StopData> stops, bool withClosed, CancellationToken cancellation)
    {
        var nodes = stops.Select(s => s.NodeId).ToList();
        var legs = await db.Legs.Where(l => nodes.Contains(l.FromId) && nodes.Contains(l.ToId) && (withClosed || !l.IsClosed)).Select(l => new { l.Id, l.FromId, l.ToId, l.Mode })
            .OrderBy(l => l.Id).Take(ServiceRules.MostStops * ServiceRules.MostStops).ToListAsync(cancellation);
        var found = legs.ToDictionary(l => (l.FromId, l.ToId, l.Mode), l => l.Id);
        foreach (var leg in legs) found.TryAdd((leg.ToId, leg.FromId, leg.Mode), leg.Id);
        return found;
    }

    private async Task<List<ServiceStop>> StopsAsync(IReadOnlyList<StopData> stops, CancellationToken cancellation)
    {
        var legs = await LegsAsync(stops, withClosed: true, cancellation);
        return stops.Select((s, i) => new ServiceStop
        {
            Position = i,
            NodeId = s.NodeId,
            LegId = i == 0 ? null : legs[(stops[i - 1].NodeId, s.NodeId, s.Mode)],
            ArrivesAfter = i == 0 ? 0 : s.ArrivesAfter,
            LeavesAfter = i == 0 ? 0 : i == stops.Count - 1 ? s.ArrivesAfter : s.LeavesAfter,
            YuanPerContainer = i == 0 ? null : s.YuanPerContainer,
        }).ToList();
    }

    private async Task WriteStopsAsync(ScheduledService service, List<ServiceStop> wanted, CancellationToken cancellation)
    {
        if (service.Stops.OrderBy(s => s.Position).Select(Line).SequenceEqual(wanted.Select(Line))) return;
        // two saves: a key that goes and comes again in one would be taken for one row
        db.RemoveRange(service.Stops);
        await db.SaveChangesAsync(cancellation);
        service.Stops.Clear();
        service.Stops.AddRange(wanted);
    }

    private static (int, int, int?, int, int, decimal?) Line(ServiceStop stop) => (stop.Position, stop.NodeId, stop.LegId, stop.ArrivesAfter, stop.LeavesAfter, stop.YuanPerContainer);

    private static void Write(ScheduledService service, ServiceData data)
    {
        service.Name = data.Name;
        service.EnglishName = data.EnglishName;
        service.CorridorId = data.CorridorId;
        service.Carrier = data.Carrier;
        service.Days = data.Days;
        service.LeavesAt = data.LeavesAt;
        service.CutOffMinutes = data.CutOffMinutes;
        service.Capacity = data.Capacity;
        service.From = data.From;
        service.Until = data.Until;
        service.LowestTemperature = data.LowestTemperature;
        service.HighestTemperature = data.HighestTemperature;
        service.TakesDangerousGoods = data.TakesDangerousGoods;
        service.Source = data.Source;
        service.SourceStatus = data.SourceStatus;
        var isPriced = data.Stops.Any(s => s.YuanPerContainer is not null);
        (service.PriceSource, service.PriceStatus) = isPriced ? (data.PriceSource, data.PriceStatus) : (null, null);
    }

    private async Task<List<EditedField>> FieldsAsync(ScheduledService service, IReadOnlyList<ServiceStop> stops, CancellationToken cancellation)
    {
        var corridor = service.CorridorId is { } id ? await db.Corridors.Where(c => c.Id == id).Select(c => c.Name).SingleOrDefaultAsync(cancellation) : null;
        var ids = stops.Select(s => s.NodeId).ToList();
        var names = await db.Nodes.Where(n => ids.Contains(n.Id)).Select(n => new { n.Id, n.Name }).ToDictionaryAsync(n => n.Id, n => n.Name, cancellation);
        return Facts(service, stops, corridor, names);
    }

    /// <summary>What is said of a service and its stops.</summary>
    /// <param name="corridor">Name of its corridor.</param>
    /// <param name="names">Names of the nodes of its stops.</param>
    internal static List<EditedField> Facts(ScheduledService service, IReadOnlyList<ServiceStop> stops, string? corridor, Dictionary<int, string> names) =>
    [
        new(nameof(ServiceData.Name), "名称", service.Name),
        new(nameof(ServiceData.EnglishName), "英文名称", service.EnglishName),
        new(nameof(ServiceData.CorridorId), "通道", corridor),
        new(nameof(ServiceData.Carrier), "承运方", service.Carrier),
        new(nameof(ServiceData.Days), "开行日", service.Days.Word()),
        new(nameof(ServiceData.LeavesAt), "开车时间", service.LeavesAt.ToString("HH:mm", CultureInfo.InvariantCulture)),
        new(nameof(ServiceData.CutOffMinutes), "截单（开车前分钟）", Number(service.CutOffMinutes)),
        new(nameof(ServiceData.Capacity), "舱位", Number(service.Capacity)),
        new(nameof(ServiceData.From), "首日", Day(service.From)),
        new(nameof(ServiceData.Until), "末日", service.Until is { } until ? Day(until) : null),
        new(nameof(ServiceData.LowestTemperature), "最低温度", service.LowestTemperature?.ToString("0.#", CultureInfo.InvariantCulture)),
        new(nameof(ServiceData.HighestTemperature), "最高温度", service.HighestTemperature?.ToString("0.#", CultureInfo.InvariantCulture)),
        new(nameof(ServiceData.TakesDangerousGoods), "接收危险品", service.TakesDangerousGoods ? "是" : "否"),
        new(nameof(ServiceData.Source), "来源", service.Source),
        new(nameof(ServiceData.SourceStatus), "来源性质", service.SourceStatus.Word()),
        new(nameof(ServiceData.PriceSource), "运价来源", service.PriceSource),
        new(nameof(ServiceData.PriceStatus), "运价性质", service.PriceStatus?.Word()),
        new(nameof(ServiceData.Stops), "停站", string.Join(" → ", stops.OrderBy(s => s.Position).Select(s => $"{names.GetValueOrDefault(s.NodeId)}（{Number(s.ArrivesAfter)}/{Number(s.LeavesAfter)}{Priced(s)}）"))),
    ];

    private static string Priced(ServiceStop stop) => stop.YuanPerContainer is { } yuan ? string.Create(CultureInfo.InvariantCulture, $"，{yuan:0.##} 元") : "";

    private IQueryable<ScheduledService> WithStops() => db.ScheduledServices.Include(s => s.Stops.OrderBy(p => p.Position)).ThenInclude(p => p.Node)
        .Include(s => s.Stops.OrderBy(p => p.Position)).ThenInclude(p => p.Leg).Include(s => s.Corridor);

    private IQueryable<ScheduledService> Rows(ServiceFilter filter)
    {
        var rows = WithStops().AsNoTracking().AsSplitQuery();
        if (SearchWord.Of(filter.Words) is { } word) rows = rows.Where(s => s.Name.Contains(word) || s.Code.Contains(word) || s.Carrier!.Contains(word));
        if (filter.CorridorId is { } corridor) rows = rows.Where(s => s.CorridorId == corridor);
        if (filter.IsSuspended is { } suspended) rows = rows.Where(s => s.SuspendedFrom != null == suspended);
        return (filter.Sort, filter.Descending) switch
        {
            (ServiceSort.Leaves, false) => rows.OrderBy(s => s.LeavesAt).ThenBy(s => s.Code).ThenBy(s => s.Id),
            (ServiceSort.Leaves, true) => rows.OrderByDescending(s => s.LeavesAt).ThenBy(s => s.Code).ThenBy(s => s.Id),
            (ServiceSort.Capacity, false) => rows.OrderBy(s => s.Capacity).ThenBy(s => s.Code).ThenBy(s => s.Id),
            (ServiceSort.Capacity, true) => rows.OrderByDescending(s => s.Capacity).ThenBy(s => s.Code).ThenBy(s => s.Id),
            (_, true) => rows.OrderByDescending(s => s.Code).ThenByDescending(s => s.Id),
            _ => rows.OrderBy(s => s.Code).ThenBy(s => s.Id),
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? NotContinued(ScheduledService service, DateOnly from) => service switch
    {
        { SuspendedFrom: not null } => "班次已停运，恢复以后才能换班期。",
        _ when from <= service.From => $"新班期应晚于这个班次的首日 {Day(service.From)}。",
        { Until: { } until } when from > until => $"这个班次开到 {Day(until)} 为止，新班期应在那以前开始；以后的请新建班次。",
        _ => null,
    };

    private static Outcome Gone() => Outcome.Refused("没有这个班次。");

    private static Outcome Taken() => Outcome.Refused(nameof(ServiceData.Code), "已有班次使用这个代码。");

    private static Outcome Meanwhile() => Outcome.Refused("您打开之后，他人已修改这个班次或订了它的舱位。请核对最新内容后再操作。");
}
