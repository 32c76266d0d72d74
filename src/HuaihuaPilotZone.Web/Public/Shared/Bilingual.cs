using System.Globalization;

namespace HuaihuaPilotZone.Web.Public.Shared;

/// <summary>Records that are kept in both languages, such as names of corridors.</summary>
public static class Bilingual
{
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The text of the visitor's language; the Chinese one where no English is kept.</summary>
    public static string Pick(string chinese, string? english) => IsEnglish && !string.IsNullOrEmpty(english) ? english : chinese;
}
