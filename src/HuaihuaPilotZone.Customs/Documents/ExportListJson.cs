using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// An export list as JSON: the document's own names, values as strings, empty fields left out.
/// Reading is tolerant: unknown names are ignored and numbers and booleans are taken as the text they were written with.
/// </summary>
public static class ExportListJson
{
    private const string GoodsName = "goods";

    private static readonly JsonWriterOptions _writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly JsonDocumentOptions _reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>Writes a document; the same document always gives the same text.</summary>
    public static string Serialize(ExportList document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, _writing))
        {
            json.WriteStartObject();
            foreach (var field in FieldMap.Header) WriteField(json, field, field.Read(document));
            json.WriteStartArray(GoodsName);
            foreach (var line in document.Goods)
            {
                json.WriteStartObject();
                foreach (var field in FieldMap.Goods) WriteField(json, field, field.Read(line));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a document.</summary>
    /// <returns>False when the text is not JSON, not an object, or a field holds an object or an array.</returns>
    public static bool TryDeserialize([NotNullWhen(true)] string? json, [NotNullWhen(true)] out ExportList? document)
    {
        document = null;
        if (json is null) return false;
        try
        {
            using var parsed = JsonDocument.Parse(json, _reading);
            document = ReadDocument(parsed.RootElement);
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException or ArgumentException)
        {
            // not JSON, or text that is not Unicode (an escaped half of a surrogate pair)
            document = null;
        }

        return document is not null;
    }

    private static void WriteField(Utf8JsonWriter json, Field field, string? value)
    {
        if (value is not null) json.WriteString(field.Name, value);
    }

    private static ExportList? ReadDocument(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return null;
        var document = new ExportList();
        foreach (var property in root.EnumerateObject())
        {
            if (property.NameEquals(GoodsName))
            {
                if (ReadLines(property.Value) is not { } goods) return null;
                document = document with { Goods = goods };
            }
            else if (FieldMap.FindHeader(property.Name) is { } field)
            {
                if (!TryText(property.Value, out var text)) return null;
                document = field.Write(document, text);
            }
        }

        return document;
    }

    private static List<GoodsLine>? ReadLines(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Null) return [];
        if (element.ValueKind != JsonValueKind.Array) return null;
        var lines = new List<GoodsLine>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            if (ReadLine(item) is not { } line) return null;
            lines.Add(line);
        }

        return lines;
    }

    private static GoodsLine? ReadLine(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        var line = new GoodsLine();
        foreach (var property in element.EnumerateObject())
        {
            if (FieldMap.FindGoods(property.Name) is not { } field) continue;
            if (!TryText(property.Value, out var text)) return null;
            line = field.Write(line, text);
        }

        return line;
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
