using System.Globalization;

namespace HuaihuaPilotZone.Common;

/// <summary>A date as exactly as its source knows it: 2026, 2026-03 or 2026-03-18. Kept as text, which sorts by time.</summary>
public static class PartialDate
{
    public const int MaxLength = 10;

    public static bool IsValid(string text) => FirstDay(text) is not null;

    /// <summary>The first day it may mean; null for anything else than such a date.</summary>
    public static DateOnly? FirstDay(string text) => text.Length is 4 or 7 or 10
        && DateOnly.TryParseExact(text.Length switch { 4 => $"{text}-01-01", 7 => $"{text}-01", _ => text }, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : null;

    /// <summary>The last day it may mean; null for anything else than such a date.</summary>
    public static DateOnly? LastDay(string text) => FirstDay(text) is not { } first ? null : text.Length switch
    {
        4 => new DateOnly(first.Year, 12, 31),
        7 => new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
        _ => first,
    };
}
