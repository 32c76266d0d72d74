using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Terms;

/// <summary>What a term is counted in.</summary>
public enum TermUnit
{
    /// <summary>小时: from the very moment.</summary>
    Hours,

    /// <summary>日, of the calendar.</summary>
    Days,

    /// <summary>工作日: needs a working calendar.</summary>
    WorkingDays,

    /// <summary>月.</summary>
    Months,

    /// <summary>年.</summary>
    Years,

    /// <summary>次月某日: the length is the day of the month after.</summary>
    DayOfNextMonth,

    /// <summary>次年某月底: the length is the month of the year after.</summary>
    MonthOfNextYear,
}

/// <summary>
/// A length of time as law states it. The day from which it runs is not counted; where the last month has no such day, its last day counts
/// (as 民法典 art. 201 and 202 have it).
/// </summary>
public sealed record Term(int Length, TermUnit Unit)
{
    /// <summary>Such as 14 日, 20 个工作日, 次月 15 日.</summary>
    public string Word => Unit switch
    {
        TermUnit.Hours => Invariant($"{Length} 小时"),
        TermUnit.Days => Invariant($"{Length} 日"),
        TermUnit.WorkingDays => Invariant($"{Length} 个工作日"),
        TermUnit.Months => Invariant($"{Length} 个月"),
        TermUnit.Years => Invariant($"{Length} 年"),
        TermUnit.DayOfNextMonth => Invariant($"次月 {Length} 日"),
        TermUnit.MonthOfNextYear => Invariant($"次年 {Length} 月底"),
        _ => throw new InvalidOperationException($"No unit {Unit}."),
    };

    public static Term OfHours(int length) => new(length, TermUnit.Hours);

    public static Term OfDays(int length) => new(length, TermUnit.Days);

    public static Term OfWorkingDays(int length) => new(length, TermUnit.WorkingDays);

    public static Term OfMonths(int length) => new(length, TermUnit.Months);

    public static Term OfYears(int length) => new(length, TermUnit.Years);

    public static Term OfDayOfNextMonth(int day) => new(day, TermUnit.DayOfNextMonth);

    public static Term OfMonthOfNextYear(int month) => new(month, TermUnit.MonthOfNextYear);

    /// <summary>The last day of a term that the calendar alone decides.</summary>
    /// <exception cref="InvalidOperationException">Counted in hours or in working days.</exception>
    public DateOnly LastDay(DateOnly from) => Unit switch
    {
        TermUnit.Days => from.AddDays(Length),
        TermUnit.Months => from.AddMonths(Length),
        TermUnit.Years => from.AddYears(Length),
        TermUnit.DayOfNextMonth => DayOfMonthAfter(from),
        TermUnit.MonthOfNextYear => new DateOnly(from.Year + 1, Length, DateTime.DaysInMonth(from.Year + 1, Length)),
        _ => throw new InvalidOperationException($"{Unit} is not counted by the calendar alone."),
    };

    /// <summary>The same length before a day.</summary>
    public DateOnly DayBefore(DateOnly day) => Unit is TermUnit.DayOfNextMonth or TermUnit.MonthOfNextYear
        ? throw new InvalidOperationException("A day of the month or year after lies before nothing.")
        : (this with { Length = -Length }).LastDay(day);

    private DateOnly DayOfMonthAfter(DateOnly from)
    {
        var month = from.AddMonths(1);
        return new DateOnly(month.Year, month.Month, Math.Min(Length, DateTime.DaysInMonth(month.Year, month.Month)));
    }
}
