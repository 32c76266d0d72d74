using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// Writes an application (CEB213, 215, 605, 607, 507, 509, 701) as its unsigned message: everything is checked first, so that there is
/// never half a file. Which element carries which field is said by the field itself.
/// </summary>
public static class ApplicationWriter
{
    // what the enterprise calls the document: two names for one thing in the specification
    private static readonly string[] _ownNumbers = ["copNo", "coElNo"];

    /// <param name="document">A document whose schema names a message; new codes, as the form has them.</param>
    /// <param name="copNo">企业唯一编号.</param>
    /// <exception cref="ArgumentException">The document is no application.</exception>
    public static MessageOutcome Write(
        Stream output, CustomsDocument document, string copNo, CustomsTables tables, Transmission? transmission, DateTimeOffset time, Func<string> newGuid, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(tables);
        if (document.Schema.Message is not { } name) throw new ArgumentException("Only an application has a message of its own.", nameof(document));
        var refusals = new List<MessageRefusal>();
        var entity = RecordOf(MessageCatalogue.Get(name), document, copNo, tables, refusals);
        var draft = new MessageDraft(MessageCatalogue.Get(name), [entity], transmission, time, newGuid);
        refusals.AddRange(MessageWriter.CheckAround(draft));
        if (refusals.Count > 0 || MessageWriter.Complete(draft, refusals) is not { } root) return new MessageOutcome(refusals);
        foreach (var (_, fault) in MessageWriter.Faults(draft, cancellation)) Add(refusals, document, fault);
        if (refusals.Count == 0) MessageWriter.Stream(output, draft, root);
        return new MessageOutcome(refusals);
    }

    private static MessageRecord RecordOf(MessageLayout message, CustomsDocument document, string copNo, CustomsTables tables, List<MessageRefusal> refusals)
    {
        var reading = new DocumentReading(document);
        var entity = message.NewEntity();
        var head = entity.Head;
        head["appType"] = "1";
        foreach (var element in head.Block.Elements.Where(e => _ownNumbers.Contains(e.Name))) head[element.Name] = copNo;
        // an arrival may be one of an import in the specification; here it never is
        if (head.Block.Find("ieFlag") is { } direction) head["ieFlag"] = direction.Values is [var only] ? only : "E";
        // a document is never split here: one message of one
        foreach (var part in head.Block.Elements.Where(e => e.Name is "msgCount" or "msgSeqNo")) head[part.Name] = "1";
        foreach (var field in document.Schema.Header) head[ElementOf(field)] = Value(tables, document, field, reading[field], 0, refusals);
        foreach (var (collection, fields) in document.Schema.Collections)
        {
            for (var line = 0; line < reading.Count(collection); line++)
            {
                var record = entity.AddLine();
                if (record.Block.Find("gnum") is not null) record["gnum"] = (line + 1).ToString(CultureInfo.InvariantCulture);
                foreach (var field in fields) record[ElementOf(field)] = Value(tables, document, field, reading[line, field], line, refusals);
            }
        }

        return entity;
    }

    private static string? Value(CustomsTables tables, CustomsDocument document, Field field, in FieldReading reading, int line, List<MessageRefusal> refusals)
    {
        if (reading.IsEmpty) return null;
        var value = field.Kind switch
        {
            FieldKind.Code when field.CodeList != CodeList.None => OldCodes.Of(tables, field.CodeList, reading.Text),
            FieldKind.Number => reading.Number.Fault is NumberFault.None or NumberFault.NeedsCleaning ? reading.Text : null,
            FieldKind.WholeNumber => reading.Number is { HasValue: true, Decimals: 0 } ? reading.Text : null,
            FieldKind.HsCode => reading.Text.AsSpan().ContainsAnyExceptInRange('0', '9') ? null : reading.Text,
            _ => reading.Text,
        };
        if (value is null) AddTyped(refusals, document, field, line);
        return value;
    }

    private static string ElementOf(Field field) => field.ApplicationElement!.Split('/')[1];

    private static void Add(List<MessageRefusal> refusals, CustomsDocument document, RecordFault fault)
    {
        var name = fault.Element is { } element ? Invariant($"{fault.Record.Block.Name}/{element.Name}") : null;
        var field = name is null ? null : document.Schema.Header.Concat(document.Schema.Collections.SelectMany(c => c.Fields)).FirstOrDefault(f => f.ApplicationElement == name);
        if (field is null) Add(refusals, "", fault.Sentence);
        else if (fault.Fault == ValueFault.Missing) Add(refusals, field.PathAt(fault.Number), $"{document.Schema.Label(field.PathAt(fault.Number), document.TradeMode)}没有填写，报文元素 {fault.Element!.Name} 不能为空。");
        else AddTyped(refusals, document, field, fault.Number);
    }

    private static void AddTyped(List<MessageRefusal> refusals, CustomsDocument document, Field field, int line)
    {
        var path = field.PathAt(line);
        Add(refusals, path, $"{document.Schema.Label(path, document.TradeMode)}填的是{Words.Quote(document.At(field, line))}，报文元素 {ElementOf(field)} 无法填写。");
    }

    private static void Add(List<MessageRefusal> refusals, string path, string reason)
    {
        if (path.Length == 0 || refusals.All(r => r.Path != path)) refusals.Add(new MessageRefusal(0, path, reason));
    }
}
