using System.Text;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>文号 and 统一登记号: one way of writing them, and finding them however they are typed.</summary>
public static partial class DocumentNumbers
{
    private const int MostTerms = 6;

    /// <summary>湘政发[2023] 09 号 becomes 湘政发〔2023〕9号: the year in 〔〕, no spaces inside, no leading zero.</summary>
    public static string Normalize(string number) =>
        Years().Replace(Spaces().Replace(UnicodeText.Normalize(number.Trim(), NormalizationForm.FormKC), " "), "〔${year}〕${serial}${mark}");

    /// <summary>Whether a normalised number has one of the known forms: 湘政发〔2023〕9号, …公告2026年第16号, …令第711号.</summary>
    public static bool IsNumber(string normalized) => Numbers().IsMatch(normalized);

    /// <summary>Whether a text is a registration number such as HNPR-2020-00011.</summary>
    public static bool IsRegistrationNumber(string text) => RegistrationNumbers().IsMatch(text);

    /// <summary>How titles and numbers are kept for searching: numbers in their one form, letters in upper case.</summary>
    public static string Fold(string text) => string.Join('\n', text.Split('\n').Select(l => Normalize(l).ToUpperInvariant()));

    /// <summary>What a person typed, as terms that must all occur in a folded text.</summary>
    public static IReadOnlyList<string> Terms(string? query) =>
        SearchWord.Of(query) is not { } word ? [] : [.. Normalize(word).ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MostTerms)];

    [GeneratedRegex(@"\s*[\[({【〔〈<]\s*(?<year>\d{4})\s*[\])}】〕〉>]\s*(?:第\s*)?0*(?<serial>\d*)\s*(?<mark>号?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Years();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[\u4e00-\u9fff]+〔\d{4}〕[1-9]\d{0,4}号$|^[\u4e00-\u9fff ]+公告\d{4}年第[1-9]\d{0,4}号$|^[\u4e00-\u9fff ]+令第[1-9]\d{0,4}号$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^[A-Z]{4}-\d{4}-\d{5}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RegistrationNumbers();
}
