using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Investment.Opportunities;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Opportunities;

/// <summary>What the zone looks for.</summary>
[PublicPage(PublicTopic.Investment, PublicTopic.Parks, PublicTopic.Enterprises, PublicTopic.Chains)]
public sealed class OpportunitiesController(OpportunityDirectory opportunities, ChinaTime time) : Controller
{
    [HttpGet("/opportunities")]
    public async Task<IActionResult> Index(int? industry, int? page, CancellationToken cancellation) =>
        View(new OpportunitiesPage(industry, await opportunities.ListAsync(industry, new PageRequest(page), cancellation)));

    [HttpGet("/opportunities/{slug}")]
    [KeptModel]
    public async Task<IActionResult> Show(string slug, CancellationToken cancellation) =>
        await opportunities.FindAsync(slug, cancellation) is { } found ? View(new OpportunityShown(found, found.IsOver(time.Today))) : NotFound();
}

/// <summary>The list.</summary>
public sealed record OpportunitiesPage(int? Industry, OpportunityList List);

/// <summary>One opportunity.</summary>
/// <param name="IsOver">Whether its last day has passed.</param>
public sealed record OpportunityShown(Opportunity Opportunity, bool IsOver);
