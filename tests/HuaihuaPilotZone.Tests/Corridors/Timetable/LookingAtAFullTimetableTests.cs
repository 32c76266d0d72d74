using System.Globalization;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Corridors.Timetable;

/// <summary>Ten thousand departures of a corridor that is suspended now and then.</summary>
public sealed class LookingAtAFullTimetableTests : IAsyncLifetime
{
    private const int Services = 112;
    private const int Days = 90;
    private const string Corridor = "china-laos";

    private readonly AskedStatements _asked = new();
    private Portal _portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = Portal.Own([_asked], ("Jobs:Parallel", "0"));
        await _portal.WithDatabaseAsync(FillAsync);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_page_and_a_file_ask_for_the_statuses_of_a_corridor_once_and_a_file_that_is_cut_is_announced()
    {
        var (few, page) = await AskedAsync("/timetable?corridor=beibu-gulf&until=2027-01-20");
        var (many, full) = await AskedAsync($"/timetable?from=2026-11-22&until=2027-02-20&corridor={Corridor}");

        Assert.Null(page.QuerySelector("[data-file-limit]"));
        Assert.Contains("一份文件最多 5,000 班", full.QuerySelector("[data-file-limit]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(few, many);
        var file = await (await _portal.Visit().GetAsync($"/timetable.csv?from=2026-11-22&until=2027-02-20&corridor={Corridor}")).Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(TimetableBoard.MostInFile + 1, file.Trim().Split('\n').Length);
        // every second day is a suspended one, for each of the services
        Assert.InRange(file.Split("停运（").Length - 1, 2_000, 3_000);
    }

    [Fact]
    public async Task Where_nothing_can_be_booked_the_page_says_what_it_leaves_out_and_leads_to_all()
    {
        var empty = await _portal.Visit().OpenAsync($"/timetable?from=2027-02-10&until=2027-02-20&corridor={Corridor}&to=kunming&free=true");

        Assert.Contains("停运、停开、已截单和没有舱位的没有列出", empty.Content(), StringComparison.Ordinal);
        var all = empty.QuerySelector("[data-timetable] .hh-empty a")!.GetAttribute("href")!;
        Assert.Equal($"/timetable?from=2027-02-10&until=2027-02-20&corridor={Corridor}&to=kunming", all);
        Assert.NotEmpty((await _portal.Visit().OpenAsync(all)).QuerySelectorAll("[data-slots=Full], [data-slots=Suspended]"));
    }

    private async Task<(int Asked, AngleSharp.Html.Dom.IHtmlDocument Page)> AskedAsync(string address)
    {
        await _portal.Visit().OpenAsync(address);
        var before = _asked.Count;
        _asked.IsListeningToRequests = true;
        var page = await _portal.Visit().OpenAsync(address);
        _asked.IsListeningToRequests = false;
        return (_asked.Count - before, page);
    }

    private static async Task<int> FillAsync(PortalDbContext db)
    {
        var first = new DateOnly(2026, 11, 22);
        var corridor = await db.Corridors.Where(c => c.Slug == Corridor).Select(c => c.Id).SingleAsync(Cancellation);
        var nodes = await db.Nodes.Where(n => n.Slug == "huaihua" || n.Slug == "kunming").ToDictionaryAsync(n => n.Slug, n => n.Id, Cancellation);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var i = -1; i < Days; i++)
            db.Add(new CorridorStanding { CorridorId = corridor, From = i < 0 ? DateOnly.MinValue : first.AddDays(i), Status = i % 2 == 0 ? CorridorStatus.Suspended : CorridorStatus.Regular, Source = "示例公告" });
        var services = Enumerable.Range(0, Services).Select(i => ServiceOf(i, corridor, first)).ToList();
        db.ScheduledServices.AddRange(services);
        await db.SaveChangesAsync(Cancellation);
        foreach (var service in services) db.Departures.AddRange(Enumerable.Range(0, Days).Select(d => DepartureOf(service, first.AddDays(d), nodes["huaihua"], nodes["kunming"])));
        return await db.SaveChangesAsync(Cancellation);
    }

    private static ScheduledService ServiceOf(int number, int corridor, DateOnly from) => new()
    {
        Code = string.Create(CultureInfo.InvariantCulture, $"FULL{number:D3}"),
        Name = "示例：很多班次之一",
        EnglishName = "Example",
        CorridorId = corridor,
        Days = Weekdays.All,
        LeavesAt = new TimeOnly(10, 0),
        CutOffMinutes = 60,
        Capacity = 40,
        From = from,
        Source = "示例",
        SourceStatus = FigureStatus.Demonstration,
    };

    private static Departure DepartureOf(ScheduledService service, DateOnly day, int from, int to)
    {
        var leaves = LocalTime.ToUtc(day.ToDateTime(service.LeavesAt), Node.ChinaZone);
        return new Departure
        {
            ServiceId = service.Id,
            Number = $"{service.Code}-{day:yyyyMMdd}",
            Day = day,
            LeavesAt = leaves,
            CutOffAt = leaves.AddHours(-1),
            ArrivesAt = leaves.AddHours(20),
            Capacity = 40,
            Booked = 40,
            Stops = [StopOf(0, from, leaves), StopOf(1, to, leaves.AddHours(20))],
        };
    }

    private static DepartureStop StopOf(int position, int node, DateTime at) => new()
    {
        Position = position,
        NodeId = node,
        ArrivesAt = at,
        LeavesAt = at,
    };
}
