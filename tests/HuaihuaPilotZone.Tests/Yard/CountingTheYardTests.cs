using System.Globalization;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Yard;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Yard;

/// <summary>Counts of the whole yard, so each in a portal of its own beside the demonstration's containers.</summary>
public sealed class CountingTheYardTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_day_is_what_its_gate_log_makes_it_also_after_late_lines_and_mistakes()
    {
        await using var portal = Portal.Own();
        await FillAsync(portal);
        var admin = await portal.VisitAsAsync("admin");

        var page = await admin.OpenAsync("/park/yard/days?from=2026-10-25&to=2026-11-22");

        var log = await portal.WithDatabaseAsync(db => db.GateMoves.AsNoTracking().Where(m => m.TakenBackAt == null).OrderBy(m => m.Id).ToListAsync(Cancellation));
        Assert.True(log.Count > 30);
        for (var day = new DateOnly(2026, 10, 25); day <= new DateOnly(2026, 11, 22); day = day.AddDays(1))
        {
            var cells = page.QuerySelectorAll($"[data-day='{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'] .r-num").Select(c => c.TextContent);
            int Count(GateDirection direction, bool before) => log.Count(m => m.Direction == direction && (before ? m.Day <= day : m.Day == day));
            Assert.Equal(new[] { Count(GateDirection.In, false), Count(GateDirection.Out, false), Count(GateDirection.In, true) - Count(GateDirection.Out, true) }.Select(n => n.ToString(CultureInfo.InvariantCulture)), cells);
            var stock = await portal.InScopeAsync(s => s.GetRequiredService<YardFigures>().StockAsync(new StockFilter(On: day), new HuaihuaPilotZone.Common.PageRequest(), Cancellation));
            Assert.Equal(cells.Last(), stock.Total.ToString(CultureInfo.InvariantCulture));
        }
        Assert.Contains("2026-11-22", await (await admin.GetAsync("/park/yard/days/export.csv?from=2026-11-20&to=2026-11-22")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Median_and_P90_are_ranks_of_those_who_left_in_the_range()
    {
        await using var portal = Portal.Own();
        var start = new DateTime(2026, 11, 1, 9, 0, 0, DateTimeKind.Unspecified);
        for (var i = 1; i <= 10; i++)
        {
            var container = YardScenes.NextContainer();
            await portal.ComesInAsync(container, start);
            // i days each; the tenth leaves outside the range
            await portal.GoesOutAsync(container, start.AddDays(i));
        }

        var page = await (await portal.VisitAsAsync("auditor")).OpenAsync("/park/yard/days?from=2026-11-02&to=2026-11-10");

        Assert.Contains("9 箱", page.QuerySelector("[data-dwell=count]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("5 天", page.QuerySelector("[data-dwell=median]")!.TextContent);
        Assert.StartsWith("9 天", page.QuerySelector("[data-dwell=p90]")!.TextContent, StringComparison.Ordinal);
        var none = await (await portal.VisitAsAsync("auditor")).OpenAsync("/park/yard/days?from=2026-01-02&to=2026-01-10");
        Assert.Equal("—", none.QuerySelector("[data-dwell=median]")!.TextContent);
    }

    [Fact]
    public async Task The_stock_is_searched_narrowed_ordered_and_taken_along()
    {
        await using var portal = Portal.Own();
        var block = await portal.HasBlockAsync(2);
        var (old, young) = (YardScenes.NextContainer(), YardScenes.NextContainer());
        await portal.ComesInAsync(old, new DateTime(2026, 11, 1, 9, 0, 0, DateTimeKind.Unspecified), $"{block}-01-01-2");
        await portal.ComesInAsync(young, new DateTime(2026, 11, 21, 9, 0, 0, DateTimeKind.Unspecified), $"{block}-01-01-1");
        var auditor = await portal.VisitAsAsync("auditor");

        Assert.Equal([old, young], await ContainersAsync(auditor, $"block={block}"));
        Assert.Equal([young, old], await ContainersAsync(auditor, $"block={block}&sort=Position"));
        Assert.Equal([young, old], await ContainersAsync(auditor, $"block={block}&dir=desc"));
        Assert.Equal([old], await ContainersAsync(auditor, $"block={block}&days=7"));
        Assert.Equal([young], await ContainersAsync(auditor, $"q={block}-01-01-1"));
        Assert.Equal([young], await ContainersAsync(auditor, $"q={young[..4]} {young[4..]}"));
        foreach (var odd in new[] { "/park/yard?on=9999-12-31", "/park/yard?on=0001-01-01", "/park/yard/days?from=0001-01-01&to=9999-12-31", "/park/yard/days?from=9999-12-31&to=0001-01-01" }) await auditor.OpenAsync(odd);
        Assert.Contains("没有符合条件的集装箱", (await auditor.OpenAsync("/park/yard?q=没有这个")).Content(), StringComparison.Ordinal);
        Assert.Contains("演示", (await auditor.OpenAsync("/park/yard?q=HHCU1000010")).Content(), StringComparison.Ordinal);
        var file = await (await auditor.GetAsync($"/park/yard/export.csv?block={block}&load=Full")).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains($"{block}-01-01-2", file, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> ContainersAsync(Visitor visitor, string query) =>
        (await visitor.OpenAsync($"/park/yard?{query}")).QuerySelectorAll("[data-container]").Select(r => r.GetAttribute("data-container")!);

    /// <summary>Containers that come and go, some written down late, one taken back.</summary>
    private static async Task FillAsync(Portal portal)
    {
        var start = new DateTime(2026, 10, 26, 7, 30, 0, DateTimeKind.Unspecified);
        for (var i = 0; i < 20; i++)
        {
            var container = YardScenes.NextContainer();
            // in no order, so that lines come late
            var at = start.AddDays(i * 7 % 25).AddHours(i * 5 % 16);
            await portal.ComesInAsync(container, at);
            if (i % 3 != 0) await portal.GoesOutAsync(container, at.AddDays(i % 3));
        }
        var wrong = YardScenes.NextContainer();
        await portal.ComesInAsync(wrong, start);
        var move = await portal.WithDatabaseAsync(db => db.GateMoves.Where(m => m.Container == wrong).Select(m => m.Id).SingleAsync(Cancellation));
        Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<GateDesk>().TakeBackAsync(move, "登记错箱", Cancellation))).IsDone);
    }
}
