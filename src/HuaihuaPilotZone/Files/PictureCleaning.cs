using System.Buffers.Binary;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Files;

/// <summary>Pixels of a picture as it is shown, turned as its camera said.</summary>
public sealed record PictureSize(int Width, int Height);

/// <summary>
/// Copies a picture without what does not belong to it: place, camera, person, comments, thumbnails and whatever hides behind its end.
/// Pixels are not touched. Of a photo's notes only the orientation stays, for without it the photo would lie on its side.
/// </summary>
internal static class PictureCleaning
{
    /// <summary>More would stop a phone's browser.</summary>
    private const long MostPixels = 60_000_000;

    private const string Broken = "图片打不开，请重新保存后上传。";

    /// <summary>Chunks that a PNG is drawn from (PNG specification, chapter 11); text, time, EXIF and private ones are left out.</summary>
    private static readonly HashSet<string> _chunks = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs"];

    /// <param name="from">Read from its beginning; seekable.</param>
    public static Outcome<PictureSize> Copy(Stream from, Stream to, FileType type)
    {
        from.Position = 0;
        try
        {
            var size = type switch
            {
                FileType.Png => CopyPng(from, to),
                FileType.Webp => WebpCleaning.Copy(from, to),
                _ => JpegCleaning.Copy(from, to),
            };
            if (size.Width < 1 || size.Height < 1) return Outcome.Refused(Broken);
            return (long)size.Width * size.Height <= MostPixels ? size : Outcome.Refused($"图片有 {size.Width}×{size.Height} 像素，太大了，请缩小后上传。");
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            return Outcome.Refused(Broken);
        }
    }

    private static PictureSize CopyPng(Stream from, Stream to)
    {
        CopyBytes(from, to, 8);
        PictureSize? size = null;
        Span<byte> head = stackalloc byte[8];
        while (true)
        {
            from.ReadExactly(head);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var name = System.Text.Encoding.ASCII.GetString(head[4..]);
            if (length > int.MaxValue || (size is null && (name != "IHDR" || length != 13))) throw new InvalidDataException();
            size ??= HeaderOf(from);
            if (_chunks.Contains(name))
            {
                to.Write(head);
                CopyBytes(from, to, length + 4);
            }
            else
            {
                from.Position += length + 4;
            }

            if (name == "IEND") return size;
        }
    }

    private static PictureSize HeaderOf(Stream from)
    {
        Span<byte> size = stackalloc byte[8];
        var at = from.Position;
        from.ReadExactly(size);
        from.Position = at;
        return new PictureSize(BinaryPrimitives.ReadInt32BigEndian(size), BinaryPrimitives.ReadInt32BigEndian(size[4..]));
    }

    private static void CopyBytes(Stream from, Stream to, long count)
    {
        Span<byte> buffer = stackalloc byte[4096];
        for (var left = count; left > 0;)
        {
            var part = buffer[..(int)Math.Min(left, buffer.Length)];
            from.ReadExactly(part);
            to.Write(part);
            left -= part.Length;
        }
    }
}
