using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.PublicPages;

namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>Keeps the names of areas, industries and parks until one of them may have changed.</summary>
public sealed class ConditionMemory(PublicChanges changes, TimeProvider clock) : TopicMemory<RosterChoices>(changes, clock, _topics)
{
    private static readonly PublicTopic[] _topics = [PublicTopic.Enterprises, PublicTopic.Parks];
}

/// <summary>The names of what the conditions of policies speak of: the same for all policies, so they are not read for each.</summary>
public sealed class ConditionNames(EnterpriseRoster roster, ConditionMemory memory)
{
    public Task<RosterChoices> ReadAsync(CancellationToken cancellation) => memory.ReadAsync(roster.ChoicesAsync, cancellation);
}
