using System.Buffers;
using System.Xml;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Writes records in the order of the schema, whatever the order in which they were made.</summary>
internal sealed class RecordWriter(XmlWriter xml, MessageLayout message)
{
    private static readonly SearchValues<char> _special = SearchValues.Create("<>&\r");

    private readonly string _prefix = message.Prefix;
    private readonly string _namespace = message.Namespace;
    private readonly Dictionary<BlockLayout, Tags[]> _tags = [];
    private char[] _elements = new char[4096];
    private int _length;

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
            if (part is ElementLayout element)
            {
                WriteElement(record, element, tags[element.Index]);
                continue;
            }

            Flush();
            WriteBlocks(record, (BlockLayout)part);
        }

        Flush();
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
            Flush();
            xml.WriteString(value);
            return;
        }

        // the names are the catalogue's, and the root has declared the prefix: nothing is left to look up; characters are checked once more on the way out
        Append(tags.Start);
        AppendText(value);
        Append(tags.End);
    }

    // as XmlWriter writes the text of an element where line ends are kept as entities
    private void AppendText(ReadOnlySpan<char> text)
    {
        for (var special = text.IndexOfAny(_special); special >= 0; special = text.IndexOfAny(_special))
        {
            Append(text[..special]);
            Append(text[special] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                _ => "&#xD;",
            });
            text = text[(special + 1)..];
        }

        Append(text);
    }

    private void Append(ReadOnlySpan<char> characters)
    {
        if (_length + characters.Length > _elements.Length) Array.Resize(ref _elements, Math.Max(_elements.Length * 2, _length + characters.Length));
        characters.CopyTo(_elements.AsSpan(_length));
        _length += characters.Length;
    }

    // neighbouring elements go out together: a call of the writer costs as much as the text of an element
    private void Flush()
    {
        if (_length > 0) xml.WriteRaw(_elements, 0, _length);
        _length = 0;
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
