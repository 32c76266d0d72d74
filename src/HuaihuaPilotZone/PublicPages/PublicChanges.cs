namespace HuaihuaPilotZone.PublicPages;

/// <summary>
/// Counts the changes of what is public, as this instance knows of them: its own at once, those of others within a second
/// (<see cref="PublicChangesWatcher"/>). Thread-safe, asks no database.
/// </summary>
public sealed class PublicChanges(TimeProvider clock)
{
    private readonly long[] _counts = new long[Enum.GetValues<PublicTopic>().Length];
    private long _unreachableSince;

    /// <summary>Since when the database cannot be reached, UTC; null while it can.</summary>
    public DateTime? UnreachableSince => Interlocked.Read(ref _unreachableSince) is var ticks and not 0 ? new DateTime(ticks, DateTimeKind.Utc) : null;

    /// <summary>The sum of all changes of some topics; it only grows, so the same number means that nothing has changed.</summary>
    public long Count(ReadOnlySpan<PublicTopic> topics)
    {
        var sum = 0L;
        foreach (var topic in topics) sum += Volatile.Read(ref _counts[(int)topic]);
        return sum;
    }

    /// <summary>Something about this topic has been committed.</summary>
    public void Changed(PublicTopic topic) => Interlocked.Increment(ref _counts[(int)topic]);

    /// <summary>Whether the database could be reached a moment ago.</summary>
    public void Reached(bool isReachable)
    {
        if (isReachable) Interlocked.Exchange(ref _unreachableSince, 0);
        else Interlocked.CompareExchange(ref _unreachableSince, clock.GetUtcNow().UtcTicks, 0);
    }
}
