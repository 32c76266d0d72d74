using System.Xml;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Writes records in the order of the schema, whatever the order in which they were made.</summary>
internal sealed class RecordWriter(XmlWriter xml, MessageLayout message)
{
    private readonly string _prefix = message.Prefix;
    private readonly string _namespace = message.Namespace;

    /// <summary>Start tag with attributes.</summary>
    public void Start(MessageRecord record)
    {
        xml.WriteStartElement(_prefix, record.Block.Name, _namespace);
        if (!record.Block.HasAttributes) return;
        foreach (var element in record.Block.ElementArray)
        {
            if (element.IsAttribute && record[element] is { Length: > 0 } value) xml.WriteAttributeString(element.Name[1..], value);
        }
    }

    public void Write(MessageRecord record)
    {
        Start(record);
        Content(record);
        xml.WriteEndElement();
    }

    /// <summary>Elements and blocks.</summary>
    public void Content(MessageRecord record)
    {
        foreach (var part in record.Block.Sequence)
        {
            if (part is ElementLayout element) WriteElement(record, element);
            else WriteBlocks(record, (BlockLayout)part);
        }
    }

    private void WriteElement(MessageRecord record, ElementLayout element)
    {
        // optional elements are left out rather than sent empty
        var value = record[element];
        if (element.IsAttribute || string.IsNullOrWhiteSpace(value)) return;
        if (element.IsOwnText)
        {
            xml.WriteString(value);
            return;
        }

        xml.WriteStartElement(_prefix, element.Name, _namespace);
        xml.WriteString(value);
        xml.WriteEndElement();
    }

    private void WriteBlocks(MessageRecord record, BlockLayout block)
    {
        var isOpen = false;
        foreach (var inner in record.Inner ?? [])
        {
            if (!ReferenceEquals(inner.Block, block)) continue;
            if (!isOpen && block.Wrapper is not null) xml.WriteStartElement(_prefix, block.Wrapper, _namespace);
            isOpen = true;
            Write(inner);
        }

        if (isOpen && block.Wrapper is not null) xml.WriteEndElement();
    }
}
