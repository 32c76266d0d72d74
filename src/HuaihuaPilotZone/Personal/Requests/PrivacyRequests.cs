using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Numbers;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Personal.Requests;

/// <summary>A request as the person sees it.</summary>
public sealed record OwnRequest(PrivacyRequest Request, WorkingDeadline Due);

/// <summary>The person's side: asks about their own data, follows it and takes it back. Nobody else's request exists here.</summary>
public sealed class PrivacyRequests(
    PortalDbContext db, NumberGiver numbers, WorkingCalendarSource calendars, IOptions<PrivacyOptions> options, PortalJournal journal, Outbox outbox, ChinaTime time)
{
    private const string Waiting = "您已有一份同类的请求在办理，请等待答复，或先撤回。";

    /// <returns>The number of the request.</returns>
    public async Task<Outcome<string>> SubmitAsync(int userId, PrivacyRequestKind kind, string? reason, CancellationToken cancellation)
    {
        if (Texts.Tidy(reason) is not { Length: <= PrivacyRequest.ReasonMaxLength } text) return Outcome.Refused("Reason", $"请写明原因或要更正的内容，最多 {PrivacyRequest.ReasonMaxLength} 个字。");
        var series = string.Create(CultureInfo.InvariantCulture, $"GX-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        try
        {
            return await db.InTransactionAsync<string>(
                async token =>
                {
                    if (await db.PrivacyRequests.AnyAsync(r => r.UserId == userId && r.Kind == kind && (r.State == PrivacyRequestState.Received || r.State == PrivacyRequestState.Handling), token)) return Outcome.Refused(Waiting);
                    var sequence = await numbers.NextAsync(series, token);
                    var number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}");
                    db.PrivacyRequests.Add(new PrivacyRequest
                    {
                        Number = number,
                        UserId = userId,
                        Kind = kind,
                        Reason = text,
                        ReceivedAt = time.UtcNow,
                        LimitDays = options.Value.RequestDays,
                    });
                    journal.Write(JournalSubjects.PrivacyRequest, number, PrivacyActs.RequestReceived, kind.Word());
                    await outbox.NotifyAsync(
                        Audience.Staff(StaffRoles.ParkAdministrator), new NoticeDraft(MessageKind.PrivacyMoved, $"个人信息请求 {number}", $"收到一份{kind.Word()}请求，请在期限内答复。", $"/park/privacy-requests/{number}"), token);
                    await db.SaveChangesAsync(token);
                    return number;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            // the unique index: the same person has just asked in another window
            db.ChangeTracker.Clear();
            return Outcome.Refused(Waiting);
        }
    }

    /// <summary>The person's requests, newest first.</summary>
    public async Task<Page<OwnRequest>> ListAsync(int userId, PageRequest page, CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var found = await db.PrivacyRequests.AsNoTracking().Where(r => r.UserId == userId).OrderByDescending(r => r.Id).ToPageAsync(page, cancellation);
        return found.Select(r => new OwnRequest(r, calendar.DueOf(r)));
    }

    /// <summary>Takes a request back while nobody has decided it.</summary>
    public Task<Outcome> WithdrawAsync(int userId, string number, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var now = time.UtcNow;
            var withdrawn = await db.PrivacyRequests.Where(r => r.UserId == userId && r.Number == number && (r.State == PrivacyRequestState.Received || r.State == PrivacyRequestState.Handling)).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.State, PrivacyRequestState.Withdrawn).SetProperty(r => r.DecidedAt, now).SetProperty(r => r.Version, r => r.Version + 1), token);
            if (withdrawn == 0) return await db.PrivacyRequests.AnyAsync(r => r.UserId == userId && r.Number == number, token) ? Outcome.Refused("这份请求已经办结。") : Outcome.Missing("没有这份请求。");
            journal.Write(JournalSubjects.PrivacyRequest, number, PrivacyActs.RequestWithdrawn);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Corrects what a person may correct alone: the name that others read. Lines of the journal keep the name of their day.</summary>
    public Task<Outcome> RenameAsync(int userId, string? name, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (Texts.Tidy(name) is not { Length: <= PortalUser.DisplayNameMaxLength } wanted || wanted.Any(char.IsControl)) return Outcome.Refused("Name", $"请填写姓名，最多 {PortalUser.DisplayNameMaxLength} 个字。");
            if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, token) is not { } user) return Outcome.Refused("没有这个账号。");
            if (string.Equals(user.DisplayName, wanted, StringComparison.Ordinal)) return Outcome.Done;
            journal.Write(JournalSubjects.Account, user.UserName!, PrivacyActs.Corrected, changes: [new FieldChange("姓名", user.DisplayName, wanted, IsPersonal: true)]);
            user.DisplayName = wanted;
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);
}

internal static class PrivacyTimes
{
    public static WorkingDeadline DueOf(this WorkingCalendar calendar, PrivacyRequest request) => calendar.Due(DeadlineRules.PersonalRequest(request.LimitDays), ChinaTime.DayOf(request.ReceivedAt));
}
