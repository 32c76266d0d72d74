namespace HuaihuaPilotZone.Common;

/// <summary>Small habits with typed text.</summary>
public static class Texts
{
    /// <summary>Without blanks around; null for nothing.</summary>
    public static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
