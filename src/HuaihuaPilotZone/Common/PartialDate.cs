using System.Globalization;

namespace HuaihuaPilotZone.Common;

/// <summary>A date as exactly as its source knows it: 2026, 2026-03 or 2026-03-18. Kept as text, which sorts by time.</summary>
public static class PartialDate
{
    public const int MaxLength = 10;

    public static bool IsValid(string text) => text.Length is 4 or 7 or 10
        && DateOnly.TryParseExact(text.Length switch { 4 => $"{text}-01-01", 7 => $"{text}-01", _ => text }, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
