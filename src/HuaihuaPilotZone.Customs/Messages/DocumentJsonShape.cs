using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>What reading a document as JSON would pass over in silence: names that are no field's, and values of another shape than a field or a collection has.</summary>
/// <param name="Refusal">The first value of another shape, as a sentence; null when there is none.</param>
/// <param name="Notes">A note for each unknown name.</param>
internal sealed record DocumentJsonShape(string? Refusal, IReadOnlyList<MappingNote> Notes)
{
    private const int MostNotes = 20;

    /// <param name="json">An object.</param>
    /// <param name="also">A name beside the fields that is known.</param>
    /// <exception cref="InvalidOperationException">A name is not Unicode.</exception>
    public static DocumentJsonShape Of(DocumentSchema schema, JsonElement json, string also)
    {
        var notes = new Dictionary<string, MappingNote>(StringComparer.Ordinal);
        string? refusal = null;
        foreach (var property in json.EnumerateObject())
        {
            if (schema.FindCollection(property.Name) is { } collection) refusal ??= OfLines(schema, collection, property.Value, notes);
            else if (schema.FindHeader(property.Name) is not null) refusal ??= OfValue(property, "");
            else if (property.Name != also) Note(notes, property.Name, "", schema.Header);
        }

        return new DocumentJsonShape(refusal, [.. notes.Values]);
    }

    private static string? OfLines(DocumentSchema schema, LineSchema collection, JsonElement lines, Dictionary<string, MappingNote> notes)
    {
        var name = collection.Collection.Name;
        if (lines.ValueKind == JsonValueKind.Null) return null;
        if (lines.ValueKind != JsonValueKind.Array) return $"/{name} 应是数组，一项一个对象。";
        var number = 0;
        foreach (var line in lines.EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"/{name}/{number++}");
            if (line.ValueKind != JsonValueKind.Object) return $"{place} 应是对象，里面是这一项的各个字段。";
            foreach (var property in line.EnumerateObject())
            {
                if (schema.FindField(collection, property.Name) is null) Note(notes, property.Name, "/" + name, collection.Fields);
                else if (OfValue(property, place) is { } refusal) return refusal;
            }
        }

        return null;
    }

    private static string? OfValue(JsonProperty property, string place) =>
        property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? $"{place}/{property.Name} 应是文字或数字，这里是{(property.Value.ValueKind == JsonValueKind.Array ? "数组" : "对象")}。" : null;

    private static void Note(Dictionary<string, MappingNote> notes, string name, string place, IEnumerable<Field> fields)
    {
        if (notes.Count == MostNotes || notes.ContainsKey(place + "/" + name)) return;
        var like = fields.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase))?.Name;
        notes[place + "/" + name] = new MappingNote(
            MappingNoteKind.UnknownName, place, name, like is null ? [] : [like], $"{(place.Length == 0 ? "" : place + " 的")}{Words.Quote(name)}不是单证的字段，没有读取。{(like is null ? "" : $"字段名区分大小写，应为 {like}。")}");
    }
}
