using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Messages;

/// <summary>What a notice says.</summary>
/// <param name="Link">Local address of the record.</param>
/// <param name="EnterpriseId">For people of an enterprise: whose work it is.</param>
public sealed record NoticeDraft(MessageKind Kind, string Title, string Text, string Link, int? EnterpriseId = null);

/// <summary>
/// The one way of sending: messages are added beside the change they tell of, the caller saves both or neither.
/// Mail then leaves in the background, so that no page waits for a mail server or fails with it.
/// </summary>
public sealed class Outbox(PortalDbContext db, PortalAddress address, OutboxBell bell, Actor actor, ChinaTime time) : IDisposable
{
    private bool _hasMail;

    /// <summary>Adds a mail to an address.</summary>
    /// <param name="linkExpiresAt">UTC; for a text with a link that is a secret: how long it is worth sending. The text is blanked after delivery.</param>
    /// <param name="leave">For a mail of a subscription: where a POST alone ends it.</param>
    /// <exception cref="ArgumentException">The address holds a line break or the like: what asked for it should have refused it.</exception>
    public void AddMail(MessageKind kind, string to, string subject, string text, DateTime? linkExpiresAt = null, Uri? leave = null)
    {
        if (to.Any(char.IsControl)) throw new ArgumentException("The address of a mail holds control characters.", nameof(to));
        var now = time.UtcNow;
        db.OutgoingMails.Add(new OutgoingMail
        {
            MessageId = Guid.NewGuid().ToString("N"),
            Kind = kind,
            To = to,
            Subject = Texts.Cut(Texts.OneLine(subject), OutgoingMail.SubjectMaxLength),
            Text = Texts.Cut(text, OutgoingMail.TextMaxLength),
            LeaveAddress = leave?.AbsoluteUri,
            LinkExpiresAt = linkExpiresAt,
            WrittenAt = now,
            DueAt = now,
        });
        _hasMail = true;
    }

    /// <summary>Adds a notice to the inbox of everybody in the audience but the one who acts, and a mail for those who want one.</summary>
    public async Task NotifyAsync(Audience audience, NoticeDraft notice, CancellationToken cancellation)
    {
        var (kind, self) = (notice.Kind, actor.UserId);
        var people = await Find(audience).Where(u => !u.IsDisabled && u.Id != self).OrderBy(u => u.Id)
            .Select(u => new { u.Id, u.DisplayName, u.Email }).ToListAsync(cancellation);
        List<int> ids = [.. people.Select(p => p.Id)];
        var withoutMail = await db.MailOptOuts.Where(o => o.Kind == kind && ids.Contains(o.UserId)).Select(o => o.UserId).ToListAsync(cancellation);
        foreach (var person in people)
        {
            db.Notices.Add(new Notice
            {
                UserId = person.Id,
                EnterpriseId = notice.EnterpriseId,
                Kind = kind,
                Title = Texts.Cut(notice.Title, Notice.TitleMaxLength),
                Text = Texts.Cut(notice.Text, Notice.TextMaxLength),
                Link = notice.Link,
                At = time.UtcNow,
            });
            if (person is { Email: { Length: > 0 } email } && !withoutMail.Contains(person.Id)) AddMail(kind, email, notice.Title, Letter(person.DisplayName, notice));
        }
    }

    /// <summary>Deletes the mails of some kinds to an address, whatever became of them: nobody may send or read them any more.</summary>
    public Task<int> ForgetAsync(string to, IReadOnlyCollection<MessageKind> kinds, CancellationToken cancellation) =>
        db.OutgoingMails.Where(m => m.To == to && kinds.Contains(m.Kind)).ExecuteDeleteAsync(cancellation);

    /// <summary>The scope ends after its transaction: what was added may be fetched now.</summary>
    public void Dispose()
    {
        if (_hasMail) bell.Ring();
    }

    private IQueryable<PortalUser> Find(Audience audience) => audience switch
    {
        { Role: { } role } => db.Users.Where(u => db.UserRoles.Any(g => g.UserId == u.Id && db.Roles.Any(r => r.Id == g.RoleId && r.Name == role))),
        { EnterpriseId: { } enterprise } => db.Users.Where(u => db.Memberships.Any(m => m.UserId == u.Id && m.EnterpriseId == enterprise && m.EndedAt == null && m.SuspendedAt == null
            && (m.Role == MembershipRole.EnterpriseAdministrator || u.Id == audience.PersonId))),
        _ => db.Users.Where(u => u.Id == audience.PersonId),
    };

    private string Letter(string name, NoticeDraft notice) => $"""
        {name}，您好：

        {notice.Text}

        {address.Of(notice.Link)}

        {(MessageKinds.Choosable.Contains(notice.Kind) ? $"不想收到这类邮件，可以在消息设置中关闭：{address.Of("/inbox/settings")}" : "这类邮件关系到账号安全，不能关闭。")}
        """;
}
