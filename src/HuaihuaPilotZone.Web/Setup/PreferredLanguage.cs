using Microsoft.AspNetCore.Localization;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// The language of the interface from the preferences. Numbers and dates stay Chinese in every language, because
/// forms are read back with the same culture.
/// </summary>
public sealed class PreferredLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = SitePreferences.Of(httpContext.Request).Language;
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(SitePreferences.Chinese, language));
    }
}
