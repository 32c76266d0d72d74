using System.Net;
using System.Xml.Linq;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Imports.Lists;
using HuaihuaPilotZone.Tests.Imports;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>An order of the book is corrected while no list is made of it, and downloaded as CEB303.</summary>
public sealed class CorrectingAnOrderTests(Portal portal)
{
    private const string Orders = "/enterprise/orders";

    private static readonly XNamespace _ceb = "http://www.chinaport.gov.cn/ceb";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_corrected_found_by_what_it_says_now_and_its_history_names_every_change()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var kept = await KeepAsync(visitor);

        var answer = await visitor.SubmitAsync(Edit(kept), new() { ["Goods[0].ItemName"] = "改过名的箱子", ["Goods[0].Qty"] = "20", ["Goods[0].TotalPrice"] = "536", ["OrderGoodsValue"] = "536" }, Edit(kept));

        Assert.Equal($"{Orders}/{kept}", answer.LedTo());
        var page = await visitor.OpenAsync($"{Orders}/{kept}");
        Assert.Contains("改过名的箱子", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var history = page.QuerySelector("[aria-labelledby='history-title']")!.TextContent;
        Assert.Contains("商品第 1 项：数量：24 → 20", history, StringComparison.Ordinal);
        Assert.Contains("订单商品金额：643.2 → 536", history, StringComparison.Ordinal);
        var row = (await visitor.OpenAsync($"{Orders}?q={Uri.EscapeDataString("改过名的箱子")}")).QuerySelector("[data-order]")!;
        Assert.Equal(kept, row.GetAttribute("data-order"));
        Assert.Contains("536", row.TextContent, StringComparison.Ordinal);
        // a list that is made now starts from what was corrected
        var draft = await visitor.OpenAsync((await visitor.SubmitAsync($"{Orders}/{kept}", [], $"{Orders}/drafts")).LedTo());
        Assert.Equal("20", Filing.ValueOf(draft, "Goods[0].Qty"));
    }

    [Fact]
    public async Task What_is_wrong_is_saved_and_named_at_its_field_but_never_without_a_number()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var kept = await KeepAsync(visitor);

        var saved = await visitor.SubmitAsync(Edit(kept), new() { ["OrderGoodsValue"] = "1", ["Goods[0].Currency"] = "贝壳" }, Edit(kept));

