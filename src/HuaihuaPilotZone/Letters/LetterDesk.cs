using System.Globalization;
using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Letters;

/// <summary>Who looks at the letters. Reports are for administrators and for whoever was asked to handle one.</summary>
public sealed record LetterReader(int UserId, bool IsAdministrator);

public enum LetterSort
{
    /// <summary>Unanswered ones first, the oldest first.</summary>
    Waiting,

    Number,

    Kind,

    Received,

    Rating,
}

/// <summary>What the list is narrowed to and how it is ordered.</summary>
/// <param name="IsMine">Only what this person handles.</param>
public sealed record LetterFilter(
    string? Text = null, LetterState? State = null, LetterKind? Kind = null, bool IsMine = false, LetterSort Sort = LetterSort.Waiting, bool Descending = false);

/// <summary>A row of the list, the oldest unanswered first.</summary>
public sealed record LetterRow(string Number, LetterKind Kind, string Title, DateTime ReceivedAt, LetterState State, string? Assignee, int LimitDays, int? TakenDays, int? Rating, bool IsDemonstration)
{
    /// <summary>By when it is to be answered.</summary>
    public required WorkingDeadline Due { get; init; }

    /// <summary>Working days so far, or those it took.</summary>
    public required int Days { get; init; }

    public bool IsLate => Days > LimitDays;
}

/// <summary>Somebody who may handle letters.</summary>
public sealed record LetterHandler(int UserId, string Name);

/// <summary>A letter as those who answer it see it.</summary>
/// <param name="Writer">Null for an anonymous report and after erasure.</param>
public sealed record LetterDetail(Letter Letter, LetterWriter? Writer, WorkingDeadline Due, int Days, IReadOnlyList<LetterEscalation> Escalations)
{
    public bool IsLate => Days > Letter.LimitDays;
}

/// <summary>The desk: letters are handed out, forwarded and answered.</summary>
public sealed class LetterDesk(PortalDbContext db, PersonalColumn personal, WorkingCalendarSource calendars, PortalJournal journal, Outbox outbox, PortalAddress address, Actor actor, ChinaTime time)
{
    /// <summary>Roles whose people handle letters.</summary>
    public static readonly IReadOnlyList<string> Roles = [StaffRoles.ParkAdministrator, StaffRoles.Reviewer];

    private const int MostHandlers = 200;
    private const int MostFoundAtOnce = 10;
    private const string Gone = "没有这封来信。";
    private const string Stale = "您打开之后，他人已处理这封来信。请核对最新情况后再操作。";

    public async Task<Page<LetterRow>> ListAsync(LetterReader reader, LetterFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var found = await Found(reader, filter).ToPageAsync(page, cancellation);
        return found.Select(l => Row(calendar, l));
    }

    /// <summary>The whole list, row by row, for a spreadsheet. Who wrote and what was written is not in it.</summary>
    public async IAsyncEnumerable<LetterRow> StreamAsync(LetterReader reader, LetterFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        await foreach (var letter in Found(reader, filter).AsAsyncEnumerable().WithCancellation(cancellation)) yield return Row(calendar, letter);
    }

    /// <summary>A letter with its writer; null for one that this person must not see.</summary>
    public async Task<LetterDetail?> FindAsync(LetterReader reader, string number, CancellationToken cancellation)
    {
        var letter = await Visible(reader).Include(l => l.Assignee).Include(l => l.Files).ThenInclude(f => f.File).SingleOrDefaultAsync(l => l.Number == number, cancellation);
        if (letter is null) return null;
        var calendar = await calendars.ReadAsync(cancellation);
        var received = ChinaTime.DayOf(letter.ReceivedAt);
        var escalations = await db.LetterEscalations.AsNoTracking().Where(e => e.LetterId == letter.Id).OrderBy(e => e.Days).Take(MostFoundAtOnce).ToListAsync(cancellation);
        return new LetterDetail(
            letter, personal.Read<LetterWriter>(letter.ProtectedWriter), calendar.Due(DeadlineRules.Letter(letter.LimitDays), received), letter.TakenDays ?? calendar.CountBetween(received, time.Today), escalations);
    }

    /// <summary>Whom a letter can be given to.</summary>
    public Task<List<LetterHandler>> HandlersAsync(CancellationToken cancellation) =>
        Handlers().OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Take(MostHandlers).Select(u => new LetterHandler(u.Id, u.DisplayName)).ToListAsync(cancellation);

    /// <summary>Gives a letter to somebody, or forwards it to somebody else.</summary>
    public Task<Outcome> AssignAsync(LetterReader reader, string number, int version, int handlerId, string? note, CancellationToken cancellation) => ActAsync(reader, number, version, async (letter, token) =>
    {
        if (letter.State == LetterState.Answered) return Outcome.Refused("这封来信已经答复，不用再转办。");
        if (await Handlers().Where(u => u.Id == handlerId).Select(u => u.DisplayName).SingleOrDefaultAsync(token) is not { } name) return Outcome.Refused("HandlerId", "请选择能办理来信的人员。");
        if (letter.AssigneeId == handlerId) return Outcome.Refused("HandlerId", $"这封来信已由{name}办理。");
        var act = letter.AssigneeId is null ? "letter.assigned" : "letter.forwarded";
        (letter.AssigneeId, letter.State) = (handlerId, LetterState.Assigned);
        journal.Write(JournalSubjects.Letter, number, act, note is null ? $"交{name}办理" : $"交{name}办理：{note}");
        await outbox.NotifyAsync(
            Audience.Person(handlerId), new NoticeDraft(MessageKind.LetterWaiting, $"来信 {number} 请您办理", $"{actor.Name}把{letter.Kind.Word()} {number} 交给您办理。", $"/park/letters/{number}"), token);
        return Outcome.Done;
    }, cancellation);

