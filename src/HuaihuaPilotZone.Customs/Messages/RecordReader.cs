using HuaihuaPilotZone.Customs.Identifiers;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Reads one block with all its values and the blocks inside it, and says what is wrong with them.</summary>
internal sealed class RecordReader(XmlCursor xml, string rootNamespace, MessageReadingOptions options, ReadingLog log)
{
    private const string SignatureNamespace = "http://www.w3.org/2000/09/xmldsig#";

    private readonly HashSet<string> _foreign = new(StringComparer.Ordinal);

    /// <summary>Whether a signature was met. It is not verified here.</summary>
    public bool IsSigned { get; private set; }

    /// <summary>Where the current block stands, such as Inventory[3]/InventoryList[2].</summary>
    public Func<string> Place { get; set; } = () => "";

    /// <summary>Reads the block on whose start tag the cursor stands.</summary>
    public MessageRecord Read(BlockLayout block)
    {
        var record = new MessageRecord(block) { Line = xml.Line, Column = xml.Column };
        Span<bool> seen = stackalloc bool[block.ElementArray.Length];
        ReadAttributes(record, seen);
        if (block.ElementArray is [.., { IsOwnText: true } only])
        {
            ReadElement(record, only, seen);
        }
        else if (!xml.IsEmpty)
        {
            ReadChildren(record, seen);
        }

        CheckMissing(record, seen);
        return record;
    }

    /// <summary>Reads the attributes of the start tag on which the cursor stands.</summary>
    public void ReadAttributes(MessageRecord record, Span<bool> seen)
    {
        if (!record.Block.HasAttributes) return;
        foreach (var element in record.Block.ElementArray)
        {
            if (!element.IsAttribute || xml.Attribute(element.Name[1..]) is not { } value) continue;
            seen[element.Index] = true;
            Keep(record, element, value, xml.Line, xml.Column);
        }
    }

    /// <summary>Reads the element on whose start tag the cursor stands.</summary>
    public void ReadElement(MessageRecord record, ElementLayout element, Span<bool> seen)
    {
        var (line, column) = (xml.Line, xml.Column);
        if (seen[element.Index]) Report(MessageProblemKind.ElementTwice, line, column, element.Name, $"{MessageFaults.Name(element)}出现了两次，以第一次为准。");
        if (!ReferenceEquals(xml.Name, element.Name) && xml.Name == element.Alias) Tolerate(ToleranceKind.MisprintedName, xml.Name, $"元素 {xml.Name} 是规范里的误写，已按 {element.Name} 读取。");
        var text = xml.ReadText(out var child);
        if (child is not null) log.Tolerate(ToleranceKind.UnknownElement, child, line, column, $"元素 {element.Name} 里的 {child} 不在规范里，已略过。");
        if (!seen[element.Index]) Keep(record, element, text, line, column);
        seen[element.Index] = true;
    }

    /// <summary>Reports required elements that were not seen.</summary>
    public void CheckMissing(MessageRecord record, ReadOnlySpan<bool> seen)
    {
        foreach (var element in record.Block.ElementArray)
        {
            if (seen[element.Index] || element.Need == ElementNeed.Optional) continue;
            if (element.IsNew) log.Tolerate(ToleranceKind.OldVersion, element.Name, record.Line, record.Column, $"没有 {element.Name}，旧版规范没有这个元素。");
            else Report(MessageProblemKind.Missing, record.Line, record.Column, element.Name, $"缺少{MessageFaults.Name(element)}。");
        }
    }

    /// <summary>Goes over an element that the layout does not know, or whose content is not read here.</summary>
    public void Pass(BlockLayout? opaque)
    {
        var isSignature = xml.Name == "Signature";
        if (isSignature) IsSigned = true;
        else if (opaque is null) Tolerate(ToleranceKind.UnknownElement, xml.Name, $"元素 {xml.Name} 不在规范里，已略过。");
        else Tolerate(ToleranceKind.NotRead, opaque.Name, $"{opaque.Label}（{opaque.Name}）的内容不在这里读取，已略过。");
        if (isSignature && xml.Namespace != SignatureNamespace) ReportNamespace(SignatureNamespace);
        xml.Skip();
    }

    /// <summary>Whether the element on whose start tag the cursor stands is in the namespace of the message; says so once for each other one.</summary>
    public void CheckNamespace()
    {
        if (ReferenceEquals(xml.Namespace, rootNamespace) || xml.Namespace == rootNamespace || xml.Name == "Signature") return;
        ReportNamespace(rootNamespace);
    }

    /// <summary>Notes that the blocks of a block are in another order.</summary>
    public void Tolerated(string block) => Tolerate(ToleranceKind.OtherOrder, block, $"{block} 的元素没有按规范的顺序排列。");

