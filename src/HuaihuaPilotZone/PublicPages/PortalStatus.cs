using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.PublicPages;

/// <summary>A time without the database, UTC.</summary>
/// <param name="Until">Null while it lasts.</param>
public sealed record Outage(DateTime Since, DateTime? Until);

/// <summary>What waits behind the pages, as last seen.</summary>
/// <param name="At">When it was looked at, UTC.</param>
/// <param name="OldestMail">Since when the oldest mail is due, UTC; null when none is.</param>
/// <param name="OldestJob">Since when the oldest job is due, UTC; null when none is.</param>
public sealed record WaitingWork(DateTime At, DateTime? OldestMail, DateTime? OldestJob);

/// <summary>How this instance is, for a page that asks no database: what <see cref="PublicChangesWatcher"/> saw last. Thread-safe.</summary>
public sealed class PortalStatus(PublicChanges changes, TimeProvider clock)
{
    /// <summary>Outages that are remembered.</summary>
    public const int MostOutages = 20;

    private static readonly TimeSpan _every = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly LinkedList<Outage> _outages = [];
    private volatile WaitingWork? _work;

    /// <summary>When this instance was started, UTC.</summary>
    public DateTime StartedAt { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Null until it was looked at.</summary>
    public WaitingWork? Work => _work;

    /// <summary>The outages since the start, the latest first.</summary>
    public IReadOnlyList<Outage> Outages
    {
        get
        {
            lock (_gate)
            {
                return changes.UnreachableSince is { } since ? [new Outage(since, null), .. _outages] : [.. _outages];
            }
        }
    }

    /// <summary>An outage is over.</summary>
    internal void Ended(DateTime since)
    {
        lock (_gate)
        {
            _outages.AddFirst(new Outage(since, clock.GetUtcNow().UtcDateTime));
            if (_outages.Count > MostOutages) _outages.RemoveLast();
        }
    }

    /// <summary>Looks at what waits, unless that was done a moment ago.</summary>
    internal async Task LookAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_work is { } last && now - last.At < _every) return;
        var mail = await db.OutgoingMails.Where(m => m.DeliveredAt == null && m.GivenUpAt == null && m.DueAt <= now).MinAsync(m => (DateTime?)m.DueAt, cancellation);
        var job = await db.Jobs.Where(j => j.State == JobState.Waiting && j.DueAt <= now).MinAsync(j => (DateTime?)j.DueAt, cancellation);
        _work = new WaitingWork(now, mail, job);
    }
}
