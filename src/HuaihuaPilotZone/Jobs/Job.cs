using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Jobs;

/// <summary>Long work that goes on without anybody waiting for it. An instance works on it while it holds the lease; what it reports lets another go on from there.</summary>
public sealed class Job
{
    public const int KindMaxLength = 60;
    public const int TitleMaxLength = 200;
    public const int ProgressMaxLength = 200;
    public const int ResultMaxLength = 1000;
    public const int LinkMaxLength = 300;
    public const int LeaseMaxLength = 32;

    public int Id { get; init; }

    /// <summary>Which <see cref="JobHandler"/> does it.</summary>
    public required string Kind { get; init; }

    /// <summary>What it does, in Chinese.</summary>
    public required string Title { get; init; }

    /// <summary>What the handler needs, JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>Who started it; null for the system.</summary>
    public int? OwnerId { get; init; }

    public PortalUser? Owner { get; init; }

    public required string OwnerName { get; init; }

    /// <summary>For whose enterprise it works; null for the park.</summary>
    public int? EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public JobState State { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC; not before this.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>UTC; when the present run began.</summary>
    public DateTime? RunStartedAt { get; init; }

    /// <summary>What had been done when the present run began.</summary>
    public long RunStartedFrom { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>Runs since the last step forward. A run that dies counts, a portal that is stopped in order does not.</summary>
    public int Attempts { get; init; }

    /// <summary>Whoever works on it now.</summary>
    public string? Lease { get; init; }

    /// <summary>UTC; from then on another instance may take it.</summary>
    public DateTime? LeasedUntil { get; init; }

    /// <summary>How much is done, in the unit of <see cref="TotalCount"/>.</summary>
    public long DoneCount { get; init; }

    public long? TotalCount { get; init; }

    public string? ProgressText { get; init; }

    /// <summary>UTC; of the last report.</summary>
    public DateTime? ProgressAt { get; init; }

    /// <summary>From where another run goes on, JSON of the handler.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>UTC; when somebody asked to stop it.</summary>
    public DateTime? CancelAskedAt { get; init; }

    /// <summary>What came of it, or why it failed: a sentence for its owner.</summary>
    public string? Outcome { get; init; }

    /// <summary>Local address of what it made.</summary>
    public string? OutcomeLink { get; init; }
}

public enum JobState
{
    /// <summary>排队中.</summary>
    Waiting,

    /// <summary>处理中.</summary>
    Running,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>未完成: failed for good, until somebody starts it again.</summary>
    Failed,

    /// <summary>已取消.</summary>
    Canceled,
}

public static class JobStates
{
    public static bool HasEnded(this JobState state) => state is JobState.Done or JobState.Failed or JobState.Canceled;

    public static string Word(this JobState state) => state switch
    {
        JobState.Waiting => "排队中",
        JobState.Running => "处理中",
        JobState.Done => "已完成",
        JobState.Failed => "未完成",
        JobState.Canceled => "已取消",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
