using HuaihuaPilotZone.Web.Public;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.TagHelpers;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Shared.Drawing;

/// <summary>The choices of look as plain buttons of one form: in the top bar, and in the account menu of the desks.</summary>
internal static class LookForm
{
    /// <summary>All choices; the ones that are on have a tick.</summary>
    public static HtmlString Of(HttpContext context, SiteChrome chrome, IStringLocalizer<SiteText> texts)
    {
        var look = chrome.Preferences;
        return Form(
            chrome, null,
            Markup.Of($"""
                {LargeText(context, look, texts, hasTick: true)}
                {Button(context, "contrast", look.HasMoreContrast, "normal", "more", "circle-half", texts["Prefs.Contrast"].Value, hasTick: true)}
                {Button(context, "theme", look.IsDark, "light", "dark", "moon", texts["Prefs.Dark"].Value, hasTick: true)}
                """));
    }

    /// <summary>The size of the text alone, for a bar.</summary>
    public static HtmlString OfTextSize(HttpContext context, SiteChrome chrome, IStringLocalizer<SiteText> texts) => Form(chrome, "opt", LargeText(context, chrome.Preferences, texts, hasTick: false));

    private static HtmlString Form(SiteChrome chrome, string? cssClass, HtmlString buttons) => Markup.Of(
        $"<form{Markup.Attribute("class", cssClass)} method=\"post\" action=\"{PageAddress.Here("/preferences")}\"><input type=\"hidden\" name=\"returnUrl\" value=\"{chrome.Address}\">{buttons}</form>");

    private static HtmlString LargeText(HttpContext context, SitePreferences look, IStringLocalizer<SiteText> texts, bool hasTick) =>
        Button(context, "text", look.HasLargeText, "normal", "large", "type", texts["Prefs.LargeText"].Value, hasTick);

    private static HtmlString Button(HttpContext context, string name, bool isOn, string off, string on, string icon, string word, bool hasTick)
    {
        var tick = isOn && hasTick ? Icons.Svg(context, "check-lg") : HtmlString.Empty;
        return Markup.Of($"<button name=\"{name}\" value=\"{(isOn ? off : on)}\" aria-pressed=\"{(isOn ? "true" : "false")}\">{Icons.Svg(context, icon)}{word}{tick}</button>");
    }
}
