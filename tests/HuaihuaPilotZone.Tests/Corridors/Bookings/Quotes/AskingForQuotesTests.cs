using System.Net;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Bookings.Quotes;

public sealed class AskingForQuotesTests(Portal portal)
{
    private const string Home = "/enterprise/rfqs";

    private static int _providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_providers_are_asked_at_once_each_quotes_alone_and_the_chosen_quote_becomes_an_order()
    {
        var firm = await portal.VisitAsAsync("luggage");
        var (first, second) = (await HasProviderAsync(), await HasProviderAsync());
        Assert.Contains(first.Name, (await firm.OpenAsync($"/enterprise/providers?q={first.Name}")).Content(), StringComparison.Ordinal);
        Assert.NotNull((await firm.OpenAsync($"{Home}/new?to={first.Id}&to={second.Id}")).QuerySelector($"#provider-{second.Id}[checked]"));

        var page = (await firm.ForgeAsync($"{Home}/new", $"{Home}/new", Form("询价的箱包", first.Id, second.Id))).LedTo();

        Assert.Matches($"^{Home}/XQ-20261122-[0-9]{{4}}$", page);
        var inquiry = page.Replace("/rfqs/", "/inquiries/", StringComparison.Ordinal);
        Assert.Contains("询价 XQ-", (await second.Visitor.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        Assert.Equal(inquiry, (await first.Visitor.SubmitAsync(inquiry, Quote("PerTeu", "5000"), inquiry)).LedTo());
        Assert.Equal(inquiry, (await second.Visitor.SubmitAsync(inquiry, Quote("PerTonne", "400", "第二家的条件"), inquiry)).LedTo());
        Assert.DoesNotContain("第二家的条件", (await first.Visitor.OpenAsync(inquiry)).Content(), StringComparison.Ordinal);

        var shown = (await firm.OpenAsync(page)).Content();
        // 4 TEU at 5,000 are 20,000; 20 t at 400 are 8,000, which is 2,000 for a TEU
        foreach (var text in new[] { "5,000.00 × 4 标箱 = 20,000.00 元", "400.00 × 20 吨 = 8,000.00 元", "2,000.00", "80.00" }) Assert.Contains(text, shown, StringComparison.Ordinal);
        Assert.True(shown.IndexOf(second.Name, StringComparison.Ordinal) < shown.IndexOf(first.Name, StringComparison.Ordinal));
        var (request, quote) = await VersionsAsync(page, second.Id);
        var order = (await firm.ForgeAsync(page, page, new() { ["Invitation"] = $"{quote.Id}", ["Version"] = $"{request}", ["QuoteVersion"] = $"{quote.Version}" })).LedTo();

        Assert.Matches("^/enterprise/transport-orders/WL-20261122-[0-9]{4}$", order);
        Assert.Equal(HttpStatusCode.NotFound, (await first.Visitor.GetAsync(order)).StatusCode);
        Assert.Contains("选了另一家的报价", (await first.Visitor.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        await (await firm.ForgeAsync(order, order, new() { ["Step"] = "Accept", ["Version"] = "1" })).RefusedWithAsync("这一步由另一方办理");
        await (await second.Visitor.SubmitAsync(order, new() { ["Note"] = "" }, order, button: "Step=Decline")).RefusedWithAsync("请写明原因");
        await second.Visitor.StepAsync(order, "Accept", "周一派车");
        await firm.StepAsync(order, "Finish");
        var done = (await second.Visitor.OpenAsync(order)).Content();
        foreach (var text in new[] { "已完成", "周一派车", "8,000.00", "委托方", "承接订单" }) Assert.Contains(text, done, StringComparison.Ordinal);
        Assert.Contains("询价的箱包", await (await second.Visitor.GetAsync("/enterprise/transport-orders/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("询价的箱包", (await first.Visitor.OpenAsync("/enterprise/transport-orders")).Content(), StringComparison.Ordinal);
        await (await first.Visitor.ForgeAsync("/enterprise/rfqs/new", inquiry, Quote("PerTeu", "4000"))).RefusedWithAsync("不能再答复");
    }

    [Fact]
    public async Task A_request_that_cannot_be_answered_is_refused()
    {
        var firm = await portal.VisitAsAsync("luggage");
        var provider = await HasProviderAsync();
        var own = await portal.IdOfAsync("91431299MA0000015J");
        var maker = await portal.HasEnterpriseAsync("试验制造企业", isPublic: true);
        Task<HttpResponseMessage> Send(Dictionary<string, string?> form) => firm.ForgeAsync($"{Home}/new", $"{Home}/new", form);
        Dictionary<string, string?> With(params (string Key, string Value)[] others)
        {
            var form = Form("货", provider.Id);
            foreach (var (key, value) in others) form[key] = value;
            return form;
        }

        await (await Send([])).RefusedWithAsync("请填写起运地", "请填写目的地", "请填写货物名称");
        var toNobody = With();
        toNobody.Remove("Providers[0]");
        await (await Send(toNobody)).RefusedWithAsync("请至少选择一家服务商");
        await (await Send(With(("Providers[0]", $"{own}")))).RefusedWithAsync("不能向本企业询价");
        await (await Send(With(("Providers[0]", $"{maker}")))).RefusedWithAsync("不在服务商名录里");
        await (await Send(With(("Containers20", ""), ("Containers40", ""), ("Kilograms", ""), ("CubicMetres", "")))).RefusedWithAsync("箱量、重量、体积至少写一项");
        await (await Send(With(("AnswerBy", "2026-11-21")))).RefusedWithAsync("答复期限不能早于今天");
        await (await Send(With(("ReadyOn", "2026-11-21")))).RefusedWithAsync("备妥日不能早于今天");
        await (await Send(With(("LowestTemperature", "2")))).RefusedWithAsync("最低、最高温度应一并填写");
    }

    [Fact]
    public async Task A_provider_sees_only_what_was_sent_to_it_and_a_choice_of_an_old_price_is_refused()
    {
        var (firm, tea) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"));
        var (asked, other) = (await HasProviderAsync(), await HasProviderAsync());
        var page = (await firm.ForgeAsync($"{Home}/new", $"{Home}/new", Form("只问一家", asked.Id))).LedTo();
        var inquiry = page.Replace("/rfqs/", "/inquiries/", StringComparison.Ordinal);

        foreach (var (visitor, address) in new[] { (tea, page), (other.Visitor, page), (asked.Visitor, page), (other.Visitor, inquiry), (tea, inquiry) })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).StatusCode);
        Assert.DoesNotContain("只问一家", (await other.Visitor.OpenAsync("/enterprise/inquiries")).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("只问一家", await (await other.Visitor.GetAsync("/enterprise/inquiries/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visitor.ForgeAsync("/enterprise/rfqs/new", inquiry, Quote("Total", "1"))).StatusCode);
        await (await asked.Visitor.SubmitAsync(inquiry, Quote("Total", "0"), inquiry)).RefusedWithAsync("价格应大于 0");
        await (await asked.Visitor.SubmitAsync(inquiry, new() { ["Reason"] = "" }, inquiry, button: "Decline=true")).RefusedWithAsync("请写明不报价的原因");
        await (await asked.Visitor.SubmitAsync(inquiry, new() { ["Yuan"] = "", ["Includes"] = "" }, inquiry)).RefusedWithAsync("请填写价格", "请写明价格包含什么");
        await (await asked.Visitor.SubmitAsync(inquiry, Quote("Total", "9000", until: "2026-11-21"), inquiry)).RefusedWithAsync("有效期不能早于今天");
        Assert.Equal(inquiry, (await asked.Visitor.SubmitAsync(inquiry, Quote("Total", "9000"), inquiry)).LedTo());
        var (request, old) = await VersionsAsync(page, asked.Id);
        Assert.Equal(inquiry, (await asked.Visitor.SubmitAsync(inquiry, Quote("Total", "12000"), inquiry)).LedTo());

        await (await firm.ForgeAsync(page, page, new() { ["Invitation"] = $"{old.Id}", ["Version"] = $"{request}", ["QuoteVersion"] = $"{old.Version}" })).RefusedWithAsync("这份报价刚刚改过");
        await (await firm.ForgeAsync(page, page, [])).RefusedWithAsync("请选择一份报价");
        Assert.Equal(page, (await firm.SubmitAsync(page, [], page, button: "Close=true")).LedTo());
        await (await firm.ForgeAsync(page, page, new() { ["Close"] = "true", ["Version"] = "9" })).RefusedWithAsync("现在是“已结束”");
    }

    [Fact]
    public async Task Of_many_choices_at_once_one_becomes_an_order_and_one_that_comes_to_nothing_opens_the_request_again()
    {
        var firm = await portal.VisitAsAsync("luggage");
        var enterprise = await portal.IdOfAsync("91431299MA0000015J");
        var provider = await HasProviderAsync();
        var page = (await firm.ForgeAsync($"{Home}/new", $"{Home}/new", Form("只下一单", provider.Id))).LedTo();
        var inquiry = page.Replace("/rfqs/", "/inquiries/", StringComparison.Ordinal);
        await provider.Visitor.SubmitAsync(inquiry, Quote("Total", "9000"), inquiry);
        var (request, quote) = await VersionsAsync(page, provider.Id);

        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => portal.InScopeAsync(s =>
            s.GetRequiredService<QuoteDesk>().ChooseAsync(BookingScenes.NumberOf(page), enterprise, request, quote.Id, quote.Version, Cancellation)))));

        var order = $"/enterprise/transport-orders/{Assert.Single(made, m => m.IsDone).Value}";
        await provider.Visitor.StepAsync(order, "Decline", "没有车");
        Assert.Contains("没有车", (await firm.OpenAsync(order)).Content(), StringComparison.Ordinal);
        Assert.Contains("询价中", (await firm.OpenAsync(page)).Content(), StringComparison.Ordinal);
    }

    private sealed record Provider(int Id, string Name, Visitor Visitor);

    private async Task<Provider> HasProviderAsync()
    {
        var name = $"试验货代{Interlocked.Increment(ref _providers)}号";
        var id = await portal.InScopeAsync(async s => (await s.GetRequiredService<EnterpriseService>().CreateAsync(
            new EnterpriseData { Name = name, CreditCode = CreditCode.Next(), Type = EnterpriseType.Logistics, IsPublic = true }, EnterpriseStage.Operating, new DateOnly(2026, 6, 1), Cancellation)).Value);
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, id);
        return new Provider(id, name, await portal.VisitAsAsync(person.UserName!));
    }

    private Task<(int Request, QuoteInvitation Quote)> VersionsAsync(string page, int provider) => portal.WithDatabaseAsync(async db =>
    {
        var number = BookingScenes.NumberOf(page);
        var quote = await db.QuoteInvitations.AsNoTracking().Include(i => i.Request).SingleAsync(i => i.Request!.Number == number && i.ProviderId == provider, Cancellation);
        return (quote.Request!.Version, quote);
    });

    private static Dictionary<string, string?> Quote(string basis, string yuan, string includes = "含装卸，不含保险", string until = "2026-12-31") =>
        new() { ["Basis"] = basis, ["Yuan"] = yuan, ["Days"] = "6", ["ValidUntil"] = until, ["Includes"] = includes };

    private static Dictionary<string, string?> Form(string goods, params int[] providers)
    {
        var values = new Dictionary<string, string?>
        {
            ["FromPlace"] = "怀化",
            ["ToPlace"] = "万象",
            ["Goods"] = goods,
            ["Containers20"] = "2",
            ["Containers40"] = "1",
            ["Kilograms"] = "20000",
            ["CubicMetres"] = "100",
            ["ReadyOn"] = "2026-12-05",
            ["AnswerBy"] = "2026-11-30",
        };
        for (var i = 0; i < providers.Length; i++) values[$"Providers[{i}]"] = $"{providers[i]}";
        return values;
    }
}
