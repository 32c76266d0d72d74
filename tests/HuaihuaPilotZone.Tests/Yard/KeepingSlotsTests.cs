using System.Net;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Yard;

public sealed class KeepingSlotsTests(Portal portal)
{
    private const string Home = "/park/yard/inspections/slots";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Slots_are_made_on_working_days_of_the_pattern_and_none_twice()
    {
        await using var own = Portal.Own();
        // before the national holiday and its make-up days
        own.Clock.Set(new DateTimeOffset(2026, 9, 14, 2, 0, 0, TimeSpan.Zero));
        await own.WithDatabaseAsync(db => db.SlotPatterns.ExecuteDeleteAsync(Cancellation));
        var admin = await own.VisitAsAsync("admin");
        Assert.Contains("每周时段已增加", await admin.NoticeAfterAsync(await admin.ForgeAsync(Home, $"{Home}/patterns", Pattern("1"))), StringComparison.Ordinal);
        Assert.Contains("每周时段已增加", await admin.NoticeAfterAsync(await admin.ForgeAsync(Home, $"{Home}/patterns", Pattern("M", "14:00", "16:00"))), StringComparison.Ordinal);

        Assert.Contains("新增 5 个时段，0 个原来就有，跳过 12 个休息日", await MakeAsync(admin, "2026-09-18", "2026-10-12"), StringComparison.Ordinal);
        Assert.Contains("新增 0 个时段，5 个原来就有", await MakeAsync(admin, "2026-09-18", "2026-10-12"), StringComparison.Ordinal);

        var days = await own.WithDatabaseAsync(db => db.InspectionSlots.OrderBy(s => s.Day).Select(s => s.Day).ToListAsync(Cancellation));
        // 20 September (Sunday) and 10 October (Saturday) are worked; Monday 5 October is off; 21 and 28 September, 12 October are Mondays
        Assert.Equal([new(2026, 9, 20), new(2026, 9, 21), new(2026, 9, 28), new(2026, 10, 10), new(2026, 10, 12)], days);
    }

    [Fact]
    public async Task A_year_whose_arrangement_is_not_recorded_is_said_to_be_so()
    {
        await using var own = Portal.Own();
        var admin = await own.VisitAsAsync("admin");

        Assert.Contains("2027 年的放假安排还没有录入，只按周末推算", await MakeAsync(admin, "2026-12-31", "2027-01-04"), StringComparison.Ordinal);
        Assert.Contains("（演示）", (await admin.OpenAsync($"{Home}?from=2027-01-01")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var own = Portal.Own();
        var admin = await own.VisitAsAsync("admin");

        await (await admin.SubmitAsync(Home, Range("2026-11-21", "2026-11-30"), $"{Home}/make")).RefusedWithAsync("起始日期不能早于今天");
        await (await admin.SubmitAsync(Home, Range("2026-12-02", "2026-12-01"), $"{Home}/make")).RefusedWithAsync("截止日期不能早于起始日期");
        await (await admin.SubmitAsync(Home, Range("2026-12-01", "2027-12-01"), $"{Home}/make")).RefusedWithAsync("一次最多生成 92 天");
        await (await admin.SubmitAsync(Home, Range("9999-12-30", "9999-12-31"), $"{Home}/make")).RefusedWithAsync("日期应在 2100 年以前");
        await (await admin.SubmitAsync(Home, Range("", ""), $"{Home}/make")).RefusedWithAsync("请填写起始日期", "请填写截止日期");
        var shown = await (await admin.ForgeAsync(Home, $"{Home}/patterns", Pattern("1", "11:00", "09:00", "201"))).RefusedWithAsync("结束时间应晚于开始时间", "车位数应为 1 至 200");
        Assert.Equal("11:00", shown.Value("Begins"));
        await (await admin.ForgeAsync(Home, $"{Home}/patterns", [])).RefusedWithAsync("请至少选一天", "请填写开始时间", "请填写结束时间", "请填写地点", "请填写车位数");
        var pattern = await own.WithDatabaseAsync(db => db.SlotPatterns.Select(p => p.Id).ToListAsync(Cancellation));
        Assert.Contains("每周时段已删除", await admin.NoticeAfterAsync(await admin.SubmitAsync(Home, [], $"{Home}/patterns/{pattern[0]}/remove")), StringComparison.Ordinal);
        Assert.Contains("没有这一行", await admin.NoticeAfterAsync(await admin.ForgeAsync(Home, $"{Home}/patterns/{pattern[0]}/remove", [])), StringComparison.Ordinal);
        await admin.SubmitAsync(Home, [], $"{Home}/patterns/{pattern[1]}/remove");
        await (await admin.SubmitAsync(Home, Range("2026-12-01", "2026-12-02"), $"{Home}/make")).RefusedWithAsync("还没有每周时段");
    }

    [Fact]
    public async Task A_slot_is_never_made_smaller_than_what_is_taken_and_of_two_changes_one_counts()
    {
        var slot = await portal.HasSlotAsync(3);
        var (page, admin, firm) = ($"{Home}/{slot}", await portal.VisitAsAsync("admin"), await portal.VisitAsAsync("luggage"));
        (await firm.ForgeAsync($"/enterprise/inspections/new?slot={slot}", "/enterprise/inspections/new", new() { ["SlotId"] = $"{slot}", ["Places"] = "2" })).LedTo();

        await (await admin.SubmitAsync(page, new() { ["Capacity"] = "1" }, page)).RefusedWithAsync("已约出 2 个车位，不能少于这个数");
        await (await admin.SubmitAsync(page, new() { ["Capacity"] = "0" }, page)).RefusedWithAsync("车位数应为 1 至 200");
        await (await admin.SubmitAsync(page, new() { ["Capacity"] = "" }, page)).RefusedWithAsync("请填写车位数");
        var answers = await Task.WhenAll(Enumerable.Range(2, 4).Select(c => admin.ForgeAsync(page, page, new() { ["Version"] = "1", ["Capacity"] = $"{c}", ["Note"] = "检修" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        await (await admin.ForgeAsync(page, page, new() { ["Version"] = "1", ["Capacity"] = "9" })).RefusedWithAsync("他人已保存了修改", "他人已改为：检修");
        Assert.Equal(page, (await admin.SubmitAsync(page, new() { ["Capacity"] = "2", ["IsClosed"] = "true", ["Note"] = "设备检修" }, page)).LedTo());
        var shown = (await admin.OpenAsync(page)).Content();
        foreach (var text in new[] { "已停止预约", "修改时段", "设备检修", "CY-20261122-" }) Assert.Contains(text, shown, StringComparison.Ordinal);
        var place = (await portal.SlotAsync(slot)).Place;
        Assert.Contains("停约", (await admin.OpenAsync($"{Home}?q={place}&dir=desc")).Content(), StringComparison.Ordinal);
        Assert.Contains(place, await (await admin.GetAsync($"{Home}/export.csv?q={place}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的时段", (await admin.OpenAsync($"{Home}?q={place}&free=true")).Content(), StringComparison.Ordinal);
    }

    private static async Task<string> MakeAsync(Visitor admin, string from, string to) => await admin.NoticeAfterAsync(await admin.SubmitAsync(Home, Range(from, to), $"{Home}/make"));

    private static Dictionary<string, string?> Range(string from, string to) => new() { ["From"] = from, ["To"] = to };

    private static Dictionary<string, string?> Pattern(string day, string begins = "09:00", string ends = "11:00", string capacity = "4") =>
        new() { ["Days"] = day, ["Begins"] = begins, ["Ends"] = ends, ["Place"] = "1 号查验平台", ["Capacity"] = capacity };
}
