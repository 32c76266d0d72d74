using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>Where records went that were merged: old addresses lead there.</summary>
public sealed class MergedRecords(PortalDbContext db)
{
    /// <summary>The record that stands in a merged one's place.</summary>
    /// <returns>Null when there is no such record, or it was never merged.</returns>
    public async Task<int?> FindHeirAsync(int id, CancellationToken cancellation) =>
        // a record that was merged into one that was merged itself names the last one: see ReferenceRules
        await db.Enterprises.IgnoreQueryFilters().Where(e => e.Id == id).Select(e => e.MergedIntoId).SingleOrDefaultAsync(cancellation);

    /// <summary>A merged record as it was left; null for one of the roster.</summary>
    public Task<Enterprise?> FindAsync(int id, CancellationToken cancellation) =>
        db.Enterprises.IgnoreQueryFilters().AsNoTracking().Where(e => e.Id == id && e.MergedIntoId != null).SingleOrDefaultAsync(cancellation);

    /// <summary>What was merged into a record or split off it and still stands, the latest first.</summary>
    public async Task<IReadOnlyList<RosterMerge>> OfAsync(int enterpriseId, CancellationToken cancellation) => await db.RosterMerges.AsNoTracking()
        .Where(m => (m.KeptId == enterpriseId || m.OtherId == enterpriseId) && m.State == MergeState.Done).OrderByDescending(m => m.Id).Take(20).ToListAsync(cancellation);
}
