using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>The place in a batch from which an element takes its value.</summary>
internal sealed class CebPlace(CustomsTables tables, DocumentReading reading, string guid, string copNo, string appTime)
{
    public CustomsTables Tables { get; } = tables;

    public DocumentReading Reading { get; } = reading;

    public string Guid { get; } = guid;

    public string CopNo { get; } = copNo;

    public string AppTime { get; } = appTime;

    /// <summary>yyyyMMdd, once per document; null when the date cannot be read.</summary>
    public string? ExportDate { get; } = reading.ExportDate.Value?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>orderType: E 9610, B 9710, W 9810 (facts A9 X17).</summary>
    public string OrderType { get; } = FieldMap.ModeOf(reading[HeaderFields.TradeMode].Text) switch
    {
        ListModes.BusinessToBusiness => "B",
        ListModes.OverseasWarehouse => "W",
        _ => "E",
    };

    /// <summary>Goods line from 0, while lines are written.</summary>
    public int Line { get; set; }
}

/// <summary>One element of a message, in its place in the sequence.</summary>
internal sealed class CebElement
{
    private readonly Func<CebPlace, string?> _value;

    private CebElement(string name, bool isRequired, Func<CebPlace, string?> value, Field? field)
    {
        Name = name;
        IsRequired = isRequired;
        _value = value;
        Field = field;
    }

    public string Name { get; }

    public bool IsRequired { get; }

    /// <summary>The document's field, or null for what the message adds.</summary>
    public Field? Field { get; }

    /// <summary>An element with the same value everywhere.</summary>
    public static CebElement Constant(string name, string value) => new(name, isRequired: true, _ => value, field: null);

    /// <summary>An element that the message adds to the document.</summary>
    public static CebElement Added(string name, Func<CebPlace, string?> value) => new(name, isRequired: true, value, field: null);

    /// <summary>A field as an element of CEB603.</summary>
    public static CebElement OfList(Field field) =>
        new(field.ListElement!, field.RequiredIn != ListModes.None && !ReferenceEquals(field, GoodsFields.ItemName), p => Carried(p, field, field.MaxLength), field);

    /// <summary>A field as an element of CEB303.</summary>
    public static CebElement OfOrder(Field field) =>
        new(field.OrderElement!, field.RequiredIn != ListModes.None && !ReferenceEquals(field, GoodsFields.BarCode), p => Carried(p, field, field.OrderMaxLength ?? field.MaxLength), field);

    /// <summary>The text to write; empty when there is none, null when what was typed cannot be carried.</summary>
    public string? ValueAt(CebPlace place) => _value(place);

    private static string? Carried(CebPlace place, Field field, int maxLength)
    {
        var reading = field is GoodsField goods ? place.Reading[place.Line, goods] : place.Reading[(HeaderField)field];
        if (reading.IsEmpty) return "";
        return field.Kind switch
        {
            FieldKind.Code => CodeOf(place.Tables, field.CodeList, reading.Text),
            FieldKind.HsCode => IsDigits(reading.Text, 10) ? reading.Text : null,
            FieldKind.Date => place.ExportDate,
            FieldKind.Number => reading.Number.Fault is NumberFault.None or NumberFault.NeedsCleaning ? reading.Text : null,
            FieldKind.WholeNumber => reading.Number is { HasValue: true, Decimals: 0 } && reading.Text.Length <= maxLength ? reading.Text : null,
            _ => TextOf(reading.Text, maxLength),
        };
    }

    private static string? TextOf(string text, int maxLength) =>
        (text.Length <= maxLength || TextCleaning.CodePoints(text) <= maxLength) && TextCleaning.IsXmlText(text) ? text : null;

    private static string? CodeOf(CustomsTables tables, CodeList list, string code) => list switch
    {
        CodeList.SupervisionModes => FieldMap.ModeOf(code) == ListModes.None ? null : code,
        CodeList.TransportModes => tables.TransportModes.Find(code)?.OldCode,
        CodeList.Currencies => tables.Currencies.Find(code)?.OldCode,
        CodeList.Countries => tables.Countries.Find(code)?.OldCode,
        CodeList.Units => tables.Units.Find(code)?.OldCode,
        CodeList.Packaging => tables.Packaging.Find(code)?.OldCode,
        CodeList.Ports => tables.Ports.Find(code)?.OldCode,
        CodeList.CustomsOffices => IsDigits(code, 4) ? code : null,
        _ => code is "A" or "B" ? code : null,
    };

    private static bool IsDigits(string text, int length) => text.Length == length && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
