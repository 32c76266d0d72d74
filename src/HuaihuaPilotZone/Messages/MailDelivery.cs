using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Messages;

/// <summary>
/// Takes mails out of the database and hands them over, each once. Several instances may do so at a time: a lease is taken by one
/// conditional UPDATE. An instance that dies between handing over and noting it leaves a lease that runs out; the mail is then handed
/// over again under the same id.
/// </summary>
public sealed class MailDelivery(PortalDbContext db, IMailTransport transport, ChinaTime time, ILogger<MailDelivery> logger)
{
    private const int BatchSize = 20;
    private const string Interrupted = "投递时中断";
    private const string Expired = "链接已过期，不再投递";

    /// <summary>How long delivered mails are kept for administrators to look up.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(3);

    /// <summary>Shorter than the lease, so that a mail server that hangs costs the attempt and not the lease.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan[] _pauses = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    /// <summary>After so many attempts a mail is given up and shown to administrators.</summary>
    public static int MostAttempts => _pauses.Length + 1;

    /// <summary>Delivers what is due, at most one batch.</summary>
    /// <returns>How many mails were tried.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var due = await Free(now).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => m.Id).Take(BatchSize).ToListAsync(cancellation);
        var tried = 0;
        foreach (var id in due)
        {
            if (await TakeAsync(id, cancellation) is not { } mail) continue;
            tried++;
            await DeliverAsync(mail, cancellation);
        }
        return tried;
    }

    /// <summary>Forgets delivered mails and their addresses once nobody will ask for them any more.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetOldAsync(CancellationToken cancellation)
    {
        var before = time.UtcNow - Kept;
        return db.OutgoingMails.Where(m => m.DeliveredAt != null && m.DeliveredAt < before).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>
    /// What is due and nobody sends. A lease that ends later than any taken now could, and a pause that is longer than any, come from a clock that was
    /// set back since; a mail that was never tried waits for nothing.
    /// </summary>
    private IQueryable<OutgoingMail> Free(DateTime now)
    {
        var (lease, wait) = (now + (_lease * 2), now + (_pauses[^1] * 2));
        return db.OutgoingMails.AsNoTracking().Where(m => m.DeliveredAt == null && m.GivenUpAt == null && (m.DueAt <= now || m.Attempts == 0 || m.DueAt > wait)
            && (m.LeasedUntil == null || m.LeasedUntil < now || m.LeasedUntil > lease));
    }

    /// <summary>Null when another instance was faster.</summary>
    private async Task<OutgoingMail?> TakeAsync(int id, CancellationToken cancellation)
    {
        var (now, lease) = (time.UtcNow, Guid.NewGuid().ToString("N"));
        var until = now + _lease;
        var taken = await Free(now).Where(m => m.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.Lease, lease).SetProperty(m => m.LeasedUntil, until).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancellation);
        return taken == 0 ? null : await db.OutgoingMails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.Lease == lease, cancellation);
    }

    private async Task DeliverAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (mail.LinkExpiresAt <= time.UtcNow)
        {
            await GiveUpAsync(mail, Expired, "", cancellation);
            return;
        }
        if (mail.Attempts > MostAttempts)
        {
            await GiveUpAsync(mail, Interrupted, mail.Text, cancellation);
            return;
        }
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(_patience);
            await transport.DeliverAsync(new Mail(mail.MessageId, mail.WrittenAt, mail.To, mail.Subject, mail.Text, mail.LeaveAddress is { } leave ? new Uri(leave) : null), patience.Token);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            await FailAsync(mail, e, cancellation);
            return;
        }
        // it has left: that is noted also while the portal stops
        await NoteAsync(mail);
    }

    private async Task NoteAsync(OutgoingMail mail)
    {
        var now = time.UtcNow;
        var (text, leave) = mail.LinkExpiresAt is null ? (mail.Text, mail.LeaveAddress) : ("", null);
        var noted = await Mine(mail).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.DeliveredAt, now).SetProperty(m => m.Text, text).SetProperty(m => m.LeaveAddress, leave).SetProperty(m => m.Lease, (string?)null)
                .SetProperty(m => m.LeasedUntil, (DateTime?)null).SetProperty(m => m.LastError, (string?)null), CancellationToken.None);
        if (noted == 0) logger.LogWarning("The lease of mail {MessageId} ran out while it was delivered", mail.MessageId);
    }

    private async Task FailAsync(OutgoingMail mail, Exception error, CancellationToken cancellation)
    {
        // neither address nor content: the log is read by others
        logger.LogWarning(error, "Mail {MessageId} could not be delivered, attempt {Attempt}", mail.MessageId, mail.Attempts);
        var reason = Texts.Cut(error is OperationCanceledException ? "邮件服务器没有应答" : error.Message, OutgoingMail.ErrorMaxLength);
        if (mail.Attempts >= MostAttempts)
        {
            await GiveUpAsync(mail, reason, mail.Text, cancellation);
            return;
        }
        var due = time.UtcNow + _pauses[mail.Attempts - 1];
        await Mine(mail).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.DueAt, due).SetProperty(m => m.LastError, reason).SetProperty(m => m.Lease, (string?)null)
                .SetProperty(m => m.LeasedUntil, (DateTime?)null), cancellation);
    }

    private async Task GiveUpAsync(OutgoingMail mail, string reason, string text, CancellationToken cancellation)
    {
        var (now, leave) = (time.UtcNow, text.Length == 0 ? null : mail.LeaveAddress);
        logger.LogError("Mail {MessageId} was given up after {Attempts} attempts", mail.MessageId, mail.Attempts);
        await Mine(mail).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.GivenUpAt, now).SetProperty(m => m.LastError, reason).SetProperty(m => m.Text, text).SetProperty(m => m.LeaveAddress, leave)
                .SetProperty(m => m.Lease, (string?)null).SetProperty(m => m.LeasedUntil, (DateTime?)null), cancellation);
    }

    private IQueryable<OutgoingMail> Mine(OutgoingMail mail) => db.OutgoingMails.Where(m => m.Id == mail.Id && m.Lease == mail.Lease);
}
