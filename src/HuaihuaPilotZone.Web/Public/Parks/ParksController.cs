using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Parks;

/// <summary>The parks of the zone, with what can be rented there.</summary>
[PublicPage(PublicTopic.Parks, PublicTopic.Figures, PublicTopic.Enterprises)]
public sealed class ParksController(ParkDirectory parks, AreaKeeping areas) : Controller
{
    [HttpGet("/parks")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View(new ParksPage(await parks.ListAsync(null, cancellation), await areas.TreeAsync(cancellation)));

    [HttpGet("/parks/{slug}")]
    [KeptModel]
    public async Task<IActionResult> Show(string slug, int? page, CancellationToken cancellation) => await parks.FindAsync(slug, page, cancellation) is { } park ? View(park) : NotFound();
}

/// <summary>The parks and the areas they lie in.</summary>
public sealed record ParksPage(IReadOnlyList<ParkRow> Parks, IReadOnlyList<AreaRow> Areas);
