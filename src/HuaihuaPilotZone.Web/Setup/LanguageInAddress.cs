using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Localization;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// The language of a public page stands in its address and nowhere else, so that an address has one answer that can be kept for everybody.
/// Takes /en off before the routing, remembers it for the request, and keeps redirects from an English page among the English ones.
/// </summary>
public sealed class LanguageInAddress(RequestDelegate next)
{
    private static readonly object _english = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(PageAddress.English, StringComparison.OrdinalIgnoreCase, out var page) || !PageAddress.HasLanguages(page)) return next(context);
        context.Request.Path = page.HasValue ? page : "/";
        context.Items[_english] = true;
        context.Response.OnStarting(static state =>
        {
            StayEnglish((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    /// <summary>Whether the page was asked for in English.</summary>
    public static bool IsEnglish(HttpContext context) => context.Items.ContainsKey(_english);

    private static void StayEnglish(HttpContext context)
    {
        if (context.Response.Headers.Location.ToString() is not { Length: > 0 } location) return;
        // the sign-in page is named with the host
        var own = UriHelper.BuildAbsolute(context.Request.Scheme, context.Request.Host);
        var local = location.StartsWith(own, StringComparison.OrdinalIgnoreCase) ? location[(own.Length - 1)..] : location;
        var english = PageAddress.InEnglish(local);
        if (!ReferenceEquals(english, local)) context.Response.Headers.Location = english;
    }
}

/// <summary>
/// The language of the interface as the address says it. Numbers and dates stay Chinese in every language, because forms are read back
/// with the same culture.
/// </summary>
public sealed class LanguageOfAddress : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(SitePreferences.Chinese, LanguageInAddress.IsEnglish(httpContext) ? SitePreferences.English : SitePreferences.Chinese));
}
