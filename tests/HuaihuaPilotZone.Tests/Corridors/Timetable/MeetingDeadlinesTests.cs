using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tests.Corridors.Bookings;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Timetable;

/// <summary>What a departure asks of its parties before it leaves, with the text that it rests on.</summary>
public sealed class MeetingDeadlinesTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_departure_over_the_border_tells_the_last_hour_of_the_declaration_with_its_source_and_the_cut_off()
    {
        // 2026-12-02, 10:00 in Huaihua, cut-off a day before
        var departure = await portal.HasDepartureAsync(capacity: 5);
        var (firm, admin) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("admin"));
        var booking = await firm.BookAsync(departure, BookingScenes.Form());

        foreach (var (visitor, address) in new[] { (portal.Visit(), $"/timetable/{departure}"), (admin, $"/park/timetable/departures/{departure}"), (firm, booking), (admin, booking.Replace("/enterprise/", "/park/", StringComparison.Ordinal)) })
        {
            var shown = (await visitor.OpenAsync(address)).QuerySelector("[data-deadlines]")!;
            var declaration = shown.QuerySelector($"[data-deadline='{DeadlineRules.ExportDeclaration.Key}']")!;
            foreach (var text in new[] { "2026-12-01 10:00", "海关法（2021）第二十四条", DeadlineRules.ExportDeclaration.Source, "2025-04-19", "装货早于开车" }) Assert.Contains(text, declaration.TextContent, StringComparison.Ordinal);
            Assert.Contains("2026-12-01 周二 10:00", shown.TextContent, StringComparison.Ordinal);
            var calculator = await portal.Visit().OpenAsync(declaration.QuerySelector("a")!.GetAttribute("href")!);
            Assert.Contains("10:00", calculator.QuerySelector("[data-deadline='2026-12-01']")!.TextContent, StringComparison.Ordinal);
        }

        var english = (await portal.Visit().OpenAsync($"/en/timetable/{departure}")).QuerySelector("[data-deadlines]")!;
        Assert.Contains("Declare exported goods", english.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/en/tools/deadlines?", english.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_within_China_promises_no_term_and_one_into_China_counts_from_its_planned_entry()
    {
        var firm = await portal.VisitAsAsync("luggage");
        var inland = await portal.HasDepartureAsync(capacity: 5);
        var page = (await firm.SubmitAsync($"{BookingScenes.Home}/new?departure={inland}&from=huaihua&to=kunming", BookingScenes.Form(), $"{BookingScenes.Home}/new", button: "Send=true")).LedTo();
        Assert.Contains("不出入境", (await firm.OpenAsync(page)).QuerySelector("[data-deadlines]")!.TextContent, StringComparison.Ordinal);

        var back = await portal.WithDatabaseAsync(db => db.Departures.Where(d => d.Service!.Code == "LZ01" && d.LeavesAt > portal.Clock.GetUtcNow().UtcDateTime.AddDays(3)).OrderBy(d => d.LeavesAt).Select(d => d.Number).FirstAsync(Cancellation));
        var shown = (await portal.Visit().OpenAsync($"/timetable/{back}")).QuerySelector($"[data-deadline='{DeadlineRules.ImportDeclaration.Key}']")!;
        Assert.Contains("运输工具申报进境之日", shown.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_for_quotes_proposes_three_working_days_by_the_calendar()
    {
        await using var own = Portal.Own();
        var firm = await own.VisitAsAsync("luggage");
        // Sunday 2026-11-22: Monday, Tuesday, Wednesday
        Assert.Equal("2026-11-25", (await firm.OpenAsync("/enterprise/rfqs/new")).Value("AnswerBy"));
        // the days off of the National Day are passed over
        own.Clock.Set(new DateTimeOffset(2026, 9, 30, 10, 0, 0, TimeSpan.FromHours(8)));
        Assert.Equal("2026-10-10", (await (await own.VisitAsAsync("luggage")).OpenAsync("/enterprise/rfqs/new")).Value("AnswerBy"));
    }

    [Theory]
    [InlineData(24, 0, false)]
    [InlineData(24, -1, true)]
    public async Task The_pre_check_speaks_when_less_than_a_day_is_left_before_the_booked_departure(int hours, int minutes, bool isLate)
    {
        await using var own = Portal.Own();
        var firm = await own.VisitAsAsync("luggage");
        var departure = await own.HasDepartureAsync(capacity: 5);
        var later = await own.HasDepartureAsync(capacity: 5, inDays: 12);
        var declaration = await own.WithDatabaseAsync(db => db.Declarations.Where(d => d.Enterprise!.CreditCode == "91431299MA0000015J" && d.State == DeclarationState.Draft).OrderBy(d => d.Id).FirstAsync(Cancellation));
        var booking = await firm.BookAsync(departure, BookingScenes.Form(others: ("Declaration", declaration.Number.ToString())));
        var leaves = (await own.BookingAsync(booking)).Departure!.LeavesAt;

        own.Clock.Set(new DateTimeOffset(leaves).AddHours(-hours).AddMinutes(-minutes));
        var findings = await FindingsAsync(own, declaration.Id);

        Assert.Equal(isLate, findings.Any(f => f.Contains(departure, StringComparison.Ordinal)));
        if (!isLate) return;
        Assert.Contains(findings, f => f.Contains($"可改订 {later}", StringComparison.Ordinal) || f.Contains("可改订 ZL", StringComparison.Ordinal));
        // a booking that was given up says nothing any more
        await own.WithDatabaseAsync(db => db.Bookings.Where(b => b.DeclarationId == declaration.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BookingState.Cancelled), Cancellation));
        Assert.DoesNotContain(await FindingsAsync(own, declaration.Id), f => f.Contains(departure, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_deadlines_of_a_section_that_is_not_served_any_more_are_not_told()
    {
        var number = await portal.HasDepartureAsync(capacity: 5);
        var departure = await portal.InScopeAsync(s => s.GetRequiredService<DepartureDesk>().FindAsync(number, Cancellation));
        var nodes = await portal.WithDatabaseAsync(db => db.Nodes.ToDictionaryAsync(n => n.Slug, n => n.Id, Cancellation));

        Task<TripDeadlines?> Of(string? from, string? to) =>
            portal.InScopeAsync(s => s.GetRequiredService<DepartureDeadlines>().OfAsync(departure!, from is null ? null : nodes[from], to is null ? null : nodes[to], Cancellation));

        Assert.Null(await Of("hanoi", null));
        Assert.Null(await Of("vientiane", "huaihua"));
        Assert.Equal(("kunming", "vientiane"), await Of("kunming", null) is { } trip ? (trip.From.Slug, trip.To.Slug) : default);
    }

    private static Task<List<string>> FindingsAsync(Portal portal, int declaration) => portal.InScopeAsync(async s =>
    {
        var row = await s.GetRequiredService<HuaihuaPilotZone.Data.PortalDbContext>().Declarations.AsNoTracking().SingleAsync(d => d.Id == declaration, Cancellation);
        var check = await s.GetRequiredService<DeclarationCheck>().RunAsync(row, row.Read(), Cancellation);
        return check.Result.Findings.Where(f => f.RuleId == "LOADING-001").Select(f => f.Reason).ToList();
    });
}
