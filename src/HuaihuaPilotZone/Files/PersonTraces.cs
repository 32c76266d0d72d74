using System.IO.Compression;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Files;

/// <summary>Finds numbers of identity cards in what can be read by rows: text, XML and spreadsheets.</summary>
internal static class PersonTraces
{
    private const int BufferSize = 16 * 1024;

    /// <summary>Whether a file of this type is looked through. A picture, a PDF or a letter may show a number, and is kept for those who may see it.</summary>
    public static bool IsLookedThrough(FileType type) => type is FileType.Text or FileType.Xml or FileType.Xlsx or FileType.Xls;

    /// <summary>How many numbers a file holds; 0 for types that are not looked through.</summary>
    /// <param name="content">Seekable; it stands anywhere afterwards.</param>
    public static int Count(Stream content, FileType type)
    {
        content.Position = 0;
        return type switch
        {
            FileType.Text or FileType.Xml => InText(content),
            FileType.Xlsx => InBook(content),
            FileType.Xls => InRecords(content),
            _ => 0,
        };
    }

    /// <summary>A copy of a text with every number masked, UTF-8.</summary>
    public static int CopyText(Stream from, Stream to)
    {
        using var reader = ReaderOf(from);
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), BufferSize, leaveOpen: true);
        return IdentityNumbers.Copy(reader, writer);
    }

    private static int InText(Stream content)
    {
        using var reader = ReaderOf(content);
        return IdentityNumbers.Copy(reader, to: null);
    }

    private static StreamReader ReaderOf(Stream content) => new(content, TextEncodings.Of(content), detectEncodingFromByteOrderMarks: true, BufferSize, leaveOpen: true);

    // the texts of a book stand in its parts, whatever sheet they are on
    private static int InBook(Stream content)
    {
        using var book = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var count = 0;
        foreach (var part in book.Entries.Where(e => e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) && e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var stream = part.Open();
            using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, BufferSize);
            count += IdentityNumbers.Copy(reader, to: null);
        }

        return count;
    }

    // the old format writes texts with one or two bytes a character, which read alike without the zeros between
    private static int InRecords(Stream content)
    {
        using var reader = new WithoutZeros(content);
        return IdentityNumbers.Copy(reader, to: null);
    }

    private sealed class WithoutZeros(Stream content) : TextReader
    {
        private readonly byte[] _bytes = new byte[BufferSize];

        public override int ReadBlock(char[] buffer, int index, int count)
        {
            var filled = 0;
            while (filled < count && content.Read(_bytes, 0, Math.Min(_bytes.Length, count - filled)) is > 0 and var read)
            {
                foreach (var value in _bytes.AsSpan(0, read))
                {
                    if (value != 0) buffer[index + filled++] = (char)value;
                }
            }

            return filled;
        }
    }
}
