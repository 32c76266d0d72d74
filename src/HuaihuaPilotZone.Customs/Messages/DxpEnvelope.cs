using System.Text;
using System.Xml;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>TransInfo of an envelope.</summary>
/// <param name="MessageId">CopMsgId, at most 255.</param>
/// <param name="SenderId">At most 16.</param>
/// <param name="ReceiverIds">One to five, at most 16 each.</param>
/// <param name="Created">CreatTime; any offset, written as China time.</param>
/// <param name="MessageType">MsgType, at most 30: agreed by both sides, in practice the root name of the message.</param>
public sealed record DxpHeader(string MessageId, string SenderId, IReadOnlyList<string> ReceiverIds, DateTimeOffset Created, string MessageType)
{
    /// <summary>AddInfo/FileName, at most 255; null for none.</summary>
    public string? FileName { get; init; }
}

/// <summary>What was found in an envelope.</summary>
/// <param name="Header">Null when TransInfo is missing.</param>
/// <param name="Records">TransInfo, AddInfo and SvNo as they were read.</param>
/// <param name="Problems">What is wrong with the envelope; the message inside is not looked at.</param>
public sealed record DxpContent(DxpHeader? Header, IReadOnlyList<MessageRecord> Records, IReadOnlyList<MessageProblem> Problems);

/// <summary>
/// The terminal envelope DxpMsg of the exchange platform: a business message in base64 with its sender and receivers. Unsigned.
/// <see cref="MessageReader"/> opens envelopes by itself; this is for whoever needs the bytes inside.
/// </summary>
public static class DxpEnvelope
{
    private const int Chunk = 48 * 1024;

    private static readonly XmlWriterSettings _settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false };

    /// <summary>Puts the bytes of a message into an envelope. The message is streamed and not looked at.</summary>
    public static MessageOutcome Wrap(Stream output, DxpHeader header, Stream message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(message);
        var layout = MessageCatalogue.Get("DxpMsg");
        var info = InfoOf(layout, header);
        var added = AddedOf(layout, header);
        var faults = new List<RecordFault>();
        var check = new MessageCheck(MessageStage.Save, faults);
        check.Run(info);
        if (added is not null) check.Run(added);
        if (faults.Count > 0) return new MessageOutcome([.. faults.Select(f => new MessageRefusal(null, f.Path, f.Sentence))]);

        using var xml = XmlWriter.Create(output, _settings);
        var writer = new RecordWriter(xml, output, layout);
        var root = new MessageRecord(layout.Root);
        root["@ver"] = layout.Root.Find("@ver")!.Default;
        xml.WriteStartDocument();
        writer.Root(root);
        writer.Write(info);
        writer.Flush();
        xml.WriteStartElement(layout.Prefix, "Data", layout.Namespace);
        WriteBytes(xml, message, cancellation);
        xml.WriteEndElement();
        if (added is not null) writer.Write(added);
        writer.Flush();
        xml.WriteEndElement();
        xml.WriteEndDocument();
        return new MessageOutcome([]);
    }

    /// <summary>Takes the bytes of the message out of DxpMsg or DxpMsgSv. A wrong file never makes it throw.</summary>
    /// <param name="output">Takes the bytes; incomplete when there are problems.</param>
    public static DxpContent Unwrap(Stream input, Stream output, MessageReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        options ??= MessageReadingOptions.Default;
        var log = new ReadingLog(options.MostProblems);
        var guard = new ReadingGuard(log) { Source = new MessageSource(input, options, log) };
        IReadOnlyList<MessageRecord> records = [];
        guard.Run(() =>
        {
            using var xml = guard.Cursor = guard.Source.Open();
            if (!xml.MoveToRoot()) return false;
            if (!DxpWalk.IsEnvelope(xml))
            {
                log.Add(new MessageProblem(MessageProblemKind.UnknownRoot, xml.Line, xml.Column, xml.Name, $"根元素是 {xml.Name}，不是 DXP 信封。"));
                return false;
            }

            var walk = new DxpWalk(xml, options, log);
            records = walk.Records;
            if (!walk.MoveToData()) return false;
            using var data = walk.Data();
            data.CopyTo(output);
            walk.ReadRest();
            return true;
        });
        return new DxpContent(HeaderOf(records), records, log.Problems);
    }

    private static void WriteBytes(XmlWriter xml, Stream message, CancellationToken cancellation)
    {
        var bytes = new byte[Chunk];
        int read;
        while ((read = message.ReadAtLeast(bytes, Chunk, throwOnEndOfStream: false)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            xml.WriteBase64(bytes, 0, read);
        }
    }

    private static MessageRecord InfoOf(MessageLayout layout, DxpHeader header)
    {
        var info = new MessageRecord(layout.Root.FindBlock("TransInfo")!);
        info["CopMsgId"] = TextCleaning.Trim(header.MessageId);
        info["SenderId"] = TextCleaning.Trim(header.SenderId);
        info["CreatTime"] = MessageTimes.WriteZoned(header.Created);
        info["MsgType"] = TextCleaning.Trim(header.MessageType);
        foreach (var receiver in header.ReceiverIds) info.Add("ReceiverId")["."] = TextCleaning.Trim(receiver);
        return info;
    }

    private static MessageRecord? AddedOf(MessageLayout layout, DxpHeader header)
    {
        if (header.FileName is null) return null;
        var added = new MessageRecord(layout.Root.FindBlock("AddInfo")!);
        added["FileName"] = header.FileName;
        return added;
    }

    private static DxpHeader? HeaderOf(IReadOnlyList<MessageRecord> records)
    {
        if (records.FirstOrDefault(r => r.Block.Name == "TransInfo") is not { } info) return null;
        return new DxpHeader(
            info["CopMsgId"] ?? "", info["SenderId"] ?? "", [.. info.Of("ReceiverId").Select(r => r["."] ?? "")],
            MessageTimes.Zoned(info["CreatTime"] ?? "") ?? default, info["MsgType"] ?? "")
        {
            FileName = records.FirstOrDefault(r => r.Block.Name == "AddInfo")?["FileName"],
        };
    }
}
