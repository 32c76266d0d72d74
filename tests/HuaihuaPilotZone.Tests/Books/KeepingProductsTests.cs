using System.Net;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Books;

/// <summary>An enterprise keeps the goods it declares again and again, and puts them into drafts with their quantities converted.</summary>
public sealed class KeepingProductsTests(Portal portal)
{
    private const string Home = "/enterprise/products";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goods_are_added_found_by_name_and_code_changed_and_archived()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await AddAsync(visitor, "P-ALL-1", "全程拉杆箱");

        Assert.Contains("P-ALL-1", (await visitor.OpenAsync($"{Home}?q=全程拉杆")).Content(), StringComparison.Ordinal);
        Assert.Contains("P-ALL-1", (await visitor.OpenAsync($"{Home}?q=4202121&sort=HsCode&dir=desc")).Content(), StringComparison.Ordinal);
        Assert.Contains("每 个 2.85 千克", (await visitor.OpenAsync($"{Home}?q=p-all-1")).Content(), StringComparison.Ordinal);
        var id = await IdAsync(visitor, "P-ALL-1");
        var saved = await visitor.SubmitAsync($"{Home}/{id}/edit", new() { ["Name"] = "改名拉杆箱", ["PerUnit1"] = "2,5" });
        await saved.RefusedWithAsync("换算应为大于 0 的数字。");
        Assert.Equal(Home, (await visitor.SubmitAsync($"{Home}/{id}/edit", new() { ["Name"] = "改名拉杆箱", ["PerUnit1"] = "2.5" })).LedTo());

        await visitor.SubmitAsync($"{Home}?q=P-ALL-1", [], $"{Home}/{id}/archive");

