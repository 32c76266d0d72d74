using System.Buffers.Binary;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Files;

/// <summary>PDF and pictures: whole from the first byte to the last, nothing behind their end.</summary>
internal static class SimpleFormats
{
    private const int TailLength = 1024;

    /// <summary>ISO 32000-1, 7.5: %PDF- at the start, %%EOF within the last bytes.</summary>
    public static Outcome<FileType> Pdf(Stream content)
    {
        Span<byte> tail = stackalloc byte[TailLength];
        content.Position = Math.Max(0, content.Length - TailLength);
        tail = tail[..content.ReadAtLeast(tail, TailLength, throwOnEndOfStream: false)];
        var end = tail.LastIndexOf("%%EOF"u8);
        return end >= 0 && IsBlank(tail[(end + 5)..]) ? FileType.Pdf : Outcome.Refused("PDF 不完整，或结尾之后还有别的内容，请重新生成后上传。");
    }

    /// <summary>PNG specification, chapter 5: chunks of length, name, data and check, the last one named IEND.</summary>
    public static Outcome<FileType> Png(Stream content)
    {
        Span<byte> chunk = stackalloc byte[8];
        content.Position = 8;
        while (content.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false) == chunk.Length)
        {
            var next = content.Position + BinaryPrimitives.ReadUInt32BigEndian(chunk) + 4;
            if (next > content.Length) break;
            if (chunk[4..].SequenceEqual("IEND"u8)) return next == content.Length ? FileType.Png : Outcome.Refused("图片结尾之后还有别的内容，请重新保存后上传。");
            content.Position = next;
        }
        return Outcome.Refused("图片不完整，请重新保存后上传。");
    }

    /// <summary>ITU-T T.81, annex B: FF D8 at the start, FF D9 at the end.</summary>
    public static Outcome<FileType> Jpeg(Stream content)
    {
        Span<byte> tail = stackalloc byte[TailLength];
        content.Position = Math.Max(0, content.Length - TailLength);
        tail = tail[..content.ReadAtLeast(tail, TailLength, throwOnEndOfStream: false)];
        return tail.TrimEnd((byte)0).EndsWith<byte>([0xFF, 0xD9]) ? FileType.Jpeg : Outcome.Refused("图片不完整，或结尾之后还有别的内容，请重新保存后上传。");
    }

    /// <summary>WebP container specification: RIFF, the length of what follows, WEBP, and chunks to the last byte.</summary>
    public static Outcome<FileType> Webp(Stream content)
    {
        Span<byte> head = stackalloc byte[8];
        content.Position = 0;
        content.ReadExactly(head);
        return BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) + 8L == content.Length ? FileType.Webp : Outcome.Refused("图片不完整，或结尾之后还有别的内容，请重新保存后上传。");
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(" \r\n\t\0"u8) < 0;
}
