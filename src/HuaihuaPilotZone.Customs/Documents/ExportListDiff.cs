namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>One field that two versions of a document hold differently.</summary>
/// <param name="Path">JSON Pointer.</param>
/// <param name="Label">Chinese label, with the line number for goods.</param>
/// <param name="Old">Value before; null when empty or when the line was not there.</param>
/// <param name="New">Value after; null when empty or when the line is gone.</param>
public sealed record FieldChange(string Path, string Label, string? Old, string? New);

/// <summary>Compares two versions of a document, line by line by number, as customs does (gnum).</summary>
public static class ExportListDiff
{
    private static readonly GoodsLine _noLine = new();

    /// <summary>All differences in the order of the form. An empty field and a field of length zero are the same.</summary>
    public static IReadOnlyList<FieldChange> Between(ExportList old, ExportList @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var changes = new List<FieldChange>();
        foreach (var field in FieldMap.Header) Add(changes, DocumentPath.Of(field), field.Read(old), field.Read(@new), @new.TradeMode);
        for (var line = 0; line < Math.Max(old.Goods.Count, @new.Goods.Count); line++)
        {
            var before = line < old.Goods.Count ? old.Goods[line] : _noLine;
            var after = line < @new.Goods.Count ? @new.Goods[line] : _noLine;
            foreach (var field in FieldMap.Goods) Add(changes, DocumentPath.Of(field, line), field.Read(before), field.Read(after), @new.TradeMode);
        }

        return changes;
    }

    private static void Add(List<FieldChange> changes, string path, string? old, string? @new, string? tradeMode)
    {
        if (string.Equals(old ?? "", @new ?? "", StringComparison.Ordinal)) return;
        changes.Add(new FieldChange(path, FieldMap.Label(path, tradeMode), Blank(old), Blank(@new)));
    }

    private static string? Blank(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
