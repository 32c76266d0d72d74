using HuaihuaPilotZone.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Webhooks;

/// <summary>Sends events in the background: at once when this instance added some, otherwise in rounds, which find what other instances left.</summary>
public sealed class WebhookWorker(IServiceScopeFactory scopes, WebhookBell bell, WorkerStart start, ILogger<WebhookWorker> logger) : RoundWorker(start, TimeSpan.FromSeconds(5), bell, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sender = scope.ServiceProvider.GetRequiredService<WebhookSender>();
        if (isNewDay) await sender.ForgetOldAsync(cancellation);
        return await sender.SendDueAsync(cancellation) > 0;
    }
}
