using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Finds out what a file is and in which encoding it really is, and opens it.</summary>
internal sealed partial class MessageSource(Stream input, MessageReadingOptions options, ReadingLog log)
{
    private const int StartLength = 16 * 1024;

    // a byte that looks like nothing in UTF-8 must be noticed, not replaced
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly UnicodeEncoding _utf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding _utf16Backwards = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    private ReadOnlyMemory<byte> _start;

    /// <summary>What stands at the beginning, as far as it was looked at; for the answer to a fault.</summary>
    public string Beginning { get; private set; } = "";

    /// <summary>A cursor before the root.</summary>
    public XmlCursor Open()
    {
        var start = new byte[StartLength];
        _start = start.AsMemory(0, input.ReadAtLeast(start, StartLength, throwOnEndOfStream: false));
        if (_start.Length == 0) throw Stop(MessageProblemKind.NotXml, "文件是空的。");
        return FindMark() is { } marked ? OpenMarked(marked) : OpenUnmarked();
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status == OperationStatus.InvalidData) return false;
            if (status == OperationStatus.NeedMoreData) return true;
            bytes = bytes[consumed..];
        }

        return true;
    }

    private static ReadingStoppedException Stop(MessageProblemKind kind, string reason) => new(new MessageProblem(kind, 0, 0, "", reason));

    private static Encoding? EncodingOf(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            // a name that no encoding has, or UTF-7, which is not read any more
            return null;
        }
    }

    [GeneratedRegex("""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();

    // by its mark, or by the zero bytes that every sign of UTF-16 markup has
    private Encoding? FindMark() => _start.Span switch
    {
        [0xEF, 0xBB, 0xBF, ..] => _utf8,
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => _utf16,
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => _utf16Backwards,
        _ => null,
    };

    private XmlCursor OpenMarked(Encoding encoding)
    {
        ReadOnlySpan<byte> mark = ReferenceEquals(encoding, _utf8) ? [0xEF, 0xBB, 0xBF] : encoding.GetPreamble();
        if (_start.Span.StartsWith(mark))
        {
            log.Tolerate(ToleranceKind.ByteOrderMark, encoding.WebName, 1, 1, "文件以字节顺序标记（BOM）开头，已略过。");
            _start = _start[mark.Length..];
        }

        Beginning = Lenient(encoding).GetString(_start.Span);
        var declared = Declared();
        if (declared is not null && !encoding.WebName.StartsWith(declared, StringComparison.OrdinalIgnoreCase)) Lies(declared, encoding.WebName);
        if (ReferenceEquals(encoding, _utf8)) return IsJson() ? OpenJson() : OpenUtf8(declared);
        log.Tolerate(ToleranceKind.OtherEncoding, encoding.WebName, 1, 1, $"文件编码为 {encoding.WebName}，规范要求 UTF-8，已转换。");
        return OpenText(encoding);
    }

    private XmlCursor OpenUnmarked()
    {
        Beginning = Lenient(_utf8).GetString(_start.Span);
        if (IsJson()) return OpenJson();
        if (!Beginning.AsSpan().TrimStart().StartsWith('<')) throw Stop(MessageProblemKind.NotXml, "文件不是 XML 报文，也不是装有报文的 JSON。");
        var declared = Declared();
        if (declared is null || IsUtf8Name(declared)) return OpenUtf8(declared);
        var isPlain = !_start.Span.ContainsAnyExceptInRange((byte)0, (byte)0x7F);
        if (EncodingOf(declared) is { } encoding && CanDeclareItself(encoding) && (isPlain || !IsUtf8(_start.Span)))
        {
            log.Tolerate(ToleranceKind.OtherEncoding, declared, 1, 1, $"文件编码为 {declared}，规范要求 UTF-8，已转换。");
            return OpenText(encoding);
        }

        Lies(declared, _utf8.WebName);
        return OpenUtf8(declared);
    }

    // a reader of text is not misled by what the file declares
    private XmlCursor OpenUtf8(string? declared) => declared is null || IsUtf8Name(declared) ? XmlCursor.Of(Bytes(), options) : OpenText(_utf8);

    private XmlCursor OpenText(Encoding encoding)
    {
        var bytes = Bytes();
        return XmlCursor.Of(new StreamReader(bytes, encoding, detectEncodingFromByteOrderMarks: false), bytes, options);
    }

    private static Encoding Lenient(Encoding encoding) => Encoding.GetEncoding(encoding.CodePage);

    // the declaration was read as ASCII, so an encoding in which it would look otherwise is not true
    private static bool CanDeclareItself(Encoding encoding) => encoding.GetByteCount("<") == 1 && encoding.GetBytes("<")[0] == (byte)'<';

    private static bool IsUtf8Name(string name) => name.Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private string? Declared() => Declaration().Match(Beginning) is { Success: true } match ? match.Groups[1].Value : null;

    private void Lies(string declared, string real) =>
        log.Add(new MessageProblem(MessageProblemKind.WrongEncoding, 1, 1, "", $"文件声明的编码是 {declared}，实际是 {real}。请按 UTF-8 保存并声明 UTF-8。"));

    private LimitedStream Bytes() => new(_start, input, options.MostBytes, options.MostCharacters);

    private bool IsJson() => Beginning.AsSpan().TrimStart() is ['{' or '[' or '"', ..];

    private XmlCursor OpenJson()
    {
        using var whole = new MemoryStream();
        using var limited = new LimitedStream(_start, input, Math.Min(options.MostBytes, options.MostJsonBytes), int.MaxValue);
        limited.CopyTo(whole);
        var message = JsonWrapper.Unwrap(whole.GetBuffer().AsSpan(0, (int)whole.Length), log);
        return new MessageSource(new MemoryStream(message, writable: false), options, log).Open();
    }
}
