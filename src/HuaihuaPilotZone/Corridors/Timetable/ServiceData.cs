using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>What staff write about a service.</summary>
/// <param name="Code">Only heard when the service is new.</param>
/// <param name="Stops">From the first to the last, at least two.</param>
/// <param name="Since">The day from which on a change holds, for who writes it down later; null for today. Departures that have left stay as they were.</param>
/// <param name="Seen">Open bookings that another corridor would reach, as whoever saves it has been told; not heard where a file is taken in, which asks by itself.</param>
public sealed record ServiceData(
    string Code, string Name, string EnglishName, int? CorridorId, string? Carrier, Weekdays Days, TimeOnly LeavesAt, int CutOffMinutes, int Capacity,
    DateOnly From, DateOnly? Until, decimal? LowestTemperature, decimal? HighestTemperature, bool TakesDangerousGoods, string Source, FigureStatus SourceStatus,
    string? PriceSource, FigureStatus? PriceStatus, IReadOnlyList<StopData> Stops, DateOnly? Since = null, int Seen = 0)
{
    /// <summary>What a saved service says, with the legs of its stops loaded.</summary>
    internal static ServiceData Of(ScheduledService service) => new(
        service.Code, service.Name, service.EnglishName, service.CorridorId, service.Carrier, service.Days, service.LeavesAt, service.CutOffMinutes, service.Capacity,
        service.From, service.Until, service.LowestTemperature, service.HighestTemperature, service.TakesDangerousGoods, service.Source, service.SourceStatus,
        service.PriceSource, service.PriceStatus,
        [.. service.Stops.OrderBy(s => s.Position).Select(s => new StopData(s.NodeId, s.ArrivesAfter, s.LeavesAfter, s.Leg?.Mode ?? LegMode.Rail, s.YuanPerContainer))]);
}

/// <summary>A stop as it is written.</summary>
/// <param name="ArrivesAfter">Minutes after the service left its first stop.</param>
/// <param name="LeavesAfter">Minutes after the service left its first stop.</param>
/// <param name="Mode">How the leg that leads here is travelled; not heard at the first stop.</param>
/// <param name="YuanPerContainer">From the stop before to here; null where the leg's price counts.</param>
public sealed record StopData(int NodeId, int ArrivesAfter, int LeavesAfter, LegMode Mode, decimal? YuanPerContainer = null);

/// <summary>What a list of services asks for.</summary>
/// <param name="IsSuspended">Null for both.</param>
public sealed record ServiceFilter(string? Words = null, int? CorridorId = null, bool? IsSuspended = null, ServiceSort Sort = ServiceSort.Code, bool Descending = false);

public enum ServiceSort
{
    Code,

    /// <summary>By the hour at which it leaves its first stop.</summary>
    Leaves,
    Capacity,
}

/// <summary>What stands against a service as it is written.</summary>
internal static class ServiceRules
{
    public const int MostStops = 20;
    public const int MostMinutes = 90 * 24 * 60;
    private const int MostContainers = 25_000;

    public static List<Refusal> Refuse(ServiceData data)
    {
        var refusals = new List<Refusal>();
        void Add(string field, string message) => refusals.Add(new Refusal(field, message));
        if (string.IsNullOrWhiteSpace(data.Source)) Add(nameof(data.Source), "没有来源的班次不能保存。");
        if (data.Days == Weekdays.None || (data.Days & ~Weekdays.All) != Weekdays.None) Add(nameof(data.Days), "请至少选择一个开行日。");
        if (data.Capacity is < 1 or > MostContainers) Add(nameof(data.Capacity), $"舱位应为 1 至 {MostContainers} 个标箱位。");
        if (data.CutOffMinutes is < 0 or > 30 * 24 * 60) Add(nameof(data.CutOffMinutes), "截单时间应为开车前 0 至 30 天。");
        if (data.Until < data.From) Add(nameof(data.Until), "末日不能早于首日。");
        if (data.LowestTemperature is null != data.HighestTemperature is null) Add(nameof(data.HighestTemperature), "最低、最高温度应一并填写；没有冷藏的都留空。");
        else if (data.LowestTemperature > data.HighestTemperature) Add(nameof(data.HighestTemperature), "最高温度不能低于最低温度。");
        if (data.Stops.Any(s => s.YuanPerContainer is < 0m or > 10_000_000m)) Add(nameof(data.Stops), "每箱运价应为 0 至 1000 万元。");
        if (data.Stops.Any(s => s.YuanPerContainer is not null) && (string.IsNullOrWhiteSpace(data.PriceSource) || data.PriceStatus is null)) Add(nameof(data.PriceSource), "没有来源的运价不能保存。");
        if (StopProblem(data.Stops) is { } problem) Add(nameof(data.Stops), problem);
        return refusals;
    }

    private static string? StopProblem(IReadOnlyList<StopData> stops)
    {
        if (stops.Count is < 2 or > MostStops) return $"一个班次应有 2 至 {MostStops} 个站。";
        if (stops.Select(s => s.NodeId).Distinct().Count() < stops.Count) return "同一个节点只能停一次。";
        for (var i = 1; i < stops.Count; i++)
        {
            if (stops[i].ArrivesAfter <= stops[i - 1].LeavesAfter) return $"第 {i + 1} 站的到达时间应晚于上一站的开车时间。";
            if (stops[i].LeavesAfter < stops[i].ArrivesAfter) return $"第 {i + 1} 站的开车时间不能早于到达时间。";
            if (stops[i].LeavesAfter > MostMinutes) return "全程不能超过 90 天。";
        }
        return null;
    }
}
