namespace HuaihuaPilotZone.PublicPages;

/// <summary>Keeps what was read from the database in memory until something of its topics has changed, at most for a minute. One for all requests.</summary>
public abstract class TopicMemory<T>(PublicChanges changes, TimeProvider clock, PublicTopic[] topics)
    where T : class
{
    private static readonly TimeSpan _age = TimeSpan.FromMinutes(1);

    private Kept? _kept;

    /// <summary>What was read last, however old it is.</summary>
    protected T? Last => Volatile.Read(ref _kept)?.Value;

    internal async Task<T> ReadAsync(Func<CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        Volatile.Read(ref _kept) is { } kept && kept.Count == changes.Count(topics) && clock.GetUtcNow() - kept.At < _age ? kept.Value : await ReadAnewAsync(read, cancellation);

    /// <summary>What the database says at this moment, which is kept too.</summary>
    internal async Task<T> ReadAnewAsync(Func<CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        // before it is read: a change in between would otherwise be taken for seen
        var count = changes.Count(topics);
        var value = await read(cancellation);
        Volatile.Write(ref _kept, new Kept(value, count, clock.GetUtcNow()));
        return value;
    }

    private sealed record Kept(T Value, long Count, DateTimeOffset At);
}
