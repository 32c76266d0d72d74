using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Editorial;

/// <summary>News and policies that wait for somebody.</summary>
[Area(Policies.ParkDesk)]
public sealed class QueueController(WaitingTexts queue) : Controller
{
    [HttpGet("/park/editorial")]
    public async Task<IActionResult> Index(QueueView? view, int? page, CancellationToken cancellation)
    {
        var shown = view ?? QueueView.InReview;
        return View(new QueuePage(shown, await queue.CountAsync(cancellation), await queue.ListAsync(shown, new PageRequest(page), cancellation)));
    }
}
