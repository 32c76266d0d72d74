using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Bookings;

public sealed class WaitingForSlotsTests(Portal portal)
{
    private const string Home = BookingScenes.Home;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_finds_no_slots_waits_and_is_let_in_in_the_order_of_arrival_without_being_jumped_over()
    {
        var departure = await portal.HasDepartureAsync(capacity: 4);
        var (firm, tea, admin) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"), await portal.VisitAsAsync("admin"));
        var small = await firm.BookAsync(departure, BookingScenes.Form(1, "先订的一箱"));
        var large = await firm.BookAsync(departure, BookingScenes.Form(3, "先订的三箱"));
        Assert.Contains("提交即进入候补：有舱通知我", (await tea.OpenAsync($"{Home}/new?departure={departure}")).Content(), StringComparison.Ordinal);

        var first = await tea.BookAsync(departure, BookingScenes.Form(2, "候补的两箱"));
        var second = await firm.BookAsync(departure, BookingScenes.Form(1, "候补的一箱"));

        Assert.Contains("候补第 1 位", (await tea.OpenAsync(first)).Content(), StringComparison.Ordinal);
        Assert.Contains("候补第 2 位", (await firm.OpenAsync(second)).Content(), StringComparison.Ordinal);
        await firm.StepAsync(small, "Cancel");
        // one slot is free and the second one would fit: the first one still comes first
        Assert.Equal([BookingState.Waiting, BookingState.Waiting], await StatesAsync(first, second));
        Assert.Equal(3, await portal.BookedAsync(departure));
        var newcomer = await tea.BookAsync(departure, BookingScenes.Form(1, "后来的一箱"));
        Assert.Equal(BookingState.Waiting, (await portal.BookingAsync(newcomer)).State);
        await admin.StepAsync(large.Replace("/enterprise", "/park", StringComparison.Ordinal), "Confirm");
        await admin.StepAsync(large.Replace("/enterprise", "/park", StringComparison.Ordinal), "TakeBack", "承运方减箱");
        Assert.Equal([BookingState.Requested, BookingState.Requested, BookingState.Requested], await StatesAsync(first, second, newcomer));
        Assert.Equal(4, await portal.BookedAsync(departure));
        Assert.Contains("候补到舱位", (await tea.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        Assert.Contains("候补到舱位", (await tea.OpenAsync(first)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_gives_up_waiting_lets_those_behind_in_that_fit()
    {
        var departure = await portal.HasDepartureAsync(capacity: 3);
        var firm = await portal.VisitAsAsync("luggage");
        await firm.BookAsync(departure, BookingScenes.Form(2));
        var first = await firm.BookAsync(departure, BookingScenes.Form(2));
        var second = await firm.BookAsync(departure, BookingScenes.Form(1));

        await firm.StepAsync(first, "Cancel");

        Assert.Equal([BookingState.Cancelled, BookingState.Requested], await StatesAsync(first, second));
        Assert.Equal(3, await portal.BookedAsync(departure));
    }

    [Fact]
    public async Task A_larger_train_lets_in_who_waits_and_its_holders_are_told()
    {
        var departure = await portal.HasDepartureAsync(capacity: 1);
        var (firm, tea) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"));
        await firm.BookAsync(departure, BookingScenes.Form(1));
        var waiting = await tea.BookAsync(departure, BookingScenes.Form(1));

        await portal.ChangeAsync(departure, (desk, d) => desk.ChangeAsync(departure, d.Version, new DepartureData(d.LeavesAt.AddHours(9), d.CutOffAt.AddHours(8), 3, "加挂两节"), Cancellation));

        Assert.Equal([BookingState.Requested], await StatesAsync(waiting));
        Assert.Equal(2, await portal.BookedAsync(departure));
        Assert.Contains($"{departure}：调整车次", (await firm.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        var shown = (await tea.OpenAsync(waiting)).Content();
        Assert.Contains("加挂两节", shown, StringComparison.Ordinal);
        Assert.Contains("车次有变动", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_departure_is_seen_at_the_booking_and_the_next_ones_are_offered()
    {
        var departure = await portal.HasDepartureAsync(capacity: 2);
        var next = await portal.HasDepartureAsync(capacity: 2, inDays: 1 + 1);
        var firm = await portal.VisitAsAsync("luggage");
        var page = await firm.BookAsync(departure, BookingScenes.Form(1, "要改订的货"));
        var draft = (await firm.SubmitAsync($"{Home}/new?departure={departure}", BookingScenes.Form(), $"{Home}/new")).LedTo();

        await portal.ChangeAsync(departure, (desk, d) => desk.CancelAsync(departure, d.Version, "线路检修", Cancellation));

        var shown = await firm.OpenAsync(page);
        Assert.Contains("已停开", shown.Content(), StringComparison.Ordinal);
        Assert.Contains("线路检修", shown.Content(), StringComparison.Ordinal);
        var offer = shown.QuerySelector($"a[href*='departure={next}']")?.GetAttribute("href");
        Assert.NotNull(offer);
        Assert.Equal("要改订的货", (await firm.OpenAsync(offer)).Value("Goods"));
        await (await firm.SubmitAsync(draft, [], draft, button: "Step=Request")).RefusedWithAsync("已停开：线路检修");
        await portal.ChangeAsync(departure, (desk, d) => desk.RestoreAsync(departure, d.Version, "检修提前结束", Cancellation));
        Assert.Contains($"{departure}：恢复车次", (await firm.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forty_at_once_never_take_more_than_ten_slots_and_nobody_is_lost()
    {
        var departure = await portal.HasDepartureAsync(capacity: 10);
        var enterprise = await portal.IdOfAsync("91431299MA0000015J");
        var drafts = new List<string>();
        for (var i = 0; i < 40; i++) drafts.Add(await DraftAsync(enterprise, departure));

        var states = await Task.WhenAll(drafts.Select(d => Task.Run(() => StepAsync(d, enterprise, BookingStep.Request, 1))));

        Assert.Equal(10, states.Count(s => s == BookingState.Requested));
        Assert.Equal(30, states.Count(s => s == BookingState.Waiting));
        Assert.Equal(10, await portal.BookedAsync(departure));
        // cancels and new requests at the same time: every slot that gets free goes to the next one that waits
        var holders = drafts.Where((_, i) => states[i] == BookingState.Requested).Take(6).ToList();
        var late = new List<string>();
        for (var i = 0; i < 6; i++) late.Add(await DraftAsync(enterprise, departure));
        var queue = await QueueAsync(departure);
        await Task.WhenAll([
            .. holders.Select(h => Task.Run(() => StepAsync(h, enterprise, BookingStep.Cancel, 2))),
            .. late.Select(l => Task.Run(() => StepAsync(l, enterprise, BookingStep.Request, 1))),
        ]);

        Assert.Equal(10, await portal.BookedAsync(departure));
        Assert.Equal(10, await portal.WithDatabaseAsync(db => db.Bookings.Where(b => b.Departure!.Number == departure && b.State == BookingState.Requested).SumAsync(b => b.Slots, Cancellation)));
        Assert.Equal(queue.Skip(6), (await QueueAsync(departure)).Take(24));
        Assert.Equal(30, (await QueueAsync(departure)).Count);
    }

    [Fact]
    public async Task Staff_who_change_a_departure_meanwhile_never_write_over_a_booking()
    {
        var departure = await portal.HasDepartureAsync(capacity: 5);
        var firm = await portal.VisitAsAsync("luggage");
        var version = await portal.WithDatabaseAsync(db => db.Departures.Where(d => d.Number == departure).Select(d => d.Version).SingleAsync(Cancellation));
        await firm.BookAsync(departure, BookingScenes.Form(2));

        var outcome = await portal.InScopeAsync(s => s.GetRequiredService<DepartureDesk>().CancelAsync(departure, version, "试验", Cancellation));

        Assert.Contains("订了舱位", outcome.Refusals[0].Message, StringComparison.Ordinal);
        Assert.Equal(2, await portal.BookedAsync(departure));
    }

    [Fact]
    public async Task A_departure_that_somebody_drafted_for_is_never_deleted_but_cancelled()
    {
        var departure = await portal.HasDepartureAsync(capacity: 5);
        var firm = await portal.VisitAsAsync("luggage");
        await firm.SubmitAsync($"{Home}/new?departure={departure}", BookingScenes.Form(), $"{Home}/new");
        var service = await portal.WithDatabaseAsync(db => db.Departures.Where(d => d.Number == departure).Select(d => d.Service!).SingleAsync(Cancellation));

        var outcome = await portal.InScopeAsync(s => s.GetRequiredService<ServiceDesk>().SuspendAsync(service.Id, service.Version, service.From, "试验停运", Cancellation));

        Assert.True(outcome.IsDone);
        Assert.Equal(DepartureStatus.Cancelled, await portal.WithDatabaseAsync(db => db.Departures.Where(d => d.Number == departure).Select(d => d.Status).SingleAsync(Cancellation)));
    }

    private async Task<List<string>> QueueAsync(string departure) => await portal.WithDatabaseAsync(db => db.Bookings
        .Where(b => b.Departure!.Number == departure && b.State == BookingState.Waiting).OrderBy(b => b.Queue).Select(b => b.Number).ToListAsync(Cancellation));

    private async Task<List<BookingState>> StatesAsync(params string[] pages)
    {
        var states = new List<BookingState>();
        foreach (var page in pages) states.Add((await portal.BookingAsync(page)).State);
        return states;
    }

    private async Task<string> DraftAsync(int enterprise, string departure) => (await portal.InScopeAsync(s => s.GetRequiredService<BookingDesk>().DraftAsync(
        enterprise, new BookingData(departure, "huaihua", "vientiane", [new ContainerCount(ContainerType.Standard20, 1)], "同时来的货", 1000, null, null, false, null, null), Cancellation))).Value;

    private async Task<BookingState> StepAsync(string number, int enterprise, BookingStep step, int version) =>
        (await portal.InScopeAsync(s => s.GetRequiredService<BookingMoves>().StepAsync(number, enterprise, step, version, null, Cancellation))).Value;
}
