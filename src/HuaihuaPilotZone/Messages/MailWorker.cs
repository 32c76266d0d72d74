using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Messages;

/// <summary>Delivers mail in the background: at once when this instance added some, otherwise in rounds, which find what other instances left.</summary>
public sealed class MailWorker(IServiceScopeFactory scopes, OutboxBell bell, ILogger<MailWorker> logger) : BackgroundService
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
                var delivery = scope.ServiceProvider.GetRequiredService<MailDelivery>();
                if (round % RoundsPerDay == 0) await delivery.ForgetOldAsync(stoppingToken);
                if (await delivery.DeliverDueAsync(stoppingToken) > 0) continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // such as a database that cannot be reached: the next round tries again
                logger.LogError(e, "A round of mail delivery failed");
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
