using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Accounts.SignIns;

/// <summary>Forgets what nobody needs any more: counts that have run out, old sessions, browsers that nobody has used for long.</summary>
public sealed class SignInSweeper(PortalDbContext db, SignInThrottle throttle, ChinaTime time)
{
    /// <summary>A browser that was not used for so long is a new one.</summary>
    public static readonly TimeSpan BrowserKept = TimeSpan.FromDays(180);

    /// <returns>How many rows were deleted.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var (sessions, browsers) = (time.UtcNow - SignInSessions.Kept, time.UtcNow - BrowserKept);
        return await throttle.SweepAsync(cancellation)
            + await db.SignInSessions.Where(s => s.LastSeenAt < sessions).ExecuteDeleteAsync(cancellation)
            + await db.KnownBrowsers.Where(b => b.LastSeenAt < browsers).ExecuteDeleteAsync(cancellation);
    }
}

/// <summary>Sweeps every hour.</summary>
internal sealed class SignInSweepWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<SignInSweepWorker> logger) : RoundWorker(start, TimeSpan.FromHours(1), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SignInSweeper>().SweepAsync(cancellation);
        return false;
    }
}
