using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Figures;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>An invented timetable with invented prices, only where demonstration data is asked for: no calendar and no tariff of any corridor was found.</summary>
internal sealed class TimetableSeed(PortalDbContext db, ServiceDesk services, ChinaTime time) : RoomSeed
{
    private const string Source = "示例：班期、时刻和舱位为演示虚构";
    private const string PriceSource = "示例：未查到任何区段的运价，为演示虚构";
    private const int Day = 24 * 60;

    private static readonly Invented[] _services =
    [
        new("ZL01", "中老班列", "China–Laos train", "china-laos", Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday, "10:00", Day, 50, null,
            [("huaihua", 0, 0, 0), ("kunming", 30 * 60, 34 * 60, 3200), ("mohan", 52 * 60, 60 * 60, 2100), ("vientiane", 70 * 60, 0, 1500)]),
        new("ZL02", "中老冷链快列", "China–Laos cold train", "china-laos", Weekdays.Tuesday | Weekdays.Saturday, "20:00", Day, 24, (-18m, 15m),
            [("huaihua", 0, 0, 0), ("kunming", 22 * 60, 23 * 60, 5200), ("mohan", 35 * 60, 39 * 60, 3300), ("vientiane", 46 * 60, 0, 2400)]),
        new("ZL03", "怀化—昆明货列", "Huaihua–Kunming freight train", "china-laos", Weekdays.All, "06:30", 12 * 60, 40, null, [("huaihua", 0, 0, 0), ("kunming", 36 * 60, 0, 2300)]),
        new("ZL04", "昆明—万象班列", "Kunming–Vientiane train", "china-laos", Weekdays.Thursday | Weekdays.Sunday, "09:00", Day, 50, null,
            [("kunming", 0, 0, 0), ("mohan", 20 * 60, 28 * 60, 1800), ("vientiane", 40 * 60, 0, 1300)]),
        new("LZ01", "老中班列（回程）", "Laos–China train (back)", "china-laos", Weekdays.Tuesday | Weekdays.Friday, "08:00", Day, 50, (-18m, 15m),
            [("vientiane", 0, 0, 0), ("mohan", 10 * 60, 18 * 60, 1700), ("kunming", 36 * 60, 40 * 60, 2300), ("huaihua", 70 * 60, 0, 3400)]),
        new("BB01", "北部湾铁海联运班列", "Beibu Gulf rail–sea train", "beibu-gulf", Weekdays.Tuesday | Weekdays.Friday, "20:00", Day, 60, null,
            [("huaihua", 0, 0, 0), ("liuzhou", 14 * 60, 15 * 60, 1500), ("nanning", 22 * 60, 24 * 60, 900), ("qinzhou", 30 * 60, 0, 600)]),
        new("BB02", "钦州—海防航线", "Qinzhou–Hai Phong ship", "beibu-gulf", Weekdays.Monday | Weekdays.Thursday, "16:00", Day, 120, (-25m, 25m), [("qinzhou", 0, 0, 0), ("haiphong", 20 * 60, 0, 1100)], LegMode.Sea),
        new("BB03", "钦州—新加坡航线", "Qinzhou–Singapore ship", "beibu-gulf", Weekdays.Sunday, "12:00", 2 * Day, 200, (-25m, 25m), [("qinzhou", 0, 0, 0), ("singapore", 6 * Day, 0, 3600)], LegMode.Sea),
        new("ZJ01", "湛江铁海联运班列", "Zhanjiang rail–sea train", "zhanjiang", Weekdays.Wednesday | Weekdays.Sunday, "08:30", Day, 40, null, [("huaihua", 0, 0, 0), ("liuzhou", 14 * 60, 15 * 60, 1500), ("zhanjiang", 34 * 60, 0, 1600)]),
        new("GZ01", "广州南沙班列", "Nansha train", "guangzhou", Weekdays.Monday | Weekdays.Thursday, "14:00", Day, 50, null, [("huaihua", 0, 0, 0), ("hengyang", 9 * 60, 10 * 60, 1100), ("nansha", 30 * 60, 0, 1900)]),
        new("SZ01", "深圳盐田班列", "Yantian train", "shenzhen", Weekdays.Saturday, "14:00", Day, 50, null, [("huaihua", 0, 0, 0), ("hengyang", 9 * 60, 10 * 60, 1100), ("yantian", 32 * 60, 0, 2000)]),
        new("ZY01", "中越班列", "China–Vietnam train", "china-vietnam", Weekdays.Thursday, "18:00", Day, 45, null,
            [("huaihua", 0, 0, 0), ("liuzhou", 14 * 60, 15 * 60, 1500), ("nanning", 22 * 60, 24 * 60, 900), ("pingxiang", 31 * 60, 40 * 60, 800), ("hanoi", 48 * 60, 0, 900)]),
        new("ZM01", "中缅公铁联运列车", "China–Myanmar rail–road train", "china-myanmar", Weekdays.Sunday, "11:00", Day, 30, null, [("huaihua", 0, 0, 0), ("kunming", 36 * 60, 42 * 60, 2400), ("lincang", 56 * 60, 0, 1200)]),
    ];

