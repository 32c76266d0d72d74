using System.Text;

namespace HuaihuaPilotZone.Common;

/// <summary>Unicode normalisation of what anybody may have typed.</summary>
public static class UnicodeText
{
    /// <summary>Like <see cref="string.Normalize(NormalizationForm)"/>, which throws on halves of pairs and U+FFFE: here they become U+FFFD first.</summary>
    public static string Normalize(string text, NormalizationForm form)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\uFFFE', StringComparison.Ordinal)) return text.Normalize(form);
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString());
        return clean.ToString().Normalize(form);
    }
}
