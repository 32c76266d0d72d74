using System.Globalization;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>What a 20-foot container costs on a section of a service.</summary>
/// <param name="Status">The weakest standing of its parts.</param>
/// <param name="Sum">The arithmetic, such as 3,200 + 2,100 = 5,300 元.</param>
public sealed record SectionPrice(long Cents, FigureStatus Status, string Source, string Sum);

/// <summary>Adds up the prices of the stops of a service, or of the legs where a stop has none. A missing one gives no sum, never a guess.</summary>
public static class SectionPricing
{
    /// <param name="service">With its stops, their legs and the values of these.</param>
    /// <param name="day">The day whose leg prices count.</param>
    public static SectionPrice? Of(ScheduledService service, int fromId, int toId, DateOnly day)
    {
        var (from, to) = (service.Stops.Find(s => s.NodeId == fromId), service.Stops.Find(s => s.NodeId == toId));
        if (from is null || to is null || from.Position >= to.Position) return null;
        List<(decimal Yuan, FigureStatus Status, string Source)> parts = [];
        foreach (var stop in service.Stops.Where(s => s.Position > from.Position && s.Position <= to.Position).OrderBy(s => s.Position))
        {
            if (stop.YuanPerContainer is { } own && service is { PriceSource: { } source, PriceStatus: { } status }) parts.Add((own, status, source));
            else if (stop.Leg?.On(day, LegQuantity.PricePerContainer) is { } price) parts.Add((price.Value, price.Status, price.Source));
            else return null;
        }
        var total = parts.Sum(p => p.Yuan);
        var sum = parts.Count == 1 ? $"{Yuan(total)} 元" : $"{string.Join(" + ", parts.Select(p => Yuan(p.Yuan)))} = {Yuan(total)} 元";
        return new SectionPrice((long)Math.Round(total * 100m, MidpointRounding.AwayFromZero), parts.Max(p => p.Status), string.Join("；", parts.Select(p => p.Source).Distinct(StringComparer.Ordinal)), sum);
    }

    private static string Yuan(decimal yuan) => yuan.ToString("#,0.##", CultureInfo.InvariantCulture);
}
