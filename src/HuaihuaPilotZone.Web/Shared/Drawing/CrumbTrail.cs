using HuaihuaPilotZone.Web.Public;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Shared.Drawing;

/// <summary>The way from the first page to this one.</summary>
internal static class CrumbTrail
{
    /// <param name="cssClass">Of the whole, beside its own; null for none.</param>
    public static HtmlString Of(IReadOnlyList<Crumb> crumbs, IStringLocalizer<SiteText> texts, string? cssClass = null)
    {
        var steps = string.Concat(crumbs.Select(c => StepOf(c).Value));
        return Markup.Of($"<nav class=\"hh-crumbs{(cssClass is null ? "" : " ")}{cssClass}\" aria-label=\"{texts["Crumbs.Label"].Value}\"><ol>{new HtmlString(steps)}</ol></nav>");
    }

    private static HtmlString StepOf(Crumb crumb) => crumb.Href is { } href
        ? Markup.Of($"<li><a href=\"{PageAddress.Here(href)}\">{crumb.Text}</a></li>")
        : Markup.Of($"<li><span aria-current=\"page\">{crumb.Text}</span></li>");
}
