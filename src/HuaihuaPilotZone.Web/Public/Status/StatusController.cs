using HuaihuaPilotZone.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Status;

/// <summary>How the portal is. Asks no database, so that it answers when the database does not.</summary>
public sealed class StatusController(PortalStatus status, PublicChanges changes, TimeProvider clock) : Controller
{
    [HttpGet("/status")]
    public IActionResult Index()
    {
        Response.Headers.CacheControl = "no-store";
        return View(new StatusPage(clock.GetUtcNow().UtcDateTime, status.StartedAt, changes.UnreachableSince, status.Work, status.Outages));
    }
}
