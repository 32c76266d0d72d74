using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.EnterpriseChanges;

/// <summary>The public change log of the directory: who joined, was renamed, moved on or left, by day.</summary>
public sealed class EnterpriseChangesController(RosterChanges changes) : Controller
{
    [PublicPage(PublicTopic.Enterprises)]
    [HttpGet("/enterprises/changes")]
    public async Task<IActionResult> Index(int? page, CancellationToken cancellation) => View(await changes.ListAsync(new PageRequest(page), cancellation));
}
