using System.Xml;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Writes records in the order of the schema, whatever the order in which they were made.</summary>
internal sealed class RecordWriter(XmlWriter xml, MessageLayout message)
{
    private readonly string _prefix = message.Prefix;
    private readonly string _namespace = message.Namespace;
    private readonly Dictionary<BlockLayout, Tags[]> _tags = [];

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
        var tags = TagsOf(record.Block);
        foreach (var part in record.Block.Sequence)
        {
            if (part is ElementLayout element) WriteElement(record, element, tags[element.Index]);
            else WriteBlocks(record, (BlockLayout)part);
        }
    }

    private Tags[] TagsOf(BlockLayout block)
    {
        if (_tags.TryGetValue(block, out var known)) return known;
        var prefix = _prefix.Length == 0 ? "" : _prefix + ":";
        return _tags[block] = [.. block.ElementArray.Select(e => new Tags($"<{prefix}{e.Name}>", $"</{prefix}{e.Name}>"))];
    }

    private void WriteElement(MessageRecord record, ElementLayout element, in Tags tags)
    {
        // optional elements are left out rather than sent empty
        var value = record[element];
        if (element.IsAttribute || string.IsNullOrWhiteSpace(value)) return;
        if (element.IsOwnText)
        {
            xml.WriteString(value);
            return;
        }

        // the names are the catalogue's, and the root has declared the prefix: nothing is left to look up or to check
        xml.WriteRaw(tags.Start);
        xml.WriteString(value);
        xml.WriteRaw(tags.End);
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

    private readonly record struct Tags(string Start, string End);
}
