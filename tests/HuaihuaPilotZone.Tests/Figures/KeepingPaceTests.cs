using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;

namespace HuaihuaPilotZone.Tests.Figures;

public sealed class KeepingPaceTests
{
    [Fact]
    public void Months_from_January_on_are_added_and_held_against_the_days_gone_by()
    {
        var pace = TargetPace.Of(1000, 2026, SeriesForm.Period, [Value("2025-12", 500), Value("2026-01", 77), Value("2026-02", 62)])!;

        Assert.Equal((139m, new DateOnly(2026, 2, 28), 59, 365), (pace.Reached, pace.Until, pace.DaysGone, pace.DaysOfYear));
        Assert.Equal((0.139m, -1), (pace.Done, pace.Standing));
    }

    [Fact]
    public void The_order_of_rows_does_not_matter() =>
        Assert.Equal(139m, TargetPace.Of(1000, 2026, SeriesForm.Period, [Value("2026-02", 62), Value("2026-01", 77)])!.Reached);

    [Theory]
    [InlineData("2026-01", "2026-03")]
    [InlineData("2026-02", "2026-03")]
    [InlineData("2026", "2026-01")]
    public void With_a_month_missing_or_counted_twice_no_pace_is_given(string first, string second) =>
        Assert.Null(TargetPace.Of(1000, 2026, SeriesForm.Period, [Value(first, 1), Value(second, 1)]));

    [Theory]
    [InlineData(SeriesForm.YearToDate)]
    [InlineData(SeriesForm.Level)]
    public void What_already_runs_from_January_is_taken_as_it_last_stood(SeriesForm form)
    {
        var pace = TargetPace.Of(1000, 2024, form, [Value("2024-09", 731), Value("2024-06", 459)])!;

        Assert.Equal((731m, new DateOnly(2024, 9, 30), 366), (pace.Reached, pace.Until, pace.DaysOfYear));
    }

    [Theory]
    [InlineData(162, 0)]
    [InlineData(170, 1)]
    [InlineData(150, -1)]
    public void Half_a_point_more_or_less_is_even(int reached, int standing) =>
        Assert.Equal(standing, TargetPace.Of(1000, 2026, SeriesForm.YearToDate, [Value("2026-02", reached)])!.Standing);

    [Fact]
    public void Another_year_says_nothing_of_this_one() => Assert.Null(TargetPace.Of(1000, 2026, SeriesForm.Period, [Value("2025", 1200)]));

    private static Observation Value(string period, decimal value) => new()
    {
        Period = period,
        Value = value,
        Source = "示例",
        Status = FigureStatus.Demonstration,
        EnteredBy = "甲",
        EnteredAt = default,
    };
}
