using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Personal.Consents;
using HuaihuaPilotZone.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Personal.Requests;

/// <summary>
/// Blanks what the portal holds of a person who has an account. The row of the account stays, named by nobody, because records with numbers refer to it; what law or
/// proof needs stays too and is told in plain words.
/// </summary>
public sealed class PersonalErasure(
    PortalDbContext db, PeopleService people, EnterprisePeople colleagues, SubscriptionBook subscriptions, AgreedPeople agreed, IOptions<PrivacyOptions> options, PortalJournal journal, Outbox outbox,
    Actor actor, ChinaTime time)
{
    /// <summary>Name of an account that was blanked.</summary>
    public const string Nobody = "已注销的用户";

    private const int MostMemberships = 200;
    private const int MostLines = 5000;

    /// <summary>Part of the caller's transaction.</summary>
    /// <param name="number">Of the request, for the last mail.</param>
    /// <returns>What stays, on what basis and how long.</returns>
    internal async Task<Outcome<string>> EraseAsync(int userId, string number, CancellationToken cancellation)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancellation) is not { } user) return Outcome.Refused("没有这个账号。");
        var memberships = await db.Memberships.Include(m => m.Enterprise).Where(m => m.UserId == userId && m.EndedAt == null).OrderBy(m => m.Id).Take(MostMemberships).ToListAsync(cancellation);
        if (await people.MayLeaveAsync(userId, cancellation) is { IsDone: false } last) return Outcome.Refused(last.Refusals);
        foreach (var membership in memberships)
        {
            if (await colleagues.MayLeaveAsync(membership, cancellation) is { IsDone: false } needed) return Outcome.Refused(needed.Refusals);
        }
        var remainder = await RemainderAsync(user, cancellation);
        await BlankHistoryAsync(user, cancellation);
        await BlankContactsAsync(user, cancellation);
        await ForgetMessagesAsync(user, number, remainder, cancellation);
        await EndConsentsAsync(userId, cancellation);
        foreach (var membership in memberships) membership.EndedAt = time.UtcNow;
        await db.UserRoles.Where(r => r.UserId == userId).ExecuteDeleteAsync(cancellation);
        await db.UserClaims.Where(c => c.UserId == userId).ExecuteDeleteAsync(cancellation);
        await db.UserLogins.Where(l => l.UserId == userId).ExecuteDeleteAsync(cancellation);
        await db.UserTokens.Where(t => t.UserId == userId).ExecuteDeleteAsync(cancellation);
        await db.RosterViews.Where(v => v.OwnerId == userId).ExecuteDeleteAsync(cancellation);
        Blank(user);
        await db.SaveChangesAsync(cancellation);
        agreed.Remove(userId);
        return remainder;
    }

    private static void Blank(PortalUser user)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"erased-{user.Id}");
        (user.UserName, user.NormalizedUserName, user.DisplayName) = (name, name.ToUpperInvariant(), Nobody);
        (user.Email, user.NormalizedEmail, user.EmailConfirmed, user.PhoneNumber, user.PhoneNumberConfirmed) = (null, null, false, null, false);
        (user.PasswordHash, user.TwoFactorEnabled, user.IsDisabled, user.LastSignInAt, user.ResetMailSentAt) = (null, false, true, null, null);
        // whoever is signed in with it is signed out
        (user.SecurityStamp, user.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
    }

    /// <summary>Old and new values that name the person: in the account's own history, and where colleagues were added to an enterprise.</summary>
    private async Task BlankHistoryAsync(PortalUser user, CancellationToken cancellation)
    {
        await journal.BlankPersonalAsync(JournalSubjects.Account, user.UserName!, cancellation);
        var served = await db.Memberships.Where(m => m.UserId == user.Id).OrderBy(m => m.Id).Select(m => m.EnterpriseId).Take(MostMemberships).ToListAsync(cancellation);
        List<string> keys = [.. served.Select(id => id.ToString(CultureInfo.InvariantCulture))];
        await journal.BlankPersonalAsync(JournalSubjects.Enterprise, keys, [user.DisplayName, user.Email], MostLines, cancellation);
    }

    /// <summary>The person as a contact of the enterprises they work for, known by the address.</summary>
    private async Task BlankContactsAsync(PortalUser user, CancellationToken cancellation)
    {
        if (user.Email is not { } email) return;
        var contacts = await db.Set<Contact>().Where(c => db.Memberships.Any(m => m.UserId == user.Id && m.EnterpriseId == c.EnterpriseId)).OrderBy(c => c.Id).Take(MostLines).ToListAsync(cancellation);
        foreach (var contact in contacts.Where(c => string.Equals(c.Email, email, StringComparison.OrdinalIgnoreCase)))
            (contact.Name, contact.Position, contact.Phone, contact.Email) = (Nobody, null, null, null);
    }

    private async Task ForgetMessagesAsync(PortalUser user, string number, string remainder, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        await db.Notices.Where(n => n.UserId == user.Id).ExecuteDeleteAsync(cancellation);
        await db.MailOptOuts.Where(o => o.UserId == user.Id).ExecuteDeleteAsync(cancellation);
        if (user.Email is not { } email) return;
        await subscriptions.LeaveKnownAsync(email, cancellation);
        await db.OutgoingMails.Where(m => m.To == email).ExecuteDeleteAsync(cancellation);
        await db.Invitations.Where(i => i.Email == email && i.UsedAt == null && i.WithdrawnAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.WithdrawnAt, now), cancellation);
        await db.Invitations.Where(i => i.Email == email).ExecuteUpdateAsync(set => set.SetProperty(i => i.Name, "").SetProperty(i => i.Email, ""), cancellation);
        // the last one, which goes as soon as it is delivered
        outbox.AddMail(MessageKind.PrivacyMoved, email, $"个人信息请求 {number} 已办结", $"您的账号和个人信息已删除，今后无法用它登录。\n\n{remainder}", now.AddDays(options.Value.FailedMailDays));
    }

    private Task<int> EndConsentsAsync(int userId, CancellationToken cancellation)
    {
        var (now, name) = (time.UtcNow, actor.Name);
        return db.ConsentRecords.Where(c => c.UserId == userId && c.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.EndedAt, now).SetProperty(c => c.End, ConsentEnd.Erased).SetProperty(c => c.EndedBy, name), cancellation);
    }

    private async Task<string> RemainderAsync(PortalUser user, CancellationToken cancellation)
    {
        var lines = await db.Journal.CountAsync(l => l.UserId == user.Id, cancellation);
        var consents = await db.ConsentRecords.CountAsync(c => c.UserId == user.Id, cancellation);
        var (journalled, proof) = (options.Value.JournalValueDays, options.Value.ProofDays);
        return new StringBuilder("以下内容依法或为举证保留，只做保存，不作他用（个人信息保护法第四十七条）：\n")
            .Append(CultureInfo.InvariantCulture, $"1. 操作记录 {lines} 条：编号、时间、事项和当时的姓名。用于查明谁在何时办理了哪些事项，长期保存；其中修改前后的个人信息最多保存 {journalled} 天。\n")
            .Append("2. 您经办的申报、申请和审核：编号、时间、结果和经办人姓名，随该业务记录保存。\n")
            .Append(CultureInfo.InvariantCulture, $"3. 同意记录 {consents} 条和本请求的编号、时间、结果：用于证明曾经同意、已经删除，保存 {proof} 天。\n")
            .Append("4. 网络日志：访问时间、页面类别、结果和账号编号，保存不少于六个月，到期自动删除。")
            .ToString();
    }
}
