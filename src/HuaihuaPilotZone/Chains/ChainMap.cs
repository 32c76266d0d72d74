using System.Linq.Expressions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Investment.Opportunities;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Chains;

/// <summary>Reads the chains. A gap is a node in which no confirmed enterprise operates; the list of gaps, the desk and the public page ask the same condition.</summary>
public sealed class ChainMap(PortalDbContext db, ChinaTime time)
{
    /// <summary>Fewer enterprises than this are not counted out in public.</summary>
    public const int LeastShown = 3;

    private const int MostChains = 100;
    private const int MostNodes = 500;
    private const int MostMembers = 2_000;

    /// <summary>Whether an enterprise keeps its node from being a gap.</summary>
    private static readonly Expression<Func<ChainMember, bool>> _operates = m => m.State == MemberState.Confirmed && m.Enterprise!.Stage == EnterpriseStage.Operating && m.Enterprise.SuspendedAt == null;

    /// <summary>All chains, the core first.</summary>
    public async Task<IReadOnlyList<ChainRow>> ListAsync(CancellationToken cancellation)
    {
        var operating = db.ChainMembers.Where(_operates);
        return await db.Chains.OrderByDescending(c => c.IsCore).ThenBy(c => c.SortOrder).ThenBy(c => c.Id).Take(MostChains).Select(c => new ChainRow(
            c.Id, c.Slug, c.Name, c.IsCore, c.SourceStatus, c.Nodes.Count, db.ChainNodes.Count(n => n.ChainId == c.Id && !operating.Any(m => m.NodeId == n.Id)),
            db.ChainMembers.Count(m => m.Node!.ChainId == c.Id && m.State == MemberState.Proposed))).ToListAsync(cancellation);
    }

