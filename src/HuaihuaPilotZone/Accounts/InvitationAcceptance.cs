using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Personal.Consents;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Accounts;

/// <summary>What an invited person types.</summary>
/// <param name="Email">Only asked for when the invitation names no address.</param>
public sealed record NewPerson(string UserName, string? Email, string Password, PrivacyConsent Consent);

/// <summary>Whether and how the visitor may accept an invitation.</summary>
/// <param name="Invitation">The open invitation.</param>
/// <param name="HasAccount">Its address already belongs to an account, which must accept by signing in.</param>
/// <param name="IsForVisitor">The signed-in person may accept it with their account.</param>
public sealed record InvitationView(Invitation Invitation, bool HasAccount, bool IsForVisitor);

/// <summary>Turns an invitation into an account, or into roles and memberships of an account that exists.</summary>
public sealed class InvitationAcceptance(
    PortalDbContext db, UserManager<PortalUser> users, InvitationService invitations, ConsentService consents, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>The invitation as the visitor sees it; null when the link cannot be used.</summary>
    /// <param name="userId">The signed-in person, if any.</param>
    public async Task<InvitationView?> LookAsync(string token, int? userId, CancellationToken cancellation)
    {
        if (await invitations.FindOpenAsync(token, cancellation) is not { } invitation) return null;
        var owner = invitation.Email.Length == 0 ? null : await users.FindByEmailAsync(invitation.Email);
        var visitor = userId is { } id ? await FindAsync(id) : null;
        return new InvitationView(invitation, owner is not null, visitor is not null && IsAddressedTo(invitation, visitor));
    }

    /// <summary>Creates the account and uses up the link, both or neither.</summary>
    /// <returns>The id of the new person.</returns>
    public async Task<Outcome<int>> AcceptAsNewAsync(string token, NewPerson person, CancellationToken cancellation)
    {
        if (PrivacyNotice.Check(person.Consent) is { } refusal) return Outcome.Refused(refusal.Field, refusal.Message);
        try
        {
            return await db.InTransactionAsync(t => CreateAsync(token, person, t), cancellation);
        }
        catch (DbUpdateException)
        {
            // a unique index: somebody took the name or the address at this very moment
            db.ChangeTracker.Clear();
            if (await users.FindByNameAsync(person.UserName) is not null) return Outcome.Refused("UserName", "这个登录名刚被他人使用，请换一个。");
            if (person.Email is { } email && await users.FindByEmailAsync(email) is not null) return Outcome.Refused("Email", "这个邮箱已有账号，请登录后再打开链接。");
            throw;
        }
    }

    /// <summary>Gives the invitation's roles or membership to a signed-in person whose address it was sent to.</summary>
    public async Task<Outcome> AcceptAsExistingAsync(string token, int userId, PrivacyConsent consent, CancellationToken cancellation)
    {
        if (PrivacyNotice.Check(consent) is { } refusal) return Outcome.Refused(refusal.Field, refusal.Message);
        try
        {
            return await db.InTransactionAsync(t => JoinAsync(token, userId, t), cancellation);
        }
        catch (DbUpdateException)
        {
            // a unique index: the same person accepted another invitation of the enterprise at this very moment, so that they belong to it now
            db.ChangeTracker.Clear();
            return await db.InTransactionAsync(t => JoinAsync(token, userId, t), cancellation);
        }
    }

    private async Task<Outcome<int>> CreateAsync(string token, NewPerson person, CancellationToken cancellation)
    {
        if (await UseAsync(token, cancellation) is not { } invitation) return Outcome.Refused(InvitationService.ClosedMessage);
        var email = invitation.Email.Length > 0 ? invitation.Email : person.Email?.Trim() ?? "";
        if (email.Length == 0) return Outcome.Refused("Email", "请填写邮箱，找回密码时要用。");
        var user = new PortalUser
        {
            UserName = person.UserName.Trim(),
            Email = email,
            // the link came by mail to this very address
            EmailConfirmed = invitation.Email.Length > 0,
            DisplayName = invitation.Name,
            CreatedAt = time.UtcNow,
        };
        var made = (await users.CreateAsync(user, person.Password)).ToOutcome("Password");
        if (!made.IsDone) return made;
        actor.Is(user.Id, user.DisplayName);
        await consents.AddAsync(user, ConsentKind.Notice, cancellation);
        journal.Write(JournalSubjects.Account, user.UserName, AccountActs.Created, invitation.RoleWords);
        await GiveAsync(invitation, user, cancellation);
        return user.Id;
    }

    private async Task<Outcome> JoinAsync(string token, int userId, CancellationToken cancellation)
    {
        if (await UseAsync(token, cancellation) is not { } invitation) return Outcome.Refused(InvitationService.ClosedMessage);
        var user = await FindAsync(userId);
        if (user is null || user.IsDisabled || !IsAddressedTo(invitation, user)) return Outcome.Refused("这份邀请发给了另一个邮箱。请退出后用那个邮箱的账号登录，再打开链接。");
        await consents.AddAsync(user, ConsentKind.Notice, cancellation);
        journal.Write(JournalSubjects.Account, user.UserName!, AccountActs.Joined, invitation.RoleWords);
        await GiveAsync(invitation, user, cancellation);
        return Outcome.Done;
    }

    /// <summary>The conditional update comes first: from then on this transaction alone holds the link.</summary>
    private async Task<Invitation?> UseAsync(string token, CancellationToken cancellation)
    {
        var invitation = await invitations.FindOpenAsync(token, cancellation);
        return invitation is not null && await invitations.UseAsync(invitation.Id, cancellation) ? invitation : null;
    }

    private async Task GiveAsync(Invitation invitation, PortalUser user, CancellationToken cancellation)
    {
        var has = await users.GetRolesAsync(user);
        var given = await users.AddToRolesAsync(user, invitation.StaffRoleList.Where(r => !has.Contains(r)));
        // the same person at this very moment, by another link: to be tried again
        if (given.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure))) throw new DbUpdateConcurrencyException("The account was changed meanwhile.");
        if (!given.Succeeded) throw new InvalidOperationException(string.Join("; ", given.Errors.Select(e => e.Description)));
        if (invitation is { EnterpriseId: { } enterpriseId, MembershipRole: { } role }) await JoinEnterpriseAsync(user, enterpriseId, role, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task JoinEnterpriseAsync(PortalUser user, int enterpriseId, MembershipRole role, CancellationToken cancellation)
    {
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.UserId == user.Id && m.EnterpriseId == enterpriseId, cancellation);
        if (membership is null)
        {
            membership = new Membership { UserId = user.Id, EnterpriseId = enterpriseId, Role = role, Since = time.UtcNow };
            db.Memberships.Add(membership);
        }
        else
        {
            // a suspension is lifted by an administrator alone, and no link makes an administrator less
            if (membership.EndedAt is not null) (membership.Since, membership.SuspendedAt, membership.Role) = (time.UtcNow, null, role);
            else if (role == MembershipRole.EnterpriseAdministrator) membership.Role = role;
            membership.EndedAt = null;
        }
        journal.Write(
            JournalSubjects.Enterprise, enterpriseId.ToString(CultureInfo.InvariantCulture), EnterpriseActs.PersonJoined, role.Word(),
            [new FieldChange("成员", null, user.DisplayName, IsPersonal: true)]);
    }

    private static bool IsAddressedTo(Invitation invitation, PortalUser user) =>
        invitation.Email.Length == 0 || string.Equals(invitation.Email, user.Email, StringComparison.OrdinalIgnoreCase);

    private Task<PortalUser?> FindAsync(int userId) => users.FindByIdAsync(userId.ToString(CultureInfo.InvariantCulture));
}
