using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Consignments;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HuaihuaPilotZone.Tests.Consignments.ConsignmentScenes;

namespace HuaihuaPilotZone.Tests.Tracking;

/// <summary>Rules raise one alert for one matter; owner and park are told, take it on and close it.</summary>
public sealed class RaisingAlertsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readings_out_of_range_raise_one_alert_and_those_after_it_was_closed_raise_another()
    {
        var number = await portal.HasConsignmentAsync(Goods() with { TemperatureLow = 2m, TemperatureHigh = 8m });
        var carrier = await portal.ProviderAsync();
        await carrier.ReadAsync([.. Enumerable.Range(0, 30).Select(i => Reading(number, Now.AddMinutes(-i - 1), 9.5m))]);
        await portal.WatchAsync();
        await carrier.ReadAsync(Reading(number, Now.AddSeconds(-30), 10m));
        await portal.WatchAsync();

        var alert = Assert.Single(await portal.AlertsAsync(number));
        Assert.Equal(AlertRule.Temperature, alert.Rule);
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Notices.CountAsync(n => n.Kind == MessageKind.ConsignmentAlert && n.Title.StartsWith(number) && n.User!.UserName == "luggage", Cancellation)));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Notices.CountAsync(n => n.Kind == MessageKind.ConsignmentAlert && n.Title.StartsWith(number) && n.User!.UserName == "admin", Cancellation)));
        Assert.True((await CloseAsync(alert.Id)).IsDone);
        await portal.WatchAsync();
        await carrier.ReadAsync(Reading(number, Now, 4m));
        await portal.WatchAsync();
        Assert.Single(await portal.AlertsAsync(number));
        await carrier.ReadAsync(Reading(number, Now.AddMinutes(5), 11m));
        await portal.WatchAsync();

        Assert.Equal(2, (await portal.AlertsAsync(number)).Count);
    }

    [Fact]
    public async Task Watches_of_several_instances_raise_it_once()
    {
        var number = await portal.HasConsignmentAsync(Goods() with { TemperatureHigh = 8m });
        await (await portal.ProviderAsync()).ReadAsync(Reading(number, Now.AddMinutes(-1), 20m));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => portal.WatchAsync()));

        Assert.Single(await portal.AlertsAsync(number));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Notices.CountAsync(n => n.Kind == MessageKind.ConsignmentAlert && n.Title.StartsWith(number) && n.User!.UserName == "admin", Cancellation)));
    }

    [Fact]
    public async Task Late_estimates_and_missed_connections_are_told_apart_by_their_stops()
    {
        var number = await portal.HasConsignmentAsync();
        var carrier = await portal.ProviderAsync();

        await carrier.ReportAsync(Transport(number, "ARRI", "凭祥", Now.AddHours(30), "EST"));
        await portal.WatchAsync();

        var alerts = await portal.AlertsAsync(number);
        Assert.Equal([(AlertRule.Late, "凭祥:A"), (AlertRule.MissedConnection, "凭祥")], alerts.Select(a => (a.Rule, a.Subject)).OrderBy(a => a.Rule));
        Assert.Contains("晚 10 小时", alerts.Single(a => a.Rule == AlertRule.Late).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_should_have_been_reported_by_now_raises_an_alert_by_time_alone()
    {
        await using var own = Portal.Own();
        var number = await own.HasConsignmentAsync();
        var carrier = await own.ProviderAsync();
        await carrier.ReadAsync(Reading(number, Now, 4m));
        await own.WatchAsync();
        Assert.Empty(await own.AlertsAsync(number));

        // the sensor is silent and the departure overdue
        own.Clock.Set(new DateTimeOffset(Now.AddHours(5)));
        await own.WatchAsync();
        await own.WatchAsync();

        Assert.Equal([AlertRule.Late, AlertRule.SilentSensor], (await own.AlertsAsync(number)).Select(a => a.Rule).Order());
    }

    [Fact]
    public async Task A_sensor_of_goods_that_have_arrived_may_be_silent()
    {
        await using var own = Portal.Own();
        var number = await own.HasConsignmentAsync();
        var carrier = await own.ProviderAsync();
        await carrier.ReadAsync(Reading(number, Now, 4m));
        own.Clock.Set(new DateTimeOffset(Now.AddHours(1)));
        await carrier.ReportAsync(Transport(number, "DEPA", "怀化", Now), Transport(number, "ARRI", "凭祥", Now), Transport(number, "DEPA", "凭祥", Now), Transport(number, "ARRI", "河内", Now.AddMinutes(30)));

        own.Clock.Set(new DateTimeOffset(Now.AddHours(20)));
        await own.WatchAsync();

        Assert.Empty(await own.AlertsAsync(number));
    }

    [Fact]
    public async Task A_sensor_that_was_announced_and_never_spoke_is_missed_once_after_the_goods_have_left()
    {
        await using var own = Portal.Own();
        var number = await own.HasConsignmentAsync();
        var (owner, address) = (await own.VisitAsAsync("luggage"), $"/enterprise/consignments/{number}");
        await (await owner.SubmitAsync(address, new() { ["Device"] = " " }, $"{address}/sensors")).RefusedWithAsync("请填写设备编号");
        foreach (var device in new[] { "T-静", "T-误" }) Assert.Equal(address, (await owner.SubmitAsync(address, new() { ["Device"] = device }, $"{address}/sensors")).LedTo());
        await (await owner.SubmitAsync(address, new() { ["Device"] = "t-静" }, $"{address}/sensors")).RefusedWithAsync("已经登记");
        Assert.Equal(HttpStatusCode.NotFound, (await (await own.VisitAsAsync("tea")).ForgeAsync("/enterprise/consignments/new", $"{address}/sensors", new() { ["Device"] = "T-9" })).StatusCode);
        var wrong = await own.WithDatabaseAsync(db => db.Sensors.Where(s => s.Device == "T-误").Select(s => s.Id).SingleAsync(Cancellation));
        Assert.Equal(address, (await owner.SubmitAsync(address, [], $"{address}/sensors/{wrong}/withdraw")).LedTo());
        await (await owner.ForgeAsync(address, $"{address}/sensors/{wrong}/withdraw", [])).RefusedWithAsync("没有这个传感器");
        await own.WatchAsync();

        // it is awaited from the planned departure, two hours from now, not from when it was announced
        own.Clock.Set(new DateTimeOffset(Now.AddHours(4)));
        await own.WatchAsync();
        Assert.Empty(await own.AlertsAsync(number));
        own.Clock.Set(new DateTimeOffset(Now.AddHours(4).AddMinutes(1)));
        await own.WatchAsync();
        await own.WatchAsync();
        own.Clock.Set(new DateTimeOffset(Now.AddHours(9)));
        await own.WatchAsync();

        var alert = Assert.Single(await own.AlertsAsync(number), a => a.Rule == AlertRule.SilentSensor);
        Assert.Equal(("sensor:T-静", true), (alert.Subject, alert.Text.Contains("还没有收到过", StringComparison.Ordinal)));
        // hours have passed by the clock: a sign-in of before may have ended
        owner = own.Visit();
        await owner.SubmitAsync("/account/login", new() { ["Name"] = "luggage", ["Password"] = DemonstrationAccounts.Password });
        Assert.Contains("登记传感器", (await owner.OpenAsync(address)).QuerySelector("[data-timeline]")!.TextContent, StringComparison.Ordinal);
        await (await own.ProviderAsync()).ReadAsync(Reading(number, Now.AddHours(8), 4m, "T-静"));
        var spoken = await own.WithDatabaseAsync(db => db.Sensors.SingleAsync(s => s.Device == "T-静", Cancellation));
        await (await owner.ForgeAsync(address, $"{address}/sensors/{spoken.Id}/withdraw", [])).RefusedWithAsync("已经有数据");
    }

    [Fact]
    public async Task Owner_and_park_take_an_alert_on_and_close_it_with_a_note_and_others_do_not()
    {
        var number = await portal.HasConsignmentAsync(Goods() with { TemperatureHigh = 8m });
        await (await portal.ProviderAsync()).ReadAsync(Reading(number, Now.AddMinutes(-1), 20m));
        await portal.WatchAsync();
        var id = (await portal.AlertsAsync(number)).Single().Id;
        var (owner, admin, tea, auditor) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("admin"), await portal.VisitAsAsync("tea"), await portal.VisitAsAsync("auditor"));
        var (mine, park) = ($"/enterprise/alerts?q={number}", $"/park/alerts?q={number}");

        Assert.Equal(HttpStatusCode.NotFound, (await tea.ForgeAsync("/enterprise/alerts", $"/enterprise/alerts/{id}/acknowledge", [])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tea.ForgeAsync("/enterprise/alerts", $"/enterprise/alerts/{id}/close", new() { ["Note"] = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync("/account/password", $"/park/alerts/{id}/close", new() { ["Note"] = "x" })).StatusCode);
        Assert.Null((await auditor.OpenAsync(park)).QuerySelector("main form[method=post]"));
        await owner.SubmitAsync(mine, [], $"/enterprise/alerts/{id}/acknowledge");
        Assert.Contains("示例箱包负责人已经接手", await NoticeAsync(admin, await admin.ForgeAsync("/park/alerts", $"/park/alerts/{id}/acknowledge", [])), StringComparison.Ordinal);
        await (await admin.SubmitAsync(park, [], $"/park/alerts/{id}/close")).RefusedWithAsync("请写明怎样处理的");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? admin : owner).ForgeAsync(i % 2 == 0 ? "/park/alerts" : "/enterprise/alerts", $"{(i % 2 == 0 ? "/park" : "/enterprise")}/alerts/{id}/close", new() { ["Note"] = "已调低冷机" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Contains("已调低冷机", (await owner.OpenAsync($"{mine}&state=Closed&rule=Temperature")).Content(), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的预警", (await owner.OpenAsync($"{mine}&state=Open")).Content(), StringComparison.Ordinal);
        Assert.Contains("已调低冷机", await (await admin.GetAsync($"/park/alerts/export.csv?q={number}&dir=asc")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await (await tea.GetAsync("/enterprise/alerts/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("关闭预警", (await owner.OpenAsync($"/enterprise/consignments/{number}")).QuerySelector("[data-timeline]")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> NoticeAsync(Visitor visitor, HttpResponseMessage answer) => (await visitor.OpenAsync(answer.LedTo())).DocumentElement.TextContent;

    private Task<HuaihuaPilotZone.Common.Outcome> CloseAsync(int id) => portal.InScopeAsync(s => s.GetRequiredService<AlertDesk>().CloseAsync(id, null, "处理了", Cancellation));
}
