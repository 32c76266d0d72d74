using HuaihuaPilotZone.PublicPages;

namespace HuaihuaPilotZone.Web.Public.Status;

/// <summary>The state of the portal at one moment; all times UTC.</summary>
public sealed record StatusPage(DateTime Now, DateTime StartedAt, DateTime? UnreachableSince, WaitingWork? Work, IReadOnlyList<Outage> Outages)
{
    /// <summary>What is due for longer than this is late.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    /// <summary>The parts that people notice, each with the key of its name.</summary>
    public IReadOnlyList<StatusPart> Parts =>
    [
        new("Site", PartState.Fine, StartedAt),
        new("Database", UnreachableSince is null ? PartState.Fine : PartState.Down, UnreachableSince ?? Work?.At),
        Waiting("Mail", Work?.OldestMail),
        Waiting("Jobs", Work?.OldestJob),
    ];

    public bool IsFine => Parts.All(p => p.State == PartState.Fine);

    private StatusPart Waiting(string name, DateTime? oldest)
    {
        if (UnreachableSince is not null || Work is null) return new(name, PartState.Unknown, Work?.At);
        return oldest is { } since && Now - since > _patience ? new(name, PartState.Late, since) : new(name, PartState.Fine, Work.At);
    }
}

/// <summary>One part of the portal.</summary>
/// <param name="Name">Key in StatusText.</param>
/// <param name="Since">Since when it is late or down, or when it was last seen; UTC.</param>
public sealed record StatusPart(string Name, PartState State, DateTime? Since);

/// <summary>How a part is.</summary>
public enum PartState
{
    Fine,
    Late,
    Down,
    Unknown,
}
