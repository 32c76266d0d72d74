using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Operations;
using HuaihuaPilotZone.Tests.Consignments;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.Running;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace HuaihuaPilotZone.Tests.Operations;

/// <summary>What the portal counts of its work, and what it never says while it does.</summary>
public sealed class MeasuringTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Filings_findings_events_and_pages_are_counted_by_kind_and_never_by_number()
    {
        var counted = new ConcurrentBag<(string Name, long Value, string Tag)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == PortalMeter.Name) l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted.Add((instrument.Name, value, $"{tags[0].Key}={tags[0].Value}")));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => counted.Add((instrument.Name, (long)value, $"{tags[0].Key}={tags[0].Value}")));
        listener.Start();

        var filer = await portal.VisitAsAsync("filer");
        await Filing.SubmitNewAsync(filer);
        var consignment = await portal.HasConsignmentAsync();
        await (await portal.ProviderAsync()).ReportAsync(ConsignmentScenes.Transport(consignment, "DEPA", "怀化", ConsignmentScenes.Now.AddMinutes(-7)));
        await portal.Visit().OpenAsync($"/policies?q={Guid.NewGuid():N}");
        listener.RecordObservableInstruments();

        Assert.Contains(counted, c => c is { Name: "portal.filings", Tag: "kind=List" });
        Assert.Contains(counted, c => c is { Name: "portal.findings" } && c.Tag.StartsWith("rule=", StringComparison.Ordinal));
        Assert.Contains(counted, c => c is { Name: "portal.events", Tag: "answer=Accepted" });
        Assert.Contains(counted, c => c is { Name: "portal.pages", Tag: "from=made" });
        Assert.All(counted, c => Assert.DoesNotMatch(@"=.*(HH-|HY|@|\d{6})", c.Tag));
    }

    [Fact]
    public async Task With_a_collector_named_spans_carry_route_patterns_and_no_address_or_person()
    {
        var spans = new List<Activity>();
        await using var own = portal.WithWebHostBuilder(b => b
            .UseSetting("Telemetry:OtlpEndpoint", "http://127.0.0.1:9").UseSetting("Telemetry:TraceShare", "1").UseSetting("Jobs:Parallel", "0")
            .ConfigureTestServices(services => services.ConfigureOpenTelemetryTracerProvider(t => t.AddInMemoryExporter(spans))));
        using var client = own.CreateClient(new() { AllowAutoRedirect = false });

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/policies/typed-slug?q=typed-word", UriKind.Relative));
        request.Headers.UserAgent.ParseAdd("typed-agent/1.0");
        // other tests' requests are seen as well: a source of spans is one for the process
        var trace = ActivityTraceId.CreateRandom();
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using var answer = await client.SendAsync(request, Cancellation);
        await EndAsync(own.Services.GetRequiredService<TracerProvider>(), spans, trace);

        var span = Assert.Single(spans.ToList(), s => s.TraceId == trace && s.Kind == ActivityKind.Server);
        Assert.Equal("GET /policies/{slug}", span.DisplayName);
        Assert.Equal("/policies/{slug}", span.GetTagItem("http.route"));
        Assert.All(spans.ToList(), s => Assert.DoesNotContain(s.TagObjects, t => t.Value?.ToString()?.Contains("typed-", StringComparison.Ordinal) == true));
        Assert.All(spans.ToList(), s => Assert.DoesNotContain(s.TagObjects, t => t.Key is "url.path" or "url.query" or "url.full" or "client.address" or "user_agent.original"));
    }

    /// <summary>A span ends a moment after its answer has been read.</summary>
    private static async Task EndAsync(TracerProvider tracing, List<Activity> spans, ActivityTraceId trace)
    {
        for (var round = 0; round < 200 && !spans.ToList().Exists(s => s.TraceId == trace && s.Kind == ActivityKind.Server); round++)
        {
            await Task.Delay(50, Cancellation);
            tracing.ForceFlush(5000);
        }
    }

    [Fact]
    public void Without_a_collector_nothing_is_gathered() => Assert.Null(portal.Services.GetService<TracerProvider>());

    [Theory]
    [InlineData("Telemetry:OtlpEndpoint", "collector:4317")]
    [InlineData("Telemetry:TraceShare", "2")]
    [InlineData("Proxies:Hops", "0")]
    public void A_setting_that_makes_no_sense_stops_the_start(string key, string value) =>
        Assert.Contains(key, Assert.Throws<SetupException>(() => Settings.Of((key, value)).AddPortalRunning()).Message, StringComparison.Ordinal);

    [Fact]
    public void Percentiles_are_right_to_a_quarter_and_forget_after_an_hour()
    {
        var clock = new TestClock();
        var times = new RouteTimes(clock);
        for (var i = 1; i <= 100; i++) times.Add("GET /news", TimeSpan.FromMilliseconds(i * 10));
        times.Add("GET /quick", TimeSpan.FromMilliseconds(2));

        var slowest = times.Slowest(10);

        Assert.Equal(["GET /news", "GET /quick"], slowest.Select(t => t.Route));
        Assert.Equal(100, slowest[0].Count);
        Assert.InRange(slowest[0].P50, 500, 625);
        Assert.InRange(slowest[0].P95, 950, 1000);
        Assert.Equal(1000, slowest[0].Most);
        Assert.Single(times.Slowest(1));

        clock.Set(clock.GetUtcNow().AddMinutes(30));
        times.Add("GET /news", TimeSpan.FromMilliseconds(3));
        Assert.Equal(101, times.Slowest(1)[0].Count);
        clock.Set(clock.GetUtcNow().AddMinutes(31));
        Assert.Equal((1, 3), (times.Slowest(1)[0].Count, times.Slowest(1)[0].Most));
        clock.Set(clock.GetUtcNow().AddHours(2));
        Assert.Empty(times.Slowest(10));
    }

    [Fact]
    public async Task Many_threads_are_counted_each_once_and_routes_beyond_the_limit_are_not_kept()
    {
        var times = new RouteTimes(new TestClock());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++) times.Add("GET /news", TimeSpan.FromMilliseconds(i));
        }, Cancellation)));
        Assert.Equal(8000, Assert.Single(times.Slowest(10)).Count);

        for (var i = 0; i < RouteTimes.MostRoutes + 50; i++) times.Add($"GET /{i}", TimeSpan.FromMilliseconds(1));
        Assert.Equal(RouteTimes.MostRoutes, times.Slowest(int.MaxValue).Count);
    }
}
