using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Home;

/// <summary>What the home page shows.</summary>
/// <param name="Today">The civil day that validity is computed for.</param>
public sealed record HomePage(Network Network, IReadOnlyList<NewsRow> News, IReadOnlyList<PolicyRow> Policies, IReadOnlyList<Figure> Figures, IReadOnlyList<Figure> Industries, DateOnly Today);

/// <summary>The first page.</summary>
[PublicPage(PublicTopic.News, PublicTopic.Policies, PublicTopic.Corridors, PublicTopic.Figures)]
public sealed class HomeController(NewsService news, PolicyLibrary library, CorridorService corridors, FigureService figures, ChinaTime time) : Controller
{
    private const int Shown = 5;

    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var port = await figures.ListAsync([FigureTopics.Targets, FigureTopics.DryPort], cancellation);
        return View(new HomePage(
            await corridors.NetworkAsync(cancellation),
            await news.LatestAsync(column: null, Shown, cancellation),
            await library.LatestAsync(Shown, cancellation),
            [.. port.Take(Shown)],
            await figures.ListAsync([FigureTopics.Industry], cancellation),
            time.Today));
    }
}
