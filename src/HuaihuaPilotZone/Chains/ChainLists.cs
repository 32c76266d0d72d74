using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Chains;

/// <summary>A chain in the desk's list.</summary>
/// <param name="Gaps">Nodes without an operating enterprise.</param>
/// <param name="Proposals">Enterprises that wait for an answer.</param>
public sealed record ChainRow(int Id, string Slug, string Name, bool IsCore, FigureStatus SourceStatus, int Nodes, int Gaps, int Proposals);

/// <summary>A node without an operating enterprise: what investment promotion looks for.</summary>
/// <param name="OnTheWay">Confirmed enterprises that do not operate yet.</param>
/// <param name="Leads">Open leads that could fill it.</param>
/// <param name="Opportunities">Public opportunities for it.</param>
public sealed record ChainGap(int NodeId, int ChainId, string ChainName, string Name, ChainTier Tier, FigureStatus SourceStatus, int OnTheWay, int Leads, int Opportunities);

/// <summary>A node that an enterprise can be in.</summary>
public sealed record NodeChoice(int Id, string ChainName, string Name, ChainTier Tier)
{
    /// <summary>Such as 箱包皮具 · 拉链.</summary>
    public string Place => $"{ChainName} · {Name}";
}

/// <summary>Where an enterprise stands.</summary>
public sealed record OwnMembership(int Id, int NodeId, string ChainSlug, string ChainName, string NodeName, MemberState State, string? Note, DateTime MovedAt, int Version);

/// <summary>A public enterprise in a node.</summary>
public sealed record NodeMember(int EnterpriseId, string Name, string? EnglishName, EnterpriseStage Stage, bool IsDemonstration);

/// <summary>An opportunity for a node.</summary>
public sealed record NodeOpportunity(string Slug, string Title, string? EnglishTitle);

/// <summary>A node as the public sees it.</summary>
/// <param name="Members">Public ones, named.</param>
/// <param name="Others">How many operate there besides, without a name; fewer than <see cref="ChainMap.LeastShown"/> are never told apart.</param>
/// <param name="IsGap">Whether nobody operates there.</param>
public sealed record PublicNode(ChainNode Node, IReadOnlyList<NodeMember> Members, int Others, bool IsGap, IReadOnlyList<NodeOpportunity> Opportunities)
{
    /// <summary>Whether there are others, but too few to say how many.</summary>
    public bool HasFewOthers => Others is > 0 and < ChainMap.LeastShown;
}

/// <summary>A chain as the public sees it, upstream first.</summary>
public sealed record PublicChain(Chain Chain, IReadOnlyList<PublicNode> Nodes)
{
    public int Gaps => Nodes.Count(n => n.IsGap);
}
