using System.Diagnostics;
using HuaihuaPilotZone.Common;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HuaihuaPilotZone.Web.Setup.Running;

/// <summary>Traces and metrics by OpenTelemetry, sent to the collector that Telemetry:OtlpEndpoint names. Without one nothing is gathered and nothing leaves the machine.</summary>
public static class TelemetrySetup
{
    private const double DefaultShare = 0.1;

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var share = builder.Configuration.GetValue("Telemetry:TraceShare", DefaultShare);
        if (share is < 0 or > 1) throw new SetupException("Telemetry:TraceShare 为 0 至 1。 Telemetry:TraceShare is 0 to 1.");
        if (builder.Configuration["Telemetry:OtlpEndpoint"] is not { Length: > 0 } named) return;
        if (!Uri.TryCreate(named, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw new SetupException("Telemetry:OtlpEndpoint 不是 http 或 https 地址。 Telemetry:OtlpEndpoint is no address over http or https.");
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(PortalMeter.Name))
            .WithTracing(tracing => tracing
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(share)))
                .AddSource(PortalMeter.Name)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddProcessor(new WithoutAddresses())
                .AddOtlpExporter(o => o.Endpoint = endpoint))
            .WithMetrics(metrics => metrics
                .AddMeter(PortalMeter.Name)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter(o => o.Endpoint = endpoint));
    }

    /// <summary>Takes from every span what may name a person or a record: addresses as they were asked for, whoever asked, messages of exceptions.</summary>
    private sealed class WithoutAddresses : BaseProcessor<Activity>
    {
        private static readonly string[] _tags =
        [
            "url.path", "url.query", "url.full", "user_agent.original", "client.address", "client.port", "network.peer.address", "network.peer.port", "exception.message", "exception.stacktrace",
        ];

        public override void OnEnd(Activity data)
        {
            foreach (var tag in _tags) data.SetTag(tag, null);
            if (data.Status == ActivityStatusCode.Error) data.SetStatus(ActivityStatusCode.Error);
        }
    }
}
