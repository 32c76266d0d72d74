using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Imports.Sheets;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>
/// Takes services with their stops out of a file, a row for each stop: all rows or none. A service is known by its code; one that is not there yet is made.
/// What is said of the service stands in its first row. Its departures follow, as after the form.
/// </summary>
public sealed class ServiceImport(PortalDbContext db, ServiceDesk services)
{
    public const int MostRows = 2_000;

    private const int MinutesOfHour = 60;
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    private static readonly string[] _times = ["HH:mm", "H:mm", "HH:mm:ss"];

    /// <summary>What may differ from row to row; everything else is said of the service.</summary>
    private static readonly string[] _ofStops = ["stop", "mode", "arrivesDay", "arrives", "leavesDay", "leaves", "yuan"];

    /// <summary>The columns of a file.</summary>
    public static IReadOnlyList<TargetColumn> Columns { get; } = NetworkSheet.Exactly(
    [
        new("code", "班次代码", [], IsRequired: true),
        new("name", "名称", [], IsRequired: true),
        new("english", "英文名称", [], IsRequired: true),
        new("corridor", "通道", [], IsRequired: false),
        new("carrier", "承运方", [], IsRequired: false),
        new("days", "开行日", [], IsRequired: true),
        new("cutOff", "截单（开车前小时）", [], IsRequired: true),
        new("capacity", "舱位", [], IsRequired: true),
        new("from", "首日", [], IsRequired: true),
        new("until", "末日", [], IsRequired: false),
        new("low", "最低温度", [], IsRequired: false),
        new("high", "最高温度", [], IsRequired: false),
        new("dangerous", "接收危险品", [], IsRequired: false),
        new("status", "来源性质", [], IsRequired: true),
        new("source", "来源", [], IsRequired: true),
        new("priceStatus", "运价性质", [], IsRequired: false),
        new("priceSource", "运价来源", [], IsRequired: false),
        new("stop", "停站", [], IsRequired: true),
        new("mode", "运输方式", [], IsRequired: true),
        new("arrivesDay", "到达日", [], IsRequired: true),
        new("arrives", "到达时间", [], IsRequired: true),
        new("leavesDay", "开车日", [], IsRequired: true),
        new("leaves", "开车时间", [], IsRequired: true),
        new("yuan", "每箱运价（元）", [], IsRequired: false),
    ]);

    /// <param name="file">Readable and seekable.</param>
    /// <param name="name">Its name, which says what it is.</param>
    /// <returns>How many services are new or different, or every problem with its row.</returns>
    public Task<Outcome<int>> ImportAsync(Stream file, string name, CancellationToken cancellation) =>
        NetworkSheet.TakeInAsync(db, NetworkSheet.Read(file, name, Columns, MostRows), KeepAsync, "修改同一班次或订它的舱位", cancellation);

