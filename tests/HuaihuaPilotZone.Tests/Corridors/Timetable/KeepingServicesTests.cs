using System.Globalization;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Corridors.Timetable;

[Collection(NetworkPortal.Name)]
public sealed class KeepingServicesTests(NetworkPortal network)
{
    private const string Home = "/park/timetable/services";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_is_written_in_the_local_times_of_its_stops_in_whatever_row_they_stand()
    {
        var (line, admin) = (await LineAsync(), await _portal.VisitAsAsync("admin"));
        var typed = Typed(line[0].Id);
        // the last stop stands before the one in the middle; five rows, of which one is asked for
        Stop(typed, 1, line[2].Id, "3", "02:00");
        var more = await Visitor.ReadAsync(await admin.SubmitAsync($"{Home}/new", typed, button: "Add=true"));
        Assert.Null(more.QuerySelector(".hh-errsum"));
        Assert.Equal(("测试班列", "20:00", "02:00", $"{line[2].Id}"), (more.Value("Name"), more.Value("LeavesAt"), more.Value("Stops[1].ArrivesTime"), more.Value("Stops[1].NodeId")));
        Assert.True((more.QuerySelector("#day-Tuesday") as AngleSharp.Html.Dom.IHtmlInputElement)!.IsChecked);
        Stop(typed, 4, line[1].Id, "2", "08:00", "2", "09:30");
        (typed["Stops[4].Yuan"], typed["PriceSource"], typed["PriceStatus"]) = ("1500", "测试运价", "Demonstration");

        var address = (await admin.ForgeAsync($"{Home}/new", $"{Home}/new", typed)).LedTo();

        // Vientiane is an hour behind
        var service = (await _portal.ServiceAsync(IdOf(address)))!;
        Assert.Equal([(line[0].Id, 0, 0), (line[1].Id, 720, 810), (line[2].Id, 1860, 1860)], service.Stops.Select(s => (s.NodeId, s.ArrivesAfter, s.LeavesAfter)));
        Assert.Equal((36 * 60, Weekdays.Tuesday, 1500m), (service.CutOffMinutes, service.Days, service.Stops[1].YuanPerContainer!.Value));
        var page = (await (await _portal.VisitAsAsync("auditor")).OpenAsync(address)).Content();
        foreach (var text in new[] { "第 2 天 08:00", "第 2 天 09:30", "第 3 天 02:00", "UTC+7", "新建班次", "1,500" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Equal(9, (await _portal.DeparturesAsync(service.Id)).Count);
        Assert.Contains(service.Code, await (await admin.GetAsync($"{Home}/export.csv?q={service.Code}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.NotNull((await admin.OpenAsync($"{Home}?q={service.Code}&suspended=false")).QuerySelector($"[data-service='{service.Code}']"));
    }

    [Fact]
    public async Task A_saved_service_is_shown_in_the_form_as_it_was_written_and_saves_unchanged()
    {
        var (address, admin) = (await HasServiceAsync(), await _portal.VisitAsAsync("admin"));
        var before = (await _portal.ServiceAsync(IdOf(address)))!;

        Assert.Equal(address, (await admin.SubmitAsync(address, [], address)).LedTo());

        var after = (await _portal.ServiceAsync(IdOf(address)))!;
        Assert.Equal(before.Stops.Select(s => (s.NodeId, s.ArrivesAfter, s.LeavesAfter, s.LegId)), after.Stops.Select(s => (s.NodeId, s.ArrivesAfter, s.LeavesAfter, s.LegId)));
        Assert.Equal((before.CutOffMinutes, before.Days, before.LeavesAt), (after.CutOffMinutes, after.Days, after.LeavesAt));
    }

    [Theory]
    [InlineData("Code", "zl 1", "班次代码用大写字母和数字")]
    [InlineData("Code", "", "请填写班次代码")]
    [InlineData("Code", "ZL01", "已有班次使用这个代码")]
    [InlineData("Name", "", "请填写名称")]
    [InlineData("EnglishName", "", "请填写英文名称")]
    [InlineData("CorridorId", "2147483647", "没有这条通道")]
    [InlineData("LeavesAt", "", "请填写始发站开车时间")]
    [InlineData("CutOffHours", "", "请填写截单时间")]
    [InlineData("CutOffHours", "800", "截单应为开车前 0 至 720 小时")]
    [InlineData("Capacity", "0", "舱位应为 1 至 25000")]
    [InlineData("From", "", "请填写首日")]
    [InlineData("From", "0001-01-01", "首日应在 2000 至 2200 年之间")]
    [InlineData("Until", "2020-01-01", "末日不能早于首日")]
    [InlineData("LowestTemperature", "-18", "最低、最高温度应一并填写")]
    [InlineData("HighestTemperature", "5.25", "最多一位小数")]
    [InlineData("Source", "", "没有来源的班次不能保存")]
    [InlineData("SourceStatus", "", "请选择来源性质")]
    [InlineData("Stops[0].NodeId", "", "一个班次应有 2 至 20 个站")]
    [InlineData("Stops[1].Mode", "", "请选择从上一站到这里的方式")]
    [InlineData("Stops[1].Mode", "Air", "没有登记航空区段")]
    [InlineData("Stops[1].ArrivesDay", "", "到达日应为第 1 至 91 天")]
    [InlineData("Stops[1].ArrivesTime", "", "请填写到达时间")]
    [InlineData("Stops[1].ArrivesDay", "1", "到达时间应晚于上一站的开车时间")]
    [InlineData("Stops[1].Yuan", "1000", "没有来源的运价不能保存")]
    [InlineData("Stops[1].Yuan", "1.234", "运价最多写两位小数")]
    public async Task What_does_not_fit_is_refused_with_what_was_typed(string field, string value, string refusal)
    {
        var line = await LineAsync();
        var typed = Typed(line[0].Id);
        Stop(typed, 1, line[1].Id, "2", "08:00");
        typed[field] = value;

        var page = await (await (await _portal.VisitAsAsync("admin")).ForgeAsync($"{Home}/new", $"{Home}/new", typed)).RefusedWithAsync(refusal);

        Assert.Equal(field.StartsWith("Stops[1].Arrives", StringComparison.Ordinal) ? value : "2", field == "Stops[1].ArrivesTime" ? "" : page.Value("Stops[1].ArrivesDay"));
        Assert.Equal(typed["Carrier"], page.Value("Carrier"));
    }

    [Fact]
    public async Task Stops_stand_one_after_the_other_and_each_only_once()
    {
        var (line, admin) = (await LineAsync(), await _portal.VisitAsAsync("admin"));
        var typed = Typed(line[0].Id);
        Stop(typed, 1, line[1].Id, "2", "08:00", "1", "23:00");
        await (await admin.ForgeAsync($"{Home}/new", $"{Home}/new", typed)).RefusedWithAsync("第 2 站的开车时间不能早于到达时间");
        Stop(typed, 1, line[1].Id, "2", "08:00", "3", "");
        await (await admin.ForgeAsync($"{Home}/new", $"{Home}/new", typed)).RefusedWithAsync("填了开车日，请写明开车时间");
        Stop(typed, 1, line[1].Id, "2", "08:00");
        Stop(typed, 2, line[0].Id, "3", "08:00");
        await (await admin.ForgeAsync($"{Home}/new", $"{Home}/new", typed)).RefusedWithAsync("同一个节点只能停一次");
        await (await admin.ForgeAsync($"{Home}/new", $"{Home}/new", [])).RefusedWithAsync("请选择始发站和到达站");
        Stop(typed, 2, line[2].Id, "91", "21:00");
        await (await admin.ForgeAsync($"{Home}/new", $"{Home}/new", typed)).RefusedWithAsync("全程不能超过 90 天");
        typed.Remove("Days");
        await (await admin.ForgeAsync($"{Home}/new", $"{Home}/new", typed)).RefusedWithAsync("请至少选择一个开行日");
        (typed["LowestTemperature"], typed["HighestTemperature"]) = ("5", "-5");
        await (await admin.ForgeAsync($"{Home}/new", $"{Home}/new", typed)).RefusedWithAsync("最高温度不能低于最低温度");
    }

    [Fact]
    public async Task The_second_of_two_is_told_of_other_stops_and_times_as_well()
    {
        var (address, admin) = (await HasServiceAsync(), await _portal.VisitAsAsync("admin"));
        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["CutOffHours"] = "12", ["Stops[2].NodeId"] = "" }, address)).LedTo());

        var page = await (await admin.SubmitAsync(address, new() { ["Capacity"] = "99", ["CutOffHours"] = "6", ["Stops[1].ArrivesTime"] = "07:00", ["Version"] = "1" }, address))
            .RefusedWithAsync("他人已保存了修改，有 3 处", "他人已改为：720", "他人已改为：10", "他人已改为：测试站");
        Assert.Equal(("99", "6", "07:00"), (page.Value("Capacity"), page.Value("CutOffHours"), page.Value("Stops[1].ArrivesTime")));
        Assert.NotNull(page.QuerySelector("#CutOffHours.is-invalid"));

        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["Capacity"] = "99", ["Version"] = page.Value("Version") }, address)).LedTo());
    }

    [Fact]
    public async Task A_service_is_suspended_from_a_day_with_a_reason_and_runs_again()
    {
        var (address, admin) = (await HasServiceAsync(), await _portal.VisitAsAsync("admin"));

        await (await admin.SubmitAsync(address, new() { ["SuspendedFrom"] = "", ["SuspensionReason"] = "" }, $"{address}/suspend")).RefusedWithAsync("请填写从哪一天起停运", "请写明停运原因");
        await (await admin.SubmitAsync(address, new() { ["SuspendedFrom"] = "2026-01-01", ["SuspensionReason"] = "施工" }, $"{address}/suspend")).RefusedWithAsync("停运日不能早于首日 2026-11-01");
        await (await admin.ForgeAsync(address, $"{address}/suspend", new() { ["Version"] = "9", ["SuspendedFrom"] = "2026-12-01", ["SuspensionReason"] = "施工" })).RefusedWithAsync("他人已修改这个班次");
        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["SuspendedFrom"] = "2026-12-01", ["SuspensionReason"] = "线路施工" }, $"{address}/suspend")).LedTo());

        Assert.Contains("2026-12-01 起停运：线路施工", (await admin.OpenAsync(address)).Content(), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 11, 30), (await _portal.DeparturesAsync(IdOf(address)))[^1].Day);
        await (await admin.ForgeAsync(address, $"{address}/suspend", new() { ["Version"] = "2", ["SuspendedFrom"] = "2026-12-01", ["SuspensionReason"] = "施工" })).RefusedWithAsync("已经停运");
        Assert.Contains("已恢复", await admin.NoticeAfterAsync(await admin.SubmitAsync(address, [], $"{address}/resume")), StringComparison.Ordinal);
        Assert.Contains("没有停运", await admin.NoticeAfterAsync(await admin.ForgeAsync(address, $"{address}/resume", new() { ["version"] = "3" })), StringComparison.Ordinal);
        Assert.Equal(
            [NetworkActs.ServiceAdded, NetworkActs.ServiceSuspended, NetworkActs.ServiceResumed], await _portal.ActsAsync(JournalSubjects.ScheduledService, IdOf(address).ToString(CultureInfo.InvariantCulture)));
    }

    private async Task<IReadOnlyList<(int Id, string Name)>> LineAsync()
    {
        var (first, second, third) = (await _portal.HasNodeAsync(), await _portal.HasNodeAsync(), await _portal.HasNodeAsync("Asia/Vientiane"));
        await _portal.HasLegAsync(first.Id, second.Id);
        await _portal.HasLegAsync(second.Id, third.Id);
        return [first, second, third];
    }

    private async Task<string> HasServiceAsync() => $"{Home}/{await _portal.HasServiceAsync(NetworkScenes.ServiceOf([.. (await LineAsync()).Select(n => n.Id)]))}";

    private static int IdOf(string address) => int.Parse(address[(address.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);

    private static Dictionary<string, string?> Typed(int first) => new()
    {
        ["Code"] = $"S{NetworkScenes.Next()}",
        ["Name"] = "测试班列",
        ["EnglishName"] = "Test train",
        ["Carrier"] = "测试承运",
        ["Days"] = "Tuesday",
        ["LeavesAt"] = "20:00",
        ["CutOffHours"] = "36",
        ["Capacity"] = "40",
        ["From"] = "2026-11-22",
        ["Source"] = "测试来源",
        ["SourceStatus"] = "Demonstration",
        ["Stops[0].NodeId"] = $"{first}",
    };

    private static void Stop(Dictionary<string, string?> typed, int row, int node, string day, string time, string leavesDay = "", string leaves = "")
    {
        for (var i = 1; i < row; i++) typed.TryAdd($"Stops[{i}].NodeId", "");
        (typed[$"Stops[{row}].NodeId"], typed[$"Stops[{row}].Mode"]) = ($"{node}", "Rail");
        (typed[$"Stops[{row}].ArrivesDay"], typed[$"Stops[{row}].ArrivesTime"]) = (day, time);
        (typed[$"Stops[{row}].LeavesDay"], typed[$"Stops[{row}].LeavesTime"]) = (leavesDay, leaves);
    }
}
