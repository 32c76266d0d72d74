using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Imports.Sheets;

/// <summary>Separated text in the encodings and with the separators that Chinese office programs write.</summary>
internal static class CsvSheet
{
    private const int Sample = 64 * 1024;

    private static readonly char[] _separators = [',', '\t', ';', '|'];

    /// <param name="separator">Null to find it in the first row.</param>
    public static IEnumerable<SheetRow> Rows(Stream file, char? separator, Action<int>? sized)
    {
        sized?.Invoke(Lines(file));
        var encoding = TextEncodings.Of(file);
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
