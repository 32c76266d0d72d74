using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Subscriptions;

/// <summary>When the next mail of a subscriber is due, on the clock of Huaihua.</summary>
public static class DigestTimes
{
    /// <summary>The day of the week on which weekly digests go out.</summary>
    public const DayOfWeek WeeklyOn = DayOfWeek.Monday;

    /// <param name="now">UTC.</param>
    /// <param name="hour">Hour of the day from which digests go out.</param>
    /// <returns>UTC, after now; null for mails at once, which wait for a publication.</returns>
    public static DateTime? Next(MailFrequency frequency, DateTime now, int hour)
    {
        var local = ChinaTime.FromUtc(now);
        var days = frequency switch
        {
            MailFrequency.AtOnce => -1,
            MailFrequency.Daily => 0,
            MailFrequency.Weekly => (WeeklyOn - local.DayOfWeek + 7) % 7,
            _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, null),
        };
        if (days < 0) return null;
        var due = local.Date.AddDays(days).AddHours(hour);
        if (due <= local) due = due.AddDays(frequency == MailFrequency.Daily ? 1 : 7);
        return ChinaTime.ToUtc(due);
    }

    public static string Word(this MailFrequency frequency, bool inEnglish) => frequency switch
    {
        MailFrequency.AtOnce => inEnglish ? "At once" : "即时",
        MailFrequency.Daily => inEnglish ? "Daily digest" : "每日汇总",
        MailFrequency.Weekly => inEnglish ? "Weekly digest" : "每周汇总",
        _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, null),
    };
}
