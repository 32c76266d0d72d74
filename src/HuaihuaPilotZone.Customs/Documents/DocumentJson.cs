using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// A document as JSON: the document's own names, values as strings, empty fields left out, the goods always there, other collections
/// when they have lines. Reading is tolerant: unknown names are ignored and numbers and booleans are taken as the text they were written with.
/// </summary>
public static class DocumentJson
{
    private static readonly JsonWriterOptions _writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly JsonDocumentOptions _reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>Writes a document; the same document always gives the same text.</summary>
    public static string Serialize(CustomsDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, _writing))
        {
            json.WriteStartObject();
            foreach (var field in document.Schema.Header) WriteField(json, field, document[field]);
            foreach (var collection in document.Schema.Collections) WriteLines(json, document, collection);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a document of a kind.</summary>
    /// <returns>False when the text is not JSON, not an object, or a field holds an object or an array.</returns>
    public static bool TryDeserialize(DocumentSchema schema, [NotNullWhen(true)] string? json, [NotNullWhen(true)] out CustomsDocument? document)
    {
        ArgumentNullException.ThrowIfNull(schema);
        document = null;
        if (json is null) return false;
        try
        {
            using var parsed = JsonDocument.Parse(json, _reading);
            document = ReadDocument(schema, parsed.RootElement);
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException or ArgumentException)
        {
            // not JSON, or text that is not Unicode (an escaped half of a surrogate pair)
            document = null;
        }

        return document is not null;
    }

    /// <summary>Reads a document of a kind out of JSON that was parsed already.</summary>
    /// <returns>Null when it is not an object, or a field holds an object or an array.</returns>
    /// <exception cref="InvalidOperationException">A text is not Unicode.</exception>
    internal static CustomsDocument? Read(DocumentSchema schema, JsonElement json) => ReadDocument(schema, json);

    private static void WriteLines(Utf8JsonWriter json, CustomsDocument document, LineSchema collection)
    {
        var lines = document.Lines(collection.Collection);
        if (lines.Count == 0 && collection.Collection.Index > 0) return;
        json.WriteStartArray(collection.Collection.Name);
        foreach (var line in lines)
        {
            json.WriteStartObject();
            foreach (var field in collection.Fields) WriteField(json, field, line[field]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteField(Utf8JsonWriter json, Field field, string? value)
    {
        if (value is not null) json.WriteString(field.Name, value);
    }

    private static CustomsDocument? ReadDocument(DocumentSchema schema, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return null;
        var header = new string?[schema.Header.Count];
        IReadOnlyList<DocumentLine>[] lines = [.. schema.Collections.Select(_ => (IReadOnlyList<DocumentLine>)[])];
        foreach (var property in root.EnumerateObject())
        {
            if (schema.FindCollection(property.Name) is { } collection)
            {
                if (ReadLines(schema, collection, property.Value) is not { } read) return null;
                lines[collection.Collection.Index] = read;
            }
            else if (schema.FindHeader(property.Name) is { } field && !TryText(property.Value, out header[field.Index]))
            {
                return null;
            }
        }

        return new CustomsDocument(schema, header, lines);
    }

    private static List<DocumentLine>? ReadLines(DocumentSchema schema, LineSchema collection, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Null) return [];
        if (element.ValueKind != JsonValueKind.Array) return null;
        var lines = new List<DocumentLine>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            if (ReadLine(schema, collection, item) is not { } line) return null;
            lines.Add(line);
        }

        return lines;
    }

    private static DocumentLine? ReadLine(DocumentSchema schema, LineSchema collection, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        var values = new string?[collection.Fields.Count];
        foreach (var property in element.EnumerateObject())
        {
            if (schema.FindField(collection, property.Name) is { } field && !TryText(property.Value, out values[field.Index])) return null;
        }

        return new DocumentLine(values);
    }

    private static bool TryText(JsonElement element, out string? text)
    {
        text = element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
        return element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
    }
}
