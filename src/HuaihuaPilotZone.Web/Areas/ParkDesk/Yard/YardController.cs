using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Yard;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Yard;

/// <summary>What is in the yard, what came and went, and where a container stands.</summary>
[Area(Policies.ParkDesk)]
public sealed class YardController(YardFigures figures, YardKeeping yard, ChinaTime time) : Controller
{
    private const string Home = "/park/yard";
    private const int UsualDays = 30;

    // no yard is older, and days near the end of the calendar cannot be counted on
    private static readonly DateOnly _firstDay = new(2000, 1, 1);

    private static readonly string[] _head = ["箱号", "企业", "空重", "箱型", "进场时间", "箱位", "在场（天）"];

    private static readonly string[] _dayHead = ["日期", "进场", "出场", "夜间在场"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(StockQuery query, CancellationToken cancellation)
    {
        query = query with { On = Known(query.On) };
        return View(new StockPage(query, await figures.StockAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), await yard.BlocksAsync(cancellation), AsOf(query)));
    }

    [HttpGet(Home + "/export.csv")]
    public Task Export(StockQuery query, CancellationToken cancellation)
    {
        query = query with { On = Known(query.On) };
        var asOf = AsOf(query);
        return CsvFile.SendAsync(
            Response, string.Create(CultureInfo.InvariantCulture, $"yard-{query.On ?? time.Today:yyyyMMdd}.csv"), _head, figures.StreamStockAsync(query.ToFilter()),
            row => [row.Container, row.EnterpriseName, row.Load.Word(), row.Size, ListTimes.Of(row.InAt), row.Position, (asOf - row.InAt).TotalDays.ToString("0.0", CultureInfo.InvariantCulture)], cancellation);
    }

    [HttpGet(Home + "/days")]
    public async Task<IActionResult> Days(DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        var (first, last) = Range(from, to);
        return View(new YardDaysPage(first, last, await figures.DaysAsync(first, last, cancellation), await figures.DwellAsync(first, last, cancellation), await figures.HasDemonstrationAsync(cancellation)));
    }

    [HttpGet(Home + "/days/export.csv")]
    public async Task ExportDays(DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        var (first, last) = Range(from, to);
        var days = await figures.DaysAsync(first, last, cancellation);
        await CsvFile.SendAsync(
            Response, string.Create(CultureInfo.InvariantCulture, $"yard-days-{last:yyyyMMdd}.csv"), _dayHead, days.ToAsyncEnumerable(),
            row => [ListTimes.Of(row.Day), Number(row.In), Number(row.Out), Number(row.Stock)], cancellation);
    }

    [HttpGet(Home + "/stays/{id:int}")]
    public async Task<IActionResult> Stay(int id, CancellationToken cancellation) => await ShowAsync(id, null, cancellation);

    [HttpPost(Home + "/stays/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Stay(int id, PlaceForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await yard.PlaceAsync(id, form.Version, FormText.Clean(form.Position)?.ToUpperInvariant(), cancellation);
            if (outcome.IsDone)
            {
                TempData["Notice"] = "箱位已记下。";
                return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/stays/{id}"));
            }
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(id, form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(int id, PlaceForm? form, CancellationToken cancellation)
    {
        if (await yard.FindAsync(id, cancellation) is not { } detail) return NotFound();
        // the page shows the position as it is now, so the next attempt is made knowing it
        form ??= new PlaceForm { Position = detail.Stay.Position?.Code };
        form.Version = detail.Stay.Version;
        ModelState.Remove(nameof(PlaceForm.Version));
        return View("Stay", new StayPage(detail, form, await yard.HistoryAsync(id, this.HistoryPage(), cancellation), time.UtcNow));
    }

    /// <summary>A day that the log can have; what is to come is not known.</summary>
    private DateOnly? Known(DateOnly? day) => day is not { } asked ? null : asked > time.Today ? time.Today : asked < _firstDay ? _firstDay : asked;

    private DateTime AsOf(StockQuery query) => query.On is { } day ? ChinaTime.StartOf(day.AddDays(1)) : time.UtcNow;

    private (DateOnly First, DateOnly Last) Range(DateOnly? from, DateOnly? to)
    {
        var last = Known(to) ?? time.Today;
        var first = Known(from) ?? last.AddDays(1 - UsualDays);
        return first > last ? (last, last) : first < last.AddDays(1 - YardFigures.MostDays) ? (last.AddDays(1 - YardFigures.MostDays), last) : (first, last);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
