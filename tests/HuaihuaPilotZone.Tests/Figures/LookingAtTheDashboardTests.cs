using System.Globalization;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Figures;

/// <summary>The figures of the zone on one page of the park's desk.</summary>
public sealed class LookingAtTheDashboardTests
{
    private const string Corridor = "china-laos";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Targets_stand_there_and_on_the_first_page_of_the_desk_as_the_public_sees_them()
    {
        await using var own = Portal.Own();
        var auditor = await own.VisitAsAsync("auditor");
        var shown = Tiles(await own.Visit().OpenAsync("/statistics"));

        var board = await auditor.OpenAsync("/park/dashboard");

        Assert.NotEmpty(shown);
        Assert.Equal(shown, Tiles(board));
        Assert.Equal(shown, Tiles(await auditor.OpenAsync("/park")));
        Assert.NotEmpty(board.QuerySelectorAll("[data-chart]"));
        Assert.Equal(shown.Count, board.QuerySelectorAll("[data-quality]").Length);
    }

    [Fact]
    public async Task Departures_that_left_are_counted_by_corridor_beside_the_same_days_of_the_year_before_and_cancelled_ones_are_not()
    {
        await using var own = Portal.Own();
        var auditor = await own.VisitAsAsync("auditor");
        var now = own.Clock.GetUtcNow().UtcDateTime;
        var ids = await own.WithDatabaseAsync(db => db.Departures
            .Where(d => d.Service!.Corridor!.Slug == Corridor && d.Status == DepartureStatus.Planned && d.LeavesAt > now).OrderBy(d => d.Id).Select(d => d.Id).Take(6).ToListAsync(Cancellation));
        var (before, _) = Runs(await auditor.OpenAsync("/park/dashboard"));

        for (var i = 0; i < 3; i++) await LeftAsync(ids[i], now.AddDays(-1 - i));
        Assert.Equal((before + 3, "上年无记录"), Runs(await auditor.OpenAsync("/park/dashboard")));

        await LeftAsync(ids[3], now.AddYears(-1).AddDays(-1));
        // in the year before, but on a day that has not come yet this year
        await LeftAsync(ids[4], now.AddYears(-1).AddDays(2));
        await LeftAsync(ids[5], now.AddDays(-1));
        await own.WithDatabaseAsync(db => db.Departures.Where(d => d.Id == ids[5]).ExecuteUpdateAsync(s => s.SetProperty(d => d.Status, DepartureStatus.Cancelled), Cancellation));
        Assert.Equal((before + 3, string.Create(CultureInfo.InvariantCulture, $"+{before + 2}00.0%")), Runs(await auditor.OpenAsync("/park/dashboard")));

        Task<int> LeftAsync(int id, DateTime at) => own.WithDatabaseAsync(db => db.Departures.Where(d => d.Id == id).ExecuteUpdateAsync(s => s.SetProperty(d => d.LeavesAt, at), Cancellation));
    }

    [Fact]
    public async Task What_waits_for_a_second_person_and_what_no_value_can_be_held_against_is_said()
    {
        await using var own = Portal.Own();
        var auditor = await own.VisitAsAsync("auditor");
        var before = Waiting(await auditor.OpenAsync("/park/dashboard"));
        var measured = await own.WithDatabaseAsync(db => db.Observations.Where(o => o.State == ObservationState.Published && o.Series!.Kind == HuaihuaPilotZone.Figures.FigureKind.Measured).Select(o => o.Id).ToListAsync(Cancellation));
        await own.WithDatabaseAsync(db => db.Observations.Where(o => measured.Contains(o.Id)).ExecuteUpdateAsync(s => s.SetProperty(o => o.State, ObservationState.Draft), Cancellation));

        var page = await auditor.OpenAsync("/park/dashboard");

        Assert.Equal(before + measured.Count, Waiting(page));
        Assert.NotNull(page.QuerySelector("a[href='/park/statistics?state=Draft']"));
        Assert.All(page.QuerySelectorAll("[data-quality] small"), line => Assert.Equal("还没有已公开的实际值", line.TextContent));
        Assert.Empty(page.QuerySelectorAll("[data-chart]"));
    }

    [Fact]
    public async Task The_enterprises_of_each_stage_are_those_of_the_roster()
    {
        await using var own = Portal.Own();
        var stages = await own.WithDatabaseAsync(db => db.Enterprises.GroupBy(e => e.Stage).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.ToString(), g => g.Count, Cancellation));

        var page = await (await own.VisitAsAsync("auditor")).OpenAsync("/park/dashboard");

        Assert.Equal(stages, page.QuerySelectorAll("[data-stage]").ToDictionary(r => r.GetAttribute("data-stage")!, r => int.Parse(r.QuerySelector(".r-num")!.TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
    }

    private static List<(string?, string?)> Tiles(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("[data-indicator]").Select(t => (t.GetAttribute("data-indicator"), t.QuerySelector("[data-reached]")?.GetAttribute("data-reached")))];

    private static (int Runs, string Change) Runs(IHtmlDocument page)
    {
        var cells = page.QuerySelectorAll($"[data-runs='{Corridor}'] .r-num");
        return (int.Parse(cells[0].TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), cells[1].TextContent);
    }

    private static int Waiting(IHtmlDocument page) => int.Parse(page.QuerySelector("[data-waiting-values]")!.GetAttribute("data-waiting-values")!, CultureInfo.InvariantCulture);
}
