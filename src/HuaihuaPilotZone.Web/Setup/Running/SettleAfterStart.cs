using HuaihuaPilotZone.Data;

namespace HuaihuaPilotZone.Web.Setup.Running;

/// <summary>
/// Gives back what only the start needed. Building the model, the pages and the seeds leaves behind many times what the portal needs at rest,
/// and a quiet portal would keep it for hours: nothing asks the collector to look.
/// </summary>
public sealed class SettleAfterStart(IHostApplicationLifetime lifetime, IServiceScopeFactory scopes, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan _after = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registered = lifetime.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            await Task.Delay(_after, time, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        await using (var scope = scopes.CreateAsyncScope()) DesignTimeModel.LetGo(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
