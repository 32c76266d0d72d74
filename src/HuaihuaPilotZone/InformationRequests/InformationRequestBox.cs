using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.FilingReceipts;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Numbers;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.InformationRequests;

/// <summary>What an applicant types.</summary>
public sealed record RequestDraft(RequestApplicant Applicant, string Content, InformationForm Form, DeliveryWay Delivery, PrivacyConsent Consent);

/// <summary>What the applicant is told once.</summary>
/// <param name="CheckCode">Of the public receipt, see <see cref="FilingReceipt"/>.</param>
public sealed record RequestReceipt(string Number, string Code, string CheckCode)
{
    public string ReceiptNumber => ReceiptGiver.Once(Number);
}

/// <summary>What the applicant sees of a request.</summary>
/// <param name="Due">Null before the confirmation.</param>
public sealed record RequestStatus(
    string Number, string Content, DateTime ReceivedAt, RequestState State, string? CorrectionNote, DateOnly? ConfirmedOn, bool IsConsulting, int? ExtensionDays, WorkingDeadline? Due,
    RequestAnswer? AnswerKind, string? Answer, DateTime? AnsweredAt);

/// <summary>The public's side: a request comes in without a sign-in and is followed, and corrected once, with number and query code.</summary>
public sealed class InformationRequestBox(
    PortalDbContext db, NumberGiver numbers, PersonalColumn personal, WorkingCalendarSource calendars, ReceiptGiver receipts, PortalJournal journal, Outbox outbox, ChinaTime time)
{
    public async Task<Outcome<RequestReceipt>> SubmitAsync(RequestDraft draft, CancellationToken cancellation)
    {
        var problems = new List<Refusal>();
        if (PrivacyNotice.Check(draft.Consent) is { } consent) problems.Add(consent);
        if (draft.Applicant is { Phone: null, Email: null }) problems.Add(new Refusal("Phone", "电话和邮箱至少填写一个。"));
        if (draft.Delivery == DeliveryWay.Post && draft.Applicant.Address is null) problems.Add(new Refusal("Address", "选择邮寄的，请填写通信地址。"));
        if (draft.Delivery == DeliveryWay.Mail && draft.Applicant.Email is null) problems.Add(new Refusal("Email", "选择电子邮件的，请填写邮箱。"));
        if (problems.Count > 0) return Outcome.Refused(problems);
        var series = string.Create(CultureInfo.InvariantCulture, $"GK-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        return await db.InTransactionAsync<RequestReceipt>(
            async token =>
            {
                var sequence = await numbers.NextAsync(series, token);
                var number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}");
                var code = QueryCode.New();
                var request = new InformationRequest
                {
                    Number = number,
                    CodeHash = QueryCode.Hash(number, code),
                    ProtectedApplicant = personal.Protect(draft.Applicant),
                    IdentityMark = draft.Applicant.IdentityKind == IdentityKind.CreditCode ? null : personal.MarkOf(draft.Applicant.IdentityNumber),
                    Content = draft.Content,
                    Form = draft.Form,
                    Delivery = draft.Delivery,
                    PrivacyNoticeVersion = PrivacyNotice.Version,
                    ReceivedAt = time.UtcNow,
                };
                db.InformationRequests.Add(request);
                journal.Write(JournalSubjects.InformationRequest, number, RequestActs.Received);
                var receipt = receipts.GiveFor(request);
                await TellAsync(number, "收到一份政府信息公开申请，请确认或一次告知补正。", token);
                await db.SaveChangesAsync(token);
                return new RequestReceipt(number, code, receipt.CheckCode);
            },
            cancellation);
    }

    /// <summary>What became of a request; null when number and code do not belong together.</summary>
    public async Task<RequestStatus?> LookAsync(string number, string code, CancellationToken cancellation)
    {
        var wanted = number.Trim().ToUpperInvariant();
        var request = await db.InformationRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Number == wanted, cancellation);
        if (request is null || !QueryCode.Fits(request.Number, code, request.CodeHash)) return null;
        var calendar = await calendars.ReadAsync(cancellation);
        return new RequestStatus(
            request.Number, request.Content, request.ReceivedAt, request.State, request.CorrectionNote, request.ConfirmedOn, request is { ConsultedFrom: not null, ConsultedTo: null },
            request.ExtensionDays, calendar.AnswerDue(request, time.Today), request.AnswerKind, request.Answer, request.AnsweredAt);
    }

    /// <summary>The applicant adds what was missing; the request is received anew and cannot be sent back a second time.</summary>
    public async Task<Outcome> CorrectAsync(string number, string code, string content, CancellationToken cancellation)
    {
        if (await LookAsync(number, code, cancellation) is not { } status) return Outcome.Refused("Code", "编号或查询码不对，请对照提交时显示的内容。");
        return await db.InTransactionAsync(
            async token =>
            {
                var today = time.Today;
                var corrected = await db.InformationRequests.Where(r => r.Number == status.Number && r.State == RequestState.AwaitingCorrection).ExecuteUpdateAsync(
                    set => set.SetProperty(r => r.State, RequestState.Received).SetProperty(r => r.CorrectedOn, today).SetProperty(r => r.Content, content).SetProperty(r => r.Version, r => r.Version + 1), token);
                if (corrected == 0) return Outcome.Refused("Content", "这份申请现在不需要补正。");
                journal.Write(JournalSubjects.InformationRequest, status.Number, RequestActs.Corrected);
                await receipts.GiveAgainAsync(await db.InformationRequests.SingleAsync(r => r.Number == status.Number, token), token);
                await TellAsync(status.Number, "申请人已补正，请确认。", token);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    private Task TellAsync(string number, string text, CancellationToken cancellation) => outbox.NotifyAsync(
        Audience.Staff(StaffRoles.ParkAdministrator), new NoticeDraft(MessageKind.RequestWaiting, $"信息公开申请 {number}", text, $"/park/information-requests/{number}"), cancellation);
}
