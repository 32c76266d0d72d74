using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Web.Public.Statistics;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Dashboard;

/// <summary>The figures of the zone on one page: targets, trends, what runs on the corridors, the roster, and how good the figures are.</summary>
[Area(Policies.ParkDesk)]
public sealed class DashboardController(PublicStatistics statistics, ObservationDesk observations, TimetableBoard timetable, RosterCounts roster, ChinaTime time) : Controller
{
    [HttpGet("/park/dashboard")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new DashboardPage(
        new StatisticsPage(await statistics.ListAsync(cancellation)), await timetable.RunsAsync(cancellation), await roster.StagesAsync(cancellation),
        (await observations.CountAsync(cancellation)).GetValueOrDefault(ObservationState.Draft), time.Today));
}

/// <summary>The dashboard.</summary>
/// <param name="Runs">What has left on each corridor.</param>
/// <param name="Waiting">Values that wait for a second person.</param>
public sealed record DashboardPage(StatisticsPage Statistics, IReadOnlyList<CorridorRuns> Runs, StageCounts Stages, int Waiting, DateOnly Today)
{
    /// <summary>How good the figures beside the targets are.</summary>
    public IReadOnlyList<FigureQuality> Quality => [.. Statistics.Targets.Select(FigureQuality.Of)];

    /// <summary>Whether an invented value is among what is shown.</summary>
    public bool HasDemonstration => Statistics.Indicators.Any(i => i.Series.Any(s => s.Statuses.Contains(FigureStatus.Demonstration)));

    /// <summary>The stages that have enterprises, with their share of all in hundredths.</summary>
    public IReadOnlyList<(EnterpriseStage Stage, int Count, string Share)> ByStage =>
        [.. Enum.GetValues<EnterpriseStage>().Where(s => Stages.Of(s) > 0).Select(s => (s, Stages.Of(s), StatisticsDrawing.Length((decimal)Stages.Of(s) / Stages.All)))];
}

/// <summary>How good the figures of an indicator are.</summary>
/// <param name="IsGood">Whether its target can be held against a measured value of its year.</param>
public sealed record FigureQuality(string Code, string Name, bool IsGood, string Text)
{
    public static FigureQuality Of(IndicatorView view)
    {
        var target = view.Target!;
        var text = (target.Pace, target.Latest) switch
        {
            ({ } pace, { } latest) => string.Create(CultureInfo.InvariantCulture, $"数据至 {pace.Until:yyyy-MM-dd}，{latest.Status.Word()}{(latest.CheckedBy is { } checker ? $"，{checker}核对" : "")}"),
            (null, { } latest) => $"最近的实际值是 {latest.Period}，{StatisticsDrawing.YearOf(target.Target)} 年没有与目标口径相当的实际值",
            _ => "还没有已公开的实际值",
        };
        return new FigureQuality(view.Indicator.Code, view.Indicator.Name, target.Pace is not null, text);
    }
}
