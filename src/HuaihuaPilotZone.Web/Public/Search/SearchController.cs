using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Search;

/// <summary>The search over all public pages.</summary>
public sealed class SearchController(SiteSearch search, PolicyLibrary library) : Controller
{
    // whether a policy is in force is not in the index
    [PublicPage(PublicTopic.Search, PublicTopic.Policies)]
    [HttpGet("/search")]
    public async Task<IActionResult> Index(SearchPageQuery query, CancellationToken cancellation)
    {
        var answer = await search.FindAsync(query.ToFilter(), new PageRequest(query.Page), cancellation);
        return View(new SearchPage(query, answer, await library.ValiditiesAsync([.. answer.Page.Rows.Where(r => r.Kind == SearchKind.Policy).Select(r => SearchPage.SlugOf(r))], cancellation)));
    }

    /// <summary>Titles to choose from while typing: [{ title, kind, address }].</summary>
    [HttpGet("/search/suggest")]
    public async Task<IActionResult> Suggest(string? q, CancellationToken cancellation) =>
        Json((await search.SuggestAsync(q, cancellation)).Select(r => new { title = string.Concat(r.Title.Select(p => p.Text)), kind = r.Kind.ToString(), address = PageAddress.Here(r.Path) }));
}
