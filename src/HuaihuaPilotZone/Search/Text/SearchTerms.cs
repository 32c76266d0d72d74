using System.Text;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Search.Text;

/// <summary>
/// What a text can be found by, the same for both engines: a run of Han characters gives every pair of neighbours and its last character
/// (消防演练: 消防 防演 演练 练), so that words of one, two and more characters are found without a dictionary; any other word is a term as it is.
/// Compatibility forms, full-width letters and case make no difference.
/// </summary>
public static class SearchTerms
{
    /// <summary>Longer words are cut; nobody types them.</summary>
    public const int TermMaxLength = 40;

    /// <summary>The terms in order, each as often as it stands there.</summary>
    public static IEnumerable<string> Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) yield break;
        foreach (var run in Runs(Fold(text)))
        {
            if (!IsHan(run[0]))
            {
                yield return run[..Math.Min(run.Length, TermMaxLength)];
                continue;
            }

            for (var i = 0; i + 1 < run.Length; i++) yield return run.Substring(i, 2);
            yield return run[^1..];
        }
    }

    /// <summary>One way of writing: NFKC, small letters.</summary>
    internal static string Fold(string text) => UnicodeText.Normalize(text, NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Runs of Han characters and runs of letters and digits of a folded text; everything else separates.</summary>
    internal static IEnumerable<string> Runs(string folded)
    {
        var start = 0;
        for (var i = 0; i <= folded.Length; i++)
        {
            var ends = i == folded.Length || !IsWord(folded[i]) || (i > start && IsHan(folded[i]) != IsHan(folded[start]));
            if (!ends) continue;
            if (i > start) yield return folded[start..i];
            start = i < folded.Length && IsWord(folded[i]) ? i : i + 1;
        }
    }

    /// <summary>Han of the basic plane; rarer ones stand as surrogate pairs and are words of their own.</summary>
    internal static bool IsHan(char c) => c is (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or '\u3007';

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);
}
