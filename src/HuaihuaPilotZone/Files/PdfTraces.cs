using System.Text;
using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Files;

/// <summary>
/// Author and title that a PDF notes of itself (ISO 32000-1, 14.3): in its information dictionary, also where that lies in a packed object
/// stream, and in its XMP. Where <see cref="PdfCleaning"/> could empty them, nothing is found any more.
/// </summary>
internal static partial class PdfTraces
{
    private const int MostLength = 100;

    /// <returns>What was found, each a phrase in Chinese.</returns>
    public static IReadOnlyList<string> Find(Stream content)
    {
        var text = TextOf(content);
        if (IsEncrypted(text)) return ["加了密，看不到作者等属性"];
        if (PdfObjects.Of(text) is not { } objects) return ["结构不完整，看不到作者等属性"];
        var found = new List<string>();
        if (Information(text, objects) is not { } dictionaries) return ["作者等属性写在系统看不到的地方"];
        foreach (var dictionary in dictionaries)
        {
            Add(found, "作者", TextAfter(dictionary, "/Author"));
            Add(found, "标题", TextAfter(dictionary, "/Title"));
        }

        foreach (Match creator in Creators().Matches(text)) Add(found, "作者", Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(creator.Groups["name"].Value)));
        if (found.Count > 0 && IsSigned(text)) found.Add("电子签名或签章，去掉属性后会失效");
        return found;
    }

    /// <summary>A letter for each byte.</summary>
    public static string TextOf(Stream content)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        return reader.ReadToEnd();
    }

    public static bool IsEncrypted(string text) => Encrypted().IsMatch(text);

    public static bool IsSigned(string text) => text.Contains("/ByteRange", StringComparison.Ordinal);

    /// <summary>The information dictionaries that the trailers of all versions name; null where one may lie where nothing can be read.</summary>
    private static List<string>? Information(string text, IReadOnlyList<PdfObject> objects)
    {
        var numbers = PdfObjects.Information(text);
        List<string> found = [.. objects.Where(o => o.IsDictionary && numbers.Contains(o.Number)).Select(o => text[o.Start..o.End])];
        if (PdfObjects.Streams(text, objects) is not { } streams) return numbers.Count == 0 || found.Count > 0 ? found : null;
        foreach (var stream in streams)
        {
            found.AddRange(numbers.Select(n => PdfObjects.In(stream, n)).OfType<PdfObject>().Where(o => o.IsDictionary).Select(o => stream.Unpacked[o.Start..o.End]));
        }

        return found;
    }

    private static void Add(List<string> found, string what, string? value)
    {
        var said = value?.Trim().Trim('\0') is { Length: > 0 } text ? $"{what}“{(text.Length > MostLength ? text[..MostLength] + "…" : text)}”" : null;
        if (said is not null && !found.Contains(said)) found.Add(said);
    }

    /// <summary>The string behind a key of a dictionary.</summary>
    private static string? TextAfter(string own, string key)
    {
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

    [GeneratedRegex(@"/Encrypt\s*([0-9]+\s+[0-9]+\s+R\b|<<)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Encrypted();

    [GeneratedRegex(@"<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]*>(?<name>[^<]*)</rdf:li>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Creators();
}
