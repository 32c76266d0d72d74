using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Files;

/// <summary>
/// Author and title that a PDF notes of itself (ISO 32000-1, 14.3): in its information dictionary, also where that lies in a packed object
/// stream, and in its XMP. A PDF is never rewritten here.
/// </summary>
internal static partial class PdfTraces
{
    private const int MostLength = 100;
    private const int MostUnpacked = 8 * 1024 * 1024;

    /// <returns>What was found, each a phrase in Chinese.</returns>
    public static IReadOnlyList<string> Find(Stream content)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var text = reader.ReadToEnd();
        if (Encrypted().IsMatch(text)) return ["加了密，看不到作者等属性"];
        var found = new List<string>();
        if (InformationOf(text) is { } information)
        {
            Add(found, "作者", TextAfter(information, "/Author"));
            Add(found, "标题", TextAfter(information, "/Title"));
        }

        foreach (Match creator in Creators().Matches(text)) Add(found, "作者", Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(creator.Groups["name"].Value)));
        return found;
    }

    /// <summary>The information dictionary that the last trailer names.</summary>
    private static string? InformationOf(string text)
    {
        if (References().Matches(text) is not { Count: > 0 } references) return null;
        var number = references[^1].Groups["number"].Value;
        var plain = Regex.Matches(text, $@"(?<![0-9]){number}\s+[0-9]+\s+obj\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        if (plain.Count > 0) return text.Substring(plain[^1].Index, Math.Min(text.Length - plain[^1].Index, MostUnpacked));
        return Streams().Matches(text).Select(m => Unpacked(text, m.Index + m.Length)).OfType<string>().Select(s => ObjectIn(s, number)).FirstOrDefault(o => o is not null);
    }

    /// <summary>What lies packed at a place; null for what is not packed as we know it.</summary>
    private static string? Unpacked(string text, int at)
    {
        var bytes = Encoding.Latin1.GetBytes(text, at, text.Length - at);
        try
        {
            using var packed = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
            var buffer = new byte[MostUnpacked];
            var length = packed.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return Encoding.Latin1.GetString(buffer, 0, length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>One object of an unpacked stream (7.5.7): pairs of number and offset, then the objects.</summary>
    private static string? ObjectIn(string stream, string number)
    {
        var pairs = Pairs().Match(stream).Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            if (pairs[i] == number && stream.IndexOf("<<", StringComparison.Ordinal) is >= 0 and var first && int.TryParse(pairs[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && first + offset < stream.Length)
                return stream[(first + offset)..];
        }

        return null;
    }

    private static void Add(List<string> found, string what, string? value)
    {
        var said = value?.Trim().Trim('\0') is { Length: > 0 } text ? $"{what}“{(text.Length > MostLength ? text[..MostLength] + "…" : text)}”" : null;
        if (said is not null && !found.Contains(said)) found.Add(said);
    }

    /// <summary>The string behind a key, up to the end of its dictionary.</summary>
    private static string? TextAfter(string dictionary, string key)
    {
        var end = dictionary.IndexOf("endobj", StringComparison.Ordinal);
        var own = end < 0 ? dictionary : dictionary[..end];
        var at = own.IndexOf(key, StringComparison.Ordinal);
        if (at < 0) return null;
        at += key.Length;
        while (at < own.Length && char.IsWhiteSpace(own[at])) at++;
        if (at >= own.Length) return null;
        return own[at] switch
        {
            '(' => Decode(Literal(own, at + 1)),
            '<' when at + 1 < own.Length && own[at + 1] != '<' => Decode(Hexadecimal(own, at + 1)),
            _ => null,
        };
    }

    /// <summary>7.3.4.2: brackets inside are balanced or escaped.</summary>
    private static List<byte> Literal(string text, int at)
    {
        var bytes = new List<byte>();
        for (var depth = 1; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '(') depth++;
            if (letter == ')' && --depth == 0) break;
            if (letter != '\\' || at + 1 >= text.Length)
            {
                bytes.Add((byte)letter);
                continue;
            }

            letter = text[++at];
            if (letter is >= '0' and <= '7')
            {
                var length = 1;
                while (length < 3 && at + length < text.Length && text[at + length] is >= '0' and <= '7') length++;
                bytes.Add((byte)Convert.ToInt32(text.Substring(at, length), 8));
                at += length - 1;
            }
            else
            {
                bytes.Add((byte)(letter switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => letter }));
            }
        }

        return bytes;
    }

    private static List<byte> Hexadecimal(string text, int at)
    {
        var end = text.IndexOf('>', at);
        var digits = string.Concat(text[at..(end < 0 ? text.Length : end)].Where(char.IsAsciiHexDigit));
        return [.. Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0")];
    }

    /// <summary>7.9.2.2: UTF-16 or UTF-8 by their marks, otherwise a byte a letter.</summary>
    private static string Decode(List<byte> bytes)
    {
        byte[] all = [.. bytes];
        return all switch
        {
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(all, 2, all.Length - 2),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(all, 3, all.Length - 3),
            _ => Encoding.Latin1.GetString(all),
        };
    }

    [GeneratedRegex(@"/Encrypt\s+[0-9]+\s+[0-9]+\s+R\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Encrypted();

    [GeneratedRegex(@"/Info\s+(?<number>[0-9]+)\s+[0-9]+\s+R\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex References();

    [GeneratedRegex(@"/Type\s*/ObjStm\b[^>]*>>\s*stream\r?\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Streams();

    [GeneratedRegex(@"^[0-9\s]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pairs();

    [GeneratedRegex(@"<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]*>(?<name>[^<]*)</rdf:li>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Creators();
}
