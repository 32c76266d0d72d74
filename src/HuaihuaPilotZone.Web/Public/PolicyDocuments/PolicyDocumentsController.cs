using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Public.Shared;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.PolicyDocuments;

/// <summary>The policy library.</summary>
[PublicPage(PublicTopic.Policies, PublicTopic.News)]
public sealed class PolicyDocumentsController(PolicyLibrary library, EnglishVersions english, PolicyMatcher matcher, ChinaTime time) : Controller
{
    [HttpGet("/policies")]
    public async Task<IActionResult> Index(PolicyQuery query, CancellationToken cancellation)
    {
        var page = await library.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation);
        var facets = await library.FacetsAsync(query.Text, cancellation);
        return View(new PolicyListPage(query, page, facets, DocumentNumbers.Terms(query.Text), time.Today, await page.Rows.EnglishAsync(english, cancellation)));
    }

    [HttpGet("/policies/{slug}")]
    // for whom it is names areas, industries and parks
    [PublicPage(PublicTopic.Policies, PublicTopic.News, PublicTopic.Enterprises, PublicTopic.Parks)]
    [KeptModel]
    public async Task<IActionResult> Show(string slug, DateOnly? on, CancellationToken cancellation)
    {
        var found = on is { } day ? await library.FindAsync(slug, day, cancellation) : await library.FindAsync(slug, cancellation);
        return found is null ? NotFound() : View(PolicyPage.Of(found.View, await matcher.ShowAsync(found.Criteria, cancellation), time.Today, english: found.English));
    }
}
