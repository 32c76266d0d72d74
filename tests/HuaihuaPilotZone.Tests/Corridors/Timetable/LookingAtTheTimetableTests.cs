using System.Globalization;
using System.Net;
using ExcelDataReader;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Timetable;

public sealed class LookingAtTheTimetableTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_two_weeks_are_listed_in_order_each_with_local_times_free_slots_and_a_mark_that_they_are_invented()
    {
        var page = await portal.Visit().OpenAsync("/timetable");

        var rows = page.QuerySelectorAll("[data-departure]").ToList();
        Assert.Equal(20, rows.Count);
        var times = rows.Select(r => r.QuerySelector("td[data-l='发车时间'] time")!.GetAttribute("datetime")!).ToList();
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
        Assert.Contains("演示数据", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.All(rows, r => Assert.NotNull(r.QuerySelector("[data-slots]")));
    }

    [Fact]
    public async Task The_filters_stand_in_the_address_and_narrow_the_list()
    {
        var visitor = portal.Visit();

        var laos = await visitor.OpenAsync("/timetable?corridor=china-laos&until=2026-12-31");
        Assert.All(laos.QuerySelectorAll("[data-departure]"), r => Assert.Matches("^(ZL0[1-4]|LZ01)-", r.GetAttribute("data-departure")!));
        var singapore = await visitor.OpenAsync("/timetable?to=singapore&from=2026-11-23&until=2026-12-20");
        var numbers = singapore.QuerySelectorAll("[data-departure]").Select(r => r.GetAttribute("data-departure")).ToList();
        Assert.Equal(["BB03-20261129", "BB03-20261206", "BB03-20261213", "BB03-20261220"], numbers);
        Assert.Equal("2026-12-20", singapore.Value("until"));
        var none = await visitor.OpenAsync("/timetable?to=atlantis");
        Assert.Contains("没有班期", none.Content(), StringComparison.Ordinal);
        Assert.NotNull(none.QuerySelector("main a[href='/timetable']"));
        // what cannot be read is no filter, and no fault
        Assert.NotEmpty((await visitor.OpenAsync("/timetable?from=never&until=99999&sort=Sideways&page=-3")).QuerySelectorAll("[data-departure]"));
    }

    [Theory]
    [InlineData("0001-01-01", "9999-12-31")]
    [InlineData("9999-12-31", "0001-01-01")]
    [InlineData("2026-12-10", "2026-12-01")]
    public async Task Days_of_the_address_are_brought_into_range(string from, string until)
    {
        var (first, last) = await portal.InScopeAsync(s => Task.FromResult(s.GetRequiredService<TimetableBoard>().Days(new TimetableFilter(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(until, CultureInfo.InvariantCulture)))));

        Assert.InRange(first, new DateOnly(2000, 1, 1), new DateOnly(2200, 12, 31));
        Assert.InRange(last.DayNumber - first.DayNumber, 0, 92);
        (await portal.Visit().GetAsync($"/timetable?from={from}&until={until}")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_cancelled_departure_stays_struck_out_with_its_reason_and_is_no_longer_to_be_booked()
    {
        await using var own = Portal.Own();
        await ActAsync(own, d => d.CancelAsync("GZ01-20261126", 1, "线路检修，演示原因", Cancellation));

        var list = await own.Visit().OpenAsync("/timetable?corridor=guangzhou");
        var row = list.QuerySelector("[data-departure='GZ01-20261126']")!;
        Assert.NotNull(row.QuerySelector("del time"));
        Assert.Contains("停开", row.TextContent, StringComparison.Ordinal);
        Assert.Null(row.QuerySelector("a[href^='/enterprise/bookings']"));
        Assert.Contains("线路检修，演示原因", (await own.Visit().OpenAsync("/timetable/GZ01-20261126")).Content(), StringComparison.Ordinal);
        Assert.Null((await own.Visit().OpenAsync("/timetable?corridor=guangzhou&free=true")).QuerySelector("[data-departure='GZ01-20261126']"));
    }

    [Fact]
    public async Task A_departure_is_full_few_or_past_its_cut_off_and_says_so()
    {
        await using var own = Portal.Own();
        await BookAsync(own, "BB01-20261127", 60);
        await BookAsync(own, "BB01-20261124", 56);

        var list = await own.Visit().OpenAsync("/timetable?corridor=beibu-gulf&until=2026-11-30");
        string State(string number) => list.QuerySelector($"[data-departure='{number}'] [data-slots]")!.GetAttribute("data-slots")!;
        Assert.Equal("Full", State("BB01-20261127"));
        Assert.Equal("Few", State("BB01-20261124"));
        // leaves on Monday at 16:00 and takes goods until Sunday at 16:00; it is Sunday, 10:00
        Assert.Equal("Free", State("BB02-20261123"));
        own.Clock.Set(own.Clock.GetUtcNow().AddHours(6));
        Assert.Equal("Closed", (await own.Visit().OpenAsync("/timetable/BB02-20261123")).QuerySelector("[data-slots]")!.GetAttribute("data-slots"));
    }

    [Fact]
    public async Task Each_stop_has_its_local_time_across_time_zones()
    {
        // leaves Huaihua on Monday at 10:00, is in Vientiane 70 hours later, where clocks are an hour behind
        var page = await portal.Visit().OpenAsync("/timetable/ZL01-20261123");

        var vientiane = page.QuerySelector("[data-stop=vientiane]")!.TextContent;
        Assert.Contains("2026-11-26 周四 07:00", vientiane, StringComparison.Ordinal);
        Assert.Contains("UTC+7", vientiane, StringComparison.Ordinal);
        Assert.Contains("2026-11-23 周一 10:00", page.QuerySelector("[data-stop=huaihua]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync("/timetable/ZZ-20200101")).StatusCode);
    }

    [Fact]
    public async Task The_same_list_is_a_spreadsheet_a_text_and_a_calendar()
    {
        var visitor = portal.Visit();
        const string question = "?corridor=zhanjiang&from=2026-11-23&until=2026-12-06";

        var text = await (await visitor.GetAsync("/timetable.csv" + question)).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("ZJ01-20261125", text, StringComparison.Ordinal);
        Assert.Equal(5, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        await using var sheet = await (await visitor.GetAsync("/timetable.xlsx" + question)).Content.ReadAsStreamAsync(Cancellation);
        using var book = ExcelReaderFactory.CreateReader(sheet);
        var numbers = new List<string?>();
        while (book.Read()) numbers.Add(book.GetValue(0)?.ToString());
        Assert.Equal(["车次", "ZJ01-20261125", "ZJ01-20261129", "ZJ01-20261202", "ZJ01-20261206"], numbers);

        var calendar = Ical.Net.Calendar.Load(await (await visitor.GetAsync("/timetable.ics" + question)).Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal(4, calendar.Events.Count);
        var first = calendar.Events.Single(e => e.Uid == "ZJ01-20261125@huaihua-pilot-zone");
        Assert.Equal(new DateTime(2026, 11, 25, 0, 30, 0, DateTimeKind.Utc), first.Start!.AsUtc);
        Assert.Contains("示例", first.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_names_and_weekdays_are_English()
    {
        var page = await portal.Visit().OpenAsync("/en/timetable/ZL01-20261123");

        Assert.Contains("Thu 07:00", page.QuerySelector("[data-stop=vientiane]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("China–Laos train", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task ActAsync(Portal own, Func<DepartureDesk, Task<HuaihuaPilotZone.Common.Outcome>> act) =>
        Assert.True((await own.InScopeAsync(s => act(s.GetRequiredService<DepartureDesk>()))).IsDone);

    private static Task<int> BookAsync(Portal own, string number, int booked) =>
        own.WithDatabaseAsync(db => db.Departures.Where(d => d.Number == number).ExecuteUpdateAsync(set => set.SetProperty(d => d.Booked, booked), Cancellation));
}
