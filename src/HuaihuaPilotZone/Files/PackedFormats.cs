using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Files;

/// <summary>Office documents and OFD: ZIP archives that are told apart by their parts. Every part is unpacked once, counted and thrown away.</summary>
internal static class PackedFormats
{
    private const int MostParts = 5000;
    private const long MostUnpacked = 256L * 1024 * 1024;

    /// <summary>XML of one kind of row packs some hundred times; an archive that unpacks to more is a bomb.</summary>
    private const int MostRatio = 400;

    /// <summary>Below this, no ratio is dangerous.</summary>
    private const long FreeUnpacked = 16L * 1024 * 1024;

    private const int EndRecordLength = 22;
    private const int MostCommentLength = ushort.MaxValue;

    private const string Broken = "文件打不开，可能没有传完整，请重新保存后上传。";
    private const string Bomb = "文件解压后过大，不能上传。";

    /// <summary>APPNOTE 4.3.16: the end record with a comment that reaches exactly to the end.</summary>
    public static bool EndsAsArchive(Stream content)
    {
        var length = (int)Math.Min(content.Length, EndRecordLength + MostCommentLength);
        var tail = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            content.Position = content.Length - length;
            content.ReadExactly(tail, 0, length);
            for (var at = length - EndRecordLength; at >= 0; at--)
            {
                var record = tail.AsSpan(at, length - at);
                if (record.StartsWith("PK\u0005\u0006"u8) && EndRecordLength + BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) == record.Length) return true;
            }
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(tail);
        }
    }

    public static Outcome<FileType> Inspect(Stream content)
    {
        if (!EndsAsArchive(content)) return Outcome.Refused(Broken);
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return Inspect(archive, content.Length);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            return Outcome.Refused(Broken);
        }
    }

    private static Outcome<FileType> Inspect(ZipArchive archive, long size)
    {
        if (archive.Entries.Count > MostParts || archive.Entries.Sum(e => e.CompressedLength) > size) return Outcome.Refused(Bomb);
        if (archive.Entries.Any(e => e.IsEncrypted)) return Outcome.Refused("文件加了密码，请去掉密码后上传。");
        if (archive.Entries.Any(e => IsUnsafe(e.FullName))) return Outcome.Refused(Broken);
        if (archive.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return Outcome.Refused("文件里有宏，请另存为不带宏的格式后上传。");
        List<FileType> types = [.. Types(archive)];
        if (types is not [var type]) return Outcome.Refused("压缩包不能上传。可以上传 OFD 和 Office 文档（docx、xlsx、pptx）。");
        return Fits(archive, size) ? type : Outcome.Refused(Bomb);
    }

    /// <summary>OPC (ECMA-376 part 2) names the parts of office documents in [Content_Types].xml; GB/T 33190 puts OFD.xml at the root.</summary>
    private static IEnumerable<FileType> Types(ZipArchive archive)
    {
        var isOffice = archive.GetEntry("[Content_Types].xml") is not null;
        if (isOffice && archive.GetEntry("word/document.xml") is not null) yield return FileType.Docx;
        if (isOffice && archive.GetEntry("xl/workbook.xml") is not null) yield return FileType.Xlsx;
        if (isOffice && archive.GetEntry("ppt/presentation.xml") is not null) yield return FileType.Pptx;
        if (archive.GetEntry("OFD.xml") is not null) yield return FileType.Ofd;
    }

    private static bool IsUnsafe(string path) => path.StartsWith('/') || path.Contains('\\') || path.Contains(':') || path.Split('/').Contains("..");

    /// <summary>What the directory says of sizes may be a lie, so everything is unpacked.</summary>
    private static bool Fits(ZipArchive archive, long size)
    {
        var most = Math.Min(MostUnpacked, Math.Max(FreeUnpacked, size * MostRatio));
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long unpacked = 0;
            foreach (var entry in archive.Entries)
            {
                using var part = entry.Open();
                while (part.Read(buffer) is > 0 and var read)
                {
                    if ((unpacked += read) > most) return false;
                }
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
