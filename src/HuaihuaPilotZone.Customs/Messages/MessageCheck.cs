using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>One thing that keeps a record from being written.</summary>
/// <param name="Record">Where it is.</param>
/// <param name="Number">Number of the record among its kind from 0.</param>
/// <param name="Element">The element, or null when a block is missing or too many.</param>
/// <param name="Block">That block.</param>
internal readonly record struct RecordFault(MessageRecord Record, int Number, ElementLayout? Element, BlockLayout? Block, ValueFault Fault)
{
    public string Path
    {
        get
        {
            var place = Record.Block.Most == 1 ? Record.Block.Name : Invariant($"{Record.Block.Name}[{Number + 1}]");
            return $"{place}/{Element?.Name ?? Block!.Name}";
        }
    }

    public string Sentence => Element is not null ? MessageFaults.Sentence(Element, Fault, Record[Element])
        : Fault == ValueFault.Missing ? MessageFaults.TooFew(Block!) : Invariant($"{Block!.Label}（{Block.Name}）应为 {Block.Least} 至 {Block.Most} 个，现有 {Record.Of(Block.Name).Count()} 个。");
}

/// <summary>Whether a message can carry a document: all required values are there, every value fits version 202205.</summary>
internal sealed class MessageCheck(MessageStage stage, List<RecordFault> faults)
{
    // the signature and its time are for whoever signs
    private const string SignerBlock = "DecSign";

    /// <summary>Checks a record and all inside it.</summary>
    public void Run(MessageRecord record, int number = 0)
    {
        Elements(record, number);
        CheckBlocks(record);
    }

    /// <summary>Checks the values of a record alone.</summary>
    public void Elements(MessageRecord record, int number)
    {
        foreach (var element in record.Block.ElementArray)
        {
            var fault = FaultOf(record, element);
            if (fault != ValueFault.None) faults.Add(new RecordFault(record, number, element, null, fault));
        }
    }

    private void CheckBlocks(MessageRecord record)
    {
        foreach (var block in record.Block.BlockArray)
        {
            var count = 0;
            foreach (var inner in record.Inner ?? [])
            {
                if (ReferenceEquals(inner.Block, block)) Run(inner, count++);
            }

            if (count < block.Least) faults.Add(new RecordFault(record, 0, null, block, ValueFault.Missing));
            else if (count > block.Most) faults.Add(new RecordFault(record, 0, null, block, ValueFault.TooLong));
        }
    }

    private ValueFault FaultOf(MessageRecord record, ElementLayout element)
    {
        var value = record[element];
        if (string.IsNullOrWhiteSpace(value)) return IsNeeded(record, element) ? ValueFault.Missing : ValueFault.None;
        var fault = element.Check(value);
        if (fault != ValueFault.None) return fault;
        if (element.Type.Kind == ElementKind.Text && !TextCleaning.IsXmlText(value)) return ValueFault.NotXmlText;
        if (element.Personal == PersonalData.IdentityNumber && IdentityNumbers.IsMasked(value)) return ValueFault.Masked;
        return element.IsDeclaring(value) ? ValueFault.NeedsSignature : ValueFault.None;
    }

    private bool IsNeeded(MessageRecord record, ElementLayout element)
    {
        if (element.Need != ElementNeed.Optional) return true;
        return stage == MessageStage.Declare && element.IsNeededToDeclare && !(record.Block.Name == SignerBlock && element.Name is "Sign" or "SignDate");
    }
}
