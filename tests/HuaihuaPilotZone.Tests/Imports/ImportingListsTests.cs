using System.Net;
using System.Text;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Imports;

/// <summary>From a file of many orders to drafts, over the pages.</summary>
public sealed class ImportingListsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_good_orders_of_a_file_become_drafts_of_whoever_imports_them()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var (first, second) = (Importing.Row(), Importing.Row());
        var address = await visitor.ImportAsync("两份.csv", Importing.Csv(
            first.With(("/orderGoodsValue", "1286.4"), ("/netWeight", "136.8"), ("/grossWeight", "160")), first.With(("/goods/itemNo", "T-2"), ("/orderGoodsValue", ""), ("/netWeight", ""), ("/grossWeight", "")), second));
        Assert.Equal((2, 3), await CountAsync(address, ImportGroupState.Good));

        var result = await visitor.CommitAsync(address);

        var numbers = result.Results();
        Assert.Equal(2, numbers.Count);
        var draft = await Filing.OpenEditAsync(visitor, numbers[0]);
        Assert.Equal((first["/orderNo"], "9610", "T-2"), (Filing.ValueOf(draft, "OrderNo"), Filing.ValueOf(draft, "TradeMode"), Filing.ValueOf(draft, "Goods[1].ItemNo")));
        Assert.Equal("示例箱包有限公司", Filing.ValueOf(draft, "EbcName"));
        Assert.Empty(draft.QuerySelectorAll("[data-rule].hh-finding--bad"));
    }

    [Fact]
    public async Task What_the_columns_mean_is_chosen_by_hand_once_and_remembered_for_the_next_such_file()
    {
        var visitor = await portal.VisitAsAsync("tea");
        var row = Importing.Row();
        string Text(string order) => $"内部编号,税则,备用\n{order},{row["/goods/gcode"]},x\n";
        var address = (await visitor.UploadAsync("自己的.csv", Encoding.UTF8.GetBytes(Text("A-1")))).LedTo();
        var page = await visitor.OpenAsync(address);
        Assert.Equal("", page.Value("Targets[0]"));
        await (await visitor.SubmitAsync(address, [], $"{address}/columns")).RefusedWithAsync("还要选出“订单编号”");

        Assert.Equal(address, (await visitor.SubmitAsync(address, new() { ["Targets[0]"] = "/orderNo", ["Targets[1]"] = "/goods/gcode" }, $"{address}/columns")).LedTo());

        var next = await visitor.OpenAsync((await visitor.UploadAsync("下一次.csv", Encoding.UTF8.GetBytes(Text("A-2")))).LedTo());
        Assert.Equal(("/orderNo", "/goods/gcode", ""), (next.Value("Targets[0]"), next.Value("Targets[1]"), next.Value("Targets[2]")));
        var others = await portal.VisitAsAsync("luggage");
        Assert.Equal("", (await others.OpenAsync((await others.UploadAsync("别人的.csv", Encoding.UTF8.GetBytes(Text("A-3")))).LedTo())).Value("Targets[0]"));
    }

    [Fact]
    public async Task A_column_that_is_chosen_twice_is_refused()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = (await visitor.UploadAsync("两次.csv", Importing.Csv(Importing.Row()))).LedTo();

        var answer = await visitor.SubmitAsync(address, new() { ["Targets[0]"] = "/orderNo", ["Targets[1]"] = "/orderNo" }, $"{address}/columns");

        var page = await answer.RefusedWithAsync("“订单编号”选了两次");
        Assert.Equal("#Targets_1_", page.QuerySelector("[data-error-summary] a")!.GetAttribute("href"));
        Assert.Equal("true", page.QuerySelector("#Targets_1_")!.GetAttribute("aria-invalid"));
        Assert.Null(page.QuerySelector("#Targets_0_")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_problem_names_its_row_in_the_file_its_rule_and_its_value_and_is_mended_in_the_cell()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("一处错.csv", Importing.Csv(Importing.Row(), Importing.Row().With(("/country", "火星"))));
        var page = await visitor.OpenAsync(address);
        Assert.Null(page.QuerySelector("[data-row='2'] .text-bad"));
        Assert.Contains(page.Said(3), s => s.Contains("火星", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("[data-row='3'] .why a[href^='/rules/']"));
        Assert.Equal("火星", page.QuerySelector("[data-row='3'] input[data-cell='/country']")!.GetAttribute("value"));

        var answer = await visitor.ForgeAsync(address, $"{address}/rows", new() { ["Row"] = "3", ["Cells[0].Column"] = "/country", ["Cells[0].Value"] = "美国", ["Back"] = "?rule=x" });

        // back to the row that was mended
        Assert.Equal($"{address}?rule=x#line-3", answer.LedTo());
        var nowhere = await visitor.ForgeAsync(address, $"{address}/rows", new() { ["Row"] = "abc", ["Cells[0].Column"] = "/country", ["Cells[0].Value"] = "美国" });
        Assert.Equal("行号填的“abc”无法识别。", await visitor.NoticeAfterAsync(nowhere));
        Assert.Equal((2, 2), await CountAsync(address, ImportGroupState.Good));
        Assert.Contains("由“火星”转换", (await visitor.OpenAsync($"{address}?show=all")).QuerySelector("[data-row='3']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_the_file_leaves_out_and_the_enterprise_has_is_shown_where_something_is_said_of_it()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var row = Importing.Row();
        row.Remove("/portCode");
        var address = await visitor.ImportAsync("没有口岸.csv", Importing.Csv(row));

        var cell = (await visitor.OpenAsync($"{address}?show=advice")).QuerySelector("input[data-cell='/portCode']")!;

        Assert.Equal("", cell.GetAttribute("value"));
        Assert.Matches("^现用 [0-9]{4}$", cell.GetAttribute("placeholder")!);
    }

    [Fact]
    public async Task Everything_that_was_typed_on_a_page_is_kept_whatever_button_is_pressed_and_nothing_else_is_written_over()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("几行错.csv", Importing.Csv([.. Enumerable.Range(0, 3).Select(_ => Importing.Row().With(("/country", "火星")))]));
        var page = await visitor.OpenAsync(address);
        var button = page.QuerySelector("[data-row='4'] button[name=Row]")!;
        Assert.Equal("rows", button.GetAttribute("form"));
        var names = Enumerable.Range(2, 3).ToDictionary(r => r, r => page.QuerySelector($"[data-row='{r}'] input[data-cell='/country']")!.GetAttribute("name")!);
        // a colleague mends the second row meanwhile
        await visitor.ForgeAsync(address, $"{address}/rows", new() { ["Row"] = "3", ["Cells[0].Column"] = "/country", ["Cells[0].Value"] = "日本" });

        var answer = await visitor.PressAsync(address, button, new() { [names[2]] = "美国", [names[4]] = "越南" });

        Assert.Equal($"{address}#line-4", answer.LedTo());
        Assert.Equal("2 行已修改并重新核对。", await visitor.NoticeAfterAsync(answer));
        Assert.Equal((3, 3), await CountAsync(address, ImportGroupState.Good));
        var after = await visitor.OpenAsync($"{address}?show=all");
        foreach (var (row, country) in new[] { (2, "USA"), (3, "JPN"), (4, "VNM") }) Assert.Contains(country, after.QuerySelector($"[data-row='{row}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("没有改动，请先改单元格。", await visitor.NoticeAfterAsync(await visitor.PressAsync(address, button, [])));
    }

    [Fact]
    public async Task All_problems_of_one_kind_are_mended_at_once_and_only_those_with_the_value_that_was_named()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("几处错.csv", Importing.Csv(
            Importing.Row().With(("/goods/country", "火星")), Importing.Row().With(("/goods/country", "火星")), Importing.Row().With(("/goods/country", "月球"))));
        var rule = (await visitor.OpenAsync(address)).QuerySelector("[data-kind][data-column='/goods/country']")!.GetAttribute("data-kind")!;

        var answer = await visitor.ForgeAsync(address, $"{address}/kinds", new() { ["RuleId"] = rule, ["Column"] = "/goods/country", ["From"] = "火星", ["To"] = "美国" });

        Assert.Equal("2 处已修改并重新核对。", await visitor.NoticeAfterAsync(answer));
        Assert.Equal((2, 2), await CountAsync(address, ImportGroupState.Good));
        Assert.Equal((1, 1), await CountAsync(address, ImportGroupState.Bad));
    }

    [Fact]
    public async Task A_button_pressed_without_a_new_value_empties_nothing_and_one_of_its_own_does()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("清空.csv", Importing.Csv(Importing.Row().With(("/goods/country", "火星")), Importing.Row().With(("/goods/country", "火星"))));
        var page = await visitor.OpenAsync(address);
        var rule = page.QuerySelector("[data-kind][data-column='/goods/country']")!.GetAttribute("data-kind")!;

        var tooEarly = await visitor.ForgeAsync(address, $"{address}/kinds", new() { ["RuleId"] = rule, ["Column"] = "/goods/country", ["Act"] = "value", ["From"] = "火星", ["To"] = "" });
        Assert.Equal("请填写改为什么；要清空的，请按“全部清空”。", await visitor.NoticeAfterAsync(tooEarly));
        Assert.Equal("火星", (await visitor.OpenAsync(address)).QuerySelector("[data-row='2'] input[data-cell='/goods/country']")!.GetAttribute("value"));

        var emptied = await visitor.ForgeAsync(address, $"{address}/kinds", new() { ["RuleId"] = rule, ["Column"] = "/goods/country", ["Act"] = "clear", ["From"] = "火星" });
        Assert.Equal("2 处已修改并重新核对。", await visitor.NoticeAfterAsync(emptied));
        Assert.Equal("", (await visitor.OpenAsync(address)).QuerySelector("[data-row='2'] input[data-cell='/goods/country']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Safe_suggestions_of_a_kind_are_taken_with_one_button()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("可采用.csv", Importing.Csv(Importing.Row().With(("/goods/totalPrice", "643.3")), Importing.Row().With(("/goods/totalPrice", "643.3")), Importing.Row()));
        var page = await visitor.OpenAsync(address);
        var offered = page.QuerySelector("[data-form='suggestions']");
        Assert.True(offered is not null, page.QuerySelector(".hh-pre")!.TextContent);
        var kind = offered.Closest("[data-kind]")!;

        await visitor.ForgeAsync(address, $"{address}/kinds", new() { ["RuleId"] = kind.GetAttribute("data-kind"), ["Column"] = kind.GetAttribute("data-column"), ["Act"] = "suggestions" });

        Assert.DoesNotContain(kind.GetAttribute("data-kind"), (await visitor.OpenAsync(address)).QuerySelectorAll($"[data-kind][data-column='{kind.GetAttribute("data-column")}']").Select(k => k.GetAttribute("data-kind")));
    }

    [Fact]
    public async Task A_suggestion_is_shown_for_a_kind_only_where_all_its_places_get_the_same_value()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        // both orders say 643.2, and their goods come to something else each
        var address = await visitor.ImportAsync("两种建议.csv", Importing.Csv(
            Importing.Row().With(("/goods/qty", "25"), ("/goods/totalPrice", "670")), Importing.Row().With(("/goods/qty", "26"), ("/goods/totalPrice", "696.8"))));

        var kind = (await visitor.OpenAsync(address)).QuerySelector("[data-kind='ORDER-001']")!;

        Assert.Contains("采用建议，改 2 处", kind.TextContent, StringComparison.Ordinal);
        Assert.Null(kind.QuerySelector(".diff"));
        Assert.StartsWith("例如，订单商品金额：1 项商品的总价之和是 6", kind.QuerySelector("p")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_of_a_kind_names_its_column_once_and_what_deserves_a_look_stands_once_beside_a_row()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("两处关区.csv", Importing.Csv(Importing.Row().With(("/customsCode", "4900"), ("/portCode", "7200"), ("/country", "火星"))));

        var page = await visitor.OpenAsync(address);

        Assert.StartsWith("运抵国（地区）填的是“火星”", page.QuerySelector("[data-kind][data-column='/country'] p")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("[data-kind='OFFICE-003']").Length);
        Assert.Single(page.Said(2), s => s.Contains("OFFICE-003", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_only_a_person_can_choose_the_likely_values_are_offered_in_the_row_and_taken_with_one_button()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        // a letter stands for the figure it looks like
        var address = await visitor.ImportAsync("条码.csv", Importing.Csv(Importing.Row().With(("/goods/barCode", "693I234567899")), Importing.Row()));
        var page = await visitor.OpenAsync($"{address}?show=all");
        var form = Assert.Single(page.QuerySelectorAll("[data-form='choices']"));
        Assert.Equal("2", form.Closest("tr")!.GetAttribute("data-row"));
        var button = Assert.Single(form.QuerySelectorAll("button"));
        var choice = button.GetAttribute("value")!;
        Assert.Null(Gtin.Check(choice));
        Assert.Contains("请对照原件", form.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("[data-form='suggestions']"), f => f.Closest("[data-kind]")!.GetAttribute("data-column") == "/goods/barCode");

        var answer = await visitor.PressAsync(address, button, []);

        Assert.Equal($"{address}?show=all#line-2", answer.LedTo());
        var after = await visitor.OpenAsync($"{address}?show=all");
        Assert.Empty(after.QuerySelectorAll("[data-form='choices']"));
        Assert.Contains(choice, after.QuerySelector("[data-row='2']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_problems_of_one_kind_are_mended_in_the_background()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("很多错.csv", Importing.Csv([.. Enumerable.Range(0, 210).Select(_ => Importing.Row().With(("/goods/country", "火星")))]));
        var rule = (await visitor.OpenAsync(address)).QuerySelector("[data-kind][data-column='/goods/country']")!.GetAttribute("data-kind")!;

        var answer = await visitor.ForgeAsync(address, $"{address}/kinds", new() { ["RuleId"] = rule, ["Column"] = "/goods/country", ["To"] = "USA" });

        Assert.Equal("210 处正在后台修改。", await visitor.NoticeAfterAsync(answer));
        await visitor.WaitAsync(address);
        Assert.Equal((210, 210), await CountAsync(address, ImportGroupState.Good));
    }

    [Fact]
    public async Task A_row_whose_order_number_was_wrong_joins_its_order()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var order = Importing.Row().With(("/orderGoodsValue", "1286.4"), ("/netWeight", "136.8"), ("/grossWeight", "160"));
        var address = await visitor.ImportAsync("拆开的.csv", Importing.Csv(order, order.With(("/goods/itemNo", "T-2"), ("/orderNo", ""))));
        Assert.Equal((0, 0), await CountAsync(address, ImportGroupState.Good));

        await visitor.ForgeAsync(address, $"{address}/rows", new() { ["Row"] = "3", ["Cells[0].Column"] = "/orderNo", ["Cells[0].Value"] = order["/orderNo"] });

        Assert.Equal((1, 2), await CountAsync(address, ImportGroupState.Good));
        Assert.Equal((0, 0), await CountAsync(address, ImportGroupState.Bad));
    }

    [Fact]
    public async Task Rows_of_one_order_that_contradict_each_other_are_named()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var order = Importing.Row();
        var address = await visitor.ImportAsync("矛盾.csv", Importing.Csv(order, order.With(("/goods/itemNo", "T-2"), ("/packNo", "5"))));

        var page = await visitor.OpenAsync(address);

        Assert.Contains(page.Said(3), s => s.Contains("第一行写的是“4”，这一行是“5”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_that_another_draft_already_has_is_found()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var row = Importing.Row();
        await visitor.CommitAsync(await visitor.ImportAsync("第一次.csv", Importing.Csv(row)));

        var again = await visitor.OpenAsync(await visitor.ImportAsync("第二次.csv", Importing.Csv(row)));

        Assert.Contains(again.Said(2), s => s.StartsWith("DUP-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_batch_that_is_given_up_imports_nothing_and_keeps_no_rows()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("放弃.csv", Importing.Csv(Importing.Row()));

        Assert.Equal("已放弃，没有导入任何内容。", await visitor.NoticeAfterAsync(await visitor.SubmitAsync($"{address}/discard", [], $"{address}/discard")));

        Assert.Equal(ImportStage.Discarded, await portal.StageAsync(address));
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.ImportRows.CountAsync(r => r.BatchId == Importing.IdOf(address), Cancellation)));
        Assert.Contains("刚被他人处理", await visitor.NoticeAfterAsync(await visitor.ForgeAsync(address, $"{address}/commit", [])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_batch_does_not_exist()
    {
        var owner = await portal.VisitAsAsync("luggage");
        var address = await owner.ImportAsync("我的.csv", Importing.Csv(Importing.Row()));
        var stranger = await portal.VisitAsAsync("tea");

        foreach (var page in new[] { address, $"{address}/failed.csv", $"{address}/failed.xlsx", $"{address}/discard", $"{address}/undo" }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page)).StatusCode);
        foreach (var act in new[] { "columns", "rows", "kinds", "commit", "undo", "discard", "reopen" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.ForgeAsync(Importing.Home, $"{address}/{act}", new() { ["Row"] = "2", ["RuleId"] = "x" })).StatusCode);
        Assert.Equal(ImportStage.Review, await portal.StageAsync(address));
        Assert.DoesNotContain("我的.csv", (await stranger.OpenAsync(Importing.Home)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_import_at_once_one_does_it_and_each_order_becomes_one_draft()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var rows = Enumerable.Range(0, 30).Select(_ => Importing.Row()).ToArray();
        var address = await visitor.ImportAsync("同时.csv", Importing.Csv(rows));

        await Task.WhenAll(visitor.ForgeAsync(address, $"{address}/commit", []), (await portal.VisitAsAsync("luggage")).ForgeAsync(address, $"{address}/commit", []));

        await visitor.WaitAsync(address);
        string[] orders = [.. rows.Select(r => r["/orderNo"])];
        Assert.Equal(30, await portal.WithDatabaseAsync(db => db.Declarations.CountAsync(d => orders.Contains(d.OrderNo), Cancellation)));
        Assert.Equal((30, 30), await CountAsync(address, ImportGroupState.Committed));
    }

    [Fact]
    public async Task A_batch_is_taken_back_except_what_was_changed_or_submitted_since()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("撤回.csv", Importing.Csv(Importing.Row(), Importing.Row(), Importing.Row()));
        var numbers = (await visitor.CommitAsync(address)).Results();
        Assert.Equal(HttpStatusCode.Redirect, (await Filing.SaveAsync(visitor, numbers[0], new() { ["Note"] = "改过" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Filing.SaveAsync(visitor, numbers[1], [], "Act=submit")).StatusCode);

        Assert.Equal(address, (await visitor.SubmitAsync($"{address}/undo", [], $"{address}/undo")).LedTo());
        var page = await visitor.WaitAsync(address);

        Assert.Contains("撤回了 1 份", page.Content(), StringComparison.Ordinal);
        Assert.Equal([numbers[0], numbers[1]], (await visitor.OpenAsync($"{address}?show=kept")).Results());
        var states = await portal.WithDatabaseAsync(async db => (await db.Declarations.OrderBy(d => d.Id).Select(d => new { d.Number, d.State }).ToListAsync(Cancellation)).ToDictionary(d => d.Number.ToString(), d => d.State));
        Assert.Equal([DeclarationState.Draft, DeclarationState.Submitted, DeclarationState.Withdrawn], numbers.Select(n => states[n]));
    }

    [Fact]
    public async Task The_list_of_batches_is_searched_narrowed_and_sorted()
    {
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, await portal.HasEnterpriseAsync("示例导入企业"));
        var visitor = await portal.VisitAsAsync(person.UserName!);
        var small = (await visitor.UploadAsync("甲-少.csv", Importing.Csv(Importing.Row()))).LedTo();
        var large = await visitor.ImportAsync("乙-多.csv", Importing.Csv(Importing.Row(), Importing.Row(), Importing.Row()));
        string[] Ids(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("[data-import]").Select(r => $"{Importing.Home}/{r.GetAttribute("data-import")}")];

        Assert.Equal([large, small], Ids(await visitor.OpenAsync($"{Importing.Home}?sort=Rows")));
        Assert.Equal([small, large], Ids(await visitor.OpenAsync($"{Importing.Home}?sort=Rows&dir=asc")));
        Assert.Equal([small], Ids(await visitor.OpenAsync($"{Importing.Home}?stage=Matching")));
        Assert.Equal([large], Ids(await visitor.OpenAsync($"{Importing.Home}?q={Uri.EscapeDataString("乙-")}")));
        Assert.Contains("没有符合条件", (await visitor.OpenAsync($"{Importing.Home}?q=nothing")).Content(), StringComparison.Ordinal);
    }

    private Task<(int Groups, int Rows)> CountAsync(string address, ImportGroupState state) => portal.WithDatabaseAsync(async db =>
    {
        var rows = await db.ImportGroups.Where(g => g.BatchId == Importing.IdOf(address) && g.State == state).Select(g => g.RowCount).ToListAsync(Cancellation);
        return (rows.Count, rows.Sum());
    });
}
