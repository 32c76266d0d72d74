namespace HuaihuaPilotZone.Search.Text;

/// <summary>A piece of a shown text.</summary>
/// <param name="IsHit">Whether it is what was looked for.</param>
public sealed record Passage(string Text, bool IsHit);

/// <summary>Cuts out of a text what a result list shows of it.</summary>
public static class Passages
{
    /// <summary>The text around the first place where one of the words stands, with every such place marked; its beginning where none does.</summary>
    /// <param name="words">Folded words.</param>
    /// <param name="length">Most characters.</param>
    public static IReadOnlyList<Passage> Around(string text, IReadOnlyList<string> words, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wanted = words.Where(w => w.Length > 0).OrderByDescending(w => w.Length).ToList();
        var first = wanted.Select(w => text.IndexOf(w, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var start = Math.Max(0, Math.Min(first - (length / 4), text.Length - length));
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        var end = Math.Min(text.Length, start + length);
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        var passages = Mark(text[start..end], wanted).ToList();
        if (start > 0) passages.Insert(0, new Passage("…", false));
        if (end < text.Length) passages.Add(new Passage("…", false));
        return passages;
    }

    /// <summary>The whole text with every word marked.</summary>
    public static IEnumerable<Passage> Mark(string text, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = 0;
        for (var at = 0; at < text.Length;)
        {
            var hit = words.FirstOrDefault(w => string.Compare(text, at, w, 0, w.Length, StringComparison.OrdinalIgnoreCase) == 0 && w.Length > 0);
            if (hit is null)
            {
                at++;
                continue;
            }

            if (at > plain) yield return new Passage(text[plain..at], false);
            yield return new Passage(text.Substring(at, hit.Length), true);
            at += hit.Length;
            plain = at;
        }

        if (plain < text.Length) yield return new Passage(text[plain..], false);
    }
}
