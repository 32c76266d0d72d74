namespace HuaihuaPilotZone.Yard;

public enum StockSort
{
    /// <summary>The longest in the yard first.</summary>
    Since,
    Container,
    Position,
}

/// <summary>What the stock is narrowed to and how it is ordered.</summary>
/// <param name="Text">Container, position or enterprise.</param>
/// <param name="LeastDays">Only those that have been there at least so many times 24 hours.</param>
/// <param name="On">The stock at the end of this day instead of now; positions are those of now only.</param>
public sealed record StockFilter(
    string? Text = null, string? Block = null, ContainerLoad? Load = null, int? LeastDays = null, DateOnly? On = null, StockSort Sort = StockSort.Since, bool Descending = false);

/// <summary>A container of the stock.</summary>
/// <param name="Position">Code; null where none is written down, and for a day that is past.</param>
public sealed record StockRow(
    int StayId, string Container, int? EnterpriseId, string? EnterpriseName, ContainerLoad Load, string? Size, DateTime InAt, DateTime? OutAt, string? Position, bool IsDemonstration);

/// <summary>What the gate log is narrowed to.</summary>
/// <param name="Text">Container, the whole number of a vehicle, or note.</param>
/// <param name="OldestFirst">In the order in which it happened.</param>
public sealed record GateFilter(string? Text = null, GateDirection? Direction = null, DateOnly? From = null, DateOnly? To = null, bool OldestFirst = false);

/// <summary>A line of the gate log.</summary>
/// <param name="TakenBackReason">Why it does not count; null where it does.</param>
public sealed record GateRow(
    int Id, int StayId, string Container, GateDirection Direction, DateTime At, string? EnterpriseName, string? Vehicle, string? Note, bool IsComparedWithBox, string RecordedBy, DateTime RecordedAt,
    string? TakenBackReason, bool IsDemonstration);

/// <summary>What positions are narrowed to.</summary>
public enum PositionState
{
    /// <summary>空位.</summary>
    Free,

    /// <summary>有箱.</summary>
    Taken,

    /// <summary>停用.</summary>
    Closed,
}

public static class PositionStateWords
{
    public static string Word(this PositionState state) => state switch
    {
        PositionState.Free => "空位",
        PositionState.Taken => "有箱",
        PositionState.Closed => "停用",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>What the list of positions is narrowed to.</summary>
public sealed record PositionFilter(string? Text = null, string? Block = null, PositionState? State = null, bool Descending = false);

/// <summary>A position in the list.</summary>
public sealed record PositionRow(int Id, string Code, string Block, int Bay, int Row, int Tier, bool IsClosed, int? StayId, string? Container)
{
    public PositionState State => StayId is not null ? PositionState.Taken : IsClosed ? PositionState.Closed : PositionState.Free;
}

/// <summary>What staff write when a container comes in.</summary>
/// <param name="At">On clocks in Huaihua.</param>
/// <param name="IsCompared">The number was compared with the box, so a check digit that does not fit is let pass.</param>
/// <param name="Position">Code of a free position; null to be placed later.</param>
public sealed record GateInData(string Container, DateTime At, int? EnterpriseId, ContainerLoad Load, string? Size, string? Vehicle, string? Note, bool IsCompared, string? Position);

/// <summary>What staff write when a container goes out.</summary>
/// <param name="At">On clocks in Huaihua.</param>
public sealed record GateOutData(string Container, DateTime At, string? Vehicle, string? Note);

/// <summary>How many came, went and stayed on a day.</summary>
/// <param name="Stock">At midnight, when the day ends.</param>
public sealed record DayCount(DateOnly Day, int In, int Out, int Stock);

/// <summary>How long containers that left in a range of days had been in the yard.</summary>
/// <param name="Count">Containers counted.</param>
/// <param name="IsCut">There were more, which were not counted.</param>
/// <param name="MedianMinutes">By nearest rank; null without any.</param>
public sealed record DwellTimes(int Count, bool IsCut, int? MedianMinutes, int? NinthDecileMinutes);

/// <summary>One stay with what happened in it.</summary>
public sealed record StayDetail(YardStay Stay, IReadOnlyList<GateMove> Moves, IReadOnlyList<YardShift> Shifts);
