using System.Buffers.Binary;
using System.Text;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Files;

/// <summary>Office documents before 2007: a compound file ([MS-CFB]) whose directory names its streams.</summary>
internal static class CompoundFormat
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int MostSectors = 4096;
    private const uint LastSector = 0xFFFFFFFA;
    private const uint TableSectorsInHeader = 109;

    private const string Broken = "文件打不开，可能没有传完整，请重新保存后上传。";

    private static readonly string[] _macros = ["_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros"];

    public static Outcome<FileType> Inspect(Stream content)
    {
        try
        {
            var names = Names(content);
            if (names.Overlaps(_macros)) return Outcome.Refused("文件里有宏，请另存为不带宏的格式后上传。");
            if (names.Contains("EncryptedPackage")) return Outcome.Refused("文件加了密码，请去掉密码后上传。");
            if (names.Contains("WordDocument")) return FileType.Doc;
            if (names.Contains("Workbook") || names.Contains("Book")) return FileType.Xls;
            return names.Contains("PowerPoint Document") ? FileType.Ppt : Outcome.Refused("不是 Word、Excel 或 PowerPoint 文档，不能上传。");
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            return Outcome.Refused(Broken);
        }
    }

    /// <summary>Names of all streams and storages, read along the directory's chain of sectors.</summary>
    private static HashSet<string> Names(Stream content)
    {
        var header = new byte[HeaderLength];
        content.Position = 0;
        content.ReadExactly(header);
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12)) throw new InvalidDataException();
        var sector = new byte[1 << shift];
        var names = new HashSet<string>(StringComparer.Ordinal);
        var at = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        for (var read = 0; at < LastSector; read++)
        {
            if (read == MostSectors) throw new InvalidDataException();
            ReadSector(content, at, sector);
            for (var entry = 0; entry < sector.Length; entry += EntryLength)
            {
                if (Name(sector.AsSpan(entry, EntryLength)) is { } name) names.Add(name);
            }
            at = Next(content, header, at, sector);
        }
        return names;
    }

    private static string? Name(ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        return length is >= 2 and <= 64 ? Encoding.Unicode.GetString(entry[..(length - 2)]) : null;
    }

    /// <summary>The allocation table says which sector follows.</summary>
    private static uint Next(Stream content, byte[] header, uint at, byte[] sector)
    {
        var perSector = (uint)sector.Length / 4;
        ReadSector(content, TableSector(content, header, at / perSector, sector), sector);
        return BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan((int)(at % perSector) * 4));
    }

    /// <summary>Where a sector of the allocation table lies: the first 109 stand in the header, the others in a chain of their own.</summary>
    private static uint TableSector(Stream content, byte[] header, uint number, byte[] sector)
    {
        if (number < TableSectorsInHeader) return BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + ((int)number * 4)));
        number -= TableSectorsInHeader;
        var perSector = ((uint)sector.Length / 4) - 1;
        var at = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(68));
        for (var skip = number / perSector; ; skip--)
        {
            ReadSector(content, at, sector);
            if (skip == 0) return BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan((int)(number % perSector) * 4));
            at = BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan((int)perSector * 4));
        }
    }

    private static void ReadSector(Stream content, uint number, byte[] sector)
    {
        if (number >= LastSector || (number + 1L) * sector.Length >= content.Length) throw new InvalidDataException();
        content.Position = (number + 1L) * sector.Length;
        content.ReadExactly(sector);
    }
}
