using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Public.Shared;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.News;

/// <summary>News and notices.</summary>
[PublicPage(PublicTopic.News)]
public sealed class NewsController(NewsService news, EnglishVersions english) : Controller
{
    [HttpGet("/news")]
    public async Task<IActionResult> Index(NewsQuery query, CancellationToken cancellation)
    {
        var page = await news.ListAsync(new NewsFilter(query.Column, query.Year), new PageRequest(query.Page, NewsQuery.PageSize), cancellation);
        return View(new NewsListPage(query, page, await news.YearsAsync(cancellation), await page.Rows.EnglishAsync(english, cancellation)));
    }

    [HttpGet("/news/{slug}")]
    public async Task<IActionResult> Show(string slug, CancellationToken cancellation) =>
        await news.FindPublishedAsync(slug, cancellation) is { } item ? View(NewsPage.Of(item, english: await english.FindNewsAsync(slug, cancellation))) : NotFound();
}
