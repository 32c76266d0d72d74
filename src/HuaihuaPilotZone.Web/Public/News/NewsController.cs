using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Addresses;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Public.Shared;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.News;

/// <summary>News and notices.</summary>
[PublicPage(PublicTopic.News, PublicTopic.Policies)]
public sealed class NewsController(NewsService news, NewsColumns columns, PolicyLibrary policies, EnglishVersions english, MovedAddresses moved, ChinaTime time) : Controller
{
    [HttpGet("/news")]
    public async Task<IActionResult> Index(NewsQuery query, CancellationToken cancellation)
    {
        var known = await columns.ReadAsync(cancellation);
        var column = known.Find(query.Column);
        var page = await news.ListAsync(new NewsFilter(column?.Code, query.Year), new PageRequest(query.Page, NewsQuery.PageSize), cancellation);
        return View(new NewsListPage(query, column, page, await news.YearsAsync(cancellation), await columns.PublicAsync(cancellation), known, await page.Rows.EnglishAsync(english, cancellation)));
    }

    [HttpGet("/news/{slug}")]
    [KeptModel]
    public async Task<IActionResult> Show(string slug, CancellationToken cancellation) =>
        await news.FindPublishedAsync(slug, cancellation) is { } item
            ? View(NewsPage.Of(
                item, (await columns.ReadAsync(cancellation)).ColumnOf(item), item.InterpretsId is { } policy ? await policies.InterpretedAsync(policy, cancellation) : null, time.Today, english: await english.FindNewsAsync(slug, cancellation)))
            : await moved.FindAsync($"/news/{slug}", cancellation) is { } address ? RedirectPermanent(address) : NotFound();
}
