using System.Text;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Search.Text;

/// <summary>
/// What a person may have meant who typed a word that stands nowhere in the index: a Han character that sounds or stands alike, one too many,
/// one too few, two swapped; a letter or digit wrong. Only proposals: whether they find anything is for the search to say.
/// </summary>
internal sealed class Corrections(Vocabulary words)
{
    /// <summary>Proposals for one query; each may cost a question to the engine.</summary>
    public const int Most = 12;

    private const int MostFixesOfWord = 12;
    private const int MostRuns = 6;
    private const int LongestHanRun = 24;
    private const int ShortWord = 6;
    private const int ShortestWord = 3;
    private const int ShortestNumber = 2;
    private const int LongNumber = 9;

    // sounds that many people do not tell apart
    private static readonly (string One, string Other)[] _alikeBeginnings = [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("f", "h"), ("r", "l")];
    private static readonly (string One, string Other)[] _alikeEnds = [("ang", "an"), ("eng", "en"), ("ing", "in")];

    /// <returns>Queries that differ from what was typed, the likeliest first.</returns>
    public IReadOnlyList<string> Of(string typed)
    {
        var folded = SearchTerms.Fold(typed);
        var fixes = new List<(int At, string Run, List<Fix> Fixes)>();
        var at = 0;
        foreach (var run in SearchTerms.Runs(folded).Take(MostRuns))
        {
            at = folded.IndexOf(run, at, StringComparison.Ordinal);
            var ofRun = SearchTerms.IsHan(run[0]) ? OfHan(run) : OfWord(run);
            if (ofRun.Count > 0) fixes.Add((at, run, ofRun));
            at += run.Length;
        }

        if (fixes.Count == 0) return [];
        IEnumerable<(double Cost, Fix[] Chosen)> choices = [(0, [])];
        foreach (var (_, _, ofRun) in fixes) choices = [.. choices.SelectMany(c => ofRun.Select(f => (c.Cost + f.Cost, (Fix[])[.. c.Chosen, f]))).OrderBy(c => c.Item1).Take(Most)];
        return [.. choices.Select(c => Replace(folded, fixes, c.Chosen)).Where(p => p != folded).Distinct(StringComparer.Ordinal)];
    }

    private static string Replace(string folded, List<(int At, string Run, List<Fix> Fixes)> places, Fix[] chosen)
    {
        var text = new StringBuilder();
        var done = 0;
        for (var i = 0; i < places.Count; i++)
        {
            text.Append(folded, done, places[i].At - done).Append(chosen[i].Text);
            done = places[i].At + places[i].Run.Length;
        }

        return text.Append(folded, done, folded.Length - done).ToString();
    }

    private List<Fix> OfWord(string word)
    {
        var isNumber = word.All(char.IsAsciiDigit);
        if (word.Length < (isNumber ? ShortestNumber : ShortestWord) || words.KnowsBeginning(word)) return [];
        var most = word.Length >= (isNumber ? LongNumber : ShortWord) ? 2 : 1;
        return [.. words.Near(word, most).Take(MostFixesOfWord).Select(w => new Fix(w.Word, w.Distance + (w.Word[0] == word[0] ? 0 : 0.5)))];
    }

    private List<Fix> OfHan(string run)
    {
        if (run.Length is < 2 or > LongestHanRun) return [];
        var broken = Broken(run);
        if (broken == 0) return [];
        return
        [
            .. Enumerable.Range(0, run.Length).Where(i => IsSuspect(run, i)).SelectMany(i => At(run, i))
                .Select(f => (f.Text, f.Cost, Broken: Broken(f.Text), Weight: Weight(f.Text))).Where(f => f.Broken < broken && !HasLoneCharacter(f.Text))
                .GroupBy(f => f.Text, StringComparer.Ordinal).Select(g => g.MinBy(f => f.Cost))
                .OrderBy(f => f.Cost + (4 * f.Broken)).ThenByDescending(f => f.Weight).ThenBy(f => f.Text, StringComparer.Ordinal).Take(MostFixesOfWord)
                .Select(f => new Fix(Apart(f.Text), f.Cost + (4 * f.Broken))),
        ];
    }

