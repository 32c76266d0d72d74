using System.Globalization;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Public.Shared;

/// <summary>Records that are kept in both languages, such as names of corridors.</summary>
public static class Bilingual
{
    public static bool IsEnglish => PageAddress.IsEnglish;

    /// <summary>A figure's number, written out in the unit of the visitor's language; empty for a figure in words.</summary>
    public static string Number(Figure figure) =>
        (IsEnglish ? figure.EnglishValue ?? figure.Value : figure.Value)?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The text of the visitor's language; the Chinese one where no English is kept.</summary>
    public static string Pick(string chinese, string? english) => IsEnglish && !string.IsNullOrEmpty(english) ? english : chinese;

    /// <summary>The language of what <see cref="Pick"/> gives, where it is not that of the page; null otherwise, which leaves the attribute out.</summary>
    public static string? LangOf(string? english) => IsEnglish && string.IsNullOrEmpty(english) ? "zh-CN" : null;
}
