using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Search.Text;

/// <summary>Two Han characters that stand side by side in the index.</summary>
/// <param name="Count">How often.</param>
internal readonly record struct HanPair(char First, char Last, int Count);

/// <summary>
/// The words of the index in memory, never changed once made: pairs of Han characters and words of letters and digits, by what is needed to
/// correct a query and to read it as pinyin. Every look-up is bounded, however many pages there are.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Of all that may follow a character, so many of the most frequent are looked at.</summary>
    private const int MostNeighbours = 256;

    /// <summary>Words that are read alike and looked for.</summary>
    private const int MostReadings = 8;

    /// <summary>Beginnings that are followed to the end of a word.</summary>
    private const int MostFollowed = 48;

    /// <summary>Ways of cutting letters into words.</summary>
    private const int MostWays = 3;

    private const int MostSounds = 12;

    private readonly Dictionary<(char, char), int> _pairs;
    private readonly Dictionary<char, HanPair[]> _after;
    private readonly Dictionary<char, HanPair[]> _before;
    private readonly Dictionary<(string, string), HanPair[]> _bySound;
    private readonly Dictionary<char, string[]> _syllables;
    private readonly KnownWord[] _words;

    public Vocabulary(Dictionary<(char, char), int> pairs, IEnumerable<KeyValuePair<string, int>> words)
    {
        _pairs = pairs;
        HanPair[] known = [.. pairs.Select(p => new HanPair(p.Key.Item1, p.Key.Item2, p.Value)).OrderByDescending(p => p.Count).ThenBy(p => p.First).ThenBy(p => p.Last)];
        _after = Group<char>(known, p => [p.First], MostNeighbours);
        _before = Group<char>(known, p => [p.Last], MostNeighbours);
        _bySound = Group(known, p => Pinyin.ReadingsOf(p.First).SelectMany(f => Pinyin.ReadingsOf(p.Last).Select(l => (f, l))), MostNeighbours);
        _syllables = _bySound.Keys.SelectMany(k => new[] { k.Item1, k.Item2 }).Distinct(StringComparer.Ordinal).GroupBy(s => s[0]).ToDictionary(g => g.Key, g => g.ToArray());
        _words = [.. words.Select(w => new KnownWord(w.Key, w.Value, KnownWord.LettersOf(w.Key))).OrderBy(w => w.Word, StringComparer.Ordinal)];
    }

    /// <summary>Knows nothing: proposes nothing.</summary>
    public static Vocabulary Empty { get; } = new([], []);

    public bool Knows(char first, char last) => _pairs.ContainsKey((first, last));

    public int CountOf(char first, char last) => _pairs.GetValueOrDefault((first, last));

    /// <summary>Pairs that begin with a character, the most frequent first.</summary>
    public IReadOnlyList<HanPair> After(char first) => _after.GetValueOrDefault(first) ?? [];

    /// <summary>Pairs that end with a character, likewise.</summary>
    public IReadOnlyList<HanPair> Before(char last) => _before.GetValueOrDefault(last) ?? [];

    /// <summary>Pairs that are read like two characters, the most frequent first.</summary>
    public IEnumerable<HanPair> Sounding(char first, char last) => Pinyin.ReadingsOf(first).SelectMany(f => Pinyin.ReadingsOf(last).SelectMany(l => _bySound.GetValueOrDefault((f, l)) ?? []));

    /// <summary>Whether a word of letters or digits stands in the index, or begins one.</summary>
    public bool KnowsBeginning(string word)
    {
        var at = Array.BinarySearch(_words, new KnownWord(word, 0, 0), KnownWord.ByWord);
        return at >= 0 || (~at < _words.Length && _words[~at].Word.StartsWith(word, StringComparison.Ordinal));
    }

    /// <summary>Words that differ from a word in at most so many letters, the nearest first.</summary>
    public IEnumerable<(string Word, int Distance, int Count)> Near(string word, int most)
    {
        var letters = KnownWord.LettersOf(word);
        var isNumber = word.All(char.IsAsciiDigit);
        return _words
            .Where(w => Math.Abs(w.Word.Length - word.Length) <= most && w.MayBeWithin(letters, most) && w.Word.All(char.IsAsciiDigit) == isNumber)
            .Select(w => (w.Word, Distance: Spelling.Distance(word, w.Word, most), w.Count))
            .Where(w => w.Distance <= most)
            .OrderBy(w => w.Distance).ThenByDescending(w => w.Count).ThenBy(w => w.Word, StringComparer.Ordinal);
    }

    /// <summary>
    /// What letters can mean as pinyin, in pieces that each stand in the index, with the Han words of each piece: huaihualugang gives 怀化 and 陆港.
    /// The last syllable may be unfinished.
    /// </summary>
    /// <returns>A few ways of reading them, those in the longest pieces first; none where the letters are no pinyin of anything here.</returns>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> ReadPinyin(string letters) =>
        Unfinished(letters).Select(Ways).FirstOrDefault(w => w.Count > 0) ?? [];

    /// <summary>The same for the first letters of every syllable: hhlg.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> ReadInitials(string letters) =>
        letters.Length > MostSounds ? [] : Ways([.. letters.Select(l => new Sound(l.ToString(), IsWhole: false))]);

    // whole syllables first; else all but the last few letters, which begin another syllable
    private static IEnumerable<Sound[]> Unfinished(string letters)
    {
        foreach (var cut in Pinyin.Cut(letters).Where(c => c.Count is > 1 and <= MostSounds)) yield return [.. cut.Select(s => new Sound(s, IsWhole: true))];
        for (var rest = 1; rest < Math.Min(6, letters.Length); rest++)
        {
            foreach (var cut in Pinyin.Cut(letters[..^rest]).Where(c => c.Count is > 0 and < MostSounds)) yield return [.. cut.Select(s => new Sound(s, IsWhole: true)), new Sound(letters[^rest..], IsWhole: false)];
        }
    }

    private List<IReadOnlyList<IReadOnlyList<string>>> Ways(Sound[] sounds)
    {
        var known = new Dictionary<(int, int), IReadOnlyList<string>>();
        return [.. Pieces(0).Take(MostWays)];

        // the longest piece first; nothing where the sounds cannot be read to the end
        IEnumerable<IReadOnlyList<IReadOnlyList<string>>> Pieces(int from)
        {
            if (from == sounds.Length) return [[]];
            return Enumerable.Range(0, Math.Max(0, sounds.Length - from - 1)).Select(i => sounds.Length - i)
                .Where(to => Known(from, to).Count > 0).SelectMany(to => Pieces(to).Select(rest => (IReadOnlyList<IReadOnlyList<string>>)[Known(from, to), .. rest]));
        }

        IReadOnlyList<string> Known(int from, int to) => known.TryGetValue((from, to), out var words) ? words : known[(from, to)] = Words(sounds[from..to]);
    }

    private List<string> Words(Sound[] sounds)
    {
        var found = Starts(sounds[0], sounds[1]).OrderByDescending(p => p.Count).Take(MostFollowed).Select(p => (Word: $"{p.First}{p.Last}", p.Count)).ToList();
        foreach (var sound in sounds.Skip(2))
        {
            found = [.. found.SelectMany(f => After(f.Word[^1]).Where(p => sound.Is(p.Last)).Select(p => (Word: f.Word + p.Last, Count: Math.Min(f.Count, p.Count))))
                .OrderByDescending(f => f.Count).Take(MostFollowed)];
        }

        return [.. found.Take(MostReadings).Select(f => f.Word)];
    }

    private IEnumerable<HanPair> Starts(Sound first, Sound second) =>
        Syllables(first).SelectMany(f => Syllables(second).SelectMany(s => _bySound.GetValueOrDefault((f, s))?.Take(MostFollowed) ?? [])).Distinct();

    private IEnumerable<string> Syllables(Sound sound) => sound.IsWhole ? [sound.Letters]
        : _syllables.GetValueOrDefault(sound.Letters[0])?.Where(s => s.StartsWith(sound.Letters, StringComparison.Ordinal)) ?? [];

    private static Dictionary<TKey, HanPair[]> Group<TKey>(IEnumerable<HanPair> pairs, Func<HanPair, IEnumerable<TKey>> keys, int most) where TKey : notnull
    {
        var groups = new Dictionary<TKey, List<HanPair>>();
        foreach (var pair in pairs)
        {
            foreach (var key in keys(pair))
            {
                if (!groups.TryGetValue(key, out var group)) groups[key] = group = [];
                if (group.Count < most) group.Add(pair);
            }
        }

        return groups.ToDictionary(g => g.Key, g => g.Value.ToArray());
    }

    /// <summary>A syllable, or how one begins.</summary>
    private readonly record struct Sound(string Letters, bool IsWhole)
    {
        public bool Is(char character)
        {
            foreach (var reading in Pinyin.ReadingsOf(character))
            {
                if (IsWhole ? reading == Letters : reading.StartsWith(Letters, StringComparison.Ordinal)) return true;
            }

            return false;
        }
    }

    /// <summary>A word of letters or digits, with a mark for each letter in it that tells distant words apart at once.</summary>
    private readonly record struct KnownWord(string Word, int Count, ulong Letters)
    {
        public static IComparer<KnownWord> ByWord { get; } = Comparer<KnownWord>.Create((a, b) => string.CompareOrdinal(a.Word, b.Word));

        public static ulong LettersOf(string word) => word.Aggregate(0UL, (marks, letter) => marks | (1UL << (letter % 64)));

        /// <summary>One changed letter takes a mark away and gives another.</summary>
        public bool MayBeWithin(ulong letters, int most) => System.Numerics.BitOperations.PopCount(Letters ^ letters) <= 2 * most;
    }
}
