using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Indicators;

/// <summary>What is counted, and how each series counts it.</summary>
[Area(Policies.ParkDesk)]
public sealed class IndicatorsController(IndicatorDesk desk) : Controller
{
    private const string Home = "/park/indicators";

    [HttpGet(Home)]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await desk.ListAsync(cancellation));

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepFigures)]
    public IActionResult New() => View("Edit", new IndicatorPage(new IndicatorForm { EnglishPerUnit = 1 }, null, null));

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepFigures)]
    public async Task<IActionResult> New(IndicatorForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var added = await desk.AddAsync(form.ToData(), cancellation);
            if (added.IsDone) return Done($"{Home}/{added.Value}", "指标已建立，请再加系列，写明口径。");
            ModelState.Show(added.Refusals);
        }
        return View("Edit", new IndicatorPage(form, null, null));
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } indicator ? await ShowAsync(IndicatorForm.Of(indicator), indicator, cancellation) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepFigures)]
    public async Task<IActionResult> Edit(int id, IndicatorForm form, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } indicator) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await desk.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Done($"{Home}/{id}", "已保存。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(form, indicator, cancellation);
    }

    [HttpGet(Home + "/{id:int}/series/new")]
    [Authorize(Policies.KeepFigures)]
    public async Task<IActionResult> NewSeries(int id, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } indicator ? View("Series", new SeriesPage(new IndicatorSeriesForm(), indicator, null)) : NotFound();

    [HttpPost(Home + "/{id:int}/series/new")]
    [Authorize(Policies.KeepFigures)]
    public async Task<IActionResult> NewSeries(int id, IndicatorSeriesForm form, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } indicator) return NotFound();
        if (ModelState.IsValid)
        {
            var added = await desk.AddSeriesAsync(id, form.ToData(), cancellation);
            if (added.IsDone) return Done($"{Home}/{id}", "系列已建立。");
            ModelState.Show(added.Refusals);
        }
        return View("Series", new SeriesPage(form, indicator, null));
    }

    [HttpGet(Home + "/{id:int}/series/{series:int}")]
    [Authorize(Policies.KeepFigures)]
    public async Task<IActionResult> EditSeries(int id, int series, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } indicator && indicator.Series.Find(s => s.Id == series) is { } saved
            ? View("Series", new SeriesPage(IndicatorSeriesForm.Of(saved), indicator, saved))
            : NotFound();

    [HttpPost(Home + "/{id:int}/series/{series:int}")]
    [Authorize(Policies.KeepFigures)]
    public async Task<IActionResult> EditSeries(int id, int series, IndicatorSeriesForm form, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } indicator || indicator.Series.Find(s => s.Id == series) is not { } saved) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await desk.UpdateSeriesAsync(series, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Done($"{Home}/{id}", "系列已保存。");
            ModelState.Show(outcome.Refusals);
        }
        return View("Series", new SeriesPage(form, indicator, saved));
    }

    private async Task<IActionResult> ShowAsync(IndicatorForm form, Indicator indicator, CancellationToken cancellation) =>
        View("Edit", new IndicatorPage(form, indicator, await desk.HistoryAsync(indicator.Code, new PageRequest(), cancellation)));

    private RedirectResult Done(string address, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(address);
    }
}
