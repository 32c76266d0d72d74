using System.Buffers.Binary;

namespace HuaihuaPilotZone.Files;

/// <summary>Copies a JPEG (ITU-T T.81, annex B) segment by segment, without its notes and without anything behind its end.</summary>
internal static class JpegCleaning
{
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte Comment = 0xFE;
    private const byte FirstNote = 0xE0;
    private const byte LastNote = 0xEF;

    /// <summary>Exif 2.32, 4.6.4: how the camera was held.</summary>
    private const ushort OrientationTag = 0x0112;

    /// <exception cref="InvalidDataException">It is no whole JPEG.</exception>
    /// <exception cref="EndOfStreamException">It ends before its end.</exception>
    public static PictureSize Copy(Stream source, Stream to)
    {
        var from = new BufferedStream(source, 64 * 1024);
        if (Next(from) != 0xFF || Next(from) != Start) throw new InvalidDataException();
        to.Write([0xFF, Start]);
        PictureSize? size = null;
        var orientation = 1;
        var hasNotesBehind = false;
        for (var marker = Marker(from); marker != End;)
        {
            var segment = Segment(from);
            if (marker is >= FirstNote and <= LastNote or Comment)
            {
                if (Orientation(marker, segment) is { } said) orientation = said;
                if (Kept(marker, segment) is { } kept) Write(to, marker, kept);
                marker = Marker(from);
                continue;
            }

            if (!hasNotesBehind && orientation > 1) Write(to, 0xE1, Exif(orientation));
            hasNotesBehind = true;
            if (IsFrame(marker)) size = SizeOf(segment, orientation);
            Write(to, marker, segment);
            marker = marker == Scan ? CopyScan(from, to) : Marker(from);
        }

        to.Write([0xFF, End]);
        return size ?? throw new InvalidDataException();
    }

    private static byte Next(Stream from) => from.ReadByte() is >= 0 and var value ? (byte)value : throw new EndOfStreamException();

    private static byte Marker(Stream from)
    {
        if (Next(from) != 0xFF) throw new InvalidDataException();
        return AfterFill(from);
    }

    // B.1.1.2: any marker may be preceded by fill bytes
    private static byte AfterFill(Stream from)
    {
        var marker = Next(from);
        while (marker == 0xFF) marker = Next(from);
        return marker;
    }

    private static byte[] Segment(Stream from)
    {
        var length = (Next(from) << 8) | Next(from);
        if (length < 2) throw new InvalidDataException();
        var content = new byte[length - 2];
        from.ReadExactly(content);
        return content;
    }

    private static void Write(Stream to, byte marker, ReadOnlySpan<byte> content)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(content.Length + 2));
        to.Write(head);
        to.Write(content);
    }

    /// <summary>The coded pixels, up to the next marker that is neither a stuffed byte nor a restart.</summary>
    private static byte CopyScan(Stream from, Stream to)
    {
        while (true)
        {
            var value = Next(from);
            if (value != 0xFF)
            {
                to.WriteByte(value);
                continue;
            }

            var marker = AfterFill(from);
            if (marker is not (0 or >= 0xD0 and <= 0xD7)) return marker;
            to.Write([0xFF, marker]);
        }
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static PictureSize SizeOf(ReadOnlySpan<byte> frame, int orientation)
    {
        if (frame.Length < 5) throw new InvalidDataException();
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        return orientation >= 5 ? new PictureSize(height, width) : new PictureSize(width, height);
    }

    /// <summary>What colours depend on: JFIF without its thumbnail, the colour profile, Adobe's transform.</summary>
    private static byte[]? Kept(byte marker, byte[] note) => marker switch
    {
        0xE0 when note.AsSpan().StartsWith("JFIF\0"u8) && note.Length >= 14 => [.. note[..12], 0, 0],
        0xE2 when note.AsSpan().StartsWith("ICC_PROFILE\0"u8) => note,
        0xEE when note.AsSpan().StartsWith("Adobe"u8) => note,
        _ => null,
    };

    /// <returns>1 to 8; null where the note does not say.</returns>
    private static int? Orientation(byte marker, ReadOnlySpan<byte> note)
    {
        if (marker != 0xE1 || note.Length < 14 || !note.StartsWith("Exif\0\0"u8)) return null;
        var exif = note[6..];
        var isLittle = exif.StartsWith("II"u8);
        var at = Word(exif[4..], isLittle);
        if (at + 2 > (uint)exif.Length) return null;
        var count = Short(exif[(int)at..], isLittle);
        var entries = exif[((int)at + 2)..];
        for (var i = 0; i < count && entries.Length >= 12; i++, entries = entries[12..])
        {
            if (Short(entries, isLittle) == OrientationTag) return Short(entries[8..], isLittle) is >= 1 and <= 8 and var value ? value : null;
        }

        return null;
    }

    private static ushort Short(ReadOnlySpan<byte> from, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);

    private static uint Word(ReadOnlySpan<byte> from, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(from) : BinaryPrimitives.ReadUInt32BigEndian(from);

    /// <summary>A directory with one entry: the orientation.</summary>
    private static byte[] Exif(int orientation) =>
        [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, OrientationTag >> 8, OrientationTag & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
}
