using System.Text.Json;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Declarations;

/// <summary>
/// Where the values of a draft came from that nobody typed, by path. An origin lives as long as its value: once the person changes it,
/// the origin is gone; when lines are taken out, the origins of the others move with their lines.
/// </summary>
public static class DraftOrigins
{
    /// <summary>All origins, also of values that have changed since.</summary>
    public static IReadOnlyDictionary<string, PrefilledValue> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, PrefilledValue>>(json) ?? [];

    public static string Write(IReadOnlyDictionary<string, PrefilledValue> origins) => JsonSerializer.Serialize(origins);

    /// <summary>Whether a field still holds what was filled in.</summary>
    public static bool Stands(this PrefilledValue origin, string? value) => string.Equals(origin.Value, value ?? "", StringComparison.Ordinal);

    /// <summary>The origins of a document that has become another one.</summary>
    /// <param name="added">Origins that come with the change.</param>
    internal static string Follow(string json, CustomsDocument before, CustomsDocument after, IReadOnlyDictionary<string, PrefilledValue>? added = null)
    {
        if (before.Schema != after.Schema) return Write(added ?? new Dictionary<string, PrefilledValue>());
        var moved = before.Schema.Collections.ToDictionary(c => c.Collection.Name, c => Moves(before.Lines(c.Collection), after.Lines(c.Collection), c.Fields), StringComparer.Ordinal);
        var followed = new Dictionary<string, PrefilledValue>(StringComparer.Ordinal);
        foreach (var (path, origin) in Read(json))
        {
            if (Move(before.Schema, path, moved) is { } now && DocumentPath.TryGet(after, now, out var value) && origin.Stands(value)) followed[now] = origin;
        }
        foreach (var (path, origin) in added ?? new Dictionary<string, PrefilledValue>())
        {
            if (DocumentPath.TryGet(after, path, out var value) && origin.Stands(value)) followed[path] = origin;
        }
        return Write(followed);
    }

    private static string? Move(DocumentSchema schema, string path, Dictionary<string, Func<int, int?>> moved)
    {
        if (!DocumentPath.TryParse(schema, path, out var place) || place.Field is not { } field) return null;
        return place is { Collection: { } lines, Line: { } line } ? moved[lines.Name](line) is { } now ? field.PathAt(now) : null : path;
    }

    // Lines have no names. While there are as many as before they are the same ones; else those that are alike at both ends are.
    private static Func<int, int?> Moves(IReadOnlyList<DocumentLine> before, IReadOnlyList<DocumentLine> after, IReadOnlyList<Field> fields)
    {
        if (after.Count >= before.Count) return line => line;
        var head = 0;
        while (head < after.Count && Same(before[head], after[head], fields)) head++;
        var tail = 0;
        while (tail < after.Count - head && Same(before[^(tail + 1)], after[^(tail + 1)], fields)) tail++;
        var shift = before.Count - after.Count;
        return line => line < head ? line : line >= before.Count - tail ? line - shift : null;
    }

    private static bool Same(DocumentLine one, DocumentLine other, IReadOnlyList<Field> fields) =>
        fields.All(f => string.Equals(one[f] ?? "", other[f] ?? "", StringComparison.Ordinal));
}
