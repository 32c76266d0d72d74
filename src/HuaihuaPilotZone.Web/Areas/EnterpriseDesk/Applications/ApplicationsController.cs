using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Applications;

/// <summary>Returns of lists and declarations, withdrawals, totals, arrivals, departures and aggregations, made from what the enterprise handed over.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ApplicationsController(ApplicationService applications, CurrentMembership membership) : Controller
{
    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet("/enterprise/applications")]
    public async Task<IActionResult> Index(ApplicationForm form, CancellationToken cancellation) => await PageAsync(form, cancellation);

    [HttpPost("/enterprise/applications")]
    public async Task<IActionResult> Open(ApplicationForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || form.IsPlan) return await PageAsync(form, cancellation);
        var outcome = await applications.OpenAsync(EnterpriseId, form.Kind, form.Sources, cancellation);
        if (outcome.IsDone) return Redirect($"/enterprise/declarations/{outcome.Value}/edit");
        ModelState.Show(outcome.Refusals);
        return await PageAsync(form, cancellation);
    }

    private async Task<IActionResult> PageAsync(ApplicationForm form, CancellationToken cancellation)
    {
        if (DocumentKinds.Applications.All(a => a.Kind != form.Kind)) form.Kind = DocumentKind.ExportReturn;
        var choices = await applications.ChoicesAsync(EnterpriseId, form.Kind, form.Q, cancellation);
        var plan = form.IsPlan && form.Sources.Count > 0 ? await applications.PlanAsync(EnterpriseId, form.Sources, cancellation) : null;
        return View("Index", new ApplicationPage(form, choices, plan));
    }
}
