using System.Globalization;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.WorkingDays;

/// <summary>Deadlines of 2026 by the arrangement that is seeded, counted by hand from a wall calendar.</summary>
public sealed class CountingWorkingDaysTests(Portal portal)
{
    /// <summary>From, days, the last day.</summary>
    public static TheoryData<string, int, string> Deadlines => new()
    {
        // an ordinary week; the day of receipt is not counted
        { "2026-03-02", 1, "2026-03-03" },
        { "2026-03-02", 5, "2026-03-09" },
        { "2026-03-06", 1, "2026-03-09" },
        { "2026-03-07", 1, "2026-03-09" },
        { "2026-03-08", 1, "2026-03-09" },
        { "2026-03-02", 0, "2026-03-02" },
        { "2026-03-02", 20, "2026-03-30" },
        // 元旦: off 1–3 January, work on Sunday 4
        { "2026-01-03", 1, "2026-01-04" },
        { "2026-01-02", 2, "2026-01-05" },
        { "2026-01-04", 1, "2026-01-05" },
        // 春节: work on Saturday 14 and 28 February, off 15–23
        { "2026-02-13", 1, "2026-02-14" },
        { "2026-02-13", 2, "2026-02-24" },
        { "2026-02-14", 1, "2026-02-24" },
        { "2026-02-15", 1, "2026-02-24" },
        { "2026-02-23", 5, "2026-02-28" },
        { "2026-02-27", 1, "2026-02-28" },
        { "2026-02-28", 1, "2026-03-02" },
        { "2026-02-10", 7, "2026-02-26" },
        // 清明节: off 4–6 April
        { "2026-04-03", 1, "2026-04-07" },
        { "2026-04-02", 2, "2026-04-07" },
        // 劳动节: off 1–5 May, work on Saturday 9
        { "2026-04-30", 1, "2026-05-06" },
        { "2026-04-30", 4, "2026-05-09" },
        { "2026-05-08", 2, "2026-05-11" },
        // 端午节: off 19–21 June
        { "2026-06-18", 1, "2026-06-22" },
        // 中秋节 and 国庆节: work on Sunday 20 September, off 25–27; off 1–7 October, work on Saturday 10
        { "2026-09-19", 1, "2026-09-20" },
        { "2026-09-24", 1, "2026-09-28" },
        { "2026-09-30", 1, "2026-10-08" },
        { "2026-09-30", 3, "2026-10-10" },
        { "2026-09-30", 4, "2026-10-12" },
        { "2026-09-18", 20, "2026-10-22" },
        { "2026-10-09", 2, "2026-10-12" },
        // into 2027, whose arrangement is not there: weekends only
        { "2026-12-31", 1, "2027-01-01" },
        { "2026-12-31", 2, "2027-01-04" },
    };

    public static TheoryData<string, bool> Days => new()
    {
        { "2026-01-01", false }, { "2026-01-04", true }, { "2026-02-14", true }, { "2026-02-20", false }, { "2026-02-23", false }, { "2026-02-24", true }, { "2026-02-28", true },
        { "2026-04-06", false }, { "2026-05-05", false }, { "2026-05-09", true }, { "2026-06-19", false }, { "2026-09-20", true }, { "2026-09-25", false }, { "2026-10-07", false },
        { "2026-10-10", true }, { "2026-10-11", false }, { "2026-11-21", false }, { "2026-11-23", true }, { "2027-01-01", true },
    };

    [Theory]
    [MemberData(nameof(Deadlines))]
    public async Task A_deadline_falls_on_its_day_and_counting_back_gives_the_number(string from, int count, string expected)
    {
        var calendar = await ReadAsync();

        Assert.Equal(Day(expected), calendar.AddWorkingDays(Day(from), count));
        Assert.Equal(count, calendar.CountBetween(Day(from), Day(expected)));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task A_day_is_worked_or_not(string day, bool works) => Assert.Equal(works, (await ReadAsync()).IsWorkingDay(Day(day)));

    [Fact]
    public async Task A_deadline_that_runs_into_a_year_without_arrangement_is_still_to_be_verified()
    {
        var calendar = await ReadAsync();

        Assert.True(calendar.Due(DeadlineRules.Letter(5), Day("2026-11-20")).IsCertain);
        var late = calendar.Due(DeadlineRules.Letter(20), Day("2026-12-25"));
        Assert.Equal((new DateOnly(2027, 1, 22), false), (late.Day, late.IsCertain));
        Assert.True(calendar.IsArranged(2026));
        Assert.False(calendar.IsArranged(2027));
    }

    [Fact]
    public async Task Nothing_lies_between_a_day_and_an_earlier_one_and_nobody_counts_backwards()
    {
        var calendar = await ReadAsync();

        Assert.Equal(0, calendar.CountBetween(Day("2026-03-09"), Day("2026-03-02")));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.AddWorkingDays(Day("2026-03-09"), -1));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<WorkingCalendar> ReadAsync() => portal.InScopeAsync(s => s.GetRequiredService<WorkingCalendarSource>().ReadAsync(TestContext.Current.CancellationToken));
}