        Assert.DoesNotContain("P-ALL-1", (await visitor.OpenAsync($"{Home}?q=P-ALL-1")).QuerySelector("table")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains("改名拉杆箱", (await visitor.OpenAsync($"{Home}?archived=true")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_item_number_stands_once_and_what_is_wrong_is_said_at_its_field()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await AddAsync(visitor, "P-ONCE", "箱");

        await (await visitor.SubmitAsync($"{Home}/new", Fields("P-ONCE", "另一种箱"))).RefusedWithAsync("商品库里已有这个货号。");
        var wrong = Fields("P-WRONG", "箱");
        (wrong["HsCode"], wrong["PerUnit1"], wrong["Currency"]) = ("4202", "0", "");
        await (await visitor.SubmitAsync($"{Home}/new", wrong)).RefusedWithAsync("商品编码为 10 位数字。", "换算应大于 0", "填了常用单价，请选择币制。");
    }

    [Fact]
    public async Task Two_people_changing_the_same_goods_do_not_overwrite_each_other()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await AddAsync(visitor, "P-TWO", "两人同改");
        var edit = $"{Home}/{await IdAsync(visitor, "P-TWO")}/edit";
        var version = (await visitor.OpenAsync(edit)).Value("Version");
        await (await portal.VisitAsAsync("filer")).SubmitAsync(edit, new() { ["Name"] = "先改的" });

        var fields = Fields("P-TWO", "后改的");
        fields["Version"] = version;
        await (await visitor.ForgeAsync(edit, edit, fields)).RefusedWithAsync("刚被他人修改");
    }

    [Fact]
    public async Task A_code_that_does_not_hold_today_is_marked_and_can_be_listed()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var fields = Fields("P-DEAD", "没有这个子目");
        // the heading is carried completely and has no such subheading
        fields["HsCode"] = "4202131000";
        Assert.Equal(Home, (await visitor.SubmitAsync($"{Home}/new", fields)).LedTo());

        var listed = await visitor.OpenAsync($"{Home}?invalid=true");

        Assert.Contains("P-DEAD", listed.Content(), StringComparison.Ordinal);
        Assert.Contains("编码今日无效", listed.QuerySelector("[data-product]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("4202121000", listed.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_of_the_tariff_is_judged_by_the_day()
    {
        var tables = CustomsTables.BuiltIn().WithTariffLines([new TariffLine("4202121000", "箱", "035", null, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31))]);

        Assert.Equal(TariffStanding.Valid, tables.StandingOf("4202121000", new DateOnly(2026, 11, 22)));
        Assert.Equal(TariffStanding.Invalid, tables.StandingOf("4202121000", new DateOnly(2027, 1, 1)));
        Assert.Equal(TariffStanding.Unknown, tables.StandingOf("4202121900", new DateOnly(2026, 11, 22)));
        Assert.Equal(TariffStanding.Invalid, tables.StandingOf("7700000000", new DateOnly(2026, 11, 22)));
    }

    [Fact]
    public async Task The_export_has_every_row_and_no_formula()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await AddAsync(visitor, "P-CSV", "=HYPERLINK(1)");

        using var answer = await visitor.GetAsync($"{Home}/export.csv?q=P-CSV");

        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("货号,商品名称", text, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK(1)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goods_of_the_book_fill_a_line_with_their_quantities_converted_and_every_value_says_so()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await AddAsync(visitor, "P-TAKE", "取用拉杆箱");
        var number = await Filing.OpenAsync(visitor);
        var led = await Filing.SaveAsync(visitor, number, new() { ["Note"] = "选之前写的" }, "Act=products");
        Assert.Equal($"/enterprise/declarations/{number}/products", led.LedTo());

        var answer = await TakeAsync(visitor, number, "P-TAKE", "24");

        Assert.EndsWith("/products", answer.LedTo(), StringComparison.Ordinal);
        var page = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal(
            ("选之前写的", "P-TAKE", "4202121000", "24", "68.4", "643.2", "USD"),
            (Filing.ValueOf(page, "Note"), Filing.ValueOf(page, "Goods[0].ItemNo"), Filing.ValueOf(page, "Goods[0].Gcode"), Filing.ValueOf(page, "Goods[0].Qty"),
            Filing.ValueOf(page, "Goods[0].Qty1"), Filing.ValueOf(page, "Goods[0].TotalPrice"), Filing.ValueOf(page, "Goods[0].Currency")));
        Assert.Equal("来自商品库：P-TAKE", page.QuerySelector("#Goods_0__Gcode-origin")!.TextContent);
        Assert.Equal("商品库换算：24 个 × 2.85 = 68.4 千克", page.QuerySelector("#Goods_0__Qty1-origin")!.TextContent);
        Assert.Equal("计算：24 × 26.8", page.QuerySelector("#Goods_0__TotalPrice-origin")!.TextContent);
    }

    [Fact]
    public async Task A_second_product_takes_a_new_line_and_a_wrong_quantity_is_refused()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await AddAsync(visitor, "P-LINES", "多行拉杆箱");
        var number = await Filing.OpenAsync(visitor);
        await TakeAsync(visitor, number, "P-LINES", "1");

        Assert.Contains("不是大于 0 的数量", await visitor.NoticeAfterAsync(await TakeAsync(visitor, number, "P-LINES", "很多")), StringComparison.Ordinal);
        await TakeAsync(visitor, number, "P-LINES", null);

        var page = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal(("1", "", "P-LINES"), (Filing.ValueOf(page, "Goods[0].Qty"), Filing.ValueOf(page, "Goods[1].Qty"), Filing.ValueOf(page, "Goods[1].ItemNo")));
        Assert.Equal("商品库换算：每 个 2.85 千克", page.QuerySelector("#Goods_1__Qty1-origin")!.TextContent);
    }

    [Fact]
    public async Task An_origin_goes_with_its_line_and_goes_away_with_its_value()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await AddAsync(visitor, "P-ORIG", "来源拉杆箱");
        var number = await Filing.OpenAsync(visitor);
        await Filing.SaveAsync(visitor, number, new() { ["Goods[0].ItemNo"] = "手填" });
        await TakeAsync(visitor, number, "P-ORIG", "2");

        await Filing.SaveAsync(visitor, number, [], "RemoveLine=0");
        await Filing.SaveAsync(visitor, number, new() { ["Goods[0].Gname"] = "改过的名称" });
        await Filing.SaveAsync(visitor, number, new() { ["Goods[0].Gname"] = "来源拉杆箱" });

        var page = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal("来自商品库：P-ORIG", page.QuerySelector("#Goods_0__Gcode-origin")!.TextContent);
        Assert.Null(page.QuerySelector("#Goods_0__Gname-origin"));
    }

