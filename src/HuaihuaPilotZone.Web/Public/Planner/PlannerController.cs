using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Planning;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HuaihuaPilotZone.Web.Public.Planner;

/// <summary>Compares routes by cost, time and CO2. The question stands in the address, so that it can be passed on; the answer is of this moment and never kept.</summary>
public sealed class PlannerController(PlanDesk plans, ChinaTime time) : Controller
{
    [HttpGet("/planner")]
    [EnableRateLimiting(RateLimits.Planner)]
    public async Task<IActionResult> Index(PlannerQuery query, CancellationToken cancellation)
    {
        // what was typed is read by the query itself, in both languages
        ModelState.Clear();
        var nodes = await plans.NodesAsync(cancellation);
        var read = query.Read();
        if (read.Query is not { } asked) return View(new PlannerPage(query, nodes, read.Problems, null, time.UtcNow));
        var outcome = await plans.PlanAsync(asked, cancellation);
        return View(new PlannerPage(query, nodes, outcome.Refusals, outcome.IsDone ? outcome.Value : null, time.UtcNow));
    }
}
