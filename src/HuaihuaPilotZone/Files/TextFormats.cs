using System.Buffers;
using System.Text;
using System.Xml;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Files;

/// <summary>XML and plain text: readable to the last character, and nothing that a browser would run.</summary>
internal static class TextFormats
{
    private const int BufferSize = 16 * 1024;
    private const int HeadLength = 1024;
    private const int MostDepth = 200;

    private static readonly string[] _pages = ["<!doctype html", "<html", "<script", "<svg", "<iframe", "<body", "<head"];

    private static readonly string[] _runnable = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1999/XSL/Transform"];

    /// <summary>Null when it is no text at all.</summary>
    public static Outcome<FileType>? Inspect(Stream content)
    {
        if (Encodings().FirstOrDefault(e => IsText(content, e)) is not { } encoding) return null;
        var head = Head(content, encoding);
        if (_pages.Any(p => head.Contains(p, StringComparison.OrdinalIgnoreCase))) return Outcome.Refused("网页不能上传。请另存为 PDF 后上传。");
        return head.TrimStart().StartsWith('<') ? Xml(content, head) : FileType.Text;
    }

    private static IEnumerable<Encoding> Encodings() =>
    [
        new UTF8Encoding(false, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
    ];

    private static bool IsText(Stream content, Encoding encoding)
    {
        content.Position = 0;
        if (encoding is UnicodeEncoding && !BeginsWithMark(content, encoding)) return false;
        var decoder = encoding.GetDecoder();
        var bytes = ArrayPool<byte>.Shared.Rent(BufferSize);
        var chars = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(BufferSize));
        try
        {
            int read;
            do
            {
                read = content.Read(bytes, 0, BufferSize);
                var count = decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
                if (chars.AsSpan(0, count).ContainsAnyInRange('\0', '\b') || chars.AsSpan(0, count).ContainsAnyInRange('\u000e', '\u001f')) return false;
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private static bool BeginsWithMark(Stream content, Encoding encoding)
    {
        Span<byte> mark = stackalloc byte[2];
        var read = content.ReadAtLeast(mark, 2, throwOnEndOfStream: false);
        content.Position = 0;
        return read == 2 && mark.SequenceEqual(encoding.Preamble);
    }

    private static string Head(Stream content, Encoding encoding)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, HeadLength, leaveOpen: true);
        var head = new char[HeadLength];
        return new string(head, 0, reader.ReadBlock(head, 0, HeadLength));
    }

    private static Outcome<FileType> Xml(Stream content, string head)
    {
        content.Position = 0;
        try
        {
            using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false });
            while (reader.Read())
            {
                if (reader.Depth > MostDepth) return Outcome.Refused("XML 嵌套太深，不能上传。");
                if (reader.NodeType == XmlNodeType.ProcessingInstruction && reader.Name == "xml-stylesheet") return Outcome.Refused("XML 引用了样式表，不能上传。");
                if (reader.NodeType == XmlNodeType.Element && _runnable.Contains(reader.NamespaceURI)) return Outcome.Refused("XML 里有网页内容，不能上传。");
            }
            return FileType.Xml;
        }
        catch (XmlException e)
        {
            return Outcome.Refused($"XML {XmlFaults.Problem(e, head)}");
        }
    }
}
