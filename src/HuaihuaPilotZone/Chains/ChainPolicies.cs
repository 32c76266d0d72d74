using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Chains;

/// <summary>A policy of a chain at the desk.</summary>
/// <param name="IsPublic">Whether the public sees the policy, and therefore its name on the chain's page.</param>
public sealed record ChainPolicyRow(int Id, int PolicyId, string Slug, string IndexNumber, string? Number, string Title, bool IsPublic);

/// <summary>Which policies are about which industry, as staff say.</summary>
public sealed class ChainPolicies(PortalDbContext db, PortalJournal journal)
{
    /// <summary>So many policies one chain may name.</summary>
    public const int Most = 100;

    public async Task<IReadOnlyList<ChainPolicyRow>> ListAsync(int chainId, CancellationToken cancellation) =>
        await db.ChainPolicies.Where(p => p.ChainId == chainId).OrderByDescending(p => p.Policy!.IssuedOn).ThenBy(p => p.Id).Take(Most)
            .Select(p => new ChainPolicyRow(
                p.Id, p.PolicyId, p.Policy!.Slug, p.Policy.IndexNumber, p.Policy.Number, p.Policy.Title, p.Policy.State == PublicationState.Published && p.Policy.Openness != Openness.Closed))
            .ToListAsync(cancellation);

    /// <summary>Says that a policy is about a chain.</summary>
    /// <param name="name">Its index number, its number in any brackets, or its whole title.</param>
    public async Task<Outcome> AddAsync(int chainId, string name, CancellationToken cancellation)
    {
        if (!await db.Chains.AnyAsync(c => c.Id == chainId, cancellation)) return Outcome.Refused("没有这条产业链。");
        var (typed, number) = (name.Trim(), DocumentNumbers.Normalize(name.Trim()));
        var found = await db.PolicyDocuments.Where(d => d.IndexNumber == typed || d.Number == number || d.Title == typed).OrderBy(d => d.Id).Take(2).Select(d => new { d.Id, d.Title }).ToListAsync(cancellation);
        if (found.Count == 0) return Outcome.Refused("Policy", "政策库里没有这个索引号、文号或标题，请核对。");
        if (found.Count > 1) return Outcome.Refused("Policy", "有几份文件符合，请填索引号。");
        if (await db.ChainPolicies.CountAsync(p => p.ChainId == chainId, cancellation) >= Most) return Outcome.Refused("Policy", FormattableString.Invariant($"一条产业链最多列 {Most} 份政策。"));
        var policy = found[0];
        db.ChainPolicies.Add(new ChainPolicy { ChainId = chainId, PolicyId = policy.Id });
        journal.Write(JournalSubjects.Chain, ChainKeeping.Key(chainId), ChainActs.PolicyAdded, policy.Title);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.ChainPolicies.AnyAsync(p => p.ChainId == chainId && p.PolicyId == policy.Id, cancellation)) return Outcome.Refused("Policy", "这份政策已经列在这条产业链下。");
            throw;
        }
    }

    /// <summary>Takes a policy off a chain again.</summary>
    public async Task<Outcome> RemoveAsync(int chainId, int id, CancellationToken cancellation)
    {
        if (await db.ChainPolicies.Include(p => p.Policy).SingleOrDefaultAsync(p => p.Id == id && p.ChainId == chainId, cancellation) is not { } row) return Outcome.Refused("这份政策已不在这条产业链下。");
        db.Remove(row);
        journal.Write(JournalSubjects.Chain, ChainKeeping.Key(chainId), ChainActs.PolicyRemoved, row.Policy!.Title);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("这份政策已不在这条产业链下。");
        }
    }
}
