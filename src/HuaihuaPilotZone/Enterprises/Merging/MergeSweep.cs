using HuaihuaPilotZone.Chains.Relations;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>
/// Looks after merged records. Somebody may have begun to file something for a record before it was merged, and saved it just after: that follows too.
/// When the time to undo is over, the persons that a merged record still names are erased.
/// </summary>
public sealed class MergeSweep(PortalDbContext db, ChinaTime time)
{
    /// <summary>No request and no step of a job lasts longer.</summary>
    private static readonly TimeSpan _latecomers = TimeSpan.FromMinutes(30);

    /// <summary>Lets follow what came to a merged record after its merge.</summary>
    /// <returns>How many rows.</returns>
    public async Task<int> FollowAsync(CancellationToken cancellation)
    {
        var since = time.UtcNow - _latecomers;
        var recent = await db.RosterMerges.AsNoTracking().Where(m => m.Kind == MergeKind.Merge && m.State == MergeState.Done && m.At > since).OrderBy(m => m.Id).Select(m => new { m.Id, m.OtherId }).ToListAsync(cancellation);
        var followed = 0;
        foreach (var merge in recent) followed += await FollowAsync(merge.Id, merge.OtherId, cancellation);
        return followed;
    }

    /// <summary>Erases contacts that stayed with merged records, once the merge cannot be undone.</summary>
    /// <returns>How many persons.</returns>
    public Task<int> ForgetAsync(CancellationToken cancellation)
    {
        var until = time.UtcNow - MergeUndo.UndoTime;
        return db.Set<Contact>().Where(c => db.RosterMerges.Any(m => m.OtherId == c.EnterpriseId && m.Kind == MergeKind.Merge && m.State == MergeState.Done && m.At <= until)
            && db.Enterprises.IgnoreQueryFilters().Any(e => e.Id == c.EnterpriseId && e.MergedIntoId != null)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Lets keys of supply relations follow merges and splits of builds that did not.</summary>
    /// <returns>How many.</returns>
    public Task<int> RenewRelationsAsync(CancellationToken cancellation) => RelationKeys.RepairAsync(db, cancellation);

    private async Task<int> FollowAsync(int mergeId, int otherId, CancellationToken cancellation)
    {
        var followed = 0;
        await db.InTransactionAsync(
            async token =>
            {
                // it may have been merged on, or the merge undone
                if (await db.Enterprises.IgnoreQueryFilters().Where(e => e.Id == otherId).Select(e => e.MergedIntoId).SingleAsync(token) is not { } heir) return Outcome.Done;
                foreach (var rule in ReferenceRules.Of(db.Model).Where(r => r.OnMerge == MergeWay.Moves)) followed += await rule.MoveAsync(db, mergeId, otherId, heir, null, token);
                if (followed > 0) await db.RosterMerges.Where(m => m.Id == mergeId).ExecuteUpdateAsync(set => set.SetProperty(m => m.Moved, m => m.Moved + followed), token);
                return Outcome.Done;
            },
            cancellation);
        return followed;
    }
}

/// <summary>Looks after merged records while the portal runs.</summary>
internal sealed class MergeSweepWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<MergeSweepWorker> logger) : RoundWorker(start, TimeSpan.FromMinutes(1), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sweep = scope.ServiceProvider.GetRequiredService<MergeSweep>();
        await sweep.FollowAsync(cancellation);
        if (!isNewDay) return false;
        await sweep.ForgetAsync(cancellation);
        await sweep.RenewRelationsAsync(cancellation);
        return false;
    }
}
