namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>Times of a stop as a printed timetable has them: the day of the journey, 1 being the day of departure, and the local time there.</summary>
public static class StopTimes
{
    /// <summary>Days that a journey may take.</summary>
    public const int MostDays = ServiceRules.MostMinutes / (24 * 60);

    /// <param name="first">A day on which the service leaves its first stop.</param>
    /// <param name="leavesAt">Local time at the first stop.</param>
    /// <param name="firstZone">Time zone of the first stop.</param>
    /// <returns>Minutes after the service left its first stop.</returns>
    public static int After(DateOnly first, TimeOnly leavesAt, string firstZone, int day, TimeOnly time, string zone) =>
        (int)(LocalTime.ToUtc(first.AddDays(day - 1).ToDateTime(time), zone) - LocalTime.ToUtc(first.ToDateTime(leavesAt), firstZone)).TotalMinutes;

    /// <summary>The same the other way round.</summary>
    /// <param name="after">Minutes after the service left its first stop.</param>
    public static (int Day, TimeOnly Time) At(DateOnly first, TimeOnly leavesAt, string firstZone, int after, string zone)
    {
        var local = LocalTime.FromUtc(LocalTime.ToUtc(first.ToDateTime(leavesAt), firstZone).AddMinutes(after), zone);
        return (DateOnly.FromDateTime(local).DayNumber - first.DayNumber + 1, TimeOnly.FromDateTime(local));
    }
}
