using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Enterprises;

/// <summary>The public directory of enterprises.</summary>
[PublicPage(PublicTopic.Enterprises)]
public sealed class EnterprisesController(PublicDirectory directory) : Controller
{
    [HttpGet("/enterprises")]
    public async Task<IActionResult> Index(string? q, EnterpriseType? type, int? district, int? tag, int? page, CancellationToken cancellation)
    {
        var query = new DirectoryQuery(q, type, district, tag);
        return View(new DirectoryPage(query, await directory.ListAsync(query, new PageRequest(page), cancellation), await directory.FacetsAsync(query, cancellation)));
    }

    [HttpGet("/enterprises/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken cancellation) =>
        await directory.FindAsync(id, cancellation) is { } entry ? View(entry) : NotFound();
}

/// <summary>The directory as the page shows it.</summary>
public sealed record DirectoryPage(DirectoryQuery Query, Page<DirectoryEntry> Entries, DirectoryFacets Facets)
{
    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Query != new DirectoryQuery() && Query != new DirectoryQuery("");
}
