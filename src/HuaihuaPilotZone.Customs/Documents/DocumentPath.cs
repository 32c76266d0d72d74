using System.Globalization;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// A place in a document, written as a JSON Pointer (RFC 6901): /netWeight, /goods, /goods/1, /goods/1/totalPrice, /containers/0/containerId.
/// Lines count from 0. A pointer that names nothing is refused, never answered with an exception.
/// </summary>
public readonly record struct DocumentPath
{
    private DocumentPath(Field? field, LineGroup? collection, int? line)
    {
        Field = field;
        Collection = collection;
        Line = line;
    }

    /// <summary>The field, or null for a collection as a whole or for a whole line.</summary>
    public Field? Field { get; }

    /// <summary>The collection, or null for a field of the header.</summary>
    public LineGroup? Collection { get; }

    /// <summary>Number of the line from 0, or null outside the lines.</summary>
    public int? Line { get; }

    /// <summary>Pointer to a header field of an export list.</summary>
    public static string Of(HeaderField field) => field.PathAt();

    /// <summary>Pointer to a field of a goods line of an export list.</summary>
    /// <param name="line">From 0.</param>
    public static string Of(GoodsField field, int line) => field.PathAt(line);

    /// <summary>Reads a pointer into an export list. The number of a line is not compared with any document here.</summary>
    public static bool TryParse(string? text, out DocumentPath path) => TryParse(DocumentSchemas.ExportList, text, out path);

    /// <summary>Reads a pointer. The number of a line is not compared with any document here.</summary>
    public static bool TryParse(DocumentSchema schema, string? text, out DocumentPath path)
    {
        path = default;
        if (text is not { Length: > 1 } || text[0] != '/') return false;
        var parts = text.Split('/');
        if (parts.Length == 2 && schema.FindHeader(parts[1]) is { } header)
        {
            path = new DocumentPath(header, null, null);
            return true;
        }

        if (parts.Length > 4 || schema.FindCollection(parts[1]) is not { } lines) return false;
        return TryLine(schema, lines, parts, out path);
    }

    /// <summary>The typed value a pointer names; null when the field is empty, the line is not there or the pointer names no field.</summary>
    public static string? Get(ExportList document, string? text) => Get(document.ToDocument(), text);

    /// <inheritdoc cref="Get(ExportList, string?)"/>
    public static string? Get(CustomsDocument document, string? text) => TryGet(document, text, out var value) ? value : null;

    /// <summary>The typed value a pointer names.</summary>
    /// <returns>False when the pointer names no field of this document.</returns>
    public static bool TryGet(ExportList document, string? text, out string? value) => TryGet(document.ToDocument(), text, out value);

    /// <inheritdoc cref="TryGet(ExportList, string?, out string?)"/>
    public static bool TryGet(CustomsDocument document, string? text, out string? value)
    {
        value = null;
        if (!TryFind(document, text, out var path)) return false;
        value = document.At(path.Field!, path.Line ?? 0);
        return true;
    }

    /// <summary>A new document with one field changed, or null when the pointer names no field of this document.</summary>
    public static ExportList? Set(ExportList document, string? text, string? value) => Set(document.ToDocument(), text, value) is { } changed ? ExportList.From(changed) : null;

    /// <inheritdoc cref="Set(ExportList, string?, string?)"/>
    public static CustomsDocument? Set(CustomsDocument document, string? text, string? value) =>
        TryFind(document, text, out var path) ? document.With(path.Field!, path.Line ?? 0, value) : null;

    private static bool TryFind(CustomsDocument document, string? text, out DocumentPath path) =>
        TryParse(document.Schema, text, out path) && path.Field is not null && (path.Collection is null || path.Line < document.Lines(path.Collection).Count);

    private static bool TryLine(DocumentSchema schema, LineSchema lines, string[] parts, out DocumentPath path)
    {
        path = new DocumentPath(null, lines.Collection, null);
        if (parts.Length == 2) return true;
        if (!TryNumber(parts[2], out var line)) return false;
        var field = parts.Length == 4 ? schema.FindField(lines, parts[3]) : null;
        path = new DocumentPath(field, lines.Collection, line);
        return parts.Length == 3 || field is not null;
    }

    // RFC 6901: digits without a leading zero; no sign, no blank.
    private static bool TryNumber(string text, out int line) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out line) && (text.Length == 1 || text[0] != '0');
}
