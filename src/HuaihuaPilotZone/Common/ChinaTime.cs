namespace HuaihuaPilotZone.Common;

/// <summary>Civil time of the zone: UTC+8 without daylight saving. Everything stored is UTC; everything a person sees or a customs form carries comes through here.</summary>
public sealed class ChinaTime(TimeProvider clock)
{
    private static readonly TimeSpan _offset = TimeSpan.FromHours(8);

    /// <summary>This moment in UTC, for storing.</summary>
    public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;

    /// <summary>This moment on a clock in Huaihua.</summary>
    public DateTime Now => FromUtc(UtcNow);

    /// <summary>The civil day in Huaihua.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>A stored moment as Huaihua's clocks showed it (kind unspecified).</summary>
    public static DateTime FromUtc(DateTime utc) => DateTime.SpecifyKind(utc + _offset, DateTimeKind.Unspecified);

    /// <summary>The civil day of a stored moment.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(FromUtc(utc));

    /// <summary>A civil time in Huaihua as UTC.</summary>
    public static DateTime ToUtc(DateTime local) => DateTime.SpecifyKind(local - _offset, DateTimeKind.Utc);

    /// <summary>The first moment of a civil day, in UTC.</summary>
    public static DateTime StartOf(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));
}
