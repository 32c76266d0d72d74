using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Files;

/// <summary>An object of a PDF by its places in the file: what stands between its marks, and the stream behind it.</summary>
/// <param name="End">Behind the last place.</param>
/// <param name="StreamEnd">Equal to <paramref name="StreamStart"/> where there is no stream.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PdfObject(int Number, bool IsDictionary, int Start, int End, int StreamStart, int StreamEnd);

/// <summary>An object stream, whose objects lie packed together.</summary>
internal sealed record PdfObjectStream(PdfObject Place, string Dictionary, string Unpacked);

/// <summary>
/// Finds the objects of a PDF (ISO 32000-1, 7.3 and 7.5). The file is gone through once from front to back and nothing is read by recursion,
/// so that no file costs more than its length. A letter of the text is a byte of the file.
/// </summary>
internal static partial class PdfObjects
{
    /// <summary>As much of all object streams together is unpacked.</summary>
    private const int MostUnpacked = 32 * 1024 * 1024;

    private const int BufferSize = 64 * 1024;
    private const string Head = "obj";
    private const string Foot = "endobj";
    private const string StreamHead = "stream";
    private const string StreamFoot = "endstream";

    /// <returns>Null for a file that does not hold together.</returns>
    public static IReadOnlyList<PdfObject>? Of(string text)
    {
        var found = new List<PdfObject>();
        for (var at = text.IndexOf(Head, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Head, at, StringComparison.Ordinal))
        {
            var start = AfterBlanks(text, at + Head.Length);
            if (NumberBefore(text, at) is not { } number)
            {
                at += Head.Length;
                continue;
            }

            if (Read(text, number, start) is not { } read) return null;
            found.Add(read);
            at = Math.Max(read.End, read.StreamEnd);
        }

        return found;
    }

    /// <summary>The numbers of the information dictionaries that the trailers name.</summary>
    public static IReadOnlyList<int> Information(string text) => [.. InformationReferences().Matches(text).Select(m => NumberOf(m.Groups["number"].ValueSpan)).OfType<int>().Distinct()];

    /// <summary>Whether a dictionary is one that says of the whole file who wrote it: it says no type of itself and belongs to nothing, as a bookmark does.</summary>
    public static bool IsInformation(string dictionary) => !OfOtherKind().IsMatch(dictionary);

    /// <summary>The numbers of the objects that a dictionary refers to.</summary>
    public static IEnumerable<int> References(string dictionary) => AnyReference().Matches(dictionary).Select(m => NumberOf(m.Groups["number"].ValueSpan)).OfType<int>();

    public static bool IsObjectStream(string dictionary) => ObjectStream().IsMatch(dictionary);

    public static bool IsMetadata(string dictionary) => Metadata().IsMatch(dictionary);

    public static bool IsPhoto(string dictionary) => Photo().IsMatch(dictionary);

    /// <summary>Whether a stream is packed in the one way that is unpacked here.</summary>
    public static bool IsPacked(string dictionary) => Flate().IsMatch(dictionary) && !dictionary.Contains("/DecodeParms", StringComparison.Ordinal);

    public static bool HasFilter(string dictionary) => dictionary.Contains("/Filter", StringComparison.Ordinal);

    /// <summary>Where the length of a stream stands in its dictionary, if it stands there itself.</summary>
    public static Group? LengthIn(string dictionary) => Length().Match(dictionary) is { Success: true } match ? match.Groups["length"] : null;

    /// <summary>The object streams and what they hold; null where one of them cannot be read here.</summary>
    public static IReadOnlyList<PdfObjectStream>? Streams(string text, IReadOnlyList<PdfObject> objects)
    {
        var found = new List<PdfObjectStream>();
        var left = MostUnpacked;
        foreach (var stream in objects.Where(o => o.IsDictionary && o.StreamEnd > o.StreamStart))
        {
            var dictionary = text[stream.Start..stream.End];
            if (!IsObjectStream(dictionary)) continue;
            if (Unpack(text, stream, dictionary, left) is not { } unpacked) return null;
            left -= unpacked.Length;
            found.Add(new PdfObjectStream(stream, dictionary, unpacked));
        }

        return found;
    }

    /// <summary>Where an object stands in an unpacked stream (7.5.7: pairs of number and offset, then the objects); null where it is not in it.</summary>
    public static PdfObject? In(PdfObjectStream stream, int number)
    {
        var unpacked = stream.Unpacked;
        if (First().Match(stream.Dictionary) is not { Success: true } said || NumberOf(said.Groups["first"].ValueSpan) is not { } first || first > unpacked.Length) return null;
        int?[] pairs = [.. unpacked[..first].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(n => NumberOf(n))];
        int[] starts = [.. pairs.Where((n, i) => i % 2 == 1 && n <= unpacked.Length - first).Select(n => first + n!.Value)];
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            if (pairs[i] != number || pairs[i + 1] is not { } offset || offset > unpacked.Length - first) continue;
            var start = AfterBlanks(unpacked, first + offset);
            if (!IsAt(unpacked, start, "<<")) return new PdfObject(number, IsDictionary: false, start, starts.Where(s => s > start).DefaultIfEmpty(unpacked.Length).Min(), 0, 0);
            return EndOfDictionary(unpacked, start + 2) is >= 0 and var end ? new PdfObject(number, IsDictionary: true, start + 2, end, 0, 0) : null;
        }

