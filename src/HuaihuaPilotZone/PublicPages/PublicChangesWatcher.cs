using System.Data.Common;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.PublicPages;

/// <summary>Looks every second for what other instances have changed, and thereby whether the database can be reached.</summary>
public sealed class PublicChangesWatcher(PublicChanges changes, PortalStatus status, IServiceScopeFactory scopes, IOptions<PublicPageOptions> options, WorkerStart start, ILogger<PublicChangesWatcher> logger)
    : RoundWorker(start, TimeSpan.FromSeconds(options.Value.LookSeconds), bell: null, logger)
{
    private readonly Dictionary<PublicTopic, Guid> _seen = [];

    /// <summary>One look.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await CompareAsync(cancellation);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or TimeoutException && !cancellation.IsCancellationRequested)
        {
            if (changes.UnreachableSince is null) logger.LogError(e, "The database cannot be reached; public pages are served as they were kept");
            changes.Reached(false);
            return;
        }

        if (changes.UnreachableSince is not { } since) return;
        logger.LogWarning("The database can be reached again; it could not since {Since:u}", since);
        changes.Reached(true);
        status.Ended(since);
    }

    // a page kept before the first look would not be known to be old
    protected override bool BeginsAtOnce => true;

    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        return false;
    }

    private async Task CompareAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var stamps = await db.PublicStamps.AsNoTracking().ToListAsync(cancellation);
        foreach (var stamp in stamps)
        {
            if (_seen.TryGetValue(stamp.Topic, out var before) && before != stamp.Stamp) changes.Changed(stamp.Topic);
            _seen[stamp.Topic] = stamp.Stamp;
        }

        await status.LookAsync(db, cancellation);
    }
}
