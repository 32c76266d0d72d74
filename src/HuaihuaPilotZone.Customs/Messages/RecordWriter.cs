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
        foreach (var element in record.Block.Elements)
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
        var sequence = record.Block.Sequence;
        for (var i = 0; i < sequence.Count; i++)
        {
            if (sequence[i] is BlockLayout block) WriteBlocks(record, block);
            else WriteElement(record, (ElementLayout)sequence[i]);
        }
    }

    private void WriteElement(MessageRecord record, ElementLayout element)
    {
        // optional elements are left out rather than sent empty
        if (element.IsAttribute || string.IsNullOrWhiteSpace(record[element])) return;
        if (element.Name == ".")
        {
            xml.WriteString(record[element]);
            return;
        }

        xml.WriteStartElement(_prefix, element.Name, _namespace);
        xml.WriteString(record[element]);
        xml.WriteEndElement();
    }

    private void WriteBlocks(MessageRecord record, BlockLayout block)
    {
        var isOpen = false;
        var records = record.Records;
        for (var i = 0; i < records.Count; i++)
        {
            if (!ReferenceEquals(records[i].Block, block)) continue;
            if (!isOpen && block.Wrapper is not null) xml.WriteStartElement(_prefix, block.Wrapper, _namespace);
            isOpen = true;
            Write(records[i]);
        }

        if (isOpen && block.Wrapper is not null) xml.WriteEndElement();
    }
}
