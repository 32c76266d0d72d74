using System.ComponentModel.DataAnnotations;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.TrainServices;

/// <summary>A stop in a row of the form, as a printed timetable has it. A row without a node is no stop.</summary>
public sealed class StopForm
{
    [Display(Name = "节点")]
    public int? NodeId { get; set; }

    /// <summary>How the leg that leads here is travelled.</summary>
    [Display(Name = "到这里的方式")]
    public LegMode? Mode { get; set; }

    [Display(Name = "到达日")]
    public int? ArrivesDay { get; set; }

    /// <summary>Local time.</summary>
    [Display(Name = "到达时间")]
    [DisplayFormat(DataFormatString = "{0:HH:mm}", ApplyFormatInEditMode = true)]
    public TimeOnly? ArrivesTime { get; set; }

    [Display(Name = "开车日")]
    public int? LeavesDay { get; set; }

    /// <summary>Local time.</summary>
    [Display(Name = "开车时间")]
    [DisplayFormat(DataFormatString = "{0:HH:mm}", ApplyFormatInEditMode = true)]
    public TimeOnly? LeavesTime { get; set; }

    [Display(Name = "上一站至此每箱运价")]
    public decimal? Yuan { get; set; }
}

/// <summary>A service with its calendar and stops.</summary>
public sealed class ServiceForm
{
    private const int FreeRows = 2;
    private const int NewRows = 4;
    private const int HourMinutes = 60;

    public int Version { get; set; }

    /// <summary>As many bookings as the page has said that another corridor reaches.</summary>
    public int Seen { get; set; }

    /// <summary>Chosen once, when the service is new.</summary>
    [Display(Name = "班次代码")]
    public string? Code { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishName { get; set; }

    [Display(Name = "通道")]
    public int? CorridorId { get; set; }

    [Display(Name = "承运方")]
    public string? Carrier { get; set; }

    [Display(Name = "开行日")]
    public List<Weekdays> Days { get; set; } = [];

    [Display(Name = "始发站开车时间")]
    [DisplayFormat(DataFormatString = "{0:HH:mm}", ApplyFormatInEditMode = true)]
    public TimeOnly? LeavesAt { get; set; }

    [Display(Name = "截单")]
    public decimal? CutOffHours { get; set; }

    [Display(Name = "舱位")]
    public int? Capacity { get; set; }

    [Display(Name = "首日")]
    public DateOnly? From { get; set; }

    [Display(Name = "末日")]
    public DateOnly? Until { get; set; }

    [Display(Name = "最低温度")]
    public decimal? LowestTemperature { get; set; }

    [Display(Name = "最高温度")]
    public decimal? HighestTemperature { get; set; }

    [Display(Name = "接收危险品")]
    public bool TakesDangerousGoods { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "来源性质")]
    public FigureStatus? SourceStatus { get; set; }

    public List<StopForm> Stops { get; set; } = [];

    [Display(Name = "运价来源")]
    public string? PriceSource { get; set; }

    [Display(Name = "运价性质")]
    public FigureStatus? PriceStatus { get; set; }

    /// <summary>From which day on it is so; today where nothing is typed.</summary>
    [Display(Name = "起始日")]
    public DateOnly? Since { get; set; }

    /// <summary>Asks for one more row, not for saving.</summary>
    public bool Add { get; set; }

    public static ServiceForm New(DateOnly today) => new() { From = today, Stops = [.. Enumerable.Range(0, NewRows).Select(_ => new StopForm())] };

    public static ServiceForm Of(ScheduledService service) => new()
    {
        Version = service.Version,
        Code = service.Code,
        Name = service.Name,
        EnglishName = service.EnglishName,
        CorridorId = service.CorridorId,
        Carrier = service.Carrier,
        Days = [.. Enum.GetValues<Weekdays>().Where(d => d is not (Weekdays.None or Weekdays.All) && service.Days.HasFlag(d))],
        LeavesAt = service.LeavesAt,
        CutOffHours = decimal.Round((decimal)service.CutOffMinutes / HourMinutes, 2),
        Capacity = service.Capacity,
        From = service.From,
        Until = service.Until,
        LowestTemperature = service.LowestTemperature,
        HighestTemperature = service.HighestTemperature,
        TakesDangerousGoods = service.TakesDangerousGoods,
        Source = service.Source,
        SourceStatus = service.SourceStatus,
        PriceSource = service.PriceSource,
        PriceStatus = service.PriceStatus,
        Stops = [.. service.Stops.Select(s => StopOf(service, s)), .. Enumerable.Range(0, FreeRows).Select(_ => new StopForm())],
    };

    /// <summary>Nodes that stand in the rows.</summary>
    public IReadOnlyList<int> Chosen() => [.. Stops.Where(s => s.NodeId is not null).Select(s => s.NodeId!.Value)];

