using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Search;

/// <summary>The search over all public pages.</summary>
public sealed class SearchController(SiteSearch search) : Controller
{
    [PublicPage(PublicTopic.Search)]
    [HttpGet("/search")]
    public async Task<IActionResult> Index(SearchPageQuery query, CancellationToken cancellation) =>
        View(new SearchPage(query, await search.FindAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    /// <summary>Titles to choose from while typing: [{ title, kind, address }].</summary>
    [HttpGet("/search/suggest")]
    public async Task<IActionResult> Suggest(string? q, CancellationToken cancellation) =>
        Json((await search.SuggestAsync(q, cancellation)).Select(r => new { title = string.Concat(r.Title.Select(p => p.Text)), kind = r.Kind.ToString(), address = PageAddress.Here(r.Path) }));
}
