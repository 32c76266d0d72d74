using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Letters;

/// <summary>The copy of a letter that is published.</summary>
public sealed record LetterCopy(string Title, string Body, string Reply);

/// <summary>A letter that may be published, in the editors' list.</summary>
public sealed record LetterCopyRow(string Number, LetterKind Kind, DateTime RepliedAt, PublicationState State, DateTime? PublishedAt, string? PublicTitle);

/// <summary>What the editors' list of letters is ordered by.</summary>
public enum LetterCopySort
{
    /// <summary>By when they were answered.</summary>
    Replied,
    Number,
    Kind,

    /// <summary>By when they were first published; what never was at the end.</summary>
    Published,
}

/// <summary>What the editors' list of letters asks for.</summary>
/// <param name="Words">Of the number or of the published title; what was written is not searched.</param>
public sealed record LetterCopyFilter(
    string? Words = null, PublicationState? State = null, LetterKind? Kind = null, LetterCopySort Sort = LetterCopySort.Replied, bool Descending = true);

/// <summary>A copy as an editor works on it: masked by the machine until something was saved. The letter itself is not in it.</summary>
public sealed record LetterCopyDetail(string Number, LetterKind Kind, PublicationState State, DateTime? PublishedAt, int Version, LetterCopy Copy);

/// <summary>
/// Editors publish letters whose writers agreed. They work on a masked copy and never see who wrote; a copy with a telephone number, a mail address,
/// the number of a document or the writer's name in it is not published. Reports never are.
/// </summary>
public sealed class LetterPublications(PortalDbContext db, PersonalColumn personal, PortalJournal journal, ChinaTime time)
{
    private const string Gone = "没有可以公开的这封来信。";
    private const string Stale = "您打开之后，他人已修改公开稿。请核对最新内容后再操作。";

    public Task<Page<LetterCopyRow>> ListAsync(LetterCopyFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All letters of the list, for a file.</summary>
    public IAsyncEnumerable<LetterCopyRow> StreamAsync(LetterCopyFilter filter) => Rows(filter).AsAsyncEnumerable();

    public async Task<LetterCopyDetail?> FindAsync(string number, CancellationToken cancellation)
    {
        if (await Publishable().AsNoTracking().SingleOrDefaultAsync(l => l.Number == number, cancellation) is not { } letter) return null;
        var name = personal.Read<LetterWriter>(letter.ProtectedWriter)?.Name;
        var copy = new LetterCopy(letter.PublicTitle ?? PersonalData.Mask(letter.Title, name), letter.PublicBody ?? PersonalData.Mask(letter.Body, name), letter.PublicReply ?? PersonalData.Mask(letter.Reply!, name));
        return new LetterCopyDetail(letter.Number, letter.Kind, letter.PublicState, letter.PublishedAt, letter.Version, copy);
    }

    /// <summary>Publishes the copy, or changes the one that is published.</summary>
    public async Task<Outcome> PublishAsync(string number, int version, LetterCopy copy, CancellationToken cancellation)
    {
        if (await Publishable().SingleOrDefaultAsync(l => l.Number == number, cancellation) is not { } letter) return Outcome.Refused(Gone);
        if (Traces(letter, copy) is { Count: > 0 } traces)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(traces);
        }
        db.Expect(letter, version);
        (letter.PublicTitle, letter.PublicBody, letter.PublicReply) = (copy.Title, copy.Body, copy.Reply);
        letter.PublicState = PublicationState.Published;
        letter.PublishedAt ??= time.UtcNow;
        journal.Write(JournalSubjects.Letter, number, "letter.published");
        return await SaveAsync(cancellation);
    }

    /// <summary>Takes the copy off the public pages.</summary>
    public async Task<Outcome> WithdrawAsync(string number, int version, string reason, CancellationToken cancellation)
    {
        if (await Publishable().SingleOrDefaultAsync(l => l.Number == number, cancellation) is not { } letter) return Outcome.Refused(Gone);
        if (letter.PublicState != PublicationState.Published) return Outcome.Refused("这封来信没有公开，不用撤回。");
        db.Expect(letter, version);
        letter.PublicState = PublicationState.Withdrawn;
        journal.Write(JournalSubjects.Letter, number, "letter.withdrawn", reason);
        return await SaveAsync(cancellation);
    }

    private IQueryable<LetterCopyRow> Rows(LetterCopyFilter filter)
    {
        var letters = Publishable().AsNoTracking();
        if (SearchWord.Of(filter.Words) is { } word) letters = letters.Where(l => l.Number.Contains(word) || l.PublicTitle!.Contains(word));
        if (filter.State is { } state) letters = letters.Where(l => l.PublicState == state);
        if (filter.Kind is { } kind) letters = letters.Where(l => l.Kind == kind);
        return Ordered(letters, filter).Select(l => new LetterCopyRow(l.Number, l.Kind, l.RepliedAt!.Value, l.PublicState, l.PublishedAt, l.PublicTitle));
    }

    private static IOrderedQueryable<Letter> Ordered(IQueryable<Letter> letters, LetterCopyFilter filter) => (filter.Sort, filter.Descending) switch
    {
        (LetterCopySort.Number, false) => letters.OrderBy(l => l.Number),
        (LetterCopySort.Number, true) => letters.OrderByDescending(l => l.Number),
        (LetterCopySort.Kind, false) => letters.OrderBy(l => l.Kind).ThenByDescending(l => l.Id),
        (LetterCopySort.Kind, true) => letters.OrderByDescending(l => l.Kind).ThenByDescending(l => l.Id),
        (LetterCopySort.Published, false) => letters.OrderBy(l => l.PublishedAt == null).ThenBy(l => l.PublishedAt).ThenByDescending(l => l.Id),
        (LetterCopySort.Published, true) => letters.OrderBy(l => l.PublishedAt == null).ThenByDescending(l => l.PublishedAt).ThenByDescending(l => l.Id),
        (_, false) => letters.OrderBy(l => l.RepliedAt).ThenBy(l => l.Id),
        _ => letters.OrderByDescending(l => l.RepliedAt).ThenByDescending(l => l.Id),
    };

    private List<Refusal> Traces(Letter letter, LetterCopy copy)
    {
        var name = personal.Read<LetterWriter>(letter.ProtectedWriter)?.Name;
        var refusals = new List<Refusal>();
        foreach (var (field, text) in new[] { (nameof(copy.Title), copy.Title), (nameof(copy.Body), copy.Body), (nameof(copy.Reply), copy.Reply) })
        {
            if (name is { Length: > 1 } && text.Contains(name, StringComparison.OrdinalIgnoreCase)) refusals.Add(new Refusal(field, "这里有来信人的姓名，不能公开，请删去。"));
            if (PersonalData.Find(text) is { Count: > 0 } found) refusals.Add(new Refusal(field, $"这里有{string.Join('、', found.Select(f => $"{f.Kind}“{f.Value}”"))}，不能公开，请删去。"));
        }
        return refusals;
    }

    private async Task<Outcome> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Stale);
        }
    }

    private IQueryable<Letter> Publishable() => db.Letters.Where(l => l.Kind != LetterKind.Report && l.WantsPublication && l.State == LetterState.Answered && (l.ErasedAt == null || l.PublicTitle != null));
}
