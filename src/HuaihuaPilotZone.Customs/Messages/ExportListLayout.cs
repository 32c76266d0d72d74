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
    private readonly int _mostElements;

    private ExportListLayout(string message, Func<Field, string?> elementOf)
    {
        Message = MessageCatalogue.Get(message);
        Header = [.. Carried(FieldMap.Header, Message.Entity.Blocks[0], elementOf)];
        Goods = [.. Carried(FieldMap.Goods, LineBlock, elementOf)];
        _fields = Header.Select(c => ((Field)c.Field, c.Element)).Concat(Goods.Select(c => ((Field)c.Field, c.Element))).ToDictionary(c => c.Element, c => c.Item1);
        _number = LineBlock.Find("gnum")!;
        _mostElements = Message.Entity.Blocks.Max(b => b.Elements.Count);
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
    /// <param name="mode">Its supervision mode, cleaned.</param>
    /// <param name="refuse">Told of every field whose typed value has no form in the message.</param>
    public MessageRecord RecordOf(CebItem item, string mode, CustomsTables tables, Action<Field, int> refuse)
    {
        var entity = Message.NewEntity();
        var head = entity.Head;
        head["appType"] = "1";
        if (ReferenceEquals(this, Order)) head["orderType"] = OrderType(mode);
        else head["copNo"] = item.CopNo;
        var codes = new RepeatedCodes(tables, _mostElements);
        // each value is read where it is written: a whole document of readings would be garbage at once
        foreach (var (field, element) in Header) head[element] = Value(codes, field, element, FieldReading.Read(field.Read(item.Document), field.Kind), 0, refuse);
        codes.Forget();
        var goods = item.Document.Goods ?? [];
        entity.Expect(goods.Count);
        for (var line = 0; line < goods.Count; line++)
        {
            var record = new MessageRecord(LineBlock);
            record[_number] = line < _numbers.Length ? _numbers[line] : (line + 1).ToString(CultureInfo.InvariantCulture);
            // somebody else's code may hand over a list with holes
            if (goods[line] is { } typed)
            {
                foreach (var (field, element) in Goods) record[element] = Value(codes, field, element, FieldReading.Read(field.Read(typed), field.Kind), line, refuse);
            }

            entity.Add(record);
        }

        return entity;
    }

    private static IEnumerable<CarriedField<TField>> Carried<TField>(IEnumerable<TField> fields, BlockLayout block, Func<Field, string?> elementOf)
        where TField : Field =>
        fields.Where(f => elementOf(f) is not null).Select(f => new CarriedField<TField>(f, block.Find(elementOf(f)!)!));

    private static string? Value(RepeatedCodes codes, Field field, ElementLayout element, in FieldReading reading, int line, Action<Field, int> refuse)
    {
        if (reading.IsEmpty) return null;
        var value = field.Kind switch
        {
            FieldKind.Code => codes.Of(field.CodeList, element, reading.Text),
            FieldKind.Date => DateReading.Read(reading.Raw).Value?.ToString(MessageTimes.Day, CultureInfo.InvariantCulture),
            FieldKind.Number => reading.Number.Fault is NumberFault.None or NumberFault.NeedsCleaning ? reading.Text : null,
            FieldKind.WholeNumber => reading.Number is { HasValue: true, Decimals: 0 } ? reading.Text : null,
            FieldKind.HsCode => reading.Text.AsSpan().ContainsAnyExceptInRange('0', '9') ? null : reading.Text,
            _ => reading.Text,
        };
        if (value is null) refuse(field, line);
        return value;
    }

    /// <summary>Old numbers of codes; the one that an element had last is not looked up again, because most lines say the same.</summary>
    private sealed class RepeatedCodes(CustomsTables tables, int elements)
    {
        private readonly (string? Code, string? Old)[] _last = new (string?, string?)[elements];

        public string? Of(CodeList list, ElementLayout element, string code)
        {
            ref var last = ref _last[element.Index];
            if (last.Code == code) return last.Old;
            last = (code, OldCodes.Of(tables, list, code));
            return last.Old;
        }

        /// <summary>For another block, whose elements have other lists.</summary>
        public void Forget() => Array.Clear(_last);
    }
}
