using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Figures.Indicators;

/// <summary>How far a year's target is reached at the end of the last period that is known, beside how much of the year had then gone by.</summary>
/// <param name="Reached">What was reached in the year so far, in the indicator's unit.</param>
/// <param name="Until">Last day that <paramref name="Reached"/> speaks of.</param>
/// <param name="Done">Share of the target, 0.139 for 13.9 %.</param>
/// <param name="Elapsed">Share of the year.</param>
public sealed record TargetPace(decimal Reached, DateOnly Until, decimal Done, decimal Elapsed)
{
    /// <summary>Half a percentage point more or less is called even.</summary>
    private const decimal Even = 0.005m;

    /// <summary>Days of the year that had gone by.</summary>
    public int DaysGone => Until.DayOfYear;

    public int DaysOfYear => DateTime.IsLeapYear(Until.Year) ? 366 : 365;

    /// <summary>Done less elapsed: 0.02 is two percentage points ahead.</summary>
    public decimal Lead => Done - Elapsed;

    /// <summary>1 ahead, 0 even, -1 behind.</summary>
    public int Standing => Lead > Even ? 1 : Lead < -Even ? -1 : 0;

    /// <summary>The pace of one year.</summary>
    /// <param name="values">Published values of one measured series.</param>
    /// <returns>Null where no value of that year tells it: none is there, or a month is missing between others, so that a sum would be too small.</returns>
    public static TargetPace? Of(decimal target, int year, SeriesForm form, IReadOnlyList<Observation> values)
    {
        if (target <= 0) return null;
        var inYear = values.Where(v => PartialDate.FirstDay(v.Period)?.Year == year).OrderBy(v => PartialDate.LastDay(v.Period)).ToList();
        if (inYear.Count == 0) return null;
        var reached = form == SeriesForm.Period ? SumFromJanuary(inYear) : (inYear[^1].Value, PartialDate.LastDay(inYear[^1].Period)!.Value);
        if (reached is not var (sum, until)) return null;
        var days = DateTime.IsLeapYear(year) ? 366 : 365;
        return new TargetPace(sum, until, sum / target, (decimal)until.DayOfYear / days);
    }

    /// <summary>Periods that follow one another from 1 January on without gap or overlap.</summary>
    private static (decimal Sum, DateOnly Until)? SumFromJanuary(List<Observation> values)
    {
        var next = new DateOnly(PartialDate.FirstDay(values[0].Period)!.Value.Year, 1, 1);
        var sum = 0m;
        foreach (var value in values)
        {
            if (PartialDate.FirstDay(value.Period) != next) return null;
            sum += value.Value;
            next = PartialDate.LastDay(value.Period)!.Value.AddDays(1);
        }
        return (sum, next.AddDays(-1));
    }
}
