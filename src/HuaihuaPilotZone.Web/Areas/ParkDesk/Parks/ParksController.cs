using System.Globalization;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Parks;

/// <summary>What is said of the parks: records, buildings and figures with their sources.</summary>
[Area(Policies.ParkDesk)]
public sealed class ParksController(ParkKeeping parks, EnterpriseRoster roster) : Controller
{
    private const string Home = "/park/parks";
    private const string EditView = "Edit";

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> Create(CancellationToken cancellation) => ShowAsync(null, new ParkForm(), cancellation);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Create(ParkForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await parks.AddAsync(form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "园区已建立，接着登记楼栋和数据。");
            ModelState.Show(made.Refusals);
        }
        return await ShowAsync(null, form, cancellation);
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await parks.FindAsync(id, cancellation) is { } park ? await ShowAsync(park, ParkForm.Of(park), cancellation) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Edit(int id, ParkForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await parks.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await parks.FindAsync(id, cancellation) is not { } park) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = park.Version;
        return await ShowAsync(park, form, cancellation);
    }

    [HttpPost(Home + "/{id:int}/buildings")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Building(int id, BuildingForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await parks.AddBuildingAsync(id, form.BuildingName!.Trim(), cancellation);
            if (outcome.IsDone) return Told(id, "楼栋已登记。");
            ModelState.Show(outcome.Refusals);
        }
        return await parks.FindAsync(id, cancellation) is { } park ? await ShowAsync(park, ParkForm.Of(park), cancellation, building: form) : NotFound();
    }

    [HttpPost(Home + "/{id:int}/figures")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Figure(int id, ParkFigureForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await parks.AddFigureAsync(id, form.ToFigure(id), cancellation);
            if (outcome.IsDone) return Told(id, "数据已录入，公开页面立即显示。");
            ModelState.Show(outcome.Refusals);
        }
        return await parks.FindAsync(id, cancellation) is { } park ? await ShowAsync(park, ParkForm.Of(park), cancellation, figure: form) : NotFound();
    }

    [HttpPost(Home + "/{id:int}/figures/{figureId:int}/remove")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> RemoveFigure(int id, int figureId, CancellationToken cancellation)
    {
        var outcome = await parks.RemoveFigureAsync(id, figureId, cancellation);
        if (outcome.IsDone) return Told(id, "数据已删除。");
        TempData["NoticeTone"] = "bad";
        return Told(id, outcome.Refusals[0].Message);
    }

    private async Task<IActionResult> ShowAsync(Park? park, ParkForm form, CancellationToken cancellation, BuildingForm? building = null, ParkFigureForm? figure = null)
    {
        var areas = (await roster.ChoicesAsync(cancellation)).Areas;
        IReadOnlyList<Figure> figures = park is null ? [] : await parks.FiguresAsync(park, cancellation);
        var history = park is null ? null : await parks.HistoryAsync(park.Id, this.HistoryPage(), cancellation);
        return View(EditView, new ParkPage(park, form, areas, figures, building ?? new BuildingForm(), figure ?? new ParkFigureForm(), history));
    }

    private RedirectResult Told(int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}"));
    }
}
