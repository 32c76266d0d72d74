using System.Net;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Bookings;

public sealed class BookingSlotsTests(Portal portal)
{
    private const string Home = BookingScenes.Home;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_enterprise_drafts_sends_and_the_park_confirms_and_each_side_is_told()
    {
        var departure = await portal.HasDepartureAsync(capacity: 10);
        var (firm, admin) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("admin"));
        var shown = await firm.OpenAsync($"{Home}/new?departure={departure}&from=kunming&to=mohan");
        Assert.Equal("kunming", shown.Value("From"));
        Assert.Equal("mohan", shown.Value("To"));

        var page = (await firm.SubmitAsync($"{Home}/new?departure={departure}", BookingScenes.Form(2, "试验拉杆箱", ("High40", "1")), $"{Home}/new")).LedTo();

        Assert.Matches("^/enterprise/bookings/DC-20261122-[0-9]{4}$", page);
        Assert.Equal(BookingState.Draft, (await portal.BookingAsync(page)).State);
        Assert.Equal(0, await portal.BookedAsync(departure));
        var desk = page.Replace("/enterprise", "/park", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(desk)).StatusCode);
        await firm.StepAsync(page, "Request");
        Assert.Equal(4, await portal.BookedAsync(departure));
        Assert.Contains("试验拉杆箱", (await admin.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        await admin.StepAsync(desk, "Confirm", "箱子周五前进场");
        Assert.Equal(4, await portal.BookedAsync(departure));

        Assert.Contains("箱子周五前进场", (await firm.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        var content = (await firm.OpenAsync(page)).Content();
        foreach (var text in new[] { "已确认", "20GP × 2，40HQ × 1，共 4 个标箱位", "起草订舱", "提交订舱", "确认订舱", "箱子周五前进场" }) Assert.Contains(text, content, StringComparison.Ordinal);
        var sheet = (await firm.OpenAsync($"{page}/print")).Body!.TextContent;
        foreach (var text in new[] { "22G1", "45G1", "试验拉杆箱", departure }) Assert.Contains(text, sheet, StringComparison.Ordinal);
        Assert.Contains("试验拉杆箱", (await admin.OpenAsync($"/park/bookings?q=拉杆箱&state=Confirmed&departure={departure}&sort=Leaves")).Content(), StringComparison.Ordinal);
        Assert.Contains("试验拉杆箱", await (await admin.GetAsync($"/park/bookings/export.csv?departure={departure}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的订舱", (await admin.OpenAsync("/park/bookings?q=没有这个")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_booking_names_its_stations_in_its_history_as_people_know_them()
    {
        var departure = await portal.HasDepartureAsync(capacity: 10);
        var firm = await portal.VisitAsAsync("luggage");
        var page = (await firm.SubmitAsync($"{Home}/new?departure={departure}&from=huaihua&to=vientiane", BookingScenes.Form(), $"{Home}/new")).LedTo();

        Assert.Equal(page, (await firm.SubmitAsync($"{page}/edit", new() { ["From"] = "kunming", ["To"] = "mohan" }, $"{page}/edit")).LedTo());

        var history = (await firm.OpenAsync(page)).Content();
        foreach (var text in new[] { "怀化 → 昆明", "万象 → 磨憨" }) Assert.Contains(text, history, StringComparison.Ordinal);
        foreach (var slug in new[] { "huaihua →", "→ kunming", "→ mohan" }) Assert.DoesNotContain(slug, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_departure_cannot_take_is_refused_and_what_was_typed_stays()
    {
        var plain = await portal.HasDepartureAsync(capacity: 5);
        var cold = await portal.HasDepartureAsync(capacity: 5, isCooled: true, takesDangerous: true);
        var firm = await portal.VisitAsAsync("luggage");
        Task<HttpResponseMessage> Send(string departure, Dictionary<string, string?> form) => firm.SubmitAsync($"{Home}/new?departure={departure}", form, $"{Home}/new", button: "Send=true");

        var back = await (await Send(plain, BookingScenes.Form(1, "留下的字", ("GrossKilograms", "")))).RefusedWithAsync("请填写毛重合计");
        Assert.Equal("留下的字", back.Value("Goods"));
        await (await Send(plain, BookingScenes.Form(0))).RefusedWithAsync("请至少订一个箱");
        await (await Send(plain, BookingScenes.Form(1, "货", ("GrossKilograms", "0")))).RefusedWithAsync("毛重应为 1 至");
        await (await Send(plain, BookingScenes.Form(1, "货", ("From", "vientiane"), ("To", "huaihua")))).RefusedWithAsync("卸货站应在装货站之后");
        await (await Send(plain, BookingScenes.Form(6))).RefusedWithAsync("本车次总共只有 5 个标箱位，您要订 6 个");
        await (await Send(plain, BookingScenes.Form(1, "货", ("IsDangerous", "true")))).RefusedWithAsync("不接收危险品");
        await (await Send(plain, BookingScenes.Form(1, "货", ("LowestTemperature", "2"), ("HighestTemperature", "8")))).RefusedWithAsync("有温度要求的货物要订冷藏箱");
        await (await Send(plain, BookingScenes.Form(0, "货", ("Cooled20", "1")))).RefusedWithAsync("订冷藏箱要写明货物的温度范围");
        await (await Send(plain, BookingScenes.Form(0, "货", ("Cooled20", "1"), ("LowestTemperature", "2"), ("HighestTemperature", "8")))).RefusedWithAsync("没有冷藏");
        await (await Send(cold, BookingScenes.Form(0, "货", ("Cooled20", "1"), ("LowestTemperature", "-30"), ("HighestTemperature", "-25")))).RefusedWithAsync("能保持 -20 至 15 ℃，达不到 -30 至 -25 ℃");
        await (await Send(cold, BookingScenes.Form(0, "货", ("Cooled20", "1"), ("LowestTemperature", "8")))).RefusedWithAsync("最低、最高温度应一并填写");
        await (await Send(cold, BookingScenes.Form(0, "货", ("Cooled20", "1"), ("LowestTemperature", "8"), ("HighestTemperature", "2")))).RefusedWithAsync("最高温度不能低于最低温度");
        await (await Send(plain, BookingScenes.Form(1, "货", ("Declaration", "HH-20261122-999999")))).RefusedWithAsync("贵企业没有这个单号的预申报");
        Assert.Equal(0, await portal.BookedAsync(plain) + await portal.BookedAsync(cold));
        Assert.Equal(2, (await portal.BookingAsync(await firm.BookAsync(cold, BookingScenes.Form(0, "疫苗", ("Cooled40", "1"), ("LowestTemperature", "2"), ("HighestTemperature", "8"), ("IsDangerous", "true"))))).Slots);
    }

    [Fact]
    public async Task A_pre_declaration_of_ones_own_is_linked_and_a_foreign_one_is_not_there()
    {
        var departure = await portal.HasDepartureAsync(capacity: 5);
        var (firm, tea) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"));
        var own = await portal.IdOfAsync("91431299MA0000015J");
        var number = await portal.WithDatabaseAsync(db => db.Declarations.Where(d => d.EnterpriseId == own).OrderBy(d => d.Id).Select(d => d.Number).FirstAsync(Cancellation));

        var page = await firm.BookAsync(departure, BookingScenes.Form(1, "有预申报的货", ("Declaration", number.ToString())));

        Assert.NotNull((await firm.OpenAsync(page)).QuerySelector($"a[href='/enterprise/declarations/{number}']"));
        await (await tea.SubmitAsync($"{Home}/new?departure={departure}", BookingScenes.Form(1, "货", ("Declaration", number.ToString())), $"{Home}/new")).RefusedWithAsync("贵企业没有这个单号的预申报");
    }

    [Fact]
    public async Task Nobody_sees_or_moves_another_enterprises_booking_and_neither_side_takes_the_others_step()
    {
        var departure = await portal.HasDepartureAsync(capacity: 5);
        var (firm, tea, admin, auditor) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"), await portal.VisitAsAsync("admin"), await portal.VisitAsAsync("auditor"));
        var page = await firm.BookAsync(departure, BookingScenes.Form(1, "别人看不到的货"));
        var desk = page.Replace("/enterprise", "/park", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await tea.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tea.GetAsync($"{page}/print")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tea.GetAsync($"{page}/edit")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tea.ForgeAsync(Home, page, new() { ["Step"] = "Cancel", ["Version"] = "2" })).StatusCode);
        Assert.DoesNotContain("别人看不到的货", (await tea.OpenAsync(Home)).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("别人看不到的货", await (await tea.GetAsync($"{Home}/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("别人看不到的货", (await tea.OpenAsync($"{Home}/new?departure={departure}&copy={BookingScenes.NumberOf(page)}")).Value("Goods"), StringComparison.Ordinal);
        await (await firm.ForgeAsync(page, page, new() { ["Step"] = "Confirm", ["Version"] = "2" })).RefusedWithAsync("这一步由另一方办理");
        await (await admin.ForgeAsync(desk, desk, new() { ["Step"] = "Cancel", ["Version"] = "2" })).RefusedWithAsync("这一步由另一方办理");
        await (await admin.SubmitAsync(desk, new() { ["Note"] = "" }, desk, button: "Step=Refuse")).RefusedWithAsync("请写明原因");
        await (await admin.ForgeAsync(desk, desk, new() { ["Step"] = "TakeBack", ["Note"] = "试验", ["Version"] = "2" })).RefusedWithAsync("现在是“待确认”");
        Assert.Null((await auditor.OpenAsync(desk)).QuerySelector("button[name=Step]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync("/account/password", desk, new() { ["Step"] = "Confirm", ["Version"] = "2" })).StatusCode);
        await admin.StepAsync(desk, "Refuse", "货物不符合承运条件");
        Assert.Equal(0, await portal.BookedAsync(departure));
        Assert.Contains("货物不符合承运条件", (await firm.OpenAsync(page)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_changed_until_it_is_sent_and_of_two_people_the_second_one_is_told()
    {
        var departure = await portal.HasDepartureAsync(capacity: 5);
        var firm = await portal.VisitAsAsync("luggage");
        var page = (await firm.SubmitAsync($"{Home}/new?departure={departure}", BookingScenes.Form(1, "第一稿"), $"{Home}/new")).LedTo();
        var stale = BookingScenes.Form(1, "第三稿", ("Version", "1"));

        Assert.Equal(page, (await firm.SubmitAsync($"{page}/edit", BookingScenes.Form(3, "第二稿"), $"{page}/edit")).LedTo());
        var shown = await (await firm.SubmitAsync($"{page}/edit", stale, $"{page}/edit")).RefusedWithAsync("他人已保存了修改", "他人已改为：第二稿");
        Assert.Equal("第三稿", shown.Value("Goods"));
        Assert.Equal(3, (await portal.BookingAsync(page)).Slots);
        Assert.Equal(page, (await firm.SubmitAsync($"{page}/edit", BookingScenes.Form(2, "第四稿"), $"{page}/edit", button: "Send=true")).LedTo());
        Assert.Equal(2, await portal.BookedAsync(departure));
        Assert.Equal(page, (await firm.GetAsync($"{page}/edit")).LedTo());
        var late = BookingScenes.Form(1, "第五稿", ("Departure", departure), ("From", "huaihua"), ("To", "kunming"), ("Version", "4"));
        await (await firm.ForgeAsync(page, $"{page}/edit", late)).RefusedWithAsync("不能再修改");
    }

    [Fact]
    public async Task After_the_cut_off_nothing_is_taken_and_the_sentence_names_the_time()
    {
        await using var own = Portal.Own();
        await own.InitializeAsync();
        var departure = await own.HasDepartureAsync(capacity: 2);
        var firm = await own.VisitAsAsync("luggage");
        var draft = (await firm.SubmitAsync($"{Home}/new?departure={departure}", BookingScenes.Form(), $"{Home}/new")).LedTo();
        var kept = await firm.BookAsync(departure, BookingScenes.Form(2));
        var waiting = await firm.BookAsync(departure, BookingScenes.Form());

        own.Clock.Set(new DateTimeOffset(2026, 12, 1, 2, 0, 0, TimeSpan.Zero));
        own.ForgetVisitors();
        firm = await own.VisitAsAsync("luggage");

        await (await firm.SubmitAsync(draft, [], draft, button: "Step=Request")).RefusedWithAsync("截单时间是 2026-12-01 10:00（UTC+8），已过，不再接受订舱");
        await firm.StepAsync(kept, "Cancel");
        Assert.Equal(BookingState.Waiting, (await own.BookingAsync(waiting)).State);
        Assert.True(await own.InScopeAsync(s => s.GetRequiredService<BookingLapse>().EndAsync(Cancellation)) >= 1);
        var ended = await own.BookingAsync(waiting);
        Assert.Equal((BookingState.Refused, "截单时间已过，没有空出舱位。"), (ended.State, ended.Answer));
        Assert.Contains("截单时间已过", (await firm.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_departure_whose_corridor_is_suspended_on_its_day_is_not_offered_and_takes_no_booking()
    {
        await using var own = Portal.Own();
        await own.InitializeAsync();
        var (corridor, _, _) = await own.HasCorridorAsync(new DateOnly(2026, 11, 1));
        var (before, after) = (await own.HasDepartureAsync(capacity: 4, inDays: 3), await own.HasDepartureAsync(capacity: 4, inDays: 6));
        await own.WithDatabaseAsync(db => db.ScheduledServices.Where(s => db.Departures.Any(d => d.ServiceId == s.Id && (d.Number == before || d.Number == after)))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.CorridorId, corridor), Cancellation));
        var firm = await own.VisitAsAsync("luggage");
        var draft = (await firm.SubmitAsync($"{Home}/new?departure={after}&from=huaihua&to=vientiane", BookingScenes.Form(), $"{Home}/new")).LedTo();
        var version = await own.WithDatabaseAsync(db => db.Corridors.Where(c => c.Id == corridor).Select(c => c.Version).SingleAsync(Cancellation));
        Assert.True((await own.InScopeAsync(s => s.GetRequiredService<CorridorKeeping>().StandAsync(corridor, version, new StandingData(CorridorStatus.Suspended, "测试公告", new DateOnly(2026, 11, 27)), Cancellation))).IsDone);

        var offered = await firm.OpenAsync($"{Home}/new");
        var free = await (await firm.GetAsync("/timetable.csv?from=2026-11-23&until=2026-11-30&free=true")).Content.ReadAsStringAsync(Cancellation);

        foreach (var (departure, runs) in new[] { (before, true), (after, false) })
        {
            Assert.Equal(runs, offered.QuerySelector($"[data-departure='{departure}']") is not null);
            Assert.Equal(runs, free.Contains(departure, StringComparison.Ordinal));
        }
        await firm.BookAsync(before, BookingScenes.Form());
        await (await firm.SubmitAsync(draft, [], draft, button: "Step=Request")).RefusedWithAsync("2026-11-28 停运", "请改订其他车次");
    }

    [Fact]
    public async Task A_request_that_nobody_answered_ends_when_the_train_has_left_and_then_nothing_is_cancelled_any_more()
    {
        await using var own = Portal.Own();
        await own.InitializeAsync();
        var departure = await own.HasDepartureAsync(capacity: 4);
        var (firm, admin) = (await own.VisitAsAsync("luggage"), await own.VisitAsAsync("admin"));
        var confirmed = await firm.BookAsync(departure, BookingScenes.Form());
        await admin.StepAsync(confirmed.Replace("/enterprise", "/park", StringComparison.Ordinal), "Confirm");
        var unanswered = await firm.BookAsync(departure, BookingScenes.Form());

        own.Clock.Set(new DateTimeOffset(2026, 12, 2, 2, 0, 1, TimeSpan.Zero));
        own.ForgetVisitors();
        firm = await own.VisitAsAsync("luggage");

        await (await firm.SubmitAsync(confirmed, [], confirmed, button: "Step=Cancel")).RefusedWithAsync("车次已经开出");
        await own.InScopeAsync(s => s.GetRequiredService<BookingLapse>().EndAsync(Cancellation));
        Assert.Equal("开车前没有得到确认。", (await own.BookingAsync(unanswered)).Answer);
        Assert.Equal(1, await own.BookedAsync(departure));
    }

    [Fact]
    public async Task Where_it_is_set_so_a_request_is_confirmed_at_once()
    {
        await using var own = Portal.Own(("Bookings:ConfirmAtOnce", "true"));
        await own.InitializeAsync();
        var departure = await own.HasDepartureAsync(capacity: 1);
        var firm = await own.VisitAsAsync("luggage");

        var page = await firm.BookAsync(departure, BookingScenes.Form());
        var second = await firm.BookAsync(departure, BookingScenes.Form());

        Assert.Equal(BookingState.Confirmed, (await own.BookingAsync(page)).State);
        await firm.StepAsync(page, "Cancel");
        Assert.Equal(BookingState.Confirmed, (await own.BookingAsync(second)).State);
    }
}
