using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Enterprises.Vault;

/// <summary>Tells the administrators of an enterprise that a paper is about to expire: once at 30 days and once at 7, whichever instance comes first.</summary>
public sealed class VaultReminders(PortalDbContext db, Outbox outbox, ChinaTime time)
{
    /// <summary>The nearer first: a paper that is found late gets one notice, not two.</summary>
    private static readonly int[] _days = [7, VaultService.WarningDays];

    private const int Batch = 200;

    /// <summary>Sends what is due.</summary>
    /// <returns>How many notices went out.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var days in _days)
        {
            var due = await Due(days).OrderBy(d => d.Id).Select(d => new { d.Id, d.EnterpriseId, d.Type, d.Title, d.ValidTo }).Take(Batch).ToListAsync(cancellation);
            foreach (var paper in due)
            {
                var outcome = await db.InTransactionAsync(
                    async token =>
                    {
                        // whoever marks it sends it
                        if (await Due(days).Where(d => d.Id == paper.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.RemindedDays, days), token) == 0) return Outcome.Refused("已提醒过。");
                        await outbox.NotifyAsync(Audience.Enterprise(paper.EnterpriseId), Notice(paper.Id, paper.EnterpriseId, $"{paper.Type.Word()}“{paper.Title}”", paper.ValidTo!.Value), token);
                        await db.SaveChangesAsync(token);
                        return Outcome.Done;
                    },
                    cancellation);
                if (outcome.IsDone) sent++;
            }
        }
        return sent;
    }

    private IQueryable<VaultDocument> Due(int days)
    {
        var (today, until) = (time.Today, time.Today.AddDays(days));
        return db.VaultDocuments.Where(d => !d.IsArchived && d.ValidTo != null && d.ValidTo >= today && d.ValidTo <= until && (d.RemindedDays == null || d.RemindedDays > days));
    }

    private NoticeDraft Notice(int id, int enterpriseId, string paper, DateOnly validTo)
    {
        var left = validTo.DayNumber - time.Today.DayNumber;
        var when = left == 0 ? "今天到期" : string.Create(CultureInfo.InvariantCulture, $"还有 {left} 天到期");
        return new NoticeDraft(
            MessageKind.VaultExpiring, $"{paper}{when}", string.Create(CultureInfo.InvariantCulture, $"{paper}的有效期到 {validTo:yyyy-MM-dd}，{when}。续期后请在文件库存入新版本并改有效期。"),
            string.Create(CultureInfo.InvariantCulture, $"/enterprise/documents/{id}"), enterpriseId);
    }
}

/// <summary>Looks every hour which papers are about to expire.</summary>
internal sealed class VaultReminderWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<VaultReminderWorker> logger) : RoundWorker(start, TimeSpan.FromHours(1), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<VaultReminders>().SendDueAsync(cancellation);
        return false;
    }
}
