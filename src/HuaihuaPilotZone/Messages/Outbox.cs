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
        var withoutMail = await WithoutMailAsync(kind, [.. people.Select(p => p.Id)], cancellation);
        foreach (var person in people) Add(new Reader(person.Id, person.DisplayName, person.Email), notice, isMailed: !withoutMail.Contains(person.Id));
    }

    /// <summary>Adds the same notice for the administrators of many enterprises, but not for the one who acts: two questions, however many they are.</summary>
    public async Task NotifyEnterprisesAsync(IReadOnlyCollection<int> enterprises, NoticeDraft notice, CancellationToken cancellation)
    {
        var self = actor.UserId;
        var readers = await db.Memberships
            .Where(m => enterprises.Contains(m.EnterpriseId) && m.EndedAt == null && m.SuspendedAt == null && m.Role == MembershipRole.EnterpriseAdministrator && !m.User!.IsDisabled && m.UserId != self)
            .OrderBy(m => m.EnterpriseId).ThenBy(m => m.UserId)
            .Select(m => new { m.EnterpriseId, m.UserId, m.User!.DisplayName, m.User.Email }).ToListAsync(cancellation);
        var withoutMail = await WithoutMailAsync(notice.Kind, [.. readers.Select(r => r.UserId).Distinct()], cancellation);
        foreach (var reader in readers)
            Add(new Reader(reader.UserId, reader.DisplayName, reader.Email), notice with { EnterpriseId = reader.EnterpriseId }, isMailed: !withoutMail.Contains(reader.UserId));
    }

    /// <summary>Deletes the mails of some kinds to an address, whatever became of them: nobody may send or read them any more.</summary>
    public Task<int> ForgetAsync(string to, IReadOnlyCollection<MessageKind> kinds, CancellationToken cancellation) =>
        db.OutgoingMails.Where(m => m.To == to && kinds.Contains(m.Kind)).ExecuteDeleteAsync(cancellation);

    /// <summary>The scope ends after its transaction: what was added may be fetched now.</summary>
    public void Dispose()
    {
        if (_hasMail) bell.Ring();
    }

    private Task<List<int>> WithoutMailAsync(MessageKind kind, List<int> people, CancellationToken cancellation) =>
        db.MailOptOuts.Where(o => o.Kind == kind && people.Contains(o.UserId)).Select(o => o.UserId).ToListAsync(cancellation);

    private void Add(Reader reader, NoticeDraft notice, bool isMailed)
    {
        db.Notices.Add(new Notice
        {
            UserId = reader.Id,
            EnterpriseId = notice.EnterpriseId,
            Kind = notice.Kind,
            Title = Texts.Cut(notice.Title, Notice.TitleMaxLength),
            Text = Texts.Cut(notice.Text, Notice.TextMaxLength),
            Link = notice.Link,
            At = time.UtcNow,
        });
        if (isMailed && reader.Email is { Length: > 0 } email) AddMail(notice.Kind, email, notice.Title, Letter(reader.Name, notice));
    }

    private IQueryable<PortalUser> Find(Audience audience) => audience switch
    {
        { Role: { } role } => db.StaffIn(role),
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

    private sealed record Reader(int Id, string Name, string? Email);
}
