using HuaihuaPilotZone.Data;

namespace HuaihuaPilotZone.Web.Setup.Running;

/// <summary>
/// Gives memory back when nobody works: what only the start needed, and later what is left of a busy hour or of the workers' rounds. A quiet
/// portal would keep it for hours, since nothing asks the collector to look.
/// </summary>
public sealed class SettleWhenQuiet(IHostApplicationLifetime lifetime, IServiceScopeFactory scopes, TimeProvider time) : BackgroundService
{
    /// <summary>Bytes made anew within <see cref="_look"/> by workers alone; a page makes some 100,000.</summary>
    private const long MostWhenQuiet = 10 * 1024 * 1024;

    /// <summary>Bytes made anew since it settled last for which it is worth stopping everything for a tenth of a second.</summary>
    private const long Worth = 6 * 1024 * 1024;

    private static readonly TimeSpan _afterStart = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan _look = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registered = lifetime.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            await Task.Delay(_afterStart, time, stoppingToken);
            await using (var scope = scopes.CreateAsyncScope()) DesignTimeModel.LetGo(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
            await WatchAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // it stops
        }
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        Settle();
        var (settled, seen) = (Made(), Made());
        using var timer = new PeriodicTimer(_look, time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var made = Made();
            if (made - seen < MostWhenQuiet && made - settled > Worth)
            {
                Settle();
                settled = made;
            }
            seen = made;
        }
    }

    private static long Made() => GC.GetTotalAllocatedBytes();

    private static void Settle() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
