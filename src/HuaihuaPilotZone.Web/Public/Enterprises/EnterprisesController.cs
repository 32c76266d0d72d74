using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Enterprises;

/// <summary>The public directory of enterprises.</summary>
[PublicPage(PublicTopic.Enterprises)]
public sealed class EnterprisesController(PublicDirectory directory, EnterprisePages pages) : Controller
{
    [HttpGet("/enterprises")]
    public async Task<IActionResult> Index(DirectoryAddress address, CancellationToken cancellation)
    {
        var list = await directory.ListAsync(address.ToQuery(), address.ToPlace(), PageRequest.DefaultSize, cancellation);
        var page = new DirectoryPage(address, list);
        return View(page.IsStart ? page with { Zone = await directory.CountAsync(cancellation) } : page);
    }

    [LeadToHeir]
    [HttpGet("/enterprises/{id:int}")]
    [PublicPage(PublicTopic.Enterprises, PublicTopic.News)]
    [KeptModel]
    public async Task<IActionResult> Show(int id, CancellationToken cancellation) =>
        await pages.FindAsync(id, cancellation) is { } page ? View(page) : NotFound();
}
