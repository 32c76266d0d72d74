using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Corridors.Timetable;

/// <summary>Single departures are moved, cancelled and restored by a file, with the reason of each row, all rows or none.</summary>
[Collection(NetworkPortal.Name)]
public sealed class ImportingDeparturesTests(NetworkPortal network)
{
    private const string Home = "/park/timetable/departures";
    private const string Import = Home + "/import";
    private const string Head = "车次,状态,开车（当地）,截单（当地）,舱位,原因\n";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_exported_comes_in_again_without_changing_anything()
    {
        var (service, admin) = (await HasServiceAsync("Asia/Yangon"), await _portal.VisitAsAsync("admin"));
        var before = await _portal.DeparturesAsync(service);
        foreach (var ending in new[] { "csv", "xlsx" })
        {
            var file = await (await admin.GetAsync($"{Home}/export.{ending}?service={service.ToString(CultureInfo.InvariantCulture)}")).Content.ReadAsByteArrayAsync(Cancellation);
            Assert.Contains("已导入，0 个车次", await admin.NoticeAfterAsync(await admin.UploadAsync(Import, Import, [], ($"a.{ending}", file))), StringComparison.Ordinal);
        }
        Assert.Equal(before.Select(d => (d.Version, d.LeavesAt, d.IsChanged)), (await _portal.DeparturesAsync(service)).Select(d => (d.Version, d.LeavesAt, d.IsChanged)));
    }

    [Fact]
    public async Task Departures_are_moved_cancelled_and_restored_with_the_reason_that_stands_in_the_row()
    {
        var service = await HasServiceAsync("Asia/Vientiane");
        var (moved, stopped, alone) = (await OnAsync(service, 25), await OnAsync(service, 26), await OnAsync(service, 27));

        Assert.Contains("2 个车次", await ImportedAsync(
            $"{Head}{moved.Number},计划开行,2026-11-25 23:30,2026-11-25 01:00,8,口岸检修\n{stopped.Number},停开,,,,线路施工\n{alone.Number},,,,,\n"), StringComparison.Ordinal);

        var after = await OnAsync(service, 25);
        Assert.Equal((moved.LeavesAt.AddMinutes(210), moved.ArrivesAt.AddMinutes(210), 8, "口岸检修", true), (after.LeavesAt, after.ArrivesAt, after.Capacity, after.Reason, after.IsChanged));
        Assert.Equal(new DateTime(2026, 11, 24, 18, 0, 0, DateTimeKind.Utc), after.CutOffAt);
        Assert.Equal((DepartureStatus.Cancelled, "线路施工"), ((await OnAsync(service, 26)).Status, (await OnAsync(service, 26)).Reason));
        Assert.False((await OnAsync(service, 27)).IsChanged);

        Assert.Contains("1 个车次", await ImportedAsync($"车次,状态,开车（当地）,截单（当地）,舱位,原因\n{stopped.Number},计划开行,2026-11-26 21:00,2026-11-25 20:00,10,施工提前结束\n"), StringComparison.Ordinal);
        Assert.Equal((DepartureStatus.Planned, stopped.LeavesAt.AddHours(1)), ((await OnAsync(service, 26)).Status, (await OnAsync(service, 26)).LeavesAt));
        Assert.Equal([NetworkActs.DepartureCancelled, NetworkActs.DepartureRestored, NetworkActs.DepartureChanged], await _portal.ActsAsync(JournalSubjects.Departure, stopped.Number));
    }

    [Fact]
    public async Task One_faulty_row_keeps_the_whole_file_out_and_each_fault_stands_at_its_row()
    {
        var service = await HasServiceAsync();
        var (good, booked, twice) = (await OnAsync(service, 25), await OnAsync(service, 26), await OnAsync(service, 27));
        await _portal.HasBookedAsync(booked.Id, 3);
        var text = $"{Head}{good.Number},停开,,,,线路施工\n没有的车次,,,,,\n{booked.Number},计划开行,,,2,换小车\n{twice.Number},停开,2026-11-27 21:00,,,线路施工\n{twice.Number},停开,,,,又一次\n"
            + $"{(await OnAsync(service, 28)).Number},停开,,,,\n{(await OnAsync(service, 29)).Number},飞行,昨天,早上,很多,原因\n";

        var page = (await Visitor.ReadAsync(await UploadedAsync(await _portal.VisitAsAsync("admin"), text))).Content();

        foreach (var sentence in new[]
        {
            "第 3 行：没有车次“没有的车次”", "第 4 行：已订出 3 个舱位", "第 5 行：停开的车次不调整时间和舱位", "第 6 行：与前面的行是同一车次", "第 7 行：请写明原因", "第 8 行：状态应是：计划开行、停开",
            "第 8 行：开车（当地）应写成", "第 8 行：截单（当地）应写成", "第 8 行：舱位应是数字",
        }) Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Equal((DepartureStatus.Planned, false), ((await OnAsync(service, 25)).Status, (await OnAsync(service, 25)).IsChanged));
    }

    [Fact]
    public async Task A_file_that_is_tried_names_the_departures_and_moves_none()
    {
        var service = await HasServiceAsync();
        var departure = await OnAsync(service, 25);
        var admin = await _portal.VisitAsAsync("admin");

        var preview = (await Visitor.ReadAsync(await admin.UploadAsync(Import, Import, new() { ["Trial"] = "true" }, ("a.csv", Encoding.UTF8.GetBytes($"{Head}{departure.Number},,,,7,换小车\n"))))).QuerySelector("[data-preview]")!;

        Assert.Contains(departure.Number, preview.TextContent, StringComparison.Ordinal);
        Assert.Contains("舱位：10 → 7", preview.TextContent, StringComparison.Ordinal);
        Assert.Equal((10, departure.Version), ((await OnAsync(service, 25)).Capacity, (await OnAsync(service, 25)).Version));
    }

    private async Task<int> HasServiceAsync(string zone = Node.ChinaZone)
    {
        var line = await _portal.HasLineAsync(2, zone);
        return await _portal.HasServiceAsync(NetworkScenes.ServiceOf([.. line.Select(n => n.Id)]));
    }

    private async Task<Departure> OnAsync(int service, int day) => (await _portal.DeparturesAsync(service)).Single(d => d.Day == new DateOnly(2026, 11, day));

    private async Task<string> ImportedAsync(string text)
    {
        var admin = await _portal.VisitAsAsync("admin");
        return await admin.NoticeAfterAsync(await UploadedAsync(admin, text));
    }

    private static Task<HttpResponseMessage> UploadedAsync(Visitor admin, string text) => admin.UploadAsync(Import, Import, [], ("a.csv", Encoding.UTF8.GetBytes(text)));
}
