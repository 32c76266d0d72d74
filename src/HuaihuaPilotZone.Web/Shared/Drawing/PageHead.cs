using HuaihuaPilotZone.Web.Public;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Shared.Drawing;

/// <summary>The head of every page, but for its scripts.</summary>
internal static class PageHead
{
    /// <param name="page">Title of the page; Description, optional.</param>
    public static HtmlString Of(HttpContext context, ViewDataDictionary page, IStringLocalizer<SiteText> texts)
    {
        var problem = page.ModelState.IsValid ? "" : texts["Title.Problem"].Value;
        var description = page["Description"] is string text ? Markup.Of($"<meta name=\"description\" content=\"{text}\">\n") : HtmlString.Empty;
        return Markup.Of($"""
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{problem}{page["Title"]?.ToString()} - {texts["Site.Title"].Value}</title>
            {description}<link rel="icon" type="image/svg+xml" href="{AssetAddress.Of(context, "favicon.svg")}">
            <link rel="stylesheet" href="{AssetAddress.Of(context, "dist/style.css")}">

            """);
    }
}
