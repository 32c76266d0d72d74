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
    private readonly FieldReading[][] _goods;

    public DocumentReading(ExportList document)
    {
        Document = document;
        _header = new FieldReading[FieldMap.Header.Count];
        foreach (var field in FieldMap.Header) _header[field.Index] = FieldReading.Read(field.Read(document), field.Kind);
        ExportDate = DateReading.Read(document.IeDate);
        var goods = document.Goods ?? [];
        _goods = new FieldReading[goods.Count][];
        for (var line = 0; line < _goods.Length; line++) _goods[line] = ReadLine(goods[line]);
    }

    public ExportList Document { get; }

    public DateReading ExportDate { get; }

    public int Lines => _goods.Length;

    public ref readonly FieldReading this[HeaderField field] => ref _header[field.Index];

    public ref readonly FieldReading this[int line, GoodsField field] => ref _goods[line][field.Index];

    // Somebody else's code may hand over a list with holes; a hole is a line without any value.
    private static FieldReading[] ReadLine(GoodsLine? line)
    {
        var readings = new FieldReading[FieldMap.Goods.Count];
        var fields = FieldMap.Goods;
        for (var i = 0; i < readings.Length; i++) readings[i] = FieldReading.Read(line is null ? null : fields[i].Read(line), fields[i].Kind);
        return readings;
    }
}