    private bool IsSuspect(string run, int i) => (i > 0 && !words.Knows(run[i - 1], run[i])) || (i + 1 < run.Length && !words.Knows(run[i], run[i + 1]));

    // a character that stands beside none of its neighbours was not mended
    private bool HasLoneCharacter(string run) =>
        Enumerable.Range(0, run.Length).Any(i => (i == 0 || !words.Knows(run[i - 1], run[i])) && (i + 1 == run.Length || !words.Knows(run[i], run[i + 1])));

    private int Broken(string run) => Enumerable.Range(0, run.Length - 1).Count(i => !words.Knows(run[i], run[i + 1]));

    private long Weight(string run) => Enumerable.Range(0, run.Length - 1).Min(i => (long)words.CountOf(run[i], run[i + 1]) is var count and > 0 ? count : long.MaxValue);

    // what never stands together is two words
    private string Apart(string run)
    {
        var text = new StringBuilder(run.Length + 4).Append(run[0]);
        for (var i = 1; i < run.Length; i++)
        {
            if (!words.Knows(run[i - 1], run[i])) text.Append(' ');
            text.Append(run[i]);
        }

        return text.ToString();
    }

    private IEnumerable<Fix> At(string run, int i)
    {
        foreach (var other in Others(run, i)) yield return new Fix(run[..i] + other + run[(i + 1)..], Unlike(run[i], other));
        if (i + 1 < run.Length)
        {
            if (run[i] != run[i + 1]) yield return new Fix(run[..i] + run[i + 1] + run[i] + run[(i + 2)..], 1);
            foreach (var pair in words.Sounding(run[i], run[i + 1])) yield return new Fix(run[..i] + pair.First + pair.Last + run[(i + 2)..], pair.First == run[i] || pair.Last == run[i + 1] ? 0 : 0.5);
            foreach (var between in words.After(run[i]).Where(p => words.Knows(p.Last, run[i + 1]))) yield return new Fix(run.Insert(i + 1, between.Last.ToString()), 2);
        }

        if (run.Length > 2) yield return new Fix(run.Remove(i, 1), run[i] == (i > 0 ? run[i - 1] : run[i + 1]) ? 0.5 : 3);
    }

    /// <summary>Characters that stand beside the neighbour on either side.</summary>
    private IEnumerable<char> Others(string run, int i)
    {
        var left = i > 0 ? words.After(run[i - 1]).Select(p => p.Last) : [];
        var right = i + 1 < run.Length ? words.Before(run[i + 1]).Select(p => p.First) : [];
        return left.Concat(right).Where(c => c != run[i]).Distinct();
    }

    private static double Unlike(char one, char other)
    {
        var readings = Pinyin.ReadingsOf(one);
        var others = Pinyin.ReadingsOf(other);
        if (readings.Any(r => others.Contains(r))) return 0;
        return readings.Any(r => others.Any(o => SoundAlike(r, o))) ? 1 : 3;
    }

    private static bool SoundAlike(string one, string other) => Plain(one) == Plain(other);

    private static string Plain(string sound)
    {
        foreach (var (one, other) in _alikeBeginnings)
        {
            if (!sound.StartsWith(one, StringComparison.Ordinal)) continue;
            sound = other + sound[one.Length..];
            break;
        }

        foreach (var (one, other) in _alikeEnds)
        {
            if (sound.EndsWith(one, StringComparison.Ordinal)) return sound[..^one.Length] + other;
        }

        return sound;
    }

    /// <summary>One way to mend a run of characters.</summary>
    /// <param name="Cost">The lower, the likelier.</param>
    private sealed record Fix(string Text, double Cost);
}