        return null;
    }

    private static string? Unpack(string text, PdfObject stream, string dictionary, int most)
    {
        if (!IsPacked(dictionary)) return null;
        try
        {
            using var packed = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(text, stream.StreamStart, stream.StreamEnd - stream.StreamStart)), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[BufferSize];
            while (packed.Read(buffer) is > 0 and var read)
            {
                if (plain.Length + read > most) return null;
                plain.Write(buffer, 0, read);
            }

            return Encoding.Latin1.GetString(plain.GetBuffer(), 0, (int)plain.Length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static PdfObject? Read(string text, int number, int start)
    {
        if (!IsAt(text, start, "<<"))
        {
            var foot = text.IndexOf(Foot, start, StringComparison.Ordinal);
            return foot < 0 ? null : new PdfObject(number, IsDictionary: false, start, foot, 0, 0);
        }

        start += 2;
        var end = EndOfDictionary(text, start);
        if (end < 0) return null;
        var stream = AfterBlanks(text, end + 2);
        if (!IsAt(text, stream, StreamHead)) return new PdfObject(number, IsDictionary: true, start, end, 0, 0);
        stream += StreamHead.Length;
        if (IsAt(text, stream, "\r")) stream++;
        if (IsAt(text, stream, "\n")) stream++;
        var streamEnd = EndOfStream(text, text[start..end], stream);
        return streamEnd < 0 ? null : new PdfObject(number, IsDictionary: true, start, end, stream, streamEnd);
    }

    /// <summary>By the length that the dictionary says, where the mark of the end stands behind it; otherwise by that mark.</summary>
    private static int EndOfStream(string text, string dictionary, int start)
    {
        if (LengthIn(dictionary) is { } said && NumberOf(said.ValueSpan) is { } length && length <= text.Length - start && IsAt(text, AfterBlanks(text, start + length), StreamFoot)) return start + length;
        return text.IndexOf(StreamFoot, start, StringComparison.Ordinal);
    }

    /// <summary>The place of the closing mark; negative for none.</summary>
    private static int EndOfDictionary(string text, int at)
    {
        for (var depth = 1; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '(':
                    at = EndOfText(text, at);
                    break;
                case '%':
                    at = text.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var line ? at + line : text.Length;
                    break;
                case '<' when IsAt(text, at, "<<"):
                    depth++;
                    at++;
                    break;
                case '<':
                    at = text.IndexOf('>', at) is >= 0 and var close ? close : text.Length;
                    break;
                case '>' when IsAt(text, at, ">>"):
                    if (--depth == 0) return at;
                    at++;
                    break;
            }
        }

        return -1;
    }

    /// <summary>7.3.4.2: brackets inside are balanced or escaped.</summary>
    private static int EndOfText(string text, int at)
    {
        for (var depth = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '(') depth++;
            else if (text[at] == ')' && --depth == 0) return at;
        }

        return at;
    }

    /// <summary>The number of an object before its mark; null where the mark is none, such as in endobj.</summary>
    private static int? NumberBefore(string text, int at)
    {
        var generation = DigitsBefore(text, BlanksBefore(text, at));
        if (generation == BlanksBefore(text, at) || BlanksBefore(text, at) == at) return null;
        var end = BlanksBefore(text, generation);
        var start = DigitsBefore(text, end);
        return start == end || end == generation ? null : NumberOf(text.AsSpan(start, end - start));
    }

    private static int BlanksBefore(string text, int at)
    {
        while (at > 0 && IsBlank(text[at - 1])) at--;
        return at;
    }

    private static int DigitsBefore(string text, int at)
    {
        while (at > 0 && char.IsAsciiDigit(text[at - 1])) at--;
        return at;
    }

    private static int AfterBlanks(string text, int at)
    {
        while (at < text.Length && IsBlank(text[at])) at++;
        return at;
    }

    private static bool IsBlank(char letter) => letter is ' ' or '\r' or '\n' or '\t' or '\f' or '\0';

    private static bool IsAt(string text, int at, string word) => at >= 0 && at <= text.Length && text.AsSpan(at).StartsWith(word, StringComparison.Ordinal);

    private static int? NumberOf(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"/Info\s+(?<number>[0-9]+)\s+[0-9]+\s+R\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InformationReferences();

    [GeneratedRegex(@"/(Type|Subtype|Parent)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfOtherKind();

    [GeneratedRegex(@"(?<![0-9])(?<number>[0-9]+)\s+[0-9]+\s+R\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyReference();

    [GeneratedRegex(@"/Type\s*/ObjStm\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ObjectStream();

    [GeneratedRegex(@"/Type\s*/Metadata\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Metadata();

    [GeneratedRegex(@"/Filter\s*\[?\s*/DCTDecode\s*\]?\s*(/|\z)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Photo();

    [GeneratedRegex(@"/Filter\s*\[?\s*/FlateDecode\s*\]?\s*(/|\z)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Flate();

    [GeneratedRegex(@"/Length\s+(?<length>[0-9]+)(?![0-9]|\s+[0-9]+\s+R\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Length();

    [GeneratedRegex(@"/First\s+(?<first>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex First();
}
