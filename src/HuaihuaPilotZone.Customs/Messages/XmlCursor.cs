using System.Xml;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Moves through XML within limits. Whoever handles an element leaves the cursor on its end tag, or on itself when it is empty.</summary>
internal sealed class XmlCursor : IDisposable
{
    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    private readonly XmlReader _xml;
    private readonly IXmlLineInfo _position;
    private readonly MessageReadingOptions _options;
    private readonly LimitedStream _bytes;
    private int _elements;

    private XmlCursor(XmlReader xml, LimitedStream bytes, MessageReadingOptions options)
    {
        _xml = xml;
        _bytes = bytes;
        _position = (IXmlLineInfo)xml;
        _options = options;
    }

    public string Name => _xml.LocalName;

    public string Namespace => _xml.NamespaceURI;

    public string Prefix => _xml.Prefix;

    public int Depth => _xml.Depth;

    public bool IsEmpty => _xml.IsEmptyElement;

    public int Line => _position.LineNumber;

    public int Column => _position.LinePosition;

    /// <summary>Whether text was met where only elements may stand, since the last question.</summary>
    public bool MetText { get; private set; }

    /// <summary>Over bytes in UTF-8.</summary>
    public static XmlCursor Of(LimitedStream utf8, MessageReadingOptions options) => new(XmlReader.Create(utf8, _settings), utf8, options);

    /// <summary>Over text that is decoded from bytes.</summary>
    public static XmlCursor Of(TextReader text, LimitedStream bytes, MessageReadingOptions options) => new(XmlReader.Create(text, _settings), bytes, options);

    public void Dispose() => _xml.Dispose();

    /// <summary>Lets names be compared by reference.</summary>
    public void Know(BlockLayout block)
    {
        foreach (var element in block.Elements) _xml.NameTable.Add(element.Name);
        foreach (var inner in block.Blocks)
        {
            _xml.NameTable.Add(inner.Name);
            Know(inner);
        }
    }

    /// <summary>Moves to the root element; false when there is none.</summary>
    public bool MoveToRoot()
    {
        while (Read())
        {
            if (_xml.NodeType == XmlNodeType.Element) return true;
        }

        return false;
    }

    /// <summary>Reads what follows the root, so that a broken end is noticed.</summary>
    public void ReadToEnd()
    {
        while (Read())
        {
        }
    }

    /// <summary>Moves to the next child of an element.</summary>
    /// <param name="depth">Depth of the element.</param>
    /// <returns>False at its end tag.</returns>
    public bool NextChild(int depth)
    {
        while (Read())
        {
            if (_xml.NodeType == XmlNodeType.Element) return true;
            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth) return false;
            MetText |= _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA;
        }

        return false;
    }

    public bool TakeMetText()
    {
        var met = MetText;
        MetText = false;
        return met;
    }

    public string? Attribute(string name) => _xml.GetAttribute(name);

    /// <summary>Goes over an element and all inside it.</summary>
    public void Skip()
    {
        if (_xml.IsEmptyElement) return;
        var depth = _xml.Depth;
        while (Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
        }
    }

    /// <summary>The text of an element; elements inside it are gone over and named.</summary>
    public string ReadText(out string? childName)
    {
        childName = null;
        if (_xml.IsEmptyElement || !Read()) return "";
        if (_xml.NodeType == XmlNodeType.EndElement) return "";
        if (_xml.NodeType != XmlNodeType.Text) return ReadMixed("", ref childName);
        var text = ReadValue();
        Read();
        return _xml.NodeType == XmlNodeType.EndElement ? text : ReadMixed(text, ref childName);
    }

    /// <summary>The next bytes of base64 text; the cursor stands on the start tag at first and on the end tag when 0 is given back.</summary>
    public int ReadBase64(byte[] buffer, int offset, int count)
    {
        if (_xml.NodeType == XmlNodeType.Element && (_xml.IsEmptyElement || !Read())) return 0;
        _bytes.BeginPiece();
        return _xml.NodeType == XmlNodeType.EndElement ? 0 : _xml.ReadContentAsBase64(buffer, offset, count);
    }

    // text in several pieces, or with elements in it; the cursor stands on the first node that was not taken
    private string ReadMixed(string text, ref string? childName)
    {
        do
        {
            if (_xml.NodeType == XmlNodeType.EndElement) return text;
            if (_xml.NodeType == XmlNodeType.Element)
            {
                childName = _xml.LocalName;
                Skip();
            }
            else
            {
                text += ReadValue();
                if (text.Length > _options.MostCharacters) throw TooLong();
            }
        }
        while (Read());
        return text;
    }

    private bool Read()
    {
        _bytes.BeginPiece();
        if (!_xml.Read()) return false;
        if (_xml.NodeType != XmlNodeType.Element) return true;
        if (++_elements > _options.MostElements) throw Stop(Invariant($"元素超过 {_options.MostElements} 个，不再读取。"));
        if (_xml.Depth >= _options.MostDepth) throw Stop(Invariant($"元素嵌套超过 {_options.MostDepth} 层，不再读取。"));
        return true;
    }

    // a value of many megabytes is stopped by the stream before it is in memory
    private string ReadValue()
    {
        var value = _xml.Value;
        return value.Length <= _options.MostCharacters ? value : throw TooLong();
    }

    private ReadingStoppedException TooLong() => Stop(LimitedStream.PieceTooLong(_options.MostCharacters));

    private ReadingStoppedException Stop(string reason) => new(new MessageProblem(MessageProblemKind.LimitReached, Line, Column, "", reason));
}
