using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Web.Shared.Drawing;
using HuaihuaPilotZone.Web.TagHelpers;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Shared;

/// <summary>Whether a document is in force, as a tag in the visitor's language. One that is not known stands dashed.</summary>
internal static class ValidityTag
{
    public static HtmlString Of(HttpContext context, Validity validity, IStringLocalizer<ContentText> texts)
    {
        (string? Tone, string? Icon) look = validity switch
        {
            Validity.InForce => (" hh-tag--ok", "check-circle-fill"),
            Validity.Expiring => (" hh-tag--warn", "clock"),
            Validity.Amended => (" hh-tag--info", "pencil"),
            Validity.NotYetInForce => (null, "hourglass-split"),
            Validity.Repealed or Validity.Expired => (" hh-tag--mute", "slash-circle"),
            _ => (" hh-tag--demo", null),
        };
        var icon = look.Icon is { } name ? Icons.Svg(context, name) : HtmlString.Empty;
        var word = validity.ToString();
        return Markup.Of($"<span class=\"hh-tag{look.Tone}\" data-validity=\"{word}\">{icon}{texts[$"Validity.{word}"].Value}</span>");
    }
}
