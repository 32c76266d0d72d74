using System.Runtime.InteropServices;
using HuaihuaPilotZone.Customs.Terms;
using HuaihuaPilotZone.WorkingDays;

namespace HuaihuaPilotZone.Deadlines;

/// <summary>The one way from an event to the last day of a term. Pure: the calendar is given.</summary>
public static class DeadlineEngine
{
    /// <summary>The last day alone, for lists.</summary>
    /// <param name="more">By how much the term is longer in this case, in its own unit.</param>
    public static WorkingDeadline Due(this WorkingCalendar calendar, DeadlineRule rule, DateOnly from, int more = 0)
    {
        var course = Run(calendar, rule, from.ToDateTime(TimeOnly.MinValue), more);
        return new WorkingDeadline(course.Day, course.Asked is not { } asked || calendar.IsArranged(asked.From, asked.To));
    }

    /// <summary>The last day with its arithmetic.</summary>
    /// <param name="from">The event, on clocks in Huaihua; the hour matters for terms in hours only.</param>
    /// <param name="more">By how much the term is longer in this case, in its own unit.</param>
    public static Deadline Compute(this WorkingCalendar calendar, DeadlineRule rule, DateTime from, int more = 0)
    {
        var course = Run(calendar, rule, from, more);
        if (course.Asked is not { } asked) return new Deadline(rule, from, more, course.Counted, course.Day, course.At, [], [], []);
        var years = Enumerable.Range(asked.From.Year, asked.To.Year - asked.From.Year + 1).ToList();
        return new Deadline(rule, from, more, course.Counted, course.Day, course.At, Way(calendar, rule, DateOnly.FromDateTime(from), course), years, years.FindAll(y => !calendar.IsArranged(y)));
    }

    /// <summary>Working days after one day up to another, with what is passed over on the way.</summary>
    public static WorkingSpan Span(this WorkingCalendar calendar, DateOnly from, DateOnly to)
    {
        var years = Enumerable.Range(from.Year, Math.Max(0, to.Year - from.Year) + 1).Where(y => !calendar.IsArranged(y));
        return new WorkingSpan(from, to, calendar.CountBetween(from, to), Passed(calendar, from.AddDays(1), to), [.. years]);
    }

    private static Course Run(WorkingCalendar calendar, DeadlineRule rule, DateTime from, int more)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentOutOfRangeException.ThrowIfNegative(more);
        var (term, isBefore, start) = (rule.Term with { Length = rule.Term.Length + more }, rule.Direction == TermDirection.Before, DateOnly.FromDateTime(from));
        if (term.Unit == TermUnit.Hours)
        {
            var moment = from.AddHours(isBefore ? -term.Length : term.Length);
            return new Course(DateOnly.FromDateTime(moment), DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment), null);
        }
        if (term.Unit == TermUnit.WorkingDays)
        {
            var day = isBefore ? calendar.SubtractWorkingDays(start, term.Length) : calendar.AddWorkingDays(start, term.Length);
            return new Course(day, day, null, isBefore ? (day, start) : (start, day));
        }
        var counted = isBefore ? term.DayBefore(start) : term.LastDay(start);
        if (rule.LastDay != LastDayRule.Moves) return new Course(counted, counted, null, null);
        var moved = calendar.IsWorkingDay(counted) ? counted : isBefore ? calendar.SubtractWorkingDays(counted, 1) : calendar.AddWorkingDays(counted, 1);
        return new Course(counted, moved, null, isBefore ? (moved, counted) : (counted, moved));
    }

    private static List<DayOnTheWay> Way(WorkingCalendar calendar, DeadlineRule rule, DateOnly start, Course course)
    {
        // a term in working days passes over days from the event on, one that is moved only from its last day on
        var (first, last) = rule.Term.Unit == TermUnit.WorkingDays
            ? rule.Direction == TermDirection.Before ? (course.Day, start.AddDays(-1)) : (start.AddDays(1), course.Day)
            : rule.Direction == TermDirection.Before ? (course.Day, course.Counted) : (course.Counted, course.Day);
        return Passed(calendar, first, last);
    }

    private static List<DayOnTheWay> Passed(WorkingCalendar calendar, DateOnly first, DateOnly last)
    {
        var way = new List<DayOnTheWay>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (calendar.ArrangedAs(day) is { } kind) way.Add(new DayOnTheWay(day, kind == DayKind.MakeUp ? CountedAs.MakeUp : CountedAs.Off));
            else if (!calendar.IsWorkingDay(day)) way.Add(new DayOnTheWay(day, CountedAs.Weekend));
        }
        return way;
    }

    /// <param name="Asked">First and last day between which the working calendar decides; null where it does not.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Course(DateOnly Counted, DateOnly Day, TimeOnly? At, (DateOnly From, DateOnly To)? Asked);
}
