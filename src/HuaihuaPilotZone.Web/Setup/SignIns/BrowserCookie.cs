using System.Buffers.Text;
using System.Security.Cryptography;
using HuaihuaPilotZone.Accounts.SignIns;
using Microsoft.AspNetCore.DataProtection;

namespace HuaihuaPilotZone.Web.Setup.SignIns;

/// <summary>A sealed cookie by which a browser is known again. It lets nobody in; it says only that this browser was here before.</summary>
public sealed class BrowserCookie(IHttpContextAccessor http, IDataProtectionProvider protection, IHostEnvironment environment, TimeProvider clock)
{
    public const string Name = "hh-browser";

    private const int SecretBytes = 16;
    private const int LongestCookie = 400;

    private readonly IDataProtector _protector = protection.CreateProtector("HuaihuaPilotZone.Browser");
    private string? _made;

    /// <summary>Where this request comes from; a browser without the cookie gets one.</summary>
    public SignInPlace Place()
    {
        var context = http.HttpContext!;
        return SignInPlaces.Of(context.Connection.RemoteIpAddress, context.Request.Headers.UserAgent, Read(context) ?? (_made ??= Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))));
    }

    /// <summary>Keeps the cookie in the browser of somebody who has just signed in.</summary>
    public void Keep()
    {
        var context = http.HttpContext!;
        if ((_made ?? Read(context)) is not { } secret) return;
        context.Response.Cookies.Append(PortalCookies.NameOf(environment, Name), _protector.Protect(secret), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps || !environment.IsDevelopment(),
            Path = "/",
            Expires = clock.GetUtcNow() + SignInSweeper.BrowserKept,
        });
    }

    private string? Read(HttpContext context)
    {
        if (context.Request.Cookies[PortalCookies.NameOf(environment, Name)] is not { Length: > 0 and <= LongestCookie } cookie) return null;
        try
        {
            return _protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
