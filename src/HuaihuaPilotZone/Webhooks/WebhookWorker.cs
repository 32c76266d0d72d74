using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Webhooks;

/// <summary>Sends events in the background: at once when this instance added some, otherwise in rounds, which find what other instances left.</summary>
public sealed class WebhookWorker(IServiceScopeFactory scopes, WebhookBell bell, ILogger<WebhookWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _round = TimeSpan.FromSeconds(5);

    private const int RoundsPerDay = 24 * 60 * 60 / 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var round = 0; !stoppingToken.IsCancellationRequested; round++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var sender = scope.ServiceProvider.GetRequiredService<WebhookSender>();
                if (round % RoundsPerDay == 0) await sender.ForgetOldAsync(stoppingToken);
                if (await sender.SendDueAsync(stoppingToken) > 0) continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // such as a database that cannot be reached: the next round tries again
                logger.LogError(e, "A round of sending events failed");
            }
            try
            {
                await bell.WaitAsync(_round, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
