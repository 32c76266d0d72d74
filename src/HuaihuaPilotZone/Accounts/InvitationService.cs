using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Accounts;

/// <summary>One-time links that make people of the portal: issuing, posting, finding and withdrawing them.</summary>
public sealed class InvitationService(PortalDbContext db, PortalJournal journal, Actor actor, Outbox outbox, PortalAddress address, ChinaTime time)
{
    /// <summary>What everybody reads who comes with a link that cannot be used, whatever the reason.</summary>
    public const string ClosedMessage = "链接已经用过、已撤回或已过期。请联系邀请您的人重新发送。";

    private const int MostListed = 100;

    /// <summary>Invites a member of staff; with an e-mail address the link is also sent there.</summary>
    public async Task<Outcome<IssuedInvitation>> InviteStaffAsync(string name, string email, IReadOnlyCollection<string> roles, CancellationToken cancellation)
    {
        if (roles.Count == 0 || roles.Any(r => !StaffRoles.All.Contains(r))) return Outcome.Refused("Roles", "请至少选择一个角色。");
        return await IssueAsync(name, email, string.Join(',', StaffRoles.All.Where(roles.Contains)), null, null, cancellation);
    }

    /// <summary>Invites a person of an enterprise and sends the link; inside a transaction, both or neither.</summary>
    public Task<Outcome<IssuedInvitation>> InviteForEnterpriseAsync(int enterpriseId, string name, string email, MembershipRole role, CancellationToken cancellation) =>
        IssueAsync(name, email, "", enterpriseId, role, cancellation);

    /// <summary>The open invitation behind a token, or null when it was used, withdrawn, has expired or never existed.</summary>
    public Task<Invitation?> FindOpenAsync(string token, CancellationToken cancellation)
    {
        var (hash, now) = (Hash(token), time.UtcNow);
        return db.Invitations.AsNoTracking().Include(i => i.Enterprise)
            .SingleOrDefaultAsync(i => i.TokenHash == hash && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now, cancellation);
    }

    /// <summary>Links that can still be used, the newest first.</summary>
    /// <param name="enterpriseId">Only those of this enterprise; null for all.</param>
    public async Task<IReadOnlyList<OpenInvitation>> ListOpenAsync(CancellationToken cancellation, int? enterpriseId = null)
    {
        var now = time.UtcNow;
        var open = await db.Invitations.AsNoTracking().Include(i => i.Enterprise)
            .Where(i => i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now && (enterpriseId == null || i.EnterpriseId == enterpriseId))
            .OrderByDescending(i => i.Id).Take(MostListed).ToListAsync(cancellation);
        return open.ConvertAll(i => new OpenInvitation(i.Id, i.Name, i.Email, i.RoleWords, i.Enterprise?.Name, i.CreatedBy, i.ExpiresAt));
    }

    /// <summary>Closes a link that nobody has used yet.</summary>
    /// <param name="enterpriseId">The enterprise it must be of; null for the park, which closes any.</param>
    public Task<Outcome> WithdrawAsync(int invitationId, CancellationToken cancellation, int? enterpriseId = null) => db.InTransactionAsync(
        async token =>
        {
            var now = time.UtcNow;
            var closed = await db.Invitations.Where(i => i.Id == invitationId && i.UsedAt == null && i.WithdrawnAt == null && (enterpriseId == null || i.EnterpriseId == enterpriseId))
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.WithdrawnAt, now), token);
            if (closed == 0) return await db.Invitations.AnyAsync(i => i.Id == invitationId && (enterpriseId == null || i.EnterpriseId == enterpriseId), token) ? Outcome.Refused("这条邀请已经用过或已撤回。") : Outcome.Missing("没有这条邀请。");
            var name = await db.Invitations.Where(i => i.Id == invitationId).Select(i => i.Name).SingleAsync(token);
            journal.Write(JournalSubjects.Account, name, AccountActs.InvitationWithdrawn);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>The whole address of the link.</summary>
    public Uri LinkOf(IssuedInvitation issued) => address.Of($"/account/invitation?token={issued.Token}");

    /// <summary>Marks the link as used. Of two people who open it at once, exactly one gets true.</summary>
    internal async Task<bool> UseAsync(int invitationId, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return await db.Invitations.Where(i => i.Id == invitationId && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancellation) == 1;
    }

    private async Task<Outcome<IssuedInvitation>> IssueAsync(
        string name, string email, string staffRoles, int? enterpriseId, MembershipRole? role, CancellationToken cancellation)
    {
        (name, email) = (name.Trim(), email.Trim());
        if (name.Length is 0 or > PortalUser.DisplayNameMaxLength) return Outcome.Refused("Name", $"请填写姓名，最多 {PortalUser.DisplayNameMaxLength} 个字。");
        if (email.Length > Invitation.EmailMaxLength) return Outcome.Refused("Email", $"邮箱最多 {Invitation.EmailMaxLength} 个字符。");
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = time.UtcNow;
        var invitation = new Invitation
        {
            TokenHash = Hash(token),
            Name = name,
            Email = email,
            StaffRoleNames = staffRoles,
            EnterpriseId = enterpriseId,
            MembershipRole = role,
            CreatedAt = now,
            CreatedBy = actor.Name,
            ExpiresAt = now + Invitation.Lifetime,
        };
        db.Invitations.Add(invitation);
        journal.Write(JournalSubjects.Account, name, AccountActs.Invited, invitation.RoleWords);
        var enterprise = enterpriseId is null ? null : await db.Enterprises.Where(e => e.Id == enterpriseId).Select(e => e.Name).SingleAsync(cancellation);
        var issued = new IssuedInvitation(token, name, email, invitation.RoleWords, enterprise);
        if (email.Length > 0) outbox.AddMail(MessageKind.Invitation, email, "邀请您使用怀化跨境电商综试区综合服务平台", Letter(issued), invitation.ExpiresAt);
        await db.SaveChangesAsync(cancellation);
        return issued;
    }

    private string Letter(IssuedInvitation issued) => $"""
        {issued.Name}，您好：

        {(issued.EnterpriseName is { } enterprise ? $"邀请您担任{enterprise}的{issued.RoleWords}。" : $"邀请您担任怀化跨境电商综试区综合服务平台的{issued.RoleWords}。")}
        请在 {Invitation.Lifetime.Days} 天内打开下面的链接，设置登录名和密码。链接只能使用一次，请勿转发。

        {LinkOf(issued)}

        如果您不了解此事，请忽略这封邮件。
        """;

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
