using System.Collections.Concurrent;
using HuaihuaPilotZone.PublicPages;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>
/// Numbers beside the filters of long lists of the directory: looking for them costs more than the page that shows them, and its further pages show the same.
/// Kept until something of the directory has changed, at most for a minute.
/// </summary>
public sealed class LongCountsMemory(PublicChanges changes, TimeProvider clock) : TopicMemory<ConcurrentDictionary<AskedCounts, object>>(changes, clock, _topics)
{
    private const int MostQueries = 200;

    private static readonly PublicTopic[] _topics = [PublicTopic.Enterprises];

    internal async Task<T> CountAsync<T>(RosterQuery query, Func<CancellationToken, Task<T>> count, CancellationToken cancellation)
        where T : class
    {
        var kept = await ReadAsync(_ => Task.FromResult(new ConcurrentDictionary<AskedCounts, object>()), cancellation);
        var asked = new AskedCounts(typeof(T), query);
        if (kept.TryGetValue(asked, out var known)) return (T)known;
        var counted = await count(cancellation);
        if (kept.Count < MostQueries) kept[asked] = counted;
        return counted;
    }
}

/// <summary>What was counted of which list.</summary>
public sealed record AskedCounts(Type Kind, RosterQuery Query);
