namespace HuaihuaPilotZone.Common;

/// <summary>What a person typed into a search box.</summary>
public static class SearchWord
{
    /// <summary>More helps nobody to find anything, and SQL Server refuses a pattern of more than 4,000 characters.</summary>
    public const int MaxLength = 100;

    /// <summary>Without blanks around, cut to <see cref="MaxLength"/>; null for nothing.</summary>
    public static string? Of(string? typed) => Texts.Tidy(typed) is { } word ? word[..Math.Min(word.Length, MaxLength)] : null;

    /// <summary>The same in upper case, for columns that are kept so.</summary>
    public static string? Upper(string? typed) => Of(typed)?.ToUpperInvariant();
}
