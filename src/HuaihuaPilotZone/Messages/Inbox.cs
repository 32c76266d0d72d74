using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Messages;

/// <summary>One person's inbox. Every act names the person, who comes from the sign-in; notices of an enterprise are theirs while they serve it.</summary>
public sealed class Inbox(PortalDbContext db, ChinaTime time)
{
    public Task<int> CountUnreadAsync(int userId, CancellationToken cancellation) => Of(userId).CountAsync(n => n.ReadAt == null, cancellation);

    /// <summary>The newest first.</summary>
    public Task<Page<Notice>> ListAsync(int userId, bool unreadOnly, PageRequest page, CancellationToken cancellation) =>
        Of(userId).AsNoTracking().Include(n => n.Enterprise).Where(n => !unreadOnly || n.ReadAt == null).OrderByDescending(n => n.Id).ToPageAsync(page, cancellation);

    /// <summary>Marks a notice as read.</summary>
    /// <returns>The notice; null when it is not this person's.</returns>
    public async Task<Notice?> OpenAsync(int userId, int id, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        await Of(userId).Where(n => n.Id == id && n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellation);
        return await Of(userId).AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellation);
    }

    /// <summary>Marks all notices as read that the person can have seen.</summary>
    /// <param name="upTo">Id of the newest one on the page; later ones stay unread.</param>
    /// <returns>How many.</returns>
    public Task<int> ReadAllAsync(int userId, int upTo, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return Of(userId).Where(n => n.ReadAt == null && n.Id <= upTo).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellation);
    }

    /// <summary>Kinds that the person also wants by mail.</summary>
    public async Task<IReadOnlyList<MessageKind>> MailedKindsAsync(int userId, CancellationToken cancellation)
    {
        var without = await db.MailOptOuts.Where(o => o.UserId == userId).OrderBy(o => o.Kind).Select(o => o.Kind).Take(MessageKinds.Choosable.Count).ToListAsync(cancellation);
        return [.. MessageKinds.Choosable.Except(without)];
    }

    /// <summary>From now on exactly these kinds are mailed too.</summary>
    public async Task<Outcome> SetMailedKindsAsync(int userId, IReadOnlyCollection<MessageKind> kinds, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    await db.MailOptOuts.Where(o => o.UserId == userId).ExecuteDeleteAsync(token);
                    db.MailOptOuts.AddRange(MessageKinds.Choosable.Except(kinds).Select(k => new MailOptOut { UserId = userId, Kind = k }));
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            return Outcome.Refused("设置刚在另一个窗口里改过，请刷新后再保存。");
        }
    }

    private IQueryable<Notice> Of(int userId) => db.Notices.Where(n => n.UserId == userId
        && (n.EnterpriseId == null || db.Memberships.Any(m => m.UserId == userId && m.EnterpriseId == n.EnterpriseId && m.EndedAt == null && m.SuspendedAt == null)));
}
