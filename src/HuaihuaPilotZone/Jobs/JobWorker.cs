using HuaihuaPilotZone.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Jobs;

/// <summary>Works on jobs in the background, as many at a time as Jobs:Parallel says.</summary>
public sealed class JobWorker(JobRunner runner, IServiceScopeFactory scopes, JobBell bell, IOptions<JobOptions> options, WorkerStart start, ILogger<JobWorker> logger)
    : RoundWorker(start, TimeSpan.FromSeconds(5), bell, logger)
{
    // the first of the loops tidies up for all
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, options.Value.Parallel)
        .Select(i => LoopAsync((isNewDay, token) => WorkAsync(isNewDay && i == 0, token), stoppingToken)));

    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        if (isNewDay) await ForgetAsync(cancellation);
        return await runner.RunNextAsync(cancellation);
    }

    private async Task ForgetAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobLeases>().ForgetOldAsync(cancellation);
    }
}
