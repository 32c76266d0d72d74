using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Drawing;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Shared;

/// <summary>Where a reader tells the editors of a mistake on this page.</summary>
internal static class MistakeLink
{
    public static HtmlString Of(SiteChrome chrome, IStringLocalizer<ContentText> texts) => Markup.Of(
        $"<p class=\"hh-small no-print\"><a href=\"{PageAddress.Here($"/letters/new?about={Uri.EscapeDataString(chrome.ChineseAddress)}")}\" rel=\"nofollow\">{texts["Mistake"].Value}</a></p>");
}
