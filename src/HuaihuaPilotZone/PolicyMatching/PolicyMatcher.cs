using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>How one enterprise stands to one policy.</summary>
/// <param name="Until">The last day that counts: to apply, or of the policy itself; null where there is none.</param>
/// <param name="DaysLeft">Days from today to that day.</param>
public sealed record PolicyMatch(PolicyDocument Policy, PolicyCriteria Criteria, Evaluation Evaluation, DateOnly? Until, int? DaysLeft);

/// <summary>The policies of an enterprise.</summary>
/// <param name="Counts">Of all, by standing.</param>
public sealed record PolicyMatches(Page<PolicyMatch> Policies, IReadOnlyDictionary<MatchStanding, int> Counts);

/// <summary>How one enterprise of the roster stands to a policy.</summary>
public sealed record EnterpriseMatch(int EnterpriseId, string Name, bool IsDemonstration, Evaluation Evaluation);

/// <summary>The enterprises of a policy.</summary>
/// <param name="Counts">Of all that were looked at, by standing.</param>
/// <param name="IsCut">Whether the roster has more enterprises than are looked at here.</param>
public sealed record EligibleEnterprises(Page<EnterpriseMatch> Enterprises, IReadOnlyDictionary<MatchStanding, int> Counts, bool IsCut);

/// <summary>The public criteria of a policy.</summary>
/// <param name="Choices">The names of what the conditions speak of.</param>
public sealed record PublicCriteria(CriteriaGroup Tree, DateOnly? ApplyUntil, string? Note, RosterChoices Choices);

/// <summary>Holds policies against enterprises, from both sides with the same evaluation. Only facts of <see cref="FactSheet"/> are read.</summary>
public sealed class PolicyMatcher(PortalDbContext db, FactReader facts, ConditionNames names, ChinaTime time)
{
    /// <summary>Enterprises that are looked at for one policy.</summary>
    public const int MostEnterprises = 5_000;

    private const int Batch = 500;
    private const int MostPolicies = 500;

    /// <summary>The open policies with criteria, as one enterprise stands to them: met first, then near misses, then those that wait for a fact; the first to expire first.</summary>
    /// <param name="standing">Narrows the page; the counts are of all.</param>
    public async Task<PolicyMatches> ForEnterpriseAsync(int enterpriseId, MatchStanding? standing, PageRequest page, CancellationToken cancellation)
    {
        var sheets = await facts.ReadAsync([enterpriseId], cancellation);
        var policies = await Open().OrderBy(c => c.PolicyDocumentId).Take(MostPolicies).ToListAsync(cancellation);
        List<PolicyMatch> matches = sheets.TryGetValue(enterpriseId, out var sheet) ? policies.ConvertAll(c => Match(c, sheet)) : [];
        List<PolicyMatch> wanted =
        [
            .. matches.Where(m => standing is null || m.Evaluation.Standing == standing)
                .OrderBy(m => m.Evaluation.Standing).ThenBy(m => m.Until ?? DateOnly.MaxValue).ThenByDescending(m => m.Policy.Id),
        ];
        return new PolicyMatches(
            new Page<PolicyMatch>([.. wanted.Skip(page.Skip).Take(page.Size)], page.Number, page.Size, wanted.Count), matches.CountBy(m => m.Evaluation.Standing).ToDictionary());
    }

    /// <summary>One policy for one enterprise, with its facts; null where the public may not see the policy or it has no criteria.</summary>
    public async Task<(PolicyMatch Match, FactSheet Facts)?> FindAsync(int enterpriseId, string slug, CancellationToken cancellation) =>
        await Open().SingleOrDefaultAsync(c => c.Document!.Slug == slug, cancellation) is { } criteria
        && (await facts.ReadAsync([enterpriseId], cancellation)).TryGetValue(enterpriseId, out var sheet)
            ? (Match(criteria, sheet), sheet)
            : null;

    /// <summary>Conditions of a policy for its public page; null where it has none.</summary>
    public async Task<PublicCriteria?> CriteriaAsync(int policyId, CancellationToken cancellation) =>
        await ShowAsync(await db.PolicyCriteria.AsNoTracking().SingleOrDefaultAsync(c => c.PolicyDocumentId == policyId, cancellation), cancellation);

