using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup.Running;

/// <summary>Section "Shutdown".</summary>
public sealed class ShutdownOptions
{
    /// <summary>Seconds that a stopping portal says "not ready" and still answers everything, so that a balancer sends nothing more; null: 5, in Development 0.</summary>
    [Range(0, 300)]
    public int? ReadinessSeconds { get; set; }

    /// <summary>Seconds that requests and jobs then have to come to an end.</summary>
    [Range(1, 600)]
    public int DrainSeconds { get; set; } = 30;
}

/// <summary>Turns the readiness before anything else stops: a balancer has to see it while the portal still answers.</summary>
public sealed class Readiness(IOptions<ShutdownOptions> options, IHostEnvironment environment, ILogger<Readiness> logger) : IHostedLifecycleService, IHealthCheck
{
    private volatile bool _isStopping;

    /// <summary>Whether the portal is on its way out.</summary>
    public bool IsStopping => _isStopping;

    /// <summary>How long it goes on answering.</summary>
    public static TimeSpan WindowOf(ShutdownOptions options, IHostEnvironment environment) => TimeSpan.FromSeconds(options.ReadinessSeconds ?? (environment.IsDevelopment() ? 0 : 5));

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Comes before any worker and the server are stopped.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        var window = WindowOf(options.Value, environment);
        if (window == TimeSpan.Zero) return;
        logger.LogInformation("Not ready any more; requests are answered for another {Seconds} seconds", window.TotalSeconds);
        try
        {
            await Task.Delay(window, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // the whole time for stopping is over
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsStopping ? HealthCheckResult.Unhealthy("The portal is being stopped.") : HealthCheckResult.Healthy());
}

/// <summary>Sends whoever keeps a connection open to another instance with their next request.</summary>
public sealed class LetConnectionsGo(RequestDelegate next, Readiness readiness)
{
    public Task InvokeAsync(HttpContext context)
    {
        // a later version of HTTP says it in its own way when the server stops
        if (readiness.IsStopping && HttpProtocol.IsHttp11(context.Request.Protocol)) context.Response.Headers.Connection = "close";
        return next(context);
    }
}
