using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Corridors.Timetable;

[Collection(NetworkPortal.Name)]
public sealed class ImportingCalendarsTests(NetworkPortal network)
{
    private const string Page = "/park/timetable/services/import";
    private const string Head = "班次代码,开行日,开车时间,截单（开车前小时）,舱位,首日,末日,来源性质,来源\n";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calendars_of_a_file_are_kept_and_departures_follow_them()
    {
        var (id, code) = await HasServiceAsync();

        Assert.Contains("1 个班次的班期是新的或有变化", await ImportedAsync($"{Head}{code},每周一、四,9:30,1.5,33,2026-11-01,2026-12-31,媒体,示例日报\n"), StringComparison.Ordinal);

        var service = (await _portal.ServiceAsync(id))!;
        Assert.Equal((Weekdays.Monday | Weekdays.Thursday, new TimeOnly(9, 30), 90, 33, new DateOnly(2026, 12, 31), "示例日报"), (service.Days, service.LeavesAt, service.CutOffMinutes, service.Capacity, service.Until!.Value, service.Source));
        Assert.Equal(2, service.Stops.Count);
        var departures = await _portal.DeparturesAsync(id);
        Assert.All(departures.Skip(1), d => Assert.Equal((true, 33), (d.Day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Thursday, d.Capacity)));
        Assert.Equal(new DateOnly(2026, 12, 31), departures[^1].Day);
        Assert.Equal([NetworkActs.ServiceAdded, NetworkActs.ServiceChanged], await _portal.ActsAsync(JournalSubjects.ScheduledService, id.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task What_was_exported_comes_in_again_without_changing_anything()
    {
        var (id, code) = await HasServiceAsync();
        var admin = await _portal.VisitAsAsync("admin");
        foreach (var ending in new[] { "csv", "xlsx" })
        {
            var file = await (await admin.GetAsync($"/park/timetable/services/export.{ending}?q={code}")).Content.ReadAsByteArrayAsync(Cancellation);
            Assert.Contains("0 个班次", await admin.NoticeAfterAsync(await admin.UploadAsync(Page, Page, [], ($"a.{ending}", file))), StringComparison.Ordinal);
        }

        Assert.Equal(1, (await _portal.ServiceAsync(id))!.Version);
    }

    [Fact]
    public async Task A_file_that_is_tried_says_what_it_would_change_and_changes_nothing()
    {
        var (id, code) = await HasServiceAsync();
        var (admin, before) = (await _portal.VisitAsAsync("admin"), await _portal.DeparturesAsync(id));
        async Task<AngleSharp.Dom.IElement> TriedAsync(string text) =>
            (await Visitor.ReadAsync(await admin.UploadAsync(Page, Page, new() { ["Trial"] = "true" }, ("a.csv", Encoding.UTF8.GetBytes(text))))).QuerySelector("[data-preview]")!;

        var preview = await TriedAsync($"{Head}{code},每周二,9:30,1.5,33,2026-11-01,,媒体,示例日报\n");

        foreach (var text in new[] { "1 个班次的班期", code, "开行日：每天 → 每周二", "舱位：10 → 33", "来源：" }) Assert.Contains(text, preview.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("首日", preview.TextContent, StringComparison.Ordinal);
        Assert.Equal((1, Weekdays.All), ((await _portal.ServiceAsync(id))!.Version, (await _portal.ServiceAsync(id))!.Days));
        Assert.Equal(before.Select(d => (d.Number, d.LeavesAt, d.Capacity)), (await _portal.DeparturesAsync(id)).Select(d => (d.Number, d.LeavesAt, d.Capacity)));
        Assert.Equal([NetworkActs.ServiceAdded], await _portal.ActsAsync(JournalSubjects.ScheduledService, id.ToString(CultureInfo.InvariantCulture)));
        await (await admin.UploadAsync(Page, Page, new() { ["Trial"] = "true" }, ("a.csv", Encoding.UTF8.GetBytes($"{Head}{code},双日,9:30,1.5,33,2026-11-01,,媒体,示例\n")))).RefusedWithAsync("第 2 行：开行日应写成");
    }

    [Fact]
    public async Task A_last_day_stays_where_the_file_has_no_such_column_and_goes_where_its_cell_is_empty()
    {
        var (id, code) = await HasServiceAsync();
        await ImportedAsync($"{Head}{code},每天,20:00,24,10,2026-11-01,2026-12-31,媒体,示例日报\n");

        await ImportedAsync($"班次代码,开行日,开车时间,截单（开车前小时）,舱位,首日,来源性质,来源\n{code},每天,20:00,24,11,2026-11-01,媒体,示例日报\n");
        Assert.Equal((new DateOnly(2026, 12, 31), 11), ((await _portal.ServiceAsync(id))!.Until!.Value, (await _portal.ServiceAsync(id))!.Capacity));

        await ImportedAsync($"{Head}{code},每天,20:00,24,11,2026-11-01,,媒体,示例日报\n");
        Assert.Null((await _portal.ServiceAsync(id))!.Until);
    }

    [Fact]
    public async Task One_faulty_row_keeps_the_whole_file_out_and_every_fault_stands_at_its_row()
    {
        var (id, code) = await HasServiceAsync();

        var answer = await UploadAsync(
            $"{Head}{code},每天,10:00,24,40,2026-11-01,,媒体,示例\nNOTHING,每天,10:00,24,40,2026-11-01,,媒体,示例\n{code},双日,十点,一天,很多,昨天,明天,谣言,示例\n{code},每天,10:00,24,0,2026-11-01,2026-10-01,媒体,\n{code},每天,10:00,24,40,2026-11-01,,媒体,示例\n");

        await answer.RefusedWithAsync(
            "第 3 行：没有班次“NOTHING”", "第 4 行：开行日应写成", "第 4 行：开车时间应写成", "第 4 行：截单应写成", "第 4 行：舱位应是整数", "第 4 行：首日应写成", "第 4 行：末日应写成", "第 4 行：来源性质应是",
            "第 5 行：舱位应为 1 至", "第 5 行：末日不能早于首日", "第 5 行：没有来源的班次不能保存", "第 6 行：与前面的行是同一班次");
        Assert.Equal((1, new TimeOnly(20, 0)), ((await _portal.ServiceAsync(id))!.Version, (await _portal.ServiceAsync(id))!.LeavesAt));
    }

    [Theory]
    [InlineData("没有\n认得的,表头\n", "a.csv", "表头应有")]
    [InlineData("班次代码,开行日,开车时间,截单（开车前小时）,舱位,首日,来源性质,来源\n", "a.csv", "没有数据行")]
    [InlineData("x", "a.pdf", "CSV 或 Excel")]
    public async Task A_file_that_cannot_be_read_is_refused(string text, string name, string refusal) => await (await UploadAsync(text, name)).RefusedWithAsync(refusal);

    [Fact]
    public async Task Without_a_file_nothing_is_imported() =>
        await (await (await _portal.VisitAsAsync("admin")).UploadAsync(Page, Page, [], null)).RefusedWithAsync("请选择文件");

    private async Task<(int Id, string Code)> HasServiceAsync()
    {
        var data = NetworkScenes.ServiceOf([.. (await _portal.HasLineAsync(2)).Select(n => n.Id)]);
        return (await _portal.HasServiceAsync(data), data.Code);
    }

    private async Task<string> ImportedAsync(string text)
    {
        var admin = await _portal.VisitAsAsync("admin");
        return await admin.NoticeAfterAsync(await admin.UploadAsync(Page, Page, [], ("a.csv", Encoding.UTF8.GetBytes(text))));
    }

    private async Task<HttpResponseMessage> UploadAsync(string text, string name = "a.csv") => await (await _portal.VisitAsAsync("admin")).UploadAsync(Page, Page, [], (name, Encoding.UTF8.GetBytes(text)));
}
