using System.Globalization;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Web.Public.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared.Drawing;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Risks;

/// <summary>A notice in one line, for pages about something else: how much it weighs, its title, its time.</summary>
internal static class RiskLine
{
    public static HtmlString Of(RiskNotice risk, IStringLocalizer<RisksText> texts)
    {
        var tone = risk.Severity switch { RiskSeverity.Hint => "hh-tag--info", RiskSeverity.Warning => "hh-tag--warn", _ => "hh-tag--bad" };
        var invented = risk.IsDemonstration ? Markup.Of($" <span class=\"hh-tag hh-tag--demo\">{texts["Demo"].Value}</span>") : HtmlString.Empty;
        var time = risk.Until is { } until ? texts["Span", Day(risk.From), Day(until)] : texts["Since", Day(risk.From)];
        return Markup.Of($"""
            <span class="hh-tag {tone}">{texts[$"Severity.{risk.Severity}"].Value}</span>
            <a href="{PageAddress.Here($"/risks/{risk.Number}")}"{Markup.Attribute("lang", Bilingual.LangOf(risk.EnglishTitle))}>{Bilingual.Pick(risk.Title, risk.EnglishTitle)}</a>{invented}
            <small class="muted">{time.Value}</small>
            """);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
