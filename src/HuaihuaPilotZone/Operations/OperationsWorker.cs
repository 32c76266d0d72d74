using System.Diagnostics.Metrics;
using HuaihuaPilotZone.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Operations;

/// <summary>How old the queues of the portal are, as this instance saw last; for metrics.</summary>
public sealed class QueueAges
{
    private volatile IReadOnlyList<(string Queue, double Seconds)> _last = [];

    public QueueAges() => PortalMeter.TellAges(() => _last.Select(a => new Measurement<double>(a.Seconds, new KeyValuePair<string, object?>("queue", a.Queue))));

    internal void Saw(IReadOnlyList<QueueFacts> queues, DateTime now) => _last = [.. queues.Select(q => (q.Kind.Tag(), q.AgeAt(now).TotalSeconds))];
}

/// <summary>Signs of life, faults, times and incidents: a few rows every few seconds. Sweeps about once a day.</summary>
internal sealed class OperationsWorker(
    IServiceScopeFactory scopes, QueueAges ages, IConfiguration configuration, IHostEnvironment environment, IOptions<OperationsOptions> options, ChinaTime time, WorkerStart start, ILogger<OperationsWorker> logger)
    : RoundWorker(start, TimeSpan.FromSeconds(options.Value.LookSeconds), bell: null, logger)
{
    private readonly string _folder = Path.Combine(environment.ContentRootPath, configuration["Logs:Folder"] ?? "App_Data/logs");

    /// <summary>What was noted until the end is kept, and the instance says goodbye.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var keeper = scope.ServiceProvider.GetRequiredService<OperationsKeeper>();
            await keeper.KeepErrorsAsync(CancellationToken.None);
            await keeper.StopAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "The instance could not say that it stops; it will count as lost");
        }
    }

    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var keeper = services.GetRequiredService<OperationsKeeper>();
        await keeper.BeatAsync(_folder, cancellation);
        await keeper.KeepErrorsAsync(cancellation);
        await keeper.KeepTimesAsync(cancellation);
        if (isNewDay) await keeper.SweepAsync(cancellation);
        ages.Saw(await services.GetRequiredService<OperationsReader>().QueuesAsync(cancellation), time.UtcNow);
        await services.GetRequiredService<IncidentDesk>().SettleAsync(cancellation);
        return false;
    }
}
