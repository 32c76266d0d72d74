using System.Net;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Bookings.Quotes;

/// <summary>A customer reviews a provider once after an order, the provider answers, the park may hide it; and what the park sees of quotes.</summary>
public sealed class ReviewingProvidersTests(Portal portal)
{
    private const string Luggage = "91431299MA0000015J";

    private static int _providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_that_was_done_is_reviewed_once_answered_once_and_hidden_with_a_reason()
    {
        var (firm, admin, provider) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("admin"), await HasProviderAsync());
        var number = await HasOrderAsync(provider.Id, "评价的货");
        var address = $"/enterprise/transport-orders/{number}";
        Assert.Null((await firm.OpenAsync(address)).QuerySelector("#Stars"));
        await (await firm.ForgeAsync(address, $"{address}/review", new() { ["Stars"] = "5" })).RefusedWithAsync("确认完成后才能评价");
        await HasDoneAsync(number, provider.Id);

        await (await firm.ForgeAsync(address, $"{address}/review", [])).RefusedWithAsync("请选择评分");
        await (await firm.ForgeAsync(address, $"{address}/review", new() { ["Stars"] = "6" })).RefusedWithAsync("评分应为 1 至 5 分");
        var page = await (await firm.ForgeAsync(address, $"{address}/review", new() { ["Stars"] = "4", ["Comment"] = "请打 13800138000 找司机" })).RefusedWithAsync("手机号码");
        Assert.Equal("请打 13800138000 找司机", page.Value("Comment"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.VisitAsAsync("tea")).ForgeAsync("/enterprise/rfqs/new", $"{address}/review", new() { ["Stars"] = "1" })).StatusCode);
        await (await provider.Visitor.ForgeAsync(address, $"{address}/review", new() { ["Stars"] = "5" })).RefusedWithAsync("没有这份订单");
        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(i => firm.ForgeAsync(address, $"{address}/review", new() { ["Stars"] = $"{i}", ["Comment"] = "准时，装卸小心" })));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        await (await firm.ForgeAsync(address, $"{address}/review", new() { ["Stars"] = "1" })).RefusedWithAsync("已经评价过");

        Assert.Contains("收到评价", (await provider.Visitor.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        await (await provider.Visitor.SubmitAsync(address, new() { ["Reply"] = " " }, $"{address}/reply")).RefusedWithAsync("请填写答复");
        Assert.Equal(address, (await provider.Visitor.SubmitAsync(address, new() { ["Reply"] = "谢谢惠顾" }, $"{address}/reply")).LedTo());
        await (await provider.Visitor.ForgeAsync(address, $"{address}/reply", new() { ["Version"] = "2", ["Reply"] = "再答一次" })).RefusedWithAsync("已经答复过");
        await (await firm.ForgeAsync(address, $"{address}/reply", new() { ["Version"] = "2", ["Reply"] = "自己答自己" })).RefusedWithAsync("还没有评价");
        var shown = (await (await portal.VisitAsAsync("tea")).OpenAsync($"/enterprise/providers/{provider.Id}")).Content();
        foreach (var text in new[] { "准时，装卸小心", "谢谢惠顾", "1 份评价，满 3 份显示平均分" }) Assert.Contains(text, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("示例箱包", shown, StringComparison.Ordinal);

        var park = $"/park/transport-orders/{number}";
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.VisitAsAsync("auditor")).ForgeAsync("/account/password", $"{park}/review", new() { ["Version"] = "2", ["Hide"] = "true", ["Why"] = "x" })).StatusCode);
        await (await admin.SubmitAsync(park, new() { ["Why"] = "" }, $"{park}/review", button: "Hide=true")).RefusedWithAsync("请写明原因");
        await (await admin.ForgeAsync(park, $"{park}/review", new() { ["Version"] = "1", ["Hide"] = "true", ["Why"] = "旧版本" })).RefusedWithAsync("请核对最新内容");
        Assert.Equal(park, (await admin.SubmitAsync(park, new() { ["Why"] = "与订单无关" }, $"{park}/review", button: "Hide=true")).LedTo());
        await (await admin.ForgeAsync(park, $"{park}/review", new() { ["Version"] = "3", ["Hide"] = "true", ["Why"] = "再隐藏" })).RefusedWithAsync("评价已经隐藏");
        Assert.DoesNotContain("装卸小心", (await firm.OpenAsync($"/enterprise/providers/{provider.Id}")).Content(), StringComparison.Ordinal);
        Assert.Contains("与订单无关", (await firm.OpenAsync(address)).Content(), StringComparison.Ordinal);
        Assert.Equal(park, (await admin.SubmitAsync(park, new() { ["Why"] = "复核后恢复" }, $"{park}/review", button: "Hide=false")).LedTo());
        Assert.Contains("装卸小心", (await firm.OpenAsync($"/enterprise/providers/{provider.Id}")).Content(), StringComparison.Ordinal);
        foreach (var act in new[] { "评价服务商", "答复评价", "隐藏评价", "恢复显示评价" }) Assert.Contains(act, (await admin.OpenAsync(park)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_average_is_told_from_three_reviews_on_and_those_hidden_do_not_count()
    {
        var (firm, provider, luggage) = (await portal.VisitAsAsync("luggage"), await HasProviderAsync(), await portal.IdOfAsync(Luggage));
        var numbers = new List<string>();
        foreach (var stars in new[] { 5, 4, 4, 1 })
        {
            var number = await HasOrderAsync(provider.Id, "打分的货");
            await HasDoneAsync(number, provider.Id);
            Assert.True((await ReviewsAsync(d => d.RateAsync(number, luggage, stars, null, Cancellation))).IsDone);
            numbers.Add(number);
            if (numbers.Count == 2) Assert.Contains("2 份评价，满 3 份显示平均分", await RowAsync(), StringComparison.Ordinal);
        }

        Assert.Contains("3.5 分（4 份评价）", await RowAsync(), StringComparison.Ordinal);
        Assert.True((await ReviewsAsync(d => d.HideAsync(numbers[^1], 1, true, "与订单无关", Cancellation))).IsDone);
        Assert.Contains("4.3 分（3 份评价）", await RowAsync(), StringComparison.Ordinal);
        Assert.Contains($"{provider.Name},", await (await firm.GetAsync($"/enterprise/providers/export.csv?q={provider.Name}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await firm.GetAsync($"/enterprise/providers/{luggage}")).StatusCode);

        async Task<string> RowAsync() => (await firm.OpenAsync($"/enterprise/providers?q={provider.Name}")).QuerySelector($"[data-provider='{provider.Id}']")!.TextContent;
    }

    [Fact]
    public async Task The_park_sees_that_and_how_far_and_a_price_only_when_it_was_chosen()
    {
        var (admin, auditor, chosen, other) = (await portal.VisitAsAsync("admin"), await portal.VisitAsAsync("auditor"), await HasProviderAsync(), await HasProviderAsync());
        var request = await HasRequestAsync("园区看的货", chosen.Id, other.Id);
        await QuoteAsync(request, chosen.Id, 7_777m, "选中的条件");
        await QuoteAsync(request, other.Id, 6_543m, "没选中的条件");

        var page = (await auditor.OpenAsync($"/park/quotes/{request}")).Content();
        foreach (var text in new[] { "园区看的货", "示例箱包有限公司", chosen.Name, other.Name, "已报价" }) Assert.Contains(text, page, StringComparison.Ordinal);
        foreach (var hidden in new[] { "7,777", "6,543", "选中的条件" }) Assert.DoesNotContain(hidden, page, StringComparison.Ordinal);
        var row = (await admin.OpenAsync($"/park/quotes?q={request}&state=Open&sort=AnswerBy&dir=asc")).QuerySelector($"[data-quote='{request}']")!.TextContent;
        Assert.Contains("2 / 2 家", row, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的询价", (await admin.OpenAsync($"/park/quotes?q={request}&state=Closed")).Content(), StringComparison.Ordinal);
        var order = await ChooseAsync(request, chosen.Id);

        var shown = (await auditor.OpenAsync($"/park/transport-orders/{order}")).Content();
        foreach (var text in new[] { "7,777.00", "待承接", "示例箱包有限公司", chosen.Name }) Assert.Contains(text, shown, StringComparison.Ordinal);
        foreach (var hidden in new[] { "6,543", other.Name }) Assert.DoesNotContain(hidden, shown, StringComparison.Ordinal);
        foreach (var (list, ending) in new[] { ("quotes", "csv"), ("transport-orders", "csv") })
        {
            var file = await (await admin.GetAsync($"/park/{list}/export.{ending}?q={request}")).Content.ReadAsStringAsync(Cancellation);
            Assert.Contains("园区看的货", file, StringComparison.Ordinal);
            Assert.DoesNotContain("6543", file, StringComparison.Ordinal);
        }
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString(await (await admin.GetAsync("/park/transport-orders/export.xlsx?sort=Moved")).Content.ReadAsByteArrayAsync(Cancellation), 0, 2));
        Assert.Contains(order, (await admin.OpenAsync($"/park/transport-orders?q={order}&state=Placed&sort=Moved")).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/park/quotes/XQ-20200101-0001")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/park/transport-orders/WL-20200101-0001")).StatusCode);
    }

    [Fact]
    public async Task The_enterprises_lists_are_narrowed_by_state_and_go_out_as_books_too()
    {
        var (firm, provider) = (await portal.VisitAsAsync("luggage"), await HasProviderAsync());
        var request = await HasRequestAsync("按状态找的货", provider.Id);
        await QuoteAsync(request, provider.Id, 100m, "条件");

        Assert.NotNull((await firm.OpenAsync($"/enterprise/rfqs?q={request}&state=Open")).QuerySelector($"[data-rfq='{request}']"));
        Assert.Contains("没有符合条件的询价", (await firm.OpenAsync($"/enterprise/rfqs?q={request}&state=Closed")).Content(), StringComparison.Ordinal);
        Assert.NotNull((await provider.Visitor.OpenAsync("/enterprise/inquiries?state=Quoted")).QuerySelector($"[data-inquiry='{request}']"));
        Assert.Contains("没有符合条件的询价", (await provider.Visitor.OpenAsync("/enterprise/inquiries?state=Declined")).Content(), StringComparison.Ordinal);
        var order = await ChooseAsync(request, provider.Id);
        Assert.NotNull((await firm.OpenAsync($"/enterprise/transport-orders?q={order}&state=Placed")).QuerySelector($"[data-order='{order}']"));
        Assert.Contains("没有符合条件的订单", (await firm.OpenAsync($"/enterprise/transport-orders?q={order}&state=Done")).Content(), StringComparison.Ordinal);
        // whatever stands in the address, a list is shown
        Assert.NotNull((await firm.OpenAsync($"/enterprise/rfqs?q={request}&state=Nonsense")).QuerySelector($"[data-rfq='{request}']"));
        foreach (var list in new[] { "rfqs", "inquiries", "transport-orders", "providers", "bookings", "consignments", "sharing" })
            Assert.Equal("PK", System.Text.Encoding.ASCII.GetString(await (await firm.GetAsync($"/enterprise/{list}/export.xlsx")).Content.ReadAsByteArrayAsync(Cancellation), 0, 2));
    }

    [Fact]
    public async Task The_desks_of_a_demonstration_are_not_empty_and_say_that_they_are_invented()
    {
        await using var own = Portal.Own();
        var (firm, admin) = (await own.VisitAsAsync("luggage"), await own.VisitAsAsync("admin"));

        foreach (var (visitor, address, rows) in new[] { (firm, "/enterprise/bookings", "[data-booking]"), (firm, "/enterprise/rfqs", "[data-rfq]"), (admin, "/park/bookings", "[data-booking]"), (admin, "/park/quotes", "[data-quote]") })
            Assert.Contains("演示", (await visitor.OpenAsync(address)).QuerySelector(rows)!.TextContent, StringComparison.Ordinal);
        Assert.Equal([BookingState.Requested, BookingState.Confirmed], (await own.WithDatabaseAsync(db => db.Bookings.Select(b => b.State).ToListAsync(Cancellation))).Order());
    }

    private sealed record Provider(int Id, string Name, Visitor Visitor);

    private async Task<Provider> HasProviderAsync()
    {
        var name = $"评价货代{Interlocked.Increment(ref _providers)}号";
        var id = await portal.InScopeAsync(async s => (await s.GetRequiredService<EnterpriseService>().CreateAsync(
            new EnterpriseData { Name = name, CreditCode = CreditCode.Next(), Type = EnterpriseType.Logistics, IsPublic = true }, EnterpriseStage.Operating, new DateOnly(2026, 6, 1), Cancellation)).Value);
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, id);
        return new Provider(id, name, await portal.VisitAsAsync(person.UserName!));
    }

    private async Task<string> HasRequestAsync(string goods, params int[] providers)
    {
        var luggage = await portal.IdOfAsync(Luggage);
        var data = new RequestData("怀化", "万象", goods, 2, 0, 20_000, 50m, null, null, false, new DateOnly(2026, 12, 5), new DateOnly(2026, 11, 30), null, providers);
        return (await portal.InScopeAsync(s => s.GetRequiredService<QuoteDesk>().AskAsync(luggage, data, Cancellation))).Value;
    }

    private Task<Outcome> QuoteAsync(string request, int provider, decimal yuan, string includes) => portal.InScopeAsync(s =>
        s.GetRequiredService<QuoteDesk>().QuoteAsync(request, provider, 1, new QuoteData(QuoteBasis.Total, yuan, 6, new DateOnly(2026, 12, 31), includes), Cancellation));

    private async Task<string> ChooseAsync(string request, int provider)
    {
        var luggage = await portal.IdOfAsync(Luggage);
        var quote = await portal.WithDatabaseAsync(db => db.QuoteInvitations.AsNoTracking().Include(i => i.Request).SingleAsync(i => i.Request!.Number == request && i.ProviderId == provider, Cancellation));
        var made = await portal.InScopeAsync(s => s.GetRequiredService<QuoteDesk>().ChooseAsync(request, luggage, quote.Request!.Version, quote.Id, quote.Version, Cancellation));
        Assert.True(made.IsDone, made.IsDone ? "" : made.Refusals[0].Message);
        return made.Value;
    }

    private async Task<string> HasOrderAsync(int provider, string goods)
    {
        var request = await HasRequestAsync(goods, provider);
        await QuoteAsync(request, provider, 9_000m, "含装卸");
        return await ChooseAsync(request, provider);
    }

    private async Task HasDoneAsync(string number, int provider)
    {
        var luggage = await portal.IdOfAsync(Luggage);
        foreach (var (side, step, version) in new[] { (provider, OrderStep.Accept, 1), (luggage, OrderStep.Finish, 2) })
            Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<OrderDesk>().StepAsync(number, side, step, version, null, Cancellation))).IsDone);
    }

    private Task<HuaihuaPilotZone.Common.Outcome> ReviewsAsync(Func<ReviewDesk, Task<HuaihuaPilotZone.Common.Outcome>> act) => portal.InScopeAsync(s => act(s.GetRequiredService<ReviewDesk>()));
}
