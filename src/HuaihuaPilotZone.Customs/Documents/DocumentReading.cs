namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>One typed value, cleaned according to its kind.</summary>
/// <param name="Raw">As typed.</param>
/// <param name="Text">Cleaned; the empty string when nothing was typed.</param>
/// <param name="Number">The number, for decimals and whole numbers.</param>
internal readonly record struct FieldReading(string? Raw, string Text, NumberReading Number)
{
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Whether cleaning changed the text.</summary>
    public bool WasCleaned => !IsEmpty && !ReferenceEquals(Raw, Text) && !string.Equals(Raw, Text, StringComparison.Ordinal);

    public static FieldReading Read(string? raw, FieldKind kind)
    {
        if (string.IsNullOrEmpty(raw)) return new FieldReading(raw, "", new NumberReading(NumberFault.Missing, 0, 0, ""));
        switch (kind)
        {
            case FieldKind.Number or FieldKind.WholeNumber:
                var number = NumberReading.Read(raw);
                return new FieldReading(raw, number.Text, number);
            case FieldKind.Reference:
                return new FieldReading(raw, TextCleaning.Trim(TextCleaning.HalfWidth(raw)), default);
            case FieldKind.Text or FieldKind.Date:
                return new FieldReading(raw, TextCleaning.Trim(raw), default);
            default:
                return new FieldReading(raw, TextCleaning.Code(raw, kind), default);
        }
    }
}

/// <summary>A document with every value cleaned and every number parsed, once.</summary>
internal sealed class DocumentReading
{
    private readonly FieldReading[] _header;

    // by collection, field and line: a rule looks at a field or two of all lines, and of thousands of lines only those are then fetched
    private readonly FieldReading[][][] _lines;
    private readonly int[] _counts;

    public DocumentReading(CustomsDocument document)
    {
        Document = document;
        var schema = document.Schema;
        _header = new FieldReading[schema.Header.Count];
        foreach (var field in schema.Header) _header[field.Index] = FieldReading.Read(document[field], field.Kind);
        ExportDate = DateReading.Read(schema.Keys.ExportDate is { } day ? document[day] : null);
        _lines = new FieldReading[schema.Collections.Count][][];
        _counts = new int[_lines.Length];
        foreach (var collection in schema.Collections)
        {
            _counts[collection.Collection.Index] = document.Lines(collection.Collection).Count;
            _lines[collection.Collection.Index] = ReadLines(document, collection);
        }
    }

    public CustomsDocument Document { get; }

    public DateReading ExportDate { get; }

    /// <summary>How many goods lines, or lines of what the document lists first, there are.</summary>
    public int Lines => _counts.Length > 0 ? _counts[0] : 0;

    /// <summary>A field of the header.</summary>
    public ref readonly FieldReading this[Field field] => ref _header[field.Index];

    /// <summary>A field of a line of its collection, or of the header, for which the line is without meaning.</summary>
    public ref readonly FieldReading this[int line, Field field]
    {
        get
        {
            if (field.Collection is { } collection) return ref _lines[collection.Index][field.Index][line];
            return ref _header[field.Index];
        }
    }

    /// <summary>How many lines a collection has.</summary>
    public int Count(LineGroup collection) => _counts[collection.Index];

    private static FieldReading[][] ReadLines(CustomsDocument document, LineSchema collection)
    {
        var lines = document.Lines(collection.Collection);
        if (lines.Count == 0) return [];
        var readings = new FieldReading[collection.Fields.Count][];
        for (var field = 0; field < readings.Length; field++) readings[field] = new FieldReading[lines.Count];
        for (var line = 0; line < lines.Count; line++)
        {
            foreach (var field in collection.Fields) readings[field.Index][line] = FieldReading.Read(lines[line][field], field.Kind);
        }

        return readings;
    }
}
