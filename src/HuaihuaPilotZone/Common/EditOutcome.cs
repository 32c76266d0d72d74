namespace HuaihuaPilotZone.Common;

/// <summary>A field on which two people differ.</summary>
/// <param name="Label">Chinese name of the field.</param>
public sealed record ConflictingValue(string Label, string? Theirs, string? Mine);

/// <summary>Somebody saved the record while it was being edited.</summary>
/// <param name="CurrentVersion">The version to save over, knowingly.</param>
/// <param name="ChangedBy">Who saved last, if the journal knows.</param>
/// <param name="ChangedAt">UTC; when.</param>
/// <param name="Values">Where the saved record and the unsaved form differ; may be empty.</param>
public sealed record EditConflict(int CurrentVersion, string? ChangedBy, DateTime? ChangedAt, IReadOnlyList<ConflictingValue> Values);

/// <summary>The answer to saving a form: done, refused, or in conflict with what somebody else saved.</summary>
public sealed class EditOutcome
{
    private EditOutcome(Outcome outcome, EditConflict? conflict) => (Outcome, Conflict) = (outcome, conflict);

    public Outcome Outcome { get; }

    public EditConflict? Conflict { get; }

    public bool IsDone => Outcome.IsDone && Conflict is null;

    public static implicit operator EditOutcome(Outcome outcome) => new(outcome, null);

    public static implicit operator EditOutcome(EditConflict conflict) => new(Outcome.Done, conflict);
}