        Assert.Equal($"{Orders}/{kept}", saved.LedTo());
        var form = await visitor.OpenAsync(Edit(kept));
        Assert.Contains(("CODE-003", "/goods/0/currency"), Filing.Findings(form));
        Assert.Contains("币制不在代码表", form.QuerySelector("[data-field-message-for='Goods[0].Currency']")!.TextContent, StringComparison.Ordinal);
        // nothing that only a list has is asked for
        Assert.All(Filing.Findings(form), f => Assert.True(OrderPart.Holds(f.At), f.At));
        Assert.Null(form.QuerySelector("[name='NetWeight']"));
        var without = await visitor.SubmitAsync(Edit(kept), new() { ["OrderNo"] = "", ["Goods[0].ItemName"] = "还在" }, Edit(kept));
        await without.RefusedWithAsync("请填写订单编号。");
        Assert.Equal("还在", Filing.ValueOf(await Visitor.ReadAsync(await visitor.SubmitAsync(Edit(kept), new() { ["OrderNo"] = "", ["Goods[0].ItemName"] = "还在" }, Edit(kept))), "Goods[0].ItemName"));
    }

    [Fact]
    public async Task Lines_are_added_and_left_out_without_scripts_and_nothing_is_saved_before_it_is_asked_for()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var kept = await KeepAsync(visitor);

        var longer = await Visitor.ReadAsync(await visitor.SubmitAsync(Edit(kept), new() { ["Goods[0].ItemName"] = "第一" }, Edit(kept), "Act=addline"));

        Assert.Equal(("第一", ""), (Filing.ValueOf(longer, "Goods[0].ItemName"), Filing.ValueOf(longer, "Goods[1].ItemName")));
        Assert.Equal("1", (await visitor.OpenAsync(Edit(kept))).QuerySelector("[data-row-count]")!.TextContent.Split(' ')[0]);
        var shorter = await Visitor.ReadAsync(await visitor.SubmitAsync(Edit(kept), [], Edit(kept), "RemoveLine=0"));
        Assert.Null(shorter.QuerySelector("tbody [name='Goods[0].ItemName']:not(template *)"));
    }

    [Fact]
    public async Task Two_who_correct_one_order_see_both_values_and_the_second_decides()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var kept = await KeepAsync(visitor);
        var version = Filing.ValueOf(await visitor.OpenAsync(Edit(kept)), "Version");
        await visitor.SubmitAsync(Edit(kept), new() { ["Goods[0].ItemDescribe"] = "甲的描述" }, Edit(kept));

        var second = await visitor.SubmitAsync(Edit(kept), new() { ["Version"] = version, ["OrderFreight"] = "5" }, Edit(kept));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await Visitor.ReadAsync(second);
        Assert.Contains("订单运杂费", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(version, page.QuerySelector("input[name='Version']")!.GetAttribute("value"));
        Assert.Equal("5", page.QuerySelector("input[name='OrderFreight']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Once_a_list_is_made_the_order_stays_as_it_is_until_the_list_is_withdrawn()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var kept = await KeepAsync(visitor);
        var form = await visitor.OpenAsync(Edit(kept));
        var draft = (await visitor.SubmitAsync($"{Orders}/{kept}", [], $"{Orders}/drafts")).LedTo().Split('/')[3];

        var late = await visitor.ForgeAsync("/enterprise/declarations/new", Edit(kept), Posted(form, ("OrderFreight", "5")));

        await late.RefusedWithAsync("已经建了清单，请在清单里修改");
        Assert.Equal($"{Orders}/{kept}", (await visitor.GetAsync(Edit(kept))).LedTo());
        Assert.Null((await visitor.OpenAsync($"{Orders}/{kept}")).QuerySelector($"a[href='{Edit(kept)}']"));
        await visitor.SubmitAsync($"/enterprise/declarations/{draft}", new() { ["Reason"] = "误建" }, $"/enterprise/declarations/{draft}/withdraw");
        Assert.Equal($"{Orders}/{kept}", (await visitor.SubmitAsync(Edit(kept), new() { ["OrderFreight"] = "5" }, Edit(kept))).LedTo());
    }

    [Fact]
    public async Task A_number_that_another_order_of_the_platform_has_is_refused_at_its_field()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var first = await KeepAsync(visitor);
        var other = await portal.WithDatabaseAsync(db => db.KeptOrders.Where(o => o.RecordNo == first).Select(o => o.OrderNo).SingleAsync(Cancellation));
        var kept = await KeepAsync(visitor);

        var answer = await visitor.SubmitAsync(Edit(kept), new() { ["OrderNo"] = other }, Edit(kept));

        await answer.RefusedWithAsync("订单里已有这个平台的同号订单。");
    }

    [Fact]
    public async Task Of_a_correction_and_a_list_that_come_at_the_same_moment_neither_misses_the_other()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var kept = await KeepAsync(visitor);
        var (enterprise, version, document) = await portal.WithDatabaseAsync(async db =>
        {
            var order = await db.KeptOrders.SingleAsync(o => o.RecordNo == kept, Cancellation);
            return (order.EnterpriseId, order.Version, order.Read());
        });

        var drafting = portal.InScopeAsync(s => s.GetRequiredService<OrderBook>().DraftAsync(enterprise, [kept], Cancellation));
        var editing = portal.InScopeAsync(s => s.GetRequiredService<OrderEditing>().ChangeAsync(enterprise, kept, version, document.With(HeaderFields.OrderFreight, "5"), Cancellation));
        await Task.WhenAll(drafting, editing);

        var (made, changed) = ((await drafting).Value.Made.Count == 1, (await editing).IsDone);
        Assert.True(made || changed);
        if (made && changed)
        {
            // the correction came first, so that the list has it
            var freight = await portal.WithDatabaseAsync(async db => (await db.KeptOrders.Include(o => o.Declaration).SingleAsync(o => o.RecordNo == kept, Cancellation)).Declaration!.Read()[HeaderFields.OrderFreight]);
            Assert.Equal("5", freight);
        }
    }

    [Fact]
    public async Task Its_message_is_downloaded_without_a_signature_and_what_stands_against_it_is_said()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var kept = await KeepAsync(visitor);

        using var answer = await visitor.GetAsync($"{Orders}/{kept}/ceb303.xml");

        Assert.Equal("application/xml", answer.Content.Headers.ContentType?.MediaType);
        var message = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(_ceb + "CEB303Message", message.Root!.Name);
        Assert.Equal(("E", "24", "1"), (message.Descendants(_ceb + "orderType").Single().Value, message.Descendants(_ceb + "qty").Single().Value, message.Descendants(_ceb + "appStatus").First().Value));
        Assert.DoesNotContain(message.Descendants(), e => e.Name.LocalName == "Signature");
        await visitor.SubmitAsync(Edit(kept), new() { ["Goods[0].Unit"] = "999" }, Edit(kept));
        var refused = await visitor.OpenAsync($"{Orders}/{kept}/ceb303.xml");
        Assert.Contains("没有生成报文", refused.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("计量单位", refused.QuerySelector(".hh-errsum")!.TextContent, StringComparison.Ordinal);
        var tea = await portal.VisitAsAsync("tea");
        Assert.Equal(HttpStatusCode.NotFound, (await tea.GetAsync($"{Orders}/{kept}/ceb303.xml")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tea.GetAsync(Edit(kept))).StatusCode);
    }

    [Fact]
    public async Task A_corrected_order_is_not_taken_back_with_its_batch()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var (address, kept) = await visitor.ImportOrdersAsync(Order(), Order());
        await visitor.SubmitAsync(Edit(kept[0]), new() { ["OrderFreight"] = "5" }, Edit(kept[0]));

        await visitor.SubmitAsync($"{address}/undo", [], $"{address}/undo");

        Assert.Contains("撤回了 1 份", (await visitor.WaitAsync(address)).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"{Orders}/{kept[0]}")).StatusCode);
    }

    private static string Edit(string kept) => $"{Orders}/{kept}/edit";

    private static Dictionary<string, string> Order() =>
        Importing.Row().Where(c => OrderPart.Holds(ListColumns.FieldOf(c.Key)!)).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);

    private static async Task<string> KeepAsync(Visitor visitor) => (await visitor.ImportOrdersAsync(Order())).Orders[0];

    /// <summary>What the form would send.</summary>
    private static Dictionary<string, string?> Posted(AngleSharp.Html.Dom.IHtmlDocument form, params (string Name, string Value)[] more)
    {
        var all = form.QuerySelectorAll("#order [name]").Where(i => i.GetAttribute("name") is { } n && !n.Contains("__i__", StringComparison.Ordinal) && n is not ("Act" or "RemoveLine" or "__RequestVerificationToken"))
            .GroupBy(i => i.GetAttribute("name")!).ToDictionary(g => g.Key, g => Filing.ValueOf(form, g.Key));
        foreach (var (name, value) in more) all[name] = value;
        return all;
    }
}
