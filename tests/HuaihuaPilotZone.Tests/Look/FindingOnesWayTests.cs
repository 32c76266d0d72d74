using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Tests.Consignments;
using HuaihuaPilotZone.Tests.Corridors.Bookings;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Home;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Look;

/// <summary>Where am I, what waits for me, and how do I get there.</summary>
public sealed class FindingOnesWayTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/timetable", "/corridors")]
    [InlineData("/en/planner", "/en/corridors")]
    [InlineData("/tracking", "/corridors")]
    [InlineData("/rules/MODE-003", "/services")]
    [InlineData("/tools/deadlines", "/services")]
    [InlineData("/rcep", "/policies")]
    [InlineData("/chains", "/enterprises")]
    [InlineData("/enterprises/apply", "/enterprises")]
    [InlineData("/open-data", "/statistics")]
    public async Task A_page_marks_the_entry_of_the_main_menu_that_it_belongs_to(string address, string entry)
    {
        var marked = (await portal.Visit().OpenAsync(address)).QuerySelectorAll("#menu [aria-current]");

        Assert.Equal(entry, Assert.Single(marked).GetAttribute("href"));
    }

    [Fact]
    public async Task The_search_stands_in_the_header_of_every_page_and_knows_a_container_number()
    {
        var visitor = portal.Visit();
        Assert.Equal("/search", (await visitor.OpenAsync("/about")).QuerySelector(".hh-masthead a.btn[href='/search']")!.GetAttribute("href"));

        Assert.Equal("/tracking?numbers=MWCU6059784", Track(await visitor.OpenAsync("/search?q=mwcu%20605978-4")));
        Assert.Equal("/en/tracking?numbers=MWCU6059785", Track(await visitor.OpenAsync("/en/search?q=MWCU6059785")));
        Assert.Null(Track(await visitor.OpenAsync("/search?q=MWCU60597")));
        Assert.Null(Track(await visitor.OpenAsync("/search?q=%E6%B5%B7%E5%A4%96%E4%BB%93")));

        static string? Track(AngleSharp.Dom.IDocument page) => page.QuerySelector("[data-container] a")?.GetAttribute("href");
    }

    [Fact]
    public async Task The_home_page_names_the_next_train_of_a_corridor_and_never_one_that_was_cancelled()
    {
        await using var own = Portal.Own();
        var (now, end) = (own.Clock.GetUtcNow().UtcDateTime, own.Clock.GetUtcNow().UtcDateTime.AddDays(14));
        var next = await own.WithDatabaseAsync(async db => (await db.Departures.Where(d => d.LeavesAt >= now && d.LeavesAt < end && d.Status == DepartureStatus.Planned && d.Service!.CorridorId != null)
            .OrderBy(d => d.LeavesAt).ThenBy(d => d.Id).Select(d => new { d.Number, d.Service!.Corridor!.SortOrder, d.Service.CorridorId }).ToListAsync(Cancellation))
            .DistinctBy(d => d.CorridorId).OrderBy(d => d.SortOrder).ThenBy(d => d.CorridorId).Select(d => d.Number).ToList());
        var shown = (await own.Visit().OpenAsync("/")).QuerySelectorAll("[data-departure]").Select(d => d.GetAttribute("data-departure")!).ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(next, shown);

        await own.ChangeAsync(shown[0], (desk, departure) => desk.CancelAsync(departure.Number, departure.Version, "停运检修", Cancellation));

        var after = (await own.Visit().OpenAsync("/")).QuerySelectorAll("[data-departure]").Select(d => d.GetAttribute("data-departure")!).ToList();
        Assert.DoesNotContain(shown[0], after);
        Assert.Equal(shown.Skip(1), after.Intersect(shown, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_workspace_shows_what_waits_which_policies_fit_and_what_is_under_way()
    {
        await using var own = Portal.Own();
        var number = await own.HasConsignmentAsync();
        var owner = await own.VisitAsAsync("luggage");
        var departure = await own.HasDepartureAsync(capacity: 4);
        var draft = (await owner.SubmitAsync($"{BookingScenes.Home}/new?departure={departure}&from=huaihua&to=vientiane", BookingScenes.Form(), $"{BookingScenes.Home}/new")).LedTo();

        var page = await owner.OpenAsync("/enterprise");

        Assert.NotNull(page.QuerySelector($"[data-consignment='{number}'] a[href='/enterprise/consignments/{number}']"));
        Assert.Equal("待发运", page.QuerySelector($"[data-consignment='{number}'] [data-stage]")!.TextContent);
        Assert.Equal(4, page.QuerySelectorAll($"[data-consignment='{number}'] .hh-legs[aria-label='第 1 步，共 4 步'] i").Length);
        Assert.NotNull(page.QuerySelector($".hh-todo a[href='{draft}']"));
        Assert.NotEmpty(page.QuerySelectorAll("[data-policy] a[href^='/enterprise/policies/']"));
        Assert.Equal("/enterprise/declarations", page.QuerySelector("header form[role=search]")!.GetAttribute("action"));
    }

    [Fact]
    public void A_booking_that_nobody_has_sent_is_to_do_until_its_cut_off_the_soonest_first()
    {
        var now = new DateTime(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc);
        BookingRow Draft(int id, int hours) => new(
            id, $"DC-{id}", BookingState.Draft, 1, "甲公司", "TB-1", "试验班列", DepartureStatus.Planned, now.AddHours(hours + 24), now.AddHours(hours), "怀化", "万象", "箱包", 1, 1000, now, now);

        var items = WorkItem.Of([], [Draft(1, 30), Draft(2, 6), Draft(3, -1)], papers: 2, [], now);

        Assert.Equal(["/enterprise/bookings/DC-2", "/enterprise/bookings/DC-1", "/enterprise/documents?sort=ValidTo&dir=asc"], items.Select(i => i.Href));
        Assert.Equal([true, true, false], items.Select(i => i.IsDeadline));
        Assert.Empty(WorkItem.Of([], [], papers: 0, [], now));
    }

    [Fact]
    public async Task The_overview_of_the_park_counts_what_waits_in_each_room()
    {
        await using var own = Portal.Own();
        var waiting = await own.WithDatabaseAsync(db => db.EntryApplications.CountAsync(a => a.State == ApplicationState.Submitted, Cancellation));

        var page = await (await own.VisitAsAsync("admin")).OpenAsync("/park");

        Assert.Equal(6, page.QuerySelectorAll("[data-waiting]").Length);
        Assert.Equal($"{waiting}", page.QuerySelector("[data-waiting=applications] b")!.TextContent);
        Assert.NotNull(page.QuerySelector(".hh-rooms a[href='/park/operations']"));
    }

    [Theory]
    [InlineData("/park/news?q=x&state=Draft&sort=Title", "/park/news?sort=Title")]
    [InlineData("/park/editorial?view=Approved&q=x", "/park/editorial?view=Approved")]
    [InlineData("/park/news?sort=Title", null)]
    [InlineData("/park/news?q=&state=", null)]
    public async Task One_click_takes_the_filters_of_a_list_away_and_leaves_view_and_order(string address, string? cleared)
    {
        var page = await (await portal.VisitAsAsync("admin")).OpenAsync(address);

        Assert.Equal(cleared, page.QuerySelectorAll(".hh-filters a").SingleOrDefault(a => a.TextContent == "清除条件")?.GetAttribute("href"));
    }
}
