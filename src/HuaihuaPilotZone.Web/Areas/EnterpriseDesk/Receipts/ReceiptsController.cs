using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Receipts;

/// <summary>Receipts that the enterprise hands in, and those that wait for a document.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ReceiptsController(ReceiptIntake intake, ReceiptLists receipts, CurrentMembership membership) : Controller
{
    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet("/enterprise/receipts")]
    public Task<IActionResult> Index(ReceiptView? view, int? page, CancellationToken cancellation) => ShowAsync(view, page, cancellation);

    [HttpPost("/enterprise/receipts")]
    public async Task<IActionResult> HandIn(ReceiptForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(null, null, cancellation);
        using var content = new MemoryStream();
        await form.File!.CopyToAsync(content, cancellation);
        var outcome = await intake.TakeAsync(EnterpriseId, content.ToArray(), cancellation);
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return await ShowAsync(null, null, cancellation);
        }
        TempData["Notice"] = outcome.Value.Say();
        if (outcome.Value.Problems.Count > 0) TempData["NoticeTone"] = "bad";
        return Redirect(DeclarationNumber.TryParse(form.Number, null, out var number) ? $"/enterprise/declarations/{number}#receipts" : "/enterprise/receipts");
    }

    private async Task<IActionResult> ShowAsync(ReceiptView? view, int? page, CancellationToken cancellation)
    {
        var shown = view is { } wanted && Enum.IsDefined(wanted) ? wanted : ReceiptView.All;
        return View("Index", new ReceiptsPage(shown, await receipts.ListAsync(EnterpriseId, shown, new PageRequest(page), cancellation)));
    }
}