    /// <summary>A chain with its nodes and everybody in them, upstream first; not tracked.</summary>
    public Task<Chain?> FindAsync(int id, CancellationToken cancellation) => db.Chains.AsNoTracking()
        .Include(c => c.Nodes).ThenInclude(n => n.Members.OrderBy(m => m.Id)).ThenInclude(m => m.Enterprise)
        .AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, cancellation);

    /// <summary>Nodes without an operating enterprise, of all chains.</summary>
    public async Task<IReadOnlyList<ChainGap>> GapsAsync(CancellationToken cancellation)
    {
        var operating = db.ChainMembers.Where(_operates);
        var gaps = await db.ChainNodes.Where(n => !operating.Any(m => m.NodeId == n.Id))
            .OrderByDescending(n => n.Chain!.IsCore).ThenBy(n => n.Chain!.SortOrder).ThenBy(n => n.ChainId).ThenBy(n => n.SortOrder).ThenBy(n => n.Id).Take(MostNodes)
            .Select(n => new ChainGap(
                n.Id, n.ChainId, n.Chain!.Name, n.Name, n.Tier, n.SourceStatus, n.Members.Count(m => m.State == MemberState.Confirmed),
                db.Leads.Count(l => l.ChainNodeId == n.Id && LeadStages.Open.Contains(l.Stage)),
                db.Opportunities.Count(o => o.ChainNodeId == n.Id && o.State == OpportunityState.Published))).ToListAsync(cancellation);
        return [.. gaps.OrderBy(g => gaps.FindIndex(f => f.ChainId == g.ChainId)).ThenBy(g => g.Tier)];
    }

    /// <summary>Nodes to choose from.</summary>
    public async Task<IReadOnlyList<NodeChoice>> NodesAsync(CancellationToken cancellation) =>
        await db.ChainNodes.OrderByDescending(n => n.Chain!.IsCore).ThenBy(n => n.Chain!.SortOrder).ThenBy(n => n.ChainId).ThenBy(n => n.SortOrder).ThenBy(n => n.Id).Take(MostNodes)
            .Select(n => new NodeChoice(n.Id, n.Chain!.Name, n.Name, n.Tier)).ToListAsync(cancellation);

    /// <summary>Where an enterprise stands.</summary>
    public async Task<IReadOnlyList<OwnMembership>> OfEnterpriseAsync(int enterpriseId, CancellationToken cancellation) =>
        await db.ChainMembers.Where(m => m.EnterpriseId == enterpriseId).OrderBy(m => m.Id).Take(MostNodes)
            .Select(m => new OwnMembership(m.Id, m.NodeId, m.Node!.Chain!.Slug, m.Node.Chain.Name, m.Node.Name, m.State, m.Note, m.MovedAt, m.Version)).ToListAsync(cancellation);

    /// <summary>All chains as the public sees them.</summary>
    public async Task<IReadOnlyList<PublicChain>> PublicAsync(CancellationToken cancellation)
    {
        var chains = await db.Chains.AsNoTracking().Include(c => c.Nodes).OrderByDescending(c => c.IsCore).ThenBy(c => c.SortOrder).ThenBy(c => c.Id).Take(MostChains).AsSplitQuery().ToListAsync(cancellation);
        var nodes = await PublicNodesAsync(null, cancellation);
        return chains.ConvertAll(c => Public(c, nodes));
    }

    /// <summary>A chain as the public sees it.</summary>
    public async Task<PublicChain?> PublicAsync(string slug, CancellationToken cancellation) =>
        await db.Chains.AsNoTracking().Include(c => c.Nodes).SingleOrDefaultAsync(c => c.Slug == slug, cancellation) is { } chain
            ? Public(chain, await PublicNodesAsync(chain.Id, cancellation))
            : null;

    private static PublicChain Public(Chain chain, Dictionary<int, (List<NodeMember> Members, int Operating, int NamedOperating, List<NodeOpportunity> Opportunities)> nodes) => new(
        chain,
        [.. chain.Nodes.OrderBy(n => n.Tier).ThenBy(n => n.SortOrder).ThenBy(n => n.Id).Select(n => nodes.TryGetValue(n.Id, out var found)
            ? new PublicNode(n, found.Members, found.Operating - found.NamedOperating, found.Operating == 0, found.Opportunities)
            : new PublicNode(n, [], 0, true, []))]);

    /// <param name="chainId">Null for all chains.</param>
    private async Task<Dictionary<int, (List<NodeMember> Members, int Operating, int NamedOperating, List<NodeOpportunity> Opportunities)>> PublicNodesAsync(int? chainId, CancellationToken cancellation)
    {
        var today = time.Today;
        var operating = await db.ChainMembers.Where(_operates).Where(m => chainId == null || m.Node!.ChainId == chainId).GroupBy(m => m.NodeId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var named = await db.ChainMembers.Where(m => m.State == MemberState.Confirmed && (chainId == null || m.Node!.ChainId == chainId))
            .Where(m => m.Enterprise!.IsPublic && m.Enterprise.SuspendedAt == null && m.Enterprise.Stage != EnterpriseStage.Left)
            .OrderBy(m => m.Enterprise!.NameKey).ThenBy(m => m.EnterpriseId).Take(MostMembers)
            .Select(m => new { m.NodeId, Member = new NodeMember(m.EnterpriseId, m.Enterprise!.Name, m.Enterprise.EnglishName, m.Enterprise.Stage, m.Enterprise.IsDemonstration) }).ToListAsync(cancellation);
        var opportunities = await db.Opportunities.Where(o => o.ChainNodeId != null && (chainId == null || o.ChainNode!.ChainId == chainId))
            .Where(o => o.State == OpportunityState.Published && (o.OpenUntil == null || o.OpenUntil >= today)).OrderByDescending(o => o.Id).Take(MostMembers)
            .Select(o => new { NodeId = o.ChainNodeId!.Value, Opportunity = new NodeOpportunity(o.Slug, o.Title, o.EnglishTitle) }).ToListAsync(cancellation);
        return operating.Keys.Concat(named.Select(n => n.NodeId)).Concat(opportunities.Select(o => o.NodeId)).Distinct().ToDictionary(id => id, id =>
        {
            List<NodeMember> members = [.. named.Where(n => n.NodeId == id).Select(n => n.Member)];
            return (members, operating.GetValueOrDefault(id), members.Count(m => m.Stage == EnterpriseStage.Operating), opportunities.Where(o => o.NodeId == id).Select(o => o.Opportunity).ToList());
        });
    }
}
