using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Corridors.Timetable;

/// <summary>Services with their stops go out as files and come in again, new ones and changed ones, all rows or none.</summary>
[Collection(NetworkPortal.Name)]
public sealed class ImportingServicesTests(NetworkPortal network)
{
    private const string Home = "/park/timetable/services";
    private const string Import = Home + "/stops/import";
    private const string Head = "班次代码,名称,英文名称,开行日,截单（开车前小时）,舱位,首日,来源性质,来源,停站,运输方式,到达日,到达时间,开车日,开车时间,每箱运价（元）,运价性质,运价来源\n";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_exported_comes_in_again_without_changing_anything()
    {
        var admin = await _portal.VisitAsAsync("admin");
        foreach (var ending in new[] { "csv", "xlsx" })
        {
            var file = await (await admin.GetAsync($"{Home}/stops.{ending}")).Content.ReadAsByteArrayAsync(Cancellation);
            Assert.Contains("已导入，0 个班次", await admin.NoticeAfterAsync(await admin.UploadAsync(Import, Import, [], ($"a.{ending}", file))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_service_is_made_and_changed_by_a_file_with_its_departures_and_what_the_file_does_not_say_stays()
    {
        var (line, code) = (await _portal.HasLineAsync(3), $"FS{NetworkScenes.Next()}");
        var said = $"{code},文件班列,File train,每周二,36,40,2026-12-01,媒体,测试来源";

        Assert.Contains("1 个班次", await ImportedAsync(
            $"{Head}{said},{line[0].Name},,,,1,20:00,,演示,测试运价\n{code},,,,,,,,,{line[1].Name},铁路,2,08:00,2,09:30,1500,,\n{said},{line[2].Name},铁路,3,02:00,,,,,\n"), StringComparison.Ordinal);

        var made = await ServiceAsync(code);
        Assert.Equal([(line[0].Id, 0, 0, null), (line[1].Id, 720, 810, 1500m), (line[2].Id, 1800, 1800, (decimal?)null)], made.Stops.OrderBy(s => s.Position).Select(s => (s.NodeId, s.ArrivesAfter, s.LeavesAfter, s.YuanPerContainer)));
        Assert.Equal((Weekdays.Tuesday, new TimeOnly(20, 0), 36 * 60, 40, "测试运价"), (made.Days, made.LeavesAt, made.CutOffMinutes, made.Capacity, made.PriceSource));
        Assert.NotEmpty(await _portal.DeparturesAsync(made.Id));

        // without the columns of prices: they stay
        var plain = Head.Replace(",每箱运价（元）,运价性质,运价来源", "", StringComparison.Ordinal);
        Assert.Contains("1 个班次", await ImportedAsync(
            $"{plain}{said.Replace(",40,", ",60,", StringComparison.Ordinal)},{line[0].Name},,,,1,20:00\n{code},,,,,,,,,{line[1].Name},铁路,2,08:00,2,09:30\n{code},,,,,,,,,{line[2].Name},铁路,3,02:00,,\n"), StringComparison.Ordinal);

        var changed = await ServiceAsync(code);
        Assert.Equal((60, made.Version + 1, 1500m), (changed.Capacity, changed.Version, changed.Stops.Single(s => s.NodeId == line[1].Id).YuanPerContainer!.Value));
        Assert.All(await _portal.DeparturesAsync(made.Id), d => Assert.Equal(60, d.Capacity));
        Assert.Equal([NetworkActs.ServiceAdded, NetworkActs.ServiceChanged], await _portal.ActsAsync(JournalSubjects.ScheduledService, changed.Id.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task One_faulty_row_keeps_the_whole_file_out_and_each_fault_stands_at_its_row()
    {
        var (line, code) = (await _portal.HasLineAsync(2), $"FS{NetworkScenes.Next()}");
        var good = $"{code},好班列,Good,每天,24,40,2026-12-01,媒体,测试来源";
        var text = $"{Head}{good},{line[0].Name},,,,1,20:00,,,\n{code},,,,,,,,,{line[1].Name},铁路,2,08:00,,,,,\n"
            + $"{code}X,坏班列,Bad,有时,很早,40,昨天,媒体,测试来源,没有的站,,,,1,晚上,,,\n{code}X,别的名称,,,,,,,,{line[1].Name},飞毯,0,早上,,,,,\n"
            + $"{code}y,小写,Lower,每天,24,40,2026-12-01,媒体,测试来源,{line[1].Name},,,,1,20:00,,,\n{code}y,,,,,,,,,{line[0].Name},公路,2,08:00,,,,,\n";

        var page = (await Visitor.ReadAsync(await UploadedAsync(await _portal.VisitAsAsync("admin"), text))).Content();

        foreach (var sentence in new[]
        {
            "第 4 行：开行日应写成", "第 4 行：首日应写成", "第 4 行：截单应写成", "第 4 行：第一行是始发站", "第 4 行：没有节点“没有的站”", "第 5 行：班次的内容与它的第一行不一样", "第 5 行：运输方式应是", "第 5 行：到达日和开车日应为", "第 5 行：到达时间应写成",
            "第 6 行：班次代码用大写字母和数字", "没有登记公路区段",
        }) Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.False(await _portal.WithDatabaseAsync(db => db.ScheduledServices.AnyAsync(s => s.Code.StartsWith(code), Cancellation)));
    }

    private async Task<string> ImportedAsync(string text)
    {
        var admin = await _portal.VisitAsAsync("admin");
        return await admin.NoticeAfterAsync(await UploadedAsync(admin, text));
    }

    private static Task<HttpResponseMessage> UploadedAsync(Visitor admin, string text) => admin.UploadAsync(Import, Import, [], ("a.csv", Encoding.UTF8.GetBytes(text)));

    private Task<ScheduledService> ServiceAsync(string code) => _portal.WithDatabaseAsync(db => db.ScheduledServices.AsNoTracking().Include(s => s.Stops).SingleAsync(s => s.Code == code, Cancellation));
}
