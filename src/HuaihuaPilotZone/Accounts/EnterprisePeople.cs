using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Accounts;

/// <summary>Somebody who works for an enterprise.</summary>
/// <param name="IsSelf">Whether it is the person who looks.</param>
/// <param name="IsDisabled">Whether the park has disabled the account.</param>
/// <param name="LastSignInAt">UTC.</param>
public sealed record EnterprisePerson(
    int MembershipId, int UserId, string Name, string? Email, MembershipRole Role, DateTime Since, DateTime? SuspendedAt, bool IsDisabled, DateTime? LastSignInAt, bool IsSelf);

/// <summary>
/// An enterprise's administrator looks after its people. Every act is for one enterprise, which comes from the sign-in: a membership of another
/// one does not exist here. An enterprise that has an administrator keeps one who can sign in.
/// </summary>
public sealed class EnterprisePeople(PortalDbContext db, InvitationService invitations, PortalJournal journal, Outbox outbox, Actor actor, ChinaTime time)
{
    public const int ReasonMaxLength = 300;

    /// <summary>Links that may be open at once, so that nobody floods mailboxes in the park's name.</summary>
    public const int MostInvitations = 20;

    private const string Gone = "没有这位成员，或已被移除。";
    private const string LastAdministrator = "至少要保留一位可登录的企业管理员。请先把管理员身份交给另一位。";

    /// <summary>Lasting members, administrators first.</summary>
    /// <param name="word">Part of a name or address; null for all.</param>
    public Task<Page<EnterprisePerson>> ListAsync(int enterpriseId, string? word, PageRequest page, CancellationToken cancellation)
    {
        var members = Lasting(enterpriseId);
        if (SearchWord.Of(word) is { } part)
        {
            var upper = part.ToUpperInvariant();
            members = members.Where(m => m.User!.DisplayName.Contains(part) || m.User.NormalizedEmail!.Contains(upper));
        }

        return Rows(members.OrderBy(m => m.Role).ThenBy(m => m.User!.DisplayName).ThenBy(m => m.Id)).ToPageAsync(page, cancellation);
    }

    /// <summary>One lasting member; null for anybody else, also of another enterprise.</summary>
    public Task<EnterprisePerson?> FindAsync(int enterpriseId, int membershipId, CancellationToken cancellation) =>
        Rows(Lasting(enterpriseId).Where(m => m.Id == membershipId)).SingleOrDefaultAsync(cancellation);

    /// <summary>Links of the enterprise that can still be used, the newest first.</summary>
    public Task<IReadOnlyList<OpenInvitation>> InvitationsAsync(int enterpriseId, CancellationToken cancellation) => invitations.ListOpenAsync(cancellation, enterpriseId);

