using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Personal.Requests;

/// <summary>How the list is ordered.</summary>
public enum PrivacyRequestSort
{
    /// <summary>What waits first, the oldest on top.</summary>
    Waiting,
    Number,
    Kind,
    Received,
}

/// <summary>What the list is narrowed to and how it is ordered.</summary>
public sealed record PrivacyRequestFilter(string? Text = null, PrivacyRequestState? State = null, PrivacyRequestKind? Kind = null, PrivacyRequestSort Sort = PrivacyRequestSort.Waiting, bool Descending = false);

/// <summary>A request in the list; who asked is masked.</summary>
public sealed record PrivacyRequestRow(string Number, PrivacyRequestKind Kind, PrivacyRequestState State, string MaskedName, DateTime ReceivedAt, WorkingDeadline Due, bool IsLate, DateTime? DecidedAt);

/// <summary>One request at the desk.</summary>
/// <param name="Person">The account; after an erasure it says nothing of a person any more.</param>
public sealed record PrivacyRequestDetail(PrivacyRequest Request, PortalUser Person, WorkingDeadline Due, bool IsLate);

/// <summary>The park's side of requests about personal data. Nobody decides their own; every decision has a reason that the person reads.</summary>
public sealed class PrivacyDesk(PortalDbContext db, PersonalErasure erasure, WorkingCalendarSource calendars, PortalJournal journal, Outbox outbox, Actor actor, ChinaTime time)
{
    private const string Gone = "没有这份请求。";
    private const string Stale = "您打开之后，他人已处理这份请求。请核对最新情况后再操作。";

    public async Task<Page<PrivacyRequestRow>> ListAsync(PrivacyRequestFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var found = await Ordered(filter).ToPageAsync(page, cancellation);
        return found.Select(r => Row(calendar, r));
    }

    /// <summary>The whole list, row by row, for a file.</summary>
    public async IAsyncEnumerable<PrivacyRequestRow> StreamAsync(PrivacyRequestFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        await foreach (var request in Ordered(filter).AsAsyncEnumerable().WithCancellation(cancellation)) yield return Row(calendar, request);
    }

    public async Task<PrivacyRequestDetail?> FindAsync(string number, CancellationToken cancellation)
    {
        if (await db.PrivacyRequests.AsNoTracking().Include(r => r.User).SingleOrDefaultAsync(r => r.Number == number, cancellation) is not { } request) return null;
        var calendar = await calendars.ReadAsync(cancellation);
        return new PrivacyRequestDetail(request, request.User!, calendar.DueOf(request), IsLate(request, calendar.DueOf(request)));
    }

    public Task<Page<JournalLine>> HistoryAsync(string number, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.PrivacyRequest, number, page, cancellation);

    /// <summary>Takes a request up.</summary>
    public Task<Outcome> TakeAsync(string number, int version, CancellationToken cancellation) => ActAsync(number, version, PrivacyActs.RequestTaken, (request, _) =>
    {
        if (request.State != PrivacyRequestState.Received) return Task.FromResult(NotNow(request));
        request.State = PrivacyRequestState.Handling;
        return Task.FromResult(Outcome.Done);
    }, cancellation);

    /// <summary>Answers a correction or an explanation: what was done, in words the person reads.</summary>
    public Task<Outcome> AnswerAsync(string number, int version, string? answer, CancellationToken cancellation) => ActAsync(number, version, PrivacyActs.RequestAnswered, (request, _) =>
    {
        if (!request.State.IsOpen()) return Task.FromResult(NotNow(request));
        if (request.Kind == PrivacyRequestKind.Deletion) return Task.FromResult(Outcome.Refused("删除请求只能同意或不予办理。"));
        return Task.FromResult(Decide(request, PrivacyRequestState.Done, answer, "请写明怎样处理的，对方会看到。"));
    }, cancellation);

    /// <summary>Refuses with a reason (个人信息保护法 art. 50).</summary>
    public Task<Outcome> RefuseAsync(string number, int version, string? reason, CancellationToken cancellation) => ActAsync(number, version, PrivacyActs.RequestRefused, (request, _) =>
        Task.FromResult(request.State.IsOpen() ? Decide(request, PrivacyRequestState.Refused, reason, "请写明不予办理的理由，对方会看到。") : NotNow(request)), cancellation);

