using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Feeds;

/// <summary>What is new, for feed readers: all news, one column, the policy library.</summary>
public sealed class FeedsController(NewsService news, PolicyLibrary library, AtomFeeds feeds) : Controller
{
    private const int Shown = 30;

    [PublicPage(PublicTopic.News)]
    [HttpGet("/feeds/news.atom")]
    public async Task<IActionResult> News(CancellationToken cancellation) => Send(feeds.OfNews(null, await news.LatestAsync(null, Shown, cancellation)));

    [PublicPage(PublicTopic.News)]
    [HttpGet("/feeds/news/{column}.atom")]
    public async Task<IActionResult> Column(string column, CancellationToken cancellation) =>
        Enum.TryParse<NewsColumn>(column, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(column[0])
            ? Send(feeds.OfNews(known, await news.LatestAsync(known, Shown, cancellation)))
            : NotFound();

    [PublicPage(PublicTopic.Policies)]
    [HttpGet("/feeds/policies.atom")]
    public async Task<IActionResult> Policies(CancellationToken cancellation) => Send(feeds.OfPolicies(await library.LatestAsync(Shown, cancellation)));

    private FileContentResult Send(byte[] feed) => File(feed, "application/atom+xml; charset=utf-8");
}
