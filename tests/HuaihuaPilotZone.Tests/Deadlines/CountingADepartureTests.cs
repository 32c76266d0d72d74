using System.Net;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.Tests.Corridors.Bookings;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Deadlines;

/// <summary>Anybody chooses a departure and gets the last moment of everything, with the working days that are left.</summary>
public sealed class CountingADepartureTests(Portal portal)
{
    private const string Home = "/tools/deadlines/departures";

    [Fact]
    public async Task The_calculator_leads_to_departures_and_each_to_its_cut_off_documents_and_declaration()
    {
        // today is Sunday 2026-11-22; it leaves on Wednesday 2026-12-02 at 10:00
        var number = await portal.HasDepartureAsync(capacity: 5);
        var visitor = portal.Visit();

        Assert.NotNull((await visitor.OpenAsync("/tools/deadlines")).QuerySelector($"a[href='{Home}']"));
        // others make departures of the same day beside this one, so the list may have more than one page
        var listed = (await visitor.OpenAsync($"{Home}?to=vientiane&from=2026-12-02&until=2026-12-02&sort=CutOff&page=1")).QuerySelectorAll("[data-departure]");
        Assert.NotEmpty(listed);
        Assert.All(listed, r => Assert.NotNull(r.QuerySelector($"a[href='{Home}/{r.GetAttribute("data-departure")}']")));
        var page = await visitor.OpenAsync($"{Home}/{number}");

        foreach (var (step, left, texts) in new[]
        {
            (TripStep.Documents, "7", new[] { "2026-12-01 周二 10:00", "本平台推算" }),
            (TripStep.CutOff, "7", new[] { "2026-12-01 周二 10:00", "试验来源" }),
            (TripStep.Customs, "7", new[] { "2026-12-01 周二 10:00", "海关法（2021）第二十四条", "2026-12-02 周三 10:00", DeadlineRules.ExportDeclaration.Source }),
            (TripStep.Aggregation, "40", new[] { "2027-01-15 周五", "待核" }),
        })
        {
            var row = page.QuerySelector($"[data-term='{step}']")!;
            Assert.Equal(left, row.GetAttribute("data-left"));
            foreach (var text in texts) Assert.Contains(text, row.TextContent, StringComparison.Ordinal);
        }
        // the year of the last one is not recorded, which is said
        Assert.NotNull(page.QuerySelector("[data-missing-year='2027']"));
        Assert.NotNull(page.QuerySelector("[data-year-source='2026']"));
        Assert.NotNull(page.QuerySelector("[data-way='2026-11-28']"));
        var calculator = await visitor.OpenAsync(page.QuerySelector("[data-term='Customs'] a")!.GetAttribute("href")!);
        Assert.NotNull(calculator.QuerySelector("[data-deadline='2026-12-01']"));
    }

    [Fact]
    public async Task Days_off_before_the_last_moment_leave_fewer_working_days_and_name_the_last_of_them()
    {
        await using var own = Portal.Own();
        // Thursday before 中秋节; it leaves within the days off of the National Day
        own.Clock.Set(new DateTimeOffset(2026, 9, 24, 10, 0, 0, TimeSpan.FromHours(8)));
        var number = await own.HasDepartureAsync(capacity: 5);

        var page = await own.Visit().OpenAsync($"{Home}/{number}");

        var customs = page.QuerySelector("[data-term='Customs']")!;
        Assert.Contains("2026-10-03", customs.TextContent, StringComparison.Ordinal);
        Assert.Contains("最近的工作日是 2026-09-30 周三", customs.TextContent, StringComparison.Ordinal);
        Assert.Equal("3", customs.GetAttribute("data-left"));
        Assert.Contains("中秋节", page.QuerySelector("[data-way='2026-09-25']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("国庆节", page.QuerySelector("[data-way='2026-10-01']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("调休上班", page.QuerySelector("[data-way='2026-10-10']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_within_China_has_no_declaration_and_one_that_is_not_served_is_said_to_be_so()
    {
        var number = await portal.HasDepartureAsync(capacity: 5);
        var visitor = portal.Visit();

        var inland = await visitor.OpenAsync($"{Home}/{number}?from=huaihua&to=kunming");
        Assert.Equal(["Documents", "CutOff"], inland.QuerySelectorAll("[data-term]").Select(r => r.GetAttribute("data-term")!));
        Assert.Null(inland.QuerySelector("[data-not-served]"));
        foreach (var wrong in new[] { "from=vientiane&to=huaihua", "from=hanoi", "to=x" })
        {
            var page = await visitor.OpenAsync($"{Home}/{number}?{wrong}");
            Assert.Contains("不走所选的区间", page.QuerySelector("[data-not-served]")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("[data-term='Customs']"));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{Home}/T-nothing")).StatusCode);
    }

    [Fact]
    public async Task What_has_passed_and_what_does_not_run_is_said()
    {
        await using var own = Portal.Own();
        var number = await own.HasDepartureAsync(capacity: 5);
        await own.ChangeAsync(number, (desk, departure) => desk.CancelAsync(number, departure.Version, "试验停开", TestContext.Current.CancellationToken));
        own.Clock.Set(new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.FromHours(8)));

        var page = await own.Visit().OpenAsync($"{Home}/{number}");

        Assert.NotNull(page.QuerySelector("[data-cancelled]"));
        foreach (var step in new[] { "Documents", "CutOff", "Customs" }) Assert.Contains("已过", page.QuerySelector($"[data-term='{step}']")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("", page.QuerySelector("[data-term='Aggregation']")!.GetAttribute("data-left"));
    }

    [Fact]
    public async Task English_readers_get_it_in_English_and_goods_from_abroad_count_no_working_days_of_there()
    {
        var number = await portal.HasDepartureAsync(capacity: 5);
        var english = await portal.Visit().OpenAsync($"/en{Home}/{number}");
        Assert.Contains("7 working days", english.QuerySelector("[data-term='CutOff']")!.TextContent, StringComparison.Ordinal);

        var from = portal.Clock.GetUtcNow().UtcDateTime.AddDays(3);
        var back = await portal.WithDatabaseAsync(db => db.Departures.Where(d => d.Service!.Code == "LZ01" && d.LeavesAt > from).OrderBy(d => d.LeavesAt).Select(d => d.Number).FirstAsync(TestContext.Current.CancellationToken));
        var page = await portal.Visit().OpenAsync($"{Home}/{back}");
        Assert.Contains("装货地在境外", page.QuerySelector("[data-term='CutOff']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("往后 14 日", page.QuerySelector("[data-term='Customs']")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-term='Aggregation']"));
    }
}
