using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Data;

/// <summary>At 2026-12-31 16:30 UTC it is half past midnight of New Year's Day in Huaihua.</summary>
public sealed class ChinaTimeTests
{
    private static readonly DateTimeOffset _afterMidnight = new(2026, 12, 31, 16, 30, 0, TimeSpan.Zero);

    private static readonly DateTime _afterMidnightUtc = _afterMidnight.UtcDateTime;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_year_begins_eight_hours_before_UTC()
    {
        var clock = new TestClock();
        var time = new ChinaTime(clock);

        clock.Set(_afterMidnight);

        Assert.Equal((_afterMidnightUtc, DateTimeKind.Utc), (time.UtcNow, time.UtcNow.Kind));
        Assert.Equal((new DateTime(2027, 1, 1, 0, 30, 0, DateTimeKind.Unspecified), DateTimeKind.Unspecified), (time.Now, time.Now.Kind));
        Assert.Equal(new DateOnly(2027, 1, 1), time.Today);
    }

    [Theory]
    [InlineData("2026-12-31T15:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T16:00:00Z", "2027-01-01")]
    [InlineData("2027-01-01T15:59:59Z", "2027-01-01")]
    [InlineData("2028-02-29T16:00:00Z", "2028-03-01")]
    public void A_moment_belongs_to_the_civil_day_in_Huaihua(string utc, string day)
    {
        var moment = DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
        var expected = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(expected, ChinaTime.DayOf(moment));
        Assert.InRange(moment, ChinaTime.StartOf(expected), ChinaTime.StartOf(expected.AddDays(1)).AddTicks(-1));
        Assert.Equal((moment, DateTimeKind.Utc), (ChinaTime.ToUtc(ChinaTime.FromUtc(moment)), ChinaTime.ToUtc(ChinaTime.FromUtc(moment)).Kind));
    }

    [Fact]
    public async Task A_draft_that_is_opened_after_midnight_carries_the_new_year_and_starts_a_new_series()
    {
        await using var portal = await AtAsync(_afterMidnight.AddHours(-1));
        var before = await OpenAsync(portal);
        portal.Clock.Set(_afterMidnight);
        var after = new[] { await OpenAsync(portal), await OpenAsync(portal) };

        Assert.StartsWith("HH-20261231-", before.ToString(), StringComparison.Ordinal);
        Assert.All(after, n => Assert.StartsWith("HH-20270101-", n.ToString(), StringComparison.Ordinal));
        Assert.Equal(after[0].Sequence + 1, after[1].Sequence);
        Assert.Equal([before.Sequence, after[1].Sequence], await LastOfAsync(portal, "declaration-20261231", "declaration-20270101"));
        var draft = await portal.WithDatabaseAsync(db => db.Declarations.AsNoTracking().SingleAsync(d => d.Number == after[0], Cancellation));
        Assert.Equal((_afterMidnightUtc, DateTimeKind.Utc), (draft.CreatedAt, draft.CreatedAt.Kind));
        Assert.Equal("2027-01-01", draft.Read()[HeaderFields.IeDate]);
        var line = await portal.WithDatabaseAsync(db => db.Journal.AsNoTracking().SingleAsync(l => l.SubjectKey == after[0].ToString(), Cancellation));
        Assert.Equal(_afterMidnightUtc, line.At);
    }

    [Fact]
    public async Task A_page_shows_the_time_on_the_clocks_of_Huaihua()
    {
        await using var portal = await AtAsync(_afterMidnight);
        var number = await OpenAsync(portal);

        var page = await (await portal.VisitAsAsync("luggage")).OpenAsync($"/enterprise/declarations/{number}");

        var shown = page.QuerySelectorAll("main time").Select(t => t.GetAttribute("datetime")).ToList();
        Assert.Contains("2027-01-01T00:30:00+08:00", shown);
        Assert.All(shown, t => Assert.StartsWith("2027-01-01", t, StringComparison.Ordinal));
    }

    private static Task<List<int>> LastOfAsync(Portal portal, params string[] series) => portal.WithDatabaseAsync(db =>
        db.NumberSeries.Where(s => series.Contains(s.Name)).OrderBy(s => s.Name).Select(s => s.Last).ToListAsync(Cancellation));

    /// <summary>A portal of its own, since the clock of the shared one stands.</summary>
    private static async Task<Portal> AtAsync(DateTimeOffset moment)
    {
        var portal = new Portal();
        await portal.InitializeAsync();
        portal.Clock.Set(moment);
        return portal;
    }

    private static Task<DeclarationNumber> OpenAsync(Portal portal) => portal.InScopeAsync(async services =>
    {
        var enterpriseId = await portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.CreditCode == "91431299MA0000015J").Select(e => e.Id).SingleAsync(Cancellation));
        var opened = await services.GetRequiredService<DeclarationService>()
            .OpenAsync(enterpriseId, new NewDeclaration("9610", DocumentKind.List, null, null), Cancellation);
        return opened.Value;
    });
}
