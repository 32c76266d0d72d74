using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Parks;

/// <summary>The parks of the zone, with what can be rented there.</summary>
[PublicPage(PublicTopic.Parks, PublicTopic.Figures, PublicTopic.Enterprises)]
public sealed class ParksController(ParkDirectory parks) : Controller
{
    [HttpGet("/parks")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await parks.ListAsync(null, cancellation));

    [HttpGet("/parks/{slug}")]
    public async Task<IActionResult> Show(string slug, CancellationToken cancellation) => await parks.FindAsync(slug, cancellation) is { } park ? View(park) : NotFound();
}
