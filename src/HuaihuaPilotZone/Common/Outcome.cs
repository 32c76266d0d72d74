namespace HuaihuaPilotZone.Common;

/// <summary>Why an act was refused: the form field at fault (empty for the whole act) and the sentence the person reads.</summary>
public sealed record Refusal(string Field, string Message);

/// <summary>The answer of an act: done, or refused with everything that stands against it. Faults are exceptions.</summary>
public sealed class Outcome
{
    public static readonly Outcome Done = new([]);

    private Outcome(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsDone => Refusals.Count == 0;

    /// <summary>Refused because there is no such record for whoever acts: a page answers 404, as for one that was never there.</summary>
    public bool IsMissing { get; private init; }

    /// <summary>There is no such record, or it is somebody else's.</summary>
    public static Outcome Missing(string message) => new([new Refusal("", message)]) { IsMissing = true };

    public static Outcome Refused(string field, string message) => new([new Refusal(field, message)]);

    public static Outcome Refused(string message) => Refused("", message);

    public static Outcome Refused(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new Outcome(refusals) : throw new ArgumentException("A refusal needs a reason.", nameof(refusals));
}

/// <summary>The answer of an act that makes something.</summary>
public sealed class Outcome<T>
    where T : notnull
{
    private readonly T? _value;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals) => (_value, Refusals) = (value, refusals);

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsDone => Refusals.Count == 0;

    /// <summary>What was made.</summary>
    /// <exception cref="InvalidOperationException">The act was refused.</exception>
    public T Value => IsDone ? _value! : throw new InvalidOperationException("A refused act has no result.");

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Outcome refused) =>
        refused.IsDone ? throw new InvalidOperationException("Done, but nothing was made.") : new Outcome<T>(default, refused.Refusals);
}
