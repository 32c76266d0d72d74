using System.Globalization;
using System.Text;
using System.Xml.Linq;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

/// <summary>Synthetic messages of every kind, made from the catalogue: every element filled with an invented value that fits.</summary>
internal static class SampleMessages
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 9, 10, TimeSpan.FromHours(8));

    public static readonly Transmission Transmission = new("91431299MA0000003B", "示例报关企业01", "DXPENT0000000001");

    /// <summary>A valid number of nobody: the division is not allocated.</summary>
    public const string IdentityNumber = "431299199001010011";

    /// <summary>All business messages: everything but the envelopes.</summary>
    public static TheoryData<string> Names => [.. Business.Select(m => m.Name)];

    public static IEnumerable<MessageLayout> Business => MessageCatalogue.All.Where(m => m.Name is not ("DxpMsg" or "DxpMsgSv"));

    /// <summary>A document with every element and <paramref name="lines"/> of each block that may repeat.</summary>
    public static MessageRecord Entity(MessageLayout message, int lines = 2, int number = 1)
    {
        var entity = message.NewEntity();
        Fill(entity, lines, number);
        return entity;
    }

    public static MessageDraft Draft(MessageLayout message, params MessageRecord[] entities)
    {
        var next = 10;
        return new MessageDraft(message, entities, Transmission, Now, () => FormattableString.Invariant($"00000000-0000-0000-0000-{next++:X12}")) { Root = RootOf(message) };
    }

    /// <summary>The bytes of a message with one document, or of two where the message may hold them.</summary>
    public static byte[] Bytes(string name, int lines = 2)
    {
        var message = MessageCatalogue.Get(name);
        var isOne = ReferenceEquals(message.Entity, message.Root) || message.Entity.Most == 1;
        return Written(Draft(message, isOne ? [Entity(message, lines)] : [Entity(message, lines), Entity(message, lines, 2)]));
    }

    public static XDocument Xml(string name, int lines = 2) => XDocument.Parse(Encoding.UTF8.GetString(Bytes(name, lines)));

    public static byte[] Written(MessageDraft draft)
    {
        using var output = new MemoryStream();
        var outcome = MessageWriter.Write(output, draft);
        Assert.Equal([], outcome.Refusals.Select(r => r.Path + " " + r.Reason));
        return output.ToArray();
    }

    /// <summary>Reads a file to its end.</summary>
    public static (MessageReader Reader, List<MessageRecord> Entities) Read(byte[] file, MessageReadingOptions? options = null)
    {
        var reader = MessageReader.Open(file, options);
        var entities = new List<MessageRecord>();
        while (reader.ReadEntity() is { } entity) entities.Add(entity);
        return (reader, entities);
    }

    public static (MessageReader Reader, List<MessageRecord> Entities) Read(XDocument file) => Read(Encoding.UTF8.GetBytes(file.Declaration + file.ToString(SaveOptions.DisableFormatting)));

    public static (MessageReader Reader, List<MessageRecord> Entities) Read(string file) => Read(Encoding.UTF8.GetBytes(file));

    /// <summary>A record as text: block, values and what is inside, in the order of the schema.</summary>
    public static string Text(MessageRecord record)
    {
        var text = new StringBuilder(record.Block.Name).Append('{');
        foreach (var element in record.Block.Elements.Where(e => !e.IsAttribute)) text.Append(CultureInfo.InvariantCulture, $"{element.Name}={record[element.Name]};");
        foreach (var block in record.Block.Blocks)
        {
            foreach (var inner in record.Of(block.Name)) text.Append(Text(inner));
        }

        return text.Append('}').ToString();
    }

    /// <summary>A value that fits an element.</summary>
    public static string Value(ElementLayout element, int number)
    {
        if (element.Personal == PersonalData.IdentityNumber) return IdentityNumber;
        if (element.Name == "OperType") return "G";
        if (element.Name == "appStatus") return "1";
        if (element.Values.Count > 0) return element.Values[0];
        if (element.TimeFormat is { } format) return Now.AddMilliseconds(number).ToString(format, CultureInfo.InvariantCulture);
        var text = number.ToString(CultureInfo.InvariantCulture);
        return element.Type.Kind switch
        {
            ElementKind.Integer => text,
            ElementKind.Decimal => text + ".25",
            ElementKind.DateTime => "2026-11-22T08:09:10+08:00",
            _ => TextOf(element, text),
        };
    }

    private static MessageRecord? RootOf(MessageLayout message)
    {
        if (message.Root.Elements.All(e => e.IsAttribute) || ReferenceEquals(message.Entity, message.Root)) return null;
        var root = new MessageRecord(message.Root);
        foreach (var element in message.Root.Elements.Where(e => !e.IsAttribute)) root[element.Name] = Value(element, 1);
        return root;
    }

    private static string TextOf(ElementLayout element, string number)
    {
        var least = Math.Max(element.Type.Least, 1);
        var text = element.Name + number;
        if (element.Name is "guid" or "@guid") return number.PadLeft(36, '0');
        if (text.Length > element.Type.Most) text = text[^element.Type.Most.Value..];
        return text.Length < least ? text.PadRight(least, '0') : text;
    }

    private static void Fill(MessageRecord record, int lines, int number)
    {
        foreach (var element in record.Block.Elements)
        {
            // left to the writer, so that no two are the same
            if (element.Name is not ("guid" or "@guid" or "@version" or "@Version")) record[element.Name] = Value(element, number);
        }

        foreach (var block in record.Block.Blocks.Where(b => !b.IsOpaque && b.Name is not ("BaseTransfer" or "BaseSubscribe")))
        {
            for (var i = 0; i < (block.Most == 1 ? 1 : Math.Min(lines, block.Most ?? lines)); i++) Fill(record.Add(block.Name), lines, (10 * number) + i);
        }
    }
}
