using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Policies;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.PolicyDocuments;

/// <summary>The policy library.</summary>
public sealed class PolicyDocumentsController(PolicyLibrary library, ChinaTime time) : Controller
{
    [HttpGet("/policies")]
    public async Task<IActionResult> Index(PolicyQuery query, CancellationToken cancellation)
    {
        var page = await library.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation);
        var facets = await library.FacetsAsync(query.Text, cancellation);
        return View(new PolicyListPage(query, page, facets, DocumentNumbers.Terms(query.Text), time.Today));
    }

    [HttpGet("/policies/{slug}")]
    public async Task<IActionResult> Show(string slug, DateOnly? on, CancellationToken cancellation) =>
        await library.FindAsync(slug, on, cancellation) is { } view ? View(PolicyPage.Of(view)) : NotFound();
}
