using System.Net;
using HuaihuaPilotZone.Corridors.Bookings.Sharing;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Bookings.Sharing;

public sealed class SharingContainersTests
{
    private const string Home = "/enterprise/sharing";

    // 2026-12-03, a Thursday: none of the demonstration's trains leaves Huaihua for Vientiane

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_shipments_are_proposed_for_one_container_and_booked_when_both_agree_and_only_then_names_are_seen()
    {
        await using var portal = Portal.Own();
        await portal.InitializeAsync();
        var departure = await portal.HasDepartureAsync(capacity: 3, inDays: 11);
        var (firm, tea) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"));
        var first = (await firm.SubmitAsync($"{Home}/new", Form("出口行李箱", "4202"), $"{Home}/new")).LedTo();
        Assert.Matches($"^{Home}/PX-20261122-[0-9]{{4}}$", first);

        var page = (await tea.SubmitAsync($"{Home}/new", Form("安化黑茶", "0902", 7000, "8.25"), $"{Home}/new")).LedTo();

        Assert.Matches($"^{Home}/containers/PZ-20261122-[0-9]{{4}}$", page);
        Assert.Contains("有可以同箱的货", (await firm.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        var before = (await firm.OpenAsync(page)).Content();
        foreach (var hidden in new[] { "安化黑茶", "示例茶业" }) Assert.DoesNotContain(hidden, before, StringComparison.Ordinal);
        // 3 × 3,000 yuan; tea takes a quarter and luggage a half of a container
        foreach (var text in new[] { "9,000.00", "3,000.00", "6,000.00", "演示", departure, "食品和农产品", "出口行李箱" }) Assert.Contains(text, before, StringComparison.Ordinal);
        Assert.DoesNotContain("出口行李箱", (await tea.OpenAsync(page)).Content(), StringComparison.Ordinal);
        Assert.Equal(page, (await tea.SubmitAsync(page, [], page, button: "Agrees=true")).LedTo());
        Assert.DoesNotContain("示例茶业", (await firm.OpenAsync(page)).Content(), StringComparison.Ordinal);
        // the park sees of the sides what they see of each other
        var (auditor, park) = (await portal.VisitAsAsync("auditor"), $"/park/sharing/{BookingScenes.NumberOf(page)}");
        var overseen = (await auditor.OpenAsync(park)).Content();
        foreach (var hidden in new[] { "安化黑茶", "出口行李箱", "示例茶业", "示例箱包", "9,000.00", "同意拼箱" }) Assert.DoesNotContain(hidden, overseen, StringComparison.Ordinal);
        foreach (var text in new[] { departure, "食品和农产品", "都同意后可见", "订舱以后可见" }) Assert.Contains(text, overseen, StringComparison.Ordinal);
        Assert.Contains("1 / 2 方", (await auditor.OpenAsync($"/park/sharing?q={departure}&state=Proposed&sort=Leaves&dir=asc")).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync("/park/sharing/PZ-20200101-0001")).StatusCode);
        await (await tea.ForgeAsync(page, page, new() { ["Agrees"] = "true" })).RefusedWithAsync("已经答复过");
        Assert.Equal(page, (await firm.SubmitAsync(page, [], page, button: "Agrees=true")).LedTo());

        var after = (await firm.OpenAsync(page)).Content();
        foreach (var text in new[] { "安化黑茶", "示例茶业", "已订舱", "待确认", "同意拼箱" }) Assert.Contains(text, after, StringComparison.Ordinal);
        overseen = (await auditor.OpenAsync(park)).Content();
        foreach (var text in new[] { "安化黑茶", "示例茶业", "9,000.00", "已订舱" }) Assert.Contains(text, overseen, StringComparison.Ordinal);
        Assert.Contains(departure, await (await auditor.GetAsync("/park/sharing/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的方案", (await auditor.OpenAsync("/park/sharing?state=Failed")).Content(), StringComparison.Ordinal);
        Assert.Equal(1, await portal.BookedAsync(departure));
        var booking = await portal.WithDatabaseAsync(db => db.Bookings.Include(b => b.Containers).SingleAsync(b => b.Departure!.Number == departure, Cancellation));
        Assert.Equal((8000, 1, "拼箱：安化黑茶、出口行李箱"), (booking.GrossKilograms, booking.Containers.Single().Count, booking.Goods));
        // the joint booking is in the name of the one that asked; when it ends, both shipments are open again
        await tea.StepAsync($"/enterprise/bookings/{booking.Number}", "Cancel");
        Assert.Equal(0, await portal.BookedAsync(departure));
        Assert.Equal(2, await portal.WithDatabaseAsync(db => db.CargoIntents.CountAsync(i => i.State == IntentState.Open, Cancellation)));
        Assert.Contains("没有拼成", (await firm.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_must_be_apart_is_never_proposed_and_a_stranger_sees_nothing()
    {
        await using var portal = Portal.Own();
        await portal.InitializeAsync();
        await portal.HasDepartureAsync(capacity: 3, inDays: 11);
        var (firm, tea) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"));
        foreach (var form in new[]
        {
            Form("涂料", "3208"),
            Form("烟草制品", "2402"),
            Form("锂电池", "8507", others: ("IsDangerous", "true")),
            Form("冷鲜品", "0702", others: [("LowestTemperature", "2"), ("HighestTemperature", "8")]),
            Form("太迟的货", "4202", others: [("ReadyOn", "2027-01-10"), ("LatestOn", "2027-01-20")]),
            Form("别处去的货", "4202", others: ("Destination", "kunming")),
            Form("太重的货", "4202", 25_000),
        })
        {
            Assert.StartsWith($"{Home}/PX-", (await firm.SubmitAsync($"{Home}/new", form, $"{Home}/new")).LedTo(), StringComparison.Ordinal);
        }

        var page = (await tea.SubmitAsync($"{Home}/new", Form("安化黑茶", "0902", 7000, "8.25"), $"{Home}/new")).LedTo();

        Assert.StartsWith($"{Home}/PX-", page, StringComparison.Ordinal);
        await (await tea.SubmitAsync(page, [], page, button: "Step=Find")).RefusedWithAsync("现在没有可以同箱的货");
        var dangerous = (await firm.OpenAsync($"{Home}?q=锂电池")).QuerySelector("[data-intent] a")!.GetAttribute("href")!;
        await (await firm.SubmitAsync(dangerous, [], dangerous, button: "Step=Find")).RefusedWithAsync("危险品不与任何货物拼箱");
        Assert.Equal(HttpStatusCode.NotFound, (await tea.GetAsync(dangerous)).StatusCode);
        Assert.DoesNotContain("锂电池", (await tea.OpenAsync(Home)).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("锂电池", await (await tea.GetAsync($"{Home}/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("锂电池", await (await firm.GetAsync($"{Home}/export.csv?state=Open")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(dangerous, (await firm.SubmitAsync(dangerous, [], dangerous, button: "Step=Withdraw")).LedTo());
        await (await firm.ForgeAsync(Home + "/new", dangerous, new() { ["Step"] = "Withdraw" })).RefusedWithAsync("现在是“已撤回”");
        await (await firm.ForgeAsync(Home + "/new", dangerous, new() { ["Step"] = "Find" })).RefusedWithAsync("现在是“已撤回”");
        await (await firm.ForgeAsync(Home + "/new", dangerous, [])).RefusedWithAsync("请选择要做的操作");
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.SharedContainers.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Who_says_no_or_nothing_ends_the_proposal_and_the_shipments_are_open_again()
    {
        await using var portal = Portal.Own();
        await portal.InitializeAsync();
        var departure = await portal.HasDepartureAsync(capacity: 3, inDays: 11);
        var (firm, tea) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"));
        await firm.SubmitAsync($"{Home}/new", Form("出口行李箱", "4202"), $"{Home}/new");
        var page = (await tea.SubmitAsync($"{Home}/new", Form("安化黑茶", "0902"), $"{Home}/new")).LedTo();
        await (await firm.ForgeAsync(page, page, [])).RefusedWithAsync("请选择同意或不同意");
        Assert.Equal(HttpStatusCode.NotFound, (await firm.GetAsync($"{Home}/containers/PZ-20261122-9999")).StatusCode);

        Assert.Equal(page, (await firm.SubmitAsync(page, [], page, button: "Agrees=false")).LedTo());

        await (await tea.ForgeAsync(page, page, new() { ["Agrees"] = "true" })).RefusedWithAsync("现在是“未拼成”");
        var own = (await tea.OpenAsync(Home)).QuerySelector("[data-intent] a")!.GetAttribute("href")!;
        var second = (await tea.SubmitAsync(own, [], own, button: "Step=Find")).LedTo();
        portal.Clock.Set(portal.Clock.GetUtcNow().AddHours(49));
        Assert.Equal(1, await portal.InScopeAsync(s => s.GetRequiredService<SharingDesk>().EndLateAsync(Cancellation)));
        Assert.Equal(2, await portal.WithDatabaseAsync(db => db.CargoIntents.CountAsync(i => i.State == IntentState.Open, Cancellation)));
        Assert.NotEqual(page, second);
        Assert.Equal(0, await portal.BookedAsync(departure));
    }

    [Fact]
    public async Task Both_who_agree_at_the_same_time_make_one_booking_and_a_full_train_ends_the_proposal()
    {
        await using var portal = Portal.Own();
        await portal.InitializeAsync();
        var departure = await portal.HasDepartureAsync(capacity: 1, inDays: 11);
        var (luggage, tea) = (await portal.IdOfAsync("91431299MA0000015J"), await portal.IdOfAsync("91431299MA0000023D"));
        await AddAsync(portal, luggage, "4202");
        var number = await ProposeAsync(portal, tea, await AddAsync(portal, tea, "0902"));

        var answers = await Task.WhenAll(new[] { luggage, tea }.Select(e => Task.Run(() => portal.InScopeAsync(s => s.GetRequiredService<SharingDesk>().AnswerAsync(number, e, true, Cancellation)))));
        // of two at once one may be asked to look again
        foreach (var (enterprise, answer) in new[] { luggage, tea }.Zip(answers))
        {
            if (!answer.IsDone) await portal.InScopeAsync(s => s.GetRequiredService<SharingDesk>().AnswerAsync(number, enterprise, true, Cancellation));
        }

        Assert.Equal(1, await portal.BookedAsync(departure));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Bookings.CountAsync(b => b.Departure!.Number == departure, Cancellation)));
        var next = await portal.HasDepartureAsync(capacity: 1, inDays: 11);
        await AddAsync(portal, luggage, "4202");
        var late = await ProposeAsync(portal, tea, await AddAsync(portal, tea, "0902"));
        await (await portal.VisitAsAsync("luggage")).BookAsync(next, BookingScenes.Form());
        await portal.InScopeAsync(s => s.GetRequiredService<SharingDesk>().AnswerAsync(late, luggage, true, Cancellation));
        var last = await portal.InScopeAsync(s => s.GetRequiredService<SharingDesk>().AnswerAsync(late, tea, true, Cancellation));
        Assert.Equal(SharedState.Failed, last.Value);
        Assert.Equal(1, await portal.BookedAsync(next));
    }

    private static async Task<string> AddAsync(Portal portal, int enterprise, string hs) => (await portal.InScopeAsync(s => s.GetRequiredService<IntentDesk>().AddAsync(
        enterprise, new IntentData("货", hs, false, 1000, 5m, "huaihua", "vientiane", new DateOnly(2026, 12, 3), new DateOnly(2026, 12, 3), null, null, false), Cancellation))).Value;

    private static async Task<string> ProposeAsync(Portal portal, int enterprise, string intent)
    {
        var found = await portal.InScopeAsync(s => s.GetRequiredService<SharingDesk>().ProposeAsync(intent, enterprise, Cancellation));
        Assert.True(found.IsDone, found.IsDone ? "" : found.Refusals[0].Message);
        return found.Value;
    }

    private static Dictionary<string, string?> Form(string goods, string hs, int kilograms = 1000, string cubicMetres = "16.5", params (string Key, string Value)[] others)
    {
        var values = new Dictionary<string, string?>
        {
            ["Goods"] = goods,
            ["HsPrefix"] = hs,
            ["Kilograms"] = $"{kilograms}",
            ["CubicMetres"] = cubicMetres,
            ["Origin"] = "huaihua",
            ["Destination"] = "vientiane",
            ["ReadyOn"] = "2026-12-03",
            ["LatestOn"] = "2026-12-03",
        };
        foreach (var (key, value) in others) values[key] = value;
        return values;
    }
}
