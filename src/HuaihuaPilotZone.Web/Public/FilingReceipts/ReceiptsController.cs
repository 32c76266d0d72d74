using HuaihuaPilotZone.FilingReceipts;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HuaihuaPilotZone.Web.Public.FilingReceipts;

/// <summary>Anybody who holds a receipt sees here whether its content is still the one that was filed. Shows nothing of the content itself.</summary>
public sealed class ReceiptsController(ReceiptDesk desk, PortalAddress address) : Controller
{
    [HttpGet("/receipts")]
    [EnableRateLimiting(RateLimits.Tracking)]
    public Task<IActionResult> Index(string? number, string? code, CancellationToken cancellation) => ShowAsync(number, code, cancellation);

    /// <summary>Where the QR code of a receipt leads.</summary>
    [HttpGet("/receipts/{number}")]
    [EnableRateLimiting(RateLimits.Tracking)]
    public Task<IActionResult> Show(string number, string? code, CancellationToken cancellation) => ShowAsync(number, code, cancellation);

    private async Task<IActionResult> ShowAsync(string? number, string? code, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "private, no-store";
        var isAsked = !string.IsNullOrWhiteSpace(number) || !string.IsNullOrWhiteSpace(code);
        if (isAsked) Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var found = await desk.LookAsync(number, code, cancellation);
        return View("Index", new ReceiptPage(number, code, isAsked, found, found is null ? null : QrPicture.Path(address.Of($"/receipts/{found.Number}?code={found.CheckCode}").AbsoluteUri)));
    }
}

/// <summary>The page.</summary>
/// <param name="Number">As it was typed.</param>
/// <param name="Code">As it was typed.</param>
/// <param name="Qr">The receipt's QR code; null where there is no receipt.</param>
public sealed record ReceiptPage(string? Number, string? Code, bool IsAsked, PublicReceipt? Found, QrPath? Qr);
