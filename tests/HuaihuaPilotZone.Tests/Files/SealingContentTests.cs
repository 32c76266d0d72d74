using System.Security.Cryptography;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>Content that is sealed piece by piece comes back as it was, or not at all.</summary>
public sealed class SealingContentTests
{
    /// <summary>A piece and its tag, as they lie there.</summary>
    private const int Piece = (64 * 1024) + 16;

    private readonly byte[] _key = SealedContent.NewKey();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((64 * 1024) - 1)]
    [InlineData(64 * 1024)]
    [InlineData((64 * 1024) + 1)]
    [InlineData(3 * 64 * 1024)]
    [InlineData(200_000)]
    public async Task Content_of_any_length_comes_back_and_does_not_lie_there_in_plain(int length)
    {
        var plain = Plain(length);
        var content = await SealAsync(plain);

        Assert.Equal(plain, await OpenAsync(content, _key));
        Assert.Equal(plain, OpenAtOnce(content));
        if (length > 16) Assert.Equal(-1, content.AsSpan().IndexOf(plain.AsSpan(0, 16)));
    }

    [Fact]
    public async Task It_is_the_same_however_it_is_written()
    {
        var plain = Plain(150_000);
        var below = new MemoryStream();
        using (var to = SealedContent.Write(below, _key))
        {
            for (var at = 0; at < plain.Length; at += 7_777) to.Write(plain, at, Math.Min(7_777, plain.Length - at));
        }

        Assert.Equal(await SealAsync(plain), below.ToArray());
    }

    [Fact]
    public async Task What_was_changed_moved_or_cut_off_is_never_taken_for_the_content()
    {
        var content = await SealAsync(Plain(3 * 64 * 1024));
        var changed = content.ToArray();
        changed[Piece + 100] ^= 1;

        await RefusedAsync(changed, _key);
        await RefusedAsync([.. content[Piece..(2 * Piece)], .. content[..Piece], .. content[(2 * Piece)..]], _key);
        await RefusedAsync(content[..(2 * Piece)], _key);
        await RefusedAsync(content[..^1], _key);
        await RefusedAsync([], _key);
        await RefusedAsync(content, SealedContent.NewKey());
    }

    private static byte[] Plain(int length)
    {
        var plain = new byte[length];
        new Random(7).NextBytes(plain);
        return plain;
    }

    private static async Task<byte[]> OpenAsync(byte[] content, byte[] key)
    {
        await using var from = SealedContent.Read(new MemoryStream(content), key);
        var plain = new MemoryStream();
        await from.CopyToAsync(plain, Cancellation);
        return plain.ToArray();
    }

    private static async Task RefusedAsync(byte[] content, byte[] key) => await Assert.ThrowsAnyAsync<CryptographicException>(() => OpenAsync(content, key));

    private async Task<byte[]> SealAsync(byte[] plain)
    {
        var below = new MemoryStream();
        await using (var to = SealedContent.Write(below, _key)) await to.WriteAsync(plain, Cancellation);
        return below.ToArray();
    }

    private byte[] OpenAtOnce(byte[] content)
    {
        using var from = SealedContent.Read(new MemoryStream(content), _key);
        var plain = new MemoryStream();
        from.CopyTo(plain);
        return plain.ToArray();
    }
}
