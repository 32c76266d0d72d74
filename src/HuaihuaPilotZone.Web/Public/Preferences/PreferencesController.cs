using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Preferences;

/// <summary>
/// Changes how the portal looks for one visitor. Without an anti-forgery token on purpose: it changes no data, and a
/// token would put a cookie on every public page and keep those pages out of caches.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class PreferencesController(TimeProvider clock, IHostEnvironment environment) : Controller
{
    private static readonly TimeSpan _kept = TimeSpan.FromDays(365);

    /// <summary>Only the parts that are sent change; then back to the page the visitor came from, on this site only.</summary>
    [HttpPost("/preferences")]
    public IActionResult Change(string? theme, string? contrast, string? text, string? returnUrl)
    {
        var preferences = SitePreferences.Of(Request).With(theme, contrast, text);
        Response.Cookies.Append(PortalCookies.NameOf(environment, SitePreferences.CookieName), preferences.Format(), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps || !environment.IsDevelopment(),
            IsEssential = true,
            Path = "/",
            Expires = clock.GetUtcNow() + _kept,
        });
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
