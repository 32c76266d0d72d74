using System.Globalization;
using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.InformationRequests;

/// <summary>A row of the list.</summary>
/// <param name="Due">The next deadline: of the correction before the confirmation, of the answer after it; null when closed.</param>
public sealed record RequestRow(string Number, string Content, RequestState State, DateTime ReceivedAt, RequestAnswer? AnswerKind, WorkingDeadline? Due, bool IsLate);

public enum RequestSort
{
    /// <summary>Open ones first, the latest first.</summary>
    Open,

    Number,

    Received,

    State,
}

/// <summary>What the list is narrowed to and how it is ordered.</summary>
public sealed record RequestFilter(string? Text = null, RequestState? State = null, RequestSort Sort = RequestSort.Open, bool Descending = false);

/// <summary>A request as those who answer it see it.</summary>
public sealed record RequestDetail(InformationRequest Request, RequestApplicant? Applicant, WorkingDeadline CorrectionDue, WorkingDeadline? ThirdPartyDue, WorkingDeadline? AnswerDue, bool IsLate);

/// <summary>The desk: a request is confirmed or sent back once, handled, and answered in one of seven ways, each act after its article.</summary>
public sealed class InformationRequestDesk(PortalDbContext db, PersonalColumn personal, WorkingCalendarSource calendars, PortalJournal journal, Outbox outbox, PortalAddress address, Actor actor, ChinaTime time)
{
    private const string Gone = "没有这份申请。";
    private const string Stale = "您打开之后，他人已处理这份申请。请核对最新情况后再操作。";

    public async Task<Page<RequestRow>> ListAsync(RequestFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var found = await Ordered(filter).ToPageAsync(page, cancellation);
        return found.Select(r => Row(calendar, r));
    }

    /// <summary>The whole list, row by row, for a spreadsheet. Who asked and for what is not to be written from it.</summary>
    public async IAsyncEnumerable<RequestRow> StreamAsync(RequestFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        await foreach (var request in Ordered(filter).AsAsyncEnumerable().WithCancellation(cancellation)) yield return Row(calendar, request);
    }

