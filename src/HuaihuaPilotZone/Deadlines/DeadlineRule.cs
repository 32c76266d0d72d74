using HuaihuaPilotZone.Customs.Terms;

namespace HuaihuaPilotZone.Deadlines;

/// <summary>To which side of the event a term runs.</summary>
public enum TermDirection
{
    /// <summary>Within so long after it.</summary>
    After,

    /// <summary>So long before it.</summary>
    Before,
}

/// <summary>What happens where the last day is no working day.</summary>
public enum LastDayRule
{
    /// <summary>不顺延.</summary>
    Stays,

    /// <summary>顺延: to the next working day, or to the one before where the term runs backwards.</summary>
    Moves,

    /// <summary>The text at hand does not say; the earlier day is shown, which is never too late.</summary>
    NotStated,
}

/// <summary>How sure the term is.</summary>
public enum DeadlineStatus
{
    /// <summary>In a law or regulation whose text was read.</summary>
    InLaw,

    /// <summary>待核: read in a secondary source only.</summary>
    ToVerify,

    /// <summary>This portal's own promise, from its settings.</summary>
    OwnPromise,
}

/// <summary>A term: what starts it, how long it is, to which side it runs, and the text it rests on.</summary>
public sealed record DeadlineRule
{
    /// <summary>Stands in the address of the calculator.</summary>
    public required string Key { get; init; }

    /// <summary>What is to be done.</summary>
    public required string Name { get; init; }

    public required string EnglishName { get; init; }

    /// <summary>The event that starts it.</summary>
    public required string Start { get; init; }

    public required string EnglishStart { get; init; }

    public required Term Term { get; init; }

    public TermDirection Direction { get; init; } = TermDirection.After;

    public LastDayRule LastDay { get; init; } = LastDayRule.Stays;

    /// <summary>Document and article, in Chinese.</summary>
    public required string Basis { get; init; }

    /// <summary>Where that was read, in Chinese.</summary>
    public required string Source { get; init; }

    /// <summary>Day of that text, or the day on which it was read.</summary>
    public required DateOnly SourceDate { get; init; }

    public required DeadlineStatus Status { get; init; }

    /// <summary>First day of the event for which it holds; null where it has none.</summary>
    public DateOnly? EventsFrom { get; init; }

    /// <summary>Last such day.</summary>
    public DateOnly? EventsTo { get; init; }

    /// <summary>By how much the term may be longer in a single case, in its own unit; 0 for not at all.</summary>
    public int MostExtension { get; init; }

    /// <summary>Whether the hour of the event counts.</summary>
    public bool AsksTime => Term.Unit == TermUnit.Hours;

    /// <summary>Whether it holds for an event of this day.</summary>
    public bool HoldsFor(DateOnly day) => (EventsFrom is not { } from || day >= from) && (EventsTo is not { } to || day <= to);
}
