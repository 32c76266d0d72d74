namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>Small help for the sentences of findings.</summary>
internal static class Words
{
    private const int LongestQuote = 40;

    /// <summary>A typed value in Chinese quotation marks; long values are cut, so that a finding stays a sentence.</summary>
    public static string Quote(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "空";
        return value.Length <= LongestQuote ? $"“{value}”" : $"“{value.AsSpan(0, LongestQuote)}…”";
    }

    /// <summary>"1、2、3" and "1、2、3 等" for more than ten.</summary>
    public static string Numbers(IReadOnlyList<int> numbers)
    {
        const int Most = 10;
        var shown = string.Join('、', numbers.Take(Most));
        return numbers.Count > Most ? shown + " 等" : shown;
    }
}
