using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>
/// The controlled list of 主题词. A word may stand for another one: whoever writes it gets that one, and documents that carried it when it was
/// merged carry that one from then on.
/// </summary>
public sealed class PolicyKeywords(PortalDbContext db, PortalJournal journal)
{
    private const string Key = "keywords";
    private const int NoWord = 0;
    private const string Changed = "您打开之后，他人已修改这个主题词。请核对后再操作。";

    public Task<Page<PolicyKeywordRow>> ListAsync(PolicyKeywordFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<PolicyKeywordRow> StreamAsync(PolicyKeywordFilter filter) => Rows(filter).AsAsyncEnumerable();

    public Task<PolicyKeyword?> FindAsync(int id, CancellationToken cancellation) =>
        db.PolicyKeywords.AsNoTracking().Include(k => k.Instead).SingleOrDefaultAsync(k => k.Id == id, cancellation);

    /// <summary>The words that documents may carry.</summary>
    public async Task<IReadOnlyList<string>> WordsAsync(CancellationToken cancellation) =>
        await db.PolicyKeywords.Where(k => k.InsteadId == null).OrderBy(k => k.Word).Select(k => k.Word).ToListAsync(cancellation);

    public async Task<Outcome> AddAsync(PolicyKeywordDraft draft, CancellationToken cancellation)
    {
        var instead = await InsteadAsync(draft, cancellation);
        if (!instead.IsDone) return Outcome.Refused(instead.Refusals);
        db.PolicyKeywords.Add(new PolicyKeyword { Word = draft.Word, InsteadId = IdOf(instead), Note = draft.Note });
        journal.Write(JournalSubjects.Policy, Key, "policy.keyword-added", draft.Word);
        return await SaveAsync(0, draft.Word, cancellation);
    }

    /// <summary>Saves a word. Documents that carry it follow its new name, or carry the word that now stands in its place.</summary>
    public Task<Outcome> UpdateAsync(int id, int version, PolicyKeywordDraft draft, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (await db.PolicyKeywords.Include(k => k.Instead).SingleOrDefaultAsync(k => k.Id == id, token) is not { } keyword) return Gone();
            var instead = await InsteadAsync(draft, token);
            if (!instead.IsDone) return Outcome.Refused(instead.Refusals);
            if (IdOf(instead) == id) return Outcome.Refused(nameof(PolicyKeywordDraft.Instead), "主题词不能用它自己代替。");
            if (IdOf(instead) is not null && await db.PolicyKeywords.AnyAsync(k => k.InsteadId == id, token))
                return Outcome.Refused(nameof(PolicyKeywordDraft.Instead), $"还有词语以“{keyword.Word}”代替，请先改那些词语。");
            db.Expect(keyword, version);
            var before = keyword.Word;
            journal.Write(JournalSubjects.Policy, Key, "policy.keyword-edited", draft.Word,
                [new FieldChange("主题词", before, draft.Word), new FieldChange("用", keyword.Instead?.Word, draft.Instead), new FieldChange("说明", keyword.Note, draft.Note)]);
            (keyword.Word, keyword.InsteadId, keyword.Note) = (draft.Word, IdOf(instead), draft.Note);
            var carried = draft.Instead ?? draft.Word;
            if (carried != before) await ReplaceAsync(before, carried, token);
            return await SaveAsync(id, draft.Word, token);
        },
        cancellation);

    /// <summary>Takes a word off the list that no document carries and that stands for no other.</summary>
    public async Task<Outcome> RemoveAsync(int id, int version, CancellationToken cancellation)
    {
        if (await db.PolicyKeywords.SingleOrDefaultAsync(k => k.Id == id, cancellation) is not { } keyword) return Gone();
        if (await Carrying(keyword.Word).AnyAsync(cancellation)) return Outcome.Refused($"还有文件使用“{keyword.Word}”，可以改为用另一个主题词代替它。");
        if (await db.PolicyKeywords.AnyAsync(k => k.InsteadId == id, cancellation)) return Outcome.Refused($"还有词语以“{keyword.Word}”代替，请先改那些词语。");
        db.Expect(keyword, version);
        db.Remove(keyword);
        journal.Write(JournalSubjects.Policy, Key, "policy.keyword-removed", keyword.Word);
        return await SaveAsync(id, keyword.Word, cancellation);
    }

