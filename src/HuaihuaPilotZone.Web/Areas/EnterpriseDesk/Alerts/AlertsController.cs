using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Alerts;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Alerts;

/// <summary>Alerts of the enterprise's own consignments.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class AlertsController(AlertDesk alerts, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/alerts";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public Task<IActionResult> Index(AlertQuery query, CancellationToken cancellation) => ShowAsync(query, null, cancellation);

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(AlertQuery query, CancellationToken cancellation) => AlertFile.SendAsync(Response, alerts.StreamAsync(query.ToFilter() with { EnterpriseId = EnterpriseId }), cancellation);

    [HttpPost(Home + "/{id:int}/acknowledge")]
    public async Task<IActionResult> Acknowledge(int id, CancellationToken cancellation)
    {
        var outcome = await alerts.AcknowledgeAsync(id, EnterpriseId, cancellation);
        if (outcome.IsMissing) return NotFound();
        TempData["Notice"] = outcome.IsDone ? "已接手，别人会看到。" : outcome.Refusals[0].Message;
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect(Home);
    }

    [HttpPost(Home + "/{id:int}/close")]
    public async Task<IActionResult> Close(int id, AlertForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await alerts.CloseAsync(id, EnterpriseId, FormText.Clean(form.Note), cancellation);
            if (outcome.IsMissing) return NotFound();
            if (outcome.IsDone)
            {
                TempData["Notice"] = "预警已关闭。";
                return Redirect(Home);
            }
            ModelState.Show(outcome.Refusals);
        }
        return await ShowAsync(new AlertQuery(null, null, null, null, null), (id, form.Note), cancellation);
    }

    private async Task<IActionResult> ShowAsync(AlertQuery query, (int, string?)? refused, CancellationToken cancellation) => View(
        "/Shared/Alerts/Index.cshtml", new AlertListPage("/enterprise", query, await alerts.ListAsync(query.ToFilter() with { EnterpriseId = EnterpriseId }, new PageRequest(query.Page), cancellation), true, refused));
}
