using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>Small help for the sentences of findings.</summary>
internal static class Words
{
    private const int LongestQuote = 40;

    /// <summary>A typed value in Chinese quotation marks; long values are cut, so that a finding stays a sentence, and identity numbers masked.</summary>
    public static string Quote(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "空";
        return $"“{Cut(value)}”";
    }

    /// <summary>A typed number; cut like a quotation.</summary>
    public static string Cut(string value) => Shorten(IdentityNumbers.MaskWithin(value));

    private static string Shorten(string value) => value.Length <= LongestQuote ? value : $"{value.AsSpan(0, LongestQuote)}…";

    /// <summary>"1、2、3 项", and "1、2、3 项等" for more than ten.</summary>
    public static string Numbers(IReadOnlyList<int> numbers)
    {
        const int Most = 10;
        var shown = string.Join('、', numbers.Take(Most));
        return numbers.Count > Most ? shown + " 项等" : shown + " 项";
    }
}
