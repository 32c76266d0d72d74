using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Search.Text;

/// <summary>One way of saying a part of a query: terms that stand together.</summary>
/// <param name="Word">As it is looked for in a text, folded.</param>
/// <param name="Terms">Terms of the index, in order.</param>
/// <param name="IsPrefix">Whether the only term may go on: one Han character, a word of letters, a number of four digits and more.</param>
public sealed record SearchPhrase(string Word, IReadOnlyList<string> Terms, bool IsPrefix);

/// <summary>A part of a query with its synonyms: any of them will do.</summary>
public sealed record SearchPart(IReadOnlyList<SearchPhrase> Phrases);

/// <summary>What a person looks for: every part must be found, in any of its ways of saying.</summary>
public sealed record SearchQuery(string Typed, IReadOnlyList<SearchPart> Parts)
{
    private const int MostParts = 12;
    private const int ShortNumber = 4;
    private const int ShortestReading = 4;
    private const int ShortestAbbreviation = 2;

    // words of a question that no text about the matter needs to hold
    private static readonly string[] _questionWords = ["怎么样", "怎么", "怎样", "如何", "什么", "哪里", "哪些", "为何", "请问", "我要", "是否", "吗", "呢", "的"];

    public bool IsEmpty => Parts.Count == 0;

    /// <summary>Every word of the query and its synonyms, for showing where they stand.</summary>
    public IReadOnlyList<string> Words => [.. Parts.SelectMany(p => p.Phrases).Select(p => p.Word).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads what was typed.</summary>
    /// <param name="synonyms">Words that mean the same, group by group.</param>
    public static SearchQuery Read(string? typed, IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        ArgumentNullException.ThrowIfNull(synonyms);
        if (SearchWord.Of(typed) is not { } word) return new SearchQuery("", []);
        var parts = SearchTerms.Runs(SearchTerms.Fold(word)).SelectMany(run => SearchTerms.IsHan(run[0]) ? Han(run, synonyms) : [new SearchPart([Plain(run)])]);
        return new SearchQuery(word, [.. parts.Take(MostParts)]);
    }

    /// <summary>The same query asking for its single terms, for when nothing holds all that was typed.</summary>
    public SearchQuery Loosened() => this with
    {
        Parts = [.. Parts.SelectMany(p => p.Phrases[0].Terms.Count == 1 ? [p] : p.Phrases[0].Terms.Select(t => new SearchPart([new SearchPhrase(t, [t], IsPrefix: false)])))
            .DistinctBy(p => p.Phrases[0].Word).Take(MostParts)],
    };

    /// <summary>
    /// The same query, in which words of letters may also be Han words that are read so (huaihua finds 怀化), and after it those in which letters
    /// are the first ones of every syllable (hhlg). The first that finds anything is the answer.
    /// </summary>
    internal IEnumerable<SearchQuery> Readings(Vocabulary words)
    {
        var spelled = Groups().Select(g => (Typed: g, Ways: WaysOf(g, words))).ToList();
        for (var way = 0; way == 0 || spelled.Exists(s => s.Ways.Count > way); way++)
            yield return With(spelled.SelectMany(s => s.Ways.Count == 0 ? s.Typed : EitherOf(s.Typed, s.Ways[Math.Min(way, s.Ways.Count - 1)])));
        var abbreviated = Parts.Select(p => (Part: p, Ways: Letters(p) is { Length: >= ShortestAbbreviation } letters ? words.ReadInitials(letters) : [])).ToList();
        for (var way = 0; abbreviated.Exists(a => a.Ways.Count > way); way++)
            yield return With(abbreviated.SelectMany(a => a.Ways.Count == 0 ? [a.Part] : a.Ways[Math.Min(way, a.Ways.Count - 1)].Select(p => new SearchPart([.. p.Select(Phrase)]))));
    }

    private SearchQuery With(IEnumerable<SearchPart> parts) => this with { Parts = [.. parts.Take(MostParts)] };

    // syllables that were typed apart belong together: huai hua
    private IEnumerable<IReadOnlyList<SearchPart>> Groups()
    {
        for (var i = 0; i < Parts.Count;)
        {
            var end = i + 1;
            while (end < Parts.Count && IsSpelled(Parts[i]) && IsSpelled(Parts[end])) end++;
            yield return [.. Parts.Skip(i).Take(end - i)];
            i = end;
        }
    }

    private static IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> WaysOf(IReadOnlyList<SearchPart> typed, Vocabulary words)
    {
        var letters = string.Concat(typed.Select(Letters));
        return letters.Length < ShortestReading || typed.Any(t => Letters(t) is null) ? [] : words.ReadPinyin(letters);
    }

    // (huai and hua) or 怀化 is: huai or 怀化, and hua or 怀化
    private static IEnumerable<SearchPart> EitherOf(IReadOnlyList<SearchPart> typed, IReadOnlyList<IReadOnlyList<string>> pieces) =>
        typed.SelectMany(t => pieces.Select(p => new SearchPart([.. t.Phrases, .. p.Select(Phrase)])));

    private static bool IsSpelled(SearchPart part) => Letters(part) is { } letters && Pinyin.Cut(letters).Count > 0;

    /// <summary>What a part consists of where that is Latin letters alone, as pinyin writes them; null otherwise.</summary>
    private static string? Letters(SearchPart part) =>
        part.Phrases is [{ Terms: [var term] }] && term.Replace('ü', 'v') is var letters && letters.All(char.IsAsciiLetterLower) ? letters : null;

    private static IEnumerable<SearchPart> Han(string run, IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        var pieces = run.Split(_questionWords, StringSplitOptions.RemoveEmptyEntries);
        return (pieces.Length == 0 ? [run] : pieces).SelectMany(p => WithSynonyms(p, synonyms));
    }

    // a word with synonyms is cut out of the run around it, the longest first: 内陆港 before 陆港
    private static IEnumerable<SearchPart> WithSynonyms(string run, IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        var found = synonyms.SelectMany(group => group.Select(word => (Group: group, Word: SearchTerms.Fold(word))))
            .Where(s => s.Word.Length > 1 && run.Contains(s.Word, StringComparison.Ordinal)).OrderByDescending(s => s.Word.Length).FirstOrDefault();
        if (found.Word is null) return [new SearchPart([Phrase(run)])];
        var at = run.IndexOf(found.Word, StringComparison.Ordinal);
        var others = found.Group.Select(SearchTerms.Fold).Where(w => w != found.Word);
        return [.. Rest(run[..at], synonyms), new SearchPart([Phrase(found.Word), .. others.Select(Phrase)]), .. Rest(run[(at + found.Word.Length)..], synonyms)];
    }

    private static IEnumerable<SearchPart> Rest(string run, IReadOnlyList<IReadOnlyList<string>> synonyms) => run.Length == 0 ? [] : WithSynonyms(run, synonyms);

    private static SearchPhrase Phrase(string word)
    {
        if (word.Length == 1) return new SearchPhrase(word, [word], IsPrefix: true);
        if (!SearchTerms.IsHan(word[0])) return Plain(word);
        // the last single character is for texts that end there; a query wants the pairs
        string[] terms = [.. SearchTerms.Of(word)];
        return new SearchPhrase(word, terms[..^1], IsPrefix: false);
    }

    private static SearchPhrase Plain(string word)
    {
        var term = word[..Math.Min(word.Length, SearchTerms.TermMaxLength)];
        // the 9 of 9号 is not the 90 of another number
        return new SearchPhrase(word, [term], IsPrefix: term.Length >= ShortNumber || !term.All(char.IsAsciiDigit));
    }
}
