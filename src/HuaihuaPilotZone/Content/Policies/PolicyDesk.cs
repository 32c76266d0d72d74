using AutoMapper;
using AutoMapper.QueryableExtensions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>What editors do with policy documents.</summary>
public sealed class PolicyDesk(PortalDbContext db, PortalJournal journal, PolicyIndexNumbers numbers, PolicyWriter writer, Actor actor, ChinaTime time, IMapper mapper)
{
    private const int MostBodies = 500;

    /// <summary>All documents in the wanted order.</summary>
    public Task<Page<PolicyDeskRow>> ListAsync(PolicyDeskFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<PolicyDeskRow> StreamAsync(PolicyDeskFilter filter) => Rows(filter).AsAsyncEnumerable();

    private IQueryable<PolicyDeskRow> Rows(PolicyDeskFilter filter)
    {
        var documents = db.PolicyDocuments.AsNoTracking();
        if (filter.State is { } state) documents = documents.Where(d => d.State == state);
        if (filter.Topic is { } topic) documents = documents.Where(d => d.Topic == topic);
        foreach (var term in DocumentNumbers.Terms(filter.Text)) documents = documents.Where(d => d.SearchText.Contains(term));
        return documents.InOrder(filter.Sort, filter.Descending).ProjectTo<PolicyDeskRow>(mapper.ConfigurationProvider);
    }

    /// <summary>A document as its editors see it, with its issuing bodies and with what was written after its publication.</summary>
    public Task<PolicyDocument?> FindAsync(int id, CancellationToken cancellation) => writer.FindAsync(id, cancellation);

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
            if (await writer.WriteAsync(document, draft, token) is { IsDone: false } refused) return refused;
            document.Rewrite(actor.UserId);
            db.PolicyDocuments.Add(document);
            journal.Write(JournalSubjects.Policy, indexNumber, "policy.created", changes: PolicyWriter.Fields(document).Select(f => new FieldChange(f.Label, null, f.Value)));
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
                var document = await db.PolicyDocuments.Include(d => d.Issuers).Include(d => d.Relations).AsSplitQuery().SingleOrDefaultAsync(d => d.Id == id, token);
                if (document is null) return Gone();
                if (document.PublishedAt is not null && document.IsExternal != draft.IsExternal)
                    return Outcome.Refused(nameof(PolicyDraft.IsExternal), "文件发布过，不能再改是否为其他机关的文件。");
                db.Expect(document, version);
                var edited = document.KeepsAside ? await writer.CopyAsync(document, token) : document;
                var before = PolicyWriter.Fields(edited);
                if (await writer.WriteAsync(edited, draft, token) is { IsDone: false } refused) return refused;
                if (edited != document) (document.Pending, document.UpdatedAt) = (DraftJson.Write(draft), edited.UpdatedAt);
                document.Rewrite(actor.UserId);
                typed = PolicyWriter.Fields(edited);
                journal.Write(JournalSubjects.Policy, document.IndexNumber, "policy.edited", changes: Edits.Changes(before, typed));
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            }, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var saved = await FindAsync(id, cancellation);
            return saved is null ? Gone() : Edits.Conflict(PolicyWriter.Fields(saved), typed);
        }
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

    private static Outcome Gone() => Outcome.Refused("这份文件不存在。");
}
