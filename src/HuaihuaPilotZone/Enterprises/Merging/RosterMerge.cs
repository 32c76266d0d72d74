namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>Whether two records became one, or one became two.</summary>
public enum MergeKind
{
    /// <summary>合并.</summary>
    Merge,

    /// <summary>拆分.</summary>
    Split,
}

/// <summary>Whether it still stands.</summary>
public enum MergeState
{
    /// <summary>已完成.</summary>
    Done,

    /// <summary>已撤销.</summary>
    Undone,
}

public static class MergeWords
{
    public static string Word(this MergeKind kind) => kind switch
    {
        MergeKind.Merge => "合并",
        MergeKind.Split => "拆分",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Word(this MergeState state) => state switch
    {
        MergeState.Done => "已完成",
        MergeState.Undone => "已撤销",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Tone(this MergeState state) => state == MergeState.Done ? "ok" : "mute";
}

/// <summary>合并 or 拆分 of records: who, when, why, and every row that followed, so that it can be looked up and undone within a day.</summary>
public sealed class RosterMerge
{
    public const int ReasonMaxLength = 300;

    public int Id { get; init; }

    public required MergeKind Kind { get; init; }

    /// <summary>The record that stays; of a split the one that was there before.</summary>
    public required int KeptId { get; init; }

    /// <summary>The record that was merged into it; of a split the new one.</summary>
    public required int OtherId { get; init; }

    /// <summary>As it was called then.</summary>
    public required string KeptName { get; init; }

    public required string OtherName { get; init; }

    /// <summary>The code that the other record had then.</summary>
    public required string OtherCode { get; init; }

    public required string Reason { get; init; }

    public int? OwnerId { get; init; }

    public required string OwnerName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Civil day from which there are two; null for a merge.</summary>
    public DateOnly? SplitOn { get; init; }

    /// <summary>Version that the kept record was left with: with another one somebody has changed it since.</summary>
    public int KeptVersion { get; set; }

    /// <summary>JSON of <see cref="MergeBefore"/>, or of <see cref="SplitLeft"/>; null for a split of an earlier build, which cannot be undone.</summary>
    public string? Before { get; set; }

    /// <summary>How many rows followed.</summary>
    public int Moved { get; set; }

    public MergeState State { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? UndoneAt { get; init; }

    public string? UndoneBy { get; init; }

    public List<MergedRow> Rows { get; init; } = [];
}

/// <summary>A row that followed in a merge or a split.</summary>
public sealed class MergedRow
{
    public const int ReferenceMaxLength = 60;

    public required int MergeId { get; init; }

    /// <summary>Name of the <see cref="ReferenceRule"/>.</summary>
    public required string Reference { get; init; }

    public required int RowId { get; init; }
}

/// <summary>曾用代码: a credit code under which the enterprise was in the roster before two of its records were merged. It is found by it.</summary>
public sealed class FormerCode
{
    public int Id { get; init; }

    public int EnterpriseId { get; init; }

    public required string Code { get; init; }

    /// <summary>Civil day on which the records were merged.</summary>
    public required DateOnly Until { get; init; }
}

/// <summary>What the kept record said before a merge.</summary>
/// <param name="Filing">Null when it had no filing profile.</param>
/// <param name="FormerNames">Ids of the former names that it had.</param>
/// <param name="FormerCodes">Ids of the former codes that it had.</param>
public sealed record MergeBefore(
    EnterpriseData Data, EnterpriseStage Stage, DateOnly StageSince, DateTime? SuspendedAt, FilingData? Filing, IReadOnlyList<int> FormerNames, IReadOnlyList<int> FormerCodes);
