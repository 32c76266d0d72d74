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

    public Task<Page<LetterCopyRow>> ListAsync(PublicationState? state, PageRequest page, CancellationToken cancellation)
    {
        var letters = Publishable().AsNoTracking();
        if (state is { } wanted) letters = letters.Where(l => l.PublicState == wanted);
        return letters.OrderByDescending(l => l.RepliedAt).ThenByDescending(l => l.Id)
            .Select(l => new LetterCopyRow(l.Number, l.Kind, l.RepliedAt!.Value, l.PublicState, l.PublishedAt, l.PublicTitle)).ToPageAsync(page, cancellation);
    }

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
