using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Imports.Batches;

/// <summary>One file that somebody wants to import, and how far that has come. Its stage changes by conditional updates only, so that two people cannot take the same step.</summary>
public sealed class ImportBatch
{
    public const int KindMaxLength = 40;
    public const int VariantMaxLength = 20;

    public int Id { get; init; }

    /// <summary>Name of the <see cref="ImportKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Which variant of the kind, such as the supervision mode.</summary>
    public required string Variant { get; init; }

    /// <summary>For whom; null for the park.</summary>
    public int? EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required int FileId { get; init; }

    public StoredFile? File { get; init; }

    public ImportStage Stage { get; init; }

    /// <summary>JSON: the columns in the order in which rows keep their cells; those of the file first.</summary>
    public string Columns { get; init; } = "[]";

    /// <summary>JSON: for each column of the file the index in <see cref="Columns"/>, or -1.</summary>
    public string Places { get; init; } = "[]";

    /// <summary>JSON of <see cref="FileTop"/>: what stands at the top of the file.</summary>
    public string Top { get; init; } = "{}";

    /// <summary>How many rows the file seems to have; exact once it is read.</summary>
    public int RowCount { get; init; }

    /// <summary>Rows that were passed over: the example of the template.</summary>
    public int PassedOver { get; init; }

    /// <summary>The job at work on it, or the last one. Jobs are forgotten some day, batches are not.</summary>
    public int? JobId { get; init; }

    /// <summary>Counted by every repair; it makes repairs of one batch wait for each other, and for whoever ends them.</summary>
    public int Repairs { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>UTC; of the last change of stage.</summary>
    public required DateTime ChangedAt { get; init; }
}

/// <summary>How far a batch has come.</summary>
public enum ImportStage
{
    /// <summary>匹配列: somebody has to say what the columns mean.</summary>
    Matching,

    /// <summary>读取中.</summary>
    Reading,

    /// <summary>核对中.</summary>
    Checking,

    /// <summary>待确认: somebody repairs and decides.</summary>
    Review,

    /// <summary>修改中: a whole kind of problem is being repaired.</summary>
    Repairing,

    /// <summary>导入中.</summary>
    Committing,

    /// <summary>已导入.</summary>
    Committed,

    /// <summary>撤回中.</summary>
    Undoing,

    /// <summary>已撤回.</summary>
    Undone,

    /// <summary>已放弃: nothing was imported, the rows are gone.</summary>
    Discarded,
}

/// <summary>What of a file belongs together: the rows of one order, or a row by itself.</summary>
public sealed class ImportGroup
{
    /// <summary>The longest key, its first sign included.</summary>
    public const int KeyMaxLength = 120;
    public const int ResultMaxLength = 60;

    public required int BatchId { get; init; }

    /// <summary>"=" and the value of the key column, or "!" and the row number where there is none.</summary>
    public required string Key { get; init; }

    public required int FirstRow { get; set; }

    public required int RowCount { get; set; }

    public ImportGroupState State { get; set; }

    /// <summary>What no other group of the file may have, see <see cref="ImportKind.OnceOf"/>; null where the kind has no such thing or the rows do not say it.</summary>
    public string? Once { get; set; }

    public int MustFixCount { get; set; }

    public int AdviceCount { get; set; }

    /// <summary>What was made of it, such as the number of a draft.</summary>
    public string? Result { get; set; }

    /// <summary>Whether it may still be repaired and imported.</summary>
    public bool IsOpen => State is ImportGroupState.Stale or ImportGroupState.Good or ImportGroupState.Bad or ImportGroupState.Skipped;

    /// <summary>The key as people read it; null where the rows have none.</summary>
    public string? Name => Key.StartsWith('=') ? Key[1..] : null;
}

public enum ImportGroupState
{
    /// <summary>To be checked, for the first time or again.</summary>
    Stale,

    /// <summary>Can be imported.</summary>
    Good,

    /// <summary>Something has to be mended first.</summary>
    Bad,

    /// <summary>Somebody has decided that it is not imported.</summary>
    Skipped,

    /// <summary>Was imported.</summary>
    Committed,

    /// <summary>Could not be taken back: it was changed or submitted since.</summary>
    Kept,

    /// <summary>Was taken back.</summary>
    Undone,
}

/// <summary>One row of the file, cleaned.</summary>
public sealed class ImportRow
{
    public const int NoteMaxLength = 1000;

    public required int BatchId { get; init; }

    /// <summary>Row number in the file. With the batch it is the key, so that no row is ever taken in twice.</summary>
    public required int Number { get; init; }

    public required string Key { get; set; }

    /// <summary>JSON: texts in the order of <see cref="ImportBatch.Columns"/>; empty ones at the end are left out.</summary>
    public required string Cells { get; set; }

    /// <summary>JSON: place of a cell to its text in the file, where that was written otherwise; null where nothing was.</summary>
    public string? Originals { get; set; }

    /// <summary>What the file itself says of the row.</summary>
    public string? Note { get; init; }
}

/// <summary>One thing to mend or to look at in a row.</summary>
public sealed class ImportProblem
{
    public const int ColumnMaxLength = 60;
    public const int ValueMaxLength = 200;
    public const int TitleMaxLength = 60;
    public const int ReasonMaxLength = 600;
    public const int RuleMaxLength = 40;
    public const int ChoicesMaxLength = 600;

    public long Id { get; init; }

    public required int BatchId { get; init; }

    /// <summary>Key of the group.</summary>
    public required string Key { get; init; }

    public required int RowNumber { get; init; }

    /// <summary>Name of the column; null for the row as a whole.</summary>
    public string? Column { get; init; }

    public string? Value { get; init; }

    public required string RuleId { get; init; }

    public required bool IsMustFix { get; init; }

    public required string Title { get; init; }

    public required string Reason { get; init; }

    /// <summary>A safe value; an empty text empties the cell, null where only a person can decide.</summary>
    public string? Suggestion { get; init; }

    /// <summary>JSON: values to choose from where no single one is safe; null where there are none.</summary>
    public string? Choices { get; init; }
}

/// <summary>What a heading meant the last time that a file with the same headings came.</summary>
public sealed class RememberedColumn
{
    public const int HeadingMaxLength = 100;
    public const int HeadingSetLength = 64;

    public int Id { get; init; }

    /// <summary>Whose files; null for the park.</summary>
    public int? EnterpriseId { get; init; }

    public required string Kind { get; init; }

    /// <summary>SHA-256 of all headings together.</summary>
    public required string HeadingSet { get; init; }

    /// <summary>Folded.</summary>
    public required string Heading { get; init; }

    /// <summary>Name of the column; empty for "not used".</summary>
    public required string Target { get; init; }
}
