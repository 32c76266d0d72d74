using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>A policy in the list of criteria.</summary>
/// <param name="Conditions">How many conditions it has; 0 for none yet.</param>
public sealed record CriteriaRow(int Id, string Title, string? Number, PublicationState State, bool IsDemonstration, int Conditions, DateOnly? ApplyUntil, DateTime? UpdatedAt, string? ChangedBy);

/// <summary>What the list of criteria is ordered by.</summary>
public enum CriteriaSort
{
    /// <summary>Those with criteria first, the policy changed last before the others.</summary>
    Usual,
    Title,

    /// <summary>By the last day to apply; without one at the end.</summary>
    ApplyUntil,

    /// <summary>By the last change of the criteria; without criteria at the end.</summary>
    Updated,
}

/// <summary>What the list of criteria asks for.</summary>
/// <param name="OnlyWith">Leaves policies without criteria out.</param>
public sealed record CriteriaFilter(string? Words = null, bool OnlyWith = false, CriteriaSort Sort = CriteriaSort.Usual, bool Descending = false);

/// <summary>What an editor saves.</summary>
public sealed record CriteriaData(CriteriaGroup Tree, DateOnly? ApplyUntil, string? Note);

/// <summary>The criteria of policies as editors keep them.</summary>
public sealed class CriteriaDesk(PortalDbContext db, EnterpriseRoster roster, PortalJournal journal, Actor actor, ChinaTime time)
{
    public const string SavedAct = "criteria.saved";
    public const string RemovedAct = "criteria.removed";

    private const string Gone = "没有找到这份政策文件。";

    public async Task<Page<CriteriaRow>> ListAsync(CriteriaFilter filter, PageRequest page, CancellationToken cancellation) =>
        (await Found(filter).ToPageAsync(page, cancellation)).Select(Row);

    /// <summary>All policies of the list, for a file.</summary>
    public IAsyncEnumerable<CriteriaRow> StreamAsync(CriteriaFilter filter) => Found(filter).AsAsyncEnumerable().Select(Row);

