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
        var moved = before.Schema.Collections.ToDictionary(c => c.Collection.Name, c => LineAlignment.Of(before.Lines(c.Collection), after.Lines(c.Collection), c.Fields), StringComparer.Ordinal);
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

    private static string? Move(DocumentSchema schema, string path, Dictionary<string, LineAlignment> moved)
    {
        if (!DocumentPath.TryParse(schema, path, out var place) || place.Field is not { } field) return null;
        return place is { Collection: { } lines, Line: { } line } ? moved[lines.Name].After(line) is { } now ? field.PathAt(now) : null : path;
    }
}
