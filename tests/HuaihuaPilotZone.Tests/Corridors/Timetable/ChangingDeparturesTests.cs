using System.Net;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Corridors.Timetable;

[Collection(NetworkPortal.Name)]
public sealed class ChangingDeparturesTests(NetworkPortal network)
{
    private const string Home = "/park/timetable/departures";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_departure_moves_with_all_its_stops_in_the_local_time_of_the_first()
    {
        var departure = await HasDepartureAsync("Asia/Vientiane");
        var (address, admin) = ($"{Home}/{departure.Number}", await _portal.VisitAsAsync("admin"));
        Assert.Equal("2026-11-24T20:00", (await admin.OpenAsync(address)).Value("LeavesAt"));

        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["LeavesAt"] = "2026-11-25T02:30", ["CutOffAt"] = "2026-11-24T06:00", ["Capacity"] = "8", ["Reason"] = "口岸检修" }, address)).LedTo());

        var moved = await FindAsync(departure.Id);
        Assert.Equal((departure.LeavesAt.AddMinutes(390), departure.ArrivesAt.AddMinutes(390), 8, true, "口岸检修"), (moved.LeavesAt, moved.ArrivesAt, moved.Capacity, moved.IsChanged, moved.Reason));
        Assert.Equal(departure.Stops.Select(s => (s.ArrivesAt.AddMinutes(390), s.LeavesAt.AddMinutes(390))), moved.Stops.Select(s => (s.ArrivesAt, s.LeavesAt)));
        Assert.Equal((new DateTime(2026, 11, 23, 23, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 11, 24)), (moved.CutOffAt, moved.Day));
        var page = (await (await _portal.VisitAsAsync("auditor")).OpenAsync(address)).Content();
        foreach (var text in new[] { "有调整", "口岸检修", "2026-11-25 02:30（UTC+7）", "调整车次", "2026-11-24 20:00 → 2026-11-25 02:30" }) Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LeavesAt", "2026-11-22T09:00", "开车时间已过")]
    [InlineData("LeavesAt", "2026-12-30T20:00", "与原时间相差 30 天以上")]
    [InlineData("LeavesAt", "", "请填写开车时间")]
    [InlineData("LeavesAt", "0001-01-01T00:00", "2000 至 2200 年")]
    [InlineData("CutOffAt", "2026-11-24T21:00", "截单时间不能晚于开车时间")]
    [InlineData("CutOffAt", "", "请填写截单时间")]
    [InlineData("Capacity", "2", "已订出 3 个舱位")]
    [InlineData("Capacity", "30000", "舱位应为 1 至 25000")]
    [InlineData("Capacity", "", "请填写舱位")]
    [InlineData("Reason", "", "请写明原因")]
    [InlineData("Version", "99", "他人已调整这个车次或订了舱位")]
    public async Task What_does_not_fit_is_refused_with_what_was_typed(string field, string value, string refusal)
    {
        var departure = await HasDepartureAsync();
        await _portal.HasBookedAsync(departure.Id, 3);
        var (address, admin) = ($"{Home}/{departure.Number}", await _portal.VisitAsAsync("admin"));
        var typed = new Dictionary<string, string?> { ["LeavesAt"] = "2026-11-24T20:00", ["CutOffAt"] = "2026-11-23T20:00", ["Capacity"] = "10", ["Reason"] = "测试原因" };
        typed[field] = value;

        var page = await (await admin.SubmitAsync(address, typed, address)).RefusedWithAsync(refusal);

        Assert.Equal(typed["Reason"], page.Value("Reason"));
        Assert.False((await FindAsync(departure.Id)).IsChanged);
    }

    [Fact]
    public async Task A_cancelled_departure_stays_with_its_reason_and_may_run_after_all()
    {
        var departure = await HasDepartureAsync();
        var (address, admin) = ($"{Home}/{departure.Number}", await _portal.VisitAsAsync("admin"));

        await (await admin.SubmitAsync(address, new() { ["Why"] = " " }, $"{address}/cancel")).RefusedWithAsync("请写明原因");
        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["Why"] = "没有机车" }, $"{address}/cancel")).LedTo());
        await (await admin.ForgeAsync(address, $"{address}/cancel", new() { ["Version"] = "2", ["Why"] = "再停一次" })).RefusedWithAsync("已经停开");
        await (await admin.ForgeAsync(address, address, new() { ["Version"] = "2", ["LeavesAt"] = "2026-11-24T21:00", ["CutOffAt"] = "2026-11-23T20:00", ["Capacity"] = "10", ["Reason"] = "测试" })).RefusedWithAsync("已停开的车次不能调整");
        Assert.Contains(departure.Number, (await admin.OpenAsync($"{Home}?q={departure.Number}&status=Cancelled")).Content(), StringComparison.Ordinal);
        Assert.Contains("没有机车", await (await admin.GetAsync($"{Home}/export.csv?q={departure.Number}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["Why"] = "机车已到" }, $"{address}/restore")).LedTo());
        await (await admin.ForgeAsync(address, $"{address}/restore", new() { ["Version"] = "3", ["Why"] = "再恢复" })).RefusedWithAsync("没有停开");
        Assert.Equal((DepartureStatus.Planned, "机车已到"), ((await FindAsync(departure.Id)).Status, (await FindAsync(departure.Id)).Reason));
        Assert.Equal([NetworkActs.DepartureCancelled, NetworkActs.DepartureRestored], await _portal.ActsAsync(JournalSubjects.Departure, departure.Number));
    }

    [Fact]
    public async Task What_has_left_is_left_as_it_was()
    {
        var departure = await HasDepartureAsync();
        await _portal.WithDatabaseAsync(db => db.Departures.Where(d => d.Id == departure.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.LeavesAt, NetworkScenes.At(11, 22, 9)), Cancellation));
        var (address, admin) = ($"{Home}/{departure.Number}", await _portal.VisitAsAsync("admin"));

        Assert.Empty((await admin.OpenAsync(address)).QuerySelectorAll("main form[method=post]"));
        await (await admin.ForgeAsync("/park/timetable/services/new", $"{address}/cancel", new() { ["Version"] = "1", ["Why"] = "太晚" })).RefusedWithAsync("车次已经开出");
    }

    [Fact]
    public async Task Of_several_at_once_one_decides()
    {
        var departure = await HasDepartureAsync();
        var (address, admin) = ($"{Home}/{departure.Number}", await _portal.VisitAsAsync("admin"));

        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(i => admin.ForgeAsync(address, address, new()
        {
            ["Version"] = "1",
            ["LeavesAt"] = $"2026-11-24T2{i % 4}:00",
            ["CutOffAt"] = "2026-11-23T20:00",
            ["Capacity"] = $"{i}",
            ["Reason"] = "同时",
        })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(2, (await FindAsync(departure.Id)).Version);
    }

    [Fact]
    public async Task The_list_is_narrowed_and_ordered_whatever_stands_in_its_address()
    {
        var departure = await HasDepartureAsync();
        var admin = await _portal.VisitAsAsync("admin");
        await _portal.HasBookedAsync(departure.Id, 10);

        Assert.Equal(3, (await RowsAsync($"service={departure.ServiceId}&from=2026-11-23&until=2026-11-25")).Count);
        Assert.Equal(departure.Number, (await RowsAsync($"service={departure.ServiceId}&sort=Free&dir=asc"))[0]);
        Assert.Equal($"{departure.Number[..^8]}20270121", (await RowsAsync($"service={departure.ServiceId}&dir=desc"))[0]);
        Assert.Empty(await RowsAsync($"service={departure.ServiceId}&until=0001-01-01"));
        Assert.Equal(20, (await RowsAsync($"service={departure.ServiceId}&from=0001-01-01&until=9999-12-31&sort=Nothing&status=Nothing")).Count);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{Home}/NOTHING-20261122")).StatusCode);

        async Task<List<string>> RowsAsync(string query) => [.. (await admin.OpenAsync($"{Home}?{query}")).QuerySelectorAll("[data-departure]").Select(r => r.GetAttribute("data-departure")!)];
    }

    /// <summary>The one of Tuesday, 2026-11-24.</summary>
    private async Task<Departure> HasDepartureAsync(string zone = "Asia/Shanghai")
    {
        var service = await _portal.HasServiceAsync(NetworkScenes.ServiceOf([.. (await _portal.HasLineAsync(3, zone)).Select(n => n.Id)]));
        return (await _portal.DeparturesAsync(service)).Single(d => d.Day == new DateOnly(2026, 11, 24));
    }

    private Task<Departure> FindAsync(int id) => _portal.WithDatabaseAsync(db => db.Departures.AsNoTracking().Include(d => d.Stops.OrderBy(s => s.Position)).SingleAsync(d => d.Id == id, Cancellation));
}
