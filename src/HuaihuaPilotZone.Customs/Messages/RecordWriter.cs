using System.Buffers;
using System.Text;
using System.Xml;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// Writes records in the order of the schema, whatever the order in which they were made: the same bytes as an <see cref="XmlWriter"/> whose line ends are kept as entities.
/// The frame around them is the writer's; records go past it straight to the stream, because their names are the catalogue's and their values were checked.
/// </summary>
/// <param name="xml">Writes the frame to the same stream.</param>
internal sealed class RecordWriter(XmlWriter xml, Stream output, MessageLayout message)
{
    private const int FlushFrom = 16 * 1024;

    // nothing that XML cannot carry gets out, whoever made the record
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> _specialInText = SearchValues.Create([.. "<>&", .. Controls("\t\n")]);
    private static readonly SearchValues<char> _specialInAttribute = SearchValues.Create([.. "<>&\"", .. Controls("")]);

    private readonly string _prefix = message.Prefix.Length == 0 ? "" : message.Prefix + ":";
    private readonly Dictionary<BlockLayout, Tags> _tags = [];
    private readonly Dictionary<BlockLayout, Tags[]> _elementTags = [];
    private char[] _text = new char[FlushFrom + 4096];
    private int _length;
    private long _flushed;

    /// <summary>Start tag of the root with its attributes, by the writer of the frame.</summary>
    public void Root(MessageRecord record)
    {
        xml.WriteStartElement(message.Prefix, record.Block.Name, message.Namespace);
        foreach (var (name, value) in AttributesOf(record)) xml.WriteAttributeString(name, value);
    }

    public void Write(MessageRecord record)
    {
        var tags = TagsOf(record.Block);
        Append(tags.Start);
        foreach (var (name, value) in AttributesOf(record)) AppendAttribute(name, value);
        Append(">");
        var start = _flushed + _length;
        Content(record);
        if (_flushed + _length > start) Append(tags.End);
        else EndEmpty();
        if (_length >= FlushFrom) Flush();
    }

    /// <summary>Elements and blocks.</summary>
    public void Content(MessageRecord record)
    {
        var tags = ElementTagsOf(record.Block);
        foreach (var part in record.Block.Sequence)
        {
            if (part is ElementLayout element) AppendElement(record, element, tags[element.Index]);
            else WriteBlocks(record, (BlockLayout)part);
        }
    }

    /// <summary>Hands over to the writer of the frame, which may then go on.</summary>
    public void Flush()
    {
        // a start tag that is still open is closed by this
        xml.WriteRaw("");
        xml.Flush();
        var bytes = ArrayPool<byte>.Shared.Rent(_utf8.GetMaxByteCount(_length));
        output.Write(bytes, 0, _utf8.GetBytes(_text.AsSpan(0, _length), bytes));
        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        _flushed += _length;
        _length = 0;
    }

    private static IEnumerable<char> Controls(string allowed) => Enumerable.Range(0, ' ').Select(c => (char)c).Except(allowed);

    private static IEnumerable<(string Name, string Value)> AttributesOf(MessageRecord record) => !record.Block.HasAttributes
        ? []
        : record.Block.ElementArray.Where(e => e.IsAttribute).Select(e => (Name: e.Name[1..], Value: record[e] ?? "")).Where(a => a.Value.Length > 0);

    private Tags TagsOf(BlockLayout block)
    {
        if (_tags.TryGetValue(block, out var known)) return known;
        return _tags[block] = new Tags($"<{_prefix}{block.Name}", $"</{_prefix}{block.Name}>");
    }

    private Tags[] ElementTagsOf(BlockLayout block)
    {
        if (_elementTags.TryGetValue(block, out var known)) return known;
        return _elementTags[block] = [.. block.ElementArray.Select(e => new Tags($"<{_prefix}{e.Name}>", $"</{_prefix}{e.Name}>"))];
    }

    private void WriteBlocks(MessageRecord record, BlockLayout block)
    {
        var isOpen = false;
        foreach (var inner in record.Inner ?? [])
        {
            if (!ReferenceEquals(inner.Block, block)) continue;
            if (!isOpen && block.Wrapper is not null) Append($"<{_prefix}{block.Wrapper}>");
            isOpen = true;
            Write(inner);
        }

        if (isOpen && block.Wrapper is not null) Append($"</{_prefix}{block.Wrapper}>");
    }

    private void AppendElement(MessageRecord record, ElementLayout element, in Tags tags)
    {
        // optional elements are left out rather than sent empty
        var value = record[element];
        if (element.IsAttribute || string.IsNullOrWhiteSpace(value)) return;
        if (element.IsOwnText)
        {
            AppendText(value, _specialInText);
            return;
        }

        Append(tags.Start);
        AppendText(value, _specialInText);
        Append(tags.End);
    }

    private void AppendAttribute(string name, string value)
    {
        Append($" {name}=\"");
        AppendText(value, _specialInAttribute);
        Append("\"");
    }

    private void AppendText(ReadOnlySpan<char> text, SearchValues<char> special)
    {
        for (var next = text.IndexOfAny(special); next >= 0; next = text.IndexOfAny(special))
        {
            Append(text[..next]);
            Append(text[next] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\t' => "&#x9;",
                '\n' => "&#xA;",
                '\r' => "&#xD;",
                _ => throw new ArgumentException("XML 1.0 has no such character.", nameof(text)),
            });
            text = text[(next + 1)..];
        }

        Append(text);
    }

    // in place of the end of its start tag
    private void EndEmpty()
    {
        _length--;
        Append(" />");
    }

    private void Append(ReadOnlySpan<char> characters)
    {
        if (_length + characters.Length > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + characters.Length));
        characters.CopyTo(_text.AsSpan(_length));
        _length += characters.Length;
    }

    private readonly record struct Tags(string Start, string End);
}