    /// <summary>Answers a letter, once. The writer is told by mail where there is an address, without the reply itself.</summary>
    public Task<Outcome> ReplyAsync(LetterReader reader, string number, int version, string reply, CancellationToken cancellation) => ActAsync(reader, number, version, async (letter, token) =>
    {
        if (letter.State == LetterState.Answered) return Outcome.Refused($"这封来信已由{letter.RepliedBy}答复。");
        var calendar = await calendars.ReadAsync(token);
        (letter.Reply, letter.RepliedAt, letter.RepliedBy, letter.State) = (reply, time.UtcNow, actor.Name, LetterState.Answered);
        letter.TakenDays = calendar.CountBetween(ChinaTime.DayOf(letter.ReceivedAt), time.Today);
        letter.AssigneeId ??= reader.UserId;
        journal.Write(JournalSubjects.Letter, number, "letter.answered", string.Create(CultureInfo.InvariantCulture, $"用时 {letter.TakenDays} 个工作日"));
        if (personal.Read<LetterWriter>(letter.ProtectedWriter) is { Email: { } email } writer)
            outbox.AddMail(MessageKind.LetterAnswered, email, $"您的来信 {number} 已有答复", $"{writer.Name}，您好：\n\n您的来信 {number} 已有答复，请用编号和查询码查看，并请评价：\n\n{address.Of("/letters/status")}\n");
        return Outcome.Done;
    }, cancellation);

    /// <summary>A file that came with a letter.</summary>
    public Task<StoredFile?> FindFileAsync(LetterReader reader, string number, int fileId, CancellationToken cancellation) =>
        Visible(reader).Where(l => l.Number == number).SelectMany(l => l.Files).Where(f => f.Id == fileId).Select(f => f.File).SingleOrDefaultAsync(cancellation);

    private async Task<Outcome> ActAsync(LetterReader reader, string number, int version, Func<Letter, CancellationToken, Task<Outcome>> act, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await Visible(reader).AsTracking().SingleOrDefaultAsync(l => l.Number == number, token) is not { } letter) return Outcome.Refused(Gone);
                    db.Expect(letter, version);
                    if (await act(letter, token) is { IsDone: false } refused) return refused;
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

    private IQueryable<FoundLetter> Found(LetterReader reader, LetterFilter filter)
    {
        var letters = Visible(reader);
        if (filter.State is { } state) letters = letters.Where(l => l.State == state);
        if (filter.Kind is { } kind) letters = letters.Where(l => l.Kind == kind);
        if (filter.IsMine) letters = letters.Where(l => l.AssigneeId == reader.UserId);
        if (SearchWord.Of(filter.Text) is { } word) letters = letters.Where(l => l.Number.Contains(word) || l.Title.Contains(word));
        return Ordered(letters, filter)
            .Select(l => new FoundLetter(l.Number, l.Kind, l.Title, l.ReceivedAt, l.State, l.Assignee!.DisplayName, l.LimitDays, l.TakenDays, l.Rating, l.IsDemonstration));
    }

    private static IOrderedQueryable<Letter> Ordered(IQueryable<Letter> letters, LetterFilter filter) => (filter.Sort, filter.Descending) switch
    {
        (LetterSort.Number, false) => letters.OrderBy(l => l.Number),
        (LetterSort.Number, true) => letters.OrderByDescending(l => l.Number),
        (LetterSort.Kind, false) => letters.OrderBy(l => l.Kind).ThenBy(l => l.Id),
        (LetterSort.Kind, true) => letters.OrderByDescending(l => l.Kind).ThenBy(l => l.Id),
        (LetterSort.Received, false) => letters.OrderBy(l => l.ReceivedAt).ThenBy(l => l.Id),
        (LetterSort.Received, true) => letters.OrderByDescending(l => l.ReceivedAt).ThenByDescending(l => l.Id),
        (LetterSort.Rating, false) => letters.OrderBy(l => l.Rating).ThenBy(l => l.Id),
        (LetterSort.Rating, true) => letters.OrderByDescending(l => l.Rating).ThenBy(l => l.Id),
        _ => letters.OrderBy(l => l.State == LetterState.Answered).ThenBy(l => l.State == LetterState.Answered ? -l.Id : l.Id),
    };

    private LetterRow Row(WorkingCalendar calendar, FoundLetter letter) =>
        new(letter.Number, letter.Kind, letter.Title, letter.ReceivedAt, letter.State, letter.Assignee, letter.LimitDays, letter.TakenDays, letter.Rating, letter.IsDemonstration)
        {
            Due = calendar.Due(DeadlineRules.Letter(letter.LimitDays), ChinaTime.DayOf(letter.ReceivedAt)),
            Days = letter.TakenDays ?? calendar.CountBetween(ChinaTime.DayOf(letter.ReceivedAt), time.Today),
        };

    private IQueryable<Letter> Visible(LetterReader reader) =>
        db.Letters.AsNoTracking().Where(l => l.Kind != LetterKind.Report || reader.IsAdministrator || l.AssigneeId == reader.UserId);

    private IQueryable<PortalUser> Handlers() => db.StaffIn(Roles);

    private sealed record FoundLetter(string Number, LetterKind Kind, string Title, DateTime ReceivedAt, LetterState State, string? Assignee, int LimitDays, int? TakenDays, int? Rating, bool IsDemonstration);
}
