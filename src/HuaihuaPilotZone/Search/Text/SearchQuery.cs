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
