using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>What could not be taken over from messages as it stood.</summary>
public enum MappingNoteKind
{
    /// <summary>The old number stands for several new codes; the field is left empty and nothing is guessed.</summary>
    AmbiguousCode,

    /// <summary>No table knows the code; it is kept as it was.</summary>
    UnknownCode,

    /// <summary>The message carries the new code where the specification asks for the old one; it is kept.</summary>
    NewCode,

    /// <summary>List and order say different things; the list's value was taken.</summary>
    Differs,

    /// <summary>Numbers of the lines are not 1, 2, 3….</summary>
    LineNumbers,

    /// <summary>What no element can say was worked out from the goods.</summary>
    WorkedOut,

    /// <summary>JSON has a name that is no field's; it was not read.</summary>
    UnknownName,
}

/// <summary>One note about a value.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Path">JSON Pointer into the document; empty when no field is meant.</param>
/// <param name="Value">The value of the message.</param>
/// <param name="Candidates">The new codes it may stand for, or the other value; empty where there are none.</param>
/// <param name="Reason">The plain Chinese sentence.</param>
public sealed record MappingNote(MappingNoteKind Kind, string Path, string Value, IReadOnlyList<string> Candidates, string Reason);

/// <summary>An export list made from messages.</summary>
public sealed record MappedList(ExportList Document, IReadOnlyList<MappingNote> Notes);

/// <summary>Turns CEB603 Inventory and CEB303 Order records into an <see cref="ExportList"/>, old codes into new ones.</summary>
public static class ExportListReader
{
    /// <summary>Reads a list and the order that belongs to it.</summary>
    /// <param name="list">Inventory of CEB603Message, or null when only the order is there.</param>
    /// <param name="order">Order of CEB303Message, or null when only the list is there.</param>
    /// <exception cref="ArgumentException">Both are null, or a record is of another message.</exception>
    public static MappedList Read(MessageRecord? list, MessageRecord? order, CustomsTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        if (list is null && order is null) throw new ArgumentException("A list or an order is needed.", nameof(list));
        CheckKind(list, ExportListLayout.List, nameof(list));
        CheckKind(order, ExportListLayout.Order, nameof(order));
        return new Mapping(list, order, tables).Read();
    }

    private static void CheckKind(MessageRecord? record, ExportListLayout layout, string name)
    {
        if (record is not null && !ReferenceEquals(record.Block, layout.Message.Entity)) throw new ArgumentException($"Not a record of {layout.Message.Name}.", name);
    }

    private sealed class Mapping(MessageRecord? list, MessageRecord? order, CustomsTables tables)
    {
        private readonly List<MappingNote> _notes = [];

        public MappedList Read()
        {
            var document = new ExportList();
            if (order is not null) document = ReadHeader(document, order.Head, ExportListLayout.Order);
            if (list is not null) document = ReadHeader(document, list.Head, ExportListLayout.List);
            else document = document with { TradeMode = ModeOf(order!.Head["orderType"]) };
            document = document with { Goods = ReadGoods() };
            CheckOrderType(document);
            return new MappedList(document, _notes);
        }

        private ExportList ReadHeader(ExportList document, MessageRecord head, ExportListLayout layout)
        {
            foreach (var (field, element) in layout.Header)
            {
                if (head[element] is not { } value) continue;
                var path = DocumentPath.Of(field);
                document = field.Write(document, Merge(path, field, field.Read(document), ValueOf(path, field, value)));
            }

            return document;
        }

        private List<GoodsLine> ReadGoods()
        {
            var lines = Lines(list);
            var orders = Lines(order);
            var count = Math.Max(lines.Count, orders.Count);
            var goods = new List<GoodsLine>(count);
            for (var i = 0; i < count; i++)
            {
                var line = new GoodsLine();
                if (i < orders.Count) line = ReadLine(line, i, orders[i], ExportListLayout.Order);
                if (i < lines.Count) line = ReadLine(line, i, lines[i], ExportListLayout.List);
                goods.Add(line);
            }

            if (list is not null && order is not null && lines.Count != orders.Count)
            {
                Note(MappingNoteKind.Differs, "/goods", Text(lines.Count), [Text(orders.Count)], $"清单有 {Text(lines.Count)} 项商品，订单有 {Text(orders.Count)} 项。");
            }

            return goods;
        }

