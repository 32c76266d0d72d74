using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>People who serve both records of a merge. The membership of the kept one stands; one that had ended there goes on, where the other record's still lasts.</summary>
internal static class MembershipsInBoth
{
    /// <summary>As which the memberships are written down that go on again.</summary>
    private const string Resumed = "Membership.EndedAt";

    public static async Task ResumeAsync(PortalDbContext db, int mergeId, int keptId, int otherId, CancellationToken cancellation)
    {
        var ended = await (
            from own in db.Memberships
            join their in db.Memberships on own.UserId equals their.UserId
            where own.EnterpriseId == keptId && own.EndedAt != null && their.EnterpriseId == otherId && their.EndedAt == null && their.SuspendedAt == null
            orderby own.Id
            select new { Own = own, their.Role, their.Since }).ToListAsync(cancellation);
        foreach (var person in ended) (person.Own.EndedAt, person.Own.SuspendedAt, person.Own.Role, person.Own.Since) = (null, null, person.Role, person.Since);
        db.MergedRows.AddRange(ended.Select(e => new MergedRow { MergeId = mergeId, Reference = Resumed, RowId = e.Own.Id }));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Ends those that went on by the merge.</summary>
    public static Task EndAsync(PortalDbContext db, int mergeId, DateTime now, CancellationToken cancellation) => db.Memberships
        .Where(m => m.EndedAt == null && db.MergedRows.Any(r => r.MergeId == mergeId && r.Reference == Resumed && r.RowId == m.Id))
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.EndedAt, now), cancellation);
}
