using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>The enterprise's list of pre-declarations, and new ones.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class DeclarationsController(DeclarationService declarations, DeclarationLists lists, CustomsTablesSource tables, CurrentMembership membership, ChinaTime time) : Controller
{
    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet("/enterprise/declarations")]
    public async Task<IActionResult> Index(DeclarationListQuery query, CancellationToken cancellation)
    {
        var page = await lists.ListAsync(EnterpriseId, query.ToFilter(), new PageRequest(query.Page, query.Size), cancellation);
        var counts = await lists.CountsAsync(EnterpriseId, cancellation);
        return View(new DeclarationListPage(query, page, counts));
    }

    /// <summary>All rows of the filter as CSV; read batch by batch.</summary>
    [HttpGet("/enterprise/declarations/export.csv")]
    public Task Export(DeclarationListQuery query, CancellationToken cancellation) =>
        DeclarationCsv.SendAsync(Response, time.Today, lists.StreamAsync(EnterpriseId, query.ToFilter(), cancellation), cancellation);

    [HttpGet("/enterprise/declarations/new")]
    public async Task<IActionResult> New(CancellationToken cancellation) => View(new NewDeclarationForm { Latest = await lists.LatestAsync(EnterpriseId, NewDeclarationForm.MostLatest, cancellation) });

    /// <summary>First shows what the answers lead to, then opens the draft in the mode that was taken.</summary>
    [HttpPost("/enterprise/declarations/new")]
    public async Task<IActionResult> New(NewDeclarationForm form, CancellationToken cancellation)
    {
        form.Areas = await tables.AreasAsync(time.Today, cancellation);
        form.Latest = await lists.LatestAsync(EnterpriseId, NewDeclarationForm.MostLatest, cancellation);
        if (!ModelState.IsValid || string.IsNullOrEmpty(form.TradeMode)) return View(form);
        var outcome = await declarations.OpenAsync(EnterpriseId, form.ToNew(), cancellation);
        if (outcome.IsDone) return Redirect($"/enterprise/declarations/{outcome.Value}/edit");
        ModelState.Show(outcome.Refusals);
        return View(form);
    }

    [HttpPost("/enterprise/declarations/{number}/copy")]
    public async Task<IActionResult> Copy(DeclarationNumber number, CancellationToken cancellation)
    {
        var outcome = await declarations.CopyAsync(EnterpriseId, number, cancellation);
        if (!outcome.IsDone) return NotFound();
        TempData["Notice"] = $"已复制为 {outcome.Value.Number}。{outcome.Value.Say()}";
        return Redirect($"/enterprise/declarations/{outcome.Value.Number}/edit");
    }
}
