using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Jobs;

/// <summary>Works on jobs in the background, as many at a time as Jobs:Parallel says.</summary>
public sealed class JobWorker(JobRunner runner, IServiceScopeFactory scopes, JobBell bell, IOptions<JobOptions> options, ILogger<JobWorker> logger) : BackgroundService
{
    private const int RoundsPerDay = 24 * 60 * 60 / 5;

    private static readonly TimeSpan _round = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Parallel).Select(i => LoopAsync(forgets: i == 0, stoppingToken)));

    private async Task LoopAsync(bool forgets, CancellationToken stopping)
    {
        for (var round = 0; !stopping.IsCancellationRequested; round++)
        {
            try
            {
                if (forgets && round % RoundsPerDay == 0) await ForgetAsync(stopping);
                if (await runner.RunNextAsync(stopping)) continue;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // such as a database that cannot be reached: the next round tries again
                logger.LogError(e, "A round of jobs failed");
            }
            try
            {
                await bell.WaitAsync(_round, stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ForgetAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobLeases>().ForgetOldAsync(cancellation);
    }
}
