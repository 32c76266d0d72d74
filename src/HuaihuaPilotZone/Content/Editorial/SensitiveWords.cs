using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>The table of words that staff look out for.</summary>
public sealed class SensitiveWords(PortalDbContext db, PortalJournal journal)
{
    private const string Key = "words";

    public Task<Page<SensitiveWord>> ListAsync(SensitiveWordFilter filter, PageRequest page, CancellationToken cancellation) => Ordered(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<SensitiveWord> StreamAsync(SensitiveWordFilter filter) => Ordered(filter).AsAsyncEnumerable();

    public Task<SensitiveWord?> FindAsync(int id, CancellationToken cancellation) => db.SensitiveWords.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancellation);

    public Task<Outcome> AddAsync(SensitiveWordDraft draft, CancellationToken cancellation)
    {
        db.SensitiveWords.Add(new SensitiveWord { Word = draft.Word, Replacement = draft.Replacement, IsBanned = draft.IsBanned, Note = draft.Note });
        journal.Write(JournalSubjects.News, Key, "news.word-added", draft.Word);
        return SaveAsync(0, draft.Word, cancellation);
    }

    public async Task<Outcome> UpdateAsync(int id, int version, SensitiveWordDraft draft, CancellationToken cancellation)
    {
        if (await db.SensitiveWords.SingleOrDefaultAsync(w => w.Id == id, cancellation) is not { } word) return Gone();
        db.Expect(word, version);
        journal.Write(JournalSubjects.News, Key, "news.word-edited", draft.Word,
        [
            new FieldChange("词语", word.Word, draft.Word), new FieldChange("建议改为", word.Replacement, draft.Replacement),
            new FieldChange("处理", Treatment(word.IsBanned), Treatment(draft.IsBanned)), new FieldChange("说明", word.Note, draft.Note),
        ]);
        (word.Word, word.Replacement, word.IsBanned, word.Note) = (draft.Word, draft.Replacement, draft.IsBanned, draft.Note);
        return await SaveAsync(id, draft.Word, cancellation);
    }

    public async Task<Outcome> RemoveAsync(int id, int version, CancellationToken cancellation)
    {
        if (await db.SensitiveWords.SingleOrDefaultAsync(w => w.Id == id, cancellation) is not { } word) return Gone();
        db.Expect(word, version);
        db.Remove(word);
        journal.Write(JournalSubjects.News, Key, "news.word-removed", word.Word);
        return await SaveAsync(id, word.Word, cancellation);
    }

    private IOrderedQueryable<SensitiveWord> Ordered(SensitiveWordFilter filter)
    {
        var words = db.SensitiveWords.AsNoTracking();
        if (filter.IsBanned is { } isBanned) words = words.Where(w => w.IsBanned == isBanned);
        if (SearchWord.Of(filter.Text) is { } word) words = words.Where(w => w.Word.Contains(word) || w.Replacement!.Contains(word));
        return (filter.Sort, filter.Descending) switch
        {
            (SensitiveWordSort.Treatment, false) => words.OrderBy(w => w.IsBanned).ThenBy(w => w.Word).ThenBy(w => w.Id),
            (SensitiveWordSort.Treatment, true) => words.OrderByDescending(w => w.IsBanned).ThenBy(w => w.Word).ThenBy(w => w.Id),
            (_, true) => words.OrderByDescending(w => w.Word).ThenBy(w => w.Id),
            _ => words.OrderBy(w => w.Word).ThenBy(w => w.Id),
        };
    }

    private static string Treatment(bool isBanned) => isBanned ? "禁止发布" : "提醒";

    private static Outcome Gone() => Outcome.Refused("这个词语不在表中。");

    private async Task<Outcome> SaveAsync(int id, string word, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人已修改这个词语。请核对后再操作。");
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.SensitiveWords.AnyAsync(w => w.Word == word && w.Id != id, cancellation)) return Outcome.Refused(nameof(SensitiveWordDraft.Word), $"“{word}”已在表中。");
            throw;
        }
    }
}
