using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Content;

public sealed class ReadingNewsTests(Portal portal)
{
    [Fact]
    public async Task The_list_has_pages_and_each_page_has_an_address()
    {
        var first = await portal.Visit().OpenAsync("/news");
        var second = await portal.Visit().OpenAsync("/news?page=2");

        var onFirst = first.QuerySelectorAll("[data-news]").Select(e => e.GetAttribute("data-news")).ToList();
        var onSecond = second.QuerySelectorAll("[data-news]").Select(e => e.GetAttribute("data-news")).ToList();
        Assert.Equal(10, onFirst.Count);
        Assert.NotEmpty(onSecond);
        Assert.Empty(onFirst.Intersect(onSecond, StringComparer.Ordinal));
        Assert.Equal("/news?page=2", first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_column_and_a_year_narrow_the_list_and_stay_in_the_address()
    {
        var page = await portal.Visit().OpenAsync("/news?column=ZoneNews&year=2022");

        var shown = page.QuerySelectorAll("[data-news]").Select(e => e.GetAttribute("data-news")!).ToList();
        Assert.Contains("rail-sea-haiphong-2022", shown);
        Assert.Contains("rcep-2022", shown);
        Assert.DoesNotContain("e-commerce-park-2024", shown);
        Assert.DoesNotContain("demo-trial-run", shown);
        Assert.Contains(page.QuerySelectorAll(".hh-years a"), a => a.GetAttribute("href") == "/news?column=ZoneNews&year=2024");
    }

    [Fact]
    public async Task A_column_without_items_in_a_year_offers_the_whole_list()
    {
        var page = await portal.Visit().OpenAsync("/news?column=IndustryWatch&year=2017");

        Assert.Equal("/news", page.QuerySelector(".hh-empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_reported_fact_shows_its_source_the_day_of_the_event_and_when_it_was_published_here()
    {
        var page = await portal.Visit().OpenAsync("/news/transport-centre-2026");

        var facts = page.QuerySelector("aside dl")!.TextContent;
        Assert.Contains("2026-01-23", facts, StringComparison.Ordinal);
        Assert.Contains("怀化市政府英文网，2026-01", facts, StringComparison.Ordinal);
        Assert.Contains("2026-11-22 10:00", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invented_item_says_so_in_its_title_and_beside_it()
    {
        // other tests publish notices too, so it may stand on any page
        AngleSharp.Dom.IElement? row = null;
        for (var page = 1; row is null && page <= 20; page++)
            row = (await portal.Visit().OpenAsync(FormattableString.Invariant($"/news?column=Notice&page={page}"))).QuerySelector("[data-news=demo-trial-run]");

        Assert.StartsWith("示例：", row!.QuerySelector("a")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector(".hh-tag--demo"));
    }
}
