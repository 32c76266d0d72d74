namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// A document of any kind as a person or a system entered it: every value is the text that was typed, whatever it is.
/// Immutable; a change gives a new document that shares everything else.
/// </summary>
public sealed class CustomsDocument
{
    private readonly string?[] _header;
    private readonly IReadOnlyList<DocumentLine>[] _lines;

    /// <summary>An empty document: no value, no line.</summary>
    public CustomsDocument(DocumentSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        _header = new string?[schema.Header.Count];
        _lines = [.. schema.Collections.Select(_ => (IReadOnlyList<DocumentLine>)[])];
    }

    internal CustomsDocument(DocumentSchema schema, string?[] header, IReadOnlyList<DocumentLine>[] lines)
    {
        Schema = schema;
        _header = header;
        _lines = lines;
    }

    public DocumentSchema Schema { get; }

    /// <summary>Supervision mode as typed; null also where a kind of document has none.</summary>
    public string? TradeMode => Schema.Keys.TradeMode is { } mode ? this[mode] : null;

    /// <summary>The goods lines in order, or what else the document lists first; none where it has no lines.</summary>
    public IReadOnlyList<DocumentLine> Goods => _lines.Length > 0 ? _lines[0] : [];

    /// <summary>The value of a header field as typed; null when empty.</summary>
    public string? this[Field field] => _header[field.Index];

    /// <summary>The lines of a collection in order.</summary>
    public IReadOnlyList<DocumentLine> Lines(LineGroup collection) => _lines[collection.Index];

    /// <summary>The value of any field as typed; null when empty or when the line is not there.</summary>
    /// <param name="line">From 0; without meaning for a field of the header.</param>
    public string? At(Field field, int line)
    {
        if (field.Collection is not { } collection) return this[field];
        var lines = Lines(collection);
        return line >= 0 && line < lines.Count ? lines[line][field] : null;
    }

    /// <summary>A document that differs in this header field only.</summary>
    public CustomsDocument With(Field field, string? value)
    {
        var header = (string?[])_header.Clone();
        header[field.Index] = value;
        return new CustomsDocument(Schema, header, _lines);
    }

    /// <summary>A document that differs in one field of one line only; the line must be there.</summary>
    public CustomsDocument With(Field field, int line, string? value)
    {
        if (field.Collection is not { } collection) return With(field, value);
        var lines = Lines(collection).ToArray();
        lines[line] = lines[line].With(field, value);
        return With(collection, lines);
    }

    /// <summary>The header fields that its mode asks for, and those of another mode that hold something.</summary>
    public IReadOnlyList<Field> UsedHeader => [.. Schema.Header.Where(f => f.IsUsed(TradeMode) || this[f] is not null)];

    /// <summary>The fields of a collection that its mode asks for, and those of another mode that hold something in any line.</summary>
    public IReadOnlyList<Field> UsedFields(LineSchema collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return [.. collection.Fields.Where(f => f.IsUsed(TradeMode) || Lines(collection.Collection).Any(l => l[f] is not null))];
    }

    /// <summary>A document that differs in the lines of one collection only.</summary>
    public CustomsDocument With(LineGroup collection, IReadOnlyList<DocumentLine> lines)
    {
        var all = (IReadOnlyList<DocumentLine>[])_lines.Clone();
        all[collection.Index] = lines;
        return new CustomsDocument(Schema, _header, all);
    }
}

/// <summary>One line of a collection, as typed. Immutable.</summary>
public sealed class DocumentLine
{
    // one of the two: the goods of a typed list are not copied to be looked at
    private readonly string?[]? _values;
    private readonly GoodsLine? _goods;

    /// <summary>An empty line of a collection.</summary>
    public DocumentLine(LineSchema schema)
        : this(new string?[schema.Fields.Count])
    {
    }

    internal DocumentLine(string?[] values) => _values = values;

    internal DocumentLine(GoodsLine goods) => _goods = goods;

    /// <summary>The value as typed; null when empty.</summary>
    public string? this[Field field] => _values is { } values ? values[field.Index] : FieldMap.Goods[field.Index].Read(_goods!);

    /// <summary>Whether nothing at all was typed.</summary>
    public bool IsEmpty => Array.TrueForAll(_values ?? ValuesOf(_goods!), string.IsNullOrWhiteSpace);

    /// <summary>A line that differs in this field only.</summary>
    public DocumentLine With(Field field, string? value)
    {
        var values = (string?[]?)_values?.Clone() ?? ValuesOf(_goods!);
        values[field.Index] = value;
        return new DocumentLine(values);
    }

    private static string?[] ValuesOf(GoodsLine goods) => [.. FieldMap.Goods.Select(f => f.Read(goods))];
}
