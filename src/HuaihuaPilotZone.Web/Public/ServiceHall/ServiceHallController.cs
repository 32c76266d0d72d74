using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Addresses;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.ServiceHall;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.ServiceHall;

/// <summary>办事大厅.</summary>
public sealed class ServiceHallController(ServiceCatalogue catalogue, FileCabinet cabinet, MovedAddresses moved) : Controller
{
    [PublicPage(PublicTopic.Services)]
    [HttpGet("/services")]
    public async Task<IActionResult> Index(ServiceQuery query, CancellationToken cancellation) =>
        View(new ServiceListPage(query, await catalogue.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [PublicPage(PublicTopic.Services)]
    [HttpGet("/services/{slug}")]
    [KeptModel]
    public async Task<IActionResult> Show(string slug, CancellationToken cancellation) =>
        await catalogue.FindAsync(slug, cancellation) is { } item ? View(new ServicePage(item, catalogue.HallContact, IsPreview: false)) : await MovedAsync(slug, "", cancellation);

    /// <summary>A blank form.</summary>
    [HttpGet("/services/{slug}/forms/{materialId:int}")]
    public async Task<IActionResult> Form(string slug, int materialId, CancellationToken cancellation) =>
        await catalogue.FindFormAsync(slug, materialId, cancellation) is { } file
            ? this.SendFile(file, cabinet.Open(file))
            : await MovedAsync(slug, FormattableString.Invariant($"/forms/{materialId}"), cancellation);

    private async Task<IActionResult> MovedAsync(string slug, string rest, CancellationToken cancellation) =>
        await moved.FindAsync($"/services/{slug}", cancellation) is { } address ? RedirectPermanent(address + rest) : NotFound();
}
