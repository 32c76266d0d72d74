using System.Net;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Figures;

/// <summary>The indicators at the desk: page by page, narrowed, put in order, and taken along as they are shown.</summary>
public sealed class ListingIndicatorsTests(Portal portal)
{
    private const string List = "/park/indicators";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_indicator_is_on_one_page_of_the_list_in_the_order_of_the_public_page()
    {
        await using var own = Portal.Own();
        for (var i = 0; i < 21; i++) await own.HasIndicatorAsync();
        var all = await own.WithDatabaseAsync(db => db.Indicators.OrderBy(i => i.SortOrder).ThenBy(i => i.Id).Select(i => i.Code).ToListAsync(Cancellation));
        var auditor = await own.VisitAsAsync("auditor");

        var first = await auditor.OpenAsync(List);
        var shown = Codes(first);
        Assert.Equal(20, shown.Count);
        Assert.Contains($"{all.Count}", first.QuerySelector("main footer")!.TextContent, StringComparison.Ordinal);
        for (var page = 2; shown.Count < all.Count; page++)
        {
            var next = Codes(await auditor.OpenAsync($"{List}?page={page}"));
            Assert.NotEmpty(next);
            shown.AddRange(next);
        }

        Assert.Equal(all, shown);
        Assert.Equal(all, (await FileAsync(auditor, $"{List}/export.csv", 2)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_list_and_its_file_are_narrowed_by_words_and_by_the_kind_of_a_series()
    {
        var (measured, _) = await portal.HasIndicatorAsync();
        var (planned, _) = await portal.HasIndicatorAsync();
        await portal.HasSeriesAsync(planned, "goal", FigureKind.Target);
        var editor = await portal.VisitAsAsync("editor");

        Assert.Equal([planned], Codes(await editor.OpenAsync($"{List}?kind=Target&q={planned}")));
        Assert.Equal(["measured", "goal"], await FileAsync(editor, $"{List}/export.csv?kind=Target&q={planned}", 7));
        var none = await editor.OpenAsync($"{List}?kind=Target&q={measured}&waiting=true");
        Assert.Empty(Codes(none));
        Assert.Contains("没有符合条件的指标", none.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(planned, Codes(await editor.OpenAsync($"{List}?q={Uri.EscapeDataString($"口径 goal")}&sort=Code&dir=desc")));
    }

    [Fact]
    public async Task The_list_is_turned_round_by_its_heads_and_its_file_with_it()
    {
        await using var own = Portal.Own();
        var (single, _) = await own.HasIndicatorAsync();
        var (pair, _) = await own.HasIndicatorAsync();
        await own.HasSeriesAsync(pair, "goal", FigureKind.Target);
        var auditor = await own.VisitAsAsync("auditor");
        var up = new[] { single, pair }.Order(StringComparer.Ordinal).ToList();

        foreach (var (sort, expected) in new[] { ("Code", up), ("Name", up), ("Series", [single, pair]) })
        {
            var page = await auditor.OpenAsync($"{List}?q=trial-&sort={sort}&dir=asc");
            Assert.Equal(expected, Codes(page));
            Assert.Equal(expected, (await FileAsync(auditor, $"{List}/export.csv?q=trial-&sort={sort}&dir=asc", 2)).Distinct(StringComparer.Ordinal));
            var head = page.QuerySelector("th[aria-sort=ascending] a")!.GetAttribute("href")!;
            Assert.Equal(Enumerable.Reverse(expected), Codes(await auditor.OpenAsync(head)));
        }
    }

    [Fact]
    public async Task Strangers_take_no_file_along_and_staff_get_a_book_as_well()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Visit().GetAsync($"{List}/export.xlsx")).StatusCode);

        using var book = await (await portal.VisitAsAsync("reviewer")).GetAsync($"{List}/export.xlsx?kind=Target");
        Assert.Contains("spreadsheetml", book.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
    }

    private static List<string> Codes(IHtmlDocument page) => [.. page.QuerySelectorAll("tr[data-indicator]").Select(r => r.GetAttribute("data-indicator")!)];

    /// <summary>One column of the file, without its head.</summary>
    private static async Task<List<string>> FileAsync(Visitor visitor, string address, int column)
    {
        using var answer = await visitor.GetAsync(address);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        return [.. (await answer.Content.ReadAsStringAsync(Cancellation)).TrimEnd().Split("\r\n").Skip(1).Select(l => l.Split(',')[column].Trim('"'))];
    }
}
