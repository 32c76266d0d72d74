using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Imports.Lists;

/// <summary>Lists out of CEB603 and orders out of CEB303, one group for each document, old codes turned into new ones.</summary>
internal static class ListMessages
{
    private const string ListMessage = "CEB603Message";
    private const string OrderMessage = "CEB303Message";
    private const int MostNotes = 5;

    /// <summary>After these the rest of the file is unknown; what is wrong inside a document is for the check to say.</summary>
    private static readonly MessageProblemKind[] _fatal =
    [
        MessageProblemKind.NotXml, MessageProblemKind.NotWellFormed, MessageProblemKind.DocumentType, MessageProblemKind.UnknownRoot, MessageProblemKind.UnsupportedMessage,
        MessageProblemKind.WrongNamespace, MessageProblemKind.WrongEncoding, MessageProblemKind.LimitReached, MessageProblemKind.BrokenWrapper,
    ];

    /// <summary>Lists, or the orders that lists are made of.</summary>
    public static IEnumerable<MessageGroup> Read(Stream file, CustomsTables tables, DateOnly today) =>
        Read(file, tables, today, [ListMessage, OrderMessage], "这里可以导入清单报文 CEB603 和订单报文 CEB303。");

    /// <summary>Orders only.</summary>
    public static IEnumerable<MessageGroup> ReadOrders(Stream file, CustomsTables tables, DateOnly today) =>
        Read(file, tables, today, [OrderMessage], "这里导入订单报文 CEB303；清单报文 CEB603 请按出口清单导入。");

    private static IEnumerable<MessageGroup> Read(Stream file, CustomsTables tables, DateOnly today, string[] accepted, string hint)
    {
        using var reader = MessageReader.Open(file, MessageReadingOptions.Default with { Today = today });
        if (reader.Message is null) throw new UnreadableSheetException(reader.Problems.Count > 0 ? reader.Problems[0].ToString() : "不是海关报文，读不出单证。");
        if (!accepted.Contains(reader.Message.Name)) throw new UnreadableSheetException($"这是 {reader.Message.Name} 报文。{hint}");
        while (reader.ReadEntity() is { } entity)
        {
            if (Fault(reader) is { } fault) throw new UnreadableSheetException(fault);
            var isList = reader.Message.Name == ListMessage;
            yield return Group(ExportListReader.Read(isList ? entity : null, isList ? null : entity, tables));
        }

        if (Fault(reader) is { } last) throw new UnreadableSheetException(last);
    }

    private static string? Fault(MessageReader reader) => reader.Problems.FirstOrDefault(p => _fatal.Contains(p.Kind))?.ToString();

    private static MessageGroup Group(MappedList list)
    {
        var header = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in FieldMap.Header)
        {
            if (PersonNumbers.Hide(field, field.Read(list.Document)) is { Length: > 0 } value) header[DocumentPath.Of(field)] = value;
        }

        var rows = list.Document.Goods.Select(g => Line(header, g)).DefaultIfEmpty(header).ToList<IReadOnlyDictionary<string, string>>();
        var notes = list.Notes.Select(n => n.Reason).ToList();
        var note = notes.Count == 0 ? null : string.Concat(notes.Take(MostNotes)) + (notes.Count > MostNotes ? string.Create(CultureInfo.InvariantCulture, $"另有 {notes.Count - MostNotes} 处。") : "");
        return new MessageGroup(rows, note);
    }

    private static Dictionary<string, string> Line(Dictionary<string, string> header, GoodsLine line)
    {
        var cells = new Dictionary<string, string>(header, StringComparer.Ordinal);
        foreach (var field in FieldMap.Goods)
        {
            if (PersonNumbers.Hide(field, field.Read(line)) is { Length: > 0 } value) cells["/goods/" + field.Name] = value;
        }

        return cells;
    }
}