    public override int Order => 45;

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.ScheduledServices.AnyAsync(cancellation)) return;
        await AddRoadsAsync(cancellation);
        await AddHandlingAsync(cancellation);
        var nodes = await db.Nodes.ToDictionaryAsync(n => n.Slug, n => n.Id, cancellation);
        var corridors = await db.Corridors.ToDictionaryAsync(c => c.Slug, c => c.Id, cancellation);
        foreach (var service in _services)
        {
            var outcome = await services.AddAsync(service.ToData(nodes, corridors, time.Today.AddDays(-7)), cancellation);
            if (!outcome.IsDone) throw new InvalidOperationException($"{service.Code}: {outcome.Refusals[0].Message}");
        }
        await AddNoticeAsync(nodes["mohan"], cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>Hours and prices of the roads, which have no timetable.</summary>
    private async Task AddRoadsAsync(CancellationToken cancellation)
    {
        var roads = await db.Legs.Include(l => l.Values).Where(l => l.Mode == LegMode.Road).ToListAsync(cancellation);
        foreach (var road in roads)
        {
            if (road.On(time.Today, LegQuantity.Distance) is not { } km) continue;
            road.Values.Add(Make(LegQuantity.Hours, Math.Round(km.Value / 30m, 1), $"示例：{km.Value:0} 公里按每小时 30 公里计"));
            road.Values.Add(Make(LegQuantity.PricePerContainer, Math.Round(km.Value * 9m, 0), $"示例：{km.Value:0} 公里按每箱每公里 9 元计，为演示虚构"));
        }
        await db.SaveChangesAsync(cancellation);
    }

    private async Task AddHandlingAsync(CancellationToken cancellation)
    {
        foreach (var node in await db.Nodes.Where(n => n.HandlingMinutes == null && n.Kind != NodeKind.City).ToListAsync(cancellation))
        {
            node.HandlingMinutes = node.Kind == NodeKind.SeaPort ? 8 * 60 : 3 * 60;
            (node.HandlingStatus, node.HandlingSource) = (FigureStatus.Demonstration, "示例：换装时间为演示虚构");
            await NodePast.NoteAsync(db, node, null, DateOnly.MinValue, cancellation);
        }
        await db.SaveChangesAsync(cancellation);
    }

    private async Task AddNoticeAsync(int mohan, CancellationToken cancellation)
    {
        db.NetworkNotices.Add(new NetworkNotice
        {
            NodeId = mohan,
            Kind = NoticeKind.Hint,
            Title = "示例：口岸夜间通行时间调整",
            EnglishTitle = "Example: night hours at the border post",
            Text = "示例提示：演示通行提示怎样显示在使用该口岸的每条通道上，并非真实公告。",
            EnglishText = "An example of how a notice is shown on every corridor that uses this border post. It is not a real announcement.",
            From = time.UtcNow.AddDays(-1),
            Until = time.UtcNow.AddDays(30),
            Source = Publications.Invented.Text,
            IsDemonstration = true,
        });
        await db.SaveChangesAsync(cancellation);
    }

    private static LegValue Make(LegQuantity quantity, decimal value, string source) => new()
    {
        Quantity = quantity,
        From = DateOnly.MinValue,
        Value = value,
        Status = FigureStatus.Demonstration,
        Source = source,
    };

    private sealed record Invented(
        string Code, string Name, string EnglishName, string Corridor, Weekdays Days, string LeavesAt, int CutOff, int Capacity, (decimal Low, decimal High)? Cooling,
        (string Node, int Arrives, int Leaves, int Yuan)[] Stops, LegMode Mode = LegMode.Rail)
    {
        public ServiceData ToData(Dictionary<string, int> nodes, Dictionary<string, int> corridors, DateOnly from) => new(
            Code, $"示例：{Name}", $"Example: {EnglishName}", corridors[Corridor], "示例承运企业", Days, TimeOnly.Parse(LeavesAt, System.Globalization.CultureInfo.InvariantCulture), CutOff, Capacity, from, null,
            Cooling?.Low, Cooling?.High, false, Source, FigureStatus.Demonstration, PriceSource, FigureStatus.Demonstration,
            [.. Stops.Select((s, i) => new StopData(nodes[s.Node], s.Arrives, Math.Max(s.Arrives, s.Leaves), Mode, i == 0 ? null : s.Yuan))]);
    }
}