    [Fact]
    public async Task A_line_of_a_draft_goes_into_the_book_with_the_conversion_that_its_quantities_give()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);
        var fields = Filing.Valid();
        fields["Goods[0].ItemNo"] = "P-KEEP";

        var kept = await visitor.NoticeAfterAsync(await Filing.SaveAsync(visitor, number, fields, "Act=keep/0"));
        var again = await visitor.NoticeAfterAsync(await Filing.SaveAsync(visitor, number, [], "Act=keep/0"));

        Assert.Equal("第 1 项已加入商品库。", kept);
        Assert.Contains("商品库里已有这个货号", again, StringComparison.Ordinal);
        var product = await portal.WithDatabaseAsync(db => db.BookProducts.SingleAsync(p => p.ItemNo == "P-KEEP", Cancellation));
        Assert.Equal((2.85m, 26.8m, "USD", "20 寸，涤纶面，无品牌"), (product.PerUnit1, product.Price, product.Currency, product.Elements));
    }

    [Fact]
    public async Task Somebody_elses_goods_are_missing_everywhere_and_asking_for_them_is_noted()
    {
        var owner = await portal.VisitAsAsync("luggage");
        await AddAsync(owner, "P-OWN", "别家看不到的箱");
        var id = await IdAsync(owner, "P-OWN");
        var stranger = await portal.VisitAsAsync("tea");
        var number = await Filing.OpenAsync(stranger);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Home}/{id}/edit")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.ForgeAsync(Home, $"{Home}/{id}/archive", new() { ["archived"] = "true", ["version"] = "1" })).StatusCode);
        await stranger.ForgeAsync($"/enterprise/declarations/{number}", $"/enterprise/declarations/{number}/products", new() { ["Version"] = "1", ["ProductId"] = id, ["Quantity"] = "1" });

        Assert.DoesNotContain("别家看不到", (await stranger.OpenAsync(Home)).Content(), StringComparison.Ordinal);
        Assert.Equal("", Filing.ValueOf(await Filing.OpenEditAsync(stranger, number), "Goods[0].Gname"));
        Assert.True(await portal.WithDatabaseAsync(db => db.Journal.AnyAsync(l => l.Subject == "product" && l.SubjectKey == id && l.Act == "access.refused", Cancellation)));
    }

    internal static Dictionary<string, string?> Fields(string itemNo, string name) => new()
    {
        ["ItemNo"] = itemNo,
        ["Name"] = name,
        ["HsCode"] = "4202.12 1000",
        ["Elements"] = "20 寸，涤纶面，无品牌",
        ["BarCode"] = "无",
        ["Unit"] = "007",
        ["Unit1"] = "035",
        ["PerUnit1"] = "2.85",
        ["Price"] = "26.8",
        ["Currency"] = "USD",
        ["Destination"] = "USA",
        ["Origin"] = "CHN",
    };

    internal static async Task AddAsync(Visitor visitor, string itemNo, string name) => Assert.Equal(Home, (await visitor.SubmitAsync($"{Home}/new", Fields(itemNo, name))).LedTo());

    internal static async Task<HttpResponseMessage> TakeAsync(Visitor visitor, string number, string itemNo, string? quantity)
    {
        var page = $"/enterprise/declarations/{number}/products";
        var version = (await visitor.OpenAsync($"{page}?q={itemNo}")).Value("Version");
        return await visitor.ForgeAsync(page, page, new() { ["Version"] = version, ["ProductId"] = await IdAsync(visitor, itemNo), ["Quantity"] = quantity });
    }

    internal static async Task<string> IdAsync(Visitor visitor, string itemNo) =>
        (await visitor.OpenAsync($"{Home}?q={itemNo}")).QuerySelector("[data-product]")!.GetAttribute("data-product")!;
}
