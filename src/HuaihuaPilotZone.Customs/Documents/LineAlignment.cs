namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// Which lines of a changed collection are which lines of the one before. Lines have no names: while there are as many as before,
/// or more, they are the same ones and the rest was added; else those that are alike at both ends are.
/// </summary>
public sealed class LineAlignment
{
    private readonly int?[] _after;

    private LineAlignment(int?[] after, int afterCount)
    {
        _after = after;
        Added = [.. Enumerable.Range(0, afterCount).Except(after.OfType<int>())];
    }

    /// <summary>Lines after that were not there before, from 0.</summary>
    public IReadOnlyList<int> Added { get; }

    /// <summary>Where a line of before is now, or null when it is gone.</summary>
    public int? After(int before) => before < _after.Length ? _after[before] : null;

    /// <summary>Compares two states of a collection.</summary>
    /// <param name="fields">The fields of its lines.</param>
    public static LineAlignment Of(IReadOnlyList<DocumentLine> before, IReadOnlyList<DocumentLine> after, IReadOnlyList<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var map = new int?[before.Count];
        if (after.Count >= before.Count)
        {
            for (var line = 0; line < map.Length; line++) map[line] = line;
            return new LineAlignment(map, after.Count);
        }

        var head = 0;
        while (head < after.Count && AreAlike(before[head], after[head], fields)) map[head] = head++;
        var tail = 0;
        while (tail < after.Count - head && AreAlike(before[^(tail + 1)], after[^(tail + 1)], fields)) map[^(++tail)] = after.Count - tail;

        // what was changed between the two ends: paired in order, so that at most the last of them count as gone
        for (var line = head; line < after.Count - tail; line++) map[line] = line;
        return new LineAlignment(map, after.Count);
    }

    /// <summary>Whether two lines say the same; empty and missing are the same.</summary>
    public static bool AreAlike(DocumentLine one, DocumentLine other, IReadOnlyList<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return fields.All(f => string.Equals(one[f] ?? "", other[f] ?? "", StringComparison.Ordinal));
    }
}
