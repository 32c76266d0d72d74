using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HuaihuaPilotZone.Files;

/// <summary>
/// Content that is encrypted while it is written and opened while it is read, so that its size is no matter for memory: AES-256-GCM in pieces of 64 KB. Each piece
/// knows its number and whether it is the last, so one that was changed, moved or cut off is found out when it is read. A key is for one content only.
/// </summary>
public static class SealedContent
{
    public const int KeyLength = 32;

    internal const int PieceLength = 64 * 1024;
    internal const int TagLength = 16;

    private const int NonceLength = 12;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>A stream to write plain content to. Only when it is disposed the content is whole; the stream below stays open.</summary>
    public static Stream Write(Stream to, byte[] key) => new SealingStream(to, key);

    /// <summary>A stream to read plain content from. It owns the stream below.</summary>
    /// <exception cref="CryptographicException">While reading: another key, or the content was changed or cut off.</exception>
    public static Stream Read(Stream from, byte[] key) => new OpeningStream(from, key);

    /// <summary>Number of the piece and whether it is the last; no two pieces of a content share one.</summary>
    internal static byte[] Nonce(long number, bool isLast)
    {
        var nonce = new byte[NonceLength];
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}

/// <summary>Seals pieces. The last one is always shorter than a full one, and may be empty.</summary>
internal sealed class SealingStream(Stream to, byte[] key) : Stream
{
    private readonly AesGcm _cipher = new(key, SealedContent.TagLength);
    private readonly byte[] _piece = new byte[SealedContent.PieceLength];
    private readonly byte[] _sealed = new byte[SealedContent.PieceLength + SealedContent.TagLength];
    private int _filled;
    private long _number;
    private bool _isClosed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var taken = Take(buffer);
            buffer = buffer[taken..];
            if (_filled == _piece.Length) to.Write(Seal(isLast: false).Span);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var taken = Take(buffer.Span);
            buffer = buffer[taken..];
            if (_filled == _piece.Length) await to.WriteAsync(Seal(isLast: false), cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>What is not a whole piece yet waits for the next bytes.</summary>
    public override void Flush() => to.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => to.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        if (!_isClosed) await to.WriteAsync(Seal(isLast: true));
        _isClosed = true;
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            if (!_isClosed) to.Write(Seal(isLast: true).Span);
            _isClosed = true;
            _cipher.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Take(ReadOnlySpan<byte> buffer)
    {
        var taken = Math.Min(buffer.Length, _piece.Length - _filled);
        buffer[..taken].CopyTo(_piece.AsSpan(_filled));
        _filled += taken;
        return taken;
    }

    private ReadOnlyMemory<byte> Seal(bool isLast)
    {
        var length = _filled;
        _cipher.Encrypt(SealedContent.Nonce(_number++, isLast), _piece.AsSpan(0, length), _sealed.AsSpan(SealedContent.TagLength, length), _sealed.AsSpan(0, SealedContent.TagLength));
        _filled = 0;
        return _sealed.AsMemory(0, SealedContent.TagLength + length);
    }
}

/// <summary>Opens pieces, from the first to the last.</summary>
internal sealed class OpeningStream(Stream from, byte[] key) : Stream
{
    private readonly AesGcm _cipher = new(key, SealedContent.TagLength);
    private readonly byte[] _piece = new byte[SealedContent.PieceLength];
    private readonly byte[] _sealed = new byte[SealedContent.PieceLength + SealedContent.TagLength];
    private int _read;
    private int _filled;
    private long _number;
    private bool _isAtEnd;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        while (_read == _filled && !_isAtEnd) Open(from.ReadAtLeast(_sealed, _sealed.Length, throwOnEndOfStream: false));
        return Give(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_read == _filled && !_isAtEnd) Open(await from.ReadAtLeastAsync(_sealed, _sealed.Length, throwOnEndOfStream: false, cancellationToken));
        return Give(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await from.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cipher.Dispose();
            from.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Open(int length)
    {
        // a full piece is never the last one; what ends without a last one was cut off
        if (length < SealedContent.TagLength) throw new CryptographicException("The sealed content was cut off.");
        _isAtEnd = length < _sealed.Length;
        _filled = length - SealedContent.TagLength;
        _cipher.Decrypt(SealedContent.Nonce(_number++, _isAtEnd), _sealed.AsSpan(SealedContent.TagLength, _filled), _sealed.AsSpan(0, SealedContent.TagLength), _piece.AsSpan(0, _filled));
        _read = 0;
    }

    private int Give(Span<byte> buffer)
    {
        var given = Math.Min(buffer.Length, _filled - _read);
        _piece.AsSpan(_read, given).CopyTo(buffer);
        _read += given;
        return given;
    }
}
