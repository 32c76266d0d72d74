namespace HuaihuaPilotZone.PublicPages;

/// <summary>What public pages are about. A change of one makes every kept page that shows it out of date.</summary>
public enum PublicTopic
{
    News,
    Policies,
    Enterprises,
    Corridors,
    Figures,
    Services,
    Letters,

    /// <summary>What the search knows, and its synonyms.</summary>
    Search,
    Parks,

    /// <summary>Opportunities, and what settling costs.</summary>
    Investment,

    /// <summary>Industry chains and who is in them.</summary>
    Chains,
}
