using System.Net;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Yard;

public sealed class BookingInspectionsTests(Portal portal)
{
    private const string Home = "/enterprise/inspections";
    private const string Desk = "/park/yard/inspections";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_enterprise_books_for_its_declaration_comes_and_is_done_and_is_told_of_each_step()
    {
        var (slot, container) = (await portal.HasSlotAsync(3), YardScenes.NextContainer());
        var (firm, admin) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("admin"));
        var declaration = await DeclarationOfAsync("91431299MA0000015J");
        var offered = (await firm.OpenAsync($"{Home}/slots?q={(await portal.SlotAsync(slot)).Place}&declaration={declaration}")).QuerySelector($"[data-slot='{slot}'] a")!;
        Assert.Equal(declaration, (await firm.OpenAsync(offered.GetAttribute("href")!)).Value("Declaration"));

        var page = (await firm.SubmitAsync($"{Home}/new?slot={slot}", Booking("2", $"{container.ToLowerInvariant()}，{YardScenes.NextContainer()}", declaration), $"{Home}/new")).LedTo();

        Assert.Matches("^/enterprise/inspections/CY-20261122-[0-9]{4}$", page);
        Assert.Equal(2, (await portal.SlotAsync(slot)).Booked);
        var desk = page.Replace(Home, Desk, StringComparison.Ordinal);
        Assert.Contains(declaration, (await admin.OpenAsync(desk)).Content(), StringComparison.Ordinal);
        await StepAsync(admin, desk, "Arrive", "请到 3 号位");
        Assert.Contains("请到 3 号位", (await firm.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        Assert.Null((await firm.OpenAsync(page)).QuerySelector("button[name=Step]"));
        await StepAsync(admin, desk, "Finish", null);
        var shown = (await firm.OpenAsync(page)).Content();
        foreach (var text in new[] { "已结束", container, "登记到场", "查验结束", "预约查验" }) Assert.Contains(text, shown, StringComparison.Ordinal);
        Assert.Equal(2, (await portal.SlotAsync(slot)).Booked);
        Assert.Contains(container, (await admin.OpenAsync($"{Desk}?q={container}")).Content(), StringComparison.Ordinal);
        Assert.Contains(container, await (await admin.GetAsync($"{Desk}/export.csv?slot={slot}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_book_at_once_the_capacity_is_never_exceeded_and_a_cancellation_frees_at_once()
    {
        var slot = await portal.HasSlotAsync(7);
        var (firm, tea) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => (i % 2 == 0 ? firm : tea).ForgeAsync($"{Home}/new?slot={slot}", $"{Home}/new", Forged(slot, i % 3 == 0 ? "2" : "1"))));

        Assert.Equal(7, (await portal.SlotAsync(slot)).Booked);
        Assert.Equal(7, await portal.WithDatabaseAsync(db => db.InspectionBookings.Where(b => b.SlotId == slot).SumAsync(b => b.Places, Cancellation)));
        Assert.DoesNotContain(answers, a => a.StatusCode is >= HttpStatusCode.InternalServerError);
        await (await firm.ForgeAsync($"{Home}/new?slot={slot}", $"{Home}/new", Forged(slot, "1"))).RefusedWithAsync("这个时段已约满");

        // several cancel the same booking at once: its places come back once
        var mine = answers.First(a => a.StatusCode == HttpStatusCode.Redirect && a.RequestMessage is not null).Headers.Location!.OriginalString;
        var booking = await portal.WithDatabaseAsync(db => db.InspectionBookings.AsNoTracking().Include(b => b.Enterprise).SingleAsync(b => b.Number == mine.Substring(Home.Length + 1), Cancellation));
        var owner = booking.Enterprise!.CreditCode == "91431299MA0000015J" ? firm : tea;
        var cancelled = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => owner.ForgeAsync(mine, mine, new() { ["Step"] = "Cancel", ["Version"] = "1" })));
        Assert.Single(cancelled, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(7 - booking.Places, (await portal.SlotAsync(slot)).Booked);
        Assert.Equal(HttpStatusCode.Redirect, (await tea.ForgeAsync($"{Home}/new?slot={slot}", $"{Home}/new", Forged(slot, "1"))).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_booked_is_refused_with_what_was_typed()
    {
        var (slot, past, closed) = (await portal.HasSlotAsync(3), await portal.HasSlotAsync(3, new DateOnly(2026, 11, 22)), await portal.HasSlotAsync(3));
        await portal.WithDatabaseAsync(db => db.InspectionSlots.Where(s => s.Id == closed).ExecuteUpdateAsync(set => set.SetProperty(s => s.IsClosed, true), Cancellation));
        var (firm, container) = (await portal.VisitAsAsync("luggage"), YardScenes.NextContainer());
        Task<HttpResponseMessage> BookAsync(string places, string containers = "", string declaration = "", int? at = null) =>
            firm.SubmitAsync($"{Home}/new?slot={at ?? slot}", Booking(places, containers, declaration), $"{Home}/new");

        var shown = await (await BookAsync("4", container)).RefusedWithAsync("这个时段只剩 3 个车位");
        Assert.Equal(container, shown.Value("Containers"));
        await (await BookAsync("1", $"{container}\n{YardScenes.NextContainer()}")).RefusedWithAsync("填了 2 个箱号，只约了 1 个车位");
        await (await BookAsync("2", $"{container}\n{container}")).RefusedWithAsync("填了不止一次");
        await (await BookAsync("1", "HHUC1000051")).RefusedWithAsync("可能是第 3、4 位写反了，应为 HHCU1000051");
        await (await BookAsync("21")).RefusedWithAsync("一次可以约 1 至 20 个车位");
        await (await BookAsync("1", "", await DeclarationOfAsync("91431299MA0000023D"))).RefusedWithAsync("贵企业没有这份预申报");
        await (await BookAsync("1", "", "HH-1")).RefusedWithAsync("预申报编号如 HH-20261122-000007");
        await (await BookAsync("1", at: past)).RefusedWithAsync("这个时段已经开始");
        await (await BookAsync("1", at: closed)).RefusedWithAsync("这个时段已停止预约");
        await (await firm.ForgeAsync(Home, $"{Home}/new", Forged(slot, ""))).RefusedWithAsync("请填写车位数");
        Assert.Equal(HttpStatusCode.NotFound, (await firm.ForgeAsync(Home, $"{Home}/new", Forged(int.MaxValue, "1"))).StatusCode);
        Assert.Equal(0, (await portal.SlotAsync(slot)).Booked);
        Assert.Equal($"{Home}/slots", (await firm.GetAsync($"{Home}/new")).LedTo());
    }

    [Fact]
    public async Task Nobody_sees_or_cancels_anothers_booking_and_each_side_keeps_to_its_steps()
    {
        var slot = await portal.HasSlotAsync(3);
        var (firm, tea, admin, auditor) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"), await portal.VisitAsAsync("admin"), await portal.VisitAsAsync("auditor"));
        var container = YardScenes.NextContainer();
        var page = (await firm.SubmitAsync($"{Home}/new?slot={slot}", Booking("1", container), $"{Home}/new")).LedTo();
        var desk = page.Replace(Home, Desk, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await tea.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tea.ForgeAsync(Home, page, new() { ["Step"] = "Cancel", ["Version"] = "1" })).StatusCode);
        Assert.DoesNotContain(container, await (await tea.GetAsync($"{Home}/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains(container, await (await firm.GetAsync($"{Home}/export.csv?q={container}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await (await firm.ForgeAsync(page, page, new() { ["Step"] = "Arrive", ["Version"] = "1" })).RefusedWithAsync("这一步由监管中心办理");
        await (await firm.ForgeAsync(page, page, [])).RefusedWithAsync("请选择要做的操作");
        await (await admin.SubmitAsync(desk, new() { ["Note"] = "" }, desk, button: "Step=MarkNoShow")).RefusedWithAsync("时段还没有开始，不能记为未到");
        await (await admin.SubmitAsync(desk, new() { ["Note"] = "" }, desk, button: "Step=Cancel")).RefusedWithAsync("请写明取消的原因");
        await (await admin.SubmitAsync(desk, new() { ["Note"] = "" }, desk, button: "Step=Finish")).RefusedWithAsync("现在是“已预约”");
        await (await admin.ForgeAsync(desk, desk, new() { ["Step"] = "Arrive", ["Version"] = "9" })).RefusedWithAsync("他人已处理了这份预约");
        Assert.Null((await auditor.OpenAsync(desk)).QuerySelector("button[name=Step]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync("/account/password", desk, new() { ["Step"] = "Arrive", ["Version"] = "1" })).StatusCode);
        await StepAsync(admin, desk, "Cancel", "设备检修");
        Assert.Equal(0, (await portal.SlotAsync(slot)).Booked);
        Assert.Contains("设备检修", (await firm.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_slot_has_begun_who_did_not_come_is_marked_and_nobody_cancels_by_themselves()
    {
        await using var own = Portal.Own();
        var slot = await own.HasSlotAsync(2, new DateOnly(2026, 11, 22), 605);
        var (firm, admin) = (await own.VisitAsAsync("luggage"), await own.VisitAsAsync("admin"));
        var page = (await firm.SubmitAsync($"{Home}/new?slot={slot}", Booking("2", ""), $"{Home}/new")).LedTo();
        var desk = page.Replace(Home, Desk, StringComparison.Ordinal);
        own.Clock.Set(new DateTimeOffset(2026, 11, 22, 2, 6, 0, TimeSpan.Zero));

        await (await firm.ForgeAsync(page, page, new() { ["Step"] = "Cancel", ["Version"] = "1" })).RefusedWithAsync("时段已经开始，不能自行取消");
        await StepAsync(admin, desk, "MarkNoShow", null);

        Assert.Equal(2, (await own.SlotAsync(slot)).Booked);
        Assert.Contains("未到", (await firm.OpenAsync($"{Home}?state=NoShow")).Content(), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的预约", (await firm.OpenAsync($"{Home}?state=Cancelled")).Content(), StringComparison.Ordinal);
    }

    private Task<string> DeclarationOfAsync(string creditCode) => portal.WithDatabaseAsync(async db =>
        (await db.Declarations.Where(d => d.Enterprise!.CreditCode == creditCode).OrderBy(d => d.Id).Select(d => d.Number).FirstAsync(Cancellation)).ToString());

    private static async Task StepAsync(Visitor visitor, string page, string step, string? note) =>
        Assert.Equal(page, (await visitor.SubmitAsync(page, new() { ["Note"] = note ?? "" }, page, button: $"Step={step}")).LedTo());

    private static Dictionary<string, string?> Booking(string places, string containers, string declaration = "") =>
        new() { ["Places"] = places, ["Containers"] = containers, ["Declaration"] = declaration, ["Remark"] = "" };

    private static Dictionary<string, string?> Forged(int slot, string places) => new() { ["SlotId"] = $"{slot}", ["Places"] = places };
}
