using System.Globalization;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Web.Public.Shared;
using HuaihuaPilotZone.Web.Shared.Drawing;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Corridors;

/// <summary>The cells of a leg after its first ones, with the values of a day.</summary>
internal static class LegCells
{
    /// <param name="hasTimes">Whether the table has a column for them.</param>
    public static HtmlString Of(ShownLeg leg, bool hasTimes, IStringLocalizer<CorridorText> texts, IStringLocalizer<ContentText> words)
    {
        var time = hasTimes ? Markup.Of($"<td class=\"nowrap\" data-l=\"{texts["Col.Time"].Value}\">{Value(leg.Hours, "Hours", "0.#", texts, words)}</td>") : HtmlString.Empty;
        var further = leg.Hours is { } hours ? Markup.Of($" <small class=\"d-block\" lang=\"zh-CN\">{hours.Source}</small>") : HtmlString.Empty;
        return Markup.Of($"""
            <td class="nowrap" data-l="{texts["Col.Mode"].Value}">{texts[$"Mode.{leg.Leg.Mode}"].Value}</td>
            <td class="r-num nowrap" data-l="{texts["Col.Distance"].Value}">{Value(leg.Distance, "Km", "#,0.##", texts, words)}</td>
            {time}
            <td data-l="{texts["Col.Source"].Value}"><small lang="zh-CN">{leg.Distance?.Source ?? words["Source.Missing"].Value}</small>{further}</td>
            """);
    }

    private static HtmlString Value(LegValue? value, string unit, string format, IStringLocalizer<CorridorText> texts, IStringLocalizer<ContentText> words)
    {
        if (value is null) return Markup.Of($"<span class=\"muted\">{words["Missing"].Value}</span>");
        var tone = value.Status is FigureStatus.Estimate or FigureStatus.Demonstration ? "hh-tag--demo" : "hh-tag--mute";
        return Markup.Of($"<span>{texts[unit, value.Value.ToString(format, CultureInfo.InvariantCulture)].Value} <span class=\"hh-tag {tone}\">{words[$"Status.{value.Status}"].Value}</span></span>");
    }
}
