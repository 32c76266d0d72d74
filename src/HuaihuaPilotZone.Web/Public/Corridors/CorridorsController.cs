using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Corridors;

/// <summary>The dry port and its corridors.</summary>
[PublicPage(PublicTopic.Corridors, PublicTopic.Figures)]
public sealed class CorridorsController(CorridorService corridors, NoticeDesk notices, RiskDirectory risks, TimetableBoard timetable, FigureService figures, ChinaTime time) : Controller
{
    private const int ShownDepartures = 5;
    private const int MostDepartures = 6;

    [HttpGet("/corridors")]
    [KeptModel]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new NetworkPage(
        await corridors.NetworkAsync(cancellation), await notices.PresentAsync(cancellation), await timetable.FirstAsync(new TimetableFilter(), MostDepartures, cancellation), time.UtcNow));

    [HttpGet("/corridors/{slug}")]
    [KeptModel]
    public async Task<IActionResult> Show(string slug, CancellationToken cancellation) =>
        await corridors.FindAsync(slug, cancellation) is { } corridor
            ? View(new CorridorPage(
                corridor, await figures.ListAsync([FigureTopics.OfCorridor(slug)], cancellation), await notices.OfCorridorAsync(corridor.Id, cancellation),
                await risks.OfCorridorAsync(corridor.Id, cancellation), await timetable.NextAsync(corridor.Id, ShownDepartures, cancellation), corridors.Today))
            : NotFound();

    [HttpGet("/dry-port")]
    [KeptModel]
    public async Task<IActionResult> DryPort(CancellationToken cancellation) =>
        View(new DryPortPage(
            await figures.ListAsync([FigureTopics.Targets, FigureTopics.DryPort, FigureTopics.Trains, FigureTopics.Industry], cancellation),
            await corridors.AreasAsync(cancellation)));
}
