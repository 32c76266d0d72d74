using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Makes a page of a desk in English, whose address has no language: the preview of an English text.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InEnglishAttribute : Attribute, IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        // holds for what follows in this request and for nothing after it
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(SitePreferences.English);
        return next();
    }
}
