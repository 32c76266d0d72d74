using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Imports;

/// <summary>The good orders are imported first, the others mended and imported later; and what is said of rows that hinder each other.</summary>
public sealed class RepairingAfterTheImportTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_not_imported_is_mended_in_a_second_step_and_nothing_is_imported_twice()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var rows = new[] { Importing.Row(), Importing.Row().With(("/country", "火星")), Importing.Row().With(("/country", "月球")) };
        var address = await visitor.ImportAsync("两步.csv", Importing.Csv(rows));
        var first = await visitor.CommitAsync(address);
        Assert.Single(first.Results());
        Assert.Contains("其余 2 行没有导入", first.Content(), StringComparison.Ordinal);

        await ReopenAsync(visitor, address);
        var review = await visitor.OpenAsync(address);
        Assert.Contains("这批已导入 1 份，不会再导入一次", review.Content(), StringComparison.Ordinal);
        Assert.Equal(["3", "4"], Rows(review));
        await RepairAsync(visitor, address, 3, "/country", "美国");
        Assert.Equal((1, 1, 1), await StatesAsync(address));
        var second = await visitor.CommitAsync(address);

        Assert.Equal(2, second.Results().Count);
        Assert.Contains("其余 1 行没有导入", second.Content(), StringComparison.Ordinal);
        string[] orders = [.. rows.Select(r => r["/orderNo"])];
        Assert.Equal(2, await portal.WithDatabaseAsync(db => db.Declarations.CountAsync(d => orders.Contains(d.OrderNo), Cancellation)));
        await visitor.SubmitAsync($"{address}/undo", [], $"{address}/undo");
        Assert.Contains("撤回了 2 份", (await visitor.WaitAsync(address)).Content(), StringComparison.Ordinal);
        Assert.Contains("刚被他人处理", await visitor.NoticeAfterAsync(await visitor.ForgeAsync(address, $"{address}/reopen", [])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_imported_can_no_longer_be_changed_and_a_row_that_gets_its_number_stays_apart()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var (good, bad) = (Importing.Row(), Importing.Row().With(("/country", "火星")));
        var address = await visitor.ImportAsync("不混.csv", Importing.Csv(good, bad));
        await visitor.CommitAsync(address);
        await ReopenAsync(visitor, address);

        Assert.Contains("没有找到这一行", await visitor.NoticeAfterAsync(await RepairAsync(visitor, address, 2, "/country", "美国")), StringComparison.Ordinal);
        await RepairAsync(visitor, address, 3, "/country", "美国");
        await RepairAsync(visitor, address, 3, "/orderNo", good["/orderNo"]);

        Assert.Equal((1, 0, 1), await StatesAsync(address));
        Assert.Contains((await visitor.OpenAsync(address)).Said(3), s => s.StartsWith("DUP-001", StringComparison.Ordinal));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.ImportGroups.Where(g => g.BatchId == Importing.IdOf(address) && g.State == ImportGroupState.Committed).SumAsync(g => g.RowCount, Cancellation)));
    }

    [Fact]
    public async Task To_end_the_repair_keeps_what_was_imported_and_what_was_not()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("结束.csv", Importing.Csv(Importing.Row(), Importing.Row().With(("/country", "火星"))));
        await visitor.CommitAsync(address);
        await ReopenAsync(visitor, address);
        Assert.Contains("已导入的不变", (await visitor.OpenAsync($"{address}/discard")).Content(), StringComparison.Ordinal);

        Assert.Equal("已结束修改，没有导入的行仍保留。", await visitor.NoticeAfterAsync(await visitor.SubmitAsync($"{address}/discard", [], $"{address}/discard")));

        Assert.Equal(ImportStage.Committed, await portal.StageAsync(address));
        Assert.Equal((1, 0, 1), await StatesAsync(address));
        Assert.Contains("火星", await (await visitor.GetAsync($"{address}/failed.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_ask_whether_a_batch_is_given_up_changes_nothing()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("先问.csv", Importing.Csv(Importing.Row()));

        var asked = await visitor.OpenAsync((await visitor.OpenAsync(address)).QuerySelector("a[href$='/discard']")!.GetAttribute("href")!);

        Assert.Contains("已读入的行会删除", asked.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(address, asked.QuerySelector("main form a")!.GetAttribute("href"));
        Assert.Equal(ImportStage.Review, await portal.StageAsync(address));
        Assert.DoesNotContain((await visitor.OpenAsync(address)).QuerySelectorAll("form"), f => f.GetAttribute("action") == $"{address}/discard");
    }

    [Fact]
    public async Task A_waybill_of_two_orders_is_said_on_both_and_mended_on_one()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var (first, second) = (Importing.Row(), Importing.Row());
        var address = await visitor.ImportAsync("同一运单.csv", Importing.Csv(first, second.With(("/logisticsNo", first["/logisticsNo"])), Importing.Row()));
        var page = await visitor.OpenAsync(address);
        Assert.Equal(["2", "3"], Rows(page));
        Assert.Contains(page.Said(2), s => s.StartsWith("IMPORT-004", StringComparison.Ordinal) && s.Contains("第 3 行的另一份", StringComparison.Ordinal));
        Assert.Contains(page.Said(3), s => s.StartsWith("IMPORT-004", StringComparison.Ordinal) && s.Contains("第 2 行的另一份", StringComparison.Ordinal));
        Assert.Equal(first["/logisticsNo"], page.QuerySelector("[data-row='3'] input[data-cell='/logisticsNo']")!.GetAttribute("value"));

        await RepairAsync(visitor, address, 3, "/logisticsNo", second["/logisticsNo"]);

        Assert.Equal((0, 3, 0), await StatesAsync(address));
        await RepairAsync(visitor, address, 4, "/logisticsNo", first["/logisticsNo"]);
        Assert.Equal((0, 1, 2), await StatesAsync(address));
    }

    [Fact]
    public async Task Rows_that_only_deserve_a_look_are_not_among_those_that_must_be_mended()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        // an export date long ago deserves a look
        var advised = Importing.Row().With(("/ieDate", "2025-01-02"));
        var address = await visitor.ImportAsync("建议.csv", Importing.Csv(Importing.Row(), advised, Importing.Row().With(("/country", "火星"))));

        Assert.Equal(["4"], Rows(await visitor.OpenAsync(address)));
        Assert.Contains("3", Rows(await visitor.OpenAsync($"{address}?show=advice")));
        Assert.Equal(["2", "3"], Rows(await visitor.OpenAsync($"{address}?show=good")));
        Assert.Equal(["2", "3", "4"], Rows(await visitor.OpenAsync($"{address}?show=all")));
        await RepairAsync(visitor, address, 4, "/country", "美国");
        var mended = await visitor.OpenAsync(address);
        Assert.Contains("没有必须修改的行", mended.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(mended.QuerySelector($"main a[href='{address}?show=advice']"));
    }

    [Fact]
    public async Task The_page_of_results_names_the_number_for_what_it_is()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var row = Importing.Row();

        var page = await visitor.CommitAsync(await visitor.ImportAsync("结果.csv", Importing.Csv(row)));

        Assert.Contains("订单编号", page.QuerySelectorAll("th").Select(h => h.TextContent));
        Assert.Equal(row["/orderNo"], page.QuerySelector("[data-l='订单编号']")!.TextContent.Trim());
    }

    private static string[] Rows(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("[data-row]").Select(r => r.GetAttribute("data-row")!)];

    private static async Task ReopenAsync(Visitor visitor, string address)
    {
        Assert.Equal(address, (await visitor.SubmitAsync(address, [], $"{address}/reopen")).LedTo());
        await visitor.WaitAsync(address);
    }

    private static Task<HttpResponseMessage> RepairAsync(Visitor visitor, string address, int row, string column, string value) => visitor.ForgeAsync(
        address, $"{address}/rows", new() { ["Row"] = row.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Cells[0].Column"] = column, ["Cells[0].Value"] = value });

    /// <summary>Groups that are imported, that can be, and that must be mended first.</summary>
    private Task<(int Committed, int Good, int Bad)> StatesAsync(string address) => portal.WithDatabaseAsync(async db =>
    {
        var states = await db.ImportGroups.Where(g => g.BatchId == Importing.IdOf(address)).Select(g => g.State).ToListAsync(Cancellation);
        return (states.Count(s => s == ImportGroupState.Committed), states.Count(s => s == ImportGroupState.Good), states.Count(s => s == ImportGroupState.Bad));
    });
}
