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

/// <summary>Devices and their readings at the desks: the park sees all, an enterprise those of its own goods and of goods that it carries.</summary>
public sealed class LookingAtSensorsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Owner_carrier_and_park_see_a_device_and_nobody_else()
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
    public async Task An_enterprise_that_carries_the_goods_reads_along_without_the_owners_page()
    {
        var number = await portal.HasConsignmentAsync(owner: "91431299MA0000023D");
        var luggage = await portal.EnterpriseAsync(Luggage);
        await portal.WithDatabaseAsync(async db =>
        {
            (await db.Consignments.SingleAsync(c => c.Number == number, Cancellation)).Providers.Add(new ConsignmentProvider { EnterpriseId = luggage });
            return await db.SaveChangesAsync(Cancellation);
        });
        await (await portal.ProviderAsync()).ReadAsync(Reading(number, Now.AddMinutes(-5), 5m, "CARRY-1"));
        var id = await IdAsync(number, "CARRY-1");

        var visitor = await portal.VisitAsAsync("luggage");
        var page = await visitor.OpenAsync($"/enterprise/sensors/{id}");

        Assert.Contains(number, page.Content(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='/enterprise/consignments/{number}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/enterprise/consignments/{number}")).StatusCode);
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

        var last = await visitor.OpenAsync($"/enterprise/sensors/{id}?page=501");

        // ten thousand are shown page by page, and the pager says that there are more
        Assert.Equal(20, last.QuerySelectorAll("[data-readings] tbody tr").Length);
        Assert.Contains("共 10000 个以上", last.QuerySelector("[data-readings] nav.hh-pager, nav.hh-pager")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(last.QuerySelectorAll("details table tbody tr").Length, 40, ReadingChart.MostPoints + 1);
        await visitor.OpenAsync(string.Create(CultureInfo.InvariantCulture, $"/enterprise/sensors/{id}?from=0001-01-01&to=9999-12-31&page=99999999"));
    }

    private Task<int> IdAsync(string number, string device) => portal.WithDatabaseAsync(db => db.Sensors.Where(s => s.Consignment!.Number == number && s.Device == device).Select(s => s.Id).SingleAsync(Cancellation));
}