    /// <summary>Words as a document carries them: each on the list, or replaced by the one that stands in its place.</summary>
    /// <param name="typed">Divided by blanks; null for none.</param>
    /// <returns>The words divided by blanks; empty for none.</returns>
    internal async Task<Outcome<string>> ResolveAsync(string? typed, CancellationToken cancellation)
    {
        var words = Split(typed);
        if (words.Count == 0) return "";
        var known = await db.PolicyKeywords.Where(k => words.Contains(k.Word)).Select(k => new { k.Word, Carried = k.Instead == null ? k.Word : k.Instead.Word })
            .ToDictionaryAsync(k => k.Word, k => k.Carried, StringComparer.Ordinal, cancellation);
        return words.FirstOrDefault(w => !known.ContainsKey(w)) is { } unknown
            ? Outcome.Refused(nameof(PolicyDraft.Keywords), $"主题词表里没有“{unknown}”。请从词表中选，或请编辑先加入词表。")
            : string.Join(' ', words.Select(w => known[w]).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The words of a field.</summary>
    internal static IReadOnlyList<string> Split(string? typed) =>
        [.. (typed ?? "").Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    private static int? IdOf(Outcome<int> instead) => instead.Value == NoWord ? null : instead.Value;

    private static Outcome Gone() => Outcome.Refused("这个主题词不在词表中。");

    private IQueryable<PolicyDocument> Carrying(string word) => db.PolicyDocuments.Where(d => (" " + d.Keywords + " ").Contains(" " + word + " "));

    /// <summary>Id of the word that is to stand in the place of another; <see cref="NoWord"/> for none.</summary>
    private async Task<Outcome<int>> InsteadAsync(PolicyKeywordDraft draft, CancellationToken cancellation)
    {
        if (draft.Instead is not { } word) return NoWord;
        var found = await db.PolicyKeywords.AsNoTracking().SingleOrDefaultAsync(k => k.Word == word, cancellation);
        if (found is null) return Outcome.Refused(nameof(PolicyKeywordDraft.Instead), $"主题词表里没有“{word}”。");
        return found.InsteadId is null ? found.Id : Outcome.Refused(nameof(PolicyKeywordDraft.Instead), $"“{word}”自己也用另一个主题词代替，请直接填写那个词。");
    }

    private async Task ReplaceAsync(string before, string carried, CancellationToken cancellation)
    {
        foreach (var document in await Carrying(before).ToListAsync(cancellation))
            document.Keywords = string.Join(' ', Split(document.Keywords).Select(w => w == before ? carried : w).Distinct(StringComparer.Ordinal));
    }

    private IQueryable<PolicyKeywordRow> Rows(PolicyKeywordFilter filter)
    {
        var keywords = db.PolicyKeywords.AsNoTracking();
        if (SearchWord.Of(filter.Text) is { } text) keywords = keywords.Where(k => k.Word.Contains(text) || k.Instead!.Word.Contains(text) || k.Note!.Contains(text));
        if (filter.IsCarried is { } isCarried) keywords = keywords.Where(k => isCarried ? k.InsteadId == null : k.InsteadId != null);
        var rows = keywords.Select(k => new { Keyword = k, Instead = k.Instead!.Word, Documents = db.PolicyDocuments.Count(d => (" " + d.Keywords + " ").Contains(" " + k.Word + " ")) });
        var ordered = (filter.Sort, filter.Descending) switch
        {
            (PolicyKeywordSort.Documents, false) => rows.OrderBy(r => r.Documents),
            (PolicyKeywordSort.Documents, true) => rows.OrderByDescending(r => r.Documents),
            (_, true) => rows.OrderByDescending(r => r.Keyword.Word),
            _ => rows.OrderBy(r => r.Keyword.Word),
        };
        return ordered.ThenBy(r => r.Keyword.Id).Select(r => new PolicyKeywordRow(r.Keyword.Id, r.Keyword.Word, r.Instead, r.Keyword.Note, r.Documents, r.Keyword.Version));
    }

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
            return Outcome.Refused(Changed);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.PolicyKeywords.AnyAsync(k => k.Word == word && k.Id != id, cancellation)) return Outcome.Refused(nameof(PolicyKeywordDraft.Word), $"“{word}”已在词表中。");
            throw;
        }
    }
}
