using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Corridors;

/// <summary>The dry port and its corridors.</summary>
[PublicPage(PublicTopic.Corridors, PublicTopic.Figures)]
public sealed class CorridorsController(CorridorService corridors, FigureService figures) : Controller
{
    [HttpGet("/corridors")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await corridors.NetworkAsync(cancellation));

    [HttpGet("/corridors/{slug}")]
    [KeptModel]
    public async Task<IActionResult> Show(string slug, CancellationToken cancellation) =>
        await corridors.FindAsync(slug, cancellation) is { } corridor
            ? View(new CorridorPage(corridor, await figures.ListAsync([FigureTopics.OfCorridor(slug)], cancellation), corridors.Today))
            : NotFound();

    [HttpGet("/dry-port")]
    public async Task<IActionResult> DryPort(CancellationToken cancellation) =>
        View(new DryPortPage(
            await figures.ListAsync([FigureTopics.Targets, FigureTopics.DryPort, FigureTopics.Trains, FigureTopics.Industry], cancellation),
            await corridors.AreasAsync(cancellation)));
}
