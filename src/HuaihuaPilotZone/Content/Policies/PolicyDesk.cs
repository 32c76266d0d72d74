using AutoMapper;
using AutoMapper.QueryableExtensions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>What editors do with policy documents.</summary>
public sealed class PolicyDesk(PortalDbContext db, PortalJournal journal, PolicyIndexNumbers numbers, ChinaTime time, IMapper mapper)
{
    private const int MostBodies = 500;

    /// <summary>All documents, the last edited first.</summary>
    public Task<Page<PolicyDeskRow>> ListAsync(PolicyDeskFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var documents = db.PolicyDocuments.AsNoTracking();
        if (filter.State is { } state) documents = documents.Where(d => d.State == state);
        if (filter.Topic is { } topic) documents = documents.Where(d => d.Topic == topic);
        foreach (var term in DocumentNumbers.Terms(filter.Text)) documents = documents.Where(d => d.SearchText.Contains(term));
        return documents.OrderByDescending(d => d.UpdatedAt).ThenByDescending(d => d.Id)
            .ProjectTo<PolicyDeskRow>(mapper.ConfigurationProvider).ToPageAsync(page, cancellation);
    }

    /// <summary>A document with its issuing bodies.</summary>
    public Task<PolicyDocument?> FindAsync(int id, CancellationToken cancellation) =>
        db.PolicyDocuments.AsNoTracking().Include(d => d.Issuers).ThenInclude(i => i.Body).SingleOrDefaultAsync(d => d.Id == id, cancellation);

    /// <summary>The names of the known issuing bodies.</summary>
    public async Task<IReadOnlyList<string>> BodiesAsync(CancellationToken cancellation) =>
        await db.IssuingBodies.AsNoTracking().OrderBy(b => b.Name).Take(MostBodies).Select(b => b.Name).ToListAsync(cancellation);

    /// <returns>The id of the new draft; its index number is given now and for ever.</returns>
    public Task<Outcome<int>> CreateAsync(PolicyDraft draft, CancellationToken cancellation) => CreateAsync(draft, isDemonstration: false, cancellation);

    internal async Task<Outcome<int>> CreateAsync(PolicyDraft draft, bool isDemonstration, CancellationToken cancellation)
    {
        if (PolicyRules.Problems(draft) is { Count: > 0 } problems) return Outcome.Refused(problems);
        await EnsureBodiesAsync(draft, cancellation);
        var stem = await numbers.EnsureSeriesAsync(cancellation);
        return await db.InTransactionAsync<int>(async token =>
        {
            var indexNumber = await numbers.NextAsync(stem, token);
            var now = time.UtcNow;
            var document = new PolicyDocument
            {
                IndexNumber = indexNumber,
                Slug = PolicyIndexNumbers.SlugOf(indexNumber),
                Title = draft.Title,
                IsExternal = draft.IsExternal,
                Topic = draft.Topic,
                Openness = draft.Openness,
                Summary = draft.Summary,
                Body = draft.Body,
                IsDemonstration = isDemonstration,
                CreatedAt = now,
                UpdatedAt = now,
            };
            if (await WriteAsync(document, draft, token) is { IsDone: false } refused) return refused;
            db.PolicyDocuments.Add(document);
            journal.Write(JournalSubjects.Policy, indexNumber, "policy.created", changes: Fields(document).Select(f => new FieldChange(f.Label, null, f.Value)));
            await db.SaveChangesAsync(token);
            return document.Id;
        }, cancellation);
    }

