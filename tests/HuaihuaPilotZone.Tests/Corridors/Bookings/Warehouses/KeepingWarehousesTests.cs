using System.Net;
using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Corridors.Bookings.Warehouses;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Bookings.Warehouses;

public sealed class KeepingWarehousesTests(Portal portal)
{
    private static int _warehouses;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_register_a_warehouse_with_its_source_and_of_two_people_the_second_one_is_told()
    {
        var (admin, auditor) = (await portal.VisitAsAsync("admin"), await portal.VisitAsAsync("auditor"));
        Dictionary<string, string?> Form(string name, string source = "试验来源") => new()
        {
            ["Name"] = name,
            ["Kind"] = "Front",
            ["CountryCode"] = "chn",
            ["City"] = "怀化",
            ["DailyCubicMetres"] = "40",
            ["Source"] = source,
            ["SourceStatus"] = "Government",
        };
        await (await admin.SubmitAsync("/park/warehouses/new", Form("无来源仓", ""), "/park/warehouses/new")).RefusedWithAsync("没有来源的仓库不能保存");
        var page = (await admin.SubmitAsync("/park/warehouses/new", Form("试验前置仓"), "/park/warehouses/new")).LedTo();
        await (await admin.SubmitAsync("/park/warehouses/new", Form("试验前置仓"), "/park/warehouses/new")).RefusedWithAsync("已有仓库使用这个名称");

        Assert.Equal(page, (await admin.SubmitAsync(page, Form("试验前置仓一"), page)).LedTo());
        var stale = Form("试验前置仓二");
        stale["Version"] = "1";
        await (await admin.SubmitAsync(page, stale, page)).RefusedWithAsync("他人已保存了修改", "他人已改为：试验前置仓一");

        Assert.Contains("试验前置仓一", (await auditor.OpenAsync("/park/warehouses?kind=Front&q=试验前置仓")).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("试验前置仓一", (await auditor.OpenAsync("/park/warehouses?kind=Overseas")).Content(), StringComparison.Ordinal);
        Assert.Contains("试验前置仓一", await (await auditor.GetAsync("/park/warehouses/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("修改仓库资料", (await admin.OpenAsync(page)).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync("/account/password", page, Form("别的名字"))).StatusCode);
    }

    [Fact]
    public async Task A_country_is_shown_and_found_by_its_name_though_its_code_is_kept()
    {
        var id = await HasWarehouseAsync(50);
        var name = await portal.WithDatabaseAsync(db => db.Warehouses.Where(w => w.Id == id).Select(w => w.Name).SingleAsync(Cancellation));
        var (firm, auditor) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("auditor"));

        foreach (var (visitor, desk) in new[] { (firm, "/enterprise/warehouses"), (auditor, "/park/warehouses") })
        {
            var row = (await visitor.OpenAsync($"{desk}?q={name}")).QuerySelector($"tr[data-warehouse='{id}'] [data-l=所在地]")!;
            Assert.Equal("老挝 万象", row.TextContent.Trim());
            Assert.Contains("老挝 万象", (await visitor.OpenAsync($"{desk}/{id}")).QuerySelector(".sub")!.TextContent, StringComparison.Ordinal);
            using var file = await visitor.GetAsync($"{desk}/export.csv?q=老挝");
            Assert.Contains(name, await file.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            using var other = await visitor.GetAsync($"{desk}/export.csv?q=越南");
            Assert.DoesNotContain(name, await other.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_day_cannot_take_is_refused_with_the_next_free_day_and_a_cancellation_frees_at_once()
    {
        var id = await HasWarehouseAsync(50);
        var (firm, tea) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"));
        var page = $"/enterprise/warehouses/{id}";
        Task<HttpResponseMessage> Book(Visitor visitor, string day, string cubicMetres, string goods = "海外仓备货", string? declaration = null) =>
            visitor.SubmitAsync(page, new() { ["Day"] = day, ["CubicMetres"] = cubicMetres, ["Goods"] = goods, ["Declaration"] = declaration }, page);

        Assert.Equal("/enterprise/inbound", (await Book(firm, "2026-12-01", "30", "先约的备货")).LedTo());
        Assert.Equal("/enterprise/inbound", (await Book(tea, "2026-12-02", "45.5")).LedTo());
        await (await Book(tea, "2026-12-01", "20.001")).RefusedWithAsync("2026-12-01 还能接收 20 立方米，放不下 20.001 立方米。最近能放下的是 2026-12-03。");
        Assert.Equal("20", (await tea.OpenAsync(page)).QuerySelector("[data-day='2026-12-01'] .r-num")!.TextContent);
        await (await Book(tea, "2026-12-01", "51")).RefusedWithAsync("一天最多接收 50 立方米");
        await (await Book(tea, "2026-11-21", "1")).RefusedWithAsync("入仓日不能早于今天");
        await (await Book(tea, "2027-06-01", "1")).RefusedWithAsync("入仓日应在 90 天以内");
        await (await Book(tea, "2026-12-01", "0")).RefusedWithAsync("体积应大于 0");
        var mine = await portal.WithDatabaseAsync(db => db.InboundBookings.Where(b => b.WarehouseId == id && b.Goods == "先约的备货").Select(b => b.Number).SingleAsync(Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await tea.ForgeAsync("/enterprise/inbound", $"/enterprise/inbound/{mine}/cancel", [])).StatusCode);
        Assert.DoesNotContain("先约的备货", (await tea.OpenAsync("/enterprise/inbound")).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("先约的备货", await (await tea.GetAsync("/enterprise/inbound/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("/enterprise/inbound", (await firm.ForgeAsync("/enterprise/inbound", $"/enterprise/inbound/{mine}/cancel", [])).LedTo());
        Assert.Equal("/enterprise/inbound", (await Book(tea, "2026-12-01", "50")).LedTo());
        await (await firm.ForgeAsync("/enterprise/inbound", $"/enterprise/inbound/{mine}/arrive", [])).RefusedWithAsync("现在是“已取消”");
        await (await Book(tea, "2026-12-05", "1", "货", "HH-20261122-999999")).RefusedWithAsync("贵企业没有这个单号的预申报");
    }

    [Fact]
    public async Task Many_at_once_never_book_more_of_a_day_than_it_takes()
    {
        var id = await HasWarehouseAsync(10);
        var enterprise = await portal.IdOfAsync("91431299MA0000015J");
        var day = new DateOnly(2026, 12, 10);

        var made = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => portal.InScopeAsync(s =>
            s.GetRequiredService<InboundDesk>().BookAsync(enterprise, new InboundData(id, day, 1m, "同时来的货", null), Cancellation)))));

        Assert.Equal(10, made.Count(m => m.IsDone));
        Assert.Equal(10_000, await portal.WithDatabaseAsync(db => db.WarehouseDays.Where(d => d.WarehouseId == id && d.Day == day).Select(d => d.BookedLitres).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task A_warehouse_without_recorded_capacity_or_one_that_is_closed_takes_nothing()
    {
        var (open, closed) = (await HasWarehouseAsync(null), await HasWarehouseAsync(5, isClosed: true));
        var firm = await portal.VisitAsAsync("luggage");

        Assert.Contains("没有登记每日接收能力", (await firm.OpenAsync($"/enterprise/warehouses/{open}")).Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await firm.GetAsync($"/enterprise/warehouses/{closed}")).StatusCode);
        var enterprise = await portal.IdOfAsync("91431299MA0000015J");
        foreach (var id in new[] { open, closed })
            Assert.False((await portal.InScopeAsync(s => s.GetRequiredService<InboundDesk>().BookAsync(enterprise, new InboundData(id, new DateOnly(2026, 12, 1), 1m, "货", null), Cancellation))).IsDone);
    }

    [Fact]
    public async Task Stock_comes_in_and_goes_out_by_product_and_never_falls_below_nought()
    {
        var id = await HasWarehouseAsync(10);
        var (firm, tea) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"));
        var item = await HasProductAsync("91431299MA0000015J");
        Task<HttpResponseMessage> Move(Visitor visitor, bool isOut, string pieces, string? declaration = null) => visitor.SubmitAsync(
            "/enterprise/stock/new", new() { ["WarehouseId"] = $"{id}", ["ItemNo"] = item, ["IsOut"] = isOut ? "True" : "False", ["Pieces"] = pieces, ["Declaration"] = declaration }, "/enterprise/stock/new");

        await (await Move(firm, true, "1")).RefusedWithAsync("仓里只有 0 件，不能出 1 件");
        Assert.Equal("/enterprise/stock", (await Move(firm, false, "12")).LedTo());
        Assert.Equal("/enterprise/stock", (await Move(firm, true, "5")).LedTo());
        await (await Move(firm, true, "8")).RefusedWithAsync("仓里只有 7 件，不能出 8 件");
        await (await Move(tea, true, "1")).RefusedWithAsync("商品库里没有这个货号");
        await (await Move(firm, false, "0")).RefusedWithAsync("件数应为 1 至");
        var listed = await portal.WithDatabaseAsync(db => db.Declarations.Where(d => d.Enterprise!.CreditCode == "91431299MA0000015J" && d.TradeMode != "9810").Select(d => d.Number).FirstAsync(Cancellation));
        await (await Move(firm, false, "1", listed.ToString())).RefusedWithAsync("监管方式不是 9810");

        var shown = await firm.OpenAsync($"/enterprise/stock?q={item}");
        Assert.Equal("7", shown.QuerySelector($"[data-stock='{item}'] .r-num")!.TextContent);
        Assert.DoesNotContain(item, (await tea.OpenAsync("/enterprise/stock")).Content(), StringComparison.Ordinal);
        Assert.Contains(item, await (await firm.GetAsync($"/enterprise/stock/moves.csv?q={item}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains($"{item}", await (await firm.GetAsync($"/enterprise/stock/export.csv?q={item}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_9810_declaration_and_what_came_in_and_went_out_by_it_lead_to_each_other()
    {
        var id = await HasWarehouseAsync(10);
        // the demonstration has a 9810 declaration of this one
        var firm = await portal.VisitAsAsync("tea");
        var item = await HasProductAsync("91431299MA0000023D");
        var own = await portal.IdOfAsync("91431299MA0000023D");
        var (number, other) = await portal.WithDatabaseAsync(async db => (
            await db.Declarations.Where(d => d.EnterpriseId == own && d.TradeMode == "9810").OrderByDescending(d => d.Id).Select(d => d.Number).FirstAsync(Cancellation),
            await db.Declarations.Where(d => d.EnterpriseId == own && d.TradeMode != "9810").OrderBy(d => d.Id).Select(d => d.Number).FirstAsync(Cancellation)));
        var page = $"/enterprise/declarations/{number}";
        Assert.NotNull((await firm.OpenAsync(page)).QuerySelector($"[data-warehouses] a[href='/enterprise/stock/new?declaration={number}']"));
        Assert.Null((await firm.OpenAsync($"/enterprise/declarations/{other}")).QuerySelector("[data-warehouses]"));

        Assert.Equal(number.ToString(), (await firm.OpenAsync($"/enterprise/stock/new?declaration={number}")).Value("Declaration"));
        var inbound = await portal.InScopeAsync(s => s.GetRequiredService<InboundDesk>().BookAsync(own, new InboundData(id, new DateOnly(2026, 12, 1), 1.5m, "试验拉杆箱", number.ToString()), Cancellation));
        foreach (var (isOut, pieces) in new[] { ("False", "30"), ("True", "12"), ("False", "2") })
        {
            Assert.Equal("/enterprise/stock", (await firm.SubmitAsync(
                "/enterprise/stock/new", new() { ["WarehouseId"] = $"{id}", ["ItemNo"] = item, ["IsOut"] = isOut, ["Pieces"] = pieces, ["Declaration"] = number.ToString() }, "/enterprise/stock/new")).LedTo());
        }

        var shown = (await firm.OpenAsync(page)).QuerySelector("[data-warehouses]")!;
        Assert.Contains("入仓 32 件，出仓 12 件", shown.QuerySelector("[data-sums]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1.5 m³", shown.QuerySelector($"[data-inbound='{inbound.Value}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, shown.QuerySelectorAll("[data-move]").Length);
        var outs = await firm.OpenAsync($"/enterprise/stock/moves?q={item}&out=true&declared=true");
        Assert.NotNull(Assert.Single(outs.QuerySelectorAll("[data-move]")).QuerySelector($"a[href='{page}']"));
        Assert.Equal(3, (await firm.OpenAsync($"/enterprise/stock/moves?q={item}&dir=asc")).QuerySelectorAll("[data-move]").Length);
        Assert.Contains("没有符合条件的进出", (await firm.OpenAsync($"/enterprise/stock/moves?q={item}&declared=false")).Content(), StringComparison.Ordinal);
        Assert.Equal(2, (await (await firm.GetAsync($"/enterprise/stock/moves.csv?q={item}&out=true")).Content.ReadAsStringAsync(Cancellation)).Trim().Split('\n').Length);
        Assert.Empty((await (await portal.VisitAsAsync("luggage")).OpenAsync($"/enterprise/stock/moves?q={item}")).QuerySelectorAll("[data-move]"));
    }

    [Fact]
    public async Task Many_who_take_out_at_once_leave_exactly_nought()
    {
        var id = await HasWarehouseAsync(10);
        var item = await HasProductAsync("91431299MA0000015J");
        var enterprise = await portal.IdOfAsync("91431299MA0000015J");
        Task<bool> Move(bool isOut, int pieces) => Task.Run(async () =>
            (await portal.InScopeAsync(s => s.GetRequiredService<StockDesk>().MoveAsync(enterprise, new StockData(id, item, isOut, pieces, null, null), Cancellation))).IsDone);
        Assert.True(await Move(false, 20));

        var taken = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => Move(true, 2)));

        Assert.Equal(10, taken.Count(t => t));
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.StockLevels.Where(l => l.WarehouseId == id).Select(l => l.Quantity).SingleAsync(Cancellation)));
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.StockMoves.Where(m => m.WarehouseId == id).SumAsync(m => m.Change, Cancellation)));
    }

    private async Task<int> HasWarehouseAsync(int? cubicMetres, bool isClosed = false)
    {
        var made = await portal.InScopeAsync(s => s.GetRequiredService<WarehouseDesk>().AddAsync(
            new WarehouseData($"试验海外仓{Interlocked.Increment(ref _warehouses)}", WarehouseKind.Overseas, "LAO", "万象", null, cubicMetres, null, null, null, "试验来源", FigureStatus.Demonstration, isClosed), Cancellation));
        return made.Value;
    }

    private async Task<string> HasProductAsync(string creditCode)
    {
        var item = $"SKU-{Interlocked.Increment(ref _warehouses)}";
        var enterprise = await portal.IdOfAsync(creditCode);
        await portal.WithDatabaseAsync(db =>
        {
            db.BookProducts.Add(new BookProduct
            {
                EnterpriseId = enterprise,
                ItemNo = item,
                Name = "试验拉杆箱",
                HsCode = "4202121000",
                Unit = "011",
                UpdatedAt = DateTime.UtcNow,
            });
            return db.SaveChangesAsync(Cancellation);
        });
        return item;
    }
}
