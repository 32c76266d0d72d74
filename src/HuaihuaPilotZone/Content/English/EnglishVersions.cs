using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.English;

/// <summary>English versions of news items and policy documents: what the public reads and what editors do.</summary>
public sealed class EnglishVersions(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    private const string NoSource = "要翻译的中文内容不存在。";

    /// <summary>The published English version of a published news item; null where there is none.</summary>
    public Task<EnglishVersion?> FindNewsAsync(string slug, CancellationToken cancellation) =>
        OfNews().SingleOrDefaultAsync(e => e.NewsItem!.Slug == slug, cancellation);

    /// <summary>The published English version of a policy document that everybody may see; null where there is none.</summary>
    public Task<EnglishVersion?> FindPolicyAsync(string slug, CancellationToken cancellation) =>
        OfPolicies().SingleOrDefaultAsync(e => e.PolicyDocument!.Slug == slug, cancellation);

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
        await ChineseAsync(kind, id, cancellation) is { } chinese ? new EnglishWork(chinese, await Of(db.EnglishVersions.AsNoTracking(), kind, id).SingleOrDefaultAsync(cancellation)) : null;

    /// <summary>Saves what was written, as of the present Chinese text. A published version is changed at once.</summary>
    /// <param name="version">The version that the person had before them; 0 for a new one.</param>
    public async Task<Outcome> SaveAsync(TranslatedKind kind, int id, int version, EnglishDraft draft, CancellationToken cancellation)
    {
        if (EnglishRules.Problems(draft) is { Count: > 0 } problems) return Outcome.Refused(problems);
        if (await ChineseAsync(kind, id, cancellation) is not { } chinese) return Outcome.Refused(NoSource);
        var english = await Of(db.EnglishVersions, kind, id).SingleOrDefaultAsync(cancellation);
        if (english is null)
        {
            if (version != 0) return Outcome.Refused(NoSource);
            english = New(kind, id, draft, chinese);
            db.EnglishVersions.Add(english);
            journal.Write(SubjectOf(kind), chinese.Key, "english.created", changes: Fields(draft).Select(f => new FieldChange(f.Label, null, f.Value)));
        }
        else
        {
            db.Expect(english, version);
            var before = Fields(new EnglishDraft(english.Title, english.Summary, english.Body));
            (english.Title, english.Summary, english.Body, english.SourceHash, english.UpdatedAt) = (draft.Title, draft.Summary, draft.Body, chinese.Hash, time.UtcNow);
            journal.Write(SubjectOf(kind), chinese.Key, "english.edited", changes: Edits.Changes(before, Fields(draft)));
        }

        return await SaveAsync(kind, id, draft, cancellation);
    }

    /// <summary>Shows the version to the public, as soon as the Chinese text is published too.</summary>
    public Task<Outcome> PublishAsync(TranslatedKind kind, int id, int version, CancellationToken cancellation) =>
        ChangeStateAsync(kind, id, version, PublicationState.Published, "english.published", cancellation);

    /// <summary>Takes it off the public pages; the Chinese text stays.</summary>
    public Task<Outcome> WithdrawAsync(TranslatedKind kind, int id, int version, CancellationToken cancellation) =>
        ChangeStateAsync(kind, id, version, PublicationState.Withdrawn, "english.withdrawn", cancellation);

    private async Task<Outcome> ChangeStateAsync(TranslatedKind kind, int id, int version, PublicationState state, string act, CancellationToken cancellation)
    {
        var english = await Of(db.EnglishVersions, kind, id).SingleOrDefaultAsync(cancellation);
        if (english is null || await ChineseAsync(kind, id, cancellation) is not { } chinese) return Outcome.Refused("还没有英文版，请先保存。");
        if (english.State == state) return Outcome.Refused(state == PublicationState.Published ? "英文版已经发布。" : "英文版没有发布，不用撤回。");
        db.Expect(english, version);
        journal.Write(SubjectOf(kind), chinese.Key, act, changes: [new FieldChange("英文版状态", english.State.Word(), state.Word())]);
        (english.State, english.UpdatedAt) = (state, time.UtcNow);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Edits.VersionField, "您打开之后，他人已修改英文版。请核对最新内容后再操作。");
        }
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
            return Edits.Conflict(Fields(new EnglishDraft(saved.Title, saved.Summary, saved.Body)), Fields(draft));
        }
    }

    private EnglishVersion New(TranslatedKind kind, int id, EnglishDraft draft, ChineseText chinese) => new()
    {
        NewsItemId = kind == TranslatedKind.News ? id : null,
        PolicyDocumentId = kind == TranslatedKind.Policies ? id : null,
        Title = draft.Title,
        Summary = draft.Summary,
        Body = draft.Body,
        SourceHash = chinese.Hash,
        CreatedAt = time.UtcNow,
        UpdatedAt = time.UtcNow,
    };

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

    private static string SubjectOf(TranslatedKind kind) => kind == TranslatedKind.News ? JournalSubjects.News : JournalSubjects.Policy;

    private static IReadOnlyList<EditedField> Fields(EnglishDraft draft) =>
    [
        new(nameof(EnglishDraft.Title), "英文标题", draft.Title),
        new(nameof(EnglishDraft.Summary), "英文摘要", draft.Summary),
        new(nameof(EnglishDraft.Body), "英文正文", draft.Body),
    ];
}
