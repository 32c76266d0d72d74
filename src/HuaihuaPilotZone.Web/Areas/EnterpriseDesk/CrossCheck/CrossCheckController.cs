using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.CrossCheck;

/// <summary>Order, receipt, waybill and list of one of the enterprise's shipments side by side. Nothing is stored.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class CrossCheckController(CrossCheckService check, CurrentMembership membership) : Controller
{
    private const string IndexView = "Index";

    [HttpGet("/enterprise/tools/cross-check")]
    public IActionResult Index(string? number) => View(IndexView, new CrossCheckForm { Number = number });

    [HttpPost("/enterprise/tools/cross-check")]
    [RequestSizeLimit(20_000_000)]
    public async Task<IActionResult> Compare(CrossCheckForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(IndexView, form);
        var outcome = await check.CompareAsync(membership.Required.EnterpriseId, form.Filed, await form.ReadAsync(cancellation), cancellation);
        if (outcome.IsDone) form.Answer = outcome.Value;
        else ModelState.Show(outcome.Refusals);
        return View(IndexView, form);
    }
}
