using System.Globalization;
using System.Text;

namespace HuaihuaPilotZone.Common;

/// <summary>
/// Whether what was typed reads the same to everybody: without characters that nobody sees but that turn the order of others around,
/// end a text for a program, or belong to no text at all; and, for names, without letters that only look like those beside them.
/// </summary>
public static class ReadableText
{
    /// <summary>A sentence that names the first character which must not stand in any text; null where there is none.</summary>
    /// <param name="label">What the field is called.</param>
    public static string? Problem(string text, string label)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHidden(rune)) return string.Create(CultureInfo.InvariantCulture, $"{label}里有看不见的控制字符（U+{rune.Value:X4}），请删去后再提交。");
            // half of a pair comes out of the enumeration as the sign for what cannot be read
            if (rune.Value == 0xFFFD && !text.Contains('\uFFFD', StringComparison.Ordinal)) return $"{label}里有不完整的字符，请重新填写。";
        }

        return null;
    }

    /// <summary>The text without such characters.</summary>
    public static string Clean(string text)
    {
        if (Problem(text, "") is null) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(r => !IsHidden(r))) clean.Append(rune.ToString());
        return clean.ToString();
    }

    /// <summary>A sentence for a name in which Latin letters and letters of Greek or Cyrillic that look like them stand in one word; null for any other.</summary>
    public static string? NameProblem(string? name, string label)
    {
        foreach (var word in (name ?? "").Split(' ', '-', '（', '）', '(', ')'))
        {
            if (word.Any(IsLatin) && word.FirstOrDefault(IsGreekOrCyrillic) is var letter and not '\0')
                return string.Create(CultureInfo.InvariantCulture, $"{label}的“{word}”里混用了外形相似的不同文字（“{letter}”不是拉丁字母），请核对。");
        }

        return null;
    }

    private static bool IsHidden(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' => false,
        >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => true,
        >= 0xFDD0 and <= 0xFDEF => true,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || (rune.Value & 0xFFFE) == 0xFFFE,
    };

    private static bool IsLatin(char letter) => char.IsAsciiLetter(letter) || letter is >= '\u00C0' and <= '\u024F';

    private static bool IsGreekOrCyrillic(char letter) => letter is >= '\u0370' and <= '\u052F' && char.IsLetter(letter);
}
