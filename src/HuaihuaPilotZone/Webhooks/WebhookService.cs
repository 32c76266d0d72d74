using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Webhooks;

/// <summary>A new address with its secret, to be shown once.</summary>
public sealed record AddedWebhook(int Id, string Secret);

/// <summary>What an enterprise does with the addresses of its systems. Every act names the enterprise, which comes from the sign-in.</summary>
public sealed class WebhookService(PortalDbContext db, WebhookTargets targets, WebhookSecrets secrets, WebhookOutbox queue, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const int MostWebhooks = 5;
    private const string Gone = "没有找到这个地址，或已删除。";

    /// <summary>The enterprise's addresses, the newest first.</summary>
    public async Task<IReadOnlyList<Webhook>> ListAsync(int enterpriseId, CancellationToken cancellation) =>
        await Own(enterpriseId).AsNoTracking().OrderByDescending(w => w.Id).Take(MostWebhooks).ToListAsync(cancellation);

    public Task<Webhook?> FindAsync(int enterpriseId, int id, CancellationToken cancellation) =>
        Own(enterpriseId).AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancellation);

    /// <summary>Adds an address. Only the answer holds its secret; nobody can read it again.</summary>
    public async Task<Outcome<AddedWebhook>> AddAsync(int enterpriseId, string? url, bool states, bool receipts, CancellationToken cancellation)
    {
        if (targets.Refuse(url) is { } reason) return Outcome.Refused("Url", reason);
        if (!states && !receipts) return Outcome.Refused("SendsStates", "请至少选择一类通知。");
        if (await Own(enterpriseId).CountAsync(cancellation) >= MostWebhooks) return Outcome.Refused($"最多 {MostWebhooks} 个地址，请先删除不用的。");
        var (secret, kept) = secrets.Make();
        var webhook = new Webhook
        {
            EnterpriseId = enterpriseId,
            Url = url!.Trim(),
            ProtectedSecret = kept,
            SendsStates = states,
            SendsReceipts = receipts,
            CreatedAt = time.UtcNow,
            CreatedBy = actor.Name,
        };
        db.Webhooks.Add(webhook);
        journal.Write(JournalSubjects.Webhook, HostOf(webhook.Url), "webhook.added");
        await db.SaveChangesAsync(cancellation);
        return new AddedWebhook(webhook.Id, secret);
    }

    /// <summary>Ends an address for good; what waits for it is not sent any more.</summary>
    public Task<Outcome> RemoveAsync(int enterpriseId, int id, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        return ChangeAsync(
            enterpriseId, id, "webhook.removed",
            own => own.ExecuteUpdateAsync(set => set.SetProperty(w => w.RemovedAt, now), cancellation), cancellation);
    }

    /// <summary>Switches an address on again that could not be reached.</summary>
    public Task<Outcome> ResumeAsync(int enterpriseId, int id, CancellationToken cancellation) => ChangeAsync(
        enterpriseId, id, "webhook.resumed",
        own => own.Where(w => w.DisabledAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.DisabledAt, (DateTime?)null).SetProperty(w => w.FailingSince, (DateTime?)null), cancellation),
        cancellation);

    /// <summary>Sends an event that says nothing, to try an address out.</summary>
    public async Task<Outcome> TestAsync(int enterpriseId, int id, CancellationToken cancellation)
    {
        if (await FindAsync(enterpriseId, id, cancellation) is not { } webhook) return Outcome.Missing(Gone);
        if (webhook.DisabledAt is not null) return Outcome.Refused("这个地址已停用，请先重新启用。");
        queue.Add(webhook.Id, WebhookEvent.Test, "", new { });
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    /// <summary>What was sent to an address, the last first.</summary>
    /// <param name="state">Null = all.</param>
    public Task<Page<WebhookDelivery>> DeliveriesAsync(int enterpriseId, int id, DeliveryState? state, PageRequest page, CancellationToken cancellation)
    {
        var sent = db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == id && d.Webhook!.EnterpriseId == enterpriseId);
        sent = state switch
        {
            DeliveryState.Waiting => sent.Where(d => d.DeliveredAt == null && d.GivenUpAt == null),
            DeliveryState.Delivered => sent.Where(d => d.DeliveredAt != null),
            DeliveryState.GivenUp => sent.Where(d => d.GivenUpAt != null),
            _ => sent,
        };
        return sent.OrderByDescending(d => d.Id).ToPageAsync(page, cancellation);
    }

    /// <summary>Sends an event again, delivered or given up, under the same id and from the first attempt on.</summary>
    public async Task<Outcome> ReplayAsync(int enterpriseId, int id, int deliveryId, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var again = await db.WebhookDeliveries
            .Where(d => d.Id == deliveryId && d.WebhookId == id && d.Webhook!.EnterpriseId == enterpriseId && d.Webhook.RemovedAt == null && (d.DeliveredAt != null || d.GivenUpAt != null))
            .ExecuteUpdateAsync(
                set => set.SetProperty(d => d.DeliveredAt, (DateTime?)null).SetProperty(d => d.GivenUpAt, (DateTime?)null).SetProperty(d => d.Attempts, 0).SetProperty(d => d.DueAt, now),
                cancellation);
        if (again == 1) return Outcome.Done;
        return await db.WebhookDeliveries.AnyAsync(d => d.Id == deliveryId && d.WebhookId == id && d.Webhook!.EnterpriseId == enterpriseId && d.Webhook.RemovedAt == null, cancellation)
            ? Outcome.Refused("这条记录正在等待发送。")
            : Outcome.Missing("没有这条记录。");
    }

    private Task<Outcome> ChangeAsync(int enterpriseId, int id, string act, Func<IQueryable<Webhook>, Task<int>> change, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var own = Own(enterpriseId).Where(w => w.Id == id);
            if (await own.AsNoTracking().Select(w => w.Url).SingleOrDefaultAsync(token) is not { } url) return Outcome.Missing(Gone);
            if (await change(own) == 0) return Outcome.Refused("这个地址没有停用。");
            journal.Write(JournalSubjects.Webhook, HostOf(url), act, id.ToString(CultureInfo.InvariantCulture));
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    private IQueryable<Webhook> Own(int enterpriseId) => db.Webhooks.Where(w => w.EnterpriseId == enterpriseId && w.RemovedAt == null);

    /// <summary>The path of an address may hold a secret of its own.</summary>
    private static string HostOf(string url) => Texts.Cut(new Uri(url).Authority, JournalLine.SubjectKeyMaxLength);
}
