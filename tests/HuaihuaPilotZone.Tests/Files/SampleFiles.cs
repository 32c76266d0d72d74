using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>Small files of each kind, made here.</summary>
internal static class SampleFiles
{
    public const string OfficeTypes = "[Content_Types].xml";

    public static byte[] Pdf(string more = "") => Encoding.Latin1.GetBytes($"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n{more}trailer<</Root 1 0 R>>\n%%EOF\n");

    public static byte[] Png() => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", new byte[13]), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];

    public static byte[] Jpeg() => [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xD9];

    public static byte[] Xml() => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><list><item>箱包</item></list>");

    public static byte[] Docx() => Zip((OfficeTypes, "<Types/>"), ("word/document.xml", "<w/>"));

    public static byte[] Xlsx() => Zip((OfficeTypes, "<Types/>"), ("xl/workbook.xml", "<w/>"));

    public static byte[] Pptx() => Zip((OfficeTypes, "<Types/>"), ("ppt/presentation.xml", "<w/>"));

    public static byte[] Ofd() => Zip(("OFD.xml", "<OFD/>"), ("Doc_0/Document.xml", "<D/>"));

    public static byte[] Zip(params (string Name, string Content)[] parts) =>
        Zip([.. parts.Select(p => (p.Name, (Action<Stream>)(s => s.Write(Encoding.UTF8.GetBytes(p.Content)))))]);

    public static byte[] Zip(params (string Name, Action<Stream> Write)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                write(part);
            }
        }
        return file.ToArray();
    }

    /// <summary>A compound file with these streams in its directory, one sector each for table and directory.</summary>
    public static byte[] Compound(params string[] streams)
    {
        var file = new byte[512 * 3];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(76), 0);
        // sector 0: the allocation table; sector 1: the directory, the last of its chain
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512), 0xFFFFFFFD);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(516), 0xFFFFFFFE);
        for (var i = 0; i < streams.Length; i++)
        {
            var entry = file.AsSpan(1024 + (i * 128), 128);
            var name = Encoding.Unicode.GetBytes(streams[i] + "\0");
            name.CopyTo(entry);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)name.Length);
        }
        return file;
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];
    }
}
