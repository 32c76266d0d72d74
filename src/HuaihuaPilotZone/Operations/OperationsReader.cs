using HuaihuaPilotZone.Backups;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Operations;

/// <summary>Sees how the portal is, by what all instances have written.</summary>
public sealed class OperationsReader(PortalDbContext db, IEnumerable<IRegularWork> works, IHostEnvironment environment, IOptions<OperationsOptions> options, ChinaTime time)
{
    private const int MostInstances = 100;

    private static readonly TimeSpan _errorTime = TimeSpan.FromMinutes(10);

    /// <summary>What waits for a worker, and since when.</summary>
    public async Task<IReadOnlyList<QueueFacts>> QueuesAsync(CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var yesterday = now.AddDays(-1);
        var jobs = db.Jobs.Where(j => (j.State == JobState.Waiting && j.DueAt <= now) || (j.State == JobState.Running && j.LeasedUntil < now));
        var mails = db.OutgoingMails.Where(m => m.DeliveredAt == null && m.GivenUpAt == null && m.DueAt <= now);
        var calls = db.WebhookDeliveries.Where(d => d.DeliveredAt == null && d.GivenUpAt == null && d.DueAt <= now && d.Webhook!.DisabledAt == null && d.Webhook.RemovedAt == null);
        return
        [
            new QueueFacts(
                QueueKind.Jobs, await jobs.CountAsync(cancellation), await jobs.MinAsync(j => (DateTime?)(j.LeasedUntil ?? j.DueAt), cancellation),
                await db.Jobs.CountAsync(j => j.State == JobState.Failed && j.EndedAt >= yesterday, cancellation)),
            new QueueFacts(
                QueueKind.Mails, await mails.CountAsync(cancellation), await mails.MinAsync(m => (DateTime?)m.DueAt, cancellation),
                await db.OutgoingMails.CountAsync(m => m.GivenUpAt >= yesterday, cancellation)),
            new QueueFacts(
                QueueKind.Webhooks, await calls.CountAsync(cancellation), await calls.MinAsync(d => (DateTime?)d.DueAt, cancellation),
                await db.WebhookDeliveries.CountAsync(d => d.GivenUpAt >= yesterday, cancellation)),
        ];
    }

    /// <summary>What the rules look at.</summary>
    public async Task<OperationsFacts> FactsAsync(CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var (seen, errors) = (now - options.Value.LostAfter, now - _errorTime);
        var alive = await db.PortalInstances.AsNoTracking().Where(i => i.StoppedAt == null && i.SeenAt >= seen).OrderBy(i => i.StartedAt).Take(MostInstances).ToListAsync(cancellation);
        var done = new List<WorkFacts>();
        foreach (var work in works) done.Add(new WorkFacts(work.Name, await work.LastAsync(cancellation)));
        return new OperationsFacts(
            now, await QueuesAsync(cancellation), await db.ErrorNotes.CountAsync(n => n.At >= errors, cancellation), alive.Count, alive.Count == 0 ? now : alive[0].StartedAt,
            [.. alive.GroupBy(i => i.Name.Split('/')[0], StringComparer.Ordinal).Select(g => new DiskFacts(g.Key, g.Min(i => i.FreeMegabytes)))], done)
        {
            Backup = await db.Journal.Where(l => l.Subject == JournalSubjects.Backup && l.Act == BackupActs.Made).MaxAsync(l => (DateTime?)l.At, cancellation),
            // the journal begins with the portal, and a restart does not begin it anew
            BackupDueFrom = environment.IsDevelopment() || !db.Database.IsSqlite() ? null : await db.Journal.OrderBy(l => l.Id).Select(l => (DateTime?)l.At).FirstOrDefaultAsync(cancellation),
        };
    }
}
