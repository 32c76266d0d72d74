using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Investment;

/// <summary>Tells the owner of a lead on the day of its next step: once for each day that was set, whichever instance comes first. A lead without an owner is everybody's.</summary>
public sealed class LeadReminders(PortalDbContext db, Outbox outbox, PortalJournal journal, ChinaTime time)
{
    private const int Batch = 200;

    /// <summary>Sends what is due.</summary>
    /// <returns>How many leads were told of.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellation)
    {
        var sent = 0;
        var due = await Due().OrderBy(l => l.NextStepOn).ThenBy(l => l.Id).Select(l => new { l.Id, l.Number, l.Company, l.NextStep, l.NextStepOn, l.OwnerId }).Take(Batch).ToListAsync(cancellation);
        foreach (var lead in due)
        {
            var owner = lead.OwnerId is { } id && await db.LeadOwners().AnyAsync(u => u.Id == id, cancellation) ? Audience.Person(id) : Audience.Staff(StaffRoles.ParkAdministrator);
            var day = lead.NextStepOn!.Value;
            var notice = new NoticeDraft(MessageKind.LeadDue, $"招商下一步到期：{lead.Company}", $"{LeadDesk.Day(day)}：{lead.NextStep}", $"/park/investment/{lead.Number}");
            var told = await db.InTransactionAsync(
                async token =>
                {
                    // whoever marks it sends it
                    if (await Due().Where(l => l.Id == lead.Id && l.NextStepOn == day).ExecuteUpdateAsync(set => set.SetProperty(l => l.RemindedOn, day), token) == 0) return Outcome.Refused("已提醒过。");
                    journal.Write(JournalSubjects.Lead, lead.Number, InvestmentActs.LeadReminded, LeadDesk.Day(day));
                    await outbox.NotifyAsync(owner, notice, token);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
            if (told.IsDone) sent++;
        }
        return sent;
    }

    private IQueryable<Lead> Due()
    {
        var today = time.Today;
        return db.Leads.Where(l => l.NextStepOn <= today && (l.RemindedOn == null || l.RemindedOn != l.NextStepOn) && LeadStages.Open.Contains(l.Stage));
    }
}

/// <summary>Looks every hour which next steps are due.</summary>
internal sealed class LeadReminderWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<LeadReminderWorker> logger) : RoundWorker(start, TimeSpan.FromHours(1), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LeadReminders>().SendDueAsync(cancellation);
        return false;
    }
}
