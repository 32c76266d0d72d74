using System.Globalization;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Figures;

/// <summary>Makes the indicators and values that a test needs, by the pages that staff use.</summary>
internal static class Observations
{
    private static int _indicators;

    /// <summary>An indicator of its own with one measured series.</summary>
    /// <returns>Its code and the series' id.</returns>
    public static async Task<(string Code, int Series)> HasIndicatorAsync(this Portal portal, SeriesForm form = SeriesForm.Period) => await portal.InScopeAsync(async s =>
    {
        var desk = s.GetRequiredService<IndicatorDesk>();
        var code = $"trial-{Interlocked.Increment(ref _indicators)}";
        var indicator = await desk.AddAsync(new IndicatorData(code, $"试行指标 {code}", $"Trial {code}", "万吨", "million t", 0.01m, "试行定义", "Trial definition", 900), TestContext.Current.CancellationToken);
        var series = await desk.AddSeriesAsync(
            indicator.Value, new SeriesData("measured", "试行系列", "Trial series", FigureKind.Measured, form, "试行口径甲", "Trial counting", null, 1), TestContext.Current.CancellationToken);
        return (code, series.Value);
    });

    public static async Task<int> HasSeriesAsync(this Portal portal, string indicator, string code, FigureKind kind, int? comparedWith = null)
    {
        var id = await portal.WithDatabaseAsync(db => db.Indicators.Where(i => i.Code == indicator).Select(i => i.Id).SingleAsync(TestContext.Current.CancellationToken));
        return (await portal.InScopeAsync(s => s.GetRequiredService<IndicatorDesk>().AddSeriesAsync(
            id, new SeriesData(code, $"系列 {code}", $"Series {code}", kind, SeriesForm.Period, $"口径 {code}", $"Counting {code}", comparedWith, 2), TestContext.Current.CancellationToken))).Value;
    }

    public static Dictionary<string, string?> Values(int series, string period, string value, params (string Name, string Value)[] more)
    {
        var values = new Dictionary<string, string?>
        {
            ["SeriesId"] = series.ToString(CultureInfo.InvariantCulture),
            ["Period"] = period,
            ["Value"] = value,
            ["Bound"] = "Exact",
            ["Status"] = "Press",
            ["Source"] = "示例日报，2026-04-02",
            ["SourceDate"] = "2026-04-02",
        };
        foreach (var (name, text) in more) values[name] = text;
        return values;
    }

    /// <summary>Types a value.</summary>
    /// <returns>The id of the draft.</returns>
    public static async Task<int> TypeAsync(this Visitor staff, int series, string period, string value, params (string Name, string Value)[] more) =>
        int.Parse((await staff.SubmitAsync("/park/statistics/new", Values(series, period, value, more))).LedTo().Split('/')[^1], CultureInfo.InvariantCulture);

    public static Task<HttpResponseMessage> PublishAsync(this Visitor staff, int id) => staff.SubmitAsync($"/park/statistics/{id}", [], $"/park/statistics/{id}/publish");

    /// <summary>One person types a value, another checks it.</summary>
    public static async Task<int> HasPublishedAsync(this Portal portal, int series, string period, string value, params (string Name, string Value)[] more)
    {
        var id = await (await portal.VisitAsAsync("editor")).TypeAsync(series, period, value, more);
        Assert.Equal($"/park/statistics/{id}", (await (await portal.VisitAsAsync("admin")).PublishAsync(id)).LedTo());
        return id;
    }
}
