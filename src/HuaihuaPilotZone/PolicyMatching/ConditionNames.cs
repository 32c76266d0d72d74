using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.PublicPages;

namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>Keeps the names of areas, industries and parks in memory until one of them may have changed, at most for a minute. One for all requests.</summary>
public sealed class ConditionMemory(PublicChanges changes, TimeProvider clock)
{
    private static readonly TimeSpan _age = TimeSpan.FromMinutes(1);
    private static readonly PublicTopic[] _topics = [PublicTopic.Enterprises, PublicTopic.Parks];

    private Kept? _kept;

    internal long Count => changes.Count(_topics);

    internal RosterChoices? Choices => Volatile.Read(ref _kept) is { } kept && kept.Count == Count && clock.GetUtcNow() - kept.At < _age ? kept.Choices : null;

    /// <param name="count">The count before the names were read.</param>
    internal void Keep(RosterChoices choices, long count) => Volatile.Write(ref _kept, new Kept(choices, count, clock.GetUtcNow()));

    private sealed record Kept(RosterChoices Choices, long Count, DateTimeOffset At);
}

/// <summary>The names of what the conditions of policies speak of: the same for all policies, so they are not read for each.</summary>
public sealed class ConditionNames(EnterpriseRoster roster, ConditionMemory memory)
{
    public async Task<RosterChoices> ReadAsync(CancellationToken cancellation)
    {
        if (memory.Choices is { } known) return known;
        var count = memory.Count;
        var choices = await roster.ChoicesAsync(cancellation);
        memory.Keep(choices, count);
        return choices;
    }
}
