namespace HuaihuaPilotZone.Corridors;

/// <summary>Local times of nodes. Zones are those of the IANA database that the system carries.</summary>
public static class LocalTime
{
    /// <summary>Whether the system knows a zone by this name.</summary>
    public static bool Knows(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    /// <summary>A local time as UTC. A time that a change of the clocks leaves out is taken as an hour later.</summary>
    public static DateTime ToUtc(DateTime local, string zone)
    {
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(info.IsInvalidTime(time) ? time.AddHours(1) : time, info);
    }

    /// <summary>A UTC moment as clocks at a place show it (kind unspecified).</summary>
    public static DateTime FromUtc(DateTime utc, string zone) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(zone)), DateTimeKind.Unspecified);

    /// <summary>How far the clocks are from UTC at a moment, such as UTC+8 or UTC+6:30.</summary>
    public static string Offset(DateTime utc, string zone)
    {
        var offset = TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(utc);
        var sign = offset < TimeSpan.Zero ? "-" : "+";
        return offset.Minutes == 0 ? $"UTC{sign}{Math.Abs(offset.Hours)}" : $"UTC{sign}{Math.Abs(offset.Hours)}:{Math.Abs(offset.Minutes):00}";
    }
}