    /// <summary>Invites somebody. The link goes to their address alone: whoever saw it here could take that address for their own.</summary>
    public async Task<Outcome> InviteAsync(int enterpriseId, string name, string email, MembershipRole role, CancellationToken cancellation)
    {
        if (email.Trim().Length == 0) return Outcome.Refused("Email", "请填写邮箱，一次性链接会发到这里。");
        var upper = email.Trim().ToUpperInvariant();
        if (await Lasting(enterpriseId).AnyAsync(m => m.User!.NormalizedEmail == upper, cancellation)) return Outcome.Refused("Email", "这个邮箱已经是本企业的成员。");
        if ((await InvitationsAsync(enterpriseId, cancellation)).Count >= MostInvitations) return Outcome.Refused($"还没有接受的邀请已有 {MostInvitations} 份，请先撤回不再需要的。");
        return await db.InTransactionAsync(
            async token =>
            {
                var issued = await invitations.InviteForEnterpriseAsync(enterpriseId, name, email, role, token);
                if (!issued.IsDone) return Outcome.Refused(issued.Refusals);
                Write(enterpriseId, EnterpriseActs.PersonInvited, name.Trim(), role.Word());
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    /// <summary>Closes a link of the enterprise that nobody has used yet.</summary>
    public Task<Outcome> WithdrawInvitationAsync(int enterpriseId, int invitationId, CancellationToken cancellation) => invitations.WithdrawAsync(invitationId, cancellation, enterpriseId);

    /// <summary>Makes a member an administrator, or a filer again.</summary>
    public Task<Outcome> ChangeRoleAsync(int enterpriseId, int membershipId, MembershipRole role, CancellationToken cancellation) => ActAsync(
        enterpriseId, membershipId, role == MembershipRole.EnterpriseFiler,
        member =>
        {
            if (member.Role == role) return Outcome.Refused("Role", $"现在就是{role.Word()}，不用调整。");
            Write(enterpriseId, EnterpriseActs.PersonRoleChanged, member.User!.DisplayName, null, new FieldChange("身份", member.Role.Word(), role.Word()));
            member.Role = role;
            return Outcome.Done;
        },
        enterprise => ($"您在{enterprise}的身份已调整为{role.Word()}", "/enterprise"), cancellation);

    /// <summary>Keeps a member from acting for the enterprise until they are resumed.</summary>
    public Task<Outcome> SuspendAsync(int enterpriseId, int membershipId, string reason, CancellationToken cancellation) => ActAsync(
        enterpriseId, membershipId, takesAway: true,
        member =>
        {
            if (Problem(member, reason) is { } problem) return problem;
            if (member.SuspendedAt is not null) return Outcome.Refused("这位成员已经暂停。");
            member.SuspendedAt = time.UtcNow;
            Write(enterpriseId, EnterpriseActs.PersonSuspended, member.User!.DisplayName, reason);
            return Outcome.Done;
        },
        enterprise => ($"您在{enterprise}的成员身份已暂停，原因：{reason.Trim()}", "/enterprise/switch"), cancellation);

    /// <summary>Lets a suspended member act for the enterprise again.</summary>
    public Task<Outcome> ResumeAsync(int enterpriseId, int membershipId, CancellationToken cancellation) => ActAsync(
        enterpriseId, membershipId, takesAway: false,
        member =>
        {
            if (member.SuspendedAt is null) return Outcome.Refused("这位成员没有暂停。");
            member.SuspendedAt = null;
            Write(enterpriseId, EnterpriseActs.PersonResumed, member.User!.DisplayName, null);
            return Outcome.Done;
        },
        enterprise => ($"您在{enterprise}的成员身份已恢复", "/enterprise"), cancellation);

    /// <summary>Ends a membership. The account stays; a new invitation brings the person back.</summary>
    public Task<Outcome> RemoveAsync(int enterpriseId, int membershipId, string reason, CancellationToken cancellation) => ActAsync(
        enterpriseId, membershipId, takesAway: true,
        member =>
        {
            if (Problem(member, reason) is { } problem) return problem;
            member.EndedAt = time.UtcNow;
            Write(enterpriseId, EnterpriseActs.PersonRemoved, member.User!.DisplayName, reason);
            return Outcome.Done;
        },
        enterprise => ($"您已不再是{enterprise}的成员，原因：{reason.Trim()}", "/enterprise/switch"), cancellation);

    /// <summary>Refuses where the enterprise would lose its last administrator with this member. Part of the caller's transaction, and its turn.</summary>
    internal async Task<Outcome> MayLeaveAsync(Membership member, CancellationToken cancellation)
    {
        await TakeTurnAsync(member.EnterpriseId, cancellation);
        return member is { Role: MembershipRole.EnterpriseAdministrator, SuspendedAt: null } && !await HasOtherAdministratorAsync(member.EnterpriseId, member.Id, cancellation)
            ? Outcome.Refused($"{member.Enterprise!.Name}：{LastAdministrator}")
            : Outcome.Done;
    }

    /// <param name="takesAway">Whether the enterprise may lose an administrator by it. Such acts also close the links that wait for the person.</param>
    /// <param name="tell">What the person reads, and where it leads.</param>
    private Task<Outcome> ActAsync(
        int enterpriseId, int membershipId, bool takesAway, Func<Membership, Outcome> act, Func<string, (string Title, string Link)> tell, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            await TakeTurnAsync(enterpriseId, token);
            var member = await db.Memberships.Include(m => m.User).Include(m => m.Enterprise)
                .SingleOrDefaultAsync(m => m.Id == membershipId && m.EnterpriseId == enterpriseId && m.EndedAt == null, token);
            if (member is null) return Outcome.Missing(Gone);
            var (userId, email, name) = (member.UserId, member.User!.Email, member.Enterprise!.Name);
            if (takesAway && member.Role == MembershipRole.EnterpriseAdministrator && !await HasOtherAdministratorAsync(enterpriseId, membershipId, token)) return Outcome.Refused(LastAdministrator);
            var done = act(member);
            if (!done.IsDone) return done;
            var (title, link) = tell(name);
            await outbox.NotifyAsync(Audience.Person(userId), new NoticeDraft(MessageKind.MembershipChanged, title, $"{title}。操作人：{actor.Name}。", link), token);
            await db.SaveChangesAsync(token);
            if (takesAway && email is not null) await CloseLinksAsync(enterpriseId, email, token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Acts that may leave an enterprise without an administrator pass one after the other, so that each sees what the one before it left.</summary>
    private Task<int> TakeTurnAsync(int enterpriseId, CancellationToken cancellation) =>
        db.Enterprises.Where(e => e.Id == enterpriseId).ExecuteUpdateAsync(set => set.SetProperty(e => e.IsDemonstration, e => e.IsDemonstration), cancellation);

    private Task<bool> HasOtherAdministratorAsync(int enterpriseId, int membershipId, CancellationToken cancellation) => Lasting(enterpriseId)
        .AnyAsync(m => m.Id != membershipId && m.Role == MembershipRole.EnterpriseAdministrator && m.SuspendedAt == null && !m.User!.IsDisabled, cancellation);

    private Task<int> CloseLinksAsync(int enterpriseId, string email, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return db.Invitations.Where(i => i.EnterpriseId == enterpriseId && i.Email == email && i.UsedAt == null && i.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.WithdrawnAt, now), cancellation);
    }

    private Outcome? Problem(Membership member, string reason)
    {
        if (member.UserId == actor.UserId) return Outcome.Refused("不能这样处理自己的身份。请由另一位企业管理员操作。");
        return reason.Trim().Length is 0 or > ReasonMaxLength ? Outcome.Refused("Reason", $"请写明原因，最多 {ReasonMaxLength} 个字。") : null;
    }

    private void Write(int enterpriseId, string act, string name, string? note, params FieldChange[] changes) => journal.Write(
        JournalSubjects.Enterprise, enterpriseId.ToString(CultureInfo.InvariantCulture), act, note?.Trim(), [new FieldChange("成员", null, name, IsPersonal: true), .. changes]);

    private IQueryable<Membership> Lasting(int enterpriseId) => db.Memberships.AsNoTracking().Where(m => m.EnterpriseId == enterpriseId && m.EndedAt == null);

    private IQueryable<EnterprisePerson> Rows(IQueryable<Membership> members)
    {
        var self = actor.UserId;
        return members.Select(m => new EnterprisePerson(
            m.Id, m.UserId, m.User!.DisplayName, m.User.Email, m.Role, m.Since, m.SuspendedAt, m.User.IsDisabled, m.User.LastSignInAt, m.UserId == self));
    }
}
