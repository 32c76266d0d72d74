using HuaihuaPilotZone.Web.TagHelpers;

namespace HuaihuaPilotZone.Tests.Look;

public sealed class ReadingDatesTests
{
    private static readonly DateOnly _today = new(2026, 3, 18);

    [Theory]
    [InlineData("2026-03-18T10:42:00", "10:42")]
    [InlineData("2026-03-18T00:00:00", "00:00")]
    [InlineData("2026-03-17T16:20:00", "昨天 16:20")]
    [InlineData("2026-03-16T23:59:00", "03-16")]
    [InlineData("2025-12-31T08:00:00", "2025-12-31")]
    public void A_moment_is_as_short_as_today_allows(string moment, string expected) =>
        Assert.Equal(expected, ChineseDates.Short(DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), _today));

    [Fact]
    public void Yesterday_reaches_back_over_new_year() =>
        Assert.Equal("昨天 22:05", ChineseDates.Short(new DateTime(2025, 12, 31, 22, 5, 0), new DateOnly(2026, 1, 1)));

    [Theory]
    [InlineData(18, "03-18 周三 20:00")]
    [InlineData(22, "03-22 周日 20:00")]
    [InlineData(23, "03-23 周一 20:00")]
    public void A_trip_names_its_weekday(int day, string expected) => Assert.Equal(expected, ChineseDates.Trip(new DateTime(2026, 3, day, 20, 0, 0)));

    [Fact]
    public void A_day_is_written_for_lists_and_for_prose()
    {
        Assert.Equal("2026-03-02", ChineseDates.List(new DateOnly(2026, 3, 2)));
        Assert.Equal("2026 年 3 月 2 日", ChineseDates.Prose(new DateOnly(2026, 3, 2)));
    }
}
