using System.Collections.Frozen;

namespace HuaihuaPilotZone.WorkingDays;

/// <summary>
/// Working days as they stood at one version of the kept arrangements: Monday to Friday, but for days off and make-up days (调休) of the years
/// whose arrangement has been entered. Pure and unchanging: no question to it asks the database.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, DayKind> _special;
    private readonly FrozenSet<int> _years;

    public WorkingCalendar(int version, IEnumerable<int> years, IEnumerable<KeyValuePair<DateOnly, DayKind>> special)
    {
        Version = version;
        _years = years.ToFrozenSet();
        _special = special.ToFrozenDictionary();
    }

    /// <summary>Counts every change of the arrangements.</summary>
    public int Version { get; }

    /// <summary>Whether the arrangement of this year has been entered; without it only weekends count, and a deadline is 待核.</summary>
    public bool IsArranged(int year) => _years.Contains(year);

    /// <summary>Whether the arrangements of all years from one day to another have been entered.</summary>
    public bool IsArranged(DateOnly from, DateOnly to) => Enumerable.Range(from.Year, Math.Max(0, to.Year - from.Year) + 1).All(IsArranged);

    public bool IsWorkingDay(DateOnly day) => _special.TryGetValue(day, out var kind)
        ? kind == DayKind.MakeUp
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The n-th working day after a day. The day itself, such as that of receipt, is not counted.</summary>
    /// <param name="count">Working days; 0 gives the day itself.</param>
    public DateOnly AddWorkingDays(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = from;
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) count--;
        }
        return day;
    }

    /// <summary>The n-th working day before a day, which is not counted.</summary>
    /// <param name="count">Working days; 0 gives the day itself.</param>
    public DateOnly SubtractWorkingDays(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = from;
        while (count > 0)
        {
            day = day.AddDays(-1);
            if (IsWorkingDay(day)) count--;
        }
        return day;
    }

    /// <summary>How the arrangement makes a day differ from its day of the week; null where it does not.</summary>
    public DayKind? ArrangedAs(DateOnly day) => _special.TryGetValue(day, out var kind) ? kind : null;

    /// <summary>Working days after one day up to another, which is counted; 0 when it is not later.</summary>
    public int CountBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (IsWorkingDay(day)) count++;
        }
        return count;
    }
}

/// <summary>The last day of a time counted in working days.</summary>
/// <param name="IsCertain">False while the arrangement of a year in between has not been entered: the day may still move (待核).</param>
public sealed record WorkingDeadline(DateOnly Day, bool IsCertain);
