using HuaihuaPilotZone.Content.Addresses;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Addresses;

/// <summary>Another address for a page that was published; the old one goes on leading to it.</summary>
[Area(Policies.ParkDesk)]
public sealed class AddressesController(AddressDesk desk) : Controller
{
    [HttpGet("/park/news/{id:int}/address")]
    public Task<IActionResult> News(int id, CancellationToken cancellation) => ShowAsync(AddressedKind.News, id, null, cancellation);

    [HttpPost("/park/news/{id:int}/address")]
    [Authorize(Policies.EditContent)]
    public Task<IActionResult> News(int id, AddressForm form, CancellationToken cancellation) => ChangeAsync(AddressedKind.News, id, form, cancellation);

    [HttpGet("/park/services/{id:int}/address")]
    public Task<IActionResult> Service(int id, CancellationToken cancellation) => ShowAsync(AddressedKind.Service, id, null, cancellation);

    [HttpPost("/park/services/{id:int}/address")]
    [Authorize(Policies.EditContent)]
    public Task<IActionResult> Service(int id, AddressForm form, CancellationToken cancellation) => ChangeAsync(AddressedKind.Service, id, form, cancellation);

    private async Task<IActionResult> ChangeAsync(AddressedKind kind, int id, AddressForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(kind, id, form, cancellation);
        var outcome = await desk.ChangeAsync(kind, id, form.Version, form.Slug!.Trim(), cancellation);
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return await ShowAsync(kind, id, form, cancellation);
        }

        TempData["Notice"] = "网址已更改，原网址会自动跳转到新网址。";
        return Redirect(AddressPage.DeskOf(kind, id));
    }

    private async Task<IActionResult> ShowAsync(AddressedKind kind, int id, AddressForm? typed, CancellationToken cancellation)
    {
        if (await desk.FindAsync(kind, id, cancellation) is not { } page) return NotFound();
        var form = typed ?? new AddressForm { Slug = page.Slug, Version = page.Version };
        if (StaleForm.Renew(ModelState)) form.Version = page.Version;
        return View("Change", new AddressPage(page, form));
    }
}
