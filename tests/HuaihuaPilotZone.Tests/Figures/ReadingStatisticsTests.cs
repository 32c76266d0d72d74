using System.Net;
using System.Text.Json;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Figures;

public sealed class ReadingStatisticsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("throughput")]
    [InlineData("trains")]
    [InlineData("cold-teu")]
    public async Task Chart_table_and_file_hold_the_same_rows(string code)
    {
        var page = await portal.Visit().OpenAsync($"/statistics/{code}");
        var panels = page.QuerySelectorAll("[data-series]").ToList();
        Assert.NotEmpty(panels);

        foreach (var panel in panels)
        {
            var series = panel.GetAttribute("data-series")!;
            var table = panel.QuerySelectorAll("tr[data-period]").Select(r => (r.GetAttribute("data-period")!, decimal.Parse(r.GetAttribute("data-value")!, System.Globalization.CultureInfo.InvariantCulture))).ToList();
            var chart = await ChartAsync(code, series);
            var file = await FileAsync(code, series);

            Assert.NotEmpty(table);
            Assert.Equal(table, chart);
            Assert.Equal(table, file);
            Assert.Equal(table.Count > 1, panel.QuerySelector($"[data-chart='/statistics/{code}/{series}.json']") is not null);
        }
    }

    [Fact]
    public async Task The_rows_of_a_chart_may_be_kept_by_caches_and_answer_304()
    {
        var visitor = portal.Visit();
        var answer = await visitor.GetAsync("/statistics/throughput/demo-monthly.json");

        Assert.True(answer.Headers.CacheControl is { NoCache: true, NoStore: false });
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri("/statistics/throughput/demo-monthly.json", UriKind.Relative));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.Client.SendAsync(again, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Each_target_stands_beside_what_was_reached_with_both_sources()
    {
        var page = await portal.Visit().OpenAsync("/statistics");

        foreach (var code in new[] { "throughput", "trains", "port-industry" })
        {
            var tile = page.QuerySelector($"[data-indicator='{code}']")!;
            Assert.Contains("2026 年目标", tile.TextContent, StringComparison.Ordinal);
            Assert.Contains("1,000", tile.TextContent, StringComparison.Ordinal);
            Assert.Contains("唐洁", tile.QuerySelector(".src")!.TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(tile.QuerySelectorAll("[data-status]"));
        }
        Assert.Equal("831", page.QuerySelector("[data-indicator='throughput'] [data-reached]")!.GetAttribute("data-reached"));
        Assert.Contains("演示", page.QuerySelector("[data-indicator='throughput']")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-indicator='port-industry'] [data-done]"));
    }

    [Fact]
    public async Task Every_number_on_the_pages_names_its_source_and_standing()
    {
        foreach (var code in await portal.WithDatabaseAsync(db => db.Indicators.Where(i => !i.Code.StartsWith("trial-")).Select(i => i.Code).ToListAsync(Cancellation)))
        {
            foreach (var row in (await portal.Visit().OpenAsync($"/statistics/{code}")).QuerySelectorAll("tr[data-period]"))
            {
                Assert.False(string.IsNullOrWhiteSpace(row.QuerySelector(".hh-source [lang]")!.TextContent), code);
                Assert.NotNull(row.QuerySelector("[data-status]"));
            }
        }
    }

    [Fact]
    public async Task Series_that_count_differently_stand_apart_and_the_break_is_explained()
    {
        var page = await portal.Visit().OpenAsync("/statistics/trains");

        Assert.Contains("不连成一条线", page.QuerySelector("[data-break]")!.TextContent, StringComparison.Ordinal);
        var panels = page.QuerySelectorAll("[data-series]").ToList();
        Assert.True(panels.Count > 5);
        Assert.All(panels, p => Assert.Contains("口径：", p.QuerySelector("footer")!.TextContent, StringComparison.Ordinal));
        // one publisher says 2024, another 2025: no series has both
        Assert.All(panels.Where(p => p.GetAttribute("data-series") is not "demo-monthly"), p => Assert.Single(p.QuerySelectorAll("tr[data-period]")));
    }

    [Fact]
    public async Task A_chart_holds_measured_values_or_expected_ones_never_both()
    {
        var mixed = await portal.WithDatabaseAsync(db => db.Observations.Where(o => o.State == ObservationState.Published).Include(o => o.Series).ToListAsync(Cancellation));
        Assert.Contains(mixed, o => o.Series!.Kind == FigureKind.Target);

        var page = await portal.Visit().OpenAsync("/statistics/trains");
        var target = page.QuerySelector("[data-series='target-2026']")!;
        var (code, series) = ("trains", "target-2026");
        Assert.Equal([("2026", 1000m)], await ChartAsync(code, series));
        Assert.Contains("目标", target.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(("2026", 1000m), await ChartAsync(code, "demo-monthly"));
    }

    [Fact]
    public async Task A_value_is_seen_at_the_next_request_after_it_was_checked_and_gone_after_it_was_withdrawn()
    {
        var (code, series) = await portal.HasIndicatorAsync();
        await portal.HasPublishedAsync(series, "2026-01", "5");
        var id = await portal.HasPublishedAsync(series, "2026-02", "6");
        Assert.Equal([("2026-01", 5m), ("2026-02", 6m)], await ChartAsync(code, "measured"));

        await (await portal.VisitAsAsync("admin")).SubmitAsync($"/park/statistics/{id}/withdraw", new() { ["Reason"] = "更正" });

        Assert.Equal([("2026-01", 5m)], await ChartAsync(code, "measured"));
        Assert.Null((await portal.Visit().OpenAsync($"/statistics/{code}")).QuerySelector("tr[data-period='2026-02']"));
    }

    [Fact]
    public async Task In_English_the_units_are_English_and_the_numbers_follow_them()
    {
        var visitor = portal.Visit();
        var tile = (await visitor.OpenAsync("/en/statistics")).QuerySelector("[data-indicator='throughput']")!.TextContent;

        Assert.Contains("8.31", tile, StringComparison.Ordinal);
        Assert.Contains("million t", tile, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_page_shows_the_targets_from_the_same_rows()
    {
        var strip = (await portal.Visit().OpenAsync("/")).QuerySelector(".hh-strip")!;

        Assert.Contains("1,000", strip.QuerySelector("[data-figure='trains-target-2026-2026']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("演示", strip.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/statistics/nothing")]
    [InlineData("/statistics/trains/nothing.json")]
    [InlineData("/statistics/nothing/nothing.csv")]
    public async Task What_is_not_there_is_not_found(string address) => Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync(address)).StatusCode);

    private async Task<List<(string Period, decimal Value)>> ChartAsync(string code, string series)
    {
        var answer = await portal.Visit().GetAsync($"/statistics/{code}/{series}.json");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return [.. json.RootElement.GetProperty("rows").EnumerateArray().Select(r => (r.GetProperty("period").GetString()!, r.GetProperty("value").GetDecimal()))];
    }

    private async Task<List<(string Period, decimal Value)>> FileAsync(string code, string series)
    {
        var answer = await portal.Visit().GetAsync($"/statistics/{code}/{series}.csv");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        using var reader = new CsvHelper.CsvReader(new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation)), System.Globalization.CultureInfo.InvariantCulture);
        var rows = new List<(string, decimal)>();
        await reader.ReadAsync();
        while (await reader.ReadAsync()) rows.Add((reader.GetField(0)!, reader.GetField<decimal>(2)));
        return rows;
    }
}
