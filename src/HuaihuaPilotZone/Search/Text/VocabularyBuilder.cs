using System.Runtime.InteropServices;

namespace HuaihuaPilotZone.Search.Text;

/// <summary>Collects the words of the index. Full at a limit of memory: what comes first, the titles of the oldest pages, is known for certain.</summary>
internal sealed class VocabularyBuilder
{
    /// <summary>About 40 MB with everything made of them.</summary>
    private const int MostPairs = 300_000;

    private const int MostWords = 50_000;
    private const int ShortestWord = 2;

    private readonly Dictionary<(char, char), int> _pairs = [];
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);

    /// <param name="weight">What one word of this text counts.</param>
    public void Add(string? text, int weight = 1)
    {
        if (string.IsNullOrEmpty(text)) return;
        foreach (var run in SearchTerms.Runs(SearchTerms.Fold(text)))
        {
            if (!SearchTerms.IsHan(run[0])) Count(_words, run[..Math.Min(run.Length, SearchTerms.TermMaxLength)], weight, MostWords);
            else for (var i = 0; i + 1 < run.Length; i++) Count(_pairs, (run[i], run[i + 1]), weight, MostPairs);
        }
    }

    public Vocabulary Build() => new(_pairs, _words.Where(w => w.Key.Length >= ShortestWord));

    private static void Count<TKey>(Dictionary<TKey, int> counts, TKey key, int weight, int most) where TKey : notnull
    {
        if (counts.Count >= most && !counts.ContainsKey(key)) return;
        CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += weight;
    }
}
