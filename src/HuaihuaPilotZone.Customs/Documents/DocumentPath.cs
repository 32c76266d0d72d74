using System.Globalization;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// A place in an export list, written as a JSON Pointer (RFC 6901): /netWeight, /goods, /goods/1, /goods/1/totalPrice.
/// Lines count from 0. A pointer that names nothing is refused, never answered with an exception.
/// </summary>
public readonly record struct DocumentPath
{
    private const string GoodsName = "goods";

    private DocumentPath(Field? field, int? line)
    {
        Field = field;
        Line = line;
    }

    /// <summary>The field, or null for the goods as a whole or for a whole line.</summary>
    public Field? Field { get; }

    /// <summary>Number of the goods line from 0, or null outside the lines.</summary>
    public int? Line { get; }

    /// <summary>Pointer to a header field.</summary>
    public static string Of(HeaderField field) => "/" + field.Name;

    /// <summary>Pointer to a field of a goods line.</summary>
    /// <param name="line">From 0.</param>
    public static string Of(GoodsField field, int line) => string.Create(CultureInfo.InvariantCulture, $"/goods/{line}/{field.Name}");

    /// <summary>Reads a pointer. The number of a line is not compared with any document here.</summary>
    public static bool TryParse(string? text, out DocumentPath path)
    {
        path = default;
        if (text is not { Length: > 1 } || text[0] != '/') return false;
        var parts = text.Split('/');
        if (parts.Length == 2) return TryHeader(parts[1], out path);
        if (parts.Length > 4 || parts[1] != GoodsName || !TryLine(parts[2], out var line)) return false;
        var field = parts.Length == 4 ? FieldMap.FindGoods(parts[3]) : null;
        path = new DocumentPath(field, line);
        return parts.Length == 3 || field is not null;
    }

    /// <summary>The typed value a pointer names; null when the field is empty, the line is not there or the pointer names no field.</summary>
    public static string? Get(ExportList document, string? text) => TryGet(document, text, out var value) ? value : null;

    /// <summary>The typed value a pointer names.</summary>
    /// <returns>False when the pointer names no field of this document.</returns>
    public static bool TryGet(ExportList document, string? text, out string? value)
    {
        value = null;
        if (!TryParse(text, out var path) || path.Field is null) return false;
        if (path.Line is not { } line)
        {
            value = ((HeaderField)path.Field).Read(document);
            return true;
        }

        if (line >= document.Goods.Count) return false;
        value = ((GoodsField)path.Field).Read(document.Goods[line]);
        return true;
    }

    /// <summary>A new document with one field changed, or null when the pointer names no field of this document.</summary>
    public static ExportList? Set(ExportList document, string? text, string? value)
    {
        if (!TryParse(text, out var path) || path.Field is null) return null;
        if (path.Line is not { } line) return ((HeaderField)path.Field).Write(document, value);
        if (line >= document.Goods.Count) return null;
        var goods = document.Goods.ToArray();
        goods[line] = ((GoodsField)path.Field).Write(goods[line], value);
        return document with { Goods = goods };
    }

    private static bool TryHeader(string name, out DocumentPath path)
    {
        var field = FieldMap.FindHeader(name);
        path = new DocumentPath(field, null);
        return field is not null || name == GoodsName;
    }

    // RFC 6901: digits without a leading zero; no sign, no blank.
    private static bool TryLine(string text, out int line) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out line) && (text.Length == 1 || text[0] != '0');
}
