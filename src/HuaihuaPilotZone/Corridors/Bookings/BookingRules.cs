using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>What stands against a booking.</summary>
internal static class BookingRules
{
    public const int MostContainers = 500;
    public const int MostKilograms = 20_000_000;
    private const decimal ColdestDegrees = -60m;
    private const decimal WarmestDegrees = 60m;

    /// <summary>What stands against it as it is written, whatever has become of the departure.</summary>
    public static List<Refusal> Refuse(BookingData data)
    {
        var refusals = new List<Refusal>();
        void Add(string field, string message) => refusals.Add(new Refusal(field, message));
        if (data.Containers.Count == 0) Add(nameof(data.Containers), "请至少订一个箱。");
        if (data.Containers.Any(c => c.Count is < 1 or > MostContainers)) Add(nameof(data.Containers), $"每种箱型应为 1 至 {MostContainers} 个。");
        if (data.Containers.GroupBy(c => c.Type).Any(g => g.Count() > 1)) Add(nameof(data.Containers), "同一种箱型只写一行。");
        if (string.IsNullOrWhiteSpace(data.Goods)) Add(nameof(data.Goods), "请填写货物名称。");
        if (data.GrossKilograms is < 1 or > MostKilograms) Add(nameof(data.GrossKilograms), $"毛重应为 1 至 {MostKilograms.ToString("#,0", CultureInfo.InvariantCulture)} 千克。");
        var isCooled = data.Containers.Any(c => c.Type.IsCooled());
        if (data.LowestTemperature is null != data.HighestTemperature is null) Add(nameof(data.HighestTemperature), "最低、最高温度应一并填写。");
        else if (data.LowestTemperature > data.HighestTemperature) Add(nameof(data.HighestTemperature), "最高温度不能低于最低温度。");
        else if (data.LowestTemperature < ColdestDegrees || data.HighestTemperature > WarmestDegrees) Add(nameof(data.LowestTemperature), $"温度应在 {ColdestDegrees:0} 至 {WarmestDegrees:0} ℃ 之间。");
        else if (isCooled && data.LowestTemperature is null) Add(nameof(data.LowestTemperature), "订冷藏箱要写明货物的温度范围。");
        else if (!isCooled && data.LowestTemperature is not null) Add(nameof(data.Containers), "有温度要求的货物要订冷藏箱（20RF 或 40RF）。");
        return refusals;
    }

    /// <summary>What of the departure and its service stands against it now.</summary>
    /// <param name="departure">With its service, the corridor's statuses, stops and their nodes.</param>
    public static List<Refusal> Refuse(Booking booking, Departure departure, DateTime now)
    {
        var refusals = new List<Refusal>();
        void Add(string field, string message) => refusals.Add(new Refusal(field, message));
        var service = departure.Service!;
        if (NotRunning(departure) is { } still) Add(nameof(BookingData.Departure), still);
        if (departure.Status != DepartureStatus.Cancelled && departure.CutOffAt <= now) Add(nameof(BookingData.Departure), CutOffPassed(departure));
        if (!IsSection(departure, booking.FromId, booking.ToId)) Add(nameof(BookingData.To), "这个车次不经过所选的区间，请重新选择装货站和卸货站。");
        if (booking.Slots > departure.Capacity) Add(nameof(BookingData.Containers), $"本车次总共只有 {departure.Capacity} 个标箱位，您要订 {booking.Slots} 个。请分到几个车次。");
        if (booking.IsDangerous && !service.TakesDangerousGoods) Add(nameof(BookingData.IsDangerous), $"{service.Name}不接收危险品。");
        if (booking.LowestTemperature is { } low && booking.HighestTemperature is { } high)
        {
            if (service is not { LowestTemperature: { } coldest, HighestTemperature: { } warmest }) Add(nameof(BookingData.LowestTemperature), $"{service.Name}没有冷藏。");
            else if (low < coldest || high > warmest) Add(nameof(BookingData.LowestTemperature), $"{service.Name}能保持 {Degrees(coldest)} 至 {Degrees(warmest)} ℃，达不到 {Degrees(low)} 至 {Degrees(high)} ℃。");
        }
        return refusals;
    }

    /// <summary>Why nobody can be carried on a departure; null where it runs.</summary>
    /// <param name="departure">With its service and the corridor's statuses.</param>
    public static string? NotRunning(Departure departure)
    {
        if (departure.Status == DepartureStatus.Cancelled) return $"车次 {departure.Number} 已停开：{departure.Reason}。请改订其他车次。";
        return departure.Service!.Corridor is { } way && way.StatusOn(departure.Day) == CorridorStatus.Suspended
            ? string.Create(CultureInfo.InvariantCulture, $"{way.Name} {departure.Day:yyyy-MM-dd} 停运，车次 {departure.Number} 不接受订舱。请改订其他车次。")
            : null;
    }

    /// <summary>The sentence of a request that comes too late, with the time on the clocks of the first stop.</summary>
    public static string CutOffPassed(Departure departure)
    {
        var zone = departure.Stops.MinBy(s => s.Position)?.Node?.TimeZone ?? Node.ChinaZone;
        return $"车次 {departure.Number} 的截单时间是 {DepartureDesk.Local(departure.CutOffAt, zone)}（{LocalTime.Offset(departure.CutOffAt, zone)}），已过，不再接受订舱。请订下一班。";
    }

    /// <summary>Whether the departure stops at the first place and later at the second one.</summary>
    public static bool IsSection(Departure departure, int fromId, int toId) =>
        departure.Stops.Find(s => s.NodeId == fromId) is { } from && departure.Stops.Find(s => s.NodeId == toId) is { } to && from.Position < to.Position;

    private static string Degrees(decimal degrees) => degrees.ToString("0.#", CultureInfo.InvariantCulture);
}
