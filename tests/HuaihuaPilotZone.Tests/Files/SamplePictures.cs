using System.Buffers.Binary;
using System.Text;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>Small pictures with everything in them that cameras and programs leave behind.</summary>
internal static class SamplePictures
{
    /// <summary>Stands in every note of these pictures; must be in none that was cleaned.</summary>
    public const string Secret = "Zhang San, 27.55N 109.95E";

    /// <summary>What the pixels of these pictures are coded as.</summary>
    public static readonly byte[] Pixels = [0x12, 0x34, 0xFF, 0x00, 0x56, 0xFF, 0xD0, 0x78];

    /// <summary>3 wide, 2 high.</summary>
    public static byte[] Png() =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
        .. Chunk("IHDR", [0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0]),
        .. Chunk("tEXt", Encoding.ASCII.GetBytes($"Author\0{Secret}")),
        .. Chunk("eXIf", Encoding.ASCII.GetBytes(Secret)),
        .. Chunk("pHYs", [0, 0, 11, 19, 0, 0, 11, 19, 1]),
        .. Chunk("prVt", Encoding.ASCII.GetBytes(Secret)),
        .. Chunk("IDAT", Pixels),
        .. Chunk("tIME", [7, 234, 11, 28, 1, 2, 3]),
        .. Chunk("IEND", []),
    ];

    /// <summary>3 wide, 2 high as it lies in the file.</summary>
    /// <param name="orientation">As the camera notes it; 0 notes none.</param>
    /// <param name="behind">What hides behind the end.</param>
    public static byte[] Jpeg(int orientation = 0, byte[]? behind = null) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]),
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation)]),
        .. Segment(0xE1, Encoding.ASCII.GetBytes($"http://ns.adobe.com/xap/1.0/\0{Secret}")),
        .. Segment(0xED, Encoding.ASCII.GetBytes($"Photoshop 3.0\0{Secret}")),
        .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret)),
        .. Segment(0xDB, new byte[65]),
        .. Segment(0xC0, [8, 0, 2, 0, 3, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        .. Pixels,
        // a second scan with a note before it, as progressive pictures may have
        .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret)),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        .. Pixels,
        0xFF, 0xD9,
        .. behind ?? [],
    ];

    /// <summary>3 wide, 2 high, lossless.</summary>
    /// <param name="behind">What hides behind the end.</param>
    public static byte[] Webp(byte[]? behind = null)
    {
        byte[] chunks =
        [
            .. RiffChunk("VP8X", [0x0C, 0, 0, 0, 2, 0, 0, 1, 0, 0]),
            .. RiffChunk("VP8L", [0x2F, 2, 0x40, 0, 0, .. Pixels]),
            .. RiffChunk("EXIF", Encoding.ASCII.GetBytes(Secret)),
            .. RiffChunk("XMP ", Encoding.ASCII.GetBytes(Secret)),
            .. RiffChunk("prVt", Encoding.ASCII.GetBytes(Secret)),
        ];
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)(chunks.Length + 4));
        return [.. "RIFF"u8, .. length, .. "WEBP"u8, .. chunks, .. behind ?? []];
    }

    private static byte[] RiffChunk(string name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)data.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. length, .. data, .. new byte[data.Length % 2]];
    }

    private static byte[] Exif(int orientation) => orientation == 0
        ? [.. "II*\0"u8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret)]
        : [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret)];

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)((content.Length + 2) & 0xFF), .. content];

    private static byte[] Chunk(string name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];
    }
}
