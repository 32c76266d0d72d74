using System.Net;
using System.Text;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Imports.Lists;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Tests.Customs;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Imports;

/// <summary>Orders before there is a list: from a file into the book of orders, from there into lists.</summary>
public sealed class ImportingOrdersTests(Portal portal)
{
    private const string Orders = "/enterprise/orders";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The cells of a row that an order has; a list's are left out.</summary>
    private static Dictionary<string, string> Order() =>
        Importing.Row().Where(c => OrderPart.Holds(ListColumns.FieldOf(c.Key)!)).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);

    [Fact]
    public async Task Orders_of_a_file_are_kept_without_anything_that_only_a_list_needs()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var order = Order();
        Assert.DoesNotContain("/logisticsNo", order.Keys);

        // a list has to say that there is no bar code, an order need not
        var (_, kept) = await visitor.ImportOrdersAsync(order, Order().With(("/goods/barCode", "")));

        Assert.Equal(2, kept.Count);
        var page = await visitor.OpenAsync($"{Orders}/{kept[0]}");
        Assert.Contains(order["/orderNo"], page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("订单.csv”第 2 行", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("国际贸易单一窗口", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.Declarations.CountAsync(d => d.OrderNo == order["/orderNo"], Cancellation)));
    }

    [Fact]
    public async Task A_problem_of_an_order_is_mended_in_the_cell_and_the_lists_own_rules_are_silent()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("有误的订单.csv", Importing.Csv(Order().With(("/goods/currency", "贝壳"), ("/orderGoodsValue", "1"))), kind: "orders");
        var page = await visitor.OpenAsync(address);
        Assert.All(page.QuerySelectorAll("[data-kind][data-column]").Select(k => k.GetAttribute("data-column")!).Where(c => c.Length > 0), c => Assert.True(OrderPart.Holds(ListColumns.FieldOf(c)!), c));

        foreach (var (column, value) in new[] { ("/goods/currency", "USD"), ("/orderGoodsValue", "643.2") })
            await visitor.ForgeAsync(address, $"{address}/rows", new() { ["Row"] = "2", ["Cells[0].Column"] = column, ["Cells[0].Value"] = value });

        Assert.Single((await visitor.CommitAsync(address)).Results());
    }

    [Fact]
    public async Task An_order_message_becomes_orders_and_a_list_message_is_refused()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var list = AValidList.Of(AValidList.Retail) with { OrderNo = "XO-" + Importing.Row()["/orderNo"] };
        CebItem[] items = [new(list, "HH-1"), new(list with { OrderNo = list.OrderNo + "-2" }, "HH-2")];
        var batch = new CebBatch(items, AValidList.Lookups.Transmission!, new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8)), CebBatch.RandomGuid);
        using var orders = new MemoryStream();
        Assert.True(CebWriter.WriteOrders(orders, batch, AValidList.Tables, Cancellation).IsWritten);
        using var lists = new MemoryStream();
        Assert.True(CebWriter.WriteLists(lists, batch, AValidList.Tables, Cancellation).IsWritten);

        var address = (await visitor.UploadAsync("订单.xml", orders.ToArray(), kind: "orders")).LedTo();
        await visitor.WaitAsync(address);

        Assert.Equal(2, (await visitor.CommitAsync(address)).Results().Count);
        var kept = await portal.WithDatabaseAsync(db => db.KeptOrders.Where(o => o.OrderNo.StartsWith(list.OrderNo)).OrderBy(o => o.Id).ToListAsync(Cancellation));
        Assert.Equal([list.OrderNo, list.OrderNo + "-2"], kept.Select(o => o.OrderNo));
        Assert.Equal(("9610", list.Goods.Count, list.Goods[0].Qty), (kept[0].TradeMode, kept[0].GoodsCount, ExportList.From(kept[0].Read()).Goods[0].Qty));
        await (await visitor.UploadAsync("清单.xml", lists.ToArray(), kind: "orders")).RefusedWithAsync("清单报文 CEB603 请按出口清单导入");
    }

    [Theory]
    [InlineData("9610")]
    [InlineData("9710")]
    [InlineData("9810")]
    public async Task A_template_asks_for_an_orders_columns_and_its_example_is_right_apart_from_its_number(string mode)
    {
        var visitor = await portal.VisitAsAsync("luggage");
        using var answer = await visitor.GetAsync($"{Importing.Home}/template/orders/{mode}");
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        var rows = SheetReader.Read(file, SheetFormat.Xlsx).ToList();
        Assert.Equal(OrderPart.Header.Count + OrderPart.Goods.Count, rows[0].Cells.Count);
        Assert.Contains("*订单编号", rows[0].Cells);
        Assert.DoesNotContain(rows[0].Cells, c => c.Contains("毛重", StringComparison.Ordinal));
        var order = Importing.Row()["/orderNo"];
        var text = string.Join('\n', rows.Take(2).Select(r => string.Join(',', r.Cells.Select(c => $"\"{c.Replace("示例-订单-0001", order, StringComparison.Ordinal)}\""))));

        var page = await visitor.OpenAsync(await visitor.ImportAsync("填好.csv", Encoding.UTF8.GetBytes(text), mode, "orders"));

        Assert.Empty(page.QuerySelectorAll(".hh-finding--bad").Select(f => f.TextContent.Trim()));
    }

    [Fact]
    public async Task An_order_number_is_kept_once_for_each_platform_whatever_comes_first()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var order = Order();
        await visitor.ImportOrdersAsync(order);

        var again = await visitor.ImportAsync("再来.csv", Importing.Csv(order, Order()), kind: "orders");

        Assert.Contains((await visitor.OpenAsync(again)).Said(2), s => s.StartsWith("DUP-001", StringComparison.Ordinal));

        // both files are checked before either is imported
        var late = Order();
        var one = await visitor.ImportAsync("甲.csv", Importing.Csv(late), kind: "orders");
        var other = await visitor.ImportAsync("乙.csv", Importing.Csv(late), kind: "orders");
        Assert.Single((await visitor.CommitAsync(one)).Results());
        var refused = await visitor.CommitAsync(other);
        Assert.Empty(refused.Results());
        Assert.Contains("其余 1 行没有导入", refused.Content(), StringComparison.Ordinal);
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.KeptOrders.CountAsync(o => o.OrderNo == late["/orderNo"], Cancellation)));
    }

    [Fact]
    public async Task A_list_made_of_an_order_says_where_its_values_came_from()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var order = Order();
        var (_, kept) = await visitor.ImportOrdersAsync(order);

        var draft = (await visitor.SubmitAsync($"{Orders}/{kept[0]}", [], $"{Orders}/drafts")).LedTo();

        var page = await visitor.OpenAsync(draft);
        Assert.Equal((order["/orderNo"], order["/goods/qty"], "示例箱包有限公司"), (Filing.ValueOf(page, "OrderNo"), Filing.ValueOf(page, "Goods[0].Qty"), Filing.ValueOf(page, "EbcName")));
        Assert.Equal($"取自订单 {order["/orderNo"]}", page.QuerySelector("#Goods_0__Qty-origin")!.TextContent);
        Assert.Equal("", Filing.ValueOf(page, "LogisticsNo"));
        Assert.NotNull((await visitor.OpenAsync($"{Orders}/{kept[0]}")).QuerySelector("a[href^='/enterprise/declarations/']"));
    }

    [Fact]
    public async Task Of_two_who_make_a_list_of_one_order_one_does()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var order = Order();
        var (_, kept) = await visitor.ImportOrdersAsync(order);
        var enterprise = await portal.WithDatabaseAsync(db => db.KeptOrders.Where(o => o.RecordNo == kept[0]).Select(o => o.EnterpriseId).SingleAsync(Cancellation));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portal.InScopeAsync(s => s.GetRequiredService<OrderBook>().DraftAsync(enterprise, [kept[0]], Cancellation))));

        Assert.Equal(1, outcomes.Sum(o => o.Value.Made.Count));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Declarations.CountAsync(d => d.OrderNo == order["/orderNo"], Cancellation)));
    }

    [Fact]
    public async Task A_batch_of_orders_is_taken_back_except_those_that_have_a_list_until_that_is_withdrawn()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var (address, kept) = await visitor.ImportOrdersAsync(Order(), Order(), Order());
        var draft = (await visitor.SubmitAsync($"{Orders}/{kept[1]}", [], $"{Orders}/drafts")).LedTo().Split('/')[^2];

        await visitor.SubmitAsync($"{address}/undo", [], $"{address}/undo");

        Assert.Contains("撤回了 2 份", (await visitor.WaitAsync(address)).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{Orders}/{kept[0]}")).StatusCode);
        Assert.Contains("已经建了清单", await visitor.NoticeAfterAsync(await visitor.ForgeAsync(Orders, $"{Orders}/{kept[1]}/remove", [])), StringComparison.Ordinal);
        await visitor.SubmitAsync($"/enterprise/declarations/{draft}", new() { ["Reason"] = "误建" }, $"/enterprise/declarations/{draft}/withdraw");
        Assert.Contains("已删除", await visitor.NoticeAfterAsync(await visitor.SubmitAsync($"{Orders}/{kept[1]}/remove", [], $"{Orders}/{kept[1]}/remove")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kept_order_stands_beside_its_list_without_a_file()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var row = Importing.Row();
        var order = row.Where(c => OrderPart.Holds(ListColumns.FieldOf(c.Key)!)).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var (_, kept) = await visitor.ImportOrdersAsync(order.With(("/goods/qty", "25"), ("/goods/price", "25.728")));
        var list = (await visitor.CommitAsync(await visitor.ImportAsync("清单.csv", Importing.Csv(row)))).Results()[0];

        var page = await visitor.OpenAsync($"/enterprise/tools/cross-check?number={list}");
        var answer = await Visitor.ReadAsync(await visitor.SubmitAsync($"/enterprise/tools/cross-check?number={list}", [], "/enterprise/tools/cross-check"));

        Assert.NotNull(page.QuerySelector("form"));
        Assert.Contains($"订单取自平台上的登记 {kept[0]}", answer.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第 1 项的数量不一致：订单是“25”，清单是“24”", answer.QuerySelector("[data-cross-summary]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_are_searched_narrowed_sorted_and_exported_and_somebody_elses_do_not_exist()
    {
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, await portal.HasEnterpriseAsync("示例订单企业"));
        var visitor = await portal.VisitAsAsync(person.UserName!);
        Assert.Contains("还没有订单", (await visitor.OpenAsync(Orders)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // this enterprise has no profile that would name the platform
        var small = Order().With(("/orderNo", "A-SMALL"), ("/ebpCode", "无"), ("/ebpName", "示例平台"));
        var large = small.With(("/orderNo", "B-LARGE"), ("/goods/totalPrice", "2680"), ("/goods/qty", "100"), ("/orderGoodsValue", "2680"));
        var (_, kept) = await visitor.ImportOrdersAsync(small, large);
        string[] Shown(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("[data-order]").Select(r => r.GetAttribute("data-order")!)];

        Assert.Equal([kept[1], kept[0]], Shown(await visitor.OpenAsync($"{Orders}?sort=Value")));
        Assert.Equal([kept[0], kept[1]], Shown(await visitor.OpenAsync($"{Orders}?sort=OrderNo&dir=asc")));
        Assert.Equal([kept[1]], Shown(await visitor.OpenAsync($"{Orders}?q=b-large")));
        Assert.Empty(Shown(await visitor.OpenAsync($"{Orders}?mode=9810")));
        Assert.Contains("请先选择订单", await visitor.NoticeAfterAsync(await visitor.SubmitAsync(Orders, [], $"{Orders}/drafts")), StringComparison.Ordinal);
        Assert.Equal("/enterprise/declarations?view=Draft", (await visitor.ForgeAsync(Orders, $"{Orders}/drafts", new() { ["Orders[0]"] = kept[0], ["Orders[1]"] = kept[1] })).LedTo());
        Assert.Equal(2, Shown(await visitor.OpenAsync($"{Orders}?view=Drafted")).Length);
        Assert.Empty(Shown(await visitor.OpenAsync($"{Orders}?view=Open")));
        var csv = await (await visitor.GetAsync($"{Orders}/export.csv?q=a-small")).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("A-SMALL", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("B-LARGE", csv, StringComparison.Ordinal);
        var stranger = await portal.VisitAsAsync("tea");
        foreach (var page in new[] { kept[0], $"{kept[0]}/remove" }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Orders}/{page}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.ForgeAsync(Orders, $"{Orders}/{kept[0]}/remove", [])).StatusCode);
        Assert.Empty(Shown(await stranger.OpenAsync($"{Orders}?q=A-SMALL")));
    }
}
