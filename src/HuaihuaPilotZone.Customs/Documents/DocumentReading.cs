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

/// <summary>
/// A document with every value cleaned and every number parsed, once. Of a long list only a stretch of goods is read at a time: the readings of
/// all lines would neither fit into the processor's cache nor die young.
/// </summary>
internal sealed class DocumentReading
{
    /// <summary>Lines of a stretch; 19 fields of so many stay in the cache of one core.</summary>
    public const int StretchLines = 1 << StretchBits;

    private const int StretchBits = 8;

    private readonly FieldReading[] _header;

    // by collection, field, stretch of lines and line; where stretches are read one after the other, all of a field are the same array
    private readonly FieldReading[][][][] _lines;
    private readonly int[] _counts;

    /// <summary>Reads the header and, unless stretches are asked for, all lines.</summary>
    /// <param name="inStretches">Whether the goods of a long list are read by <see cref="ReadStretch(int)"/> only.</param>
    public DocumentReading(CustomsDocument document, bool inStretches = false)
    {
        Document = document;
        var schema = document.Schema;
        IsWhole = !inStretches || schema.Scope != DocumentScope.List || document.Goods.Count <= StretchLines;
        _header = new FieldReading[schema.Header.Count];
        foreach (var field in schema.Header) _header[field.Index] = FieldReading.Read(document[field], field.Kind);
        ExportDate = DateReading.Read(schema.Keys.ExportDate is { } day ? document[day] : null);
        _lines = new FieldReading[schema.Collections.Count][][][];
        _counts = new int[_lines.Length];
        foreach (var collection in schema.Collections)
        {
            _counts[collection.Collection.Index] = document.Lines(collection.Collection).Count;
            _lines[collection.Collection.Index] = PrepareLines(collection);
            if (IsWhole) ReadLines(collection);
        }
    }

    public CustomsDocument Document { get; }

    /// <summary>Whether every line can be looked at any time; else only those of the stretch that was read last.</summary>
    public bool IsWhole { get; }

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
            if (field.Collection is { } collection) return ref _lines[collection.Index][field.Index][line >> StretchBits][line & (StretchLines - 1)];
            return ref _header[field.Index];
        }
    }

    /// <summary>How many lines a collection has.</summary>
    public int Count(LineGroup collection) => Count(collection.Index);

    /// <inheritdoc cref="Count(LineGroup)"/>
    public int Count(int collection) => _counts[collection];

    /// <summary>Reads the goods from a line on, as far as a stretch goes.</summary>
    /// <param name="start">The first line of a stretch.</param>
    /// <returns>The line after the last one.</returns>
    public int ReadStretch(int start) => ReadStretch(Document.Schema.Goods, start);

    private FieldReading[][][] PrepareLines(LineSchema collection)
    {
        var count = _counts[collection.Collection.Index];
        if (count == 0) return [];
        var readings = new FieldReading[collection.Fields.Count][][];
        for (var field = 0; field < readings.Length; field++)
        {
            readings[field] = new FieldReading[((count - 1) >> StretchBits) + 1][];
            if (!IsWhole) Array.Fill(readings[field], new FieldReading[StretchLines]);
        }

        return readings;
    }

    private void ReadLines(LineSchema collection)
    {
        var count = _counts[collection.Collection.Index];
        var readings = _lines[collection.Collection.Index];
        for (var start = 0; start < count; start += StretchLines)
        {
            foreach (var stretches in readings) stretches[start >> StretchBits] = new FieldReading[Math.Min(StretchLines, count - start)];
            ReadStretch(collection, start);
        }
    }

    private int ReadStretch(LineSchema collection, int start)
    {
        var lines = Document.Lines(collection.Collection);
        var readings = _lines[collection.Collection.Index];
        var stretch = start >> StretchBits;
        var end = Math.Min(start + StretchLines, lines.Count);
        for (var line = start; line < end; line++)
        {
            var typed = lines[line];
            foreach (var field in collection.Fields) readings[field.Index][stretch][line - start] = FieldReading.Read(typed[field], field.Kind);
        }

        return end;
    }
}
