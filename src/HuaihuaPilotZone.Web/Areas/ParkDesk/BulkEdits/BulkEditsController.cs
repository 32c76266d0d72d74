using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.BulkEdits;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Enterprises;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.BulkEdits;

/// <summary>Acts on many enterprises: choose what, look at what would change, do it, see what came of it, undo it.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.KeepRoster)]
public sealed class BulkEditsController(BulkEditService edits, EnterpriseRoster roster, ChinaTime time) : Controller
{
    [HttpGet("/park/enterprises/bulk")]
    public async Task<IActionResult> Index(int? page, CancellationToken cancellation) => View(await edits.ListAsync(new PageRequest(page), cancellation));

    /// <summary>The enterprises come from the grid; what is to be done to them is asked next.</summary>
    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/enterprises/bulk/choose")]
    public Task<IActionResult> Choose([FromQuery] RosterAddress address, [FromForm] BulkForm form, CancellationToken cancellation)
    {
        ModelState.Clear();
        form.On ??= time.Today;
        return ShowAsync(address, form, preview: null, cancellation);
    }

    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/enterprises/bulk/preview")]
    public async Task<IActionResult> Preview([FromQuery] RosterAddress address, [FromForm] BulkForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(address, form, preview: null, cancellation);
        var preview = await edits.PreviewAsync(form.ToSelection(address), form.ToChange(), cancellation);
        ModelState.Show(preview.Refusals);
        return await ShowAsync(address, form, preview.IsDone ? preview.Value : null, cancellation);
    }

    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/enterprises/bulk")]
    public async Task<IActionResult> Start([FromQuery] RosterAddress address, [FromForm] BulkForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(address, form, preview: null, cancellation);
        var begun = await edits.StartAsync(form.ToSelection(address), form.ToChange(), cancellation);
        if (begun.IsDone) return Redirect($"/park/enterprises/bulk/{begun.Value.EditId}");
        ModelState.Show(begun.Refusals);
        return await ShowAsync(address, form, preview: null, cancellation);
    }

    [HttpGet("/park/enterprises/bulk/{id:int}")]
    public async Task<IActionResult> Show(int id, BulkItemState? state, int? page, CancellationToken cancellation)
    {
        if (await edits.FindAsync(id, cancellation) is not { } summary) return NotFound();
        var shown = state ?? Enum.GetValues<BulkItemState>().OrderByDescending(s => summary.Of(s)).First();
        return View(new BulkPage(summary, shown, await edits.ItemsAsync(id, summary.Edit.Act, shown, new PageRequest(page), cancellation)));
    }

    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/enterprises/bulk/{id:int}/undo")]
    public async Task<IActionResult> Undo(int id, CancellationToken cancellation)
    {
        if (await edits.FindAsync(id, cancellation) is null) return NotFound();
        var begun = await edits.UndoAsync(id, cancellation);
        TempData["Notice"] = !begun.IsDone ? begun.Refusals[0].Message : begun.Value.JobId is null ? "已撤销。" : "正在后台撤销。";
        if (!begun.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect($"/park/enterprises/bulk/{id}");
    }

    private async Task<IActionResult> ShowAsync(RosterAddress address, BulkForm form, BulkPreview? preview, CancellationToken cancellation)
    {
        form.Choices = await roster.ChoicesAsync(cancellation);
        return View("Choose", new BulkChoice(address, form, form.All ? RosterExport.Describe(address.ToQuery(), form.Choices) : null, preview));
    }
}
