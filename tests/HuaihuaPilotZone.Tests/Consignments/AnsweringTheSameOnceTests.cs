using HuaihuaPilotZone.Consignments.Replanning;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Tracking;
using Microsoft.EntityFrameworkCore;
using static HuaihuaPilotZone.Tests.Consignments.ConsignmentScenes;
using static HuaihuaPilotZone.Tests.Consignments.ReplanScenes;

namespace HuaihuaPilotZone.Tests.Consignments;

/// <summary>What could not be computed is no "there is no other way", and the same answer to the same question is read once.</summary>
public sealed class AnsweringTheSameOnceTests
{
    private static readonly DateTime _closedFrom = new(2026, 11, 24);
    private static readonly DateTime _closedUntil = new(2026, 11, 29);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_planner_does_not_take_is_told_apart_and_tried_again_quietly_until_it_can_be_answered()
    {
        await using var portal = Portal.Own();
        var number = await portal.HasConsignmentAsync(ToVientiane() with { TemperatureLow = -80m, TemperatureHigh = -70m });
        await CloseAsync(portal, "mohan", _closedFrom, _closedUntil);
        await LookAsync(portal);
        await LookAsync(portal);

        var first = Assert.Single(await ReplansAsync(portal, number));
        Assert.Equal(ReplanState.Unplanned, first.State);
        Assert.EndsWith("未能计算：约定的温度超出路线比选的范围。", first.Text, StringComparison.Ordinal);
        var page = await (await portal.VisitAsAsync("luggage")).OpenAsync($"/enterprise/consignments/{number}");
        var told = page.QuerySelector("[data-replan-state=Unplanned]")!.TextContent;
        Assert.Contains("不等于没有其他路线", told, StringComparison.Ordinal);
        Assert.DoesNotContain("没有可替代的路线", told, StringComparison.Ordinal);
        Assert.Equal(1, await NoticesAsync(portal, number));

        portal.Clock.Set(new DateTimeOffset(Now + Replan.TriedAgainAfter));
        await LookAsync(portal);
        var second = Assert.Single(await ReplansAsync(portal, number));
        Assert.Equal((ReplanState.Unplanned, Now + Replan.TriedAgainAfter), (second.State, second.CreatedAt));
        Assert.Equal(1, await NoticesAsync(portal, number));

        // its owner has corrected the range
        await portal.WithDatabaseAsync(db => db.Consignments.Where(c => c.Number == number).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.TemperatureLow, (int?)null).SetProperty(c => c.TemperatureHigh, (int?)null), Cancellation));
        portal.Clock.Set(new DateTimeOffset(Now + (2 * Replan.TriedAgainAfter)));
        await LookAsync(portal);
        Assert.Equal(ReplanState.Open, Assert.Single(await ReplansAsync(portal, number)).State);
        Assert.Equal(2, await NoticesAsync(portal, number));
    }

    [Fact]
    public async Task A_search_that_was_given_up_and_a_place_outside_the_network_say_so()
    {
        await using var portal = Portal.Own(("Planner:MostLabels", "3"));
        var searched = await portal.HasConsignmentAsync(ToVientiane());
        var data = ToVientiane();
        var outside = await portal.HasConsignmentAsync(data with { Stops = [.. data.Stops.SkipLast(1), data.Stops[^1] with { Place = "自建仓" }] });
        await CloseAsync(portal, "mohan", _closedFrom, _closedUntil);

        await LookAsync(portal);

        var (given, unknown) = (Assert.Single(await ReplansAsync(portal, searched)), Assert.Single(await ReplansAsync(portal, outside)));
        Assert.Equal((ReplanState.Unplanned, ReplanState.Unplanned), (given.State, unknown.State));
        Assert.Contains("要比较的走法太多，没有算完", given.Text, StringComparison.Ordinal);
        Assert.Contains("自建仓不是路网里的节点", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goods_on_their_last_section_have_no_other_way_and_the_page_says_why()
    {
        await using var portal = Portal.Own();
        var number = await portal.HasConsignmentAsync(ToVientiane());
        // the watch has looked: it does not take back what is written next
        await portal.WatchAsync();
        await portal.WithDatabaseAsync(db => db.ConsignmentStops.Where(s => s.Consignment!.Number == number && s.Sequence < 4).ExecuteUpdateAsync(set => set.SetProperty(s => s.DepartureActual, Now), Cancellation));
        await AlertAsync(portal, number, "万象:A");

        await LookAsync(portal);

        var replan = Assert.Single(await ReplansAsync(portal, number));
        Assert.Equal((ReplanCause.Delay, ReplanState.NoRoute), (replan.Cause, replan.State));
        Assert.Contains("货物已在去万象的最后一段", replan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alerts_of_one_delay_that_find_no_other_way_are_answered_once_and_a_closure_beside_them_on_its_own()
    {
        await using var portal = Portal.Own();
        var number = await portal.HasConsignmentAsync(ToVientiane());
        await CloseAsync(portal, "mohan", _closedFrom, null);
        await LookAsync(portal);
        foreach (var subject in new[] { "昆明:A", "昆明", "磨憨:A" })
        {
            await AlertAsync(portal, number, subject);
            await LookAsync(portal);
        }
        await LookAsync(portal);

        // each alert was looked at, so that none is looked at again
        var replans = await ReplansAsync(portal, number);
        Assert.Equal([ReplanCause.Closure, ReplanCause.Delay, ReplanCause.Delay, ReplanCause.Delay], replans.Select(r => r.Cause));
        Assert.All(replans, r => Assert.Equal(ReplanState.NoRoute, r.State));
        var shown = (await (await portal.VisitAsAsync("luggage")).OpenAsync($"/enterprise/consignments/{number}")).QuerySelectorAll("[data-replan]");
        Assert.Equal(["Delay", "Closure"], shown.Select(s => s.GetAttribute("data-replan")));
        Assert.Contains("磨憨:A", shown[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await NoticesAsync(portal, number));
    }

    [Fact]
    public async Task What_was_decided_stays_beside_the_same_proposal_that_comes_later()
    {
        await using var portal = Portal.Own();
        var number = await portal.HasConsignmentAsync(ToVientiane());
        await AlertAsync(portal, number, "昆明:A");
        await LookAsync(portal);
        var (owner, page) = (await portal.VisitAsAsync("luggage"), $"/enterprise/consignments/{number}");
        var first = await ReplanAsync(portal, number);
        Assert.Equal(ReplanState.Open, first.State);
        Assert.Equal(page, (await owner.SubmitAsync(page, new() { ["Choice"] = "Decline" }, $"{page}/replans/{first.Id}")).LedTo());
        foreach (var subject in new[] { "昆明", "磨憨:A" })
        {
            await AlertAsync(portal, number, subject);
            await LookAsync(portal);
        }

        Assert.Equal([ReplanState.Declined, ReplanState.Outdated, ReplanState.Open], (await ReplansAsync(portal, number)).Select(r => r.State));
        Assert.Equal(["Open", "Declined"], (await owner.OpenAsync(page)).QuerySelectorAll("[data-replan]").Select(s => s.GetAttribute("data-replan-state")));
        // told of the first, and of the second because the first was decided on
        Assert.Equal(2, await NoticesAsync(portal, number));
    }

    [Fact]
    public async Task Goods_with_one_limit_are_planned_as_goods_that_are_kept_at_it()
    {
        await using var portal = Portal.Own();
        var both = await portal.HasConsignmentAsync(ToVientiane() with { TemperatureLow = -45m, TemperatureHigh = -45m });
        var one = await portal.HasConsignmentAsync(ToVientiane() with { TemperatureHigh = -45m });
        await CloseAsync(portal, "mohan", _closedFrom, _closedUntil);

        await LookAsync(portal);

        // nothing in the network keeps goods that cold
        Assert.Equal((ReplanState.NoRoute, ReplanState.NoRoute), ((await ReplanAsync(portal, both)).State, (await ReplanAsync(portal, one)).State));
    }

    private static Task<int> AlertAsync(Portal portal, string number, string subject) => portal.WithDatabaseAsync(async db =>
    {
        db.TransportAlerts.Add(new TransportAlert
        {
            ConsignmentId = await db.Consignments.Where(c => c.Number == number).Select(c => c.Id).SingleAsync(Cancellation),
            Rule = AlertRule.Late,
            Subject = subject,
            Text = $"{subject} 比计划晚。",
            RaisedAt = Now,
        });
        return await db.SaveChangesAsync(Cancellation);
    });

    /// <summary>All answers, the oldest first.</summary>
    private static Task<List<Replan>> ReplansAsync(Portal portal, string number) =>
        portal.WithDatabaseAsync(db => db.Replans.AsNoTracking().Where(r => r.Consignment!.Number == number).OrderBy(r => r.Id).ToListAsync(Cancellation));

    /// <summary>How often the person who wrote the consignment was told of another way.</summary>
    private static Task<int> NoticesAsync(Portal portal, string number) =>
        portal.WithDatabaseAsync(db => db.Notices.CountAsync(n => n.Kind == MessageKind.ConsignmentAlert && n.Title == number + " 改线建议" && n.User!.UserName == "luggage", Cancellation));
}
