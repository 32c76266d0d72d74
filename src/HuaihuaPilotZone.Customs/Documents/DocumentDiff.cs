namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>One field that two versions of a document hold differently.</summary>
/// <param name="Path">JSON Pointer.</param>
/// <param name="Label">Chinese label, with the line number for lines.</param>
/// <param name="Old">Value before; null when empty or when the line was not there.</param>
/// <param name="New">Value after; null when empty or when the line is gone.</param>
public sealed record FieldChange(string Path, string Label, string? Old, string? New);

/// <summary>Compares two versions of a document, line by line by number, as customs does (gnum).</summary>
public static class DocumentDiff
{
    /// <summary>All differences in the order of the form. An empty field and a field of length zero are the same.</summary>
    /// <exception cref="ArgumentException">The documents are of different kinds.</exception>
    public static IReadOnlyList<FieldChange> Between(CustomsDocument old, CustomsDocument @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        if (old.Schema != @new.Schema) throw new ArgumentException("Documents of different kinds cannot be compared field by field.", nameof(@new));
        var changes = new List<FieldChange>();
        foreach (var field in old.Schema.Header) Add(changes, old, @new, field, line: 0);
        foreach (var (collection, fields) in old.Schema.Collections)
        {
            var lines = Math.Max(old.Lines(collection).Count, @new.Lines(collection).Count);
            for (var line = 0; line < lines; line++)
            {
                foreach (var field in fields) Add(changes, old, @new, field, line);
            }
        }

        return changes;
    }

    private static void Add(List<FieldChange> changes, CustomsDocument old, CustomsDocument @new, Field field, int line)
    {
        var (before, after) = (old.At(field, line), @new.At(field, line));
        if (string.Equals(before ?? "", after ?? "", StringComparison.Ordinal)) return;
        var path = field.PathAt(line);
        changes.Add(new FieldChange(path, old.Schema.Label(path, @new.TradeMode), Blank(before), Blank(after)));
    }

    private static string? Blank(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
