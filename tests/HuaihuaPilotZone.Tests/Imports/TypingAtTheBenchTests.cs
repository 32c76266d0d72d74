using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Imports;

/// <summary>What was typed into cells and not saved goes along with every button of the page, without scripts.</summary>
public sealed class TypingAtTheBenchTests(Portal portal)
{
    private const string Country = "/country";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_likely_value_that_is_taken_with_one_button_saves_what_was_typed_elsewhere_and_writes_over_nothing_of_a_colleagues()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("选一个.csv", Importing.Csv(
            Importing.Row().With((Country, "火星")), Importing.Row().With((Country, "火星")), Importing.Row().With(("/goods/barCode", "693I234567899"))));
        var page = await visitor.OpenAsync($"{address}?show=all");
        var button = Assert.Single(page.QuerySelectorAll("[data-row='4'] [data-form='choices'] button"));
        Assert.Equal("rows", button.GetAttribute("form"));
        await MendAsync(visitor, address, 3, "日本");

        // into the cell that the button is for as well: the button goes before it
        var answer = await visitor.PressAsync(address, button, new() { [NameOf(page, 2)] = "美国", [NameOf(page, 4, "/goods/barCode")] = "1" });

        Assert.Equal($"{address}?show=all#line-4", answer.LedTo());
        Assert.Equal("2 行已修改并重新核对。", await visitor.NoticeAfterAsync(answer));
        var after = await visitor.OpenAsync($"{address}?show=all");
        foreach (var (row, text) in new[] { (2, "USA"), (3, "JPN") }) Assert.Contains(text, after.QuerySelector($"[data-row='{row}']")!.TextContent, StringComparison.Ordinal);
        // nothing more is said of it, so the page may leave its column out
        var cells = await portal.WithDatabaseAsync(db => db.ImportRows.Where(r => r.BatchId == Importing.IdOf(address) && r.Number == 4).Select(r => r.Cells).SingleAsync(Cancellation));
        Assert.Contains($"\"{button.GetAttribute("value")}\"", cells, StringComparison.Ordinal);
        Assert.Equal(3, await GoodAsync(address));
    }

    [Fact]
    public async Task What_was_typed_and_not_saved_is_saved_by_the_button_that_imports_and_imported_only_after_it_was_seen_checked()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("先存再导.csv", Importing.Csv(Importing.Row(), Importing.Row().With((Country, "火星")), Importing.Row().With((Country, "火星"))));
        var page = await visitor.OpenAsync(address);
        await MendAsync(visitor, address, 4, "日本");

        var answer = await visitor.PressAsync(address, CommitOf(page), new() { [NameOf(page, 3)] = "美国" });

        Assert.Equal($"{address}#line-3", answer.LedTo());
        Assert.Equal("还没有导入：刚才改的 1 行先保存并重新核对了，请看过结果再导入。", await visitor.NoticeAfterAsync(answer));
        Assert.Equal(ImportStage.Review, await portal.StageAsync(address));
        var after = await visitor.OpenAsync($"{address}?show=all");
        foreach (var (row, text) in new[] { (3, "USA"), (4, "JPN") }) Assert.Contains(text, after.QuerySelector($"[data-row='{row}']")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(address, (await visitor.PressAsync(address, CommitOf(after), [])).LedTo());
        Assert.Equal(3, (await visitor.WaitAsync(address)).Results().Count);
    }

    [Fact]
    public async Task What_cannot_be_saved_is_said_and_nothing_is_imported()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("太长.csv", Importing.Csv(Importing.Row(), Importing.Row().With((Country, "火星"))));
        var page = await visitor.OpenAsync(address);

        var answer = await visitor.PressAsync(address, CommitOf(page), new() { [NameOf(page, 3)] = new string('长', 4001) });

        Assert.Equal("内容最多 4000 个字。", await visitor.NoticeAfterAsync(answer));
        Assert.Equal(ImportStage.Review, await portal.StageAsync(address));
        Assert.Equal(1, await GoodAsync(address));
    }

    [Fact]
    public async Task A_button_for_all_problems_of_a_kind_saves_what_was_typed_into_other_cells_first()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("一类.csv", Importing.Csv(
            Importing.Row().With(("/goods/country", "火星")), Importing.Row().With((Country, "火星")), Importing.Row().With(("/goods/country", "月球"))));
        var page = await visitor.OpenAsync(address);
        var texts = page.QuerySelector("[data-kind][data-column='/goods/country'] [data-form='replace']")!;
        var typed = new Dictionary<string, string?> { [NameOf(page, 3)] = "美国", [texts.QuerySelector("[aria-label='原内容']")!.GetAttribute("name")!] = "火星", [texts.QuerySelector("[aria-label='新内容']")!.GetAttribute("name")!] = "日本" };

        var answer = await visitor.PressAsync(address, texts.QuerySelector("button[value=value]")!, typed);

        Assert.Equal("第 3 行已修改并重新核对。1 处已修改并重新核对。", await visitor.NoticeAfterAsync(answer));
        Assert.Equal(2, await GoodAsync(address));

        // where the kind's own field is empty, what was typed elsewhere is kept all the same
        page = await visitor.OpenAsync(address);
        answer = await visitor.PressAsync(address, page.QuerySelector("[data-form='replace'] button[value=value]")!, new() { [NameOf(page, 4, "/goods/country")] = "法国" });
        Assert.Equal("第 4 行已修改并重新核对。请填写改为什么；要清空的，请按“全部清空”。", await visitor.NoticeAfterAsync(answer));
        Assert.Equal(3, await GoodAsync(address));
    }

    [Fact]
    public async Task Enter_in_a_cell_saves_and_takes_none_of_the_values_that_a_button_offers()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var address = await visitor.ImportAsync("回车.csv", Importing.Csv(Importing.Row().With(("/goods/barCode", "693I234567899")), Importing.Row().With((Country, "火星"))));
        var page = await visitor.OpenAsync($"{address}?show=all");

        // the first button that belongs to the form is what Enter presses
        var first = page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().First(b => b.Form?.Id == "rows");
        var answer = await visitor.PressAsync(address, first, new() { [NameOf(page, 3)] = "美国" });

        Assert.Equal($"{address}?show=all#line-3", answer.LedTo());
        Assert.Equal("第 3 行已修改并重新核对。", await visitor.NoticeAfterAsync(answer));
        Assert.Equal("693I234567899", (await visitor.OpenAsync($"{address}?show=all")).QuerySelector("[data-row='2'] input[data-cell='/goods/barCode']")!.GetAttribute("value"));
    }

    private static IHtmlButtonElement CommitOf(IHtmlDocument page) => Assert.IsAssignableFrom<IHtmlButtonElement>(page.QuerySelector("button[formaction$='/commit']"));

    private static string NameOf(IHtmlDocument page, int row, string column = Country) => page.QuerySelector($"[data-row='{row}'] input[data-cell='{column}']")!.GetAttribute("name")!;

    /// <summary>As a colleague does meanwhile.</summary>
    private static Task<HttpResponseMessage> MendAsync(Visitor visitor, string address, int row, string country) =>
        visitor.ForgeAsync(address, $"{address}/rows", new() { ["Row"] = row.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Cells[0].Column"] = Country, ["Cells[0].Value"] = country });

    private Task<int> GoodAsync(string address) =>
        portal.WithDatabaseAsync(db => db.ImportGroups.CountAsync(g => g.BatchId == Importing.IdOf(address) && g.State == ImportGroupState.Good, Cancellation));
}
