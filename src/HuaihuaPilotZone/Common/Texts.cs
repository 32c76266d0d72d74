namespace HuaihuaPilotZone.Common;

/// <summary>Small habits with typed text.</summary>
public static class Texts
{
    /// <summary>Without blanks around; null for nothing.</summary>
    public static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>At most so many characters; what is cut ends in an ellipsis.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}
