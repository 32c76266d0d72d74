using HuaihuaPilotZone.Tests.Consignments;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static HuaihuaPilotZone.Tests.Consignments.ConsignmentScenes;

namespace HuaihuaPilotZone.Tests.Tracking;

/// <summary>What was reported, at the desks: the owner sees that of its own consignments, the park all of it.</summary>
public sealed class LookingAtEventsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_sees_what_was_reported_of_its_own_goods_and_the_park_sees_all()
    {
        var own = await portal.HasConsignmentAsync();
        var foreign = await portal.HasConsignmentAsync(owner: "91431299MA0000023D");
        var (mine, theirs) = (NewEventId(), NewEventId());
        await (await portal.ProviderAsync()).ReportAsync(Transport(own, "DEPA", "怀化", Now.AddMinutes(-7), id: mine), Transport(foreign, "DEPA", "怀化", Now.AddMinutes(-7), id: theirs));

        var owner = await portal.VisitAsAsync("luggage");
        var park = await portal.VisitAsAsync("auditor");

        Assert.NotNull((await owner.OpenAsync($"/enterprise/events?q={mine}")).QuerySelector($"[data-event='{mine}'] a[href='/enterprise/consignments/{own}']"));
        Assert.Null((await owner.OpenAsync($"/enterprise/events?q={theirs}")).QuerySelector("[data-event]"));
        Assert.DoesNotContain(theirs, await (await owner.GetAsync("/enterprise/events/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        foreach (var (id, number) in new[] { (mine, own), (theirs, foreign) })
            Assert.NotNull((await park.OpenAsync($"/park/events?q={id}")).QuerySelector($"[data-event='{id}'] a[href='/park/consignments/{number}']"));
    }

    [Fact]
    public async Task Events_are_narrowed_ordered_and_taken_along_as_they_are_shown()
    {
        var number = await portal.HasConsignmentAsync();
        var (late, early, estimate, correction) = (NewEventId(), NewEventId(), NewEventId(), NewEventId());
        await (await portal.ProviderAsync()).ReportAsync(
            Transport(number, "DEPA", "怀化", Now.AddMinutes(-7), id: late), Transport(number, "ARRI", "凭祥", Now.AddDays(3), "EST", estimate), Transport(number, "DEPA", "怀化", Now.AddMinutes(-9), id: correction, replaces: late),
            Transport(number, "ARRI", "怀化", Now.AddDays(-3), id: early));
        var visitor = await portal.VisitAsAsync("luggage");
        async Task<IEnumerable<string?>> ShownAsync(string query) => (await visitor.OpenAsync($"/enterprise/events?q={number}{query}")).QuerySelectorAll("[data-event]").Select(r => r.GetAttribute("data-event"));

        Assert.Equal([early, correction, estimate, late], await ShownAsync(""));
        Assert.Equal([early, correction, late, estimate], await ShownAsync("&sort=Occurs&dir=asc"));
        Assert.Equal([estimate], await ShownAsync("&classifier=Estimated&kind=Transport&source=Interface"));
        Assert.Empty(await ShownAsync("&source=File"));
        Assert.Equal([early], await ShownAsync("&from=2026-11-19&to=2026-11-19"));
        Assert.Equal(4, (await ShownAsync("&from=0001-01-01&to=9999-12-31&kind=junk&sort=junk&page=0")).Count());
        var page = await visitor.OpenAsync($"/enterprise/events?q={number}");
        Assert.Contains("已更正", page.QuerySelector($"[data-event='{late}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"更正 {late}", page.QuerySelector($"[data-event='{correction}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的事件", (await visitor.OpenAsync($"/enterprise/events?q={number}&source=File")).Content(), StringComparison.Ordinal);
        var file = (await (await visitor.GetAsync($"/enterprise/events/export.csv?q={number}&sort=Occurs&dir=asc&classifier=Actual")).Content.ReadAsStringAsync(Cancellation)).Trim().Split('\n');
        Assert.Equal([early, correction, late], file.Skip(1).Select(l => l.Split(',')[1]));
        foreach (var address in new[] { "/enterprise/events/export.xlsx", "/enterprise/carriage/export.xlsx", "/enterprise/alerts/export.xlsx", "/enterprise/sensors/export.xlsx" })
            Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (await visitor.GetAsync(address)).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Whoever_has_nothing_yet_is_told_where_events_and_devices_come_from()
    {
        await using var own = Portal.Own();
        await own.WithDatabaseAsync(async db => await db.SensorReadings.ExecuteDeleteAsync(Cancellation) + await db.Sensors.ExecuteDeleteAsync(Cancellation) + await db.TrackingEvents.ExecuteDeleteAsync(Cancellation));

        foreach (var (person, desk, events, sensors) in new[] { ("luggage", "enterprise", "货运单上填写的物流服务商报告后", "在货运单上登记随货的传感器"), ("auditor", "park", "承运方用接口或文件报告后", "承运方报告第一个读数后") })
        {
            var visitor = await own.VisitAsAsync(person);
            Assert.Contains(events, (await visitor.OpenAsync($"/{desk}/events")).Content(), StringComparison.Ordinal);
            Assert.Contains(sensors, (await visitor.OpenAsync($"/{desk}/sensors")).Content(), StringComparison.Ordinal);
        }
    }
}
