using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Tests.Consignments;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HuaihuaPilotZone.Tests.Consignments.ConsignmentScenes;

namespace HuaihuaPilotZone.Tests.Tracking;

/// <summary>Devices and their readings at the desks: the park sees all, an enterprise those of its own goods, a carrier its own ones and no other carrier's.</summary>
public sealed class LookingAtSensorsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Owner_and_park_see_a_device_and_nobody_else_does()
    {
        var number = await portal.HasConsignmentAsync(Goods("看温度的货物", "CSQU3054383") with { TemperatureLow = 2m, TemperatureHigh = 8m });
        await (await portal.ProviderAsync()).ReadAsync(Reading(number, Now.AddMinutes(-5), 9.5m, "SEE-1"));
        var id = await IdAsync(number, "SEE-1");

        foreach (var (person, desk) in new[] { ("luggage", "enterprise"), ("admin", "park"), ("auditor", "park") })
        {
            var visitor = await portal.VisitAsAsync(person);
            var row = (await visitor.OpenAsync($"/{desk}/sensors?q={number}")).QuerySelector($"[data-sensor-row='{id}']")!;
            Assert.Contains("超出范围", row.TextContent, StringComparison.Ordinal);
            Assert.Contains("2.0 至 8.0 ℃", row.TextContent, StringComparison.Ordinal);
            Assert.Contains("CSQU3054383", row.TextContent, StringComparison.Ordinal);
            var page = await visitor.OpenAsync($"/{desk}/sensors/{id}");
            Assert.NotNull(page.QuerySelector($"a[href='/{desk}/consignments/{number}']"));
            Assert.Contains("保留 90 天", page.Content(), StringComparison.Ordinal);
        }
        Assert.NotNull((await (await portal.VisitAsAsync("luggage")).OpenAsync($"/enterprise/consignments/{number}")).QuerySelector($"a[href='/enterprise/sensors/{id}']"));
        var other = await portal.VisitAsAsync("tea");
        Assert.Null((await other.OpenAsync($"/enterprise/sensors?q={number}")).QuerySelector($"[data-sensor-row='{id}']"));
        foreach (var address in new[] { "", "/chart.json", "/readings.csv", "/readings.xlsx" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/enterprise/sensors/{id}{address}")).StatusCode);
    }

    [Fact]
    public async Task A_carrier_reads_its_own_devices_without_the_owners_page_and_none_of_another_carrier()
    {
        var number = await portal.HasConsignmentAsync(owner: "91431299MA0000023D");
        await IsCarriedByAsync(number, Luggage);
        await (await portal.ProviderAsync(Luggage)).ReadAsync(Reading(number, Now.AddMinutes(-5), 5m, "CARRY-1"));
        await (await portal.ProviderAsync()).ReadAsync(Reading(number, Now.AddMinutes(-5), 6m, "CARRY-2"));
        var (own, foreign) = (await IdAsync(number, "CARRY-1"), await IdAsync(number, "CARRY-2"));

        var visitor = await portal.VisitAsAsync("luggage");
        var page = await visitor.OpenAsync($"/enterprise/sensors/{own}");

        Assert.Contains(number, page.Content(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='/enterprise/consignments/{number}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/enterprise/consignments/{number}")).StatusCode);
        Assert.Equal(["CARRY-1"], (await visitor.OpenAsync($"/enterprise/sensors?q={number}")).QuerySelectorAll("[data-sensor-row] .ttl a").Select(a => a.TextContent));
        Assert.DoesNotContain("CARRY-2", await (await visitor.GetAsync($"/enterprise/sensors/export.csv?q={number}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        foreach (var address in new[] { "", "/chart.json", "/readings.csv", "/readings.xlsx" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/enterprise/sensors/{foreign}{address}")).StatusCode);
        // the owner of the goods sees both, and who reports
        var owner = await portal.VisitAsAsync("tea");
        Assert.Equal(2, (await owner.OpenAsync($"/enterprise/sensors?q={number}")).QuerySelectorAll("[data-sensor-row]").Length);
        Assert.Contains("传感器开始报告", (await owner.OpenAsync($"/enterprise/consignments/{number}")).QuerySelector("[data-timeline]")!.TextContent, StringComparison.Ordinal);

        // goods that it carries no longer are none of its business, its own device or not
        await portal.WithDatabaseAsync(db => db.ConsignmentProviders.Where(p => p.Consignment!.Number == number && p.Enterprise!.CreditCode == Luggage).ExecuteDeleteAsync(Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/enterprise/sensors/{own}")).StatusCode);
    }

    [Fact]
    public async Task A_device_belongs_to_the_carrier_that_spoke_for_it_first_also_where_the_owner_announced_it_and_two_speak_at_once()
    {
        var number = await portal.HasConsignmentAsync(owner: "91431299MA0000023D");
        var tea = await portal.EnterpriseAsync("91431299MA0000023D");
        await IsCarriedByAsync(number, Luggage);
        Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<SensorDesk>().AnnounceAsync(number, tea, "ONE-1", Cancellation))).IsDone);
        var id = await IdAsync(number, "ONE-1");
        var visitor = await portal.VisitAsAsync("luggage");
        // announced, and nobody's yet but the owner's
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/enterprise/sensors/{id}")).StatusCode);
        var systems = new[] { await portal.ProviderAsync(Luggage), await portal.ProviderAsync() };

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => systems[i % 2].ReadAsync(Reading(number, Now.AddMinutes(-1 - i), 5m, "ONE-1"))));

        Assert.All(replies, r => Assert.Equal(200, r.Status));
        var kept = replies.Select((r, i) => (Who: i % 2, Accepted: r.Body.GetProperty("accepted").GetInt32())).Where(r => r.Accepted > 0).ToList();
        Assert.Equal((1, 3), (kept.Select(k => k.Who).Distinct().Count(), kept.Count));
        var refused = replies[1 - kept[0].Who].Body.GetProperty("errors").EnumerateArray().Single();
        Assert.Equal("/readings/0/device", refused.GetProperty("field").GetString());
        Assert.Contains("由另一家物流服务商使用", refused.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(kept[0].Who == 0 ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await visitor.GetAsync($"/enterprise/sensors/{id}")).StatusCode);
        Assert.Equal(3, await portal.WithDatabaseAsync(db => db.SensorReadings.CountAsync(r => r.SensorId == id, Cancellation)));
        Assert.Equal(await portal.EnterpriseAsync(kept[0].Who == 0 ? Luggage : Carrier), await portal.WithDatabaseAsync(db => db.Sensors.Where(s => s.Id == id).Select(s => s.ProviderId).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task A_device_that_spoke_before_it_was_written_down_whose_it_is_stays_with_the_owner_and_the_park()
    {
        var number = await portal.HasConsignmentAsync(owner: "91431299MA0000023D");
        await IsCarriedByAsync(number, Luggage);
        await portal.WithDatabaseAsync(async db =>
        {
            db.Sensors.Add(new Sensor
            {
                ConsignmentId = await db.Consignments.Where(c => c.Number == number).Select(c => c.Id).SingleAsync(Cancellation),
                Device = "OLD-1",
                LastAt = Now.AddHours(-1),
                LastTemperature = 500,
            });
            return await db.SaveChangesAsync(Cancellation);
        });

        var reply = await (await portal.ProviderAsync(Luggage)).ReadAsync(Reading(number, Now.AddMinutes(-1), 5m, "OLD-1"));

        // the reading is kept, but what was there before is not handed to whoever writes next
        Assert.Equal(1, reply.Body.GetProperty("accepted").GetInt32());
        var id = await IdAsync(number, "OLD-1");
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.VisitAsAsync("luggage")).GetAsync($"/enterprise/sensors/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await portal.VisitAsAsync("tea")).GetAsync($"/enterprise/sensors/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await portal.VisitAsAsync("admin")).GetAsync($"/park/sensors/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_chart_is_thinned_and_its_numbers_and_the_readings_need_no_script()
    {
        var number = await portal.HasConsignmentAsync(Goods() with { TemperatureLow = 2m, TemperatureHigh = 8m });
        var carrier = await portal.ProviderAsync();
        var start = Now.AddDays(-2);
        for (var part = 0; part < 2; part++) await carrier.ReadAsync([.. Enumerable.Range(part * 900, 900).Select(i => Reading(number, start.AddMinutes(i), i == 1000 ? 20m : 5m, "CHART-1"))]);
        var id = await IdAsync(number, "CHART-1");
        var visitor = await portal.VisitAsAsync("luggage");

        var page = await visitor.OpenAsync($"/enterprise/sensors/{id}");
        using var chart = System.Text.Json.JsonDocument.Parse(await (await visitor.GetAsync(page.QuerySelector("[data-chart]")!.GetAttribute("data-chart")!)).Content.ReadAsStringAsync(Cancellation));

        var points = chart.RootElement.GetProperty("points").EnumerateArray().ToList();
        Assert.InRange(points.Count, 50, ReadingChart.MostPoints + 1);
        Assert.Equal(20m, points.Max(p => p.GetProperty("high").GetDecimal()));
        Assert.Equal((2m, 8m), (chart.RootElement.GetProperty("low").GetDecimal(), chart.RootElement.GetProperty("high").GetDecimal()));
        Assert.Equal(points.Count, page.QuerySelectorAll("details table tbody tr").Length);
        Assert.Equal(20, page.QuerySelectorAll("[data-readings] tbody tr").Length);
        Assert.Contains("1800", page.Content(), StringComparison.Ordinal);

        var outside = await visitor.OpenAsync($"/enterprise/sensors/{id}?outside=true");
        Assert.Equal("true", Assert.Single(outside.QuerySelectorAll("[data-readings] tbody tr")).GetAttribute("data-outside"));
        Assert.Equal(points.Count, outside.QuerySelectorAll("details table tbody tr").Length);
        Assert.Contains("没有符合条件的读数", (await visitor.OpenAsync($"/enterprise/sensors/{id}?from=2026-11-23&to=2026-11-24")).Content(), StringComparison.Ordinal);
        Assert.Equal(1801, (await (await visitor.GetAsync($"/enterprise/sensors/{id}/readings.csv")).Content.ReadAsStringAsync(Cancellation)).Trim().Split('\n').Length);
        var narrowed = await (await visitor.GetAsync($"/enterprise/sensors/{id}/readings.csv?outside=true&dir=asc")).Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(["CHART-1", "2026-11-21 02:40:00", "20.0", "是"], narrowed.Trim().Split('\n')[1].Trim().Split(',').Take(4));
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (await visitor.GetAsync($"/enterprise/sensors/{id}/readings.xlsx")).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_list_is_narrowed_to_how_devices_stand_and_each_stands_in_one_way()
    {
        var number = await portal.HasConsignmentAsync(Goods() with { TemperatureLow = 2m, TemperatureHigh = 8m });
        var carrier = await portal.ProviderAsync();
        await carrier.ReadAsync(
            Reading(number, Now.AddMinutes(-5), 5m, "FINE-1"), Reading(number, Now.AddMinutes(-4), 1.9m, "COLD-1"), Reading(number, Now.AddMinutes(-6), 8.1m, "WARM-1"), Reading(number, Now.AddHours(-5), 12m, "MUTE-1"));
        var luggage = await portal.EnterpriseAsync(Luggage);
        Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<SensorDesk>().AnnounceAsync(number, luggage, "NEW-1", Cancellation))).IsDone);
        var visitor = await portal.VisitAsAsync("luggage");
        async Task<IEnumerable<string>> ShownAsync(string query) => (await visitor.OpenAsync($"/enterprise/sensors?q={number}{query}")).QuerySelectorAll("[data-sensor-row] .ttl a").Select(a => a.TextContent);

        Assert.Equal(["FINE-1"], await ShownAsync("&standing=Fine"));
        Assert.Equal(["COLD-1", "WARM-1"], await ShownAsync("&standing=Outside"));
        Assert.Equal(["MUTE-1"], await ShownAsync("&standing=Silent"));
        Assert.Equal(["NEW-1"], await ShownAsync("&standing=Waiting"));
        Assert.Equal(["COLD-1", "FINE-1", "MUTE-1", "NEW-1", "WARM-1"], await ShownAsync("&sort=Device&dir=asc"));
        Assert.Equal("MUTE-1", (await ShownAsync("&sort=Temperature&dir=desc")).First());
        Assert.Equal(5, (await ShownAsync("&standing=junk&sort=junk&page=-4")).Count());
        Assert.Contains("没有符合条件的传感器", (await visitor.OpenAsync($"/enterprise/sensors?q={number}x")).Content(), StringComparison.Ordinal);
        var file = await (await visitor.GetAsync($"/enterprise/sensors/export.csv?q={number}&standing=Silent")).Content.ReadAsStringAsync(Cancellation);
        Assert.StartsWith("MUTE-1,没有新数据,", file.Trim().Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_readings_are_read_a_page_at_a_time()
    {
        var number = await portal.HasConsignmentAsync();
        await (await portal.ProviderAsync()).ReadAsync(Reading(number, Now.AddMinutes(-1), 5m, "MANY-1"));
        var id = await IdAsync(number, "MANY-1");
        await portal.WithDatabaseAsync(async db =>
        {
            db.SensorReadings.AddRange(Enumerable.Range(1, 10_000).Select(i => new SensorReading
            {
                SensorId = id,
                At = Now.AddMinutes(-1 - i),
                Minute = (int)((Now.AddMinutes(-1 - i) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMinute),
                Temperature = 400 + (i % 100),
            }));
            return await db.SaveChangesAsync(Cancellation);
        });
        var visitor = await portal.VisitAsAsync("luggage");

        using var behind = await visitor.GetAsync($"/enterprise/sensors/{id}?page=501");
        var last = await visitor.OpenAsync(behind.LedTo());

        // ten thousand are shown page by page, and the pager says that there are more
        Assert.Equal(20, last.QuerySelectorAll("[data-readings] tbody tr").Length);
        Assert.Contains("共 10000 个以上", last.QuerySelector("[data-readings] nav.hh-pager, nav.hh-pager")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(last.QuerySelectorAll("details table tbody tr").Length, 40, ReadingChart.MostPoints + 1);
        using var far = await visitor.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/enterprise/sensors/{id}?from=0001-01-01&to=9999-12-31&page=99999999"));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"/enterprise/sensors/{id}?from=0001-01-01&to=9999-12-31&page=500"), far.LedTo());
    }

    private Task<int> IdAsync(string number, string device) => portal.WithDatabaseAsync(db => db.Sensors.Where(s => s.Consignment!.Number == number && s.Device == device).Select(s => s.Id).SingleAsync(Cancellation));

    private async Task IsCarriedByAsync(string number, string creditCode)
    {
        var enterprise = await portal.EnterpriseAsync(creditCode);
        await portal.WithDatabaseAsync(async db =>
        {
            db.ConsignmentProviders.Add(new ConsignmentProvider
            {
                ConsignmentId = await db.Consignments.Where(c => c.Number == number).Select(c => c.Id).SingleAsync(Cancellation),
                EnterpriseId = enterprise,
            });
            return await db.SaveChangesAsync(Cancellation);
        });
    }
}
