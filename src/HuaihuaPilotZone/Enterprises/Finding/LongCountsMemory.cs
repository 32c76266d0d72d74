using System.Collections.Concurrent;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>
/// Numbers beside the filters of long lists: looking for them costs more than the page that shows them, and its further pages show the same. They hold as long as
/// the mark of the roster does, which every change of it moves, whichever instance makes it: whoever looks is never told less than the database says.
/// </summary>
public sealed class LongCountsMemory
{
    private const int MostQueries = 200;

    private volatile Kept? _kept;

    /// <param name="mark">As it was before anything is counted; null where nothing may be remembered.</param>
    internal async Task<T> CountAsync<T>(RosterMark? mark, RosterQuery query, int reach, Func<CancellationToken, Task<T>> count, CancellationToken cancellation)
        where T : class
    {
        if (mark is null) return await count(cancellation);
        if (_kept is not { } kept || kept.Mark != mark) _kept = kept = new Kept(mark, []);
        var asked = new AskedCounts(typeof(T), query, reach);
        if (kept.Counts.TryGetValue(asked, out var known)) return (T)known;
        var counted = await count(cancellation);
        if (kept.Counts.Count < MostQueries) kept.Counts[asked] = counted;
        return counted;
    }

    /// <summary>What was counted of which list, and how much of it was looked at.</summary>
    private sealed record AskedCounts(Type Kind, RosterQuery Query, int Reach);

    private sealed record Kept(RosterMark Mark, ConcurrentDictionary<AskedCounts, object> Counts);
}