        private GoodsLine ReadLine(GoodsLine line, int index, MessageRecord record, ExportListLayout layout)
        {
            foreach (var (field, element) in layout.Goods)
            {
                if (record[element] is not { } value) continue;
                var path = DocumentPath.Of(field, index);
                line = field.Write(line, Merge(path, field, field.Read(line), ValueOf(path, field, value)));
            }

            return line;
        }

        // the lines of both documents belong together by gnum (facts A9 X1)
        private List<MessageRecord> Lines(MessageRecord? entity)
        {
            if (entity is null) return [];
            var lines = entity.Of(entity.Block.Blocks[1].Name).ToList();
            var sorted = lines.OrderBy(l => int.TryParse(l["gnum"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue).ToList();
            var isRight = sorted.Select((l, i) => int.TryParse(l["gnum"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == i + 1).All(r => r);
            if (!isRight) Note(MappingNoteKind.LineNumbers, "/goods", string.Join('、', lines.Select(l => l["gnum"] ?? "空").Take(20)), [], $"{entity.Block.Blocks[1].Name} 的序号应为 1 至 {Text(lines.Count)} 且不重复，已按先后编号。");
            return sorted;
        }

        private string? ValueOf(string path, Field field, string value)
        {
            if (field.Kind == FieldKind.Date) return DateReading.Read(value).Value is { } day ? DateReading.Format(day) : value;
            if (field.Kind != FieldKind.Code || !OldCodes.Differ(field.CodeList)) return value;
            var rows = OldCodes.FindOld(tables, field.CodeList, value);
            if (rows is [var only]) return only.Code;
            var label = FieldMap.Label(path);
            if (rows.Count > 1)
            {
                Note(MappingNoteKind.AmbiguousCode, path, value, [.. rows.Select(r => r.Code)], $"{label}的旧代码{Words.Quote(value)}对应 {Text(rows.Count)} 个现行代码，请选择。");
                return null;
            }

            if (OldCodes.Find(tables, field.CodeList, value) is not null) Note(MappingNoteKind.NewCode, path, value, [], $"{label}填的是现行代码{Words.Quote(value)}，清单报文应填旧代码。");
            else Note(MappingNoteKind.UnknownCode, path, value, [], $"{label}的代码{Words.Quote(value)}不在代码表里，已原样保留。");
            return value;
        }

        // the order is read first, so that what the list says wins
        private string? Merge(string path, Field field, string? known, string? value)
        {
            if (known is null || value is null) return value ?? known;
            var isSame = known == value || (field.Kind is FieldKind.Number && TypedValue.Decimal(known) is { } number && number == TypedValue.Decimal(value));
            if (!isSame) Note(MappingNoteKind.Differs, path, value, [known], $"{FieldMap.Label(path)}：清单是{Words.Quote(value)}，订单是{Words.Quote(known)}，已取清单的。");
            return value;
        }

        private void CheckOrderType(ExportList document)
        {
            if (list is null || order?.Head["orderType"] is not { } type || document.TradeMode is not { } mode || FieldMap.ModeOf(mode) == ListModes.None) return;
            var right = ExportListLayout.OrderType(mode);
            if (type != right) Note(MappingNoteKind.Differs, DocumentPath.Of(HeaderFields.TradeMode), mode, [type], $"监管方式{Words.Quote(mode)}的订单类型应为 {right}，订单是{Words.Quote(type)}。");
        }

        // E stands for 9610 and for 1210
        private static string? ModeOf(string? orderType) => orderType switch
        {
            "B" => "9710",
            "W" => "9810",
            _ => null,
        };

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

        private void Note(MappingNoteKind kind, string path, string value, IReadOnlyList<string> candidates, string reason) =>
            _notes.Add(new MappingNote(kind, path, value, candidates, reason));
    }
}