    private IOrderedQueryable<InformationRequest> Ordered(RequestFilter filter)
    {
        var requests = db.InformationRequests.AsNoTracking();
        if (filter.State is { } wanted) requests = requests.Where(r => r.State == wanted);
        if (SearchWord.Of(filter.Text) is { } word)
        {
            // the number of a document is found as a whole or not at all
            var mark = personal.MarkOf(word);
            requests = requests.Where(r => r.Number.Contains(word) || r.Content.Contains(word) || r.IdentityMark == mark);
        }
        return (filter.Sort, filter.Descending) switch
        {
            (RequestSort.Number, false) => requests.OrderBy(r => r.Number),
            (RequestSort.Number, true) => requests.OrderByDescending(r => r.Number),
            (RequestSort.Received, false) => requests.OrderBy(r => r.ReceivedAt).ThenBy(r => r.Id),
            (RequestSort.Received, true) => requests.OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id),
            (RequestSort.State, false) => requests.OrderBy(r => r.State).ThenByDescending(r => r.Id),
            (RequestSort.State, true) => requests.OrderByDescending(r => r.State).ThenByDescending(r => r.Id),
            _ => requests.OrderBy(r => r.State == RequestState.Answered || r.State == RequestState.Abandoned).ThenByDescending(r => r.Id),
        };
    }

    public async Task<RequestDetail?> FindAsync(string number, CancellationToken cancellation)
    {
        if (await db.InformationRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, cancellation) is not { } request) return null;
        var calendar = await calendars.ReadAsync(cancellation);
        return new RequestDetail(
            request, personal.Read<RequestApplicant>(request.ProtectedApplicant), calendar.CorrectionDue(request), calendar.ThirdPartyDue(request), calendar.AnswerDue(request, time.Today), Row(calendar, request).IsLate);
    }

    /// <summary>Tells what is missing: once, within seven working days of receipt (art. 30).</summary>
    public Task<Outcome> AskCorrectionAsync(string number, int version, string note, CancellationToken cancellation) => ActAsync(number, version, RequestActs.CorrectionAsked, note, async (request, token) =>
    {
        if (request.CorrectionAskedOn is not null) return Outcome.Refused("Note", "已经告知过一次补正，不能再次要求补正。");
        if (request.State != RequestState.Received) return NotNow(request);
        if (time.Today > (await calendars.ReadAsync(token)).CorrectionDue(request).Day) return Outcome.Refused("Note", $"收到申请已超过 {RequestTimes.Correction} 个工作日，不能再要求补正。");
        (request.State, request.CorrectionAskedOn, request.CorrectionNote) = (RequestState.AwaitingCorrection, time.Today, note);
        Tell(request, "请按页面上的说明补正申请，补正后重新计算答复期限。");
        return Outcome.Done;
    }, cancellation);

    /// <summary>Closes a request whose correction did not come without good reason (art. 30).</summary>
    public Task<Outcome> AbandonAsync(string number, int version, string note, CancellationToken cancellation) => ActAsync(number, version, RequestActs.Abandoned, note, (request, _) =>
    {
        if (request.State != RequestState.AwaitingCorrection) return Task.FromResult(NotNow(request));
        request.State = RequestState.Abandoned;
        request.AnsweredAt = time.UtcNow;
        Tell(request, "没有收到补正，这份申请视为放弃。可以重新提出申请。");
        return Task.FromResult(Outcome.Done);
    }, cancellation);

    /// <summary>Both sides have confirmed the request (art. 31): from today the 20 working days run.</summary>
    public Task<Outcome> ConfirmAsync(string number, int version, CancellationToken cancellation) => ActAsync(number, version, RequestActs.Confirmed, note: null, (request, _) =>
    {
        if (request.State != RequestState.Received) return Task.FromResult(NotNow(request));
        (request.State, request.ConfirmedOn) = (RequestState.Handling, time.Today);
        Tell(request, "申请已经确认，开始办理。");
        return Task.FromResult(Outcome.Done);
    }, cancellation);

    /// <summary>Asks third parties whose rights are touched; the time until the end of it is not counted (art. 32, 33).</summary>
    public Task<Outcome> StartConsultationAsync(string number, int version, string whom, CancellationToken cancellation) => ActAsync(number, version, RequestActs.Consulted, whom, (request, _) =>
    {
        if (request.State != RequestState.Handling) return Task.FromResult(NotNow(request));
        if (request.ConsultedFrom is not null) return Task.FromResult(Outcome.Refused("Note", "已经征求过第三方意见。"));
        (request.ConsultedFrom, request.ConsultedWhom) = (time.Today, whom);
        return Task.FromResult(Outcome.Done);
    }, cancellation);

    /// <summary>The third parties have answered, or their 15 working days are over.</summary>
    public Task<Outcome> EndConsultationAsync(string number, int version, CancellationToken cancellation) => ActAsync(number, version, RequestActs.ConsultationEnded, note: null, (request, _) =>
    {
        if (request is not { State: RequestState.Handling, ConsultedFrom: not null, ConsultedTo: null }) return Task.FromResult(Outcome.Refused("没有正在进行的第三方意见征求。"));
        request.ConsultedTo = time.Today;
        return Task.FromResult(Outcome.Done);
    }, cancellation);

    /// <summary>Extends the time once, by at most 20 working days, with the consent of the head, before it is over (art. 33).</summary>
    public Task<Outcome> ExtendAsync(string number, int version, int days, string reason, string approvedBy, CancellationToken cancellation) => ActAsync(
        number, version, RequestActs.Extended, string.Create(CultureInfo.InvariantCulture, $"{days} 个工作日，{approvedBy}同意：{reason}"), async (request, token) =>
        {
            if (request.State != RequestState.Handling) return NotNow(request);
            if (request.ExtensionDays is not null) return Outcome.Refused("Days", "已经延长过一次，不能再延长。");
            if (days is < 1 or > RequestTimes.MostExtension) return Outcome.Refused("Days", $"最多延长 {RequestTimes.MostExtension} 个工作日。");
            if (time.Today > (await calendars.ReadAsync(token)).AnswerDue(request, time.Today)!.Day) return Outcome.Refused("Days", "答复期限已过，不能再延长。");
            (request.ExtensionDays, request.ExtensionReason, request.ExtensionApprovedBy) = (days, reason, approvedBy);
            Tell(request, string.Create(CultureInfo.InvariantCulture, $"经批准，答复期限延长 {days} 个工作日。原因：{reason}"));
            return Outcome.Done;
        }, cancellation);

    /// <summary>Answers in one of the seven ways; a text with gaps of the template is not sent.</summary>
    public Task<Outcome> AnswerAsync(string number, int version, RequestAnswer kind, string text, CancellationToken cancellation) => ActAsync(number, version, RequestActs.Answered, kind.Word(), (request, _) =>
    {
        if (request.State != RequestState.Handling) return Task.FromResult(NotNow(request));
        if (request is { ConsultedFrom: not null, ConsultedTo: null }) return Task.FromResult(Outcome.Refused("Text", "第三方意见征求还没有结束，请先结束征求再答复。"));
        if (text.Contains(AnswerTemplates.Open, StringComparison.Ordinal)) return Task.FromResult(Outcome.Refused("Text", "答复里还有没填写的“待填”内容。"));
        (request.State, request.AnswerKind, request.Answer, request.AnsweredAt, request.AnsweredBy) = (RequestState.Answered, kind, text, time.UtcNow, actor.Name);
        Tell(request, "申请已有答复。");
        return Task.FromResult(Outcome.Done);
    }, cancellation);

    private RequestRow Row(WorkingCalendar calendar, InformationRequest request)
    {
        var due = request.State switch
        {
            RequestState.Received when request.CorrectedOn is null => calendar.CorrectionDue(request),
            RequestState.Handling => calendar.AnswerDue(request, time.Today),
            _ => null,
        };
        var isLate = request.State == RequestState.Answered
            ? ChinaTime.DayOf(request.AnsweredAt!.Value) > calendar.AnswerDue(request, time.Today)?.Day
            : time.Today > due?.Day;
        return new RequestRow(request.Number, request.Content, request.State, request.ReceivedAt, request.AnswerKind, due, isLate);
    }

    private async Task<Outcome> ActAsync(string number, int version, string act, string? note, Func<InformationRequest, CancellationToken, Task<Outcome>> change, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await db.InformationRequests.SingleOrDefaultAsync(r => r.Number == number, token) is not { } request) return Outcome.Refused(Gone);
                    db.Expect(request, version);
                    if (await change(request, token) is { IsDone: false } refused) return refused;
                    journal.Write(JournalSubjects.InformationRequest, number, act, note);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Stale);
        }
    }

    // the text itself stands behind number and code, not in a mail
    private void Tell(InformationRequest request, string sentence)
    {
        if (personal.Read<RequestApplicant>(request.ProtectedApplicant) is not { Email: { } email } applicant) return;
        outbox.AddMail(MessageKind.RequestMoved, email, $"信息公开申请 {request.Number} 有新进展", $"{applicant.Name}，您好：\n\n您的政府信息公开申请 {request.Number}：{sentence}\n\n请用编号和查询码查看：\n\n{address.Of("/information-requests/status")}\n");
    }

    private static Outcome NotNow(InformationRequest request) => Outcome.Refused($"这份申请现在是“{request.State.Word()}”，不能这样办理。");
}
