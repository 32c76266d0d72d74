using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Risks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>Publishes what is due. Two instances that come to the same text are settled by its version: one publishes, the other is refused.</summary>
public sealed class ScheduledPublications(NewsEditorial news, PolicyEditorial policies, EnglishEditorial english, RiskEditorial risks, ILogger<ScheduledPublications> logger)
{
    private const int Batch = 50;

    /// <summary>Publishes what is due; a text whose publication breaks is noted and holds up none behind it.</summary>
    /// <returns>How many texts were published.</returns>
    public async Task<int> PublishDueAsync(CancellationToken cancellation) =>
        await PublishDueAsync(news, cancellation) + await PublishDueAsync(policies, cancellation) + await PublishDueAsync(english, cancellation)
        + await PublishDueAsync(risks, cancellation);

    private async Task<int> PublishDueAsync<T>(EditorialDesk<T> desk, CancellationToken cancellation)
        where T : EditedText
    {
        var published = 0;
        foreach (var id in await desk.DueAsync(Batch, cancellation)) published += await IsPublishedAsync(desk, id, cancellation) ? 1 : 0;
        return published;
    }

    private async Task<bool> IsPublishedAsync<T>(EditorialDesk<T> desk, int id, CancellationToken cancellation)
        where T : EditedText
    {
        try
        {
            return (await desk.PublishDueAsync(id, cancellation)).IsDone;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "Publishing {Kind} {TextId} at its time broke", typeof(T).Name, id);
            await desk.NoteBrokenAsync(id, cancellation);
            return false;
        }
    }
}

/// <summary>Looks twice a minute what is to be published.</summary>
internal sealed class PublicationWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<PublicationWorker> logger) : RoundWorker(start, TimeSpan.FromSeconds(30), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ScheduledPublications>().PublishDueAsync(cancellation);
        return false;
    }
}