    /// <summary>Conditions that were read with their policy, with the names of what they speak of.</summary>
    public async Task<PublicCriteria?> ShowAsync(PolicyCriteria? criteria, CancellationToken cancellation) => criteria is null
        ? null
        : new PublicCriteria(CriteriaTrees.Read(criteria.Tree), criteria.ApplyUntil, criteria.Note, await names.ReadAsync(cancellation));

    /// <summary>适用企业: the enterprises of the roster that have not left, as they stand to a policy. Read in batches, so that their number makes no more queries of each.</summary>
    /// <param name="standing">Narrows the page; the counts are of all.</param>
    public async Task<EligibleEnterprises?> ForPolicyAsync(int policyId, MatchStanding? standing, PageRequest page, CancellationToken cancellation)
    {
        if (await AllForPolicyAsync(policyId, cancellation) is not var (matches, isCut)) return null;
        List<EnterpriseMatch> wanted = Wanted(matches, standing);
        return new EligibleEnterprises(
            new Page<EnterpriseMatch>([.. wanted.Skip(page.Skip).Take(page.Size)], page.Number, page.Size, wanted.Count), matches.CountBy(m => m.Evaluation.Standing).ToDictionary(), isCut);
    }

    /// <summary>The same for a file: all of them; null where there is no such policy or it has no criteria.</summary>
    public async Task<IReadOnlyList<EnterpriseMatch>?> ExportForPolicyAsync(int policyId, MatchStanding? standing, CancellationToken cancellation) =>
        await AllForPolicyAsync(policyId, cancellation) is var (matches, _) ? Wanted(matches, standing) : null;

    private static List<EnterpriseMatch> Wanted(List<EnterpriseMatch> matches, MatchStanding? standing) =>
        [.. matches.Where(m => standing is null || m.Evaluation.Standing == standing).OrderBy(m => m.Evaluation.Standing)];

    private async Task<(List<EnterpriseMatch> Matches, bool IsCut)?> AllForPolicyAsync(int policyId, CancellationToken cancellation)
    {
        if (await db.PolicyCriteria.AsNoTracking().SingleOrDefaultAsync(c => c.PolicyDocumentId == policyId, cancellation) is not { } criteria) return null;
        var tree = CriteriaTrees.Read(criteria.Tree);
        var enterprises = await db.Enterprises.AsNoTracking().Where(e => e.Stage != EnterpriseStage.Left).OrderBy(e => e.Name).ThenBy(e => e.Id)
            .Take(MostEnterprises + 1).Select(e => new { e.Id, e.Name, e.IsDemonstration }).ToListAsync(cancellation);
        var matches = new List<EnterpriseMatch>();
        foreach (var batch in enterprises.Take(MostEnterprises).Chunk(Batch))
        {
            var sheets = await facts.ReadAsync([.. batch.Select(e => e.Id)], cancellation);
            matches.AddRange(batch.Where(e => sheets.ContainsKey(e.Id)).Select(e => new EnterpriseMatch(e.Id, e.Name, e.IsDemonstration, Evaluation.Of(tree, sheets[e.Id]))));
        }
        return (matches, enterprises.Count > MostEnterprises);
    }

    private PolicyMatch Match(PolicyCriteria criteria, FactSheet sheet)
    {
        DateOnly?[] ends = [criteria.ApplyUntil, criteria.Document!.ExpiresOn];
        var until = ends.Min();
        return new PolicyMatch(criteria.Document, criteria, Evaluation.Of(CriteriaTrees.Read(criteria.Tree), sheet), until, until?.DayNumber - time.Today.DayNumber);
    }

    /// <summary>Criteria of policies that the public may see and that may still be applied for.</summary>
    private IQueryable<PolicyCriteria> Open()
    {
        var today = time.Today;
        return db.PolicyCriteria.AsNoTracking().Include(c => c.Document)
            .Where(c => c.Document!.State == PublicationState.Published && c.Document.Openness != Openness.Closed
                && (c.Document.RepealedOn == null || c.Document.RepealedOn > today) && (c.Document.ExpiresOn == null || c.Document.ExpiresOn >= today)
                && (c.ApplyUntil == null || c.ApplyUntil >= today));
    }
}
