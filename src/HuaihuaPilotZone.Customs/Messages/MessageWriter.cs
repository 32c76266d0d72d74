using System.Text;
using System.Xml;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// Writes any message of the catalogue, unsigned and saved only (appStatus 1), with the names, order and prefix of version 202205:
/// everything is checked first, then streamed, so that there is never half a file. Writing is synchronous; give it a file or a memory stream.
/// <code>
/// var cancel = MessageCatalogue.Get("CEB605Message").NewEntity();
/// cancel["invtNo"] = "499920260000000001";
/// var outcome = MessageWriter.Write(file, new MessageDraft(MessageCatalogue.Get("CEB605Message"), [cancel], transmission, now, MessageDraft.RandomGuid));
/// </code>
/// What the message needs and the documents do not say is filled in and can be read from the records afterwards:
/// guid, appTime, appStatus and elements that allow one value only. Elements without a value are left out.
/// </summary>
public static class MessageWriter
{
    private const string Transfer = "BaseTransfer";
    private const int GuidLength = 36;

    // entities keep a carriage return that a reader would otherwise turn into a line feed
    private static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    /// <summary>Checks and writes a message.</summary>
    public static MessageOutcome Write(Stream output, MessageDraft draft, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(draft);
        var refusals = CheckAround(draft);
        var root = refusals.Count == 0 ? Complete(draft, refusals) : null;
        if (root is null) return new MessageOutcome(refusals);
        foreach (var (item, fault) in Faults(draft, cancellation)) refusals.Add(new MessageRefusal(item, fault.Path, fault.Sentence));
        if (refusals.Count == 0) Stream(output, draft, root);
        return new MessageOutcome(refusals);
    }

    /// <summary>What can be said before the documents are looked at.</summary>
    internal static List<MessageRefusal> CheckAround(MessageDraft draft)
    {
        var refusals = new List<MessageRefusal>();
        var most = IsOneDocument(draft.Message) ? 1 : draft.Message.Entity.Most ?? int.MaxValue;
        if (draft.Entities.Count == 0 || draft.Entities.Count > most) refusals.Add(Whole(Invariant($"一份报文可放 1 至 {most} 份单证，现有 {draft.Entities.Count} 份。")));
        if (draft.Entities.Any(e => !ReferenceEquals(e.Block, draft.Message.Entity))) refusals.Add(Whole($"单证与报文 {draft.Message.Name} 不符。"));
        if (HasTransfer(draft.Message) && TransmissionCheck.Problem(draft.Transmission) is { } problem) refusals.Add(Whole(problem));
        if (draft.Root is not null && !ReferenceEquals(draft.Root.Block, draft.Message.Root)) refusals.Add(Whole($"根元素与报文 {draft.Message.Name} 不符。"));
        if (draft.Subscribers.Any(s => !draft.Message.Root.Blocks.Contains(s.Block) || ReferenceEquals(s.Block, draft.Message.Entity))) refusals.Add(Whole($"订阅与报文 {draft.Message.Name} 不符。"));
        return refusals;
    }

    /// <summary>Fills in what the message adds.</summary>
    /// <returns>The root with its attributes, or null when a number is wrong.</returns>
    internal static MessageRecord? Complete(MessageDraft draft, List<MessageRefusal> refusals)
    {
        var root = IsOneDocument(draft.Message) ? draft.Entities[0] : draft.Root ?? new MessageRecord(draft.Message.Root);
        var guids = new List<string>();
        var time = MessageTimes.Write(draft.Time);
        Fill(root, draft, time, guids);
        foreach (var entity in draft.Entities) FillAll(entity, draft, time, guids);
        foreach (var subscriber in draft.Subscribers) Fill(subscriber, draft, time, guids);

        var areRight = guids.All(g => g.Length == GuidLength && TextCleaning.IsXmlText(g)) && guids.Distinct(StringComparer.Ordinal).Count() == guids.Count;
        if (!areRight) refusals.Add(Whole("系统唯一序号应为 36 位且互不相同，报文没有生成。"));
        return areRight ? root : null;
    }

    /// <summary>What keeps the documents from being written, with the number of the document.</summary>
    internal static IEnumerable<(int? Item, RecordFault Fault)> Faults(MessageDraft draft, CancellationToken cancellation)
    {
        var faults = new List<RecordFault>();
        var check = new MessageCheck(draft.Stage, faults);
        for (var item = 0; item < draft.Entities.Count; item++)
        {
            cancellation.ThrowIfCancellationRequested();
            faults.Clear();
            check.Run(draft.Entities[item]);
            foreach (var fault in faults) yield return (item, fault);
        }

        faults.Clear();
        if (draft.Root is not null) check.Elements(draft.Root, 0);
        for (var i = 0; i < draft.Subscribers.Count; i++) check.Run(draft.Subscribers[i], i);
        foreach (var fault in faults) yield return (null, fault);
    }

    /// <summary>Writes a message that has been checked.</summary>
    internal static void Stream(Stream output, MessageDraft draft, MessageRecord root)
    {
        using var xml = XmlWriter.Create(output, _settings);
        var writer = new RecordWriter(xml, output, draft.Message);
        xml.WriteStartDocument();
        writer.Root(root);
        writer.Content(root);
        if (!IsOneDocument(draft.Message))
        {
            foreach (var entity in draft.Entities) writer.Write(entity);
        }

        if (HasTransfer(draft.Message)) writer.Write(TransferOf(draft));
        foreach (var subscriber in draft.Subscribers) writer.Write(subscriber);
        writer.Flush();
        xml.WriteFullEndElement();
        xml.WriteEndDocument();
    }

    private static bool IsOneDocument(MessageLayout message) => ReferenceEquals(message.Entity, message.Root);

    private static bool HasTransfer(MessageLayout message) => message.Root.FindBlock(Transfer) is not null;

    private static MessageRefusal Whole(string reason) => new(null, "", reason);

    private static MessageRecord TransferOf(MessageDraft draft)
    {
        var record = new MessageRecord(draft.Message.Root.FindBlock(Transfer)!);
        record["copCode"] = TextCleaning.Trim(draft.Transmission!.CopCode!);
        record["copName"] = TextCleaning.Trim(draft.Transmission.CopName!);
        record["dxpMode"] = record.Block.Find("dxpMode")!.Default;
        record["dxpId"] = TextCleaning.Trim(draft.Transmission.DxpId!);
        return record;
    }

    private static void FillAll(MessageRecord record, MessageDraft draft, string time, List<string> guids)
    {
        Fill(record, draft, time, guids);
        foreach (var inner in record.Inner ?? []) FillAll(inner, draft, time, guids);
    }

    private static void Fill(MessageRecord record, MessageDraft draft, string time, List<string> guids)
    {
        foreach (var element in record.Block.Added)
        {
            if (!element.IsGuid)
            {
                record[element] ??= element.Default ?? time;
                continue;
            }

            record[element] = (record[element] ?? draft.NewGuid()).ToUpperInvariant();
            guids.Add(record[element]!);
        }
    }
}
