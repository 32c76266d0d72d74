using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Files;

/// <summary>Reads content out of the database: one piece at a time, each by a connection that is given back at once.</summary>
internal sealed class PiecesStream(IServiceScopeFactory scopes, string hash, long length) : Stream
{
    private long _position;
    private int _number = -1;
    private byte[] _piece = [];

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (Wanted() is not { } number) return 0;
        if (number != _number)
        {
            using var scope = scopes.CreateScope();
            Take(number, Bytes(scope, number).SingleOrDefault());
        }

        return Copy(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Wanted() is not { } number) return 0;
        if (number != _number)
        {
            await using var scope = scopes.CreateAsyncScope();
            Take(number, await Bytes(scope, number).SingleOrDefaultAsync(cancellationToken));
        }

        return Copy(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        SeekOrigin.End => length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, null),
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <returns>The piece that the next byte lies in; null at the end.</returns>
    private int? Wanted() => _position < length ? (int)(_position / ContentPiece.Length) : null;

    private IQueryable<byte[]> Bytes(IServiceScope scope, int number) =>
        scope.ServiceProvider.GetRequiredService<PortalDbContext>().ContentPieces.Where(p => p.Hash == hash && p.Number == number).Select(p => p.Bytes);

    private void Take(int number, byte[]? piece) => (_number, _piece) = (number, piece ?? throw new IOException("The content was removed while it was read."));

    private int Copy(Span<byte> buffer)
    {
        var from = (int)(_position % ContentPiece.Length);
        if (from >= _piece.Length) return 0;
        var count = Math.Min(buffer.Length, _piece.Length - from);
        _piece.AsSpan(from, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
