using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Why one document cannot be written as its message, each reason at the field of the form that it is about.</summary>
/// <param name="elementOf">The "block/element" that carries a field, or null.</param>
internal sealed class DocumentRefusals(CustomsDocument document, Func<Field, string?> elementOf)
{
    public List<MessageRefusal> All { get; } = [];

    /// <summary>Name of the element that carries a field.</summary>
    public string ElementOf(Field field) => elementOf(field)!.Split('/')[1];

    /// <summary>A value that has no form in the message.</summary>
    public void AddTyped(Field field, int line)
    {
        var path = field.PathAt(line);
        Add(path, $"{document.Schema.Label(path, document.TradeMode)}填的是{Words.Quote(document.At(field, line))}，报文元素 {ElementOf(field)} 无法填写。");
    }

    /// <summary>What the writer has against a record.</summary>
    public void Add(RecordFault fault)
    {
        var field = fault.Element is { } element ? FieldOf(Invariant($"{fault.Record.Block.Name}/{element.Name}")) : null;
        if (field is null) Add("", fault.Sentence);
        else if (fault.Fault == ValueFault.Missing) Add(field.PathAt(fault.Number), $"{document.Schema.Label(field.PathAt(fault.Number), document.TradeMode)}没有填写，报文元素 {fault.Element!.Name} 不能为空。");
        else AddTyped(field, fault.Number);
    }

    // a value that has no form in the message leaves its element empty, which is not a second fault
    private void Add(string path, string reason)
    {
        if (path.Length == 0 || All.All(r => r.Path != path)) All.Add(new MessageRefusal(0, path, reason));
    }

    private Field? FieldOf(string element) =>
        document.Schema.Header.Concat(document.Schema.Collections.SelectMany(c => c.Fields)).FirstOrDefault(f => elementOf(f) == element);
}