    private async Task<Outcome<int>> KeepAsync(List<SheetLine> lines, CancellationToken cancellation)
    {
        var problems = new List<Refusal>();
        var names = lines.Select(l => l["stop"]).Distinct(StringComparer.Ordinal).ToList();
        var nodes = await db.Nodes.AsNoTracking().Where(n => names.Contains(n.Name)).OrderBy(n => n.Id).ToDictionaryAsync(n => n.Name, StringComparer.Ordinal, cancellation);
        var corridors = (await db.Corridors.AsNoTracking().OrderBy(c => c.Id).Select(c => new { c.Name, c.Id }).ToListAsync(cancellation))
            .DistinctBy(c => c.Name, StringComparer.Ordinal).ToDictionary(c => c.Name, c => c.Id, StringComparer.Ordinal);
        var codes = lines.Select(l => l["code"]).Distinct(StringComparer.Ordinal).ToList();
        var present = await db.ScheduledServices.AsNoTracking().Include(s => s.Stops).Where(s => codes.Contains(s.Code)).OrderBy(s => s.Id).ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, cancellation);
        var changed = 0;
        foreach (var rows in lines.GroupBy(l => l["code"], StringComparer.Ordinal).Select(g => g.ToList()))
        {
            if (ServiceOf(rows, present.GetValueOrDefault(rows[0]["code"]), nodes, corridors, problems) is not { } data) continue;
            var kept = await services.KeepAsync(data, cancellation);
            if (!kept.IsDone) problems.AddRange(kept.Refusals.Select(r => NetworkSheet.At(rows[0].Number, r.Message)));
            else if (kept.Value) changed++;
            if (problems.Count >= NetworkSheet.MostProblems) break;
        }
        return problems.Count > 0 ? Outcome.Refused(problems) : changed;
    }

    /// <summary>What the rows of a code say; null where something is wrong with them.</summary>
    /// <param name="present">What is recorded; it stays where the file has no such column.</param>
    private static ServiceData? ServiceOf(List<SheetLine> rows, ScheduledService? present, Dictionary<string, Node> nodes, Dictionary<string, int> corridors, List<Refusal> problems)
    {
        var before = problems.Count;
        var (first, values) = (rows[0], new SheetValues(rows[0], Columns, problems));
        foreach (var row in rows.Skip(1).Where(r => Columns.Any(c => !_ofStops.Contains(c.Name) && r[c.Name].Length > 0 && r[c.Name] != first[c.Name])))
            problems.Add(NetworkSheet.At(row.Number, "班次的内容与它的第一行不一样；只在第一行写，或每行写得一样。"));
        var (days, from, until, hours) = (WeekdayWords.Read(first["days"]), NetworkSheet.Day(first["from"]), NetworkSheet.Day(first["until"]), values.Number("cutOff"));
        if (days is null) values.Fault("开行日应写成“每天”或“每周二、五”。");
        if (from is not { Year: >= FirstYear and <= LastYear }) values.Fault("首日应写成 2026-12-01。");
        if (first["until"].Length > 0 && until is null) values.Fault("末日应写成 2026-12-31；没有末日的留空。");
        if (hours is not (>= 0m and <= 10_000m)) values.Fault("截单应写成开车前的小时数，如 24 或 1.5。");
        int? corridor = !first.Has("corridor") ? present?.CorridorId : corridors.TryGetValue(first["corridor"], out var known) ? known : null;
        if (first["corridor"].Length > 0 && corridor is null) values.Fault($"没有通道“{Texts.Cut(first["corridor"], 40)}”。");
        var leaves = TimeOf(first["leaves"]);
        if (leaves is null) values.Fault("第一行是始发站，开车时间应写成 09:30。");
        var data = new ServiceData(
            first["code"], values.Needed("name", ScheduledService.NameMaxLength), values.Needed("english", ScheduledService.EnglishNameMaxLength), corridor, values.Text("carrier", ScheduledService.CarrierMaxLength, present?.Carrier),
            days ?? Weekdays.None, leaves ?? default, (int)decimal.Round((hours ?? 0) * MinutesOfHour), values.NeededWhole("capacity"), from ?? default, first.Has("until") ? until : present?.Until,
            values.Number("low", present?.LowestTemperature), values.Number("high", present?.HighestTemperature), values.YesNo("dangerous", present?.TakesDangerousGoods ?? false), values.Needed("source", ScheduledService.SourceMaxLength), values.Named<FigureStatus>("status", s => s.Word()), values.Text("priceSource", ScheduledService.SourceMaxLength, present?.PriceSource),
            values.Optional<FigureStatus>("priceStatus", s => s.Word(), present?.PriceStatus), []);
        var stops = rows.Select((row, i) => StopOf(row, i == 0, present, nodes, problems)).ToList();
        if (problems.Count > before) return null;
        var start = stops[0]!.Node;
        return data with { Stops = [new StopData(start.Id, 0, 0, LegMode.Rail), .. stops.Skip(1).Select(s => s!.ToData(data.From, data.LeavesAt, start.TimeZone))] };
    }

    private static Stop? StopOf(SheetLine row, bool isFirst, ScheduledService? present, Dictionary<string, Node> nodes, List<Refusal> problems)
    {
        var values = new SheetValues(row, Columns, problems);
        if (!nodes.TryGetValue(row["stop"], out var node)) values.Fault($"没有节点“{Texts.Cut(row["stop"], 40)}”。");
        if (isFirst) return node is null ? null : new Stop(node, LegMode.Rail, 1, default, 1, null, null);
        var (mode, day, arrives, yuan) = (values.Named<LegMode>("mode", m => m.Word()), values.NeededWhole("arrivesDay"), TimeOf(row["arrives"]), values.Number("yuan", present?.Stops.Find(s => s.NodeId == node?.Id)?.YuanPerContainer));
        var leavesDay = values.Whole("leavesDay") ?? day;
        if (day is < 1 or > StopTimes.MostDays || leavesDay is < 1 or > StopTimes.MostDays) values.Fault(string.Create(CultureInfo.InvariantCulture, $"到达日和开车日应为 1 至 {StopTimes.MostDays}，开车当天为 1。"));
        if (arrives is null) values.Fault("到达时间应写成 09:30。");
        if (row["leaves"].Length > 0 && TimeOf(row["leaves"]) is null) values.Fault("开车时间应写成 09:30；终点站留空。");
        return node is null || !values.AreGood ? null : new Stop(node, mode, day, arrives!.Value, leavesDay, TimeOf(row["leaves"]), yuan);
    }

    private static TimeOnly? TimeOf(string text) => TimeOnly.TryParseExact(text, _times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>A stop as its row says it: days of the journey, and times of its place.</summary>
    private sealed record Stop(Node Node, LegMode Mode, int ArrivesDay, TimeOnly Arrives, int LeavesDay, TimeOnly? Leaves, decimal? Yuan)
    {
        public StopData ToData(DateOnly from, TimeOnly leavesAt, string firstZone)
        {
            var arrives = StopTimes.After(from, leavesAt, firstZone, ArrivesDay, Arrives, Node.TimeZone);
            return new StopData(Node.Id, arrives, Leaves is { } leaves ? StopTimes.After(from, leavesAt, firstZone, LeavesDay, leaves, Node.TimeZone) : arrives, Mode, Yuan);
        }
    }
}
