using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Web.Public.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.PublicPages;

namespace HuaihuaPilotZone.Web.Public.Risks;

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
/// <param name="All">Also what does not hold today.</param>
public sealed record RiskListQuery(string? Country, string? Hs, string? Corridor, bool? All, int? Page)
{
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Country) || !string.IsNullOrWhiteSpace(Hs) || !string.IsNullOrWhiteSpace(Corridor);

    /// <summary>The digits of what was typed as goods; null where there are too few or too many.</summary>
    public string? Digits => Hs?.Replace(".", "", StringComparison.Ordinal).Trim() is { Length: >= RiskGoods.LeastDigits and <= RiskGoods.MostDigits } digits && digits.All(char.IsAsciiDigit) ? digits : null;

    public RiskQuestion ToQuestion() => new(Country?.Trim(), Digits, Corridor?.Trim(), All == true);
}

/// <summary>The list.</summary>
public sealed record RisksPage(RiskListQuery Query, RiskList List);

/// <summary>One notice with its text ready to be shown.</summary>
/// <param name="IsPreview">True where an editor looks at a page that the public may not see.</param>
public sealed record RiskShown(ShownRisk Risk, RenderedText Text, bool IsPreview) : LongPage
{
    public override int Characters => CharactersOf(Risk.Notice, Risk.Notice.Body) + (Risk.Notice.EnglishBody?.Length ?? 0) + Text.Html.Length;

    public static RiskShown Of(ShownRisk risk, bool isPreview = false) => new(risk, MarkdownText.Render(Bilingual.Pick(risk.Notice.Body, risk.Notice.EnglishBody), PageAddress.Here), isPreview);
}
