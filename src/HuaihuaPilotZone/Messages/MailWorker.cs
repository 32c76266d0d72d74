using HuaihuaPilotZone.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Messages;

/// <summary>Delivers mail in the background: at once when this instance added some, otherwise in rounds, which find what other instances left.</summary>
public sealed class MailWorker(IServiceScopeFactory scopes, OutboxBell bell, WorkerStart start, ILogger<MailWorker> logger) : RoundWorker(start, TimeSpan.FromSeconds(5), bell, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var delivery = scope.ServiceProvider.GetRequiredService<MailDelivery>();
        if (isNewDay) await delivery.ForgetOldAsync(cancellation);
        return await delivery.DeliverDueAsync(cancellation) > 0;
    }
}
