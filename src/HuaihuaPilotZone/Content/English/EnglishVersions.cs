using System.Globalization;
using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.English;

/// <summary>English versions of news items and policy documents: what the public reads and what editors do.</summary>
public sealed class EnglishVersions(PortalDbContext db, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const string NoSource = "要翻译的中文内容不存在。";

    private static readonly HotQuery<Func<PortalDbContext, string, CancellationToken, Task<EnglishVersion?>>> _ofNews = new(() => EF.CompileAsyncQuery((PortalDbContext db, string slug, CancellationToken _) =>
        db.EnglishVersions.AsNoTracking().SingleOrDefault(e => e.State == PublicationState.Published && e.NewsItem!.State == PublicationState.Published && e.NewsItem.Slug == slug)));

    /// <summary>The published English version of a published news item; null where there is none.</summary>
    public Task<EnglishVersion?> FindNewsAsync(string slug, CancellationToken cancellation) => _ofNews.For(db)(db, slug, cancellation);

    /// <summary>English titles of those news items that have a published English version, by slug.</summary>
    public async Task<IReadOnlyDictionary<string, EnglishTitle>> TitlesOfNewsAsync(IReadOnlyCollection<string> slugs, CancellationToken cancellation) =>
        await OfNews().Where(e => slugs.Contains(e.NewsItem!.Slug)).Select(e => new { e.NewsItem!.Slug, e.Title, e.Summary })
            .ToDictionaryAsync(e => e.Slug, e => new EnglishTitle(e.Title, e.Summary), cancellation);

    /// <summary>The same for policy documents.</summary>
    public async Task<IReadOnlyDictionary<string, EnglishTitle>> TitlesOfPoliciesAsync(IReadOnlyCollection<string> slugs, CancellationToken cancellation) =>
        await OfPolicies().Where(e => slugs.Contains(e.PolicyDocument!.Slug)).Select(e => new { e.PolicyDocument!.Slug, e.Title, e.Summary })
            .ToDictionaryAsync(e => e.Slug, e => new EnglishTitle(e.Title, e.Summary), cancellation);

    /// <summary>A text with its English version, for the editors; null where there is no such text.</summary>
    public async Task<EnglishWork?> FindAsync(TranslatedKind kind, int id, CancellationToken cancellation) =>
        await ChineseAsync(kind, id, cancellation) is { } chinese
            ? new EnglishWork(chinese, await Of(db.EnglishVersions.AsNoTracking(), kind, id).SingleOrDefaultAsync(cancellation) is { } english ? WithChanges(english) : null)
            : null;

    /// <summary>An English version and its Chinese text by the id of the version, for the editors; null where there is none.</summary>
    public async Task<EnglishWork?> FindAsync(int id, CancellationToken cancellation) =>
        await db.EnglishVersions.Where(e => e.Id == id).Select(e => new { e.NewsItemId, e.PolicyDocumentId }).SingleOrDefaultAsync(cancellation) is { } of
            ? await FindAsync(of.NewsItemId is null ? TranslatedKind.Policies : TranslatedKind.News, (of.NewsItemId ?? of.PolicyDocumentId)!.Value, cancellation)
            : null;

    /// <summary>The English versions.</summary>
    public async Task<Page<EnglishRow>> ListAsync(EnglishFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var rows = await Ordered(filter).ToPageAsync(page, cancellation);
        return rows.Select(RowOf);
    }

    /// <summary>All rows of a list, for a file.</summary>
    public async IAsyncEnumerable<EnglishRow> StreamAsync(EnglishFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var english in Ordered(filter).AsAsyncEnumerable().WithCancellation(cancellation)) yield return RowOf(english);
    }

    /// <summary>Saves what was written, as of the present Chinese text. What the public sees does not change before that is published.</summary>
    /// <param name="version">The version that the person had before them; 0 for a new one.</param>
    public async Task<Outcome> SaveAsync(TranslatedKind kind, int id, int version, EnglishDraft draft, CancellationToken cancellation)
    {
        if (EnglishRules.Problems(draft) is { Count: > 0 } problems) return Outcome.Refused(problems);
        if (await ChineseAsync(kind, id, cancellation) is not { } chinese) return Outcome.Refused(NoSource);
        var english = await Of(db.EnglishVersions, kind, id).SingleOrDefaultAsync(cancellation);
        if (english is null && version != 0) return Outcome.Refused(NoSource);
        var kept = new KeptEnglish(draft.Title, draft.Summary, draft.Body, chinese.Hash);
        if (english is not null)
        {
            db.Expect(english, version);
            Rewrite(english, kept);
        }
        else
        {
            english = New(kind, id, kept);
            english.Rewrite(actor.UserId);
            db.EnglishVersions.Add(english);
            journal.Write(JournalSubjects.English, KeyOf(english), "english.created", chinese.Title, Fields(english).Select(f => new FieldChange(f.Label, null, f.Value)));
        }

        return await SaveAsync(kind, id, draft, cancellation);
    }

    /// <summary>Saves a kept version as what is written now.</summary>
    internal async Task<Outcome> SaveKeptAsync(int id, int version, KeptEnglish kept, CancellationToken cancellation)
    {
        if (await db.EnglishVersions.SingleOrDefaultAsync(e => e.Id == id, cancellation) is not { } english) return Outcome.Refused(NoSource);
        db.Expect(english, version);
        Rewrite(english, kept);
        var (kind, source) = english.NewsItemId is { } news ? (TranslatedKind.News, news) : (TranslatedKind.Policies, english.PolicyDocumentId!.Value);
        return await SaveAsync(kind, source, new EnglishDraft(kept.Title, kept.Summary, kept.Body), cancellation);
    }

    private void Rewrite(EnglishVersion english, KeptEnglish kept)
    {
        var edited = english.KeepsAside ? WithChanges((EnglishVersion)db.Entry(english).CurrentValues.ToObject()) : english;
        var before = Fields(edited);
        Write(edited, kept);
        if (edited != english) english.Pending = DraftJson.Write(kept);
        english.UpdatedAt = time.UtcNow;
        english.Rewrite(actor.UserId);
        journal.Write(JournalSubjects.English, KeyOf(english), "english.edited", changes: Edits.Changes(before, Fields(edited)));
    }

    private async Task<Outcome> SaveAsync(TranslatedKind kind, int id, EnglishDraft draft, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            // changed since, or begun by two people at once
            db.ChangeTracker.Clear();
            var saved = await Of(db.EnglishVersions.AsNoTracking(), kind, id).SingleOrDefaultAsync(cancellation);
            if (saved is null) throw;
            return Edits.Conflict(Fields(WithChanges(saved)), Fields(draft.Title, draft.Summary, draft.Body));
        }
    }

    private EnglishVersion New(TranslatedKind kind, int id, KeptEnglish kept) => new()
    {
        NewsItemId = kind == TranslatedKind.News ? id : null,
        PolicyDocumentId = kind == TranslatedKind.Policies ? id : null,
        Title = kept.Title,
        Summary = kept.Summary,
        Body = kept.Body,
        SourceHash = kept.SourceHash,
        CreatedAt = time.UtcNow,
        UpdatedAt = time.UtcNow,
    };

    private IQueryable<EnglishVersion> Ordered(EnglishFilter filter)
    {
        var versions = db.EnglishVersions.AsNoTracking().Include(e => e.NewsItem).Include(e => e.PolicyDocument).AsQueryable();
        if (filter.Kind is { } kind) versions = versions.Where(e => kind == TranslatedKind.News ? e.NewsItemId != null : e.PolicyDocumentId != null);
        if (filter.State is { } state) versions = versions.Where(e => e.State == state);
        if (SearchWord.Of(filter.Text) is { } text) versions = versions.Where(e => e.Title.Contains(text) || e.NewsItem!.Title.Contains(text) || e.PolicyDocument!.Title.Contains(text));
        return (filter.Sort, filter.Descending) switch
        {
            (EnglishSort.Title, false) => versions.OrderBy(e => e.Title).ThenBy(e => e.Id),
            (EnglishSort.Title, true) => versions.OrderByDescending(e => e.Title).ThenByDescending(e => e.Id),
            (_, false) => versions.OrderBy(e => e.UpdatedAt).ThenBy(e => e.Id),
            _ => versions.OrderByDescending(e => e.UpdatedAt).ThenByDescending(e => e.Id),
        };
    }

    private static EnglishRow RowOf(EnglishVersion english)
    {
        var hasChanges = english.Pending is not null;
        var written = WithChanges(english);
        var chinese = written.NewsItem is { } news
            ? new ChineseText(news.Title, news.Summary, news.Body, "", "", false)
            : new ChineseText(written.PolicyDocument!.Title, written.PolicyDocument.Summary, written.PolicyDocument.Body, "", "", false);
        return new EnglishRow(
            written.Id, written.NewsItemId is null ? TranslatedKind.Policies : TranslatedKind.News, written.Title, chinese.Title, written.State, written.Step, hasChanges, written.PublishAt,
            written.SourceHash != chinese.Hash, written.UpdatedAt);
    }

    private Task<ChineseText?> ChineseAsync(TranslatedKind kind, int id, CancellationToken cancellation) => kind == TranslatedKind.News
        ? db.News.Where(n => n.Id == id).Select(n => new ChineseText(n.Title, n.Summary, n.Body, n.Slug, "/news/" + n.Slug, n.State == PublicationState.Published))
            .SingleOrDefaultAsync(cancellation)
        : db.PolicyDocuments.Where(d => d.Id == id)
            .Select(d => new ChineseText(d.Title, d.Summary, d.Body, d.IndexNumber, "/policies/" + d.Slug, d.State == PublicationState.Published && d.Openness != Openness.Closed))
            .SingleOrDefaultAsync(cancellation);

    private IQueryable<EnglishVersion> OfNews() =>
        db.EnglishVersions.AsNoTracking().Where(e => e.State == PublicationState.Published && e.NewsItem!.State == PublicationState.Published);

    private IQueryable<EnglishVersion> OfPolicies() => db.EnglishVersions.AsNoTracking()
        .Where(e => e.State == PublicationState.Published && e.PolicyDocument!.State == PublicationState.Published && e.PolicyDocument.Openness != Openness.Closed);

    private static IQueryable<EnglishVersion> Of(IQueryable<EnglishVersion> versions, TranslatedKind kind, int id) =>
        kind == TranslatedKind.News ? versions.Where(e => e.NewsItemId == id) : versions.Where(e => e.PolicyDocumentId == id);

    /// <summary>What the journal knows a version by: the id of its Chinese text.</summary>
    internal static string KeyOf(EnglishVersion english) =>
        string.Create(CultureInfo.InvariantCulture, $"{(english.NewsItemId is null ? "policies" : "news")}/{english.NewsItemId ?? english.PolicyDocumentId}");

    /// <summary>Puts what was written after the publication into a version that nothing tracks.</summary>
    internal static EnglishVersion WithChanges(EnglishVersion english)
    {
        if (english.Pending is { } pending) Write(english, DraftJson.Read<KeptEnglish>(pending));
        return english;
    }

    internal static void Write(EnglishVersion english, KeptEnglish kept) =>
        (english.Title, english.Summary, english.Body, english.SourceHash) = (kept.Title, kept.Summary, kept.Body, kept.SourceHash);

    internal static IReadOnlyList<EditedField> Fields(EnglishVersion english) => Fields(english.Title, english.Summary, english.Body);

    internal static IReadOnlyList<EditedField> Fields(string title, string summary, string body) =>
    [
        new(nameof(EnglishDraft.Title), "英文标题", title),
        new(nameof(EnglishDraft.Summary), "英文摘要", summary),
        new(nameof(EnglishDraft.Body), "英文正文", body),
    ];
}
