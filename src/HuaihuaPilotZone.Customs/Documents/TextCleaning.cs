using System.Buffers;
using System.Text;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>Cleans typed text. Every method gives back the same instance when there is nothing to clean.</summary>
internal static class TextCleaning
{
    // of what nearly every code consists: nothing of it is ever cleaned
    private static readonly SearchValues<char> _plain = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Trims blanks of any width and the invisible marks that spreadsheets and chats leave behind.</summary>
    public static string Trim(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        return end - start == text.Length ? text : text[start..end];
    }

    /// <summary>Turns full-width letters, digits and signs into half-width ones.</summary>
    public static string HalfWidth(string text)
    {
        // nearly every text
        if (!text.AsSpan().ContainsAnyInRange('\u3000', '\uFF5E')) return text;
        foreach (var c in text)
        {
            if (IsFullWidth(c)) return string.Create(text.Length, text, static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++) span[i] = Narrow(source[i]);
            });
        }

        return text;
    }

    /// <summary>Half-width, upper case, without blanks; for parties also without hyphens, for tariff codes without dots.</summary>
    public static string Code(string text, FieldKind kind)
    {
        if (!text.AsSpan().ContainsAnyExcept(_plain)) return text;
        foreach (var c in text)
        {
            if (IsFullWidth(c) || IsDropped(c, kind) || char.IsAsciiLetterLower(c)) return CleanCode(text, kind);
        }

        return text;
    }

    /// <summary>Number of Unicode code points; half a pair counts as one.</summary>
    public static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i])) count--;
        }

        return count;
    }

    /// <summary>Whether XML 1.0 can carry the text.</summary>
    public static bool IsXmlText(string text)
    {
        // nearly every text
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '\uD7FF')) return true;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (!IsXmlChar(text[i])) return false;
        }

        return true;
    }

    /// <summary>The text without the characters that XML 1.0 forbids.</summary>
    public static string XmlTextOf(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) kept.Append(text[i]).Append(text[++i]);
            else if (IsXmlChar(text[i])) kept.Append(text[i]);
        }

        return kept.ToString();
    }

    private static bool IsXmlChar(char c) => c is '\t' or '\n' or '\r' or (>= ' ' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD');

    private static bool IsBlank(char c) => c is '\u200B' or '\uFEFF' or '\u2060' || char.IsWhiteSpace(c);

    private static bool IsFullWidth(char c) => c is (>= '\uFF01' and <= '\uFF5E') or '\u3000';

    private static char Narrow(char c) => c switch
    {
        '\u3000' => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };

    private static bool IsDropped(char c, FieldKind kind) => IsBlank(c) || (kind == FieldKind.Party && c == '-') || (kind == FieldKind.HsCode && c == '.');

    private static string CleanCode(string text, FieldKind kind)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var narrow = Narrow(c);
            if (!IsDropped(narrow, kind)) clean.Append(char.ToUpperInvariant(narrow));
        }

        return clean.ToString();
    }
}
