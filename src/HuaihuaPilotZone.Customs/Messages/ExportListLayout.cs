using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>A field of an export list and the element that carries it.</summary>
internal readonly record struct CarriedField<TField>(TField Field, ElementLayout Element)
    where TField : Field;

/// <summary>Which elements of CEB303 or CEB603 carry which fields of an export list; used in both directions.</summary>
internal sealed class ExportListLayout
{
    // gnum as text, once for all messages
    private static readonly string[] _numbers = [.. Enumerable.Range(1, FieldMap.MaxLines).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    private readonly Dictionary<ElementLayout, Field> _fields;
    private readonly ElementLayout _number;

    private ExportListLayout(string message, Func<Field, string?> elementOf)
    {
        Message = MessageCatalogue.Get(message);
        Header = [.. Carried(FieldMap.Header, Message.Entity.Blocks[0], elementOf)];
        Goods = [.. Carried(FieldMap.Goods, LineBlock, elementOf)];
        _fields = Header.Select(c => ((Field)c.Field, c.Element)).Concat(Goods.Select(c => ((Field)c.Field, c.Element))).ToDictionary(c => c.Element, c => c.Item1);
        _number = LineBlock.Find("gnum")!;
    }

    /// <summary>CEB303Message 电子订单.</summary>
    public static ExportListLayout Order { get; } = new("CEB303Message", f => f.OrderElement);

    /// <summary>CEB603Message 出口申报清单.</summary>
    public static ExportListLayout List { get; } = new("CEB603Message", f => f.ListElement);

    public MessageLayout Message { get; }

    public CarriedField<HeaderField>[] Header { get; }

    public CarriedField<GoodsField>[] Goods { get; }

    private BlockLayout LineBlock => Message.Entity.Blocks[1];

    /// <summary>The field that an element carries, or null for what the message adds.</summary>
    public Field? FieldOf(ElementLayout element) => _fields.GetValueOrDefault(element);

    /// <summary>orderType: E 9610 and 1210, B 9710, W 9810 (facts A9 X17).</summary>
    public static string OrderType(string tradeMode) => FieldMap.ModeOf(tradeMode) switch
    {
        ListModes.BusinessToBusiness => "B",
        ListModes.OverseasWarehouse => "W",
        _ => "E",
    };

    /// <summary>The document as a record. preNo and invtNo are given by E-Port and customs.</summary>
    /// <param name="refuse">Told of every field whose typed value has no form in the message.</param>
    public MessageRecord RecordOf(CebItem item, DocumentReading reading, CustomsTables tables, Action<Field, int> refuse)
    {
        var entity = Message.NewEntity();
        var head = entity.Head;
        head["appType"] = "1";
        if (ReferenceEquals(this, Order)) head["orderType"] = OrderType(reading[HeaderFields.TradeMode].Text);
        else head["copNo"] = item.CopNo;
        foreach (var (field, element) in Header) head[element] = Value(tables, field, reading[field], reading, 0, refuse);
        for (var line = 0; line < reading.Lines; line++)
        {
            var record = new MessageRecord(LineBlock);
            record[_number] = line < _numbers.Length ? _numbers[line] : (line + 1).ToString(CultureInfo.InvariantCulture);
            foreach (var (field, element) in Goods) record[element] = Value(tables, field, reading[line, field], reading, line, refuse);
            entity.Add(record);
        }

        return entity;
    }

    private static IEnumerable<CarriedField<TField>> Carried<TField>(IEnumerable<TField> fields, BlockLayout block, Func<Field, string?> elementOf)
        where TField : Field =>
        fields.Where(f => elementOf(f) is not null).Select(f => new CarriedField<TField>(f, block.Find(elementOf(f)!)!));

    private static string? Value(CustomsTables tables, Field field, in FieldReading reading, DocumentReading document, int line, Action<Field, int> refuse)
    {
        if (reading.IsEmpty) return null;
        var value = field.Kind switch
        {
            FieldKind.Code => OldCodes.Of(tables, field.CodeList, reading.Text),
            FieldKind.Date => document.ExportDate.Value?.ToString(MessageTimes.Day, CultureInfo.InvariantCulture),
            FieldKind.Number => reading.Number.Fault is NumberFault.None or NumberFault.NeedsCleaning ? reading.Text : null,
            FieldKind.WholeNumber => reading.Number is { HasValue: true, Decimals: 0 } ? reading.Text : null,
            FieldKind.HsCode => reading.Text.AsSpan().ContainsAnyExceptInRange('0', '9') ? null : reading.Text,
            _ => reading.Text,
        };
        if (value is null) refuse(field, line);
        return value;
    }
}
