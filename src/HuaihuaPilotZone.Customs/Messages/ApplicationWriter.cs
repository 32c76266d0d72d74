using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

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
        var refusals = new DocumentRefusals(document, f => f.ApplicationElement);
        var entity = RecordOf(MessageCatalogue.Get(name), document, copNo, tables, refusals);
        var draft = new MessageDraft(MessageCatalogue.Get(name), [entity], transmission, time, newGuid);
        refusals.All.AddRange(MessageWriter.CheckAround(draft));
        if (refusals.All.Count > 0 || MessageWriter.Complete(draft, refusals.All) is not { } root) return new MessageOutcome(refusals.All);
        foreach (var (_, fault) in MessageWriter.Faults(draft, cancellation)) refusals.Add(fault);
        if (refusals.All.Count == 0) MessageWriter.Stream(output, draft, root);
        return new MessageOutcome(refusals.All);
    }

    private static MessageRecord RecordOf(MessageLayout message, CustomsDocument document, string copNo, CustomsTables tables, DocumentRefusals refusals)
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
        foreach (var field in document.Schema.Header) head[refusals.ElementOf(field)] = Value(tables, field, reading[field], 0, refusals);
        foreach (var (collection, fields) in document.Schema.Collections)
        {
            for (var line = 0; line < reading.Count(collection); line++)
            {
                var record = entity.AddLine();
                if (record.Block.Find("gnum") is not null) record["gnum"] = (line + 1).ToString(CultureInfo.InvariantCulture);
                foreach (var field in fields) record[refusals.ElementOf(field)] = Value(tables, field, reading[line, field], line, refusals);
            }
        }

        return entity;
    }

    private static string? Value(CustomsTables tables, Field field, in FieldReading reading, int line, DocumentRefusals refusals)
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
        if (value is null) refusals.AddTyped(field, line);
        return value;
    }
}
