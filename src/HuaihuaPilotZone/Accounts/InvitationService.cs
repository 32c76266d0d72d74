using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Accounts;

/// <summary>One-time links that make people of the portal.</summary>
public sealed class InvitationService(PortalDbContext db, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>Invites a member of staff. An empty e-mail means that the link is handed over by hand (create-admin).</summary>
    /// <returns>The token of the link; only its hash is stored.</returns>
    public Task<Outcome<string>> InviteStaffAsync(string name, string email, IReadOnlyCollection<string> roles, CancellationToken cancellation)
    {
        var unknown = roles.FirstOrDefault(r => !StaffRoles.All.Contains(r));
        if (roles.Count == 0 || unknown is not null) return Refuse("Roles", "请至少选择一个角色。");
        return InviteAsync(name, email, string.Join(',', roles), null, null, cancellation);
    }

    /// <summary>Invites a person of an enterprise.</summary>
    /// <inheritdoc cref="InviteStaffAsync" path="/returns"/>
    public Task<Outcome<string>> InviteForEnterpriseAsync(int enterpriseId, string name, string email, MembershipRole role, CancellationToken cancellation) =>
        InviteAsync(name, email, "", enterpriseId, role, cancellation);

    /// <summary>The open invitation behind a token, or null when it was used, withdrawn, has expired or never existed.</summary>
    public Task<Invitation?> FindOpenAsync(string token, CancellationToken cancellation)
    {
        var (hash, now) = (Hash(token), time.UtcNow);
        return db.Invitations.AsNoTracking().Include(i => i.Enterprise)
            .SingleOrDefaultAsync(i => i.TokenHash == hash && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now, cancellation);
    }

    /// <summary>Marks the link as used. Of two people who open it at once, exactly one gets true.</summary>
    internal async Task<bool> UseAsync(int invitationId, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return await db.Invitations.Where(i => i.Id == invitationId && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancellation) == 1;
    }

    private async Task<Outcome<string>> InviteAsync(
        string name, string email, string staffRoles, int? enterpriseId, MembershipRole? role, CancellationToken cancellation)
    {
        name = name.Trim();
        if (name.Length is 0 or > PortalUser.DisplayNameMaxLength) return Outcome.Refused("Name", $"请填写姓名，最多 {PortalUser.DisplayNameMaxLength} 个字。");
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = time.UtcNow;
        db.Invitations.Add(new Invitation
        {
            TokenHash = Hash(token),
            Name = name,
            Email = email.Trim(),
            StaffRoleNames = staffRoles,
            EnterpriseId = enterpriseId,
            MembershipRole = role,
            CreatedAt = now,
            CreatedBy = actor.Name,
            ExpiresAt = now + Invitation.Lifetime,
        });
        journal.Write(JournalSubjects.Account, name, "account.invited", staffRoles.Length > 0 ? staffRoles : role?.ToString());
        await db.SaveChangesAsync(cancellation);
        return token;
    }

    private static Task<Outcome<string>> Refuse(string field, string message) => Task.FromResult<Outcome<string>>(Outcome.Refused(field, message));

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
