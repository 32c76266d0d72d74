using System.Globalization;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors;

/// <summary>A portal for tests that change the network, which others count and draw.</summary>
public sealed class NetworkPortal : IAsyncLifetime
{
    public const string Name = "network";

    public Portal Portal { get; } = new();

    public ValueTask InitializeAsync() => Portal.InitializeAsync();

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

[CollectionDefinition(NetworkPortal.Name)]
public sealed class NetworkTests : ICollectionFixture<NetworkPortal>;

/// <summary>A portal whose timetable nobody but the tests of one class sees, for those that count what it offers.</summary>
public sealed class QuietPortal : IAsyncLifetime
{
    public Portal Portal { get; } = new();

    public ValueTask InitializeAsync() => Portal.InitializeAsync();

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

/// <summary>Makes the nodes, legs and services that a test needs, by the services that the pages use.</summary>
internal static class NetworkScenes
{
    private static int _count;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A number that no other scene has.</summary>
    public static int Next() => Interlocked.Increment(ref _count);

    /// <summary>Name and id of a new node.</summary>
    public static async Task<(int Id, string Name)> HasNodeAsync(this Portal portal, string zone = Node.ChinaZone)
    {
        var number = Next();
        var made = await portal.InScopeAsync(s => s.GetRequiredService<NodeKeeping>().AddAsync(NodeOf(number) with { TimeZone = zone }, Cancellation));
        return (made.Value, $"测试站{number}");
    }

    public static NodeData NodeOf(int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"test-{number}"), $"测试站{number}", $"Test {number}", NodeKind.Station, "CHN", Node.ChinaZone, null, null, null,
        false, false, false, null, null, null, 100, 100, 100, 100, LabelSide.Right, LabelSide.Right, false);

    public static async Task<int> HasLegAsync(this Portal portal, int from, int to, LegMode mode = LegMode.Rail) =>
        (await portal.InScopeAsync(s => s.GetRequiredService<LegKeeping>().AddAsync(new LegData(from, to, mode, null, null, false), Cancellation))).Value;

    /// <summary>So many nodes, each with a leg from the one before.</summary>
    public static async Task<IReadOnlyList<(int Id, string Name)>> HasLineAsync(this Portal portal, int length, string zone = Node.ChinaZone)
    {
        var nodes = new List<(int Id, string Name)>();
        for (var i = 0; i < length; i++)
        {
            nodes.Add(await portal.HasNodeAsync(zone));
            if (i > 0) await portal.HasLegAsync(nodes[i - 1].Id, nodes[i].Id);
        }
        return nodes;
    }

    /// <summary>A corridor on trial that was made on a day that is past, and its only leg as files name it.</summary>
    /// <param name="standsFrom">From when its status is recorded; null for that day too.</param>
    public static async Task<(int Id, string Slug, string Leg)> HasCorridorAsync(this Portal portal, DateOnly made, DateOnly? standsFrom = null)
    {
        var (number, near) = (Next(), await portal.HasNodeAsync());
        var hub = await portal.WithDatabaseAsync(db => db.Nodes.Where(n => n.Slug == CorridorService.HubSlug).Select(n => new { n.Id, n.Name }).SingleAsync(Cancellation));
        var (leg, slug, stands) = (await portal.HasLegAsync(hub.Id, near.Id), string.Create(CultureInfo.InvariantCulture, $"then-{number}"), standsFrom ?? made);
        var data = new CorridorData(slug, $"旧名{slug}", $"Was {number}", CorridorStatus.Trial, "测试依据", "测试说明", "Words", 1, null, "测试来源", null, null, null, null, [leg]);
        var id = (await portal.InScopeAsync(s => s.GetRequiredService<CorridorKeeping>().AddAsync(data, Cancellation))).Value;
        await portal.WithDatabaseAsync(db => db.CorridorStates.Where(s => s.CorridorId == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.From, made), Cancellation));
        await portal.WithDatabaseAsync(db => db.Set<CorridorStanding>().Where(s => s.CorridorId == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.From, stands), Cancellation));
        return (id, slug, $"{hub.Name}—{near.Name}（铁路）");
    }

    /// <summary>A service that leaves at 20:00 and takes ten hours from stop to stop, standing one.</summary>
    public static ServiceData ServiceOf(IReadOnlyList<int> nodes, Weekdays days = Weekdays.All) => new(
        string.Create(CultureInfo.InvariantCulture, $"T{Next()}"), "测试班列", "Test train", null, null, days, new TimeOnly(20, 0), 24 * 60, 10, new DateOnly(2026, 11, 1), null, null, null, false,
        "测试来源", FigureStatus.Demonstration, null, null, StopsOf(nodes));

    public static IReadOnlyList<StopData> StopsOf(IReadOnlyList<int> nodes) =>
        [.. nodes.Select((n, i) => new StopData(n, i * 600, i == 0 ? 0 : (i * 600) + 60, LegMode.Rail))];

    public static async Task<int> HasServiceAsync(this Portal portal, ServiceData data) => (await portal.InScopeAsync(s => s.GetRequiredService<ServiceDesk>().AddAsync(data, Cancellation))).Value;

    public static Task<ScheduledService?> ServiceAsync(this Portal portal, int id) => portal.InScopeAsync(s => s.GetRequiredService<ServiceDesk>().FindAsync(id, Cancellation));

    /// <summary>Its departures in order, with their stops in order.</summary>
    public static Task<List<Departure>> DeparturesAsync(this Portal portal, int service) => portal.WithDatabaseAsync(db => db.Departures.AsNoTracking()
        .Include(d => d.Stops.OrderBy(s => s.Position)).Where(d => d.ServiceId == service).OrderBy(d => d.Day).ToListAsync(Cancellation));

    /// <summary>So many containers of a departure are confirmed.</summary>
    public static Task<int> HasBookedAsync(this Portal portal, int departure, int count) => portal.WithDatabaseAsync(db => db.Departures.Where(d => d.Id == departure)
        .ExecuteUpdateAsync(set => set.SetProperty(d => d.Booked, count).SetProperty(d => d.Version, d => d.Version + 1), Cancellation));

    /// <summary>Acts of the journal about a record, oldest first.</summary>
    public static Task<List<string>> ActsAsync(this Portal portal, string subject, string key) => portal.WithDatabaseAsync(db => db.Set<JournalLine>()
        .Where(l => l.Subject == subject && l.SubjectKey == key).OrderBy(l => l.Id).Select(l => l.Act).ToListAsync(Cancellation));

    /// <summary>A moment in Huaihua as UTC.</summary>
    public static DateTime At(int month, int day, int hour, int minute = 0) => new DateTime(2026, month, day, hour, minute, 0, DateTimeKind.Utc).AddHours(-8);
}
