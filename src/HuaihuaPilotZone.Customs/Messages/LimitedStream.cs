using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// First what was looked at already, then the rest of a stream. It ends the reading when there are too many bytes in all, or in one piece:
/// one tag, one text, one comment.
/// </summary>
internal sealed class LimitedStream(ReadOnlyMemory<byte> start, Stream rest, long most, int mostCharacters) : ReadOnlyStream
{
    // the longest character of UTF-8
    private const int BytesPerCharacter = 4;

    // what an XmlReader may fetch ahead
    private const int Ahead = 256 * 1024;

    private readonly long _mostInPiece = ((long)mostCharacters * BytesPerCharacter) + Ahead;
    private ReadOnlyMemory<byte> _start = start;
    private long _count;
    private long _beginning;

    public static string PieceTooLong(int most) => Invariant($"一处内容超过 {most} 个字符，不再读取。");

    /// <summary>What is read from here on is another piece.</summary>
    public void BeginPiece() => _beginning = _count;

    public override int Read(Span<byte> buffer)
    {
        var read = Math.Min(_start.Length, buffer.Length);
        if (read > 0)
        {
            _start.Span[..read].CopyTo(buffer);
            _start = _start[read..];
        }
        else
        {
            read = rest.Read(buffer);
        }

        _count += read;
        if (_count > most) throw Stop(Invariant($"文件超过 {most / (1024 * 1024.0):0.#} MB，不再读取。"));
        return _count - _beginning <= _mostInPiece ? read : throw Stop(PieceTooLong(mostCharacters));
    }

    private static ReadingStoppedException Stop(string reason) => new(new MessageProblem(MessageProblemKind.LimitReached, 0, 0, "", reason));
}

/// <summary>The bytes that an element holds in base64.</summary>
internal sealed class Base64Stream(XmlCursor xml) : ReadOnlyStream
{
    private readonly byte[] _bytes = new byte[16 * 1024];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end && !_isAtEnd) Fill();
        var read = Math.Min(_end - _start, buffer.Length);
        _bytes.AsSpan(_start, read).CopyTo(buffer);
        _start += read;
        return read;
    }

    // A fault of the XML around the text is at a place of the outer file, whatever is being read inside.
    private void Fill()
    {
        try
        {
            _start = 0;
            _end = xml.ReadBase64(_bytes, 0, _bytes.Length);
            _isAtEnd = _end == 0;
        }
        catch (System.Xml.XmlException fault)
        {
            throw new ReadingStoppedException(new MessageProblem(MessageProblemKind.BrokenWrapper, fault.LineNumber, fault.LinePosition, "Data", "信封里的业务报文不是完整的 base64。"));
        }
    }
}

/// <summary>A stream that can only be read forward.</summary>
internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public abstract override int Read(Span<byte> buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
