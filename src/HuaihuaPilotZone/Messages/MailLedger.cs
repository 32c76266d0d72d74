using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Messages;

/// <summary>A mail in the administrators' list; its text is nobody's business.</summary>
/// <param name="WrittenAt">UTC.</param>
/// <param name="At">UTC; when it was delivered, given up, or will be tried next.</param>
/// <param name="MayRetry">Given up, and still worth sending.</param>
public sealed record MailRow(int Id, string MessageId, MessageKind Kind, string To, string Subject, MailState State, int Attempts, string? LastError, DateTime WrittenAt, DateTime At, bool MayRetry);

/// <summary>What became of the mails, for administrators.</summary>
public sealed class MailLedger(PortalDbContext db, OutboxBell bell, PortalJournal journal, ChinaTime time)
{
    public const string RetriedAct = "mail.retried";

    /// <param name="word">Part of the address or the subject.</param>
    public async Task<Page<MailRow>> ListAsync(MailState state, string? word, PageRequest page, CancellationToken cancellation)
    {
        var mails = In(state);
        if (Texts.Tidy(word) is { } part) mails = mails.Where(m => m.To.Contains(part) || m.Subject.Contains(part));
        // few were given up: an index holds these alone
        var ordered = state == MailState.GivenUp ? mails.OrderByDescending(m => m.GivenUpAt).ThenByDescending(m => m.Id) : mails.OrderByDescending(m => m.Id);
        var found = await ordered.ToPageAsync(page, cancellation);
        var now = time.UtcNow;
        return found.Select(m => Row(m, state, now));
    }

    /// <summary>How many mails were given up.</summary>
    public Task<int> CountGivenUpAsync(CancellationToken cancellation) => In(MailState.GivenUp).CountAsync(cancellation);

    /// <summary>Tries a mail again that was given up, from the first attempt on.</summary>
    public Task<Outcome> RetryAsync(int id, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var now = time.UtcNow;
            var again = await db.OutgoingMails.Where(m => m.Id == id && m.GivenUpAt != null && (m.LinkExpiresAt == null || m.LinkExpiresAt > now)).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.GivenUpAt, (DateTime?)null).SetProperty(m => m.Attempts, 0).SetProperty(m => m.DueAt, now), token);
            if (again == 0) return Outcome.Refused("这封邮件已经重发，或其中的链接已过期。");
            journal.Write(JournalSubjects.Mail, id.ToString(CultureInfo.InvariantCulture), RetriedAct);
            await db.SaveChangesAsync(token);
            bell.Ring();
            return Outcome.Done;
        },
        cancellation);

    private IQueryable<OutgoingMail> In(MailState state) => state switch
    {
        MailState.Waiting => db.OutgoingMails.AsNoTracking().Where(m => m.DeliveredAt == null && m.GivenUpAt == null),
        MailState.Delivered => db.OutgoingMails.AsNoTracking().Where(m => m.DeliveredAt != null),
        MailState.GivenUp => db.OutgoingMails.AsNoTracking().Where(m => m.GivenUpAt != null),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static MailRow Row(OutgoingMail mail, MailState state, DateTime now) => new(
        mail.Id, mail.MessageId, mail.Kind, mail.To, mail.Subject, state, mail.Attempts, mail.LastError, mail.WrittenAt,
        mail.DeliveredAt ?? mail.GivenUpAt ?? mail.DueAt, state == MailState.GivenUp && (mail.LinkExpiresAt is not { } expires || expires > now));
}
