using System.Text.Json.Nodes;
using HuaihuaPilotZone.Tests.Consignments;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HuaihuaPilotZone.Tests.Consignments.ConsignmentScenes;

namespace HuaihuaPilotZone.Tests.Tracking;

/// <summary>Sensors report temperature and position in batches; charts are thinned, and readings are forgotten after their time.</summary>
public sealed class ReadingSensorsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reading_is_kept_once_and_the_newest_one_is_shown()
    {
        var number = await portal.HasConsignmentAsync(Goods() with { TemperatureLow = 2m, TemperatureHigh = 8m });
        var carrier = await portal.ProviderAsync();
        var placed = Reading(number, Now.AddMinutes(-5), 4.25m);
        (placed["latitude"], placed["longitude"]) = (27.55m, 110.123456m);

        var first = await carrier.ReadAsync(Reading(number, Now.AddMinutes(-10), 5m), placed);
        var again = await carrier.ReadAsync(Reading(number, Now.AddMinutes(-10), 5m), Reading(number, Now.AddMinutes(-20), 3m));

        Assert.Equal((2, 0), (first.Body.GetProperty("accepted").GetInt32(), first.Body.GetProperty("repeated").GetInt32()));
        Assert.Equal((1, 1), (again.Body.GetProperty("accepted").GetInt32(), again.Body.GetProperty("repeated").GetInt32()));
        var sensor = await portal.WithDatabaseAsync(db => db.Sensors.SingleAsync(s => s.Consignment!.Number == number, Cancellation));
        Assert.Equal((Now.AddMinutes(-5), 425, 110.12346m), (sensor.LastAt!.Value, sensor.LastTemperature!.Value, sensor.LastLongitude!.Value));
        var owner = await portal.VisitAsAsync("luggage");
        var page = await owner.OpenAsync($"/enterprise/consignments/{number}");
        Assert.NotNull(page.QuerySelector("[data-sensor='T-1'] svg[role=img] path.mean"));
        Assert.Equal(2, page.QuerySelectorAll("[data-sensor='T-1'] line.limit").Length);
        Assert.Contains("4.25", page.QuerySelector("[data-sensor='T-1'] table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, (await (await owner.GetAsync($"/enterprise/consignments/{number}/readings.csv")).Content.ReadAsStringAsync(Cancellation)).Trim().Split('\n').Length);
    }

    [Fact]
    public async Task Of_a_batch_each_bad_reading_is_named_and_the_good_ones_stay()
    {
        var number = await portal.HasConsignmentAsync();
        var carrier = await portal.ProviderAsync();
        var half = Reading(number, Now, null);
        half["latitude"] = 27m;

        var reply = await carrier.ReadAsync(
            Reading(number, Now.AddHours(2), 4m), Reading(number, Now, 400m), half, Reading(number, Now, null), Reading("HY-20200101-9999", Now, 4m), Reading(number, Now.AddMinutes(-1), 4m));

        Assert.Equal((200, 1), (reply.Status, reply.Body.GetProperty("accepted").GetInt32()));
        var errors = reply.Body.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("field")} {e.GetProperty("message")}").ToList();
        foreach (var (path, sentence) in new[]
        {
            ("/readings/0/at", "不能在将来"), ("/readings/1/temperature", "-100 到 100"), ("/readings/2", "经度和纬度要一起填写"), ("/readings/3", "请至少填写温度"), ("/readings/4/consignment", "没有找到这份在办的货运单"),
        }) Assert.Contains(errors, e => e.StartsWith(path, StringComparison.Ordinal) && e.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(400, (await carrier.SendAsync(HttpMethod.Post, "/api/v1/readings", "[")).Status);
        Assert.Equal(400, (await carrier.SendAsync(HttpMethod.Post, "/api/v1/readings", $"[{string.Join(',', Enumerable.Repeat("1", 1001))}]")).Status);
    }

    [Fact]
    public async Task Two_senders_at_once_leave_one_of_each_reading()
    {
        var number = await portal.HasConsignmentAsync();
        var carrier = await portal.ProviderAsync();
        List<JsonObject> readings = [.. Enumerable.Range(0, 50).Select(i => Reading(number, Now.AddMinutes(-i), 4m))];

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => carrier.ReadAsync(readings)));

        Assert.All(replies, r => Assert.Equal(200, r.Status));
        Assert.Equal(50, replies.Sum(r => r.Body.GetProperty("accepted").GetInt32()));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Sensors.CountAsync(s => s.Consignment!.Number == number, Cancellation)));
    }

    [Fact]
    public async Task A_chart_holds_few_points_with_the_lowest_and_highest_reading_in_each()
    {
        var number = await portal.HasConsignmentAsync();
        var carrier = await portal.ProviderAsync();
        var start = Now.AddDays(-2);
        for (var part = 0; part < 3; part++) await carrier.ReadAsync([.. Enumerable.Range(part * 900, 900).Select(i => Reading(number, start.AddMinutes(i), i == 1000 ? 20m : i % 2 == 0 ? 3m : 5m))]);
        var id = await portal.WithDatabaseAsync(db => db.Consignments.Where(c => c.Number == number).Select(c => c.Id).SingleAsync(Cancellation));

        var chart = Assert.Single(await portal.InScopeAsync(s => s.GetRequiredService<SensorBook>().ChartsAsync(id, Cancellation)));

        Assert.InRange(chart.Points.Count, 40, ReadingChart.MostPoints + 1);
        Assert.Equal(2700, chart.Points.Sum(p => p.Count));
        Assert.Equal((300, 2000), (chart.Points.Min(p => p.Low), chart.Points.Max(p => p.High)));
        Assert.InRange(chart.Points[1].Mean, 399, 401);
    }

    [Fact]
    public async Task Readings_are_forgotten_when_their_time_is_over()
    {
        await using var own = Portal.Own(("Tracking:ReadingsKeptDays", "10"));
        var number = await own.HasConsignmentAsync();
        var carrier = await own.ProviderAsync();
        await carrier.ReadAsync(Reading(number, Now.AddDays(-11), 4m), Reading(number, Now.AddDays(-9), 5m));

        var forgotten = await own.InScopeAsync(s => s.GetRequiredService<SensorBook>().ForgetOldAsync(Cancellation));

        Assert.Equal((1, 0), (forgotten, await own.InScopeAsync(s => s.GetRequiredService<SensorBook>().ForgetOldAsync(Cancellation))));
        Assert.Equal(500, (await own.WithDatabaseAsync(db => db.SensorReadings.Where(r => db.Sensors.Any(s => s.Id == r.SensorId && s.Consignment!.Number == number)).SingleAsync(Cancellation))).Temperature);
    }
}
