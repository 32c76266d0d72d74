using System.IO.Compression;
using System.Security.Cryptography;
using HuaihuaPilotZone.PublicPages;
using Microsoft.Extensions.Primitives;

namespace HuaihuaPilotZone.Web.Setup.PublicPages;

/// <summary>The answer to a GET as it goes over the wire, compressed once.</summary>
public sealed class KeptPage
{
    private readonly StringValues _brotliTag;
    private readonly StringValues _gzipTag;
    private readonly StringValues _plainTag;

    /// <param name="content">The page as it was written.</param>
    public KeptPage(ReadOnlySpan<byte> content)
    {
        Brotli = Pack(content, s => new BrotliStream(s, CompressionLevel.Optimal));
        Gzip = Pack(content, s => new GZipStream(s, CompressionLevel.Optimal));
        var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 10));
        (_brotliTag, _gzipTag, _plainTag) = ($"\"{hash}-br\"", $"\"{hash}-gz\"", $"\"{hash}\"");
    }

    public byte[] Brotli { get; }

    public byte[] Gzip { get; }

    /// <summary>What the page shows.</summary>
    public required PublicTopic[] Topics { get; init; }

    /// <summary>How many changes of these were known before it was made.</summary>
    public required long Count { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>What depends on the day is wrong afterwards, UTC.</summary>
    public required DateTimeOffset FreshUntil { get; init; }

    /// <summary>Language of the interface it was made in.</summary>
    public required string Language { get; init; }

    /// <summary>Counts the hits of its route.</summary>
    public required HitCount Hits { get; init; }

    /// <summary>All headers that are the same in every coding, as they were when the page was first sent.</summary>
    public KeyValuePair<string, StringValues>[] Headers { get; set; } = [];

    /// <summary>Bytes in memory, about.</summary>
    public int Size => Brotli.Length + Gzip.Length + 2048;

    /// <summary>The entity tag in a coding.</summary>
    public StringValues TagIn(PageCoding coding) => coding switch
    {
        PageCoding.Brotli => _brotliTag,
        PageCoding.Gzip => _gzipTag,
        _ => _plainTag,
    };

    /// <summary>The bytes in a coding. Only the compressed ones are kept; clients that take neither are rare.</summary>
    public byte[] In(PageCoding coding) => coding switch
    {
        PageCoding.Brotli => Brotli,
        PageCoding.Gzip => Gzip,
        _ => Unpack(),
    };

    /// <summary>The page as it was written.</summary>
    public byte[] Unpack()
    {
        using var packed = new GZipStream(new MemoryStream(Gzip), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        packed.CopyTo(whole);
        return whole.ToArray();
    }

    private static byte[] Pack(ReadOnlySpan<byte> content, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed)) stream.Write(content);
        return packed.ToArray();
    }
}
