namespace HuaihuaPilotZone.Deadlines;

/// <summary>Why a day was passed over or counted.</summary>
public enum CountedAs
{
    /// <summary>A Saturday or Sunday, not counted.</summary>
    Weekend,

    /// <summary>放假, not counted.</summary>
    Off,

    /// <summary>调休上班, counted although it is a Saturday or Sunday.</summary>
    MakeUp,
}

/// <summary>A day that is not as its day of the week, or not worked, on the way to the last day.</summary>
public sealed record DayOnTheWay(DateOnly Day, CountedAs As);

/// <summary>A deadline with its arithmetic.</summary>
/// <param name="From">The event, on clocks in Huaihua.</param>
/// <param name="More">By how much the term is longer in this case.</param>
/// <param name="Counted">The last day before it was moved; the same as <paramref name="Day"/> where it was not.</param>
/// <param name="Day">The last day.</param>
/// <param name="At">The hour, where the term is counted in hours.</param>
/// <param name="Way">What was passed over, and make-up days that were counted, in their order.</param>
/// <param name="Years">Years whose arrangement of days off decides.</param>
/// <param name="MissingYears">Those of them that are not recorded: only weekends were counted, and the day is 待核.</param>
public sealed record Deadline(
    DeadlineRule Rule, DateTime From, int More, DateOnly Counted, DateOnly Day, TimeOnly? At, IReadOnlyList<DayOnTheWay> Way, IReadOnlyList<int> Years, IReadOnlyList<int> MissingYears)
{
    public bool IsCertain => MissingYears.Count == 0;

    public bool IsMoved => Day != Counted;
}

/// <summary>Working days between two days.</summary>
/// <param name="From">Not counted.</param>
/// <param name="To">Counted.</param>
/// <param name="Count">How many working days there are.</param>
/// <param name="Way">What was passed over, and make-up days that were counted, in their order.</param>
/// <param name="MissingYears">Years whose arrangement is not recorded: only weekends were counted, and the number is 待核.</param>
public sealed record WorkingSpan(DateOnly From, DateOnly To, int Count, IReadOnlyList<DayOnTheWay> Way, IReadOnlyList<int> MissingYears);
