using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>What an enterprise is found and ordered by, made of its names alone, so that the same names always give the same keys.</summary>
public static class RosterKeys
{
    public const int GramMaxLength = 4;
    public const int SoundMaxLength = 40;

    /// <summary>Other readings of characters that are taken besides the usual ones.</summary>
    private const int MostOtherReadings = 2;

    private const int MostEnglishWords = 4;

    /// <summary>Beginnings of names that everybody here has in common: people type what follows.</summary>
    private static readonly string[] _places = ["湖南省怀化市", "湖南怀化", "湖南省", "湖南", "怀化市", "怀化"];

    /// <summary>Letters, digits and Han characters of a name in one form: full-width signs narrow, small letters, no blanks or brackets.</summary>
    public static string Text(string? name) => name is null ? "" : string.Concat(UnicodeText.Normalize(name, NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>All pairs of neighbouring characters, and the last character alone; each once.</summary>
    /// <param name="text">In the form of <see cref="Text"/>.</param>
    public static IReadOnlyList<string> Grams(string text)
    {
        List<string> runes = [.. text.EnumerateRunes().Select(r => r.ToString())];
        return [.. runes.Select((r, i) => i + 1 < runes.Count ? r + runes[i + 1] : r).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Beginnings in letters: pinyin and initials of a name, of what follows its place, and the words of an English name.</summary>
    public static IReadOnlyList<string> Sounds(IEnumerable<string> names, string? english) => SoundsOf(names.Select(Text), english);

    /// <summary>The same of names that are in the form of <see cref="Text"/>.</summary>
    internal static IReadOnlyList<string> SoundsOf(IEnumerable<string> texts, string? english)
    {
        var sounds = new List<string>();
        foreach (var text in texts)
        {
            foreach (var part in new[] { WithoutPlace(text), text })
            {
                foreach (var reading in Readings(part)) sounds.AddRange(string.Concat(reading), string.Concat(reading.Select(s => s[0])));
            }
        }

        string[] words = [.. (english ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Text).Where(w => w.Length > 0)];
        for (var i = 0; i < Math.Min(words.Length, MostEnglishWords); i++) sounds.Add(string.Concat(words[i..]));
        return [.. sounds.Where(s => s.Length > 0 && char.IsAscii(s[0])).Select(s => s[..Math.Min(s.Length, SoundMaxLength)]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A name without the place that everybody here begins with.</summary>
    /// <param name="text">In the form of <see cref="Text"/>.</param>
    internal static string WithoutPlace(string text) =>
        Array.Find(_places, p => text.StartsWith(p, StringComparison.Ordinal) && text.Length > p.Length) is { } place ? text[place.Length..] : text;

    /// <summary>The order of a name: syllables, then the characters that tell names of one sound apart. ASCII only, since the databases order the rest differently.</summary>
    public static string SortKey(string name) => SortKeyOf(Text(name));

    /// <summary>The same of a name that is in the form of <see cref="Text"/>.</summary>
    internal static string SortKeyOf(string text) => Ascii($"{Pinyin.Spell(text)}!{text}");

    /// <summary>What the orders of all names begin with that sound like this beginning.</summary>
    /// <param name="text">In the form of <see cref="Text"/>.</param>
    internal static string SortKeyStart(string text) => Ascii(Pinyin.Spell(text));

    private static string Ascii(string text)
    {
        var key = new StringBuilder(Enterprise.NameKeyMaxLength);
        foreach (var character in text)
        {
            if (char.IsAscii(character)) key.Append(character);
            else key.Append(CultureInfo.InvariantCulture, $"~{(int)character:x4}");
        }

        return key.Length <= Enterprise.NameKeyMaxLength ? key.ToString() : key.ToString(0, Enterprise.NameKeyMaxLength);
    }

    /// <summary>The usual reading, and some in which one character is read otherwise.</summary>
    private static IEnumerable<string[]> Readings(string text)
    {
        string[] usual = [.. text.Select(c => Pinyin.ReadingsOf(c) is [var first, ..] ? first : c.ToString())];
        yield return usual;
        var others = text.Take(6).SelectMany((c, i) => Pinyin.ReadingsOf(c).Skip(1).Take(1).Select(r => (i, r))).Take(MostOtherReadings);
        foreach (var (i, reading) in others)
        {
            string[] other = [.. usual];
            other[i] = reading;
            yield return other;
        }
    }
}
