using System.Text.Json;
using System.Text.Json.Serialization;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Statistics;

/// <summary>Indicators for the public: pages, and the rows of each series for the chart and as a file.</summary>
[PublicPage(PublicTopic.Figures)]
public sealed class StatisticsController(PublicStatistics statistics) : Controller
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    // one file for both languages
    private static readonly string[] _head =
        ["期间 period", "限定 bound", "数值 value", "单位 unit", "类型 kind", "状态 status", "来源 source", "来源日期 source date", "来源网址 source address", "说明 note"];

    [HttpGet("/statistics")]
    [KeptModel]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new StatisticsPage(await statistics.ListAsync(cancellation)));

    [HttpGet("/statistics/{code}")]
    [KeptModel]
    public async Task<IActionResult> Show(string code, CancellationToken cancellation) =>
        await statistics.FindAsync(code, cancellation) is { } indicator ? View(indicator) : NotFound();

    /// <summary>The rows of a series for its chart.</summary>
    [HttpGet("/statistics/{code}/{series}.json")]
    public async Task<IActionResult> Data(string code, string series, CancellationToken cancellation) =>
        await statistics.SeriesAsync(code, series, cancellation) is { } view
            ? File(JsonSerializer.SerializeToUtf8Bytes(ChartData.Of(view), _json), "application/json; charset=utf-8")
            : NotFound();

    /// <summary>The rows of a series as a file.</summary>
    [HttpGet("/statistics/{code}/{series}.csv")]
    public async Task<IActionResult> Csv(string code, string series, CancellationToken cancellation)
    {
        if (await statistics.SeriesAsync(code, series, cancellation) is not { } view) return NotFound();
        var unit = view.Series.Indicator!.Unit;
        await CsvFile.SendAsync(
            Response, $"{view.Series.Indicator.Code}-{view.Series.Code}.csv", _head, view.Values.ToAsyncEnumerable(),
            v => [v.Period, v.Bound.Word(), StatisticsDrawing.Plain(v.Value), unit, view.Series.Kind.Word(), v.Status.Word(), v.Source, v.SourceDate, v.SourceAddress, v.Note], cancellation);
        return new EmptyResult();
    }
}
