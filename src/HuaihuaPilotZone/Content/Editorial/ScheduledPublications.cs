using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>Publishes what is due. Two instances that come to the same text are settled by its version: one publishes, the other is refused.</summary>
public sealed class ScheduledPublications(NewsEditorial news, PolicyEditorial policies)
{
    private const int Batch = 50;

    /// <returns>How many texts were published.</returns>
    public async Task<int> PublishDueAsync(CancellationToken cancellation)
    {
        var published = 0;
        foreach (var id in await news.DueAsync(Batch, cancellation)) published += (await news.PublishDueAsync(id, cancellation)).IsDone ? 1 : 0;
        foreach (var id in await policies.DueAsync(Batch, cancellation)) published += (await policies.PublishDueAsync(id, cancellation)).IsDone ? 1 : 0;
        return published;
    }
}

/// <summary>Looks twice a minute what is to be published.</summary>
internal sealed class PublicationWorker(IServiceScopeFactory scopes, ILogger<PublicationWorker> logger) : RoundWorker(TimeSpan.FromSeconds(30), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ScheduledPublications>().PublishDueAsync(cancellation);
        return false;
    }
}
