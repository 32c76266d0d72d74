using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// Writes an export 报关单, or the 退运报关单 of goods that come back, as the unsigned DecMessage that is imported into the Single Window as a draft (OperType G 暂存): everything is
/// checked first, then streamed. The swap of 原产国 and 最终目的国 on exports stands in the fields' own elements (facts B3).
/// </summary>
public static class DeclarationWriter
{
    private const string MessageName = "DecMessage";
    private const string Ordinary = "0";

    /// <summary>Writes one declaration.</summary>
    /// <param name="document">A document of the schema <see cref="DocumentSchemas.CustomsDeclaration"/> or <see cref="ReturnDeclaration.Schema"/>; new codes, as the form has them.</param>
    /// <param name="clientSeqNo">企业的报关单编号, 1 to 18 characters.</param>
    /// <param name="time">Moment of writing.</param>
    /// <exception cref="ArgumentException">The document is of another kind.</exception>
    public static MessageOutcome Write(Stream output, CustomsDocument document, string clientSeqNo, DateTimeOffset time, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(document);
        if (document.Schema.Scope is not (DocumentScope.Declaration or DocumentScope.ReturnDeclaration)) throw new ArgumentException("The document is no 报关单.", nameof(document));
        var refusals = new DocumentRefusals(document, f => f.DeclarationElement);
        var record = RecordOf(document, clientSeqNo, refusals);
        var draft = new MessageDraft(MessageCatalogue.Get(MessageName), [record], null, time, MessageDraft.RandomGuid) { Stage = MessageStage.Declare };
        refusals.All.AddRange(MessageWriter.CheckAround(draft));
        if (MessageWriter.Complete(draft, refusals.All) is not { } root) return new MessageOutcome(refusals.All);
        // a draft may come without the number of a person, which the declarant types in the Single Window (column "save", facts B3)
        var hidden = document.Schema.Header.Where(f => document[f] is { } value && PersonNumbers.IsHidden(f, value)).Select(refusals.ElementOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, fault) in MessageWriter.Faults(draft, cancellation))
        {
            if (fault.Fault != ValueFault.Missing || fault.Element is not { } element || !hidden.Contains(element.Name)) refusals.Add(fault);
        }

        if (refusals.All.Count == 0) MessageWriter.Stream(output, draft, root);
        return new MessageOutcome(refusals.All);
    }

    private static MessageRecord RecordOf(CustomsDocument document, string clientSeqNo, DocumentRefusals refusals)
    {
        var reading = new DocumentReading(document);
        var record = MessageCatalogue.Get(MessageName).NewEntity();
        var head = record.Add("DecHead");
        var isExport = document.Schema.Scope == DocumentScope.Declaration;
        (head["IEFlag"], head["EdiId"], head["DeclTrnRel"]) = (isExport ? "E" : "I", "1", Ordinary);
        head["NoOtherPack"] = !isExport || reading.Count(DeclarationPacks.Lines) == 0 ? "1" : Ordinary;
        foreach (var field in document.Schema.Header) Carry(record, field, reading[field], 0, refusals);
        foreach (var lines in document.Schema.Collections)
        {
            for (var line = 0; line < reading.Count(lines.Collection); line++)
            {
                var block = record.Add(BlockOf(lines.Fields.First(f => f.DeclarationElement is not null)));
                if (ReferenceEquals(lines, document.Schema.Goods)) block["GNo"] = (line + 1).ToString(CultureInfo.InvariantCulture);
                foreach (var field in lines.Fields) Carry(block, field, reading[line, field], line, refusals);
            }
        }

        // both blocks are required by the schema also where nothing in them was typed
        if (record.First("DecFreeTxt") is null) record.Add("DecFreeTxt");
        var sign = record.Add("DecSign");
        (sign["OperType"], sign["ClientSeqNo"]) = ("G", clientSeqNo);
        return record;
    }

    private static void Carry(MessageRecord place, Field field, in FieldReading reading, int line, DocumentRefusals refusals)
    {
        if (reading.IsEmpty || field.DeclarationElement is null || PersonNumbers.IsHidden(field, reading.Text)) return;
        var value = field.Kind switch
        {
            FieldKind.Number => reading.Number.HasValue || field.MayBeNegative ? reading.Text : null,
            FieldKind.WholeNumber => reading.Number is { HasValue: true, Decimals: 0 } ? reading.Text : null,
            FieldKind.HsCode => reading.Text.AsSpan().ContainsAnyExceptInRange('0', '9') ? null : reading.Text,
            FieldKind.Date => DateReading.Read(reading.Raw).Value?.ToString(MessageTimes.Day, CultureInfo.InvariantCulture),
            _ => reading.Text,
        };
        if (value is null) refusals.AddTyped(field, line);
        else BlockAt(place, field)[refusals.ElementOf(field)] = value;
    }

    // header fields stand in several blocks of the message, the fields of a line in the line's own
    private static MessageRecord BlockAt(MessageRecord place, Field field) =>
        field.Collection is not null ? place : place.First(BlockOf(field)) ?? place.Add(BlockOf(field));

    private static string BlockOf(Field field) => field.DeclarationElement!.Split('/')[0];
}
