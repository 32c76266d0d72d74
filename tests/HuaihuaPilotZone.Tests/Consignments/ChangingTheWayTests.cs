using System.Net;
using HuaihuaPilotZone.Consignments.Replanning;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Tests.Corridors.Bookings;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HuaihuaPilotZone.Tests.Consignments.ConsignmentScenes;
using static HuaihuaPilotZone.Tests.Consignments.ReplanScenes;

namespace HuaihuaPilotZone.Tests.Consignments;

/// <summary>A closed, cancelled or late way is planned anew; the owner sees the difference and decides.</summary>
public sealed class ChangingTheWayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_closed_border_post_gives_each_consignment_that_would_pass_it_another_way_with_the_difference_once()
    {
        await using var portal = Portal.Own();
        var number = await portal.HasConsignmentAsync(ToVientiane());
        var elsewhere = await portal.HasConsignmentAsync();
        var later = await portal.HasConsignmentAsync(ToVientiane(daysLater: 20));
        await CloseAsync(portal, "mohan", new DateTime(2026, 11, 24), new DateTime(2026, 11, 29));

        await LookAsync(portal);
        await LookAsync(portal);

        Assert.Equal([number], await portal.WithDatabaseAsync(db => db.Replans.Where(r => r.Cause == ReplanCause.Closure).Select(r => r.Consignment!.Number).ToListAsync(Cancellation)));
        var replan = await ReplanAsync(portal, number);
        Assert.Equal(ReplanState.Open, replan.State);
        // Wednesday's train cannot pass; Friday's, which a cheaper train meets in Kunming, comes to the border on Sunday afternoon and is in Vientiane at 07:00 on Monday
        Assert.Equal(new DateTime(2026, 11, 30, 0, 0, 0, DateTimeKind.Utc), replan.NewArrivesAt);
        Assert.Equal(new DateTime(2026, 11, 28, 0, 0, 0, DateTimeKind.Utc), replan.OldArrivesAt);
        Assert.False(replan.IsWeightKnown);
        // 1,063 km and 1,035 km × 11.3 g × 1 t, each rounded
        Assert.Equal(23_708, replan.NewGrams);
        Assert.NotNull(replan.OldCents);

        var owner = await portal.VisitAsAsync("luggage");
        var page = await owner.OpenAsync($"/enterprise/consignments/{number}");
        var difference = page.QuerySelector("[data-replan=Closure] [data-difference]")!.TextContent;
        Assert.Contains("晚 48 小时", difference, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-replan] a[href^='/enterprise/bookings/new?departure=ZL01-20261127']"));
        Assert.Null((await owner.OpenAsync($"/enterprise/consignments/{elsewhere}")).QuerySelector("[data-replan]"));
        Assert.Null((await owner.OpenAsync($"/enterprise/consignments/{later}")).QuerySelector("[data-replan]"));
        Assert.Contains("改线建议", (await owner.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        var staff = await (await portal.VisitAsAsync("admin")).OpenAsync($"/park/consignments/{number}");
        Assert.NotNull(staff.QuerySelector("[data-replan=Closure]"));
        Assert.Null(staff.QuerySelector("[data-replan] form"));
    }

    [Fact]
    public async Task Whoever_accepts_gets_the_new_places_and_times_and_what_was_reported_stays()
    {
        await using var portal = Portal.Own();
        var number = await portal.HasConsignmentAsync(ToVientiane());
        await portal.WithDatabaseAsync(db => db.ConsignmentStops.Where(s => s.Consignment!.Number == number && s.Place == "怀化").ExecuteUpdateAsync(set => set.SetProperty(s => s.ArrivalActual, Now), Cancellation));
        await CloseAsync(portal, "mohan", new DateTime(2026, 11, 24), new DateTime(2026, 11, 29));
        await LookAsync(portal);
        var (replan, owner, page) = (await ReplanAsync(portal, number), await portal.VisitAsAsync("luggage"), $"/enterprise/consignments/{number}");

        var answer = await owner.SubmitAsync(page, new() { ["Choice"] = "Accept" }, $"{page}/replans/{replan.Id}");

        Assert.Equal(page, answer.LedTo());
        var stops = await portal.WithDatabaseAsync(db => db.ConsignmentStops.AsNoTracking().Where(s => s.Consignment!.Number == number).OrderBy(s => s.Sequence).ToListAsync(Cancellation));
        Assert.Equal(["怀化", "昆明", "万象"], stops.Select(s => s.Place));
        Assert.Equal(Now, stops[0].ArrivalActual);
        Assert.Equal(replan.Rides.MinBy(r => r.Position)!.LeavesAt, stops[0].DeparturePlanned);
        Assert.Equal(replan.Rides.MaxBy(r => r.Position)!.LeavesAt, stops[1].DeparturePlanned);
        Assert.Equal(replan.NewArrivesAt, stops[2].ArrivalPlanned);
        Assert.Equal(ReplanState.Accepted, (await ReplanAsync(portal, number)).State);
        // a decision is made once
        await (await owner.ForgeAsync(page, $"{page}/replans/{replan.Id}", new() { ["Choice"] = "Decline" })).RefusedWithAsync("已经处理或失效");
        await (await owner.ForgeAsync(page, $"{page}/replans/{replan.Id}", [])).RefusedWithAsync("请选择采用新路线或保持原计划");
    }

    [Fact]
    public async Task Goods_that_have_arrived_are_offered_no_other_way_however_late_they_were()
    {
        await using var portal = Portal.Own();
        var (arrived, under) = (await portal.HasConsignmentAsync(ToVientiane()), await portal.HasConsignmentAsync(ToVientiane()));
        var late = new DateTime(2026, 11, 28, 5, 0, 0, DateTimeKind.Utc);
        portal.Clock.Set(new DateTimeOffset(late.AddHours(1)));
        await (await portal.ProviderAsync()).ReportAsync(Transport(arrived, "ARRI", "万象", late));
        await portal.WatchAsync();
        await CloseAsync(portal, "vientiane", late.AddDays(-2), late.AddDays(2));

        await LookAsync(portal);

        Assert.NotEmpty(await portal.AlertsAsync(arrived));
        var planned = await portal.WithDatabaseAsync(db => db.Replans.Select(r => r.Consignment!.Number).Distinct().ToListAsync(Cancellation));
        Assert.Contains(under, planned);
        Assert.DoesNotContain(arrived, planned);
    }

    [Fact]
    public async Task Whoever_declines_keeps_the_way_as_it_was_planned_and_nobody_else_decides()
    {
        await using var portal = Portal.Own();
        var number = await portal.HasConsignmentAsync(ToVientiane());
        await CloseAsync(portal, "mohan", new DateTime(2026, 11, 24), null);
        await LookAsync(portal);
        var replan = await ReplanAsync(portal, number);
        // closed without an end: there is no way to Vientiane any more
        Assert.True(replan.State == ReplanState.NoRoute, string.Join("; ", replan.Rides.OrderBy(r => r.Position).Select(r => $"{r.Departure} {r.Name} {r.FromId}-{r.ToId} {r.LeavesAt:s} {r.ArrivesAt:s}")));
        await CloseAsync(portal, "kunming", new DateTime(2026, 11, 25), new DateTime(2026, 11, 27), kind: NoticeKind.Hint);
        await LookAsync(portal);
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Replans.CountAsync(r => r.Cause == ReplanCause.Closure, Cancellation)));

        var other = await portal.HasConsignmentAsync(ToVientiane());
        await ReopenAsync(portal);
        await CloseAsync(portal, "mohan", new DateTime(2026, 11, 24), new DateTime(2026, 11, 29));
        await LookAsync(portal);
        var open = await ReplanAsync(portal, other);
        var stranger = await portal.VisitAsAsync("tea");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.ForgeAsync("/enterprise/consignments", $"/enterprise/consignments/{other}/replans/{open.Id}", new() { ["Choice"] = "Accept" })).StatusCode);
        Assert.Equal(ReplanState.Open, (await ReplanAsync(portal, other)).State);
        var owner = await portal.VisitAsAsync("luggage");
        Assert.Equal($"/enterprise/consignments/{other}", (await owner.SubmitAsync($"/enterprise/consignments/{other}", new() { ["Choice"] = "Decline" }, $"/enterprise/consignments/{other}/replans/{open.Id}")).LedTo());
        Assert.Equal(4, await portal.WithDatabaseAsync(db => db.ConsignmentStops.CountAsync(s => s.Consignment!.Number == other, Cancellation)));
        Assert.Contains("保持原计划", (await owner.OpenAsync($"/enterprise/consignments/{other}")).QuerySelector("[data-replan-state=Declined]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_departure_gives_the_consignments_booked_on_it_another_way_with_the_weight_of_the_booking()
    {
        await using var portal = Portal.Own();
        var owner = await portal.VisitAsAsync("luggage");
        var booking = BookingScenes.NumberOf(await owner.BookAsync("ZL01-20261125", BookingScenes.Form(containers: 2)));
        var number = await portal.HasConsignmentAsync(ToVientiane() with { BookingNo = booking });
        var departure = await portal.InScopeAsync(s => s.GetRequiredService<DepartureDesk>().FindAsync("ZL01-20261125", Cancellation));
        Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<DepartureDesk>().CancelAsync("ZL01-20261125", departure!.Version, "演示停开", Cancellation))).IsDone);

        await LookAsync(portal);

        var replan = await ReplanAsync(portal, number);
        Assert.Equal(ReplanCause.Cancellation, replan.Cause);
        Assert.True(replan.IsWeightKnown);
        Assert.Equal((12_000, 2), (replan.Kilograms, replan.Containers));
        Assert.Contains("演示停开", replan.Text, StringComparison.Ordinal);
        // two containers at 2,300 yuan to Kunming and 2,100 + 1,500 yuan from there
        Assert.Equal(1_180_000, replan.NewCents);
    }

    [Fact]
    public async Task A_corridor_that_is_suspended_on_the_day_of_a_booked_departure_gives_its_consignments_another_way()
    {
        await using var portal = Portal.Own();
        var owner = await portal.VisitAsAsync("luggage");
        var booking = BookingScenes.NumberOf(await owner.BookAsync("ZL01-20261125", BookingScenes.Form(containers: 2)));
        var number = await portal.HasConsignmentAsync(ToVientiane() with { BookingNo = booking });
        async Task StandAsync(CorridorStatus status, DateOnly from)
        {
            var corridor = await portal.WithDatabaseAsync(db => db.Corridors.AsNoTracking().SingleAsync(c => c.Slug == "china-laos", Cancellation));
            var seen = await portal.InScopeAsync(s => s.GetRequiredService<CorridorKeeping>().ForeseeAsync(corridor.Id, status, from, Cancellation));
            Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<CorridorKeeping>().StandAsync(corridor.Id, corridor.Version, new StandingData(status, "演示公告", from, seen), Cancellation))).IsDone);
        }
        await StandAsync(CorridorStatus.Suspended, new DateOnly(2026, 11, 25));
        await StandAsync(CorridorStatus.Regular, new DateOnly(2026, 11, 27));

        await LookAsync(portal);

        var replan = await ReplanAsync(portal, number);
        Assert.Equal(ReplanCause.Cancellation, replan.Cause);
        Assert.Contains("当天中老通道停运", replan.Text, StringComparison.Ordinal);
        Assert.NotEmpty(replan.Rides);
    }

    [Fact]
    public async Task A_missed_connection_is_planned_anew_from_the_place_the_goods_come_to_and_an_older_proposal_gives_way()
    {
        await using var portal = Portal.Own();
        var number = await portal.HasConsignmentAsync(ToVientiane());
        await CloseAsync(portal, "mohan", new DateTime(2026, 11, 24), new DateTime(2026, 11, 29));
        await LookAsync(portal);
        var late = new DateTime(2026, 11, 28, 12, 0, 0, DateTimeKind.Utc);
        await portal.WithDatabaseAsync(async db =>
        {
            var consignment = await db.Consignments.Include(c => c.Stops).SingleAsync(c => c.Number == number, Cancellation);
            consignment.Stops.Single(s => s.Place == "怀化").DepartureActual = Now.AddHours(3);
            consignment.Stops.Single(s => s.Place == "昆明").ArrivalEstimated = late;
            db.TransportAlerts.Add(new TransportAlert
            {
                ConsignmentId = consignment.Id,
                Rule = AlertRule.MissedConnection,
                Subject = "昆明",
                Text = "昆明：赶不上衔接。",
                RaisedAt = Now,
            });
            return await db.SaveChangesAsync(Cancellation);
        });

        await LookAsync(portal);

        var replans = await portal.WithDatabaseAsync(db => db.Replans.AsNoTracking().Include(r => r.Rides).ThenInclude(r => r.From).Where(r => r.Consignment!.Number == number).OrderBy(r => r.Id).ToListAsync(Cancellation));
        Assert.Equal([ReplanState.Outdated, ReplanState.Open], replans.Select(r => r.State));
        Assert.Equal(ReplanCause.Delay, replans[1].Cause);
        Assert.Equal(2, replans[1].FromSequence);
        Assert.Equal("kunming", replans[1].Rides.MinBy(r => r.Position)!.From!.Slug);
        Assert.True(replans[1].Rides.Min(r => r.LeavesAt) > late);
    }
}
