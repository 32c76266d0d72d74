using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.InformationRequests;

/// <summary>Reminds of deadlines that come near or are over, once a day, and erases requests whose time is over.</summary>
public sealed class InformationRequestClock(PortalDbContext db, WorkingCalendarSource calendars, Outbox outbox, PortalJournal journal, IOptions<InformationRequestOptions> options, ChinaTime time)
{
    /// <summary>Working days before the deadline at which the reminders begin.</summary>
    public const int NearDays = 3;

    private const int Batch = 200;

    /// <returns>How many requests were reminded of.</returns>
    public async Task<int> RemindAsync(CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var today = time.Today;
        var open = await db.InformationRequests.AsNoTracking().Where(r => r.State == RequestState.Handling || (r.State == RequestState.Received && r.CorrectedOn == null)).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellation);
        var reminded = 0;
        foreach (var request in open)
        {
            var due = request.State == RequestState.Handling ? calendar.AnswerDue(request, today)! : calendar.CorrectionDue(request);
            if (calendar.CountBetween(today, due.Day) > NearDays) continue;
            var outcome = await db.InTransactionAsync(
                async token =>
                {
                    // whoever marks it sends it
                    var marked = await db.InformationRequests.Where(r => r.Id == request.Id && (r.RemindedOn == null || r.RemindedOn < today)).ExecuteUpdateAsync(set => set.SetProperty(r => r.RemindedOn, today), token);
                    if (marked == 0) return Outcome.Refused("今天已提醒过。");
                    var text = string.Create(CultureInfo.InvariantCulture, $"信息公开申请 {request.Number} 的期限是 {due.Day:yyyy-MM-dd}{(today > due.Day ? "，已经超过" : "")}。");
                    journal.Write(JournalSubjects.InformationRequest, request.Number, RequestActs.Reminded);
                    await outbox.NotifyAsync(Audience.Staff(StaffRoles.ParkAdministrator), new NoticeDraft(MessageKind.RequestWaiting, $"信息公开申请 {request.Number} 临近期限", text, $"/park/information-requests/{request.Number}"), token);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
            if (outcome.IsDone) reminded++;
        }
        return reminded;
    }

    /// <returns>How many requests were erased.</returns>
    public async Task<int> EraseOldAsync(CancellationToken cancellation)
    {
        var before = time.UtcNow.AddDays(-options.Value.KeptDays);
        var old = await db.InformationRequests.Where(r => (r.State == RequestState.Answered || r.State == RequestState.Abandoned) && r.ErasedAt == null && r.AnsweredAt < before).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellation);
        foreach (var request in old)
        {
            (request.ProtectedApplicant, request.IdentityMark, request.CodeHash, request.Content, request.CorrectionNote, request.Answer, request.ErasedAt) = (null, null, "", "", null, null, time.UtcNow);
            journal.Write(JournalSubjects.InformationRequest, request.Number, RequestActs.Erased);
        }
        await db.SaveChangesAsync(cancellation);
        return old.Count;
    }
}

/// <summary>Looks every few hours what is due, while the module is open.</summary>
internal sealed class InformationRequestWorker(IServiceScopeFactory scopes, IOptions<InformationRequestOptions> options, WorkerStart start, ILogger<InformationRequestWorker> logger) : RoundWorker(start, TimeSpan.FromHours(4), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var clock = scope.ServiceProvider.GetRequiredService<InformationRequestClock>();
        if (options.Value.IsOpen) await clock.RemindAsync(cancellation);
        // what has to go goes also where the module was switched off
        if (isNewDay) await clock.EraseOldAsync(cancellation);
        return false;
    }
}
