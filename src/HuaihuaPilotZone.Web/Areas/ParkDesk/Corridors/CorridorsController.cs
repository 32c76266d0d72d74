using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Corridors;

/// <summary>Corridors: what is said of them, their legs in order and their standing through time.</summary>
[Area(Policies.ParkDesk)]
public sealed class CorridorsController(CorridorKeeping corridors, LegKeeping legs) : Controller
{
    private const string Home = "/park/network/corridors";
    private const string EditView = "Edit";

    private static readonly string[] _head = ["网址短名", "名称", "英文名称", "状态", "状态依据", "合作方", "说明", "所需单证", "联系", "来源", "来源网址"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await corridors.ListAsync(cancellation));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public async Task Export(CancellationToken cancellation) => await Response.SendListAsync(
        "corridors", "通道", _head, (await corridors.ListAsync(cancellation)).ToAsyncEnumerable(),
        c => [c.Slug, c.Name, c.EnglishName, c.Status.Word(), c.StatusSource, c.Partners, c.Description, c.Documents, c.Contact, c.Source, c.SourceAddress], cancellation);

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepNetwork)]
    public Task<IActionResult> Create(CancellationToken cancellation) => ShowAsync(null, CorridorForm.New(), new StandingForm(), cancellation);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Create(CorridorForm form, CancellationToken cancellation)
    {
        if (form.Add)
        {
            AddRow(form);
        }
        else if (ModelState.IsValid)
        {
            var made = await corridors.AddAsync(form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "通道已新建。");
            ModelState.Show(made.Refusals);
        }
        return await ShowAsync(null, form, new StandingForm(), cancellation);
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await corridors.FindAsync(id, cancellation) is { } corridor ? await ShowAsync(corridor, CorridorForm.Of(corridor), new StandingForm(), cancellation) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Edit(int id, CorridorForm form, CancellationToken cancellation)
    {
        if (form.Add)
        {
            AddRow(form);
        }
        else if (ModelState.IsValid)
        {
            var outcome = await corridors.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await corridors.FindAsync(id, cancellation) is not { } corridor) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = corridor.Version;
        return await ShowAsync(corridor, form, new StandingForm(), cancellation);
    }

    [HttpPost(Home + "/{id:int}/standings")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Stand(int id, StandingForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await corridors.StandAsync(id, form.Version, form.Status!.Value, form.StatusSource!.Trim(), cancellation);
            if (outcome.IsDone) return Told(id, $"状态已更新为“{form.Status.Value.Word()}”。");
            ModelState.Show(outcome.Refusals);
        }
        return await corridors.FindAsync(id, cancellation) is { } corridor ? await ShowAsync(corridor, CorridorForm.Of(corridor), form, cancellation) : NotFound();
    }

    private void AddRow(CorridorForm form)
    {
        form.Legs.Add(new CorridorLegForm());
        ModelState.Forgive();
    }

    private async Task<IActionResult> ShowAsync(Corridor? corridor, CorridorForm form, StandingForm standing, CancellationToken cancellation)
    {
        // the page shows the standings as they are now, so the next attempt is made knowing them
        if (corridor is not null) standing.Version = corridor.Version;
        var history = corridor is null ? null : await corridors.HistoryAsync(corridor.Id, new PageRequest(), cancellation);
        return View(EditView, new CorridorEditPage(corridor, form, standing, await legs.ChoicesAsync(form.Chosen(), cancellation), history));
    }

    private RedirectResult Told(int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}"));
    }
}
