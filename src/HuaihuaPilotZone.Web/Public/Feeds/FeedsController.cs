using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.ServiceHall;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Feeds;

/// <summary>What is new, for feed readers: all news, one column, the policy library and its sections, the service hall, the statistics, the directory of enterprises, the notices of risks.</summary>
public sealed class FeedsController(NewsService news, NewsColumns columns, PolicyLibrary library, ServiceCatalogue services, PublicStatistics statistics, RosterChanges changes, RiskDirectory risks, AtomFeeds feeds) : Controller
{
    private const int Shown = 30;

    [PublicPage(PublicTopic.News)]
    [HttpGet("/feeds/news.atom")]
    public async Task<IActionResult> News(CancellationToken cancellation) => Send(feeds.OfNews(null, await news.LatestAsync(null, Shown, cancellation)));

    [PublicPage(PublicTopic.News)]
    [HttpGet("/feeds/news/{column}.atom")]
    public async Task<IActionResult> Column(string column, CancellationToken cancellation) =>
        (await columns.ReadAsync(cancellation)).Find(column) is { } known
            ? Send(feeds.OfNews(known, await news.LatestAsync(known.Code, Shown, cancellation)))
            : NotFound();

    [PublicPage(PublicTopic.Policies)]
    [HttpGet("/feeds/policies.atom")]
    public async Task<IActionResult> Policies(CancellationToken cancellation) => Send(feeds.OfPolicies(null, await library.LatestAsync(null, Shown, cancellation)));

    [PublicPage(PublicTopic.Policies)]
    [HttpGet("/feeds/policies/{section}.atom")]
    public async Task<IActionResult> Section(string section, CancellationToken cancellation) => PolicySection.Find(section) is { } known
        ? Send(feeds.OfPolicies(known, await library.LatestAsync(known, Shown, cancellation)))
        : NotFound();

    [PublicPage(PublicTopic.Services)]
    [HttpGet("/feeds/services.atom")]
    public async Task<IActionResult> Services(CancellationToken cancellation) => Send(feeds.OfServices(await services.LatestAsync(Shown, cancellation)));

    [PublicPage(PublicTopic.Figures)]
    [HttpGet("/feeds/statistics.atom")]
    public async Task<IActionResult> Statistics(CancellationToken cancellation) => Send(feeds.OfStatistics(await statistics.LatestAsync(Shown, cancellation)));

    [PublicPage(PublicTopic.Enterprises)]
    [HttpGet("/feeds/enterprises.atom")]
    public async Task<IActionResult> Enterprises(CancellationToken cancellation) => Send(feeds.OfChanges((await changes.ListAsync(new PageRequest(1, Shown), cancellation)).Rows));

    [PublicPage(PublicTopic.Corridors)]
    [HttpGet("/feeds/risks.atom")]
    public async Task<IActionResult> Risks(CancellationToken cancellation) => Send(feeds.OfRisks(await risks.LatestAsync(Shown, cancellation)));

    private FileContentResult Send(byte[] feed) => File(feed, "application/atom+xml; charset=utf-8");
}
