using System.Security.Cryptography;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Webhooks;

/// <summary>
/// Takes events out of the database and sends them. Several instances may do so at a time: a lease is taken by one conditional UPDATE. An event
/// may arrive more than once (an instance died before it noted the answer), always under the same id.
/// </summary>
public sealed class WebhookSender(
    PortalDbContext db, IWebhookTransport transport, WebhookSecrets secrets, Outbox outbox, ChinaTime time, IOptions<WebhookOptions> options, ILogger<WebhookSender> logger)
{
    private const int BatchSize = 20;
    private const string Interrupted = "发送时中断";

    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(2);

    /// <summary>Shorter than the lease, so that a receiver that hangs costs the attempt and not the lease.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan[] _pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6),
        TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    /// <summary>After so many attempts an event is given up; the enterprise may send it again.</summary>
    public static int MostAttempts => _pauses.Length + 1;

    /// <summary>Sends what is due, at most one batch.</summary>
    /// <returns>How many events were tried.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellation)
    {
        var due = await Free(time.UtcNow).OrderBy(d => d.DueAt).ThenBy(d => d.Id).Select(d => d.Id).Take(BatchSize).ToListAsync(cancellation);
        var tried = 0;
        foreach (var id in due)
        {
            if (await TakeAsync(id, cancellation) is not { } delivery) continue;
            tried++;
            await SendAsync(delivery, cancellation);
        }
        return tried;
    }

    /// <summary>Forgets events that ended long ago.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetOldAsync(CancellationToken cancellation)
    {
        var before = time.UtcNow.AddDays(-options.Value.KeptDays);
        return db.WebhookDeliveries.Where(d => d.CreatedAt < before && (d.DeliveredAt != null || d.GivenUpAt != null || d.Webhook!.RemovedAt != null)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>
    /// What is due and nobody sends. A lease that ends later than any taken now could, and a pause that is longer than any, come from a clock that was
    /// set back since; an event that was never tried waits for nothing.
    /// </summary>
    private IQueryable<WebhookDelivery> Free(DateTime now)
    {
        var (lease, wait) = (now + (_lease * 2), now + (_pauses[^1] * 2));
        return db.WebhookDeliveries.Where(d => d.DeliveredAt == null && d.GivenUpAt == null && (d.DueAt <= now || d.Attempts == 0 || d.DueAt > wait)
            && (d.LeasedUntil == null || d.LeasedUntil < now || d.LeasedUntil > lease) && d.Webhook!.RemovedAt == null && d.Webhook.DisabledAt == null);
    }

    /// <summary>Null when another instance was faster.</summary>
    private async Task<WebhookDelivery?> TakeAsync(int id, CancellationToken cancellation)
    {
        var (now, lease) = (time.UtcNow, Guid.NewGuid().ToString("N"));
        var until = now + _lease;
        var taken = await Free(now).Where(d => d.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.Lease, lease).SetProperty(d => d.LeasedUntil, until).SetProperty(d => d.LastTriedAt, now).SetProperty(d => d.Attempts, d => d.Attempts + 1),
            cancellation);
        return taken == 0 ? null : await db.WebhookDeliveries.AsNoTracking().Include(d => d.Webhook).SingleOrDefaultAsync(d => d.Id == id && d.Lease == lease, cancellation);
    }

    private async Task SendAsync(WebhookDelivery delivery, CancellationToken cancellation)
    {
        if (delivery.Attempts > MostAttempts)
        {
            await FailAsync(delivery, null, Interrupted, cancellation);
            return;
        }
        int status;
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(_patience);
            var headers = secrets.Sign(delivery.Webhook!.ProtectedSecret, delivery.EventId, delivery.Body, time.UtcNow);
            status = await transport.PostAsync(new WebhookCall(new Uri(delivery.Webhook.Url), delivery.Body, headers), patience.Token);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            await FailAsync(delivery, null, ReasonOf(e), cancellation);
            return;
        }
        // an answer that came is noted also while the portal stops
        if (status is >= 200 and < 300) await NoteAsync(delivery, status);
        else await FailAsync(delivery, status, status is >= 300 and < 400 ? $"对方要求转向（{status}），不跟随" : $"对方回答 {status}", CancellationToken.None);
    }

    private static string ReasonOf(Exception e) => e switch
    {
        OperationCanceledException => "对方没有及时应答",
        CryptographicException => "签名密钥已失效，请删除后重新添加",
        ForbiddenTargetException => e.Message,
        HttpRequestException { InnerException: ForbiddenTargetException forbidden } => forbidden.Message,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "找不到这个域名",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "连不上对方",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "对方的证书不可信，或不能建立加密连接",
        _ => e.Message,
    };

    private async Task NoteAsync(WebhookDelivery delivery, int status)
    {
        var now = time.UtcNow;
        var noted = await Mine(delivery).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.DeliveredAt, now).SetProperty(d => d.LastStatus, status).SetProperty(d => d.LastError, (string?)null)
                .SetProperty(d => d.Lease, (string?)null).SetProperty(d => d.LeasedUntil, (DateTime?)null),
            CancellationToken.None);
        if (noted == 0) logger.LogWarning("The lease of event {EventId} ran out while it was sent", delivery.EventId);
        await db.Webhooks.Where(w => w.Id == delivery.WebhookId && w.FailingSince != null).ExecuteUpdateAsync(set => set.SetProperty(w => w.FailingSince, (DateTime?)null), CancellationToken.None);
    }

    private async Task FailAsync(WebhookDelivery delivery, int? status, string reason, CancellationToken cancellation)
    {
        // neither address nor content: the log is read by others
        logger.LogWarning("Event {EventId} could not be delivered, attempt {Attempt}: {Reason}", delivery.EventId, delivery.Attempts, reason);
        var now = time.UtcNow;
        var isLast = delivery.Attempts >= MostAttempts;
        var (due, given) = isLast ? (delivery.DueAt, (DateTime?)now) : (now + WithJitter(_pauses[delivery.Attempts - 1]), null);
        var error = Texts.Cut(reason, WebhookDelivery.ErrorMaxLength);
        await Mine(delivery).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.DueAt, due).SetProperty(d => d.GivenUpAt, given).SetProperty(d => d.LastStatus, status).SetProperty(d => d.LastError, error)
                .SetProperty(d => d.Lease, (string?)null).SetProperty(d => d.LeasedUntil, (DateTime?)null),
            cancellation);
        await db.Webhooks.Where(w => w.Id == delivery.WebhookId && w.FailingSince == null).ExecuteUpdateAsync(set => set.SetProperty(w => w.FailingSince, now), cancellation);
        await DisableAsync(delivery.Webhook!, now, cancellation);
    }

    /// <summary>Switches an address off that has failed for days, and says so once.</summary>
    private Task<Outcome> DisableAsync(Webhook webhook, DateTime now, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var limit = now.AddDays(-options.Value.DisableAfterDays);
            var disabled = await db.Webhooks.Where(w => w.Id == webhook.Id && w.FailingSince <= limit && w.DisabledAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.DisabledAt, now), token);
            if (disabled == 0) return Outcome.Done;
            await outbox.NotifyAsync(
                Audience.Enterprise(webhook.EnterpriseId),
                new NoticeDraft(
                    MessageKind.WebhookDisabled, $"回调地址 {new Uri(webhook.Url).Host} 已停用",
                    $"连续 {options.Value.DisableAfterDays} 天都没有送达，平台已停止向它发送通知。修好后请在“回调通知”页重新启用。停用期间的变化可以用接口按修改时间读取。",
                    $"/enterprise/webhooks/{webhook.Id}", webhook.EnterpriseId),
                token);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>A fifth more or less, so that events that failed together do not come back together.</summary>
    private static TimeSpan WithJitter(TimeSpan pause) => pause * (RandomNumberGenerator.GetInt32(80, 121) / 100.0);

    private IQueryable<WebhookDelivery> Mine(WebhookDelivery delivery) => db.WebhookDeliveries.Where(d => d.Id == delivery.Id && d.Lease == delivery.Lease);
}
