using System.Globalization;
using System.Net;
using System.Text;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HuaihuaPilotZone.Tests.Corridors.Bookings.BookingScenes;
using static HuaihuaPilotZone.Tests.Corridors.NetworkScenes;

namespace HuaihuaPilotZone.Tests.Corridors.Bookings;

/// <summary>A corridor that is suspended from a day on, with bookings on departures of its days.</summary>
public sealed class BookingOnSuspendedCorridorsTests : IAsyncLifetime
{
    private const string Day = "2026-11-27";

    private readonly Portal _portal = Portal.Own();
    private int _corridor;
    private string _slug = "";
    private string _before = "";
    private string _after = "";
    private string _later = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Address => string.Create(CultureInfo.InvariantCulture, $"/park/network/corridors/{_corridor}");

    public async ValueTask InitializeAsync()
    {
        (_corridor, _slug, _) = await _portal.HasCorridorAsync(new DateOnly(2026, 11, 1));
        (_before, _after, _later) = (await _portal.HasDepartureAsync(capacity: 4, inDays: 3), await _portal.HasDepartureAsync(capacity: 1, inDays: 6), await _portal.HasDepartureAsync(capacity: 4, inDays: 8));
        await _portal.WithDatabaseAsync(db => db.ScheduledServices.Where(s => db.Departures.Any(d => d.ServiceId == s.Id && (d.Number == _before || d.Number == _after || d.Number == _later)))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.CorridorId, _corridor), Cancellation));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Whoever_has_booked_is_told_once_of_the_suspension_and_again_when_it_is_taken_back()
    {
        var (firm, tea) = (await _portal.VisitAsAsync("luggage"), await _portal.VisitAsAsync("tea"));
        var (runs, first) = (await firm.BookAsync(_before, Form()), await firm.BookAsync(_after, Form()));
        var (second, third) = (await firm.BookAsync(_later, Form()), await tea.BookAsync(_later, Form()));
        var cancelled = await tea.BookAsync(_later, Form());
        await tea.StepAsync(cancelled, "Cancel");

        // whoever saves it knows first how many it reaches
        var asked = await (await StandAsync(seen: 0)).RefusedWithAsync("3 份未完结的订舱会受影响", "请核对后再次提交");
        Assert.Equal("3", asked.QuerySelector("#standings [name=Seen]")!.GetAttribute("value"));
        Assert.Empty(await NoticesAsync("luggage"));
        Assert.Equal(Address, (await StandAsync(seen: 3)).LedTo());

        var told = Assert.Single(await NoticesAsync("luggage"));
        Assert.EndsWith("：通道停运", told.Title, StringComparison.Ordinal);
        foreach (var word in new[] { $"{Day} 起停运", "2 份", $"{NumberOf(first)}（{_after}）", $"{NumberOf(second)}（{_later}）" }) Assert.Contains(word, told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(NumberOf(runs), told.Text, StringComparison.Ordinal);
        var alone = Assert.Single(await NoticesAsync("tea"));
        Assert.Equal(third, alone.Link);
        Assert.DoesNotContain(NumberOf(cancelled), alone.Text, StringComparison.Ordinal);
        Assert.Single(await _portal.ActsAsync(JournalSubjects.Booking, NumberOf(third)), BookingActs.WaySuspended);
        Assert.DoesNotContain(BookingActs.WaySuspended, await _portal.ActsAsync(JournalSubjects.Booking, NumberOf(runs)));
        Assert.Equal("3", (await (await _portal.VisitAsAsync("auditor")).OpenAsync(Address)).QuerySelector("[data-held]")!.GetAttribute("data-held"));

        // the same said by somebody else, and the day on which it begins, are no news
        Assert.Equal(Address, (await StandAsync(seen: 0, source: "另一份公告")).LedTo());
        Assert.Single(await NoticesAsync("luggage"));
        Assert.Equal(Address, (await (await _portal.VisitAsAsync("admin")).SubmitAsync(Address, [], $"{Address}/standings/withdraw")).LedTo());

        var again = (await NoticesAsync("luggage"))[1];
        Assert.EndsWith("：通道恢复开行", again.Title, StringComparison.Ordinal);
        Assert.Contains("停运已撤销或改期", again.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await NoticesAsync("tea")).Count);
        Assert.Single(await _portal.ActsAsync(JournalSubjects.Booking, NumberOf(third)), BookingActs.WayResumed);
    }

    [Fact]
    public async Task The_day_on_which_it_begins_tells_nobody_again()
    {
        await (await _portal.VisitAsAsync("luggage")).BookAsync(_later, Form());
        await StandAsync(seen: 1);
        _portal.Clock.Set(new DateTimeOffset(At(11, 27, 0)));

        Assert.Equal(1, await _portal.InScopeAsync(s => s.GetRequiredService<StandingTurn>().FollowAsync(Cancellation)));

        Assert.Single(await NoticesAsync("luggage"));
    }

    [Fact]
    public async Task Nobody_is_let_in_from_the_waiting_list_while_it_is_suspended_and_who_waits_is_when_it_runs_again()
    {
        var (firm, tea) = (await _portal.VisitAsAsync("luggage"), await _portal.VisitAsAsync("tea"));
        var (holds, waits) = (await firm.BookAsync(_after, Form()), await tea.BookAsync(_after, Form()));
        await StandAsync(seen: 2);

        await firm.StepAsync(holds, "Cancel");
        Assert.Equal((BookingState.Waiting, 0), ((await _portal.BookingAsync(waits)).State, await _portal.BookedAsync(_after)));
        await (await _portal.VisitAsAsync("admin")).SubmitAsync(Address, [], $"{Address}/standings/withdraw");

        Assert.Equal((BookingState.Requested, 1), ((await _portal.BookingAsync(waits)).State, await _portal.BookedAsync(_after)));
    }

    [Fact]
    public async Task The_park_confirms_no_slot_on_a_day_on_which_it_does_not_run()
    {
        var booked = await (await _portal.VisitAsAsync("luggage")).BookAsync(_after, Form());
        await StandAsync(seen: 1);
        var (admin, desk) = (await _portal.VisitAsAsync("admin"), $"/park/bookings/{NumberOf(booked)}");

        await (await admin.SubmitAsync(desk, [], desk, button: "Step=Confirm")).RefusedWithAsync($"停运，车次 {_after} 不接受订舱");

        Assert.Equal(BookingState.Requested, (await _portal.BookingAsync(booked)).State);
        await admin.StepAsync(desk, "Refuse", "通道停运，请改订");
    }

    [Fact]
    public async Task A_file_that_announces_it_says_first_whom_it_reaches_and_tells_them_once()
    {
        var (firm, tea) = (await _portal.VisitAsAsync("luggage"), await _portal.VisitAsAsync("tea"));
        await firm.BookAsync(_before, Form());
        await firm.BookAsync(_later, Form());
        await tea.BookAsync(_later, Form());
        const string Import = "/park/network/corridors/standings/import";
        var file = ("a.csv", Encoding.UTF8.GetBytes($"网址短名,起始日,状态,状态依据\n{_slug},{Day},停运,示例公告\n"));
        var admin = await _portal.VisitAsAsync("admin");

        var preview = await Visitor.ReadAsync(await admin.UploadAsync(Import, Import, new() { ["Trial"] = "true" }, file));
        Assert.Equal("2", preview.QuerySelector("[data-preview] [data-affected]")!.GetAttribute("data-affected"));
        Assert.DoesNotContain("DC-", preview.QuerySelector("[data-preview]")!.TextContent, StringComparison.Ordinal);
        // whoever imports without looking is shown the same, and a number that is no longer true does not count
        foreach (var unseen in new[] { "0", "1" })
        {
            var asked = await (await admin.UploadAsync(Import, Import, new() { ["Seen"] = unseen }, file)).RefusedWithAsync("2 份未完结的订舱会受影响");
            Assert.Equal(("2", "#Seen"), (asked.QuerySelector("[name=Seen]")!.GetAttribute("value"), asked.QuerySelector("[data-error-summary] a")!.GetAttribute("href")));
            Assert.NotNull(asked.QuerySelector("[data-preview] #Seen"));
        }
        Assert.Empty(await NoticesAsync("luggage"));

        Assert.Equal(HttpStatusCode.Redirect, (await admin.UploadAsync(Import, Import, new() { ["Seen"] = "2" }, file)).StatusCode);
        Assert.Contains($"{Day} 起停运", Assert.Single(await NoticesAsync("luggage")).Text, StringComparison.Ordinal);
        // the same file again is no news
        Assert.Equal(HttpStatusCode.Redirect, (await admin.UploadAsync(Import, Import, [], file)).StatusCode);
        Assert.Single(await NoticesAsync("tea"));
    }

    [Fact]
    public async Task The_enterprise_and_the_park_see_at_the_booking_since_when_it_does_not_run()
    {
        var firm = await _portal.VisitAsAsync("luggage");
        var (runs, booked) = (await firm.BookAsync(_before, Form()), await firm.BookAsync(_after, Form()));
        await StandAsync(seen: 1);
        var admin = await _portal.VisitAsAsync("admin");

        foreach (var (visitor, home) in new[] { (firm, Home), (admin, "/park/bookings") })
        {
            var list = await visitor.OpenAsync(home);
            Assert.Equal($"停运（{Day} 起）", list.QuerySelector($"[data-booking='{NumberOf(booked)}'] [data-suspended]")!.TextContent);
            Assert.Null(list.QuerySelector($"[data-booking='{NumberOf(runs)}'] [data-suspended]"));
            Assert.Contains($"停运（{Day} 起）", (await visitor.OpenAsync($"{home}/{NumberOf(booked)}")).QuerySelector("[data-suspended]")!.TextContent, StringComparison.Ordinal);
        }
        Assert.Contains($"停运（{Day} 起）", await (await firm.GetAsync($"{Home}/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains($"停运（{Day} 起）", (await firm.OpenAsync($"{Home}/new?departure={_after}")).QuerySelector("[data-suspended]")!.TextContent, StringComparison.Ordinal);
        var row = (await admin.OpenAsync($"/park/timetable/departures?q={_after}")).QuerySelector($"[data-departure='{_after}']")!.TextContent;
        Assert.Contains($"停运（{Day} 起）", row, StringComparison.Ordinal);
        Assert.DoesNotContain("0 / 1", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_reads_suspended_with_its_day_instead_of_free_slots_on_every_list_and_in_every_file()
    {
        await StandAsync(seen: 0);
        var visitor = _portal.Visit();
        var query = "from=2026-11-22&until=2026-12-05&corridor=" + _slug;

        var list = await visitor.OpenAsync($"/timetable?{query}");
        foreach (var page in new[] { list, await visitor.OpenAsync($"/tools/deadlines/departures?{query}") })
        {
            Assert.Equal($"停运（{Day} 起）", page.QuerySelector($"[data-departure='{_after}'] [data-slots=Suspended]")!.TextContent);
            Assert.Equal("余 4 箱", page.QuerySelector($"[data-departure='{_before}'] [data-slots]")!.TextContent);
        }
        Assert.Equal($"/timetable/{_after}", list.QuerySelector($"[data-departure='{_after}'] td:last-child a")!.GetAttribute("href"));
        var one = await visitor.OpenAsync($"/timetable/{_after}");
        Assert.Contains("当天不开行，不接受订舱", one.QuerySelector("[data-suspended]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(one.QuerySelector("main a[href^='/enterprise/bookings/new']"));
        Assert.Equal($"Suspended from {Day}", (await visitor.OpenAsync($"/en/timetable?{query}")).QuerySelector($"[data-departure='{_after}'] [data-slots]")!.TextContent);
        var lines = (await (await visitor.GetAsync($"/timetable.csv?{query}")).Content.ReadAsStringAsync(Cancellation)).Split('\n');
        Assert.Contains($",1,,停运（{Day} 起）,测试公告,", Array.Find(lines, l => l.StartsWith(_after, StringComparison.Ordinal)), StringComparison.Ordinal);
        var calendar = (await (await visitor.GetAsync($"/timetable.ics?{query}")).Content.ReadAsStringAsync(Cancellation)).Replace("\r\n ", "", StringComparison.Ordinal);
        var events = calendar.Split("BEGIN:VEVENT").Where(e => e.Contains(_after, StringComparison.Ordinal) || e.Contains(_before, StringComparison.Ordinal)).ToDictionary(e => e.Contains(_after, StringComparison.Ordinal));
        Assert.Contains("STATUS:CANCELLED", events[true], StringComparison.Ordinal);
        Assert.Contains("SUMMARY:停运：", events[true], StringComparison.Ordinal);
        Assert.Contains("STATUS:CONFIRMED", events[false], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_departures_on_the_first_page_and_of_the_corridors_say_it_too()
    {
        await StandAsync(seen: 0);
        // the train before the suspension has left; the next one falls into it
        _portal.Clock.Set(new DateTimeOffset(At(11, 26, 12)));
        _portal.ForgetVisitors();
        var visitor = _portal.Visit();

        Assert.Equal($"停运（{Day} 起）", (await visitor.OpenAsync("/")).QuerySelector($"[data-suspended='{_after}']")!.TextContent);
        Assert.Contains($"停运（{Day} 起）", (await visitor.OpenAsync($"/corridors/{_slug}")).QuerySelector("[data-departures] [data-suspended]")!.TextContent, StringComparison.Ordinal);
        _portal.Clock.Set(new DateTimeOffset(At(11, 28, 9)));
        _portal.ForgetVisitors();
        Assert.Equal($"停运（{Day} 起）", (await _portal.Visit().OpenAsync("/corridors")).QuerySelector($"[data-next] [data-departure='{_after}'] [data-slots=Suspended]")!.TextContent);
    }

    [Fact]
    public async Task The_last_day_of_a_suspension_is_shown_where_a_status_that_ends_it_is_announced()
    {
        var firm = await _portal.VisitAsAsync("luggage");
        var booked = await firm.BookAsync(_after, Form());
        await StandAsync(seen: 1);
        // it runs again from the day after, and the announcement of a later suspension makes this one no longer
        foreach (var (day, status) in new[] { ("2026-11-29", "Regular"), ("2026-12-20", "Suspended") })
        {
            Assert.Equal(Address, (await (await _portal.VisitAsAsync("admin")).SubmitAsync(
                Address, new() { ["Status"] = status, ["StatusSource"] = "测试公告", ["From"] = day, ["Seen"] = "0" }, $"{Address}/standings")).LedTo());
        }
        const string Said = $"停运（{Day} 至 2026-11-28）";
        var query = "from=2026-11-22&until=2026-12-05&corridor=" + _slug;

        foreach (var (visitor, home) in new[] { (firm, Home), (await _portal.VisitAsAsync("admin"), "/park/bookings") })
            Assert.Contains(Said, (await visitor.OpenAsync($"{home}/{NumberOf(booked)}")).QuerySelector("[data-suspended]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Said, (await _portal.Visit().OpenAsync($"/timetable?{query}")).QuerySelector($"[data-departure='{_after}'] [data-slots=Suspended]")!.TextContent);
        Assert.Equal($"Suspended from {Day} to 2026-11-28", (await _portal.Visit().OpenAsync($"/en/timetable?{query}")).QuerySelector($"[data-departure='{_after}'] [data-slots]")!.TextContent);
        Assert.Null((await _portal.Visit().OpenAsync($"/timetable?{query}")).QuerySelector($"[data-departure='{_later}'] [data-slots=Suspended]"));
    }

    private async Task<HttpResponseMessage> StandAsync(int seen, string source = "测试公告") => await (await _portal.VisitAsAsync("admin")).SubmitAsync(
        Address, new() { ["Status"] = "Suspended", ["StatusSource"] = source, ["From"] = Day, ["Seen"] = seen.ToString(CultureInfo.InvariantCulture) }, $"{Address}/standings");

    private Task<List<Notice>> NoticesAsync(string user) => _portal.WithDatabaseAsync(db => db.Notices.AsNoTracking()
        .Where(n => n.User!.UserName == user && n.Kind == MessageKind.BookingMoved && n.Title.Contains("：通道")).OrderBy(n => n.Id).ToListAsync(Cancellation));
}
