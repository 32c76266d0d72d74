using System.Globalization;
using System.Text;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>What became of a line or of a part of it.</summary>
public enum DiffKind
{
    Same,
    Removed,
    Added,

    /// <summary>Lines that did not change and are not shown; the text says how many.</summary>
    Skipped,
}

/// <summary>A part of a line.</summary>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>A line; a changed one is a removed and an added line, whose parts say what changed within.</summary>
public sealed record DiffLine(DiffKind Kind, IReadOnlyList<DiffPart> Parts);

/// <summary>Compares two texts line by line, and changed lines word by word: Latin words and numbers as a whole, Chinese characters one by one.</summary>
public static class TextDiff
{
    /// <summary>Pairs of pieces that are compared at most; what is longer counts as replaced as a whole.</summary>
    private const int MostPairs = 1_000_000;

    /// <summary>Unchanged lines shown around a change.</summary>
    private const int Around = 2;

    public static IReadOnlyList<DiffLine> Compare(string? before, string? after)
    {
        var steps = Steps(Lines(before), Lines(after));
        var lines = new List<DiffLine>();
        for (var i = 0; i < steps.Count;)
        {
            if (steps[i].Kind == DiffKind.Same)
            {
                lines.Add(Whole(steps[i++]));
                continue;
            }
            var run = steps.Skip(i).TakeWhile(s => s.Kind != DiffKind.Same).ToList();
            i += run.Count;
            lines.AddRange(Changed([.. run.Where(s => s.Kind == DiffKind.Removed)], [.. run.Where(s => s.Kind == DiffKind.Added)]));
        }
        return Shorten(lines);
    }

    private static IEnumerable<DiffLine> Changed(List<DiffPart> removed, List<DiffPart> added)
    {
        var pairs = removed.Zip(added, (r, a) => Merge(Steps(Words(r.Text), Words(a.Text)))).ToList();
        var news = pairs.Select(p => new DiffLine(DiffKind.Added, [.. p.Where(s => s.Kind != DiffKind.Removed)]));
        var olds = pairs.Select(p => new DiffLine(DiffKind.Removed, [.. p.Where(s => s.Kind != DiffKind.Added)]));
        return [.. olds, .. removed.Skip(pairs.Count).Select(Whole), .. news, .. added.Skip(pairs.Count).Select(Whole)];
    }

    private static DiffLine Whole(DiffPart step) => new(step.Kind, [step]);

    /// <summary>Leaves out unchanged lines that are far from any change.</summary>
    private static List<DiffLine> Shorten(List<DiffLine> lines)
    {
        var near = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == DiffKind.Same) continue;
            for (var j = Math.Max(0, i - Around); j <= Math.Min(lines.Count - 1, i + Around); j++) near[j] = true;
        }
        var shown = new List<DiffLine>();
        for (var i = 0; i < lines.Count;)
        {
            if (near[i])
            {
                shown.Add(lines[i++]);
                continue;
            }
            var start = i;
            while (i < lines.Count && !near[i]) i++;
            shown.Add(Whole(new DiffPart(DiffKind.Skipped, (i - start).ToString(CultureInfo.InvariantCulture))));
        }
        return shown;
    }

    private static List<DiffPart> Merge(List<DiffPart> steps)
    {
        var merged = new List<DiffPart>();
        foreach (var step in steps)
        {
            if (merged is [.., var last] && last.Kind == step.Kind) merged[^1] = last with { Text = last.Text + step.Text };
            else merged.Add(step);
        }
        return merged;
    }

    /// <summary>The longest common subsequence, told as steps from one to the other.</summary>
    private static List<DiffPart> Steps(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start]) start++;
        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        var (rows, columns) = (before.Count - start - end, after.Count - start - end);
        var steps = before.Take(start).Select(t => new DiffPart(DiffKind.Same, t)).ToList();
        if ((long)rows * columns > MostPairs)
        {
            steps.AddRange(before.Skip(start).Take(rows).Select(t => new DiffPart(DiffKind.Removed, t)));
            steps.AddRange(after.Skip(start).Take(columns).Select(t => new DiffPart(DiffKind.Added, t)));
        }
        else
        {
            steps.AddRange(Common([.. before.Skip(start).Take(rows)], [.. after.Skip(start).Take(columns)]));
        }
        steps.AddRange(before.Skip(before.Count - end).Select(t => new DiffPart(DiffKind.Same, t)));
        return steps;
    }

    private static IEnumerable<DiffPart> Common(string[] before, string[] after)
    {
        // length of the common part of what follows each pair of places
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                yield return new DiffPart(DiffKind.Same, before[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (i < before.Length && (j == after.Length || lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                yield return new DiffPart(DiffKind.Removed, before[i++]);
            }
            else
            {
                yield return new DiffPart(DiffKind.Added, after[j++]);
            }
        }
    }

    private static string[] Lines(string? text) => string.IsNullOrEmpty(text) ? [] : text.Split('\n');

    private static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
            {
                word.Append((char)rune.Value);
                continue;
            }
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
            words.Add(rune.ToString());
        }
        if (word.Length > 0) words.Add(word.ToString());
        return words;
    }
}
