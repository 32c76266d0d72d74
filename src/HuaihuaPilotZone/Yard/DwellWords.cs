using static System.FormattableString;

namespace HuaihuaPilotZone.Yard;

/// <summary>How long something stayed, as people read it.</summary>
public static class DwellWords
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>Such as 3 天 4 小时, 5 小时 or 20 分钟; days are of 24 hours.</summary>
    public static string Of(TimeSpan span) => Of((int)span.TotalMinutes);

    /// <inheritdoc cref="Of(TimeSpan)"/>
    public static string Of(int minutes)
    {
        var (days, hours) = (minutes / MinutesOfDay, minutes % MinutesOfDay / 60);
        if (days > 0) return hours > 0 ? Invariant($"{days} 天 {hours} 小时") : Invariant($"{days} 天");
        return hours > 0 ? Invariant($"{hours} 小时") : Invariant($"{minutes} 分钟");
    }
}
