using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace HuaihuaPilotZone.Imports.Sheets;

/// <summary>Separated text in the encodings and with the separators that Chinese office programs write.</summary>
internal static class CsvSheet
{
    private const int Sample = 64 * 1024;
    private const int LongestCharacter = 4;

    private static readonly char[] _separators = [',', '\t', ';', '|'];

    static CsvSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="separator">Null to find it in the first row.</param>
    public static IEnumerable<SheetRow> Rows(Stream file, char? separator, Action<int>? sized)
    {
        sized?.Invoke(Lines(file));
        var encoding = EncodingOf(file);
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var first = reader.ReadLine() ?? "";
        file.Position = 0;
        reader.DiscardBufferedData();
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = (separator ?? SeparatorOf(first)).ToString(),
            BadDataFound = null,
            IgnoreBlankLines = false,
            MaxFieldSize = 0,
        };
        using var parser = new CsvParser(reader, settings, leaveOpen: true);
        var number = 0;
        while (parser.Read()) yield return new SheetRow(++number, Cells(parser.Record ?? []));
    }

    // ends of lines, which are a little more than rows where cells hold line breaks
    private static int Lines(Stream file)
    {
        var buffer = new byte[Sample];
        var (lines, last) = (0, (byte)'\n');
        while (file.Read(buffer) is > 0 and var read)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            last = buffer[read - 1];
        }

        file.Position = 0;
        return last == '\n' ? lines : lines + 1;
    }

    private static List<string> Cells(string[] record)
    {
        var last = record.Length;
        while (last > 0 && string.IsNullOrWhiteSpace(record[last - 1])) last--;
        var cells = new List<string>(last);
        for (var i = 0; i < last; i++) cells.Add(record[i].Trim('\uFEFF', '\u200B', ' ', '\t', '\r', '\n', '\u3000', '\u00A0'));
        return cells;
    }

    /// <summary>A byte order mark decides; without one, what is UTF-8 throughout the sample is UTF-8, and anything else the Chinese code page.</summary>
    private static Encoding EncodingOf(Stream file)
    {
        var sample = new byte[Sample];
        var length = file.ReadAtLeast(sample, Sample, throwOnEndOfStream: false);
        file.Position = 0;
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        // the sample may end within a character
        var least = length < Sample ? length : length - LongestCharacter;
        for (var end = length; end >= Math.Max(least, 0); end--)
        {
            try
            {
                strict.GetCharCount(sample, 0, end);
                return strict;
            }
            catch (DecoderFallbackException)
            {
                // try again without the last byte
            }
        }

        return Encoding.GetEncoding("GB18030");
    }

    private static char SeparatorOf(string line)
    {
        var quoted = false;
        var counts = new int[_separators.Length];
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            var which = Array.IndexOf(_separators, c);
            if (which >= 0) counts[which]++;
        }

        var most = counts.Max();
        return most == 0 ? ',' : _separators[Array.IndexOf(counts, most)];
    }
}
