using Microsoft.AspNetCore.Localization;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// The language of the interface from the preferences. Numbers and dates stay Chinese in every language, because
/// forms are read back with the same culture. The desks speak Chinese only.
/// </summary>
public sealed class PreferredLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var path = httpContext.Request.Path;
        var isDesk = path.StartsWithSegments("/enterprise", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/park", StringComparison.OrdinalIgnoreCase);
        var language = isDesk ? SitePreferences.Chinese : SitePreferences.Of(httpContext.Request).Language;
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(SitePreferences.Chinese, language));
    }
}
