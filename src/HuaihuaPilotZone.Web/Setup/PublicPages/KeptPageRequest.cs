using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.Net.Http.Headers;

namespace HuaihuaPilotZone.Web.Setup.PublicPages;

/// <summary>How a page is packed on the wire.</summary>
public enum PageCoding
{
    Brotli,
    Gzip,
    None,
}

/// <summary>What of a request decides whether, and as what, a kept page answers it.</summary>
public static class KeptPageRequest
{
    private const int LongestQuery = 256;

    /// <summary>Cookies that do not make anybody known: the look, the form token of somebody who once opened a form, the mark of a browser in which somebody once signed in.</summary>
    private static readonly string[] _harmless = [SitePreferences.CookieName, PagesSetup.FormCookie, BrowserCookie.Name];

    /// <summary>
    /// Whether the request is one that everybody gets the same answer to. Only a cookie of this portal makes a difference, and every one
    /// not named here does, so that a new cookie is never overlooked.
    /// </summary>
    public static bool IsPlain(HttpRequest request) =>
        HeadRequests.Reads(request)
        && request.QueryString.Value is not { Length: > LongestQuery }
        && request.Headers.Authorization.Count == 0
        && (request.Headers.Cookie.Count == 0 || request.Cookies.Keys.All(IsHarmless));

    /// <summary>Where the page is kept: everything that its words or its look depend on.</summary>
    public static string KeyOf(HttpRequest request)
    {
        var look = request.Headers.Cookie.Count == 0 ? SitePreferences.Default : SitePreferences.Of(request);
        var mark = (char)('a' + (look.IsDark ? 1 : 0) + (look.HasMoreContrast ? 2 : 0) + (look.HasLargeText ? 4 : 0));
        return string.Concat([mark], request.IsHttps ? "s" : "p", request.Path.Value, request.QueryString.Value);
    }

    /// <summary>The best coding that the client takes.</summary>
    public static PageCoding CodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding;
        if (accepted.Count == 0) return PageCoding.None;
        var said = accepted.ToString();
        // what browsers send; anything with weights is read properly
        if (!said.Contains(';', StringComparison.Ordinal))
            return said.Contains("br", StringComparison.Ordinal) ? PageCoding.Brotli : said.Contains("gzip", StringComparison.Ordinal) ? PageCoding.Gzip : PageCoding.None;
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var codings)) return PageCoding.None;
        bool Takes(string name) => codings.Any(c => c.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && c.Quality is not 0);
        return Takes("br") ? PageCoding.Brotli : Takes("gzip") ? PageCoding.Gzip : PageCoding.None;
    }

    private static bool IsHarmless(string cookie)
    {
        var name = PortalCookies.PlainName(cookie);
        return !name.StartsWith("hh-", StringComparison.Ordinal) && !name.StartsWith(".AspNetCore", StringComparison.Ordinal) || _harmless.Contains(name, StringComparer.Ordinal);
    }
}
