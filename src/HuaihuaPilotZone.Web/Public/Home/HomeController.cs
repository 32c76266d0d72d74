using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Web.Public.Shared;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Home;

/// <summary>What the home page shows.</summary>
/// <param name="Today">The civil day that validity is computed for.</param>
public sealed record HomePage(Network Network, IReadOnlyList<NewsRow> News, IReadOnlyList<PolicyRow> Policies, IReadOnlyList<Figure> Figures, IReadOnlyList<Figure> Industries, DateOnly Today)
{
    /// <summary>English titles of its news by slug; empty on Chinese pages.</summary>
    public required IReadOnlyDictionary<string, EnglishTitle> NewsInEnglish { get; init; }

    /// <summary>English titles of its policies by slug; empty on Chinese pages.</summary>
    public required IReadOnlyDictionary<string, EnglishTitle> PoliciesInEnglish { get; init; }

    /// <summary>The latest notices of risks that hold today; usually none.</summary>
    public required IReadOnlyList<RiskNotice> Risks { get; init; }

    /// <summary>The next departure of each corridor by its id; a corridor without one in the coming days is not in it.</summary>
    public required IReadOnlyDictionary<int, NextDeparture> Departures { get; init; }
}

/// <summary>The first page.</summary>
[PublicPage(PublicTopic.News, PublicTopic.Policies, PublicTopic.Corridors, PublicTopic.Figures)]
public sealed class HomeController(NewsService news, PolicyLibrary library, EnglishVersions english, CorridorService corridors, TimetableBoard timetable, FigureService figures, RiskDirectory risks, ChinaTime time) : Controller
{
    private const int Shown = 5;
    private const int ShownRisks = 2;

    [HttpGet("/")]
    [KeptModel]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var shown = await figures.ListAsync([FigureTopics.Targets, FigureTopics.DryPort, FigureTopics.Industry], cancellation);
        var latest = await news.LatestAsync(column: null, Shown, cancellation);
        var policies = await library.LatestAsync(null, Shown, cancellation);
        return View(new HomePage(
            await corridors.NetworkAsync(cancellation),
            latest,
            policies,
            [.. shown.Where(f => f.Topic != FigureTopics.Industry).Take(Shown)],
            [.. shown.Where(f => f.Topic == FigureTopics.Industry)],
            time.Today)
        {
            NewsInEnglish = await latest.EnglishAsync(english, cancellation),
            PoliciesInEnglish = await policies.EnglishAsync(english, cancellation),
            Risks = await risks.PresentAsync(ShownRisks, cancellation),
            Departures = (await timetable.NextOfEachAsync(cancellation)).ToDictionary(d => d.CorridorId),
        });
    }
}
