using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>Takes calendars of services out of a file: all rows or none. The departures that nobody changed or booked follow, as after the form.</summary>
public sealed class CalendarImport(PortalDbContext db, DepartureMaker maker, ServicePast past, PortalJournal journal)
{
    public const int MostRows = 200;

    private static readonly string[] _times = ["HH:mm", "H:mm", "HH:mm:ss"];

    /// <summary>The columns of a file.</summary>
    public static IReadOnlyList<TargetColumn> Columns { get; } =
    [
        new("code", "班次代码", ["代码", "车次代码"], IsRequired: true),
        new("days", "开行日", ["班期"], IsRequired: true),
        new("leaves", "开车时间", ["发车时间"], IsRequired: true),
        new("cutOff", "截单（开车前小时）", ["截单"], IsRequired: true),
        new("capacity", "舱位", ["箱位"], IsRequired: true),
        new("from", "首日", ["首开日"], IsRequired: true),
        new("until", "末日", ["末开日"], IsRequired: false),
        new("status", "来源性质", ["性质"], IsRequired: true),
        new("source", "来源", ["来源名称"], IsRequired: true),
    ];

    /// <param name="file">Readable and seekable.</param>
    /// <param name="name">Its name, which says what it is.</param>
    /// <returns>How many services have another calendar now, or every problem with its row.</returns>
    public Task<Outcome<int>> ImportAsync(Stream file, string name, CancellationToken cancellation) =>
        NetworkSheet.TakeInAsync(db, NetworkSheet.Read(file, name, Columns, MostRows), KeepAsync, "修改同一班次或订它的舱位", cancellation);

    private async Task<Outcome<int>> KeepAsync(List<SheetLine> lines, CancellationToken cancellation)
    {
        var codes = lines.Select(l => l["code"]).Distinct(StringComparer.Ordinal).ToList();
        var services = await db.ScheduledServices.Include(s => s.Stops).ThenInclude(s => s.Leg).Where(s => codes.Contains(s.Code)).OrderBy(s => s.Id).ToDictionaryAsync(s => s.Code, cancellation);
        var problems = new List<Refusal>();
        var read = new Dictionary<string, ServiceData>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            void Say(string message) => problems.Add(NetworkSheet.At(line.Number, message));
            if (!services.TryGetValue(line["code"], out var service)) Say($"没有班次“{Texts.Cut(line["code"], 40)}”。新班次请在页面上新建，或连同停站一起导入。");
            else if (Calendar(line, service, Say) is { } data && !read.TryAdd(service.Code, data)) Say("与前面的行是同一班次。");
            if (problems.Count >= NetworkSheet.MostProblems) break;
        }
        if (problems.Count > 0) return Outcome.Refused(problems);
        var changed = 0;
        foreach (var (code, data) in read)
        {
            var service = services[code];
            var before = Fields(service);
            Write(service, data);
            var changes = before.Zip(Fields(service), (old, now) => new FieldChange(old.Label, old.Value, now.Value)).Where(c => c.IsChange).ToList();
            if (changes.Count == 0) continue;
            journal.Write(JournalSubjects.ScheduledService, ServiceDesk.Key(service.Id), NetworkActs.ServiceChanged, NetworkSheet.Note, changes);
            await db.SaveChangesAsync(cancellation);
            await past.NoteAsync(service.Id, since: null, cancellation);
            await maker.FollowAsync(service.Id, cancellation);
            changed++;
        }
        await db.SaveChangesAsync(cancellation);
        return changed;
    }

    /// <summary>The service with the row's calendar, where nothing stands against it.</summary>
    private static ServiceData? Calendar(SheetLine line, ScheduledService service, Action<string> say)
    {
        var faults = 0;
        void Fault(string message)
        {
            faults++;
            say(message);
        }
        var (days, from, until) = (WeekdayWords.Read(line["days"]), NetworkSheet.Day(line["from"]), NetworkSheet.Day(line["until"]));
        var (hours, capacity, status) = (NetworkSheet.Number(line["cutOff"]), NetworkSheet.Number(line["capacity"]), NetworkSheet.Named<FigureStatus>(line["status"], s => s.Word()));
        if (days is null) Fault("开行日应写成“每天”或“每周二、五”。");
        if (!TimeOnly.TryParseExact(line["leaves"], _times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var leaves)) Fault("开车时间应写成 09:30。");
        if (hours is null || hours < 0 || hours > 10_000 || hours * 60 != decimal.Truncate(hours.Value * 60)) Fault("截单应写成开车前的小时数，如 24 或 1.5。");
        if (capacity is null || capacity < 0 || capacity > int.MaxValue || capacity != decimal.Truncate(capacity.Value)) Fault("舱位应是整数。");
        if (from is null) Fault("首日应写成 2026-12-01。");
        if (line["until"].Length > 0 && until is null) Fault("末日应写成 2026-12-31；没有末日的留空。");
        if (status is null) Fault("来源性质应是：论文、媒体、政府、推算、估算或演示。");
        if (line["source"].Length > ScheduledService.SourceMaxLength) Fault($"来源最多 {ScheduledService.SourceMaxLength} 个字。");
        if (faults > 0) return null;
        var data = ServiceData.Of(service) with
        {
            Days = days!.Value,
            LeavesAt = leaves,
            CutOffMinutes = (int)(hours!.Value * 60),
            Capacity = (int)capacity!.Value,
            From = from!.Value,
            Until = line.Has("until") ? until : service.Until,
            Source = line["source"],
            SourceStatus = status!.Value,
        };
        foreach (var refusal in ServiceRules.Refuse(data)) Fault(refusal.Message);
        return faults > 0 ? null : data;
    }

    private static void Write(ScheduledService service, ServiceData data)
    {
        (service.Days, service.LeavesAt, service.CutOffMinutes, service.Capacity) = (data.Days, data.LeavesAt, data.CutOffMinutes, data.Capacity);
        (service.From, service.Until, service.Source, service.SourceStatus) = (data.From, data.Until, data.Source, data.SourceStatus);
    }

    private static List<(string Label, string? Value)> Fields(ScheduledService service) =>
    [
        ("开行日", service.Days.Word()),
        ("开车时间", service.LeavesAt.ToString("HH:mm", CultureInfo.InvariantCulture)),
        ("截单（开车前分钟）", service.CutOffMinutes.ToString(CultureInfo.InvariantCulture)),
        ("舱位", service.Capacity.ToString(CultureInfo.InvariantCulture)),
        ("首日", ServiceDesk.Day(service.From)),
        ("末日", service.Until is { } until ? ServiceDesk.Day(until) : null),
        ("来源", service.Source),
        ("来源性质", service.SourceStatus.Word()),
    ];
}
