namespace HuaihuaPilotZone.Common;

/// <summary>Small habits with typed text.</summary>
public static class Texts
{
    /// <summary>Without blanks around; null for nothing.</summary>
    public static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Line breaks and other control characters become blanks: what stands in a header is one line.</summary>
    public static string OneLine(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    /// <summary>At most so many characters; what is cut ends in an ellipsis.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}