    public void ReportText()
    {
        if (xml.TakeMetText()) log.Tolerate(ToleranceKind.StrayText, "", xml.Line, xml.Column, "元素之间夹有文字，已略过。");
    }

    public void Report(MessageProblemKind kind, int line, int column, string element, string reason)
    {
        var place = Place();
        log.Add(new MessageProblem(kind, line, column, element.Length == 0 ? place : place.Length == 0 ? element : $"{place}/{element}", reason));
    }

    private void ReportNamespace(string right)
    {
        if (!_foreign.Add(xml.Namespace)) return;
        var real = xml.Namespace.Length == 0 ? "没有命名空间" : $"的命名空间是 {xml.Namespace}";
        log.Add(new MessageProblem(MessageProblemKind.WrongNamespace, xml.Line, xml.Column, xml.Name, $"元素 {xml.Name} {real}，应为 {right}。"));
    }

    private void ReadChildren(MessageRecord record, Span<bool> seen)
    {
        var block = record.Block;
        var elements = block.ElementArray;
        var depth = xml.Depth;
        var next = 0;
        while (xml.NextChild(depth))
        {
            CheckNamespace();
            // the order of the schema needs no look-up
            var element = next < elements.Length && ReferenceEquals(elements[next].Name, xml.Name) ? elements[next] : block.Find(xml.Name);
            if (element is not null)
            {
                if (element.Index < next) Tolerated(block.Name);
                next = element.Index + 1;
                ReadElement(record, element, seen);
            }
            else if (block.FindBlock(xml.Name) is { } inner)
            {
                ReadInner(record, inner);
            }
            else
            {
                Pass(opaque: null);
            }
        }

        if (xml.MetText) ReportText();
        if (block.BlockArray.Length > 0) CheckInner(record);
    }

    private void ReadInner(MessageRecord record, BlockLayout inner)
    {
        if (inner.Wrapper is null || xml.Name == inner.Name)
        {
            if (inner.IsOpaque) Pass(inner);
            else record.Add(Read(inner));
            return;
        }

        if (xml.IsEmpty) return;
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            CheckNamespace();
            if (xml.Name != inner.Name || inner.IsOpaque) Pass(xml.Name == inner.Name ? inner : null);
            else record.Add(Read(inner));
        }
    }

    private void CheckInner(MessageRecord record)
    {
        foreach (var inner in record.Block.BlockArray)
        {
            if (inner.IsOpaque) continue;
            var count = record.Of(inner.Name).Count();
            if (count > inner.Most) Report(inner.Most == 1 ? MessageProblemKind.BlockTwice : MessageProblemKind.TooManyBlocks, record.Line, record.Column, inner.Name, MessageFaults.TooMany(inner, count));
            else if (count < inner.Least) Report(MessageProblemKind.BlockMissing, record.Line, record.Column, inner.Name, MessageFaults.TooFew(inner));
        }
    }

    private void Keep(MessageRecord record, ElementLayout element, string text, int line, int column)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (element.Need == ElementNeed.Required) Report(MessageProblemKind.Blank, line, column, element.Name, $"{MessageFaults.Name(element)}没有填写。");
            else if (element.Need == ElementNeed.MayBeBlank) Tolerate(ToleranceKind.BlankValue, element.Name, $"{MessageFaults.Name(element)}还没有值。");
            return;
        }

        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            text = text.Trim();
            log.Tolerate(ToleranceKind.BlanksAround, element.Name, line, column, $"元素 {element.Name} 的值前后有空白，已去掉。");
        }

        Check(element, text, line, column);
        record[element] = element.Personal == PersonalData.IdentityNumber ? options.IdentityNumber(text) : text;
    }

    private void Check(ElementLayout element, string text, int line, int column)
    {
        if (element.IsGuid && text.AsSpan().ContainsAnyInRange('a', 'z')) log.Tolerate(ToleranceKind.LowerCaseGuid, element.Name, line, column, "系统唯一序号含小写字母，规范要求大写。");
        if (element.Personal == PersonalData.IdentityNumber && ResidentIdNumber.Check(text, options.Today ?? DateOnly.MaxValue) is { } wrong)
        {
            Report(MessageProblemKind.WrongIdentityNumber, line, column, element.Name, wrong.Message);
        }

        var fault = element.Check(text);
        if (fault == ValueFault.None) return;
        if (element.IsRightInOldVersion(text))
        {
            log.Tolerate(ToleranceKind.OldVersion, element.Name, line, column, $"{MessageFaults.Name(element)}只符合旧版规范，现行规范是 {element.Type.Notation}{MessageFaults.Values(element)}。");
            return;
        }

        Report(MessageFaults.KindOf(fault), line, column, element.Name, MessageFaults.Sentence(element, fault, text));
    }

    private void Tolerate(ToleranceKind kind, string name, string text) => log.Tolerate(kind, name, xml.Line, xml.Column, text);
}
