using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Indicators;

/// <summary>What is counted, and how each series counts it.</summary>
[Area(Policies.ParkDesk)]
public sealed class IndicatorsController(IndicatorDesk desk) : Controller
{
    private const string Home = "/park/indicators";
    private const string Approved = "已核对，公开页面已更新。";
    private const string Dropped = "修改已放弃，公开页面没有变。";
    private const string Waits = "修改已保存，由另一人核对后公开。";

    private static readonly string[] _head = ["指标", "英文名称", "代码", "单位", "定义", "系列", "系列英文名称", "系列代码", "类型", "数值形式", "口径"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(IndicatorQuery query, CancellationToken cancellation) =>
        View(new IndicatorListPage(query, await desk.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    /// <summary>Every series of the indicators in the list, a row each.</summary>
    [HttpGet(Home + "/export.xlsx")]
    [HttpGet(Home + "/export.csv")]
    public Task Export(IndicatorQuery query, CancellationToken cancellation)
    {
        var rows = desk.StreamAsync(query.ToFilter()).SelectMany(i => i.Series.DefaultIfEmpty().Select(s => (Indicator: i, Series: s)));
        return Response.SendListAsync("indicators", "指标和口径", _head, rows, r => [
            r.Indicator.Name, r.Indicator.EnglishName, r.Indicator.Code, r.Indicator.Unit, r.Indicator.Definition,
            r.Series?.Name, r.Series?.EnglishName, r.Series?.Code, r.Series?.Kind.Word(), r.Series?.Form.Word(), r.Series?.Counting], cancellation);
    }

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
            if (outcome.IsDone) return Done($"{Home}/{id}", outcome.Value ? Waits : "已保存。");
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
            if (outcome.IsDone) return Done($"{Home}/{id}", outcome.Value ? Waits : "系列已保存。");
            ModelState.Show(outcome.Refusals);
        }
        return View("Series", new SeriesPage(form, indicator, saved));
    }

    [HttpPost(Home + "/{id:int}/approve")]
    [Authorize(Policies.KeepFigures)]
    public Task<IActionResult> Approve(int id, int version, CancellationToken cancellation) => ActAsync(id, () => desk.ApproveAsync(id, version, cancellation), Approved, cancellation);

    [HttpPost(Home + "/{id:int}/drop")]
    [Authorize(Policies.KeepFigures)]
    public Task<IActionResult> Drop(int id, int version, CancellationToken cancellation) => ActAsync(id, () => desk.DropAsync(id, version, cancellation), Dropped, cancellation);

    [HttpPost(Home + "/{id:int}/series/{series:int}/approve")]
    [Authorize(Policies.KeepFigures)]
    public Task<IActionResult> ApproveSeries(int id, int series, int version, CancellationToken cancellation) =>
        ActAsync(id, series, () => desk.ApproveSeriesAsync(series, version, cancellation), Approved, cancellation);

    [HttpPost(Home + "/{id:int}/series/{series:int}/drop")]
    [Authorize(Policies.KeepFigures)]
    public Task<IActionResult> DropSeries(int id, int series, int version, CancellationToken cancellation) =>
        ActAsync(id, series, () => desk.DropSeriesAsync(series, version, cancellation), Dropped, cancellation);

    private async Task<IActionResult> ActAsync(int id, Func<Task<Outcome>> act, string notice, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is null) return NotFound();
        var outcome = await act();
        return Done($"{Home}/{id}", outcome.IsDone ? notice : outcome.Refusals[0].Message);
    }

    private async Task<IActionResult> ActAsync(int id, int series, Func<Task<Outcome>> act, string notice, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } indicator && indicator.Series.Exists(s => s.Id == series) ? await ActAsync(id, act, notice, cancellation) : NotFound();

    private async Task<IActionResult> ShowAsync(IndicatorForm form, Indicator indicator, CancellationToken cancellation) =>
        View("Edit", new IndicatorPage(form, indicator, await desk.HistoryAsync(indicator.Code, this.HistoryPage(), cancellation)));

    private RedirectResult Done(string address, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(address);
    }
}
