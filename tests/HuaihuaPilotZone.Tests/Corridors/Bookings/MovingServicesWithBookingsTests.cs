using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HuaihuaPilotZone.Tests.Corridors.Bookings.BookingScenes;

namespace HuaihuaPilotZone.Tests.Corridors.Bookings;

/// <summary>A service that is given to another corridor, with bookings on its departures.</summary>
public sealed class MovingServicesWithBookingsTests : IAsyncLifetime
{
    private readonly Portal _portal = Portal.Own();
    private string _departure = "";
    private int _service;
    private int _running;
    private int _suspended;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Address => string.Create(CultureInfo.InvariantCulture, $"/park/timetable/services/{_service}");

    public async ValueTask InitializeAsync()
    {
        _running = (await _portal.HasCorridorAsync(new DateOnly(2026, 11, 1))).Id;
        _suspended = (await _portal.HasCorridorAsync(new DateOnly(2026, 11, 1))).Id;
        Assert.True((await _portal.InScopeAsync(async s => await s.GetRequiredService<CorridorKeeping>().StandAsync(
            _suspended, (await s.GetRequiredService<CorridorKeeping>().FindAsync(_suspended, Cancellation))!.Version, new StandingData(CorridorStatus.Suspended, "测试公告"), Cancellation))).IsDone);
        _departure = await _portal.HasDepartureAsync(capacity: 1, inDays: 6);
        _service = await _portal.WithDatabaseAsync(db => db.Departures.Where(d => d.Number == _departure).Select(d => d.ServiceId).SingleAsync(Cancellation));
        await MoveAsync(_running);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Whoever_has_booked_is_told_once_of_the_other_corridor_and_that_it_is_suspended()
    {
        var (firm, tea) = (await _portal.VisitAsAsync("luggage"), await _portal.VisitAsAsync("tea"));
        var (holds, waits) = (await firm.BookAsync(_departure, Form()), await tea.BookAsync(_departure, Form()));
        var cancelled = await tea.BookAsync(_departure, Form());
        await tea.StepAsync(cancelled, "Cancel");

        // whoever saves it knows first how many it reaches
        var asked = await (await SendAsync(_suspended, seen: 0)).RefusedWithAsync("2 份未完结的订舱会受影响", "请核对后再次提交");
        Assert.Equal(("2", "保存前请核对"), (asked.QuerySelector("[name=Seen]")!.GetAttribute("value"), asked.QuerySelector("[data-error-summary] h2")!.TextContent));
        Assert.Empty(await NoticesAsync("luggage"));
        await MoveAsync(_suspended, seen: 2);

        var (told, other) = (Assert.Single(await NoticesAsync("luggage")), Assert.Single(await NoticesAsync("tea")));
        Assert.Equal(holds, told.Link);
        Assert.Equal(waits, other.Link);
        var (from, to) = (await NameAsync(_running), await NameAsync(_suspended));
        foreach (var word in new[] { $"由“{from}”改为“{to}”", "下列订舱的车次当天停运，请改订或取消，1 份", $"{NumberOf(holds)}（{_departure}）" }) Assert.Contains(word, told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(NumberOf(waits), told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(NumberOf(cancelled), other.Text, StringComparison.Ordinal);
        Assert.Single(await _portal.ActsAsync(JournalSubjects.Booking, NumberOf(holds)), BookingActs.WayChanged);
        Assert.DoesNotContain(BookingActs.WayChanged, await _portal.ActsAsync(JournalSubjects.Booking, NumberOf(cancelled)));

        // saved again without another corridor, it is no news
        await MoveAsync(_suspended);
        Assert.Single(await NoticesAsync("luggage"));
    }

    [Fact]
    public async Task A_corridor_that_runs_leaves_bookings_valid_and_lets_in_who_waits_for_slots_that_were_given_back()
    {
        var (firm, tea) = (await _portal.VisitAsAsync("luggage"), await _portal.VisitAsAsync("tea"));
        var (holds, waits) = (await firm.BookAsync(_departure, Form()), await tea.BookAsync(_departure, Form()));
        await MoveAsync(null, seen: 2);
        Assert.Contains("改为“不属于通道”。下列订舱继续有效，1 份", Assert.Single(await NoticesAsync("luggage")).Text, StringComparison.Ordinal);
        await MoveAsync(_suspended, seen: 2);
        await firm.StepAsync(holds, "Cancel");
        Assert.Equal(BookingState.Waiting, (await _portal.BookingAsync(waits)).State);

        await MoveAsync(_running, seen: 1);

        Assert.Equal((BookingState.Requested, 1), ((await _portal.BookingAsync(waits)).State, await _portal.BookedAsync(_departure)));
        Assert.Contains("不再停运，照原计划开行，1 份", (await NoticesAsync("tea"))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(2, (await NoticesAsync("luggage")).Count);
    }

    [Fact]
    public async Task Bookings_of_departures_that_have_left_or_were_cancelled_are_told_nothing()
    {
        var firm = await _portal.VisitAsAsync("luggage");
        await firm.BookAsync(_departure, Form());
        await _portal.ChangeAsync(_departure, (desk, departure) => desk.CancelAsync(_departure, departure.Version, "施工", Cancellation));
        await MoveAsync(null);
        await _portal.ChangeAsync(_departure, (desk, departure) => desk.RestoreAsync(_departure, departure.Version, "完工", Cancellation));
        _portal.Clock.Set(_portal.Clock.GetUtcNow().AddDays(7));
        _portal.ForgetVisitors();

        await MoveAsync(_suspended);

        Assert.Empty(await NoticesAsync("luggage"));
    }

    [Fact]
    public async Task A_file_that_moves_it_says_first_whom_it_reaches_and_tells_them()
    {
        var firm = await _portal.VisitAsAsync("luggage");
        await firm.BookAsync(_departure, Form());
        const string Import = "/park/timetable/services/stops/import";
        var admin = await _portal.VisitAsAsync("admin");
        var code = _departure.Split('-')[0];
        var sheet = await (await admin.GetAsync($"/park/timetable/services/stops.csv?q={code}")).Content.ReadAsStringAsync(Cancellation);
        var file = ("a.csv", Encoding.UTF8.GetBytes(sheet.Replace(await NameAsync(_running), await NameAsync(_suspended), StringComparison.Ordinal)));

        var asked = await (await admin.UploadAsync(Import, Import, [], file)).RefusedWithAsync("1 份未完结的订舱会受影响");
        Assert.Equal("1", asked.QuerySelector("[data-preview] [data-affected]")!.GetAttribute("data-affected"));
        Assert.Empty(await NoticesAsync("luggage"));
        (await admin.UploadAsync(Import, Import, new() { ["Seen"] = "1" }, file)).LedTo();

        Assert.Single(await NoticesAsync("luggage"));
    }

    private async Task MoveAsync(int? corridor, int seen = 0) => Assert.Equal(Address, (await SendAsync(corridor, seen)).LedTo());

    private async Task<HttpResponseMessage> SendAsync(int? corridor, int seen) => await (await _portal.VisitAsAsync("admin")).SubmitAsync(
        Address, new() { ["CorridorId"] = corridor?.ToString(CultureInfo.InvariantCulture) ?? "", ["Seen"] = seen.ToString(CultureInfo.InvariantCulture) }, Address);

    private Task<string> NameAsync(int corridor) => _portal.WithDatabaseAsync(db => db.Corridors.Where(c => c.Id == corridor).Select(c => c.Name).SingleAsync(Cancellation));

    private Task<List<Notice>> NoticesAsync(string user) => _portal.WithDatabaseAsync(db => db.Notices.AsNoTracking()
        .Where(n => n.User!.UserName == user && n.Kind == MessageKind.BookingMoved && n.Title.Contains("：所属通道变更")).OrderBy(n => n.Id).ToListAsync(Cancellation));
}
