using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Common;

/// <summary>Something in a text that names a person or leads to one.</summary>
/// <param name="Kind">Chinese word, such as 手机号码.</param>
public sealed record PersonalTrace(string Kind, string Value);

/// <summary>
/// Finds telephone numbers, mail addresses, numbers of identity documents and bank cards in a text, also in full-width signs or with blanks between
/// the digits. It blocks a publication and masks the copy an editor works on; names of third persons it cannot know.
/// </summary>
public static partial class PersonalData
{
    /// <summary>What stands in the place of a trace.</summary>
    public const string Masked = "［已隐去］";

    public static IReadOnlyList<PersonalTrace> Find(string text) => [.. Matches(Plain(text)).Select(m => m.Trace)];

    /// <summary>The text with every trace, and every occurrence of the given names, masked.</summary>
    public static string Mask(string text, params IEnumerable<string?> names)
    {
        var plain = Plain(text);
        foreach (var name in names.Where(n => n is { Length: > 1 })) plain = plain.Replace(name!, Masked, StringComparison.OrdinalIgnoreCase);
        var masked = new StringBuilder();
        var at = 0;
        foreach (var (start, length, _) in Matches(plain).OrderBy(m => m.Start))
        {
            if (start < at) continue;
            masked.Append(plain, at, start - at).Append(Masked);
            at = start + length;
        }
        return masked.Append(plain, at, plain.Length - at).ToString();
    }

    private static string Plain(string text) => UnicodeText.Normalize(text, NormalizationForm.FormC)
        .Select(c => c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '＠' or '．' or '－' ? (char)(c - 0xFEE0) : c)
        .Aggregate(new StringBuilder(text.Length), (b, c) => b.Append(c)).ToString();

    private static IEnumerable<(int Start, int Length, PersonalTrace Trace)> Matches(string text)
    {
        foreach (Match match in Mail().Matches(text)) yield return (match.Index, match.Length, new PersonalTrace("邮箱", match.Value));
        foreach (Match match in Passport().Matches(text)) yield return (match.Index, match.Length, new PersonalTrace("证件号码", match.Value));
        foreach (Match match in Digits().Matches(text))
        {
            var digits = new string([.. match.Value.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
            var isCalled = match.Index > 0 && Called().IsMatch(text[Math.Max(0, match.Index - 8)..match.Index]);
            if (KindOf(digits, isCalled) is { } kind) yield return (match.Index, match.Length, new PersonalTrace(kind, match.Value.Trim()));
        }
    }

    private static string? KindOf(string digits, bool isCalled) => digits switch
    {
        { Length: 18 } or { Length: 15 } => "证件号码",
        { Length: 11 } when digits[0] == '1' && digits[1] is >= '3' and <= '9' => "手机号码",
        { Length: 13 } when digits.StartsWith("861", StringComparison.Ordinal) => "手机号码",
        { Length: 14 or 15 } when digits.StartsWith("0086", StringComparison.Ordinal) => "手机号码",
        { Length: >= 10 and <= 12 } when digits[0] == '0' => "电话号码",
        { Length: 16 or 17 or 19 } => "银行卡或其他长号码",
        { Length: 8 } when DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => null,
        { Length: 7 or 8 } when isCalled => "电话号码",
        _ => null,
    };

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]+\s*@\s*[A-Za-z0-9\-]+(?:\s*\.\s*[A-Za-z0-9\-]+)+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[EGDSPHM][A-Za-z]?\d{7,8}(?![A-Za-z0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Passport();

    [GeneratedRegex(@"(?<![A-Za-z0-9])\d(?:[ \-·.()（）]{0,2}\d){6,17}(?:[ \-]?[Xx\d])?(?![A-Za-z0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"电话|手机|联系|微信|QQ|[Tt][Ee][Ll]|致电|拨打", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Called();
}
