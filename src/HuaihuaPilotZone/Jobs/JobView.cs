using System.Linq.Expressions;

namespace HuaihuaPilotZone.Jobs;

/// <summary>A job as people watch it; times are UTC.</summary>
public sealed record JobView
{
    internal static readonly Expression<Func<Job, JobView>> Projection = j => new JobView
    {
        Id = j.Id,
        Kind = j.Kind,
        Title = j.Title,
        OwnerName = j.OwnerName,
        EnterpriseName = j.Enterprise == null ? null : j.Enterprise.Name,
        State = j.State,
        CreatedAt = j.CreatedAt,
        RunStartedAt = j.RunStartedAt,
        RunStartedFrom = j.RunStartedFrom,
        EndedAt = j.EndedAt,
        Attempts = j.Attempts,
        Done = j.DoneCount,
        Total = j.TotalCount,
        Text = j.ProgressText,
        ProgressAt = j.ProgressAt,
        IsStopping = j.CancelAskedAt != null,
        Outcome = j.Outcome,
        OutcomeLink = j.OutcomeLink,
    };

    public int Id { get; init; }

    public string Kind { get; init; } = "";

    public string Title { get; init; } = "";

    public string OwnerName { get; init; } = "";

    public string? EnterpriseName { get; init; }

    public JobState State { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime? RunStartedAt { get; init; }

    public long RunStartedFrom { get; init; }

    public DateTime? EndedAt { get; init; }

    public int Attempts { get; init; }

    public long Done { get; init; }

    public long? Total { get; init; }

    public string? Text { get; init; }

    public DateTime? ProgressAt { get; init; }

    /// <summary>Somebody asked to stop it.</summary>
    public bool IsStopping { get; init; }

    public string? Outcome { get; init; }

    public string? OutcomeLink { get; init; }

    /// <summary>0 to 100; null while the total is unknown.</summary>
    public int? Percent => State == JobState.Done ? 100 : Total is > 0 and var total ? (int)Math.Clamp(Done * 100 / total, 0, 100) : null;

    /// <summary>Of the present run; null before its first step.</summary>
    public double? PerSecond =>
        State == JobState.Running && RunStartedAt is { } from && ProgressAt > from && Done > RunStartedFrom ? (Done - RunStartedFrom) / (ProgressAt.Value - from).TotalSeconds : null;

    /// <summary>Estimated from the speed of the present run.</summary>
    public TimeSpan? Left => PerSecond is { } speed && Total is { } total && total > Done ? TimeSpan.FromSeconds((total - Done) / speed) : null;

    /// <summary>How far it is in a sentence, such as 已处理 300 / 1,000，每秒 25，约剩 28 秒.</summary>
    public string ProgressWords
    {
        get
        {
            var words = Total is { } total ? $"已处理 {Done:N0} / {total:N0}" : Done > 0 ? $"已处理 {Done:N0}" : "";
            if (PerSecond is { } speed) words += $"，每秒 {speed:N0}";
            return Left is { } left ? $"{words}，约剩 {Words(left)}" : words;
        }
    }

    private static string Words(TimeSpan left) => left switch
    {
        { TotalSeconds: < 90 } => $"{Math.Ceiling(left.TotalSeconds):0} 秒",
        { TotalMinutes: < 90 } => $"{Math.Ceiling(left.TotalMinutes):0} 分钟",
        _ => $"{Math.Ceiling(left.TotalHours):0} 小时",
    };
}
