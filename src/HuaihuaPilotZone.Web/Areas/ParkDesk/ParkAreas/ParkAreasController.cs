using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.ParkAreas;

/// <summary>The areas of the port and what they are parts of.</summary>
[Area(Policies.ParkDesk)]
public sealed class ParkAreasController(AreaKeeping areas) : Controller
{
    private const string Home = "/park/areas";

    [HttpGet(Home)]
    public Task<IActionResult> Index(CancellationToken cancellation) => TreeAsync(new AreaForm(), cancellation);

    [HttpPost(Home)]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Create(AreaForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await areas.AddAsync(form.ToData(), cancellation);
            if (made.IsDone) return Told("片区已登记。");
            ModelState.Show(made.Refusals);
        }
        return await TreeAsync(form, cancellation);
    }

    [HttpGet(Home + "/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) => await ShowAsync(id, null, cancellation);

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Edit(int id, AreaForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await areas.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told("修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(id, form, cancellation);
    }

    [HttpPost(Home + "/{id:int}/close")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Close(int id, bool closed, CancellationToken cancellation)
    {
        var outcome = await areas.CloseAsync(id, closed, cancellation);
        if (outcome.IsDone) return Told(closed ? "已停用，不能再选用。" : "已恢复。");
        TempData["NoticeTone"] = "bad";
        return Told(outcome.Refusals[0].Message);
    }

    private async Task<IActionResult> TreeAsync(AreaForm form, CancellationToken cancellation) => View("Index", new AreaTreePage(await areas.TreeAsync(cancellation), form));

    private async Task<IActionResult> ShowAsync(int id, AreaForm? form, CancellationToken cancellation)
    {
        if (await areas.FindAsync(id, cancellation) is not { } area) return NotFound();
        if (form is not null && StaleForm.Renew(ModelState)) form.Version = area.Version;
        return View("Edit", new AreaPage(area, form ?? AreaForm.Of(area), await areas.TreeAsync(cancellation), await areas.HistoryAsync(id, this.HistoryPage(), cancellation)));
    }

    private RedirectResult Told(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }
}
