namespace HuaihuaPilotZone.Customs.Identifiers;

/// <summary>
/// Finds the one character that was probably mistyped in a number with a check digit: a letter taken for the digit it looks like
/// (O and 0, I and 1, B and 8, S and 5, Z and 2) or two neighbours in the wrong order.
/// </summary>
internal static class SlipRepair
{
    private const string Lookalikes = "O0I1B8S5Z2";

    /// <summary>The repaired text when exactly one such change makes it right, else null: two explanations are no explanation.</summary>
    public static string? Only(string text, Func<string, bool> isRight)
    {
        string? found = null;
        foreach (var candidate in Candidates(text))
        {
            if (candidate == found || !isRight(candidate)) continue;
            if (found is not null) return null;
            found = candidate;
        }

        return found;
    }

    /// <summary>The character that looks like this one, or null.</summary>
    public static char? Lookalike(char c) => Lookalikes.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Lookalikes[at ^ 1] : null;

    private static IEnumerable<string> Candidates(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Lookalike(text[i]) is { } other) yield return string.Concat(text.AsSpan(0, i), [other], text.AsSpan(i + 1));
            if (i + 1 < text.Length && text[i] != text[i + 1]) yield return string.Concat(text.AsSpan(0, i), [text[i + 1], text[i]], text.AsSpan(i + 2));
        }
    }
}