    /// <summary>Grants a deletion: the account is blanked in the same transaction, and the person is told by mail what stays and why.</summary>
    public Task<Outcome> EraseAsync(string number, int version, string? note, CancellationToken cancellation) => ActAsync(number, version, PrivacyActs.Erased, async (request, token) =>
    {
        if (request.Kind != PrivacyRequestKind.Deletion) return Outcome.Refused("这不是删除请求。");
        if (!request.State.IsOpen()) return NotNow(request);
        if (Decide(request, PrivacyRequestState.Done, note, "请写明核对的情况。") is { IsDone: false } refused) return refused;
        var erased = await erasure.EraseAsync(request.UserId, number, token);
        if (!erased.IsDone) return Outcome.Refused(erased.Refusals);
        request.Remainder = erased.Value;
        return Outcome.Done;
    }, cancellation);

    private async Task<Outcome> ActAsync(string number, int version, string act, Func<PrivacyRequest, CancellationToken, Task<Outcome>> change, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await db.PrivacyRequests.SingleOrDefaultAsync(r => r.Number == number, token) is not { } request) return Outcome.Refused(Gone);
                    if (request.UserId == actor.UserId) return Outcome.Refused("不能办理自己提出的请求，请由另一位园区管理员办理。");
                    db.Expect(request, version);
                    if (await change(request, token) is { IsDone: false } refused) return refused;
                    journal.Write(JournalSubjects.PrivacyRequest, number, act);
                    if (act != PrivacyActs.Erased)
                        await outbox.NotifyAsync(Audience.Person(request.UserId), new NoticeDraft(MessageKind.PrivacyMoved, $"个人信息请求 {number}：{request.State.Word()}", request.Answer ?? "园区已受理您的请求。", "/account/privacy/requests"), token);
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

    private Outcome Decide(PrivacyRequest request, PrivacyRequestState state, string? answer, string problem)
    {
        if (Texts.Tidy(answer) is not { Length: <= PrivacyRequest.AnswerMaxLength } text) return Outcome.Refused("Answer", $"{problem}最多 {PrivacyRequest.AnswerMaxLength} 个字。");
        (request.State, request.Answer, request.DecidedAt, request.DecidedBy) = (state, text, time.UtcNow, actor.Name);
        return Outcome.Done;
    }

    private static Outcome NotNow(PrivacyRequest request) => Outcome.Refused($"这份请求现在是“{request.State.Word()}”，请核对后再操作。");

    private PrivacyRequestRow Row(WorkingCalendar calendar, PrivacyRequest request)
    {
        var due = calendar.DueOf(request);
        return new PrivacyRequestRow(request.Number, request.Kind, request.State, Masks.Name(request.User!.DisplayName)!, request.ReceivedAt, due, IsLate(request, due), request.DecidedAt);
    }

    private bool IsLate(PrivacyRequest request, WorkingDeadline due) => (request.DecidedAt is { } decided ? ChinaTime.DayOf(decided) : time.Today) > due.Day;

    private IQueryable<PrivacyRequest> Ordered(PrivacyRequestFilter filter)
    {
        var requests = db.PrivacyRequests.AsNoTracking().Include(r => r.User).AsQueryable();
        if (filter.State is { } state) requests = requests.Where(r => r.State == state);
        if (filter.Kind is { } kind) requests = requests.Where(r => r.Kind == kind);
        if (SearchWord.Of(filter.Text) is { } word) requests = requests.Where(r => r.Number.Contains(word) || r.User!.DisplayName.Contains(word));
        return (filter.Sort, filter.Descending) switch
        {
            (PrivacyRequestSort.Number, false) => requests.OrderBy(r => r.Number),
            (PrivacyRequestSort.Number, true) => requests.OrderByDescending(r => r.Number),
            (PrivacyRequestSort.Kind, false) => requests.OrderBy(r => r.Kind).ThenBy(r => r.Id),
            (PrivacyRequestSort.Kind, true) => requests.OrderByDescending(r => r.Kind).ThenBy(r => r.Id),
            (PrivacyRequestSort.Received, false) => requests.OrderBy(r => r.ReceivedAt).ThenBy(r => r.Id),
            (PrivacyRequestSort.Received, true) => requests.OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id),
            _ => requests.OrderBy(r => r.DecidedAt != null).ThenBy(r => r.DecidedAt != null ? -r.Id : r.Id),
        };
    }
}