    /// <summary>Saves an edited document. The second of two people is told what the first one wrote.</summary>
    public async Task<Outcome> UpdateAsync(int id, int version, PolicyDraft draft, CancellationToken cancellation)
    {
        if (PolicyRules.Problems(draft) is { Count: > 0 } problems) return Outcome.Refused(problems);
        await EnsureBodiesAsync(draft, cancellation);
        IReadOnlyList<EditedField> typed = [];
        try
        {
            return await db.InTransactionAsync(async token =>
            {
                var document = await db.PolicyDocuments.Include(d => d.Issuers).SingleOrDefaultAsync(d => d.Id == id, token);
                if (document is null) return Gone();
                if (document.PublishedAt is not null && document.IsExternal != draft.IsExternal)
                    return Outcome.Refused(nameof(PolicyDraft.IsExternal), "文件发布过，不能再改是否为其他机关的文件。");
                var before = Fields(document);
                db.Expect(document, version);
                if (await WriteAsync(document, draft, token) is { IsDone: false } refused) return refused;
                typed = Fields(document);
                journal.Write(JournalSubjects.Policy, document.IndexNumber, "policy.edited", changes: Edits.Changes(before, typed));
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            }, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var saved = await FindAsync(id, cancellation);
            return saved is null ? Gone() : Edits.Conflict(Fields(saved), typed);
        }
    }

    /// <summary>Shows a document to the public. The first time sets the publication time, and the release day of our own documents, for good.</summary>
    public Task<Outcome> PublishAsync(int id, int version, CancellationToken cancellation) =>
        ChangeStateAsync(id, version, "policy.published", note: null, document =>
        {
            if (document.State == PublicationState.Published) return Outcome.Refused("这份文件已经发布。");
            if (document.Openness == Openness.Closed) return Outcome.Refused("这份文件的公开属性为不予公开，不能发布。");
            if (document.IssuersText.Length == 0) return Outcome.Refused("发布前须填写发文机关。");
            if (document is { IsExternal: false, Body: "" }) return Outcome.Refused("发布前须填写正文。");
            var today = time.Today;
            if (!document.IsExternal && document.PublishedAt is null && document.IssuedOn > today) return Outcome.Refused("成文日期晚于今天，请核对后再发布。");
            if (!document.IsExternal && document.PublishedAt is null) document.ReleasedOn = today;
            document.PublishedAt ??= time.UtcNow;
            document.State = PublicationState.Published;
            document.WithdrawalReason = null;
            return Outcome.Done;
        }, cancellation);

    /// <summary>Takes a document off the public pages; its address then answers 404.</summary>
    public Task<Outcome> WithdrawAsync(int id, int version, string reason, CancellationToken cancellation) =>
        ChangeStateAsync(id, version, "policy.withdrawn", reason, document =>
        {
            if (document.State != PublicationState.Published) return Outcome.Refused("这份文件没有发布，不用撤回。");
            document.State = PublicationState.Withdrawn;
            document.WithdrawalReason = reason;
            return Outcome.Done;
        }, cancellation);

    private async Task<Outcome> ChangeStateAsync(int id, int version, string act, string? note, Func<PolicyDocument, Outcome> change, CancellationToken cancellation)
    {
        var document = await db.PolicyDocuments.SingleOrDefaultAsync(d => d.Id == id, cancellation);
        if (document is null) return Gone();
        db.Expect(document, version);
        var before = document.State;
        if (change(document) is { IsDone: false } refused) return refused;
        document.UpdatedAt = time.UtcNow;
        journal.Write(JournalSubjects.Policy, document.IndexNumber, act, note, [new FieldChange("状态", before.Word(), document.State.Word())]);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Edits.VersionField, "您打开之后，他人已修改这份文件。请核对最新内容后再操作。");
        }
    }

    /// <summary>Puts the draft into the record, with its issuing bodies and the repealing document looked up.</summary>
    private async Task<Outcome> WriteAsync(PolicyDocument document, PolicyDraft draft, CancellationToken cancellation)
    {
        document.Title = draft.Title;
        document.Number = PolicyRules.NumberOf(draft);
        document.RegistrationNumber = draft.RegistrationNumber;
        document.IsExternal = draft.IsExternal;
        document.IssuedOn = draft.IssuedOn;
        if (draft.IsExternal) document.ReleasedOn = draft.ReleasedOn;
        else if (document.PublishedAt is null) document.ReleasedOn = null;
        document.EffectiveOn = draft.EffectiveOn;
        document.ExpiresOn = draft.ExpiresOn;
        document.Topic = draft.Topic;
        document.Openness = draft.Openness;
        document.Summary = draft.Summary;
        document.Body = draft.Body;
        document.Source = draft.Source;
        document.RetrievedOn = draft.RetrievedOn;
        document.UpdatedAt = time.UtcNow;
        if (document.State == PublicationState.Published && draft.Openness == Openness.Closed)
            return Outcome.Refused(nameof(PolicyDraft.Openness), "文件正在公开，须先撤回，才能改为不予公开。");
        if (await RepealAsync(document, draft, cancellation) is { IsDone: false } refused) return refused;
        if (await IssueAsync(document, draft, cancellation) is { IsDone: false } unknown) return unknown;
        document.RefreshSearchText();
        return Outcome.Done;
    }

    private async Task<Outcome> RepealAsync(PolicyDocument document, PolicyDraft draft, CancellationToken cancellation)
    {
        document.RepealedOn = draft.RepealedOn;
        document.RepealedByText = draft.RepealedByText;
        document.RepealedById = null;
        if (draft.RepealedByText is not { } text) return Outcome.Done;
        var number = DocumentNumbers.Normalize(text);
        var acting = await db.PolicyDocuments.Where(d => d.IndexNumber == text || d.Number == number || d.Title == text)
            .OrderBy(d => d.Id).Select(d => new { d.Id }).FirstOrDefaultAsync(cancellation);
        if (acting is not null && acting.Id == document.Id) return Outcome.Refused(nameof(PolicyDraft.RepealedByText), "废止文件不能是本文件。");
        document.RepealedById = acting?.Id;
        return Outcome.Done;
    }

    private async Task<Outcome> IssueAsync(PolicyDocument document, PolicyDraft draft, CancellationToken cancellation)
    {
        var known = await db.IssuingBodies.Where(b => draft.Issuers.Contains(b.Name)).ToDictionaryAsync(b => b.Name, b => b.Id, cancellation);
        var unknown = draft.Issuers.Where(n => !known.ContainsKey(n)).ToList();
        if (unknown.Count > 0)
            return Outcome.Refused(nameof(PolicyDraft.Issuers), $"机关名录里没有“{string.Join("”“", unknown)}”。请核对全称，或勾选“加入机关名录”。");
        var ids = draft.Issuers.Select(n => known[n]).ToList();
        // a severed row of a restricting relation must be removed by name
        foreach (var former in document.Issuers.Where(i => !ids.Contains(i.IssuingBodyId)).ToList()) db.Remove(former);
        foreach (var (id, position) in ids.Select((id, i) => (id, i)))
        {
            if (document.Issuers.Find(i => i.IssuingBodyId == id) is { } present) present.Position = position;
            else document.Issuers.Add(new PolicyIssuer { IssuingBodyId = id, Position = position });
        }
        document.IssuersText = string.Join('、', draft.Issuers);
        return Outcome.Done;
    }

    /// <summary>Adds the names that the editor wants in the list. Two who add the same one at once are settled by the unique name.</summary>
    private async Task EnsureBodiesAsync(PolicyDraft draft, CancellationToken cancellation)
    {
        if (!draft.AddsNewIssuers) return;
        foreach (var name in draft.Issuers)
        {
            if (await db.IssuingBodies.AnyAsync(b => b.Name == name, cancellation)) continue;
            db.IssuingBodies.Add(new IssuingBody { Name = name });
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                if (!await db.IssuingBodies.AnyAsync(b => b.Name == name, cancellation)) throw;
            }
        }
    }

    private static IReadOnlyList<EditedField> Fields(PolicyDocument document) =>
    [
        new(nameof(PolicyDraft.Title), "标题", document.Title),
        new(nameof(PolicyDraft.Issuers), "发文机关", document.IssuersText),
        new(nameof(PolicyDraft.Number), "文号", document.Number),
        new(nameof(PolicyDraft.RegistrationNumber), "统一登记号", document.RegistrationNumber),
        new(nameof(PolicyDraft.IsExternal), "其他机关的文件", document.IsExternal ? "是" : "否"),
        new(nameof(PolicyDraft.Topic), "主题分类", document.Topic.Word()),
        new(nameof(PolicyDraft.Openness), "公开属性", document.Openness.Word()),
        new(nameof(PolicyDraft.IssuedOn), "成文日期", Day(document.IssuedOn)),
        new(nameof(PolicyDraft.ReleasedOn), "发布日期", Day(document.ReleasedOn)),
        new(nameof(PolicyDraft.EffectiveOn), "施行日期", Day(document.EffectiveOn)),
        new(nameof(PolicyDraft.ExpiresOn), "有效期至", Day(document.ExpiresOn)),
        new(nameof(PolicyDraft.RepealedOn), "废止日期", Day(document.RepealedOn)),
        new(nameof(PolicyDraft.RepealedByText), "废止文件", document.RepealedByText),
        new(nameof(PolicyDraft.Summary), "内容概述", document.Summary),
        new(nameof(PolicyDraft.Body), "正文", document.Body),
        new(nameof(PolicyDraft.Source), "来源", document.Source),
        new(nameof(PolicyDraft.RetrievedOn), "查阅日期", Day(document.RetrievedOn)),
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Outcome Gone() => Outcome.Refused("这份文件不存在。");
}
