using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Declarations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.CrossCheck;

/// <summary>Order, receipt, waybill and list of a submitted shipment side by side. Nothing is stored.</summary>
[Area(Policies.ParkDesk)]
public sealed class CrossCheckController(CrossCheckService check) : Controller
{
    private const string IndexView = "Index";

    [HttpGet("/park/cross-check")]
    public IActionResult Index(string? number) => View(IndexView, new CrossCheckForm { Number = number });

    [Authorize(Policies.ReviewDeclarations)]
    [HttpPost("/park/cross-check")]
    [RequestSizeLimit(20_000_000)]
    public async Task<IActionResult> Compare(CrossCheckForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(IndexView, form);
        var outcome = await check.CompareSubmittedAsync(form.Filed, await form.ReadAsync(cancellation), cancellation);
        if (outcome.IsDone) form.Answer = outcome.Value;
        else ModelState.Show(outcome.Refusals);
        return View(IndexView, form);
    }
}
