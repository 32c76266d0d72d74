namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>One typed value, cleaned according to its kind. The number is kept without its text, which is the cleaned one: thousands of lines are looked at while all of them are in the cache.</summary>
internal readonly record struct FieldReading
{
    private readonly decimal _value;
    private readonly NumberFault _fault;
    private readonly byte _decimals;

    public FieldReading(string? raw, string text)
    {
        Raw = raw;
        Text = text;
    }

    public FieldReading(string? raw, in NumberReading number)
        : this(raw, number.Text)
    {
        _value = number.Value;
        _fault = number.Fault;
        _decimals = number.Decimals;
    }

    /// <summary>As typed.</summary>
    public string? Raw { get; }

    /// <summary>Cleaned; the empty string when nothing was typed.</summary>
    public string Text { get; }

    /// <summary>The number, for decimals and whole numbers.</summary>
    public NumberReading Number => new(_fault, _value, _decimals, Text);

    public bool IsEmpty => Text.Length == 0;

    /// <summary>Whether cleaning changed the text.</summary>
    public bool WasCleaned => !IsEmpty && !ReferenceEquals(Raw, Text) && !string.Equals(Raw, Text, StringComparison.Ordinal);

    public static FieldReading Read(string? raw, FieldKind kind)
    {
        if (string.IsNullOrEmpty(raw)) return new FieldReading(raw, new NumberReading(NumberFault.Missing, 0, 0, ""));
        return kind switch
        {
            FieldKind.Number or FieldKind.WholeNumber => new FieldReading(raw, NumberReading.Read(raw)),
            FieldKind.Reference => new FieldReading(raw, TextCleaning.Trim(TextCleaning.HalfWidth(raw))),
            FieldKind.Text or FieldKind.Date => new FieldReading(raw, TextCleaning.Trim(raw)),
            _ => new FieldReading(raw, TextCleaning.Code(raw, kind)),
        };
    }
}

/// <summary>A document with every value cleaned and every number parsed, once.</summary>
internal sealed class DocumentReading
{
    // a block of readings stays below the size from which arrays are collected only with everything else
    private const int BlockBits = 10;
    private const int BlockLines = 1 << BlockBits;

    private readonly FieldReading[] _header;

    // by collection, field, block of lines and line: a rule looks at a field or two of all lines, and of thousands of lines only those are then fetched
    private readonly FieldReading[][][][] _lines;
    private readonly int[] _counts;

    public DocumentReading(CustomsDocument document)
    {
        Document = document;
        var schema = document.Schema;
        _header = new FieldReading[schema.Header.Count];
        foreach (var field in schema.Header) _header[field.Index] = FieldReading.Read(document[field], field.Kind);
        ExportDate = DateReading.Read(schema.Keys.ExportDate is { } day ? document[day] : null);
        _lines = new FieldReading[schema.Collections.Count][][][];
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
            if (field.Collection is { } collection) return ref _lines[collection.Index][field.Index][line >> BlockBits][line & (BlockLines - 1)];
            return ref _header[field.Index];
        }
    }

    /// <summary>How many lines a collection has.</summary>
    public int Count(LineGroup collection) => _counts[collection.Index];

    private static FieldReading[][][] ReadLines(CustomsDocument document, LineSchema collection)
    {
        var lines = document.Lines(collection.Collection);
        if (lines.Count == 0) return [];
        var blocks = ((lines.Count - 1) >> BlockBits) + 1;
        var readings = new FieldReading[collection.Fields.Count][][];
        for (var field = 0; field < readings.Length; field++) readings[field] = new FieldReading[blocks][];
        for (var block = 0; block < blocks; block++) ReadBlock(lines, collection, readings, block);
        return readings;
    }

    private static void ReadBlock(IReadOnlyList<DocumentLine> lines, LineSchema collection, FieldReading[][][] readings, int block)
    {
        var start = block << BlockBits;
        var count = Math.Min(BlockLines, lines.Count - start);
        for (var field = 0; field < readings.Length; field++) readings[field][block] = new FieldReading[count];
        for (var line = 0; line < count; line++)
        {
            var typed = lines[start + line];
            foreach (var field in collection.Fields) readings[field.Index][block][line] = FieldReading.Read(typed[field], field.Kind);
        }
    }
}
