using System.Globalization;
using HuaihuaPilotZone.Customs.Terms;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Deadlines;

/// <summary>Dated cases by the arrangement of 2026 that is seeded, counted by hand from a wall calendar.</summary>
public sealed class ComputingDeadlinesTests(Portal portal)
{
    private const int RequestDays = 20;

    /// <summary>Rule, event, extension, the last day or moment, whether it is certain.</summary>
    public static TheoryData<string, string, int, string, bool> Cases => new()
    {
        // 14 days of the calendar: holidays count, the day of entry does not, and a last day off stays
        { "import-declaration", "2026-03-02", 0, "2026-03-16", true },
        { "import-declaration", "2026-02-10", 0, "2026-02-24", true },
        { "import-declaration", "2026-09-20", 0, "2026-10-04", true },
        { "import-declaration", "2026-02-17", 0, "2026-03-03", true },
        { "import-declaration", "2028-02-16", 0, "2028-03-01", true },
        { "import-declaration", "2026-12-25", 0, "2027-01-08", true },
        // 24 hours before loading, over midnight, over the end of a month and in a leap year
        { "export-declaration", "2026-11-22 14:30", 0, "2026-11-21 14:30", true },
        { "export-declaration", "2026-03-01 08:00", 0, "2026-02-28 08:00", true },
        { "export-declaration", "2028-03-01 00:00", 0, "2028-02-29 00:00", true },
        { "export-declaration", "2027-01-01 23:59", 0, "2026-12-31 23:59", true },
        // 6 months: the corresponding day, or the last one of the month
        { "return-exemption-2026", "2026-03-01", 0, "2026-09-01", true },
        { "return-exemption-2026", "2026-08-31", 0, "2027-02-28", true },
        { "return-exemption-2026", "2027-08-30", 0, "2028-02-29", true },
        { "return-exemption-2026", "2026-12-31", 0, "2027-06-30", true },
        { "return-exemption-2023", "2025-12-31", 0, "2026-06-30", true },
        // a year, and 10 of them, from a leap day
        { "export-return", "2026-03-01", 0, "2027-03-01", true },
        { "export-return", "2028-02-29", 0, "2029-02-28", true },
        { "ip-recordal", "2026-05-31", 0, "2036-05-31", true },
        { "ip-recordal", "2028-02-29", 0, "2038-02-28", true },
        // mission row 79: renewal opens 6 months before
        { "ip-renewal", "2027-05-31", 0, "2026-11-30", true },
        { "ip-renewal", "2028-08-31", 0, "2028-02-29", true },
        // returns of retail imports
        { "import-return-application", "2026-01-31", 0, "2026-03-02", true },
        { "import-return-arrival", "2026-01-31", 0, "2026-03-17", true },
        // the 15th of the month after, moved where it is a day off
        { "aggregation", "2026-03-31", 0, "2026-04-15", true },
        { "aggregation", "2026-01-05", 0, "2026-02-24", true },
        { "aggregation", "2026-07-31", 0, "2026-08-17", true },
        { "aggregation", "2026-10-20", 0, "2026-11-16", true },
        { "aggregation", "2026-12-31", 0, "2027-01-15", false },
        // the end of April of the year after, from the first and the last day of a year
        { "warehouse-refund", "2026-01-01", 0, "2027-04-30", true },
        { "warehouse-refund", "2026-12-31", 0, "2027-04-30", true },
        // 20 working days, over the holidays, with make-up days, with an extension, into a year that is not recorded
        { "request-answer", "2026-03-02", 0, "2026-03-30", true },
        { "request-answer", "2026-02-09", 0, "2026-03-13", true },
        { "request-answer", "2026-09-18", 0, "2026-10-22", true },
        { "request-answer", "2026-03-02", 20, "2026-04-28", true },
        { "request-answer", "2026-12-25", 0, "2027-01-22", false },
        { "request-correction", "2026-02-10", 0, "2026-02-26", true },
        { "request-correction", "2026-04-30", 0, "2026-05-13", true },
        { "request-third-party", "2026-09-24", 0, "2026-10-22", true },
        { "policy-publication", "2026-01-02", 0, "2026-01-29", true },
        { "ip-change", "2026-09-01", 0, "2026-10-19", true },
        { "letter-consultation", "2026-09-30", 0, "2026-10-13", true },
        { "letter-consultation", "2026-02-13", 0, "2026-02-27", true },
        { "letter-other", "2026-12-21", 0, "2027-01-11", false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_deadline_falls_on_its_day(string key, string from, int more, string expected, bool isCertain)
    {
        var (calendar, rule, start) = (await ReadAsync(), Rule(key), Moment(from));

        var deadline = calendar.Compute(rule, start, more);

        Assert.Equal((expected, isCertain), (Text(deadline), deadline.IsCertain));
        if (!rule.AsksTime) Assert.Equal(new WorkingDeadline(deadline.Day, isCertain), calendar.Due(rule, DateOnly.FromDateTime(start), more));
    }

    [Fact]
    public async Task What_was_passed_over_and_what_was_counted_makes_the_number_up()
    {
        var calendar = await ReadAsync();
        foreach (var start in Enumerable.Range(0, 330).Select(i => new DateOnly(2026, 1, 1).AddDays(i)))
        {
            var deadline = calendar.Compute(DeadlineRules.RequestAnswer, start.ToDateTime(TimeOnly.MinValue));

            var passed = deadline.Way.Count(w => w.As != CountedAs.MakeUp);
            Assert.Equal(RequestDays, deadline.Day.DayNumber - start.DayNumber - passed);
            Assert.True(calendar.IsWorkingDay(deadline.Day), $"{start}");
        }
    }

    [Fact]
    public async Task The_way_names_days_off_weekends_and_make_up_days()
    {
        var deadline = (await ReadAsync()).Compute(DeadlineRules.LetterConsultation, Moment("2026-09-30"));

        Assert.Equal(
            [.. Enumerable.Range(1, 7).Select(d => new DayOnTheWay(new DateOnly(2026, 10, d), CountedAs.Off)), new(new DateOnly(2026, 10, 10), CountedAs.MakeUp), new(new DateOnly(2026, 10, 11), CountedAs.Weekend)],
            deadline.Way);
        Assert.Equal([2026], deadline.Years);
        Assert.Empty(deadline.MissingYears);
    }

    [Fact]
    public async Task A_moved_last_day_says_from_where_and_a_year_without_arrangement_is_named()
    {
        var calendar = await ReadAsync();

        var moved = calendar.Compute(DeadlineRules.Aggregation, Moment("2026-01-05"));
        Assert.Equal((new DateOnly(2026, 2, 15), new DateOnly(2026, 2, 24), true), (moved.Counted, moved.Day, moved.IsMoved));
        Assert.Equal(9, moved.Way.Count);
        Assert.Equal([2027], calendar.Compute(DeadlineRules.RequestAnswer, Moment("2026-12-25")).MissingYears);
        Assert.Empty(calendar.Compute(DeadlineRules.IpTerm, Moment("2026-12-25")).MissingYears);
    }

    [Theory]
    [InlineData(3, TermUnit.WorkingDays, LastDayRule.Stays, "2026-10-08", "2026-09-28")]
    [InlineData(1, TermUnit.WorkingDays, LastDayRule.Stays, "2026-10-12", "2026-10-10")]
    [InlineData(1, TermUnit.Months, LastDayRule.Moves, "2026-11-03", "2026-09-30")]
    [InlineData(10, TermUnit.Days, LastDayRule.Moves, "2026-03-05", "2026-02-14")]
    [InlineData(10, TermUnit.Days, LastDayRule.NotStated, "2026-03-05", "2026-02-23")]
    public async Task A_term_may_run_backwards_and_moves_to_the_working_day_before(int length, TermUnit unit, LastDayRule lastDay, string from, string expected)
    {
        var rule = DeadlineRules.ExportDeclaration with { Term = new Term(length, unit), LastDay = lastDay };

        Assert.Equal(expected, Text((await ReadAsync()).Compute(rule, Moment(from))));
    }

    [Fact]
    public void Every_rule_has_its_own_key_an_English_name_and_a_dated_source()
    {
        Assert.Equal(DeadlineRules.All.Count, DeadlineRules.All.Select(r => r.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.All(DeadlineRules.All, r => Assert.True(r is { Start.Length: > 0, EnglishStart.Length: > 0, EnglishName.Length: > 0, Basis.Length: > 0, Source.Length: > 0, Term.Length: > 0 }, r.Key));
        Assert.True(DeadlineRules.Exemptions[0].HoldsFor(new DateOnly(2025, 12, 31)) && !DeadlineRules.Exemptions[0].HoldsFor(new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void A_term_that_needs_a_calendar_or_a_month_after_is_not_counted_without()
    {
        Assert.Throws<InvalidOperationException>(() => Term.OfWorkingDays(3).LastDay(new DateOnly(2026, 1, 1)));
        Assert.Throws<InvalidOperationException>(() => Term.OfDayOfNextMonth(15).DayBefore(new DateOnly(2026, 1, 1)));
        Assert.Throws<InvalidOperationException>(() => Term.OfMonthOfNextYear(4).DayBefore(new DateOnly(2026, 1, 1)));
        Assert.Equal("2028-02-29", Term.OfMonthOfNextYear(2).LastDay(new DateOnly(2027, 6, 1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal("2026-02-28", Term.OfDayOfNextMonth(31).LastDay(new DateOnly(2026, 1, 31)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static DeadlineRule Rule(string key) => DeadlineRules.All.Single(r => r.Key == key);

    private static DateTime Moment(string text) => DateTime.ParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None);

    private static string Text(Deadline deadline) =>
        deadline.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (deadline.At is { } at ? at.ToString(" HH:mm", CultureInfo.InvariantCulture) : "");

    private Task<WorkingCalendar> ReadAsync() => portal.InScopeAsync(s => s.GetRequiredService<WorkingCalendarSource>().ReadAsync(TestContext.Current.CancellationToken));
}
