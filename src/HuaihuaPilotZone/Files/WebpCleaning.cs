using System.Buffers.Binary;
using System.Text;

namespace HuaihuaPilotZone.Files;

/// <summary>Copies a WebP (WebP container specification) chunk by chunk, without EXIF, XMP and anything that it is not drawn from.</summary>
internal static class WebpCleaning
{
    private const int HeadLength = 12;
    private const byte HasXmp = 0x04;
    private const byte HasExif = 0x08;

    private static readonly HashSet<string> _chunks = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    /// <exception cref="InvalidDataException">It is no whole WebP.</exception>
    /// <exception cref="EndOfStreamException">It ends before its end.</exception>
    public static PictureSize Copy(Stream from, Stream to)
    {
        from.Position = HeadLength;
        to.Write("RIFF\0\0\0\0WEBP"u8);
        PictureSize? size = null;
        Span<byte> head = stackalloc byte[8];
        while (from.Position < from.Length)
        {
            from.ReadExactly(head);
            var (name, length) = (Encoding.ASCII.GetString(head[..4]), BinaryPrimitives.ReadUInt32LittleEndian(head[4..]));
            if (from.Position + length > from.Length) throw new InvalidDataException();
            var data = new byte[length + (length & 1)];
            from.ReadExactly(data.AsSpan(0, (int)Math.Min(data.Length, from.Length - from.Position)));
            if (!_chunks.Contains(name)) continue;
            if (name == "VP8X") data[0] &= unchecked((byte)~(HasXmp | HasExif));
            size ??= SizeOf(name, data);
            to.Write(head);
            to.Write(data);
        }

        var end = to.Position;
        to.Position = 4;
        BinaryPrimitives.WriteUInt32LittleEndian(head, (uint)(end - 8));
        to.Write(head[..4]);
        to.Position = end;
        return size ?? throw new InvalidDataException();
    }

    /// <summary>The canvas of an extended file, or the frame of a simple one.</summary>
    private static PictureSize? SizeOf(string name, ReadOnlySpan<byte> data) => name switch
    {
        "VP8X" when data.Length >= 10 => new PictureSize(1 + Read24(data[4..]), 1 + Read24(data[7..])),
        "VP8L" when data.Length >= 5 && data[0] == 0x2F => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(data[1..])),
        "VP8 " when data.Length >= 10 && data[3..6].SequenceEqual<byte>([0x9D, 0x01, 0x2A]) =>
            new PictureSize(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF),
        _ => null,
    };

    private static PictureSize Lossless(uint bits) => new((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);

    private static int Read24(ReadOnlySpan<byte> data) => data[0] | (data[1] << 8) | (data[2] << 16);
}
