using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.PublicPages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Past;

/// <summary>An area or a tag as the park keeps it.</summary>
/// <param name="Former">Words it was called by before, the latest first.</param>
/// <param name="Enterprises">How many enterprises have it now.</param>
public sealed record TaxonomyRow(TaxonomyKind Kind, int Id, string Word, DateOnly? ClosedOn, IReadOnlyList<FormerWord> Former, int Enterprises);

/// <summary>The areas and tags of the roster: added, renamed, closed. Lists of former days keep the words of those days.</summary>
public sealed class RosterTaxonomy(PortalDbContext db, RosterCounts counts, PortalJournal journal, ChinaTime time)
{
    /// <summary>More than forms can offer.</summary>
    public const int Most = 200;

    private const string Gone = "没有这一项，请刷新后再试。";

    public async Task<IReadOnlyList<TaxonomyRow>> ListAsync(CancellationToken cancellation)
    {
        var former = (await db.FormerWords.AsNoTracking().OrderByDescending(w => w.Until).ThenByDescending(w => w.Id).ToListAsync(cancellation)).ToLookup(w => (w.Kind, w.ItemId));
        var areas = await db.Set<ParkArea>().AsNoTracking().OrderBy(a => a.SortOrder).ThenBy(a => a.Id).Take(Most).ToListAsync(cancellation);
        var tags = await db.Set<IndustryTag>().AsNoTracking().OrderBy(t => t.SortOrder).ThenBy(t => t.Id).Take(Most).ToListAsync(cancellation);
        var inAreas = await counts.OfAreasAsync(withLeft: true, cancellation);
        var tagged = await db.Set<EnterpriseTag>().GroupBy(t => t.IndustryTagId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return
        [
            .. areas.Select(a => new TaxonomyRow(TaxonomyKind.Area, a.Id, a.Name, a.ClosedOn, [.. former[(TaxonomyKind.Area, a.Id)]], inAreas.GetValueOrDefault(a.Id))),
            .. tags.Select(t => new TaxonomyRow(TaxonomyKind.Tag, t.Id, t.Name, t.ClosedOn, [.. former[(TaxonomyKind.Tag, t.Id)]], tagged.GetValueOrDefault(t.Id))),
        ];
    }

    /// <summary>Adds an area or a tag at the end of the list.</summary>
    /// <param name="source">Where the word of an area was read.</param>
    public Task<Outcome> AddAsync(TaxonomyKind kind, string word, string? source, CancellationToken cancellation) => SaveAsync(
        kind, word,
        async token =>
        {
            if (kind == TaxonomyKind.Area && string.IsNullOrWhiteSpace(source)) return Outcome.Refused("Source", "请写明名称的出处。");
            if (kind == TaxonomyKind.Area) db.Add(new ParkArea { Name = word.Trim(), Source = source!.Trim(), SortOrder = await db.Set<ParkArea>().MaxAsync(a => (int?)a.SortOrder, token) + 1 ?? 1 });
            else db.Add(new IndustryTag { Name = word.Trim(), SortOrder = await db.Set<IndustryTag>().MaxAsync(t => (int?)t.SortOrder, token) + 1 ?? 1 });
            journal.Write(JournalSubjects.Taxonomy, kind.ToString(), TaxonomyActs.Added, word.Trim());
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Gives it another word from today on.</summary>
    public Task<Outcome> RenameAsync(TaxonomyKind kind, int id, string word, CancellationToken cancellation) => SaveAsync(
        kind, word,
        async token =>
        {
            var (area, tag) = await FindAsync(kind, id, token);
            if ((area?.Name ?? tag?.Name) is not { } old) return Outcome.Refused(Gone);
            word = word.Trim();
            if (string.Equals(old, word, StringComparison.Ordinal)) return Outcome.Refused("Word", "名称没有变化。");
            await db.KeepFormerWordAsync(kind, id, old, time.Today, token);
            if (area is not null) area.Name = word;
            else tag!.Name = word;
            journal.Write(JournalSubjects.Taxonomy, Key(kind, id), TaxonomyActs.Renamed, changes: [new FieldChange(kind.Word(), old, word)]);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Offers it no more from today on, or again. Enterprises that have it keep it.</summary>
    public Task<Outcome> CloseAsync(TaxonomyKind kind, int id, bool isClosed, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var (area, tag) = await FindAsync(kind, id, token);
            if (area is null && tag is null) return Outcome.Refused(Gone);
            DateOnly? day = isClosed ? time.Today : null;
            if ((area?.ClosedOn ?? tag?.ClosedOn) is null == day is null) return Outcome.Refused(isClosed ? "已经停用。" : "没有停用。");
            if (area is not null) area.ClosedOn = day;
            else tag!.ClosedOn = day;
            journal.Write(JournalSubjects.Taxonomy, Key(kind, id), isClosed ? TaxonomyActs.Closed : TaxonomyActs.Opened, area?.Name ?? tag?.Name);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    private async Task<(ParkArea? Area, IndustryTag? Tag)> FindAsync(TaxonomyKind kind, int id, CancellationToken cancellation) => kind == TaxonomyKind.Area
        ? (await db.Set<ParkArea>().SingleOrDefaultAsync(a => a.Id == id, cancellation), null)
        : (null, await db.Set<IndustryTag>().SingleOrDefaultAsync(t => t.Id == id, cancellation));

    private async Task<Outcome> SaveAsync(TaxonomyKind kind, string word, Func<CancellationToken, Task<Outcome>> act, CancellationToken cancellation)
    {
        if (!Enum.IsDefined(kind)) return Outcome.Refused(Gone);
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
            return Outcome.Refused("Word", $"已有名称相同的{kind.Word()}。");
        }
    }

    private static string Key(TaxonomyKind kind, int id) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{id}");
}

internal static class FormerWords
{
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
