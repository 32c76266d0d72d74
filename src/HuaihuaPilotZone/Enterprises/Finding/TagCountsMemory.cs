using System.Collections.Concurrent;
using HuaihuaPilotZone.PublicPages;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>
/// Numbers of tags in lists that are too long to be counted whole: walking along every tag costs more than the page that shows them, and its further pages show the same.
/// Kept until something of the directory has changed, at most for a minute.
/// </summary>
public sealed class TagCountsMemory(PublicChanges changes, TimeProvider clock) : TopicMemory<ConcurrentDictionary<RosterQuery, IReadOnlyDictionary<int, TagCount>>>(changes, clock, _topics)
{
    private const int MostQueries = 100;

    private static readonly PublicTopic[] _topics = [PublicTopic.Enterprises];

    internal async Task<IReadOnlyDictionary<int, TagCount>> CountAsync(RosterQuery query, Func<CancellationToken, Task<IReadOnlyDictionary<int, TagCount>>> count, CancellationToken cancellation)
    {
        var kept = await ReadAsync(_ => Task.FromResult(new ConcurrentDictionary<RosterQuery, IReadOnlyDictionary<int, TagCount>>()), cancellation);
        if (kept.TryGetValue(query, out var known)) return known;
        var counted = await count(cancellation);
        if (kept.Count < MostQueries) kept[query] = counted;
        return counted;
    }
}
