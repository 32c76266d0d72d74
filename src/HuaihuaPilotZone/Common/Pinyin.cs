using System.Text;

namespace HuaihuaPilotZone.Common;

/// <summary>
/// How Han characters are read: syllables without tones, ü written v. The table is made by the build from the npm package pinyin-pro
/// (docs/decisions/0012-pinyin.md); a build without Node has none, and then no character has a reading.
/// </summary>
public static class Pinyin
{
    /// <summary>Ways of cutting one word into syllables that are looked at: xian is xian and xi an.</summary>
    private const int MostCuts = 8;

    private const int LongestSyllable = 6;

    private static readonly Lazy<Dictionary<char, string[]>> _readings = new(Load);
    private static readonly Lazy<HashSet<string>> _syllables = new(() => [.. _readings.Value.Values.SelectMany(r => r)]);

    /// <summary>Whether this build knows any reading.</summary>
    public static bool IsAvailable => _readings.Value.Count > 0;

    /// <summary>The readings of a character, the usual one first, at most three; none for what is no Han character.</summary>
    public static IReadOnlyList<string> ReadingsOf(char character) => _readings.Value.GetValueOrDefault(character) ?? [];

    /// <summary>A text with every Han character in its usual reading and a blank after it, such as for an order by sound; all else as it is.</summary>
    public static string Spell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spelled = new StringBuilder(text.Length * 4);
        foreach (var character in text)
        {
            if (_readings.Value.TryGetValue(character, out var readings)) spelled.Append(readings[0]).Append(' ');
            else spelled.Append(character);
        }

        return spelled.ToString();
    }

    /// <summary>The ways in which letters can be cut into syllables, those with the fewest first; none where they cannot.</summary>
    /// <param name="letters">Small letters without blanks.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Cut(string letters)
    {
        ArgumentNullException.ThrowIfNull(letters);
        // cuts[i]: ways of cutting the letters from i on
        var cuts = new List<List<string>>[letters.Length + 1];
        cuts[letters.Length] = [[]];
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            cuts[i] = [];
            for (var length = Math.Min(LongestSyllable, letters.Length - i); length > 0; length--)
            {
                var syllable = letters.Substring(i, length);
                if (_syllables.Value.Contains(syllable)) cuts[i].AddRange(cuts[i + length].Select(rest => (List<string>)[syllable, .. rest]));
            }

            cuts[i] = [.. cuts[i].OrderBy(c => c.Count).Take(MostCuts)];
        }

        return letters.Length == 0 ? [] : cuts[0];
    }

    private static Dictionary<char, string[]> Load()
    {
        using var table = typeof(Pinyin).Assembly.GetManifestResourceStream("pinyin.txt");
        if (table is null) return [];
        var (first, others) = (new Dictionary<char, string>(), new Dictionary<char, List<string>>());
        using var reader = new StreamReader(table, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is not [var reading, var mostly, var besides]) throw new InvalidDataException($"The table of pinyin has a line without three fields: {line}");
            foreach (var character in mostly) first[character] = reading;
            foreach (var character in besides) (others.TryGetValue(character, out var list) ? list : others[character] = []).Add(reading);
        }

        // twenty thousand characters have some two thousand ways of being read
        var shared = new Dictionary<string, string[]>();
        return first.ToDictionary(r => r.Key, r => Share(others.TryGetValue(r.Key, out var more) ? [r.Value, .. more] : [r.Value]));

        string[] Share(string[] readings) => shared.TryGetValue(string.Join(' ', readings), out var same) ? same : shared[string.Join(' ', readings)] = readings;
    }
}
