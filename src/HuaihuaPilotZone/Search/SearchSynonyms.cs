using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Search;

/// <summary>The synonyms of the search as staff keep them. They change how a query is read, so that nothing has to be indexed anew.</summary>
public sealed class SearchSynonyms(PortalDbContext db, PortalJournal journal)
{
    public const string AddedAct = "search-synonym.added";
    public const string ChangedAct = "search-synonym.changed";
    public const string RemovedAct = "search-synonym.removed";
    public const string WordsField = "Words";

    /// <summary>Groups that a query is read with; more would be a thesaurus.</summary>
    public const int MostGroups = 500;

    private const string Gone = "没有找到这组同义词。";
    private const string Changed = "这组同义词刚被他人修改，请刷新后再保存。";

    private static readonly char[] _separators = ['、', ',', '，', ';', '；', '/', '\n', '\r', ' ', '\u3000'];

    /// <param name="descending">The other way round.</param>
    public Task<Page<SearchSynonym>> ListAsync(string? word, bool descending, PageRequest page, CancellationToken cancellation) => Ordered(word, descending).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<SearchSynonym> StreamAsync(string? word, bool descending) => Ordered(word, descending).AsAsyncEnumerable();

    private IQueryable<SearchSynonym> Ordered(string? word, bool descending)
    {
        var groups = db.SearchSynonyms.AsNoTracking();
        if (SearchWord.Of(word) is { } part) groups = groups.Where(s => s.Words.Contains(part));
        return (descending ? groups.OrderByDescending(s => s.Words) : groups.OrderBy(s => s.Words)).ThenBy(s => s.Id);
    }

    /// <summary>All groups, for reading a query.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> AllAsync(CancellationToken cancellation)
    {
        var groups = await db.SearchSynonyms.AsNoTracking().OrderBy(s => s.Id).Take(MostGroups).Select(s => s.Words).ToListAsync(cancellation);
        return [.. groups.Select(w => w.Split('、'))];
    }

    public Task<SearchSynonym?> FindAsync(int id, CancellationToken cancellation) => db.SearchSynonyms.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation);

    /// <summary>Adds a group, or changes the one whose id is given.</summary>
    /// <param name="words">Separated by 、, commas, blanks or line ends.</param>
    public async Task<Outcome> SaveAsync(int? id, int version, string words, CancellationToken cancellation)
    {
        string[] list = [.. words.Split(_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        if (list.Length < 2) return Outcome.Refused(WordsField, "至少写两个词，用顿号分开。");
        if (list.FirstOrDefault(w => w.Length > SearchSynonym.WordMaxLength) is { } tooLong) return Outcome.Refused(WordsField, $"“{Texts.Cut(tooLong, 10)}”太长，一个词最多 {SearchSynonym.WordMaxLength} 个字。");
        var joined = string.Join('、', list);
        if (joined.Length > SearchSynonym.WordsMaxLength) return Outcome.Refused(WordsField, $"合计最多 {SearchSynonym.WordsMaxLength} 个字。");
        if (id is not { } known) return await AddAsync(joined, cancellation);
        return await ChangeAsync(known, version, group =>
        {
            Note(group, ChangedAct, [new FieldChange("同义词", group.Words, joined)]);
            group.Words = joined;
        }, cancellation);
    }

    public Task<Outcome> RemoveAsync(int id, int version, CancellationToken cancellation) => ChangeAsync(id, version, group =>
    {
        Note(group, RemovedAct, [new FieldChange("同义词", group.Words, null)]);
        db.SearchSynonyms.Remove(group);
    }, cancellation);

    private Task<Outcome> AddAsync(string words, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var group = new SearchSynonym { Words = words };
            db.SearchSynonyms.Add(group);
            await db.SaveChangesAsync(token);
            Note(group, AddedAct, [new FieldChange("同义词", null, words)]);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    private async Task<Outcome> ChangeAsync(int id, int version, Action<SearchSynonym> change, CancellationToken cancellation)
    {
        if (await db.SearchSynonyms.SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } group) return Outcome.Refused(Gone);
        db.Expect(group, version);
        change(group);
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
    }

    private void Note(SearchSynonym group, string act, IReadOnlyList<FieldChange> changes) =>
        journal.Write(JournalSubjects.Search, group.Id.ToString(CultureInfo.InvariantCulture), act, null, changes);
}
