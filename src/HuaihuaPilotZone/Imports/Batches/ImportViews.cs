using System.Linq.Expressions;
using HuaihuaPilotZone.Jobs;

namespace HuaihuaPilotZone.Imports.Batches;

public enum ImportSort
{
    Created,
    File,
    Rows,
}

/// <summary>Which batches are wanted.</summary>
/// <param name="Word">Part of the file's name.</param>
public sealed record ImportFilter(string? Word, ImportStage? Stage, ImportSort Sort = ImportSort.Created, bool Ascending = false);

/// <summary>A batch in a list.</summary>
public sealed record ImportBatchRow
{
    internal static readonly Expression<Func<ImportBatch, ImportBatchRow>> Projection = b => new ImportBatchRow
    {
        Id = b.Id,
        Kind = b.Kind,
        Variant = b.Variant,
        EnterpriseId = b.EnterpriseId,
        FileName = b.File!.Name,
        Stage = b.Stage,
        RowCount = b.RowCount,
        PassedOver = b.PassedOver,
        JobId = b.JobId,
        CreatedAt = b.CreatedAt,
        CreatedBy = b.CreatedBy,
        ChangedAt = b.ChangedAt,
    };

    public int Id { get; init; }

    public string Kind { get; init; } = "";

    public string Variant { get; init; } = "";

    public int? EnterpriseId { get; init; }

    public string FileName { get; init; } = "";

    public ImportStage Stage { get; init; }

    public int RowCount { get; init; }

    public int PassedOver { get; init; }

    public int? JobId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "";

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; init; }
}

/// <summary>Groups and rows in one state.</summary>
public sealed record ImportCount(ImportGroupState State, int Groups, int Rows);

/// <summary>A batch with what its page shows at every stage.</summary>
/// <param name="Counts">States that occur.</param>
/// <param name="Job">The job at work on it, or the last one; null when there is none any more.</param>
public sealed record ImportDetail(ImportBatchRow Batch, ImportKind Kind, FileTop Top, IReadOnlyList<string> Columns, IReadOnlyList<int> Places, IReadOnlyList<ImportCount> Counts, JobView? Job)
{
    public int Groups(ImportGroupState state) => Counts.Where(c => c.State == state).Sum(c => c.Groups);

    public int Rows(ImportGroupState state) => Counts.Where(c => c.State == state).Sum(c => c.Rows);

    public string LabelOf(string column) => Kind.Columns.FirstOrDefault(c => c.Name == column)?.Label ?? column;

    /// <summary>The columns that the file's own ones can stand for.</summary>
    public IReadOnlyList<Sheets.TargetColumn> Offered => [.. Kind.Columns.Where(c => Kind.IsOffered(c.Name, Batch.Variant))];

    public string VariantLabel => Kind.Variants.FirstOrDefault(v => v.Name == Batch.Variant)?.Label ?? Batch.Variant;

    /// <summary>Rows that were not imported and may still be.</summary>
    public int RowsLeft => Rows(ImportGroupState.Bad) + Rows(ImportGroupState.Good) + Rows(ImportGroupState.Stale);

    /// <summary>Whether a part was imported and the rest is at work again.</summary>
    public bool IsReopened => Batch.Stage is not (ImportStage.Committed or ImportStage.Committing or ImportStage.Undoing or ImportStage.Undone) && Groups(ImportGroupState.Committed) > 0;

    /// <summary>Whether a job is at work or will be, so that nobody else may change anything.</summary>
    public bool IsBusy => Batch.Stage.IsBusy() && Job is { } job && !job.State.HasEnded();

    /// <summary>Whether the batch waits for a job that will not come by itself. One that has just done its part is followed by the next.</summary>
    public bool IsStuck => Batch.Stage.IsBusy() && Job is not { State: JobState.Waiting or JobState.Running or JobState.Done };
}

/// <summary>What became of a group, for the page of results.</summary>
public sealed record ImportResult(string? Name, int FirstRow, int RowCount, ImportGroupState State, string Result)
{
    /// <summary>Its name for people; null where the result is one itself, or is gone.</summary>
    public string? Label { get; init; }
}

public static class ImportStages
{
    /// <summary>Whether a job has it.</summary>
    public static bool IsBusy(this ImportStage stage) =>
        stage is ImportStage.Reading or ImportStage.Checking or ImportStage.Repairing or ImportStage.Committing or ImportStage.Undoing;

    public static string Word(this ImportStage stage) => stage switch
    {
        ImportStage.Matching => "匹配列",
        ImportStage.Reading => "读取中",
        ImportStage.Checking => "核对中",
        ImportStage.Review => "待确认",
        ImportStage.Repairing => "修改中",
        ImportStage.Committing => "导入中",
        ImportStage.Committed => "已导入",
        ImportStage.Undoing => "撤回中",
        ImportStage.Undone => "已撤回",
        ImportStage.Discarded => "已放弃",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}
