using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Accounts;

/// <summary>An enterprise that a person acts for.</summary>
public sealed record ServedEnterprise(int MembershipId, int UserId, int EnterpriseId, string EnterpriseName, MembershipRole Role, bool IsDemonstration);

/// <summary>Who serves which enterprise.</summary>
public sealed class MembershipService(PortalDbContext db)
{
    /// <summary>The lasting membership in the chosen enterprise; without a choice, the oldest one; null when there is none.</summary>
    public async Task<ServedEnterprise?> FindChosenAsync(int userId, int? enterpriseId, CancellationToken cancellation)
    {
        if (await Served(Lasting(userId).Where(m => enterpriseId == null || m.EnterpriseId == enterpriseId)).FirstOrDefaultAsync(cancellation) is { } served) return served;
        // the record that was chosen at the sign-in may have been merged into another one since
        return enterpriseId is null ? null : await Served(Lasting(userId).Where(m => db.Enterprises.IgnoreQueryFilters().Any(e => e.Id == enterpriseId && e.MergedIntoId == m.EnterpriseId))).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>All enterprises a person may act for.</summary>
    public async Task<IReadOnlyList<ServedEnterprise>> ListAsync(int userId, CancellationToken cancellation) =>
        await Served(Lasting(userId)).Take(100).ToListAsync(cancellation);

    private IQueryable<Membership> Lasting(int userId) =>
        db.Memberships.AsNoTracking().Where(m => m.UserId == userId && m.EndedAt == null && m.SuspendedAt == null && !m.User!.IsDisabled);

    private static IQueryable<ServedEnterprise> Served(IQueryable<Membership> memberships) =>
        memberships.OrderBy(m => m.Id)
            .Select(m => new ServedEnterprise(m.Id, m.UserId, m.EnterpriseId, m.Enterprise!.Name, m.Role, m.Enterprise.IsDemonstration));
}
