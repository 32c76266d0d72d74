using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.PublicPages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Past;

/// <summary>An industry tag as the park keeps it.</summary>
/// <param name="Former">Words it was called by before, the latest first.</param>
/// <param name="Enterprises">How many enterprises have it now.</param>
public sealed record TagRow(int Id, string Word, DateOnly? ClosedOn, IReadOnlyList<FormerWord> Former, int Enterprises);

/// <summary>The industry tags of the roster: added, renamed, closed. Lists of former days keep the words of those days. Areas are kept as a tree, by <see cref="Parks.AreaKeeping"/>.</summary>
public sealed class TagKeeping(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    /// <summary>More than forms can offer.</summary>
    public const int Most = 200;

    private const string Gone = "没有这一项，请刷新后再试。";

    public async Task<IReadOnlyList<TagRow>> ListAsync(CancellationToken cancellation)
    {
        var former = await db.FormerWordsAsync(TaxonomyKind.Tag, cancellation);
        var tags = await db.Set<IndustryTag>().AsNoTracking().OrderBy(t => t.SortOrder).ThenBy(t => t.Id).Take(Most).ToListAsync(cancellation);
        var tagged = await db.Set<EnterpriseTag>().GroupBy(t => t.IndustryTagId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return [.. tags.Select(t => new TagRow(t.Id, t.Name, t.ClosedOn, [.. former[t.Id]], tagged.GetValueOrDefault(t.Id)))];
    }

    /// <summary>Adds a tag at the end of the list.</summary>
    public Task<Outcome> AddAsync(string word, CancellationToken cancellation) => SaveAsync(
        word,
        async token =>
        {
            if (await db.Set<IndustryTag>().CountAsync(token) >= Most) return Outcome.Refused($"最多登记 {Most} 个行业标签。");
            db.Add(new IndustryTag { Name = word.Trim(), SortOrder = await db.Set<IndustryTag>().MaxAsync(t => (int?)t.SortOrder, token) + 1 ?? 1 });
            journal.Write(JournalSubjects.Taxonomy, nameof(TaxonomyKind.Tag), TaxonomyActs.Added, word.Trim());
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Gives it another word from today on.</summary>
    public Task<Outcome> RenameAsync(int id, string word, CancellationToken cancellation) => SaveAsync(
        word,
        async token =>
        {
            if (await FindAsync(id, token) is not { } tag) return Outcome.Refused(Gone);
            var (old, now) = (tag.Name, word.Trim());
            if (string.Equals(old, now, StringComparison.Ordinal)) return Outcome.Refused("Word", "名称没有变化。");
            await db.KeepFormerWordAsync(TaxonomyKind.Tag, id, old, time.Today, token);
            tag.Name = now;
            journal.Write(JournalSubjects.Taxonomy, Key(id), TaxonomyActs.Renamed, changes: [new FieldChange(TaxonomyKind.Tag.Word(), old, now)]);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Offers it no more from today on, or again. Enterprises that have it keep it.</summary>
    public Task<Outcome> CloseAsync(int id, bool isClosed, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (await FindAsync(id, token) is not { } tag) return Outcome.Refused(Gone);
            if (tag.ClosedOn is not null == isClosed) return Outcome.Refused(isClosed ? "已经停用。" : "没有停用。");
            tag.ClosedOn = isClosed ? time.Today : null;
            journal.Write(JournalSubjects.Taxonomy, Key(id), isClosed ? TaxonomyActs.Closed : TaxonomyActs.Opened, tag.Name);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    private Task<IndustryTag?> FindAsync(int id, CancellationToken cancellation) => db.Set<IndustryTag>().SingleOrDefaultAsync(t => t.Id == id, cancellation);

    private async Task<Outcome> SaveAsync(string word, Func<CancellationToken, Task<Outcome>> act, CancellationToken cancellation)
    {
        if (word.Trim().Length is 0 or > FormerWord.WordMaxLength || word.Contains(',', StringComparison.Ordinal)) return Outcome.Refused("Word", $"请填写名称，最多 {FormerWord.WordMaxLength} 个字，不含逗号。");
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    var done = await act(token);
                    if (!done.IsDone) return done;
                    // the words stand on public pages
                    db.PublicHasChanged(PublicTopic.Enterprises);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("Word", $"已有名称相同的{TaxonomyKind.Tag.Word()}。");
        }
    }

    private static string Key(int id) => string.Create(CultureInfo.InvariantCulture, $"{TaxonomyKind.Tag}-{id}");
}

internal static class FormerWords
{
    /// <summary>By the id of the item, the latest first.</summary>
    public static async Task<ILookup<int, FormerWord>> FormerWordsAsync(this PortalDbContext db, TaxonomyKind kind, CancellationToken cancellation) =>
        (await db.FormerWords.AsNoTracking().Where(w => w.Kind == kind).OrderByDescending(w => w.Until).ThenByDescending(w => w.Id).ToListAsync(cancellation)).ToLookup(w => w.ItemId);

    /// <summary>Keeps a word for the days before today; renamed twice on one day, the word of that morning was nobody's on any day. Saves nothing.</summary>
    public static async Task KeepFormerWordAsync(this PortalDbContext db, TaxonomyKind kind, int id, string old, DateOnly today, CancellationToken cancellation)
    {
        if (await db.FormerWords.AnyAsync(w => w.Kind == kind && w.ItemId == id && w.Until == today, cancellation)) return;
        db.FormerWords.Add(new FormerWord
        {
            Kind = kind,
            ItemId = id,
            Word = old,
            Until = today,
        });
    }
}

/// <summary>Acts on areas and tags as the journal names them.</summary>
public static class TaxonomyActs
{
    public const string Added = "taxonomy.added";
    public const string Renamed = "taxonomy.renamed";
    public const string Closed = "taxonomy.closed";
    public const string Opened = "taxonomy.opened";
}
