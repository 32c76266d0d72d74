using System.Collections.Concurrent;
using System.Diagnostics;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Operations;

/// <summary>
/// Faults on their way into the database, where every instance's are looked up. Whoever met one never waits for that, and a storm of them
/// costs one commit a round: what is too many is counted and left to the log. Thread-safe.
/// </summary>
public sealed class ErrorNotes(InstanceIdentity instance, TimeProvider clock)
{
    /// <summary>Faults of one round that are kept.</summary>
    public const int MostPerRound = 200;

    private readonly ConcurrentQueue<ErrorNote> _waiting = new();

    /// <summary>Notes a fault.</summary>
    /// <param name="route">Method and route pattern, never an address; or the kind of a job.</param>
    public void Add(string traceId, string route, Exception error)
    {
        PortalMeter.Fault(error.GetType().Name);
        if (_waiting.Count >= MostPerRound) return;
        _waiting.Enqueue(new ErrorNote
        {
            TraceId = Texts.Cut(traceId, ErrorNote.TraceIdMaxLength),
            Route = Texts.Cut(route, ErrorNote.RouteMaxLength),
            Kind = Texts.Cut(error.GetType().FullName ?? error.GetType().Name, ErrorNote.KindMaxLength),
            At = clock.GetUtcNow().UtcDateTime,
            Instance = instance.Name,
        });
    }

    /// <summary>The number of what is going on now, as the log and the error page have it.</summary>
    public static string? CurrentTrace => Activity.Current?.TraceId.ToString();

    internal IReadOnlyList<ErrorNote> Take()
    {
        var taken = new List<ErrorNote>();
        while (taken.Count < MostPerRound && _waiting.TryDequeue(out var note)) taken.Add(note);
        return taken;
    }
}
