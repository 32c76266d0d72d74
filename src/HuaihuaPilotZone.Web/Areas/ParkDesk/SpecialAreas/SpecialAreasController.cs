using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.SpecialAreas;

/// <summary>Special customs areas with their approval. Staff see them; administrators state them.</summary>
[Area(Policies.ParkDesk)]
public sealed class SpecialAreasController(CustomsTablesService tables, ChinaTime time) : Controller
{
    private const string Home = "/park/tables/areas";

    [HttpGet(Home)]
    public async Task<IActionResult> Index(int? page, CancellationToken cancellation) => View(await PageAsync(page, new SpecialAreaForm(), cancellation));

    [HttpPost(Home)]
    [Authorize(Policies.StateAreas)]
    public async Task<IActionResult> Index(SpecialAreaForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await tables.AddAreaAsync(form.ToData(), cancellation);
            if (outcome.IsDone) return Told($"{form.Name} 已录入。");
            ModelState.Show(outcome.Refusals);
        }
        return View(await PageAsync(null, form, cancellation));
    }

    [HttpGet(Home + "/{id:int}")]
    [Authorize(Policies.StateAreas)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await tables.FindAreaAsync(id, cancellation) is { } row ? View(SpecialAreaForm.Of(row)) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.StateAreas)]
    public async Task<IActionResult> Edit(int id, SpecialAreaForm form, CancellationToken cancellation)
    {
        if (await tables.FindAreaAsync(id, cancellation) is null) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await tables.CorrectAreaAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told($"{form.Name} 已更正。");
            ModelState.Show(outcome.Refusals);
        }
        return View(form);
    }

    private RedirectResult Told(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }

    private async Task<SpecialAreaPage> PageAsync(int? page, SpecialAreaForm form, CancellationToken cancellation) =>
        new(await tables.AreasAsync(new PageRequest(page), cancellation), form, time.Today);
}
