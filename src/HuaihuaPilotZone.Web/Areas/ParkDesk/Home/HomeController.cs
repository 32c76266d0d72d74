using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Home;

/// <summary>The staff's first page: what waits, and the way to each room.</summary>
[Area(Policies.ParkDesk)]
public sealed class HomeController(DeclarationLists lists) : Controller
{
    [HttpGet("/park")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var (waiting, oldest) = await lists.WaitingAsync(cancellation);
        var queue = await lists.QueueAsync(new DeclarationFilter(DeclarationView.Submitted), new PageRequest(1, 5), cancellation);
        return View(new OverviewPage(waiting, oldest, queue.Rows));
    }
}

/// <summary>The overview.</summary>
/// <param name="Oldest">UTC; since when the first declaration waits.</param>
public sealed record OverviewPage(int Waiting, DateTime? Oldest, IReadOnlyList<DeclarationRow> Queue);