    /// <summary>The policy and its criteria, which may be null; null where there is no such policy.</summary>
    public async Task<(PolicyDocument Document, PolicyCriteria? Criteria)?> FindAsync(int policyId, CancellationToken cancellation) =>
        await db.PolicyDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == policyId, cancellation) is { } document
            ? (document, await db.PolicyCriteria.AsNoTracking().SingleOrDefaultAsync(c => c.PolicyDocumentId == policyId, cancellation))
            : null;

    /// <summary>What was done to the criteria, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(string indexNumber, PageRequest page, CancellationToken cancellation) =>
        journal.HistoryAsync(JournalSubjects.PolicyCriteria, indexNumber, page, cancellation);

    /// <summary>Saves the criteria of a policy.</summary>
    /// <param name="version">The version that the form showed; 0 where there were none.</param>
    public async Task<EditOutcome> SaveAsync(int policyId, int version, CriteriaData data, CancellationToken cancellation)
    {
        if (Refuse(data.Tree) is { } refused) return refused;
        if (await FindAsync(policyId, cancellation) is not var (document, saved)) return Outcome.Refused(Gone);
        var choices = await roster.ChoicesAsync(cancellation);
        var changes = Changes(saved, data, choices);
        if (changes.Count == 0 && saved?.Version == version) return Outcome.Done;
        if (saved is null && version != 0) return Outcome.Refused("匹配条件已被他人清除，请刷新后再保存。");
        if (saved is null) db.PolicyCriteria.Add(saved = new PolicyCriteria { PolicyDocumentId = policyId, Tree = "", ChangedBy = actor.Name, UpdatedAt = time.UtcNow });
        else db.PolicyCriteria.Update(saved);
        if (db.Entry(saved).State == EntityState.Modified) db.Expect(saved, version);
        (saved.Tree, saved.ApplyUntil, saved.Note, saved.ChangedBy, saved.UpdatedAt) = (CriteriaTrees.Write(data.Tree), data.ApplyUntil, data.Note, actor.Name, time.UtcNow);
        journal.Write(JournalSubjects.PolicyCriteria, document.IndexNumber, SavedAct, changes: changes);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException e)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(policyId, cancellation) is var (_, now) && now is not null && now.Version != version) return await ConflictAsync(document.IndexNumber, now, data, choices, cancellation);
            if (e is DbUpdateConcurrencyException) return Outcome.Refused("匹配条件已被他人清除，请刷新后再保存。");
            throw;
        }
    }

    /// <summary>Takes the criteria away; nobody is matched with the policy any more.</summary>
    public async Task<Outcome> RemoveAsync(int policyId, int version, CancellationToken cancellation)
    {
        if (await FindAsync(policyId, cancellation) is not (var document, { } saved)) return Outcome.Refused("这份政策没有匹配条件。");
        db.PolicyCriteria.Attach(saved);
        db.Expect(saved, version);
        db.PolicyCriteria.Remove(saved);
        journal.Write(JournalSubjects.PolicyCriteria, document.IndexNumber, RemovedAct);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人已修改匹配条件。请核对最新内容后再操作。");
        }
    }

    /// <summary>Criteria on one line, for the journal.</summary>
    internal static string Say(Criterion criterion, RosterChoices choices) => criterion switch
    {
        CriteriaGroup group => $"{group.Kind.Word()}（{string.Join("；", group.Parts.Select(p => Say(p, choices)))}）",
        Condition condition => CriteriaWords.Say(condition, choices),
        _ => throw new InvalidOperationException("Criteria are groups and conditions."),
    };

    private IQueryable<FoundPolicy> Found(CriteriaFilter filter)
    {
        var documents = db.PolicyDocuments.AsNoTracking();
        foreach (var term in DocumentNumbers.Terms(filter.Words)) documents = documents.Where(d => d.SearchText.Contains(term));
        var onlyWith = filter.OnlyWith;
        var rows = from d in documents
                   join c in db.PolicyCriteria.AsNoTracking() on d.Id equals c.PolicyDocumentId into kept
                   from c in kept.DefaultIfEmpty()
                   where !onlyWith || c != null
                   select new FoundPolicy
                   {
                       Id = d.Id,
                       Title = d.Title,
                       Number = d.Number,
                       State = d.State,
                       IsDemonstration = d.IsDemonstration,
                       DocumentUpdatedAt = d.UpdatedAt,
                       HasCriteria = c != null,
                       Tree = c == null ? null : c.Tree,
                       ApplyUntil = c == null ? null : c.ApplyUntil,
                       UpdatedAt = c == null ? (DateTime?)null : c.UpdatedAt,
                       ChangedBy = c == null ? null : c.ChangedBy,
                   };
        return (filter.Sort, filter.Descending) switch
        {
            (CriteriaSort.Title, false) => rows.OrderBy(r => r.Title).ThenBy(r => r.Id),
            (CriteriaSort.Title, true) => rows.OrderByDescending(r => r.Title).ThenByDescending(r => r.Id),
            (CriteriaSort.ApplyUntil, false) => rows.OrderBy(r => r.ApplyUntil == null).ThenBy(r => r.ApplyUntil).ThenByDescending(r => r.Id),
            (CriteriaSort.ApplyUntil, true) => rows.OrderBy(r => r.ApplyUntil == null).ThenByDescending(r => r.ApplyUntil).ThenByDescending(r => r.Id),
            (CriteriaSort.Updated, false) => rows.OrderBy(r => !r.HasCriteria).ThenBy(r => r.UpdatedAt).ThenByDescending(r => r.Id),
            (CriteriaSort.Updated, true) => rows.OrderBy(r => !r.HasCriteria).ThenByDescending(r => r.UpdatedAt).ThenByDescending(r => r.Id),
            _ => rows.OrderBy(r => !r.HasCriteria).ThenByDescending(r => r.DocumentUpdatedAt).ThenByDescending(r => r.Id),
        };
    }

    private static CriteriaRow Row(FoundPolicy found) => new(
        found.Id, found.Title, found.Number, found.State, found.IsDemonstration, found.Tree is null ? 0 : CriteriaTrees.Conditions(CriteriaTrees.Read(found.Tree)).Count(),
        found.ApplyUntil, found.UpdatedAt, found.ChangedBy);

    private static Outcome? Refuse(CriteriaGroup tree)
    {
        if (CriteriaTrees.Count(tree) > CriteriaTrees.MostParts) return Outcome.Refused($"条件和分组合计最多 {CriteriaTrees.MostParts} 个。");
        if (CriteriaTrees.Depth(tree) > CriteriaTrees.MostDepth) return Outcome.Refused($"分组最多 {CriteriaTrees.MostDepth} 层。");
        if (HasEmptyGroup(tree)) return Outcome.Refused("每个分组至少要有一个条件，空的分组请删除。");
        return CriteriaTrees.Conditions(tree).Any(c => !FactCatalogue.Of(c.Fact).Operators.Contains(c.Operator) || c.Values.Count == 0) ? Outcome.Refused("有条件没有填完整。") : null;
    }

    private static bool HasEmptyGroup(Criterion criterion) => criterion is CriteriaGroup group && (group.Parts.Count == 0 || group.Parts.Any(HasEmptyGroup));

    private static List<FieldChange> Changes(PolicyCriteria? saved, CriteriaData data, RosterChoices choices) =>
    [
        .. new FieldChange[]
        {
            new("条件", saved is null ? null : Say(CriteriaTrees.Read(saved.Tree), choices), Say(data.Tree, choices)),
            new("申报截止日", saved?.ApplyUntil?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), data.ApplyUntil?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            new("依据", saved?.Note, data.Note),
        }.Where(c => c.IsChange),
    ];

    private async Task<EditOutcome> ConflictAsync(string indexNumber, PolicyCriteria now, CriteriaData typed, RosterChoices choices, CancellationToken cancellation)
    {
        var last = (await HistoryAsync(indexNumber, new PageRequest(1, 1), cancellation)).Rows is [var line] ? line : null;
        return new EditConflict(now.Version, last?.UserName, last?.At, [.. Changes(now, typed, choices).Select(c => new ConflictingValue(c.Field, c.Old, c.New))]);
    }

    private sealed class FoundPolicy
    {
        public int Id { get; init; }

        public required string Title { get; init; }

        public string? Number { get; init; }

        public PublicationState State { get; init; }

        public bool IsDemonstration { get; init; }

        public DateTime DocumentUpdatedAt { get; init; }

        public bool HasCriteria { get; init; }

        public string? Tree { get; init; }

        public DateOnly? ApplyUntil { get; init; }

        public DateTime? UpdatedAt { get; init; }

        public string? ChangedBy { get; init; }
    }
}
