using System.Globalization;

namespace HuaihuaPilotZone.Web.TagHelpers;

/// <summary>How dates and times are written on the portal. All times given are Huaihua's (UTC+8).</summary>
public static class ChineseDates
{
    private const string WeekDays = "日一二三四五六";

    /// <summary>Today 10:42, yesterday 昨天 16:20, this year 03-16, before that 2025-03-16.</summary>
    public static string Short(DateTime time, DateOnly today)
    {
        var day = DateOnly.FromDateTime(time);
        if (day == today) return time.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (day == today.AddDays(-1)) return time.ToString("'昨天 'HH:mm", CultureInfo.InvariantCulture);
        return day.ToString(day.Year == today.Year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>2026-03-18 11:05.</summary>
    public static string Full(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>03-18 周三 20:00, for trips.</summary>
    public static string Trip(DateTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time:MM-dd} 周{WeekDays[(int)time.DayOfWeek]} {time:HH:mm}");

    /// <summary>2026-03-18, for lists and tables.</summary>
    public static string List(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2026 年 3 月 18 日, for prose and metadata.</summary>
    public static string Prose(DateOnly day) => day.ToString("yyyy' 年 'M' 月 'd' 日'", CultureInfo.InvariantCulture);
}