    /// <param name="nodes">Those of the rows, for their clocks.</param>
    public ServiceData ToData(IReadOnlyList<Node> nodes)
    {
        var days = Days.Aggregate(Weekdays.None, (all, day) => all | day);
        return new ServiceData(
            FormText.Clean(Code) ?? "", FormText.Clean(Name)!, FormText.Clean(EnglishName)!, CorridorId, FormText.Clean(Carrier), days, LeavesAt!.Value,
            (int)decimal.Round(CutOffHours!.Value * HourMinutes), Capacity!.Value, From!.Value, Until, LowestTemperature, HighestTemperature, TakesDangerousGoods,
            FormText.Clean(Source)!, SourceStatus!.Value, FormText.Clean(PriceSource), PriceStatus, StopsOf(nodes.ToDictionary(n => n.Id, n => n.TimeZone)), Since, Seen);
    }

    /// <summary>What the service says of minutes is said of hours here.</summary>
    public static Refusal Placed(Refusal refusal) => refusal.Field == nameof(ServiceData.CutOffMinutes) ? refusal with { Field = nameof(CutOffHours) } : refusal;

    /// <summary>The first row is where it starts; the others stand in the order of their arrival.</summary>
    private List<StopData> StopsOf(Dictionary<int, string> zones)
    {
        var rows = Stops.Where(s => s.NodeId is not null).ToList();
        string ZoneOf(StopForm row) => zones.GetValueOrDefault(row.NodeId!.Value, Node.ChinaZone);
        int After(StopForm row, int? day, TimeOnly? time) => StopTimes.After(From!.Value, LeavesAt!.Value, ZoneOf(rows[0]), day!.Value, time!.Value, ZoneOf(row));
        var others = rows.Skip(1).Select(s =>
        {
            var arrives = After(s, s.ArrivesDay, s.ArrivesTime);
            return new StopData(s.NodeId!.Value, arrives, s.LeavesTime is null ? arrives : After(s, s.LeavesDay ?? s.ArrivesDay, s.LeavesTime), s.Mode!.Value, s.Yuan);
        });
        return [.. rows.Take(1).Select(s => new StopData(s.NodeId!.Value, 0, 0, LegMode.Rail)), .. others.OrderBy(s => s.ArrivesAfter)];
    }

    private static StopForm StopOf(ScheduledService service, ServiceStop stop)
    {
        if (stop.Position == 0) return new StopForm { NodeId = stop.NodeId };
        var (arrivesDay, arrives) = TimeAt(service, stop, stop.ArrivesAfter);
        var (leavesDay, leaves) = TimeAt(service, stop, stop.LeavesAfter);
        var isLast = stop.Position == service.Stops.Count - 1;
        return new StopForm
        {
            NodeId = stop.NodeId,
            Mode = stop.Leg?.Mode,
            ArrivesDay = arrivesDay,
            ArrivesTime = arrives,
            LeavesDay = isLast ? null : leavesDay,
            LeavesTime = isLast ? null : leaves,
            Yuan = stop.YuanPerContainer,
        };
    }

    /// <summary>Day of the journey and local time at a stop.</summary>
    public static (int Day, TimeOnly Time) TimeAt(ScheduledService service, ServiceStop stop, int after) =>
        StopTimes.At(service.From, service.LeavesAt, service.Stops[0].Node!.TimeZone, after, stop.Node!.TimeZone);
}

/// <summary>The service that goes on with another calendar.</summary>
public sealed class NextServiceForm
{
    public int Version { get; set; }

    [Display(Name = "新班期首日")]
    public DateOnly? NextFrom { get; set; }

    [Display(Name = "新班次代码")]
    public string? NextCode { get; set; }

    /// <summary>What is said of the new service is said of the fields here.</summary>
    public static Refusal Placed(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch
        {
            nameof(ServiceData.From) => nameof(NextFrom),
            nameof(ServiceData.Code) => nameof(NextCode),
            _ => "",
        },
    };
}

/// <summary>A service to take out of the timetable.</summary>
public sealed class SuspendForm
{
    public int Version { get; set; }

    [Display(Name = "停运起")]
    public DateOnly? SuspendedFrom { get; set; }

    [Display(Name = "停运原因")]
    public string? SuspensionReason { get; set; }
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
/// <param name="AsOf">The day as of which services are shown; empty for now.</param>
public sealed record ServiceQuery(string? Q, int? Corridor, bool? Suspended, string? Sort, string? Dir, int? Page, DateOnly? AsOf = null)
{
    public bool IsNarrowed => Corridor is not null || AsOf is not null || Suspended is not null || !string.IsNullOrWhiteSpace(Q);

    public ServiceFilter ToFilter() => new(Q, Corridor, Suspended, SortChoice.Of(Sort, ServiceSort.Code), SortChoice.IsDescending(Dir));
}

/// <summary>The list.</summary>
public sealed record ServiceListPage(ServiceQuery Query, Page<ScheduledService> Rows, IReadOnlyList<Corridor> Corridors);

/// <summary>A service with its stops and history.</summary>
/// <param name="Saved">Null while it is being made.</param>
public sealed record ServicePage(ScheduledService? Saved, ServiceForm Form, SuspendForm Suspension, IReadOnlyList<Node> Nodes, IReadOnlyList<Corridor> Corridors, Page<JournalLine>? History)
{
    public NextServiceForm Next { get; init; } = new();

    /// <summary>What it was from time to time, the latest first.</summary>
    public Page<Turn>? Turns { get; init; }
}

/// <summary>A service as it was on a day.</summary>
public sealed record PastServicePage(ScheduledService Service, DateOnly On);
