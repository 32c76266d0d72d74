using System.Globalization;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// Addresses in the language of the page. A page of the public site has one local address (/news/x) and one route; its English version
/// stands at the same address under <see cref="English"/> (/en/news/x). <see cref="LanguageInAddress"/> takes the prefix off when a request
/// comes in; everything that leads to a page puts it on here.
/// </summary>
public static class PageAddress
{
    /// <summary>What stands before the address of an English page.</summary>
    public const string English = "/en";

    // the desks speak Chinese, and what is no page has no language; "en" itself, so that nothing has two prefixes
    private static readonly string[] _withoutLanguage = [English, "/park", "/enterprise", "/api", "/dist", "/media", "/health", "/openapi"];

    /// <summary>Whether the page that is being made is an English one.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>Whether there is an English page at this local address too.</summary>
    public static bool HasLanguages(PathString path) => !_withoutLanguage.Any(p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>The address that leads to a page of this site without leaving the reader's language; anything else as it is.</summary>
    /// <param name="address">A local address with its query, or any other.</param>
    public static string Here(string address) => IsEnglish ? InEnglish(address) : address;

    /// <summary>What the browser says a request was sent from, where that is at this host: a path and its query, yet to be tried as a local address.</summary>
    public static string? SentFrom(HttpRequest request) => request.GetTypedHeaders().Referer is { IsAbsoluteUri: true } from && from.Authority == request.Host.Value ? from.PathAndQuery : null;

    /// <summary>The English address of a page of this site; anything else, and what has no languages, as it is.</summary>
    public static string InEnglish(string address)
    {
        if (address is not ['/', ..] || address is ['/', '/' or '\\', ..]) return address;
        var end = address.IndexOfAny(['?', '#']);
        var path = end < 0 ? address : address[..end];
        if (!HasLanguages(new PathString(Uri.UnescapeDataString(path)))) return address;
        return path == "/" ? English + address[1..] : English + address;
    }
}
